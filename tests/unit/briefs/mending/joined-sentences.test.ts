/** Sentences that only read together. */

import { expect, test } from "vitest";
import { joinQuoted } from "../../../../src/briefs/mending/joined-sentences.ts";

const split = (text: string, title: string): readonly string[] =>
  joinQuoted(text, "en", title).map(({ start, end }) => text.slice(start, end));

test("a name that the headline has with its stop is not cut in two", () => {
  const title = "The Moor ID. LANTERN is an odd ferry";
  const text = "The Moor ID. LANTERN has two masts. It sails in May.";
  expect(split(text, title)).toEqual(["The Moor ID. LANTERN has two masts.", "It sails in May."]);
});

test("but a sentence ends where the headline has no such name, and at a whole word", () => {
  expect(split("She showed her ID. LANTERN was the word. It rained.", "Moor shows a lantern. It rains")).toHaveLength(
    3,
  );
  expect(split("The race is over. Hale won it. It rained.", "It's over. Hale won")).toHaveLength(3);
});
