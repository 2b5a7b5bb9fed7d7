/** Patterns out of lists of words, so that a room's data can be plain words. */

import { quicken } from "./patterns/quicken.ts";

const literal = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Longest first, so that "in addition" is tried before "in". */
export const byLength = (words: readonly string[]): readonly string[] => [...words].sort((a, b) => b.length - a.length);

/** A group that matches one of the words as they stand; none matches nothing. */
export const oneOf = (words: readonly string[]): string =>
  words.length === 0 ? "(?!)" : `(?:${byLength(words).map(literal).join("|")})`;

/** Scripts that do not part words: there a word is found wherever its characters stand. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const BEGIN = "(?<![\\p{L}\\p{N}_])";
const END = "(?![\\p{L}\\p{N}_])";

/** Which ends of a word must be ends in the text: "both", "begin", "end" or "none". */
function boundsOf(word: string): string {
  const bare = word.replace(/^\*|\*$/g, "");
  const hasBegin = !word.startsWith("*") && !UNSPACED.test(bare.charAt(0));
  const hasEnd = !word.endsWith("*") && !UNSPACED.test(bare.slice(-1));
  return hasBegin ? (hasEnd ? "both" : "begin") : hasEnd ? "end" : "none";
}

/**
 * Finds any of the words, whole and in either case. A star at an end of a word stands for whatever letters go on there:
 * "nuestr*" finds "nuestra".
 */
export function toWordPattern(words: readonly string[]): RegExp {
  const toPart = (bounds: string, begin: string, end: string): readonly string[] => {
    const found = words.filter((word) => boundsOf(word) === bounds).map((word) => word.replace(/^\*|\*$/g, ""));
    return found.length === 0 ? [] : [`${begin}${oneOf(found)}${end}`];
  };
  return toAnyPattern([
    ...toPart("both", BEGIN, END),
    ...toPart("begin", BEGIN, ""),
    ...toPart("end", "", END),
    ...toPart("none", "", ""),
  ]);
}

/** A pattern that finds any of some; of none, nothing. */
export const anyOf = (patterns: readonly string[]): string => (patterns.length === 0 ? "(?!)" : patterns.join("|"));

/** Finds any of the patterns, in either case. */
export const toAnyPattern = (patterns: readonly string[]): RegExp => new RegExp(anyOf(patterns), "iu");

/** All lower case, letter for letter: "İ" would become two. */
const toLow = (text: string): string =>
  text.includes("İ")
    ? text
        .split("İ")
        .map((part) => part.toLowerCase())
        .join("İ")
    : text.toLowerCase();

/** What a pattern writes that is no letter of a text: "\S", "\p{L}". */
const ESCAPE = /\\[pP]\{[^}]*\}|\\./gu;

/** Whether a text holds something, in either case. */
export interface Finder {
  readonly test: (text: string) => boolean;
}

/**
 * Finds what a pattern finds in either case. The text is put in lower case for it: a pattern of twenty languages that
 * is told to look in either case takes five times as long to be made, and twenty times as long to look. Throws when the
 * pattern has a capital, which would never be found.
 */
export function toFinder(pattern: string): Finder {
  assertLow(pattern);
  const found = quicken(new RegExp(pattern, "u"));
  return { test: (text) => found.test(toLow(text)) };
}

/** Compiled as one, hundreds of patterns take twice as long as in groups of so many, and longer to look, too. */
const GROUP = 16;

/** Finds what any of the patterns does, in either case, as `toFinder` does. */
export function toGroupedFinder(patterns: readonly string[]): Finder {
  for (const pattern of patterns) assertLow(pattern);
  const groups = Array.from({ length: Math.ceil(patterns.length / GROUP) }, (_, group) =>
    quicken(new RegExp(anyOf(patterns.slice(group * GROUP, (group + 1) * GROUP)), "u")),
  );
  return {
    test(text) {
      const low = toLow(text);
      return groups.some((group) => group.test(low));
    },
  };
}

function assertLow(pattern: string): void {
  if (/\p{Lu}/u.test(pattern.replace(ESCAPE, "")) || pattern.includes("\\p{Lu}"))
    throw new Error(`A pattern for text in lower case has a capital: ${pattern}`);
}

/** Letters by which words are told apart at each place of a text. */
const HEAD = 3;
const SLOTS = 1 << 12;
const slotAt = (text: string, at: number): number =>
  (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) % SLOTS;

/**
 * Finds any of some words wherever they stand, in either case. Hundreds of them as a pattern are tried one after the
 * other at every place of a text; here those that begin like it are.
 */
export function toPartFinder(words: readonly string[]): Finder {
  for (const word of words) assertLow(literal(word));
  const short = words.filter((word) => word.length < HEAD);
  const bySlot = new Array<string[] | null>(SLOTS).fill(null);
  for (const word of words.filter((each) => each.length >= HEAD)) {
    const slot = slotAt(word, 0);
    bySlot[slot] = [...(bySlot[slot] ?? []), word];
  }
  return {
    test(text) {
      const low = toLow(text);
      for (const word of short) if (low.includes(word)) return true;
      for (let at = 0; at <= low.length - HEAD; at++) {
        const like = bySlot[slotAt(low, at)] ?? null;
        if (like === null) continue;
        for (const word of like) if (low.startsWith(word, at)) return true;
      }
      return false;
    },
  };
}

/** Whether a pattern can be found at the beginning of a text alone. */
function isOfBeginning(pattern: string): boolean {
  let depth = 0;
  for (const sign of pattern.replace(/\\.|\[(?:\\.|[^\]\\])*\]/gu, "")) {
    if (sign === "(") depth++;
    else if (sign === ")") depth--;
    else if (sign === "|" && depth === 0) return false;
  }
  return pattern.startsWith("^");
}

/** The same as the one pattern of all of them, which tries those of the beginning at every place of a text. */
export function toAnyFinder(patterns: readonly string[]): Finder {
  const beginnings = patterns.filter(isOfBeginning);
  const others = patterns.filter((pattern) => !isOfBeginning(pattern));
  const parts = [
    ...(beginnings.length === 0 ? [] : [quicken(new RegExp(`^(?:${anyOf(beginnings)})`, "iu"))]),
    ...(others.length === 0 ? [] : [quicken(toAnyPattern(others))]),
  ];
  return { test: (text) => parts.some((part) => part.test(text)) };
}
