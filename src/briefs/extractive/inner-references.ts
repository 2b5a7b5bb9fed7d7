/** What a sentence takes as known from before in its middle: "Soon after the barricade was in place", "use these methods". */

import { findLanguage } from "../../languages/index.ts";
import { findNameGender } from "../../languages/shared/names/name-lists.ts";
import { stemWord, stopWords } from "../../languages/shared/words.ts";
import { withoutQuotes } from "./quotation.ts";

/** Words of one thing's name: "a makeshift barricade". */
const PHRASE_WORDS_MAX = 4;
const WORD_LENGTH_MAX = 40;
const WORD_BEHIND = /^[ \u00a0]([\p{L}’'-]+)/u;
const FIRST_NAMES_MAX = 3;

const fold = (text: string): string => text.toLowerCase().replaceAll("’", "'");

/** The words behind a place up to the first small one, or a verb of speech: "incredible giant bacterium". */
function findPhrase(text: string, at: number, language: string): readonly string[] {
  const { speech } = findLanguage(language).asides;
  const words: string[] = [];
  for (let end = at; words.length < PHRASE_WORDS_MAX; ) {
    const word = WORD_BEHIND.exec(text.slice(end, end + WORD_LENGTH_MAX))?.[1] ?? "";
    if (word === "" || stopWords(language).has(word) || speech.has(word)) break;
    words.push(word);
    end += word.length + 1;
  }
  return words;
}

/** Nouns that stand for the same whoever reads them, or for somebody the headline names: "the year", "the singer". */
function isKnownToAll(noun: string, language: string): boolean {
  const { quoted, bound } = findLanguage(language).asides;
  return noun.length < 3 || quoted.known.has(noun) || bound.somebody.test(noun);
}

/** Stems of the things that a sentence introduces: "a makeshift barricade". */
export function findIntroducedThings(text: string, language: string): readonly string[] {
  const folded = fold(text);
  return [...folded.matchAll(findLanguage(language).asides.bound.indefinite)].flatMap((match) => {
    const start = match.index + match[0].length - (match[1] ?? "").length - 1;
    return findPhrase(folded, start, language)
      .filter((word) => !isKnownToAll(word, language))
      .map((word) => stemWord(word, language));
  });
}

/** The stem of a thing that the sentence takes as introduced, and an earlier one did; null when there is none. */
export function findInnerNoun(text: string, language: string, introduced: ReadonlySet<string>): string | null {
  if (introduced.size === 0) return null;
  const { bound } = findLanguage(language).asides;
  const told = fold(withoutQuotes(text));
  for (const match of told.matchAll(bound.definiteInside)) {
    const start = match.index + match[0].length - 1;
    const [noun, more] = findPhrase(told, start, language);
    // With more words behind it, it may not be what the phrase is about: "the car firm".
    if (noun === undefined || more !== undefined || isKnownToAll(noun, language)) continue;
    // "The decision" means the news itself.
    if (bound.events.has(noun) || bound.explained.test(told.slice(start + 1 + noun.length))) continue;
    const stem = stemWord(noun, language);
    if (!introduced.has(stem)) continue;
    const before = told.slice(0, match.index).match(/[\p{L}-]+/gu) ?? [];
    if (!before.some((word) => stemWord(word, language) === stem)) return stem;
  }
  return null;
}

/** The stem of what "these methods" points to, when neither the sentence before it nor the headline tells of it. */
export function findPointedNoun(text: string, language: string, titleStems: ReadonlySet<string>): string | null {
  const told = fold(withoutQuotes(text));
  for (const match of told.matchAll(findLanguage(language).asides.bound.pointedAnywhere)) {
    const start = match.index + match[0].length - (match[1] ?? "").length - 1;
    const words = findPhrase(told, start, language);
    const before = new Set(
      (told.slice(0, match.index).match(/[\p{L}-]+/gu) ?? []).map((word) => stemWord(word, language)),
    );
    const isTold = words.some((word) => {
      const stem = stemWord(word, language);
      return isKnownToAll(word, language) || titleStems.has(stem) || before.has(stem);
    });
    if (!isTold && words[0] !== undefined) return stemWord(words[0], language);
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

const NAME = /\p{Lu}[\p{L}’'-]*\p{L}(?: \p{Lu}[\p{L}’'-]*\p{L})*/gu;

/** "Earlier, Joe Moor looked at her legacy": a pronoun before which nobody is named but people of the other gender. */
export function hasOtherGenderOnly(shown: string, language: string, text: string): boolean {
  const { asides, speech } = findLanguage(language);
  const told = withoutQuotes(shown);
  const match = asides.bound.gendered.exec(told);
  if (match === null) return false;
  const before = told.slice(0, match.index);
  const words = fold(before).match(/[\p{L}-]+/gu) ?? [];
  if (asides.bound.somebody.test(before) || words.some((word) => speech?.roles.has(word) === true)) return false;
  const names = [...before.matchAll(NAME)].flatMap(({ 0: chain, index }) => {
    const name = chain.replace(/['’]s?$/u, "");
    // "Earlier" opens the sentence; a name has its capital elsewhere too.
    const isOpening = index === 0 && !name.includes(" ") && !new RegExp(`[\\p{Ll},] ${name}`, "u").test(text);
    return isOpening || stopWords(language).has(name.toLowerCase()) ? [] : [name];
  });
  const isFemale = match.groups?.["female"] !== undefined;
  return names.length > 0 && names.every((name) => isOther(name, isFemale, text));
}
