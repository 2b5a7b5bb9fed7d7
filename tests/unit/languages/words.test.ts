/** Words of a text: found, folded, counted. */

import { expect, test } from "vitest";
import { countWords, findWords, foldWord, stemWord, stopWords } from "../../../src/languages/shared/words.ts";

const words = (text: string, language = "en") =>
  findWords(text, language).map((span) => text.slice(span.start, span.end));

test("hyphens, apostrophes and decimals stay inside a word", () => {
  expect(words("Jean-Luc didn’t pay 3.5 euros.")).toEqual(["Jean-Luc", "didn’t", "pay", "3.5", "euros"]);
});

test("Chinese is cut into words though it has no spaces", () => {
  expect(words("总统访问北京", "zh").length).toBeGreaterThan(1);
});

test("folding makes accents, case and possessives equal", () => {
  expect(foldWord("Peña’s")).toBe(foldWord("PENA"));
  expect(foldWord("l’État")).toBe("etat");
});

test("a plural and its singular share a stem", () => {
  expect(stemWord("talks", "en")).toBe(stemWord("talk", "en"));
  expect(stemWord("countries", "en")).toBe(stemWord("country", "en"));
});

test("small words are known by language and none for one without a list", () => {
  expect(stopWords("fr").has("les")).toBe(true);
  expect(stopWords("no").has("ikke")).toBe(true);
  expect(stopWords("xx").size).toBe(0);
});

test("words are counted as a reader counts them", () => {
  expect(countWords("Three – small words")).toBe(3);
  expect(countWords("总统访问北京")).toBe(3);
});
