/** Where the value of an option ends in a typed line: after a word, a name, the longest text that fits, or with the line. */

import type { Option } from "../../domain/option.ts";
import { NAME_PARTICLES } from "../../messages/typed-words.ts";

type CountParts = Option["countParts"];

const CAPITAL = /^\p{Lu}/u;
/** A value that says itself where it ends is looked for in so many words. */
const FITTING_WORDS_MAX = 12;

/** Marks that hold a value together go; marks inside a longer one stay. */
export const unquote = (text: string): string => text.replace(/^"([^"]*)"?$|^([^"]*)"$/, "$1$2").trim();

/** How many parts a name written with capitals has: `Nera Moreau harbor` has two. */
function countName(parts: readonly string[]): number {
  const isCapital = (part: string | undefined): boolean => part !== undefined && CAPITAL.test(part);
  if (!isCapital(parts[0])) return 1;
  let count = 1;
  for (;;) {
    let next = count;
    while (NAME_PARTICLES.has(parts[next] ?? "")) next += 1;
    if (!isCapital(parts[next])) return count;
    count = next + 1;
  }
}

/** `words:ferry, harbor`: a comma says that more of the same follows. */
function countList(parts: readonly string[], firstCount: number): number {
  let count = firstCount;
  while (count < parts.length && (/[,،]$/.test(parts[count - 1] ?? "") || /^[,،]/.test(parts[count] ?? ""))) count += 1;
  return count;
}

/** All of them, unless marks hold it together or it may end: then the first is as long as this says. */
function countUnlessEnded(
  parts: readonly string[],
  mayEnd: boolean,
  countFirst: (parts: readonly string[]) => number,
): number {
  if (parts.length < 2) return parts.length;
  if (/^".*"[,،]?$/s.test(parts[0] ?? "")) return countList(parts, 1);
  return mayEnd ? countList(parts, countFirst(parts)) : parts.length;
}

/** What numbers, choices, and yes or no are. */
export const countWord: CountParts = (parts) => Math.min(parts.length, 1);

export const countText: CountParts = (parts, mayEnd) => countUnlessEnded(parts, mayEnd, () => 1);

export const countNames: CountParts = (parts, mayEnd) => countUnlessEnded(parts, mayEnd, countName);

/** The longest that can be a value. */
export const countFitting =
  (fits: (text: string) => boolean): CountParts =>
  (parts, mayEnd) => {
    if (parts.length < 2) return parts.length;
    for (let count = Math.min(parts.length, FITTING_WORDS_MAX); count > 0; count -= 1) {
      if (fits(unquote(parts.slice(0, count).join(" ")))) return count;
    }
    return countText(parts, mayEnd);
  };
