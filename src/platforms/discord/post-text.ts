/** The parts of a post as Discord markdown, shortened by meaning: quotes go first, then the summary, never the link. */

import type { Post, PostQuote } from "../../domain/post.ts";
import type { Say } from "../../domain/say.ts";
import { sayFor, toAlsoIn, toBasis, toCredit, toFacts, toFate } from "../../messages/post-lines.ts";
import { cleanLine, cleanLines, escapeLine, escapeUrl, fitMarkdown, measure, toWebUrl } from "./markdown.ts";

const NAME_LENGTH_MAX = 200;
/** A longer link to a quote's place loses its fragment and leads to the article. */
const QUOTE_URL_LENGTH_MAX = 1000;
const FACT_LENGTH_MAX = 60;
const QUOTE_OUTLET_LENGTH_MAX = 60;
const PARAGRAPH_GAP = "\n\n";
/** A sentence cut to less than this says nothing. */
const SENTENCE_LENGTH_MIN = 40;

/** The channel's own title, who published it, and the agency it credits. Plain text. */
export function toOutletLine(post: Post): string {
  const outlet = cleanLine(post.outlet) || toHost(post.url);
  const agency = cleanLine(post.agency ?? "");
  const parts = [cleanLine(post.title ?? ""), outlet, agency === outlet ? "" : agency];
  return parts.filter((part) => part !== "").join(" · ");
}

export function toHost(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : "news";
}

/** Discord words the age in the reader's language. */
export function toAge(post: Post): string {
  const seconds = post.publishedAt === null ? Number.NaN : Math.floor(post.publishedAt.getTime() / 1000);
  return Number.isFinite(seconds) ? `<t:${seconds}:R>` : "";
}

/** The language, and what a reader should know about the text. */
export const toFactsText = (post: Post): string =>
  [...toFacts(post, (text) => fitMarkdown(text, FACT_LENGTH_MAX)), toBasis(post)]
    .filter((part) => part !== "")
    .join(" · ");

const toFactsLine = (post: Post): string => [toAge(post), toFactsText(post)].filter((part) => part !== "").join(" · ");

/** A quote is shown whole or not at all, as a block quote with its speaker and the link to its place. */
export function toQuoteBlock(quote: PostQuote, articleUrl: string, say: Say): string {
  const lines = cleanLines(quote.text)
    .split("\n")
    .filter((line) => line !== "");
  if (lines.length === 0) return "";
  const url = toWebUrl(quote.url, QUOTE_URL_LENGTH_MAX) ?? toWebUrl(articleUrl, QUOTE_URL_LENGTH_MAX);
  const place = url === null || quote.fate !== undefined ? "" : `[${say("post.inArticle")}](${escapeUrl(url)})`;
  const who = toCredit(quote, (text) => fitMarkdown(text, NAME_LENGTH_MAX));
  const also = toAlsoIn(quote, say, (text) => fitMarkdown(text, QUOTE_OUTLET_LENGTH_MAX));
  const fate = toFate(quote, say, (text) => fitMarkdown(text, QUOTE_OUTLET_LENGTH_MAX));
  const credit = [who, also, fate, place].filter((part) => part !== "").join(" · ");
  const own = lines.map((line) => (quote.fate === undefined ? escapeLine(line) : `~~${escapeLine(line)}~~`));
  const translated = cleanLine(quote.translation ?? "");
  const shown = translated === "" ? own : [escapeLine(translated), ...own.map((line) => `*${line}*`)];
  const block = shown.map((line) => `> ${line}`).join("\n");
  return credit === "" ? block : `${block}\n— ${credit}`;
}

/** The sentences that fit, in order; when not even the first does, its beginning. */
function fitSentences(sentences: readonly string[], room: number): string {
  let text = "";
  for (const sentence of sentences) {
    const clean = cleanLine(sentence);
    if (clean === "") continue;
    const longer = text === "" ? escapeLine(clean) : `${text} ${escapeLine(clean)}`;
    if (measure(longer) > room) return text === "" && room >= SENTENCE_LENGTH_MIN ? fitMarkdown(clean, room) : text;
    text = longer;
  }
  return text;
}

export interface BodyOptions {
  readonly lengthMax: number;
  /** Headline and first sentence only. */
  readonly isCompact: boolean;
}

/** Summary, quotes and facts within the room given. The summary has first call on it, then each quote in turn. */
export function toBody(post: Post, options: BodyOptions): string {
  const factsLine = toFactsLine(post);
  const facts = measure(factsLine) <= options.lengthMax ? factsLine : "";
  const gapLength = PARAGRAPH_GAP.length;
  let room = options.lengthMax - (facts === "" ? 0 : measure(facts) + gapLength);
  const summary = fitSentences(options.isCompact ? post.sentences.slice(0, 1) : post.sentences, Math.max(0, room));
  const paragraphs = summary === "" ? [] : [summary];
  if (summary !== "") room -= measure(summary) + gapLength;
  for (const quote of options.isCompact ? [] : post.quotes) {
    const block = toQuoteBlock(quote, post.url, sayFor(post));
    if (block === "" || measure(block) > room) continue;
    paragraphs.push(block);
    room -= measure(block) + gapLength;
  }
  if (facts !== "") paragraphs.push(facts);
  return paragraphs.join(PARAGRAPH_GAP);
}
