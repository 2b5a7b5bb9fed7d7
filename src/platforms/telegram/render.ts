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

const HEADLINE_LENGTH_MAX = 300;
const SENTENCE_LENGTH_MAX = 1_000;
const SENTENCES_MAX = 10;
/** A longer quote is left out: cut words would be no quote. */
const QUOTE_LENGTH_MAX = 2_000;
const QUOTES_MAX = 10;
/** Longer quotes are folded until the reader opens them. */
const QUOTE_UNFOLDED_LENGTH_MAX = 280;
const NAME_LENGTH_MAX = 120;
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

function renderSourceLine(post: Post, now: Date): Piece {
  const outlet = bold(line(post.outlet, NAME_LENGTH_MAX));
  const agency = post.agency === null ? EMPTY : line(`(${post.agency})`, NAME_LENGTH_MAX);
  return join(
    [
      join([outlet, agency], " "),
      post.publishedAt === null ? EMPTY : plain(toAge(post.publishedAt, now)),
      post.languageShown === null ? EMPTY : line(`in ${toLanguageName(post.languageShown)}`, NAME_LENGTH_MAX),
      post.isUpdated ? plain("updated") : EMPTY,
    ],
    " · ",
  );
}

function renderQuote({ text, speaker, role, url }: PostQuote): Piece {
  const words = lines(text);
  const who = [speaker, role].filter((part) => part !== null && part.trim() !== "").join(", ");
  const place = toLinkUrl(url) === null ? EMPTY : link(plain("in the article"), url);
  const credit = join([who === "" ? EMPTY : line(who, 2 * NAME_LENGTH_MAX), place], " · ");
  return join(
    [
      blockquote(words, words.length > QUOTE_UNFOLDED_LENGTH_MAX),
      credit.length === 0 ? EMPTY : join([plain("— "), credit]),
    ],
    "\n",
  );
}

function renderFootnotes(post: Post): Piece {
  const shown = post.alsoOutlets.slice(0, ALSO_MAX).map((outlet) => line(outlet, NAME_LENGTH_MAX));
  const more = post.alsoOutlets.length - shown.length;
  const also = join([join(shown, ", "), more > 0 ? plain(`and ${more} more`) : EMPTY], " ");
  return join(
    [
      also.length === 0 ? EMPTY : italic(join([plain("Also: "), also])),
      post.isFeedSummary ? italic(plain("From the feed's summary.")) : EMPTY,
    ],
    "\n",
  );
}

function compose(post: Post, sentences: readonly string[], quotes: readonly PostQuote[], now: Date): Piece {
  const headline = line(post.headline, HEADLINE_LENGTH_MAX);
  return join(
    [
      join(
        [renderSourceLine(post, now), bold(link(headline.length > 0 ? headline : plain("Read the article"), post.url))],
        "\n",
      ),
      join(
        sentences.map((sentence) => line(sentence, SENTENCE_LENGTH_MAX)),
        " ",
      ),
      ...quotes.map(renderQuote),
      renderFootnotes(post),
    ],
    "\n\n",
  );
}

/** The post as one piece that fits, together with whatever `fitsBeside` says it shares the message with. */
export function renderPost(
  post: Post,
  { now, isCompact = false }: RenderOptions,
  fitsBeside: (piece: Piece) => boolean = fits,
): Piece {
  let sentences = post.sentences.filter((each) => each.trim() !== "").slice(0, isCompact ? 1 : SENTENCES_MAX);
  let quotes = isCompact
    ? []
    : post.quotes.filter(({ text }) => text.trim() !== "" && text.length <= QUOTE_LENGTH_MAX).slice(0, QUOTES_MAX);
  for (;;) {
    const piece = compose(post, sentences, quotes, now);
    if (fitsBeside(piece) || (quotes.length === 0 && sentences.length === 0)) return piece;
    if (quotes.length > 0) quotes = quotes.slice(0, -1);
    else sentences = sentences.slice(0, -1);
  }
}

/** The article's picture, small, when there is one; never a preview that repeats the headline. */
export function choosePreview(post: Post, isCompact: boolean): LinkPreview {
  const url = post.imageUrl === null || isCompact ? null : toLinkUrl(post.imageUrl);
  return url === null ? NO_PREVIEW : { url, prefer_small_media: true };
}
