/** What a set of units is worth as a whole, and how long a summary an article asks for. */

import { expect, test } from "vitest";
import { expectedWords, findDeck } from "../../../../src/briefs/extractive/expected-length.ts";
import { type Choice, findSets, type SearchOptions } from "../../../../src/briefs/extractive/search-units.ts";
import { readUnits } from "../../../../src/briefs/extractive/units.ts";
import type { Unit } from "../../../../src/briefs/unit.ts";

const choicesOf = (units: readonly Unit[]): readonly Choice[] =>
  units.map((unit) => ({
    unit,
    wordCount: unit.wordCount,
    tells: 0,
    score: 0.3,
    news: Int32Array.of(unit.index),
    doubtful: [],
    needs: [],
    isSure: true,
  }));
const OPTIONS: SearchOptions = {
  budget: { sentencesMax: 2, wordsMax: 200 },
  wordsExpected: 400,
  worths: new Float64Array(8).fill(0.3),
  isAllowed: () => true,
  isFull: false,
  setsMax: 10,
  opening: [],
};

const best = (choices: readonly Choice[], options: SearchOptions): readonly Choice[] =>
  findSets(choices, options)[0]?.choices ?? [];

const units = readUnits({
  text: "The harbor museum gives the storm bell back to Skerry island.\n\nThe harbor museum on Friday said it gives the storm bell back to Skerry island.\n\nTrustees voted for the gift after a long debate on Tuesday evening in Ostrel.",
  language: "en",
});
const shown = (set: readonly Choice[]) => set.map(({ unit }) => unit.index);

test("a deck and the sentence that says it again are worth less than the deck with news", () => {
  expect(shown(best(choicesOf(units), OPTIONS))).toEqual([0, 2]);
});

test("a unit is shown whole or shortened, never both", () => {
  const [deck, , news] = choicesOf(units);
  if (deck === undefined || news === undefined) throw new Error("three units");
  const short = { ...news, wordCount: 5 };
  const set = best([deck, news, short], { ...OPTIONS, budget: { sentencesMax: 3, wordsMax: 17 } });
  expect(shown(set)).toEqual([0, 2]);
  expect(set[1]?.wordCount).toBe(5);
});

test("a set that may not stand is not taken, and none is found when none may", () => {
  const isAllowed = (set: readonly Unit[]) => set.every((unit) => unit.index !== 2);
  expect(shown(best(choicesOf(units), { ...OPTIONS, isAllowed }))).not.toContain(2);
  expect(best(choicesOf(units), { ...OPTIONS, isAllowed: () => false })).toEqual([]);
});

test("a doubtful name costs, but not where the sentence before has shown it", () => {
  const [deck, , news] = choicesOf(units);
  if (deck === undefined || news === undefined) throw new Error("three units");
  const doubtful = { ...news, doubtful: ["Ostrel"], isSure: false };
  const twin = { ...news, unit: { ...news.unit, index: 3 }, score: 0.25, news: Int32Array.of(3) };
  const budget = { sentencesMax: 1, wordsMax: 200 };
  expect(shown(best([doubtful, twin], { ...OPTIONS, budget }))).toEqual([3]);
  const known = { ...doubtful, doubtful: ["Skerry"] };
  expect(shown(best([deck, known, twin], OPTIONS))).toEqual([0, 2]);
});

test("the budget of words and of sentences is kept", () => {
  const set = best(choicesOf(units), { ...OPTIONS, budget: { sentencesMax: 3, wordsMax: 26 } });
  expect(set.reduce((sum, choice) => sum + choice.wordCount, 0)).toBeLessThanOrEqual(26);
  expect(best(choicesOf(units), { ...OPTIONS, budget: { sentencesMax: 1, wordsMax: 200 } })).toHaveLength(1);
});

const DANISH =
  "Havnen i Ostrel får en ny bro. Den skal være klar til maj\n\nByrådet stemte mandag for en ny bro over havnen, der skal koste fire millioner kroner at bygge.\n\nBorgmesteren er glad for aftalen, siger hun til avisen.";

test("a Danish deck is found whole, and tells the news in few words", () => {
  const danish = readUnits({ text: DANISH, language: "da" });
  const deck = findDeck(danish, "da");
  expect(deck.map(({ sentence }) => sentence.text)).toEqual([
    "Havnen i Ostrel får en ny bro.",
    "Den skal være klar til maj",
  ]);
  expect(expectedWords(danish, "da", { hasTitle: true, hasDeck: true })).toBeLessThan(
    expectedWords(danish, "da", { hasTitle: true, hasDeck: false }),
  );
});

test("an opening paragraph of a page in English is no deck", () => {
  expect(findDeck(units, "en")).toEqual([]);
});

test("a text without a title is told in fewer words than a page with one", () => {
  expect(expectedWords(units, "en", { hasTitle: false, hasDeck: false })).toBeLessThan(
    expectedWords(units, "en", { hasTitle: true, hasDeck: false }),
  );
});

test("several sets are found, the most worth first, no more than asked for, and each may stand", () => {
  const isAllowed = (set: readonly Unit[]) => set.every((unit) => unit.index !== 1);
  const sets = findSets(choicesOf(units), { ...OPTIONS, isAllowed });
  expect(sets.map(({ choices }) => shown(choices))).toEqual([[0, 2], [0], [2]]);
  expect(sets.map(({ worth }) => worth)).toEqual([...sets.map(({ worth }) => worth)].sort((a, b) => b - a));
  expect(findSets(choicesOf(units), { ...OPTIONS, isAllowed, setsMax: 2 })).toHaveLength(2);
});

test("where every sentence asked for is to be used, only sets of the most sentences are found", () => {
  const sets = findSets(choicesOf(units), { ...OPTIONS, isFull: true });
  expect(new Set(sets.map(({ choices }) => choices.length))).toEqual(new Set([2]));
});
