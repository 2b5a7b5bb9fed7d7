/** Text as both engines index it: the words made by the one folding of the domain, placed and bounded here. */

import { listKeys } from "../matching/keys.ts";
import { listTokens } from "../matching/tokens.ts";

/** PostgreSQL keeps positions up to 16,383; past this many words nothing is indexed, on either engine. */
export const INDEXED_WORDS_MAX = 16_000;
/** PostgreSQL keeps 255 places of one word; further ones are left out on both engines, so that results agree. */
export const PLACES_PER_WORD_MAX = 250;
export const WORD_LENGTH_MAX = 64;
const PAIRED_LETTER = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]$/u;
/** Between sections, so that no phrase runs from a headline into the text. */
const SECTION_GAP = 10;

/** A word at its place, counted from 1 through all sections; null where a word was left out. */
export interface IndexedSection {
  readonly start: number;
  readonly words: readonly (string | null)[];
  /** What else the section is found by, in no order. */
  readonly keys: readonly string[];
}

export interface SectionText {
  readonly text: string;
  /** Words of this language are found by their other forms; null for names. */
  readonly language: string | null;
  /** Runs of words to be found as they are, apart from the text and from one another. */
  readonly more?: readonly (readonly string[])[];
  /** Keys it is found by besides those of its words. */
  readonly facts?: readonly string[];
}

/** NUL, which PostgreSQL refuses, and lone surrogates become U+FFFD: one unit for one, so that offsets still hold. */
export function toStorable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\uFFFD");
}

/** Makes every text inside a value storable; the value keeps its shape. */
export function toStorableValue<T>(value: T): T {
  if (typeof value === "string") return toStorable(value) as T;
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(toStorableValue) as T;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toStorableValue(each)])) as T;
}

/** The folded words of a text, each cut to the length both engines can hold. */
export function toWords(text: string): readonly string[] {
  return listTokens(text).map(({ word }) => cutWord(word));
}

export const cutWord = (word: string): string =>
  word.length > WORD_LENGTH_MAX ? word.slice(0, WORD_LENGTH_MAX).replace(/[\uD800-\uDBFF]$/, "") : word;

/** True for one letter of a script that is indexed in overlapping pairs. */
export const isPairedLetter = (word: string): boolean => PAIRED_LETTER.test(word);

/**
 * The last letters of runs written in pairs. A search for one letter looks for pairs that begin with it, and these begin
 * none, so they are added after the section, each apart so that they make no phrase.
 */
function toLastLetters(words: readonly string[]): readonly (string | null)[] {
  const last = new Set<string>();
  for (const [index, word] of words.entries()) {
    const [first, second, third] = word;
    if (first === undefined || second === undefined || third !== undefined || !isPairedLetter(second)) continue;
    if (!words[index + 1]?.startsWith(second)) last.add(second);
  }
  return [...last].flatMap((letter) => [null, letter]);
}

/** Sections in order of weight, such as headline, brief and text. */
export function toIndexedSections(texts: readonly SectionText[]): readonly IndexedSection[] {
  const places = new Map<string, number>();
  let next = 1;
  return texts.map(({ text: given, language, more = [], facts = [] }) => {
    const start = next;
    const room = Math.max(0, INDEXED_WORDS_MAX - start);
    const tokens = listTokens(given);
    // What stands behind the last word that is indexed is not looked at for forms either.
    const text = tokens.length <= room ? given : given.slice(0, tokens[room - 1]?.end ?? 0);
    const found = tokens.slice(0, room).map(({ word }) => cutWord(word));
    const others = more.flatMap((run) => [null, ...run]);
    const words = [...found, ...toLastLetters(found), ...others].slice(0, room).map((word) => {
      if (word === null) return null;
      const count = (places.get(word) ?? 0) + 1;
      places.set(word, count);
      return count > PLACES_PER_WORD_MAX ? null : word;
    });
    next = Math.min(start + words.length + SECTION_GAP, INDEXED_WORDS_MAX);
    const keys = language === null ? [] : listKeys(text, language).map(cutWord);
    return { start, words, keys: [...keys, ...facts] };
  });
}
