/** A post as one Telegram message, shortened by meaning: quotes go first, then the summary, never the link. */

import type { Post, PostQuote } from "../../domain/post.ts";
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
  toLinkUrl,
} from "./markup.ts";
import { cut, toLine } from "./plain-text.ts";

export const HEADLINE_LENGTH_MAX = 300;
export const SENTENCE_LENGTH_MAX = 1_000;
const SENTENCES_MAX = 10;
/** A longer quote is left out: cut words would be no quote. */
const QUOTE_LENGTH_MAX = 2_000;
const QUOTES_MAX = 10;
/** Longer quotes are folded until the reader opens them. */
export const QUOTE_UNFOLDED_LENGTH_MAX = 280;
export const NAME_LENGTH_MAX = 120;
const ALSO_MAX = 5;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const DAYS_COUNTED_MAX = 7;

const DATE = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const LANGUAGES = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

export interface RenderOptions {
  readonly now: Date;
  readonly isCompact?: boolean | undefined;
}

/** How a link is previewed under a message. */
export interface LinkPreview {
  readonly is_disabled?: boolean;
  readonly url?: string;
  readonly prefer_small_media?: boolean;
}

export const NO_PREVIEW: LinkPreview = { is_disabled: true };

/** "3 hours ago", and the date once it is older than a week. */
export function toAge(publishedAt: Date, now: Date): string {
  const ageMs = now.getTime() - publishedAt.getTime();
  if (Number.isNaN(ageMs)) return "";
  const count = (amount: number, unit: string): string => `${amount} ${unit}${amount === 1 ? "" : "s"} ago`;
  if (ageMs < MINUTE_MS) return ageMs < -DAY_MS ? DATE.format(publishedAt) : "just now";
  if (ageMs < HOUR_MS) return count(Math.floor(ageMs / MINUTE_MS), "minute");
  if (ageMs < DAY_MS) return count(Math.floor(ageMs / HOUR_MS), "hour");
  if (ageMs < DAYS_COUNTED_MAX * DAY_MS) return count(Math.floor(ageMs / DAY_MS), "day");
  return DATE.format(publishedAt);
}

function toLanguageName(tag: string): string {
  try {
    return LANGUAGES.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** What is said of a post beside its outlet: age, language, and that it was updated. */
export function toFacts(post: Post, now: Date): readonly string[] {
  return [
    post.publishedAt === null ? "" : toAge(post.publishedAt, now),
    post.languageShown === null ? "" : `in ${toLanguageName(post.languageShown)}`,
    post.isUpdated ? "updated" : "",
  ].filter((fact) => fact !== "");
}

/** "Ada Lindqvist, harbor master"; empty when the article does not say who. */
export function toCredit({ speaker, role }: PostQuote): string {
  return [speaker, role].filter((part) => part !== null && part.trim() !== "").join(", ");
}

/** Below the quotes: who else carries the story, and where the summary is from. */
export function toFootnotes({ alsoOutlets, isFeedSummary }: Post): readonly string[] {
  const shown = alsoOutlets.slice(0, ALSO_MAX).map((outlet) => cut(toLine(outlet), NAME_LENGTH_MAX));
  const more = alsoOutlets.length > ALSO_MAX ? ` and ${alsoOutlets.length - ALSO_MAX} more` : "";
  const names = shown.filter((outlet) => outlet !== "").join(", ");
  return [names === "" ? "" : `Also: ${names}${more}`, isFeedSummary ? "From the feed's summary." : ""].filter(
    (note) => note !== "",
  );
}

/** The parts of a post that may be shown at all, before anything is left out for length. */
export function chooseParts(post: Post, isCompact: boolean): Pick<Post, "sentences" | "quotes"> {
  const isShowable = ({ text }: PostQuote): boolean => toLine(text) !== "" && text.length <= QUOTE_LENGTH_MAX;
  return {
    sentences: post.sentences.filter((each) => toLine(each) !== "").slice(0, isCompact ? 1 : SENTENCES_MAX),
    quotes: isCompact ? [] : post.quotes.filter(isShowable).slice(0, QUOTES_MAX),
  };
}

function renderSourceLine(post: Post, now: Date): Piece {
  const outlet = bold(line(post.outlet, NAME_LENGTH_MAX));
  const agency = post.agency === null ? EMPTY : line(`(${post.agency})`, NAME_LENGTH_MAX);
  const facts = toFacts(post, now).map((fact) => line(fact, NAME_LENGTH_MAX));
  return join([join([outlet, agency], " "), ...facts], " · ");
}

function renderQuote(quote: PostQuote): Piece {
  const words = lines(quote.text);
  const place = toLinkUrl(quote.url) === null ? EMPTY : link(plain("in the article"), quote.url);
  const credit = join([line(toCredit(quote), 2 * NAME_LENGTH_MAX), place], " · ");
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
          renderSourceLine(post, options.now),
          bold(link(headline.length > 0 ? headline : plain("Read the article"), post.url)),
        ],
        "\n",
      ),
      join(
        sentences.map((sentence) => line(sentence, SENTENCE_LENGTH_MAX)),
        " ",
      ),
      ...quotes.map(renderQuote),
      join(
        toFootnotes(post).map((note) => italic(line(note, ALSO_MAX * NAME_LENGTH_MAX))),
        "\n",
      ),
    ],
    options.isCompact ? "\n" : "\n\n",
  );
}

/** The post as one piece that fits in a message. */
export function renderPost(post: Post, options: RenderOptions): Piece {
  let { sentences, quotes } = chooseParts(post, options.isCompact ?? false);
  for (;;) {
    const piece = compose(post, { sentences, quotes }, options);
    if (fits(piece) || (quotes.length === 0 && sentences.length === 0)) return piece;
    if (quotes.length > 0) quotes = quotes.slice(0, -1);
    else sentences = sentences.slice(0, -1);
  }
}

/** The article's picture, small, when there is one; never a preview that repeats the headline. */
export function choosePreview(post: Post, isCompact: boolean): LinkPreview {
  const url = post.imageUrl === null || isCompact ? null : toLinkUrl(post.imageUrl);
  return url === null ? NO_PREVIEW : { url, prefer_small_media: true };
}
