/** The words of a quote's first sentence, and what a reader was shown that one of them may point to. */

import type { Quote } from "../../domain/article.ts";
import { quicken } from "../../languages/shared/patterns/quicken.ts";
import { kindOf, type WordKind } from "./word-kinds.ts";
import { toStems, toWords, type WorthContext } from "./worth-context.ts";

/** "shown": it points to something, which stands in headline, summary or the quote itself. */
export type Leaning = "alone" | "shown" | "leans";

/** How far before a quote the text is read for what it may point to. */
export const BEFORE_LENGTH = 300;
/** Words that the text before a quote and the headline share when the one tells of the other. */
const SHARED_STEMS_MIN = 3;
/** So little stands between a quote and the sentence it is told with. */
const NEXT_LENGTH = 200;
const NEXT_WORDS = 12;
const WORD = quicken(/[\p{L}\p{M}\p{N}]+/gu);
/** A word this short is the same as another only when one opens the other. */
const SHORT_LENGTH = 5;
const WORD_LENGTH_MIN = 4;
/** Endings are no longer than this. */
const ENDING_LENGTH_MAX = 3;
const PLAIN = /^[a-z]+$/;

export interface Word {
  readonly text: string;
  readonly isUpper: boolean;
  /** What stands between it and the next one. */
  readonly gap: string;
}

export function toParts(text: string): readonly Word[] {
  const found = [...text.matchAll(WORD)];
  return found.map((match, index) => {
    const end = match.index + match[0].length;
    const low = match[0].toLowerCase();
    return { text: low, isUpper: low !== match[0], gap: text.slice(end, found[index + 1]?.index ?? text.length) };
  });
}

export const isShown = (word: string, stems: ReadonlySet<string>): boolean =>
  [...toStems(word)].some((stem) => stems.has(stem));

/** "fear" and "fears", but neither "things" and "think" nor „Frauen“ and „Frauenarzt“. */
export function isSameWord(one: string, other: string): boolean {
  if (one === other) return true;
  const min = Math.min(one.length, other.length);
  if (min < WORD_LENGTH_MIN || Math.abs(one.length - other.length) > ENDING_LENGTH_MAX) return false;
  let same = 0;
  while (same < min && one[same] === other[same]) same++;
  if (min <= SHORT_LENGTH) return same >= (PLAIN.test(one) ? min : min - 1);
  return same >= min - 2;
}

/** Words of meaning before one of them: what it may point to. */
export const toOwn = (words: readonly Word[], at: number, { speech }: WorthContext): ReadonlySet<string> =>
  toStems(
    words
      .slice(0, at)
      .map(({ text }) => text)
      .filter((text) => kindOf(text, speech) === "other")
      .join(" "),
  );

/** Those before the clause of a word: "a great venue for that" holds nothing that "that" may be. */
export function toOwnBefore(words: readonly Word[], at: number, context: WorthContext): ReadonlySet<string> {
  let end = at;
  while (end > 0 && !isParted(words[end - 1], words[end], context)) end--;
  return toOwn(words, end, context);
}

/** Kinds of words that open a clause: "and", "where", "everything [we] do". */
const OPENS_CLAUSE: ReadonlySet<WordKind> = new Set([
  "conjunction",
  "relative",
  "first person",
  "second person",
  "they",
]);

const isParted = (before: Word | undefined, word: Word | undefined, { speech }: WorthContext): boolean =>
  /[,.;:!?–—]/.test(before?.gap ?? "") || OPENS_CLAUSE.has(kindOf(word?.text, speech));

/** Whether the text right before the quote tells of what the headline tells of. */
export function isThingShown({ start }: Quote, { text, headline, speech }: WorthContext): boolean {
  const words = toWords(text.slice(Math.max(0, start - BEFORE_LENGTH), start));
  const before = toStems(words.filter((word) => kindOf(word, speech) === "other").join(" "));
  return [...before].filter((stem) => headline.has(stem)).length >= SHARED_STEMS_MIN;
}

/** Whether a sentence that is shown stands right before the quote. */
export const isNextShown = ({ start }: Quote, { text, ends }: WorthContext): boolean =>
  ends.some((end) => end <= start && start - end < NEXT_LENGTH && toWords(text.slice(end, start)).length <= NEXT_WORDS);
