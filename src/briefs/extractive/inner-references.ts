/** What a sentence takes as known from before in its middle: "Soon after the barricade was in place", "use these methods". */

import { findLanguage } from "../../languages/index.ts";
import { listMatches } from "../../languages/shared/matches.ts";
import { findNameGender } from "../../languages/shared/names/name-lists.ts";
import { quicken } from "../../languages/shared/patterns/quicken.ts";
import { stemWord, stopWords, toListed } from "../../languages/shared/words.ts";
import { withoutQuotes } from "./quotation.ts";

/** Words of one thing's name: "a makeshift barricade". */
const PHRASE_WORDS_MAX = 4;
const WORD_LENGTH_MAX = 40;
const WORD_BEHIND = /^[ \u00a0]([\p{L}’'-]+)/u;
const WORDS = quicken(/[\p{L}-]+/gu);
const FIRST_NAMES_MAX = 3;
const [SPACE, HARD_SPACE] = [0x20, 0xa0];
const isPlainLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || code === 0x27 || code === 0x2d || code === 0x2019;
/** Letters beyond a to z are left to the pattern. */
const isLetterOrNot = (code: number): boolean =>
  code >= 0xaa && code !== HARD_SPACE && !(code >= 0x2010 && code <= 0x2027);

/** A sentence as it is shown, and the same without what is quoted in it; both also in lower case with one apostrophe. */
export interface Shown {
  readonly text: string;
  readonly low: string;
  readonly told: string;
  readonly lowTold: string;
}

export function readShown(text: string): Shown {
  const told = withoutQuotes(text);
  const low = toListed(text);
  return { text, low, told, lowTold: told === text ? low : toListed(told) };
}

/** The word right behind a place in a text in lower case, "" for none; read by code where it is of plain letters. */
function wordBehind(text: string, at: number): string {
  const first = text.charCodeAt(at);
  if (first !== SPACE && first !== HARD_SPACE) return "";
  const limit = Math.min(text.length, at + WORD_LENGTH_MAX);
  let end = at + 1;
  while (end < limit && isPlainLetter(text.charCodeAt(end))) end++;
  if (end < limit && isLetterOrNot(text.charCodeAt(end))) return WORD_BEHIND.exec(text.slice(at, limit))?.[1] ?? "";
  return text.slice(at + 1, end);
}

/** The words behind a place up to the first small one, or a verb of speech: "incredible giant bacterium". */
export function findPhrase(text: string, at: number, language: string): readonly string[] {
  const { asides, text: textWords } = findLanguage(language);
  const words: string[] = [];
  for (let end = at; words.length < PHRASE_WORDS_MAX; ) {
    const word = wordBehind(text, end);
    if (word === "" || textWords.stopWords.has(word) || asides.speech.has(word)) break;
    words.push(word);
    end += word.length + 1;
  }
  return words;
}

/** Nouns that stand for the same whoever reads them, or for somebody the headline names: "the year", "the singer". */
export function isKnownToAll(noun: string, language: string): boolean {
  const { quoted, bound } = findLanguage(language).asides;
  return noun.length < 3 || quoted.known.has(noun) || bound.somebody.test(noun);
}

/** Stems that a sentence introduces: "a man", "un homme", and all of "a makeshift barricade". */
export function findIntroduced({ low }: Shown, language: string): readonly string[] {
  const stems: string[] = [];
  for (const match of listMatches(findLanguage(language).asides.bound.indefinite, low)) {
    const noun = match[1] ?? "";
    stems.push(stemWord(noun, language));
    const start = match.index + match[0].length - noun.length - 1;
    for (const word of findPhrase(low, start, language))
      if (!isKnownToAll(word, language)) stems.push(stemWord(word, language));
  }
  return stems;
}

/** The stem of a thing that the sentence takes as introduced, and an earlier one did; null when there is none. */
export function findInnerNoun(
  { lowTold: told }: Shown,
  language: string,
  introduced: ReadonlySet<string>,
): string | null {
  if (introduced.size === 0) return null;
  const { bound } = findLanguage(language).asides;
  for (const match of listMatches(bound.definiteInside, told)) {
    const start = match.index + match[0].length - 1;
    const [noun, more] = findPhrase(told, start, language);
    // With more words behind it, it may not be what the phrase is about: "the car firm".
    if (noun === undefined || more !== undefined) continue;
    const stem = stemWord(noun, language);
    if (!introduced.has(stem) || isKnownToAll(noun, language)) continue;
    // "The decision" means the news itself.
    if (bound.events.has(noun) || bound.explained.test(told.slice(start + 1 + noun.length))) continue;
    const before = told.slice(0, match.index).match(WORDS) ?? [];
    if (!before.some((word) => stemWord(word, language) === stem)) return stem;
  }
  return null;
}

/** What "these methods" points to, when neither the sentence before it nor the headline tells of it. */
export function findPointedNoun(
  { lowTold: told }: Shown,
  language: string,
  titleStems: ReadonlySet<string>,
): { readonly to: "event" | "noun"; readonly stem: string } | null {
  const { bound } = findLanguage(language).asides;
  for (const match of listMatches(bound.pointedAnywhere, told)) {
    const start = match.index + match[0].length - (match[1] ?? "").length - 1;
    const words = findPhrase(told, start, language);
    const before = new Set((told.slice(0, match.index).match(WORDS) ?? []).map((word) => stemWord(word, language)));
    const isTold = words.some((word) => {
      const stem = stemWord(word, language);
      return isKnownToAll(word, language) || titleStems.has(stem) || before.has(stem);
    });
    const [first] = words;
    if (isTold || first === undefined) continue;
    const isOnce = bound.once.has(match[0].split(" ")[0] ?? "") && !words.some((word) => bound.selves.has(word));
    return { to: isOnce ? "noun" : "event", stem: stemWord(first, language) };
  }
  return null;
}

/** Whether a name in the text is of the other gender only: nobody calls "Joe Moor" her. */
function isOther(name: string, isFemale: boolean, text: string): boolean {
  const words = name.split(" ");
  const firsts = words.length > 1 ? [words[0] ?? ""] : findFirstNames(words[0] ?? "", text);
  const other = isFemale ? "male" : "female";
  return firsts.length > 0 && firsts.every((first) => findNameGender(first.toLowerCase()) === other);
}

/** The words with a capital that stand before a surname. */
function findFirstNames(last: string, text: string): readonly string[] {
  const found: string[] = [];
  for (
    let at = text.indexOf(` ${last}`);
    at >= 0 && found.length < FIRST_NAMES_MAX;
    at = text.indexOf(` ${last}`, at + 1)
  ) {
    const first = /(\p{Lu}\p{Ll}+)$/u.exec(text.slice(Math.max(0, at - 30), at))?.[1];
    if (first !== undefined) found.push(first);
  }
  return found;
}

const BEHIND_SMALL = /[\p{Ll},]$/u;
const NAME = quicken(/\p{Lu}[\p{L}’'-]*\p{L}(?: \p{Lu}[\p{L}’'-]*\p{L})*/gu);

/** Whether the name stands behind a small word or a comma somewhere: "Earlier" opens its sentence and does not. */
function isNamedInside(name: string, text: string): boolean {
  const spaced = ` ${name}`;
  for (let at = text.indexOf(spaced); at >= 0; at = text.indexOf(spaced, at + 1))
    if (BEHIND_SMALL.test(text.slice(Math.max(0, at - 2), at))) return true;
  return false;
}

/** "Earlier, Joe Moor looked at her legacy": a pronoun before which nobody is named but people of the other gender. */
export function hasOtherGenderOnly({ told }: Shown, language: string, text: string): boolean {
  const { asides, speech } = findLanguage(language);
  const match = asides.bound.gendered.exec(told);
  if (match === null) return false;
  const before = told.slice(0, match.index);
  const words = toListed(before).match(WORDS) ?? [];
  if (asides.bound.somebody.test(before) || words.some((word) => speech?.roles.has(word) === true)) return false;
  const names = listMatches(NAME, before).flatMap(({ 0: chain, index }) => {
    const name = chain.replace(/['’]s?$/u, "");
    if (stopWords(language).has(name.toLowerCase())) return [];
    const isOpening = index === 0 && !name.includes(" ") && !isNamedInside(name, text);
    return isOpening ? [] : [name];
  });
  const isFemale = match.groups?.["female"] !== undefined;
  return names.length > 0 && names.every((name) => isOther(name, isFemale, text));
}
