/** A post in the channel's own look, as typed pieces: every text is cleaned and defused, every length held. */

import type { Post, PostQuote } from "../../../domain/post.ts";
import {
  isPictureFirst,
  type Placeholder,
  type PostTemplate,
  type TemplateLine,
} from "../../../domain/post-template.ts";
import { fitPost } from "../../../messages/fit-post.ts";
import { ALSO_OUTLETS_MAX, sayFor, toAlso, toBasis, toFacts } from "../../../messages/post-lines.ts";
import { shapeTemplate } from "../../../messages/shape-template.ts";
import { toHashtags } from "./hashtags.ts";
import { bold, EMPTY, fits, italic, join, line, link, type Piece, plain, time, toLinkUrl } from "./markup.ts";
import { toLine } from "./text-lines.ts";

const HEADLINE_LENGTH_MAX = 300;
const SENTENCE_LENGTH_MAX = 1_000;
const NAME_LENGTH_MAX = 120;
const WORDS_LENGTH_MAX = 600;

/** Invisible, so that the end of one text and the beginning of the next are no mention, tag, command or address together. */
const JOINT = plain("\u2060");
/** A word that ends where another begins is one to the server. */
const isSpace = (char: string): boolean => char === "" || /[\s\u2060]/u.test(char);

/** What pieces are made of what others make of a post. */
export interface TemplateParts {
  readonly quote: (quote: PostQuote) => Piece;
  readonly day: (post: Post) => string;
}

const toOutlet = (post: Post): Piece => {
  const agency = post.agency === null ? EMPTY : line(`(${post.agency})`, NAME_LENGTH_MAX);
  const facts = [...toFacts(post), toBasis(post)].filter((fact) => fact !== "");
  const named = join([bold(line(post.outlet, NAME_LENGTH_MAX)), agency], " ");
  return join(
    [line(post.title ?? "", NAME_LENGTH_MAX), named, ...facts.map((fact) => line(fact, NAME_LENGTH_MAX))],
    " · ",
  );
};

function toPart(part: Placeholder, post: Post, parts: TemplateParts): Piece {
  switch (part) {
    case "headline": {
      const headline = line(post.headline, HEADLINE_LENGTH_MAX);
      return bold(link(headline.length > 0 ? headline : plain(sayFor(post)("post.readArticle")), post.url));
    }
    case "summary":
      return join(
        post.sentences.map((sentence) => line(sentence, SENTENCE_LENGTH_MAX)),
        " ",
      );
    case "quotes":
      return join(post.quotes.map(parts.quote), "\n\n");
    case "outlet":
      return toOutlet(post);
    case "age":
      return time(plain(parts.day(post)), post.publishedAt);
    case "tags":
      return plain(toHashtags({ topics: post.topics, hasHashtags: true }));
    case "also":
      return italic(line(toAlso(post, toLine), ALSO_OUTLETS_MAX * NAME_LENGTH_MAX));
    case "link":
      return toLinkUrl(post.url) === null ? EMPTY : link(plain(sayFor(post)("post.readArticle")), post.url);
    default:
      return EMPTY;
  }
}

/** Words keep the spaces at their ends, which part them from what is beside. */
function toWords(words: string): Piece {
  const inner = line(words, WORDS_LENGTH_MAX);
  if (inner.length === 0) return plain(words === "" ? "" : " ");
  return join([plain(/^\s/.test(words) ? " " : ""), inner, plain(/\s$/.test(words) ? " " : "")]);
}

const toShown = ({ html }: Piece): string => html.replace(/<[^>]*>/g, "");

function toTemplateLine(segments: TemplateLine, post: Post, parts: TemplateParts): Piece {
  const pieces = segments
    .map((segment) => ("part" in segment ? toPart(segment.part, post, parts) : toWords(segment.words)))
    .filter((piece) => piece.length > 0);
  return pieces.reduce((whole, piece) => {
    const isApart = isSpace(toShown(whole).slice(-1)) || isSpace(toShown(piece).slice(0, 1));
    return isApart ? join([whole, piece]) : join([whole, JOINT, piece]);
  }, EMPTY);
}

function toPiece(post: Post, template: PostTemplate, parts: TemplateParts): Piece {
  const paragraphs = shapeTemplate(template, (part) => toPart(part, post, parts).length === 0);
  return join(
    paragraphs.map((lines) =>
      join(
        lines.map((each) => toTemplateLine(each, post, parts)),
        "\n",
      ),
    ),
    "\n\n",
  );
}

/** Null where it has no look of its own, or not even what every post shows has room: then it looks as posts do by themselves. */
export function renderTemplate(post: Post, lengthMax: number | undefined, parts: TemplateParts): Piece | null {
  const { template } = post;
  if (template == null) return null;
  const piece = fitPost(
    post,
    (left) => toPiece(left, template, parts),
    (each) => fits(each, lengthMax),
  );
  return piece === null || piece.length === 0 ? null : piece;
}

/** A picture that comes after words stands below the text. */
export const isPictureBelow = ({ template }: Post): boolean => template != null && !isPictureFirst(template);
