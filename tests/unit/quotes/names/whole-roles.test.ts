/** Whether a role is shown to its end: a name that holds a list, a form of a verb in it, what somebody does now. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const roleIn = (text: string): string | null | undefined => findQuotes(text, { language: "en" }).at(0)?.speaker?.role;
const SAID = "“The pier is old and has to go,” said";

describe("a role was cut within a name that holds a list", () => {
  test.each([
    ["an adviser to the House Committee on Ropes, Space and Tides."],
    ["senior vice president for ropes and launch at Norvik Defense, Space, and Ropes."],
    ["division vice president, Norvik Sales & Regional Ferries at Norvik North. It rained."],
  ])("%s", (behind) => {
    expect(roleIn(`${SAID} Ada Moor, ${behind}`)).toBe(behind.replace(/\.(?: It rained\.)?$/u, ""));
  });

  test.each([
    ["a director at Norvik, Bo Hale and Joris Venn.", "a director at Norvik"],
    ["the mayor of Varen, Ostrelia, and Bo Hale.", "the mayor of Varen"],
    ["vice president, Bo Hale, and others.", "vice president"],
  ])("but others named behind it are none of it: %s", (behind, role) => {
    expect(roleIn(`${SAID} Ada Moor, ${behind}`)).toBe(role);
  });
});

describe("a role was cut before a form of a verb or after a small word", () => {
  test.each([
    ["vice president of advanced rope programs at Norvik.", "vice president of advanced rope programs at Norvik"],
    ["a staff member for Varen councilors such as Bo Hale.", "a staff member for Varen councilors"],
    ["a theorist who worked at Station Q. “It rained.”", "a theorist who worked at Station Q"],
  ])("%s", (behind, role) => {
    expect(roleIn(`${SAID} Ada Moor, ${behind}`)).toBe(role);
  });

  test("the word that opens the sentence was cut off", () => {
    expect(roleIn("High school math teacher Ada Moor said, “The pier is old and has to go.”")).toBe(
      "High school math teacher",
    );
  });
});

describe("only what is over was shown of somebody who does another thing now", () => {
  test.each([
    "a former top aide to Senate Leader Bo Hale who leads the Varen Roads group",
    "a former aide to Mayor Bo Hale who now heads the Tide Trust",
    "a former commissioner with the Varen Tide Commission who is now a program officer for ropes at the Hale Fund",
    "a Harbor supporter who is the Harbor Party chairman in Hale County",
    "a pollster who is working with Varen First",
    "a Varen-based lawyer who represented crews in the rope case",
  ])("%s", (role) => {
    expect(roleIn(`${SAID} Ada Moor, ${role}.`)).toBe(role);
  });

  test.each([
    ["a former aide to Mayor Bo Hale who never liked the company", "a former aide to Mayor Bo Hale"],
    ["a Harbor pollster who leads the team", "a Harbor pollster"],
    ["a Harbor pollster who is a friend of the crew", "a Harbor pollster"],
    ["a Harbor pollster working for the company", "a Harbor pollster"],
  ])("but not what is no job, or only the article explains: %s", (behind, role) => {
    expect(roleIn(`${SAID} Ada Moor, ${behind}.`)).toBe(role);
  });
});

test.each([
  ["director for ropes at the tech giant", "director for ropes at Norvik"],
  ["an engineer", "a Norvik engineer"],
])("the shorter of two forms of a role was shown: %s", (short, full) => {
  const said = `“The pier is old and has to go,” said Ada Moor, ${short}.`;
  expect(roleIn(`${said}\n\nAda Moor, ${full}, smiled.`)).toBe(full);
  expect(roleIn(`Ada Moor, ${full}, smiled.\n\n${said}`)).toBe(full);
});
