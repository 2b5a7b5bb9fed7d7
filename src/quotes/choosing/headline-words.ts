/** What the headline quotes is what the news is of: whoever says it in the article is quoted first. */

import type { Quote } from "../../domain/article.ts";
import { toWords, wordsOf } from "./worth-context.ts";

/** A mark with no letter before it, up to one with none behind it: 'We're on it'. */
const MARKED = /(?<!\p{L})[“"‘'«„](\S.+?)[”"’'»“](?!\p{L})/gu;
/** Two words may be a name or said in jest. */
const WORDS_MIN = 3;
/** A quote that says no more than the headline does is no news beside it. */
const MORE_WORDS_MIN = 2;

const toLine = (words: readonly string[]): string => ` ${words.join(" ")} `;

/** The words that a headline has in marks, a space around each. */
export const readMarked = (headline: string): readonly string[] =>
  [...headline.matchAll(MARKED)]
    .map((match) => toWords(match[1] ?? ""))
    .flatMap((words) => (words.length < WORDS_MIN ? [] : [toLine(words)]));

/** Whether somebody named says them, and more than them. */
export function holdsMarked(quote: Quote, marked: readonly string[]): boolean {
  const { speaker, cue } = quote;
  if (marked.length === 0 || cue === null || (speaker?.kind !== "person" && speaker?.kind !== "organization"))
    return false;
  const words = wordsOf(quote);
  const line = toLine(words);
  return marked.some((each) => line.includes(each) && words.length >= each.trim().split(" ").length + MORE_WORDS_MIN);
}
