/** Names that were cut are whole: particles, initials, offices and descriptions in front; a last name that two share. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const read = (text: string): readonly (string | null)[] =>
  findQuotes(text, { language: "en" }).map(({ speaker }) => speaker?.name ?? null);
const SAID = "“We had no other choice at all,”";

describe("a name is whole", () => {
  test.each([
    ["with an article that kept its last letter", `${SAID} said Sofie in 't Veld, a pilot.`, "Sofie in 't Veld"],
    ["with the same behind a curled mark", `${SAID} said Jaap van ’t Hoff, a pilot.`, "Jaap van ’t Hoff"],
    ["where the article stands alone", `${SAID} said Guus 't Hart, a pilot.`, "Guus 't Hart"],
    ["without what it stands in", `${SAID} said Sofie in the Tidings.`, "Sofie"],
    ["with the letter that a sentence begins with", `${SAID} C. Justin LEE, who is a pilot, said.`, "C. Justin LEE"],
    ["but not with a place", `U.S. Ada Moor left. ${SAID} Moor said.`, "Ada Moor"],
    [
      "when an office stands before it",
      `National Harbor Council Chair Debbie Tarrow Venn left. ${SAID} Tarrow Venn said.`,
      "Debbie Tarrow Venn",
    ],
    ["without what somebody is called", `Harbor A-lister George Venn left. ${SAID} Venn said.`, "George Venn"],
    ["without where somebody is from", `South Varen-born Martin Venn left. ${SAID} Venn said.`, "Martin Venn"],
    ["with a first name of two parts", `Jean-luc Venn left. ${SAID} Venn said.`, "Jean-luc Venn"],
  ])("%s", (_, text, name) => {
    expect(read(text).at(-1)).toBe(name);
  });
});

describe("a last name that two share", () => {
  const told = "Ivar Moor rowed on Friday. Moor won.\n\n";
  test.each([
    ["is his who was called so first", `${told}His wife, Ada Moor, was there.\n\n${SAID} Moor said.`, "Ivar Moor"],
    ["may be hers who is named right there", `${told}His wife, Ada Moor, was there. ${SAID} Moor said.`, "Moor"],
    [
      "may be hers who says something too",
      `${told}His wife, Ada Moor, told the Tidings of it.\n\n${SAID} Moor said.`,
      "Moor",
    ],
    [
      "is nobody's for certain where both are named before",
      `Ivar Moor rowed on Friday with Ada Moor. Moor won.\n\n${SAID} Moor said.`,
      "Moor",
    ],
  ])("%s", (_, text, name) => {
    expect(read(text).at(-1)).toBe(name);
  });
});

test("a role is not cut before a noun that looks like a verb", () => {
  const text = `${SAID} said Ada Moor, the owner of the ferry and star of the reality TV show “The Crossing”.`;
  expect(findQuotes(text, { language: "en" })[0]?.speaker?.role ?? "").not.toMatch(/TV$/);
});

test("an office with a word that is a verb as well does not make a headline of a first sentence", () => {
  const text =
    "Former Varen State Senator Dr. Ada Moor called for the ban.\n\n“We had no other choice at all,” Moor said.\n";
  expect(findQuotes(text, { language: "en" }).at(-1)?.speaker?.name).toBe("Ada Moor");
});
