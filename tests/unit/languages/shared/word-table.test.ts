/** What is kept of words, found by their characters in whatever text they stand. */

import { expect, test, vi } from "vitest";
import { rememberWords } from "../../../../src/languages/shared/word-table.ts";

const WORDS_MAX = 5000;

test("each word is made once, wherever it stands", () => {
  const make = vi.fn((word: string) => `${word}!`);
  const know = rememberWords(WORDS_MAX, make);
  expect(know("the pier of Varen", 4, 8)).toBe("pier!");
  expect(know("pier", 0, 4)).toBe("pier!");
  expect(know("a pie", 2, 5)).toBe("pie!");
  expect(make).toHaveBeenCalledTimes(2);
});

test("no word is taken for another, however many are kept", () => {
  const know = rememberWords(WORDS_MAX, (word) => ({ word }));
  const words = Array.from({ length: WORDS_MAX }, (_, at) => `wörd${at}`);
  for (const round of [1, 2])
    expect(words.map((word) => know(`${round} ${word} x`, 2, 2 + word.length).word)).toEqual(words);
});

test("a table that is full begins anew", () => {
  const make = vi.fn((word: string) => word);
  const know = rememberWords(2, make);
  for (const word of ["one", "two", "three", "one"]) expect(know(word, 0, word.length)).toBe(word);
  expect(make).toHaveBeenCalledTimes(4);
});
