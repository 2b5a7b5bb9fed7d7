/** A post in the channel's own look, as Discord markdown: every text is escaped, every length held. */

import type { Post } from "../../domain/post.ts";
import type { Placeholder, PostTemplate, TemplateLine } from "../../domain/post-template.ts";
import { fitPost } from "../../messages/fit-post.ts";
import { sayFor, toAlso } from "../../messages/post-lines.ts";
import { shapeTemplate } from "../../messages/shape-template.ts";
import {
  cleanLine,
  cleanLines,
  escapeLine,
  escapeUrl,
  fitMarkdown,
  fitPlain,
  measure,
  toLink,
  toWebUrl,
} from "./markdown.ts";
import { toAge, toFactsText, toHost, toOutletLine, toQuoteBlock } from "./post-text.ts";

export const TITLE_LENGTH_MAX = 256;
const LINE_LENGTH_MAX = 300;
const URL_LENGTH_MAX = 1000;
/** A longer quote is left out: it would be all of the post. */
const QUOTE_LENGTH_MAX = 2000;
const SENTENCE_LENGTH_MAX = 1000;
const TAGS_MAX = 5;

/** What parts of an embed have a place of their own, and the rest as text. */
export interface TemplateText {
  readonly author: string | null;
  readonly title: string | null;
  readonly text: string;
}

/** Zero-width, so that the end of one text and the beginning of the next make no mark together. */
const JOINT = "\u200B";
const ENDS_OPEN = /[[\]()<>@:/\\*_~`|!#&]$/;
const BEGINS_OPEN = /^[[\]()<>@:/*_~`|!#&]/;

const toOutlet = (post: Post): string => {
  const outlet = fitMarkdown(toOutletLine(post), LINE_LENGTH_MAX);
  return [outlet, toFactsText(post)].filter((part) => part !== "").join(" · ");
};

const toTags = ({ topics }: Post): string =>
  topics
    .map((topic) => cleanLine(topic).replace(/\s+/g, "-"))
    .filter((topic) => topic !== "")
    .slice(0, TAGS_MAX)
    .map((topic) => escapeLine(`#${fitPlain(topic, 60)}`))
    .join(" ");

function toArticleLink(post: Post): string {
  const url = toWebUrl(post.url, URL_LENGTH_MAX);
  return url === null ? "" : `[${sayFor(post)("post.readArticle")}](${escapeUrl(url)})`;
}

const toHeadline = (post: Post): string =>
  `**${toLink(fitPlain(post.headline, TITLE_LENGTH_MAX) || toHost(post.url), toWebUrl(post.url, URL_LENGTH_MAX), sayFor(post)("reply.link"))}**`;

function toPart(part: Placeholder, post: Post): string {
  switch (part) {
    case "headline":
      return toHeadline(post);
    case "summary":
      return post.sentences
        .map((sentence) => fitMarkdown(sentence, SENTENCE_LENGTH_MAX))
        .filter((sentence) => sentence !== "")
        .join(" ");
    case "quotes":
      return post.quotes
        .map((quote) => toQuoteBlock(quote, post.url, sayFor(post)))
        .filter((block) => block !== "")
        .join("\n\n");
    case "outlet":
      return toOutlet(post);
    case "age":
      return toAge(post);
    case "tags":
      return toTags(post);
    case "also":
      return fitMarkdown(toAlso(post, cleanLine), LINE_LENGTH_MAX);
    case "link":
      return toArticleLink(post);
    default:
      return "";
  }
}

/** What would be a heading, a list or a small line at the start of a line is text; a quotation is what it is. */
const toSafeStart = (line: string): string =>
  line
    .trim()
    .replace(/^([#+-])/, "\\$1")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");

/** Words keep the spaces at their ends, which part them from what is beside. */
function escapeWords(words: string): string {
  const [, before = "", , after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? [];
  const inner = escapeLine(cleanLine(words));
  if (inner === "") return before === "" && after === "" ? "" : " ";
  return `${before === "" ? "" : " "}${inner}${after === "" ? "" : " "}`;
}

function toLine(line: TemplateLine, post: Post): string {
  if (line.length === 1 && line[0] !== undefined && "part" in line[0] && line[0].part === "quotes") {
    return toPart("quotes", post);
  }
  let text = "";
  for (const segment of line) {
    const next = "part" in segment ? toPart(segment.part, post) : escapeWords(segment.words);
    const isOpen = text !== "" && next !== "" && (ENDS_OPEN.test(text) || BEGINS_OPEN.test(next));
    text += isOpen ? `${JOINT}${next}` : next;
  }
  return toSafeStart(text);
}

const isOnly = (line: TemplateLine | undefined, part: Placeholder): boolean =>
  line?.length === 1 && line[0] !== undefined && "part" in line[0] && line[0].part === part;

function render(post: Post, template: PostTemplate, isEmbed: boolean): TemplateText {
  const paragraphs = shapeTemplate(template, (part) => toPart(part, post) === "").map((lines) => [...lines]);
  const [first = []] = paragraphs;
  let author: string | null = null;
  let title: string | null = null;
  // The outlet has a place above the title, unless something is to be read of the text, which takes marks.
  if (isEmbed && isOnly(first[0], "outlet") && isOnly(first[1], "headline") && toFactsText(post) === "") {
    author = fitPlain(toOutletLine(post), TITLE_LENGTH_MAX);
    first.shift();
  }
  if (isEmbed && isOnly(first[0], "headline")) {
    title = fitMarkdown(post.headline, TITLE_LENGTH_MAX) || fitMarkdown(toHost(post.url), TITLE_LENGTH_MAX);
    first.shift();
  }
  const text = paragraphs
    .map((lines) => lines.map((line) => toLine(line, post)).filter((line) => line !== ""))
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
  return { author, title, text };
}

/** Null where not even what every post shows has room: then it looks as posts do by themselves. */
export function toTemplateText(
  post: Post,
  template: PostTemplate,
  { lengthMax, isEmbed }: { readonly lengthMax: number; readonly isEmbed: boolean },
): TemplateText | null {
  const isShown = ({ text }: Post["quotes"][number]): boolean => cleanLines(text).length <= QUOTE_LENGTH_MAX;
  return fitPost(
    { ...post, quotes: post.quotes.filter(isShown) },
    (left) => render(left, template, isEmbed),
    ({ text }) => measure(text) <= lengthMax,
  );
}
