/** Whether two outlets name the same person, another, or whether that is not sure. */

import type { Speaker } from "../../domain/article.ts";
import { fold } from "../../domain/fold.ts";
import { findLanguage } from "../../languages/index.ts";

/** Unsure is silent: it neither backs a name nor doubts it. */
export type SpeakerMatch = "same" | "different" | "unsure";

const NAME_WORD = /[\p{L}\p{M}]+/gu;
/** Names are spelled and bent in several ways: "Zelenka" and "Zelenki", "Halversen" and "Halverson". */
const STEM_LENGTH_MIN = 5;
const ENDING_LENGTH_MAX = 3;
const SHORT_STEM_LENGTH_MIN = 3;
const SHORT_ENDING_LENGTH_MAX = 2;
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Arabic}/u, /\p{Script=Greek}/u] as const;

const toWords = (name: string): readonly string[] => fold(name).match(NAME_WORD) ?? [];

const isInitialOf = (a: string, b: string): boolean => a.length === 1 && b.startsWith(a);

/** The same name, or the one shortened to its first letter. */
const isSameWord = (a: string, b: string): boolean => a === b || isInitialOf(a, b) || isInitialOf(b, a);

/** Alike but for one letter, or for an ending. */
function isAlike(a: string, b: string): boolean {
  if (isSameWord(a, b)) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let begin = 0;
  while (begin < short.length && short[begin] === long[begin]) begin++;
  const ending = long.length - begin;
  if (begin >= STEM_LENGTH_MIN && begin >= short.length - 1 && ending <= ENDING_LENGTH_MAX) return true;
  if (begin >= SHORT_STEM_LENGTH_MIN && begin === short.length && ending <= SHORT_ENDING_LENGTH_MAX) return true;
  let end = 0;
  while (end < short.length - begin && short.at(-1 - end) === long.at(-1 - end)) end++;
  return short.length > STEM_LENGTH_MIN && begin > 0 && ending - end <= 1;
}

/** Each word of the shorter name has one of its own in the longer one. */
function isWithin(
  short: readonly string[],
  long: readonly string[],
  isMet: (a: string, b: string) => boolean,
): boolean {
  const left = [...long];
  return short.every((word) => {
    const index = left.findIndex((other) => isMet(word, other));
    if (index >= 0) left.splice(index, 1);
    return index >= 0;
  });
}

const listScripts = (name: string): string => SCRIPTS.map((script) => Number(script.test(name))).join("");

/** By their names alone: a fuller form and a shorter one are the same. */
export function matchNames(a: string, b: string): SpeakerMatch {
  const [one, other] = [toWords(a), toWords(b)];
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length === 0 || listScripts(a) !== listScripts(b)) return "unsure";
  // An initial alone is nobody's name.
  if (short.every((word) => word.length === 1) && !isWithin(short, long, (x, y) => x === y)) return "unsure";
  if (isWithin(short, long, isSameWord)) return "same";
  // Written without a space between family and given name: 田中 is within 田中太郎.
  if (fold(a).includes(fold(b)) || fold(b).includes(fold(a))) return "unsure";
  return isWithin(short, long, isAlike) ? "unsure" : "different";
}

/** A pronoun, a role or a "spokesman" names nobody. */
function isNamed({ name, kind }: Speaker, language: string): boolean {
  const isPronoun = findLanguage(language).speech?.pronouns.has(name.toLowerCase()) === true;
  const hasCase = /[\p{Lu}\p{Ll}]/u.test(name);
  const isCapital = !hasCase || /(?:^|[\s'’-])\p{Lu}[^\s]*$/u.test(name.trim());
  return !isPronoun && (kind === "organization" || (kind === "person" && isCapital));
}

/** Only persons are told to be different: an office may speak by whoever holds it. */
export function matchSpeakers(a: Speaker | null, b: Speaker | null, language: string): SpeakerMatch {
  if (a === null || b === null || !isNamed(a, language) || !isNamed(b, language)) return "unsure";
  const match = matchNames(a.name, b.name);
  if (a.kind !== b.kind) return "unsure";
  return match === "different" && a.kind === "organization" ? "unsure" : match;
}
