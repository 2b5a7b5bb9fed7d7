/** The words of a sentence outside its quotation marks, which word lists are held against. */

import { expect, test } from "vitest";
import { readUnits } from "../../../../src/briefs/extractive/units.ts";

const wordsOf = (text: string, language = "en"): readonly string[] => readUnits({ text, language })[0]?.toldWords ?? [];

test.each([
  ["of plain letters", "“We row,” said Orla's 3 half-brothers, who don’t swim."],
  // A mark above a letter that stands apart is left to the pattern.
  ["with a letter that plain ones do not have", "“We row,” said Orla's 3 half-brothers, who don’t swim at Łódź Ā̄."],
])("a sentence %s is cut into the same words", (_name, text) => {
  const words = ["said", "orla's", "3", "half-brothers", "who", "don't", "swim"];
  expect(wordsOf(text).slice(0, words.length)).toEqual(words);
});

test("letters with accents are of their words", () => {
  expect(wordsOf("« Nous ramons », dit l’équipe à l’été.", "fr")).toEqual(["dit", "l'équipe", "à", "l'été"]);
});
