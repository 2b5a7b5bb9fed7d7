/** Whether an article has taken words back that it had somebody say: certain, or nothing is said of it. */

import type { Quote } from "../../domain/article.ts";
import { isSameQuote, readQuoteWords } from "./same-quote.ts";
import { matchSpeakers } from "./same-speaker.ts";

export type QuoteFate = "withdrawn" | "corrected";

/** An article of which less is left was written anew, or was cut: what is missing was not taken back. */
const STANDING_SHARE_MIN = 0.6;
/** A paragraph with fewer letters tells nothing of what stands. */
const PARAGRAPH_LENGTH_MIN = 20;
/** Of the longer quote, for words that were put right. */
const COMMON_SHARE_MIN = 0.5;

export interface Edited {
  readonly before: string;
  readonly now: string;
  /** All that are read in it now. */
  readonly quotesNow: readonly Pick<Quote, "text" | "speaker">[];
  readonly language: string;
}

/** Other marks and spaces are no other words. */
const toEven = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Whether the article around the quote is still the same. */
function isStanding(quote: string, { before, now }: Pick<Edited, "before" | "now">): boolean {
  const left = toEven(now);
  const others = before
    .split("\n\n")
    .map(toEven)
    .filter((paragraph) => paragraph.length >= PARAGRAPH_LENGTH_MIN && !paragraph.includes(quote));
  const count = others.filter((paragraph) => left.includes(paragraph)).length;
  return others.length > 0 && count >= others.length * STANDING_SHARE_MIN;
}

/** Of the words of both, how many of the longer one's stand in the other. */
function shareWords(one: readonly string[], other: readonly string[]): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const left = new Set(short);
  return long.length === 0 ? 0 : long.filter((word) => left.has(word)).length / long.length;
}

/** Null while the article has the words, whole or cut, and where nothing is certain. */
export function findFate(quote: Pick<Quote, "text" | "speaker">, edited: Edited): QuoteFate | null {
  const { quotesNow, now, before, language } = edited;
  const even = toEven(quote.text);
  if (even === "" || toEven(now).includes(even) || !isStanding(even, edited)) return null;
  const words = readQuoteWords(quote.text);
  const isSame = (other: Pick<Quote, "text" | "speaker">): boolean =>
    isSameQuote(words, readQuoteWords(other.text), {
      language,
      isSameSpeaker: matchSpeakers(quote.speaker, other.speaker, language) === "same",
    });
  if (quotesNow.some(isSame)) return null;
  const wasThere = toEven(before);
  const isPutRight = ({ text, speaker }: Pick<Quote, "text" | "speaker">): boolean =>
    !wasThere.includes(toEven(text)) &&
    matchSpeakers(quote.speaker, speaker, language) !== "different" &&
    shareWords(words.words, readQuoteWords(text).words) >= COMMON_SHARE_MIN;
  return quotesNow.some(isPutRight) ? "corrected" : "withdrawn";
}
