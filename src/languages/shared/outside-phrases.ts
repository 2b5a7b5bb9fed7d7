/** What stands beside a quotation and it is false without: a condition, a limit, that nobody knows whether it was said. */

import type { AsidesFile } from "./asides-file.ts";
import { toAnyPattern, toWordPattern } from "./word-pattern.ts";

export interface OutsidePhrases {
  readonly conditions: RegExp;
  readonly limits: RegExp;
  readonly hearsay: RegExp;
  /** Words by which somebody is told to speak. */
  readonly speech: RegExp;
}

const asWord = (words: string): string => `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`;

export const toOutside = (
  { conditions, limits, hearsay }: AsidesFile["outside"],
  speech: readonly string[],
): OutsidePhrases => ({
  conditions: toAnyPattern(conditions.map(asWord)),
  limits: toAnyPattern(limits.map((words) => `^["“„«]?${asWord(words)}`)),
  hearsay: toAnyPattern(hearsay.map(asWord)),
  speech: toWordPattern(speech),
});
