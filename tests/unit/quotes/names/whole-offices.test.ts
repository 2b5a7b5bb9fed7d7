/** Offices that were cut at a word which is a verb elsewhere, and houses told behind a name or before it. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const toRole = (text: string, language = "en"): string | null =>
  findQuotes(text, { language })[0]?.speaker?.role ?? null;
const saidBy = (speaker: string): string | null =>
  toRole(`The vote was close.\n\n“The pier is old and has to go,” said ${speaker}.\n`);

describe("a state's legislator lost the state, and an office its first word", () => {
  test.each([
    ["State Rep. Ada Moor said: “The pier is old and has to go.”", "State Rep."],
    ["“The pier is old and has to go,” said State Sen. Ada Moor.", "State Sen."],
    ["Democratic state Sen. Ada Moor spoke. “The pier is old and has to go,” Moor said.", "state Sen."],
    ["State Department spokesman Bo Moor said: “The pier is old.”", "State Department spokesman"],
    ["“The pier is old,” Varen state schools Superintendent Ada Moor said.", "Varen state schools Superintendent"],
    ["“The pier is old,” former city Councilman Bo Moor said.", "former city Councilman"],
    ["“The pier is old,” super PAC spokeswoman Ada Moor said.", "super PAC spokeswoman"],
  ])("%s", (text, expected) => {
    expect(toRole(text)).toBe(expected);
  });

  test("but “state” is a verb where several do it", () => {
    expect(toRole("They state Mayor Moor lied. “The pier is old,” Mayor Bo Moor said.")).toBe("Mayor");
  });
});

describe("an old job was told without what somebody does now", () => {
  test.each([
    [
      "Bo Moor, a Hale campaign aide during her failed run and now director of the Tide Trust",
      "a Hale campaign aide during her failed run and now director of the Tide Trust",
    ],
    [
      "Bo Moor, a Varen operative currently working for Ada Hale’s campaign",
      "a Varen operative currently working for Ada Hale’s campaign",
    ],
  ])("%s", (speaker, expected) => {
    expect(saidBy(speaker)).toBe(expected);
  });
});

describe("the house behind a name or before it was lost", () => {
  test.each([
    ["George Moor of The Lantern wrote: “The pier is old and has to go.”", "of The Lantern"],
    ["Ada Moor of Varen said: “The pier is old and has to go.”", "of Varen"],
    ["“The pier is old,” said Bo Moor of digital consulting firm Norvik.", "of digital consulting firm Norvik"],
    [
      "“The pier is old,” says Orlo Venn of the non-partisan Tarvik-Orin Political Report.",
      "of the non-partisan Tarvik-Orin Political Report",
    ],
    ["“The pier is old,” HarborWatch’s Ada Moor said.", "HarborWatch"],
  ])("%s", (text, expected) => {
    expect(toRole(text)).toBe(expected);
  });

  test.each([
    // Of whom she spoke.
    "“It was a bad year,” said Ada Moor of rival firm Norvik.",
    "“It was a bad year,” said Ada Moor of the late Jean-Luc Hale Venn Orin.",
    "“It was a bad year,” said Ada Moor of Varen.",
    "“It was a bad year,” McHale's Ada Moor said.",
  ])("but none where it may be another thing: %s", (text) => {
    expect(toRole(text)).toBeNull();
  });
});

test.each([
  ["fr", "« Le quai restera fermé », a précisé à Radio Varen l'allergologue Laurence Moreau.", "allergologue"],
  ["es", "«El muelle seguirá cerrado», dijo la nefróloga Laura Moreno.", "nefróloga"],
  ["it", "«Il molo resterà chiuso», ha detto la nefrologa Laura Moretti.", "nefrologa"],
])("a doctor of no list is known by the ending, %s", (language, text, expected) => {
  expect(toRole(text, language)).toBe(expected);
});

describe("the word before an office that may be a verb was cut off", () => {
  test.each([
    ["“The pier is old,” said fire chief Ada Moor.", "fire chief"],
    ["“The pier is old,” said assistant fire chief Ada Moor.", "assistant fire chief"],
    ["“The pier is old,” Varen fire chief Ada Moor said.", "Varen fire chief"],
    ["“The pier is old,” said mock judge Ada Moor, 9.", "mock judge"],
    ["“The pier is old,” said show host Bo Moor.", "show host"],
    // What somebody feels is no part of what they are.
    ["“The pier is old,” said proud owner Bo Moor.", "owner"],
    ["They fire coach Bo Moor. “The pier is old,” Moor said.", "coach"],
    ["The club will fire coach Bo Moor. “The pier is old,” Moor said.", "coach"],
    ["Police question driver Bo Moor. “The pier is old,” Moor said.", "driver"],
  ])("%s", (text, expected) => {
    expect(toRole(text)).toBe(expected);
  });
});

test.each([
  ["“The pier is old,” said Dean Hale, a senior ranger at the Tide Department.", "Dean Hale"],
  ["“The pier is old,” said Dean Hale of the law school. The dean spoke on Monday.", "Hale"],
])("an office that is a first name is one where nobody is called so in small letters: %s", (text, expected) => {
  expect(findQuotes(text, { language: "en" })[0]?.speaker?.name).toBe(expected);
});
