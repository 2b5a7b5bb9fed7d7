/** Sentences that a note of the page takes back: "Correction: nine were hurt, none killed", "UPDATE: it stays open". */

import type { Span, SummarizerInput } from "../../../domain/article.ts";
import { findLanguage, listNotes } from "../../../languages/index.ts";
import { isSlip, takesBack, withoutTopic } from "../../../languages/page-notes.ts";
import { oneOf } from "../../../languages/shared/word-pattern.ts";
import { stemWord, stopWords } from "../../../languages/shared/words.ts";
import { findDisowned, isWithin } from "../../disowned.ts";
import { changeUnit, type Unit } from "../../unit.ts";
import { readUnits } from "../units.ts";

/** So many words in common, and the sentence is what the note is about. */
const SHARED_MIN = 2;
/** Forms of a word are alike in so many letters: "resigned", "resignation". */
const LETTERS_ALIKE = 5;
/** A word of more sentences, and of more than this share of them, is what the whole page is about. */
const COMMON_UNITS_MIN = 2;
const COMMON_SHARE = 0.03;
/** A note to so short a text is about its news, however few words they share. */
const SHORT_UNITS_MAX = 12;
const DAY_MAX = 31;
const YEAR = /^(?:19|20)\d\d$/u;
const WORD = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+/gu;
const OWN = new Set(listNotes(({ own }) => own));
const WRONG_NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}])${oneOf(listNotes(({ insteadOf }) => insteadOf))} (\\d+(?:[.,]\\d+)*)`,
  "giu",
);

interface Word {
  readonly key: string;
  readonly isNumber: boolean;
  readonly isName: boolean;
}

/** The words that tell what a text is about, without days and what notes are made of. */
function readWords(text: string, language: string): readonly Word[] {
  const small = stopWords(language);
  const hasCapitalNouns = findLanguage(language).speech?.hasCapitalNouns === true;
  const raw = text.match(WORD) ?? [];
  const isOwn = (word: string | undefined): boolean => word !== undefined && OWN.has(word.toLowerCase());
  return raw.flatMap((word, at): readonly Word[] => {
    const low = word.toLowerCase();
    if (/^\d/u.test(word)) {
      const isDay = Number(word) <= DAY_MAX && (isOwn(raw[at - 1]) || isOwn(raw[at + 1]));
      return isDay || YEAR.test(word) ? [] : [{ key: word, isNumber: true, isName: false }];
    }
    if (word.length < 2 || small.has(low) || OWN.has(low)) return [];
    const isName = !hasCapitalNouns && /^\p{Lu}\p{Ll}/u.test(word);
    return [{ key: stemWord(low, language), isNumber: false, isName }];
  });
}

const isAlike = (one: Word, two: Word): boolean =>
  one.key === two.key ||
  (!one.isNumber &&
    !two.isNumber &&
    one.key.length >= LETTERS_ALIKE &&
    one.key.slice(0, LETTERS_ALIKE) === two.key.slice(0, LETTERS_ALIKE));

/** The words of the note that a sentence has, and whether each is a name in both: who it is about, not what is said of him. */
function findShared(words: readonly Word[], note: readonly Word[]): ReadonlyMap<string, boolean> {
  const found = new Map<string, boolean>();
  for (const word of words) {
    const twin = note.find((each) => isAlike(word, each));
    if (twin !== undefined) found.set(twin.key, (found.get(twin.key) ?? true) && word.isName && twin.isName);
  }
  return found;
}

/** Has the number that the note puts right, and not the wrong one. */
function isPutRight(words: readonly Word[], note: readonly Word[], wrong: ReadonlySet<string>): boolean {
  if (wrong.size === 0) return false;
  const numbers = new Set(words.flatMap(({ isNumber, key }) => (isNumber ? [key] : [])));
  const isRight = note.some(({ isNumber, key }) => isNumber && !wrong.has(key) && numbers.has(key));
  return isRight && ![...wrong].some((number) => numbers.has(number));
}

/** The units that one note is about: those that have words of it; where no two have, those with any. */
function findTouched(units: readonly Unit[], note: string, language: string): readonly Unit[] {
  // What an article is about is none of what was wrong with it.
  const told = readWords(withoutTopic(note), language);
  const wrong = new Set([...note.matchAll(WRONG_NUMBER)].map((match) => match[1] ?? ""));
  const shared = units.map((unit) => {
    const words = readWords(unit.sentence.text, language);
    return { unit, words: isPutRight(words, told, wrong) ? new Map<string, boolean>() : findShared(words, told) };
  });
  const counts = new Map<string, number>();
  for (const { words } of shared) for (const key of words.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const commonMax = Math.max(COMMON_UNITS_MIN, COMMON_SHARE * units.length);
  const rare = shared.map(({ unit, words }) => {
    const found = [...words].filter(([key]) => (counts.get(key) ?? 0) <= commonMax);
    return { unit, size: found.length, tells: found.some(([, isName]) => !isName) };
  });
  const sure = rare.filter(({ size, tells }) => size >= SHARED_MIN && tells);
  const touched = sure.length > 0 || units.length > SHORT_UNITS_MAX ? sure : rare.filter(({ tells }) => tells);
  return touched.map(({ unit }) => unit);
}

/** The notes, and what they take back, as noise: on a page that takes back all of itself everything is. */
export function silenceTakenBack(
  units: readonly Unit[],
  { title, text, language }: Pick<SummarizerInput, "title" | "text" | "language">,
): readonly Unit[] {
  const disowned = findDisowned({ title, text });
  if (!disowned.isWhole && disowned.notes.length === 0) return units;
  const own = units.filter((unit) => !isWithin(disowned.notes, unit));
  const silent = new Set(
    disowned.isWhole
      ? units
      : [
          ...units.filter((unit) => isWithin(disowned.notes, unit)),
          ...disowned.notes.flatMap(({ start, end }) => findTouched(own, text.slice(start, end), language)),
        ],
  );
  return units.map((unit) =>
    silent.has(unit) ? changeUnit(unit, { faults: { ...unit.faults, isNoise: true } }) : unit,
  );
}

/** Fewer words are no news to take back: a heading, "Hale." */
const LEAD_WORDS_MIN = 5;

/**
 * The first of the notes that takes back the news itself: what the text opens with, or, below a short item, whatever it
 * says. A slip that it puts right, such as a name, leaves the news as it was.
 */
export function findNoteOnLead(article: SummarizerInput): Span | null {
  const { isWhole, notes } = findDisowned(article);
  if (isWhole || notes.length === 0) return null;
  const own = readUnits(article).filter((unit) => !isWithin(notes, unit));
  const lead = own.find(({ wordCount }) => wordCount >= LEAD_WORDS_MIN);
  if (lead === undefined) return notes[0] ?? null;
  return (
    notes.find(({ start, end }) => {
      const note = article.text.slice(start, end);
      if (isSlip(note)) return false;
      const touched = findTouched(own, note, article.language);
      const isOfAll = touched.length === 0 && own.length <= SHORT_UNITS_MAX && takesBack(note);
      return isOfAll || touched.includes(lead);
    }) ?? null
  );
}
