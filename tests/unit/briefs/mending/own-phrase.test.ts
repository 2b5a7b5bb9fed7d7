/** A pronoun at the head whose name follows in the same sentence leans on nothing. */

import { describe, expect, test } from "vitest";
import { readUnits } from "../../../../src/briefs/extractive/units.ts";
import { resolvePronoun } from "../../../../src/briefs/mending/finish.ts";
import { readNames } from "../../../../src/briefs/mending/full-names.ts";

/** Whether the last sentence opens with a pronoun that only the text before it explains. */
function leans(text: string): boolean | undefined {
  const article = { text, language: "en" };
  const unit = readUnits(article).at(-1);
  return unit === undefined
    ? undefined
    : resolvePronoun(unit, article, [], readNames(text, [], "en")).faults.isPronounLed;
}

describe("a phrase about the subject behind it", () => {
  test.each([
    "In her first speech as mayor, Anna Brell promised night trams.",
    "Below, in her own words, rower and carpenter Anna Brell tells of the race.",
    "Anna Brell rows on the lake. With her long oars, Brell is hard to miss.",
    "In his letter, captain Ylvo Venn asks for a new light.",
  ])("%s", (text) => {
    expect(leans(text)).toBe(false);
  });
});

describe("but the pronoun stays open", () => {
  test.each([
    ["where somebody else acts", "In her absence, Paul Moor ran the harbor."],
    ["where the gender is another", "In her first speech, Paul Moor promised night trams."],
    ["where the name owns something", "In his first week, Paul Moor's brother lost the key."],
    ["where nobody is named", "In her first speech, the mayor promised night trams."],
    ["in a clause of its own", "Joris Venn rows on the lake. When he left, Paul Moor was angry."],
  ])("%s", (_kind, text) => {
    expect(leans(text)).toBe(true);
  });
});
