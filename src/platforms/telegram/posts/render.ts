/** A post as one Telegram message, shortened by meaning: quotes go first, then the summary, never the link. */

import type { Post, PostQuote } from "../../../domain/post.ts";
import type { Say } from "../../../domain/say.ts";
import {
  ALSO_OUTLETS_MAX,
  sayFor,
  toAlso,
  toAlsoIn,
  toBasis,
  toCredit,
  toFacts,
  toFate,
} from "../../../messages/post-lines.ts";
import { toHashtags } from "./hashtags.ts";
import {
  blockquote,
  bold,
  EMPTY,
  fits,
  italic,
  join,
  line,
  lines,
  link,
  type Piece,
  plain,
  struck,
  time,
  toLinkUrl,
} from "./markup.ts";
import { isPictureBelow, renderTemplate } from "./template.ts";
import { cut, toLine } from "./text-lines.ts";

export const HEADLINE_LENGTH_MAX = 300;
export const SENTENCE_LENGTH_MAX = 1_000;
const SENTENCES_MAX = 10;
/** A longer quote is left out: cut words would be no quote. */
const QUOTE_LENGTH_MAX = 2_000;
const QUOTES_MAX = 10;
/** Longer quotes are folded until the reader opens them. */
export const QUOTE_UNFOLDED_LENGTH_MAX = 280;
export const NAME_LENGTH_MAX = 120;
const QUOTE_OUTLET_LENGTH_MAX = 60;

export interface RenderOptions {
  readonly isCompact?: boolean | undefined;
  /** UTF-16 units as shown; those of a message when absent. */
  readonly lengthMax?: number;
}

/** How a link is previewed under a message. */
export interface LinkPreview {
  readonly is_disabled?: boolean;
  readonly url?: string;
  readonly prefer_small_media?: boolean;
  readonly prefer_large_media?: boolean;
  readonly show_above_text?: boolean;
}

export const NO_PREVIEW: LinkPreview = { is_disabled: true };

const toName = (text: string): string => cut(toLine(text), NAME_LENGTH_MAX);

/** The day it was published; empty for none. A message stays, so it has no age: that would soon be wrong. */
export const toDay = (post: Post): string => (post.publishedAt === null ? "" : sayFor(post).day(post.publishedAt));

/** Below the quotes: who else carries the story, and where the summary is from. */
export const toFootnotes = (post: Post): readonly string[] =>
  [toAlso(post, toName), toBasis(post)].filter((note) => note !== "");

/** The parts of a post that may be shown at all, before anything is left out for length. */
export function chooseParts(post: Post, isCompact: boolean): Pick<Post, "sentences" | "quotes"> {
  const isShowable = ({ text }: PostQuote): boolean => toLine(text) !== "" && text.length <= QUOTE_LENGTH_MAX;
  return {
    sentences: post.sentences.filter((each) => toLine(each) !== "").slice(0, isCompact ? 1 : SENTENCES_MAX),
    quotes: isCompact ? [] : post.quotes.filter(isShowable).slice(0, QUOTES_MAX),
  };
}

function renderSourceLine(post: Post): Piece {
  const outlet = bold(line(post.outlet, NAME_LENGTH_MAX));
  const agency = post.agency === null ? EMPTY : line(`(${post.agency})`, NAME_LENGTH_MAX);
  const day = time(plain(toDay(post)), post.publishedAt);
  const facts = toFacts(post).map((fact) => line(fact, NAME_LENGTH_MAX));
  return join([join([outlet, agency], " "), day, ...facts], " · ");
}

/** Who else has the words, and who has taken them back, short enough to stand beside a name. */
export const toQuoteOutlets = (quote: PostQuote, say: Say): string =>
  [toAlsoIn, toFate]
    .map((word) => word(quote, say, (text) => cut(toLine(text), QUOTE_OUTLET_LENGTH_MAX)))
    .filter((part) => part !== "")
    .join(" · ");

function renderQuote(quote: PostQuote, say: Say): Piece {
  const own = quote.fate === undefined ? lines(quote.text) : struck(lines(quote.text));
  const translated = lines(quote.translation ?? "");
  const words = translated.length === 0 ? own : join([translated, italic(own)], "\n");
  const place =
    toLinkUrl(quote.url) === null || quote.fate !== undefined ? EMPTY : link(plain(say("post.inArticle")), quote.url);
  const also = line(toQuoteOutlets(quote, say), 2 * NAME_LENGTH_MAX);
  const credit = join([line(toCredit(quote), 2 * NAME_LENGTH_MAX), also, place], " · ");
  return join(
    [
      blockquote(words, words.length > QUOTE_UNFOLDED_LENGTH_MAX),
      credit.length === 0 ? EMPTY : join([plain("— "), credit]),
    ],
    "\n",
  );
}

function compose(post: Post, { sentences, quotes }: Pick<Post, "sentences" | "quotes">, options: RenderOptions): Piece {
  const headline = line(post.headline, HEADLINE_LENGTH_MAX);
  return join(
    [
      join(
        [
          line(post.title ?? "", NAME_LENGTH_MAX),
          renderSourceLine(post),
          bold(link(headline.length > 0 ? headline : plain(sayFor(post)("post.readArticle")), post.url)),
        ],
        "\n",
      ),
      join(
        sentences.map((sentence) => line(sentence, SENTENCE_LENGTH_MAX)),
        " ",
      ),
      ...quotes.map((quote) => renderQuote(quote, sayFor(post))),
      join(
        toFootnotes(post).map((note) => italic(line(note, ALSO_OUTLETS_MAX * NAME_LENGTH_MAX))),
        "\n",
      ),
      plain(toHashtags(post)),
    ],
    options.isCompact ? "\n" : "\n\n",
  );
}

/** As many paragraphs of the whole article as there is room for, folded; none where there is room for no whole one. */
function fold(post: Post, piece: Piece, { lengthMax }: RenderOptions): Piece {
  const head = bold(plain(sayFor(post)("post.wholeText")));
  let folded = piece;
  let shown: readonly string[] = [];
  for (const paragraph of post.wholeText ?? []) {
    const more = [...shown, paragraph];
    const isAll = more.length === post.wholeText?.length;
    const end = isAll ? EMPTY : plain("…");
    const words = join([head, ...more.map((each) => lines(each)), end], "\n\n");
    const longer = join([piece, blockquote(words, true)], "\n\n");
    if (!fits(longer, lengthMax)) break;
    folded = longer;
    shown = more;
  }
  return folded;
}

/** The post as one piece that fits in a message. */
export function renderPost(post: Post, options: RenderOptions = {}): Piece {
  const piece = renderBare(post, options);
  return post.wholeText === undefined || options.isCompact === true ? piece : fold(post, piece, options);
}

function renderBare(post: Post, options: RenderOptions): Piece {
  let { sentences, quotes } = chooseParts(post, options.isCompact ?? false);
  const parts = { day: toDay, quote: (quote: PostQuote) => renderQuote(quote, sayFor(post)) };
  const own =
    options.isCompact === true ? null : renderTemplate({ ...post, sentences, quotes }, options.lengthMax, parts);
  if (own !== null) return own;
  for (;;) {
    const piece = compose(post, { sentences, quotes }, options);
    if (fits(piece, options.lengthMax) || (quotes.length === 0 && sentences.length === 0)) return piece;
    if (quotes.length > 0) quotes = quotes.slice(0, -1);
    else sentences = sentences.slice(0, -1);
  }
}

/** The article's picture, small or above the text as wished, when there is one; never a preview that repeats the headline. */
export function choosePreview(post: Post, isCompact: boolean): LinkPreview {
  const url = post.imageUrl === null || isCompact ? null : toLinkUrl(post.imageUrl);
  if (url === null) return NO_PREVIEW;
  return post.isPictureLarge === true
    ? { url, prefer_large_media: true, show_above_text: !isPictureBelow(post) }
    : { url, prefer_small_media: true };
}
