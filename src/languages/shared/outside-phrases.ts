/** What stands beside a quotation and it is false without: a condition, a limit, that nobody knows whether it was said. */

import type { AsidesFile } from "./asides-file.ts";
import { anyOf, toAnyPattern, toWordPattern } from "./word-pattern.ts";

export interface OutsidePhrases {
  readonly conditions: RegExp;
  readonly limits: RegExp;
  readonly hearsay: RegExp;
  /** Words by which somebody is told to speak. */
  readonly speech: RegExp;
}

const asWord = (words: string): string => `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`;

/** All as one: the ends of a word are looked for once at each place. */
const toWords = (words: readonly string[]): readonly string[] => (words.length === 0 ? [] : [asWord(anyOf(words))]);

export const toOutside = (
  { conditions, limits, hearsay }: AsidesFile["outside"],
  speech: readonly string[],
): OutsidePhrases => ({
  conditions: toAnyPattern(toWords(conditions)),
  limits: toAnyPattern(limits.map((words) => `^["“„«]?${asWord(words)}`)),
  hearsay: toAnyPattern(toWords(hearsay)),
  speech: toWordPattern(speech),
});
