/** Names with endings: taken off only where that is certain. */

import { expect, test } from "vitest";
import { toBaseForms } from "../../../../src/quotes/names/base-forms.ts";

const form = (text: string) => ({ text, words: text.toLowerCase().split(" ") });
const texts = (given: readonly string[], endings: readonly string[]) =>
  toBaseForms(given.map(form), endings).map(({ text }) => text);

test("an ending goes where the name without it is printed too", () => {
  expect(texts(["Ada Moor", "Moorin"], ["n", "in"])).toEqual(["Ada Moor", "Moor"]);
});

test("a name that only looks like one with an ending stays", () => {
  expect(texts(["Ada Moorin", "Joris Venn"], ["n", "in"])).toEqual(["Ada Moorin", "Joris Venn"]);
});

test("what stands behind an apostrophe is no part of the name", () => {
  expect(texts(["Ada Moor'un"], ["'un"])).toEqual(["Ada Moor"]);
});
