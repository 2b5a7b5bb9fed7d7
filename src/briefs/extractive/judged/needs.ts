/** What a sentence takes as told though only an earlier one tells it: "the Orin nets", "the scheme", each by a stem that must be shown. */

import { findLanguage } from "../../../languages/index.ts";
import { listMatches } from "../../../languages/shared/matches.ts";
import { quicken } from "../../../languages/shared/patterns/quicken.ts";
import { stemWord, toListed } from "../../../languages/shared/words.ts";
import type { Unit } from "../../unit.ts";
import { findIntroduced, findPhrase, isKnownToAll, readShown, type Shown } from "../inner-references.ts";

/** More words behind an article are no one thing's name. */
const PHRASE_WORDS_MAX = 3;
const OPENING_LENGTH = 60;
/** So many sentences before it, somebody is named whom "the company" stands for. */
const NAMED_BEFORE = 2;
const WORDS = quicken(/[\p{L}-]+/gu);
const CAPITAL = /^\p{Lu}/u;
/** The phrase goes on: "the harbor Orin built". */
const GOES_ON = /^[ \u00a0][\p{Lu}\d]/u;

/** Stems of which one must be shown before the sentence. */
export type Need = readonly string[];

/** "the Orin nets", word by word as stems, and those among them that are written with a capital. */
interface Phrase {
  readonly stems: readonly string[];
  readonly names: readonly string[];
}

/** Where each stem of the text stands first, as far as the sentences cut from it tell. */
function findFirsts(units: readonly Unit[]): ReadonlyMap<string, Unit> {
  const firsts = new Map<string, Unit>();
  for (const unit of units) for (const stem of unit.content) if (!firsts.has(stem)) firsts.set(stem, unit);
  return firsts;
}

/** The words behind each definite article of a text in lower case, with where the article and where they stand. */
function listDefinite(
  low: string,
  language: string,
): readonly { words: readonly string[]; at: number; start: number }[] {
  const { bound } = findLanguage(language).asides;
  return listMatches(bound.definiteAnywhere, low).map((match) => {
    const start = match.index + match[0].length - 1;
    return { words: findPhrase(low, start, language), at: match.index, start };
  });
}

/** Whether a sentence brings in the thing: "a pier". */
const isIntroducedIn = ({ sentence }: Unit, stem: string, language: string): boolean =>
  findIntroduced(readShown(sentence.text), language).includes(stem);

/** The same for several: "two old piers"; and for what has the word in its name: "the Varen Index". */
const isBroughtIn = ({ sentence, stems, capitals }: Unit, stem: string, language: string): boolean => {
  const low = toListed(sentence.text);
  const isCounted = listMatches(findLanguage(language).asides.bound.counted, low).some((match) =>
    findPhrase(low, match.index + match[0].length, language).some((word) => stemWord(word, language) === stem),
  );
  return isCounted || stems.some((each, at) => at > 1 && each === stem && capitals[at] === 1 && capitals[at - 1] === 1);
};

/** The things that a sentence calls "the …", but those that it explains, or that stand in it before. */
function listPhrases({ told, lowTold }: Shown, language: string): readonly Phrase[] {
  const { bound } = findLanguage(language).asides;
  if (told.length !== lowTold.length) return [];
  return listDefinite(lowTold, language).flatMap(({ words, at, start }) => {
    const head = words.at(-1);
    if (head === undefined || words.length > PHRASE_WORDS_MAX || isKnownToAll(head, language)) return [];
    const end = start + words.reduce((sum, word) => sum + 1 + word.length, 0);
    const isCapital = (from: number): boolean => CAPITAL.test(told.charAt(from));
    if (bound.events.has(head) || bound.explained.test(lowTold.slice(end)) || isCapital(end - head.length)) return [];
    if (GOES_ON.test(told.slice(end))) return [];
    const before = new Set((lowTold.slice(0, at).match(WORDS) ?? []).map((word) => stemWord(word, language)));
    const stems = words.map((word) => stemWord(word, language));
    let place = start + 1;
    const names = words.flatMap((word, index) => {
      const from = place;
      place += word.length + 1;
      return isCapital(from) ? [stems[index] ?? ""] : [];
    });
    return stems.some((stem) => before.has(stem)) ? [] : [{ stems, names }];
  });
}

/** Stems of the words with a capital in a sentence. */
const listNames = ({ stems, capitals, smalls }: Unit): readonly string[] =>
  stems.filter((_, at) => capitals[at] === 1 && smalls[at] !== 1);

/**
 * "The company said": whoever the last sentence names that names anybody, or the company where one was brought in by
 * its word; null where nobody is named. In a round-up the last company shown may be another one.
 */
function findOpening(unit: Unit, units: readonly Unit[], language: string): Need | null {
  const { bound, finders } = findLanguage(language).asides;
  const { text } = unit.sentence;
  const head = toListed(text.slice(0, OPENING_LENGTH));
  const match = bound.definite.exec(head);
  const noun = match?.[1];
  if (match === null || noun === undefined || bound.events.has(noun)) return null;
  // "The singer" is whom the headline names, "The researchers" are whose study it is.
  if (finders.has(noun) || bound.somebody.test(noun)) return null;
  const { length } = match[0];
  if (CAPITAL.test(text.charAt(length - noun.length)) || bound.explained.test(head.slice(length))) return null;
  const stem = stemWord(noun, language);
  const earlier = units.slice(0, unit.index);
  const names = earlier
    .slice(-NAMED_BEFORE)
    .map(listNames)
    .findLast((found) => found.length > 0);
  if (names === undefined) return null;
  return earlier.some((each) => isIntroducedIn(each, stem, language)) ? [stem, ...names] : names;
}

/** What the units of an article need shown before them, asked for one by one. */
export function createNeeds(
  units: readonly Unit[],
  language: string,
  titleStems: ReadonlySet<string>,
): (unit: Unit) => readonly Need[] {
  if (!findLanguage(language).asides.bound.isSoughtInside) return () => [];
  const firsts = findFirsts(units);
  const findThing = ({ stems, names }: Phrase, unit: Unit): Need | null => {
    const head = stems.at(-1) ?? "";
    const [name] = names;
    const first = firsts.get(name ?? head);
    if (first === undefined || first.index >= unit.index) return null;
    // "the Orin nets": the name must have been shown with its thing.
    if (name !== undefined) return first.content.includes(head) ? [name] : null;
    return isIntroducedIn(first, head, language) || isBroughtIn(first, head, language) ? stems : null;
  };
  return (unit) => {
    const phrases = listPhrases(readShown(unit.sentence.text), language);
    return [findOpening(unit, units, language), ...phrases.map((phrase) => findThing(phrase, unit))].filter(
      (need): need is Need => need !== null && !need.some((stem) => titleStems.has(stem)),
    );
  };
}
