/** Whether a bare title says of what: party and place, court, house, as printed behind the name. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const role = (speaker: string): string | null =>
  findQuotes(`The vote was close.\n\n“The pier is old and has to go,” said ${speaker}.\n`, { language: "en" })[0]
    ?.speaker?.role ?? null;

describe("a title right before a name says of what", () => {
  test.each([
    ["Sen. Ada Moor (D-Var.) on Monday", "Sen. (D-Var.)"],
    ["Rep. Ada Moor (R-S.V.)", "Rep. (R-S.V.)"],
    ["Representative Ada Moor of New Varen, who left", "Representative of New Varen"],
    ["Judge Ada Moor of the Varen Supreme Court", "Judge of the Varen Supreme Court"],
    ["Governor Ada Moor of the many boats", "Governor"],
    ["Senator Ada Moor (who left)", "Senator"],
    ["Varen Sen. Ada Moor (D-Var.)", "Varen Sen."],
  ])("%s", (speaker, expected) => {
    expect(role(speaker)).toBe(expected);
  });
});

describe("somebody of whom only the house is told is", () => {
  test.each([
    ["Ada Moor of the Tide Center", "of the Tide Center"],
    ["Ada Moor of the University of North Varen", "of the University of North Varen"],
    ["Ada Moor of the Hale Center for tides", null],
    ["Ada Moor of Varen and Bo Hale of Port", null],
    ["Ada Moor, a nurse of the Tide Center", "a nurse of the Tide Center"],
  ])("%s", (speaker, expected) => {
    expect(role(speaker)).toBe(expected);
  });
});

test.each([
  "The smell reminded Ada Moor of the Tide Center. “The pier is old and has to go,” Moor said.",
  "It was a picture by Ada Moor of the Tide Center. “The pier is old and has to go,” Moor said.",
  "Voters heard Ada Moor of Varen. “The pier is old and has to go,” Moor said.",
])("what somebody was reminded of was a role: %s", (text) => {
  expect(findQuotes(text, { language: "en" })[0]?.speaker?.role ?? null).toBeNull();
});

describe("a seat ends where somebody else is joined", () => {
  test.each([
    ["Sen. Ada Moor of Varen and Gov. Bo Hale of Port", "Sen. of Varen"],
    ["Ada Moor of the Tide Center and Bo Hale of Port", "of the Tide Center"],
    ["Ada Moor of the Tide Center and Rope Trust", "of the Tide Center and Rope Trust"],
  ])("%s", (speaker, expected) => {
    expect(role(speaker)).toBe(expected);
  });
});

test("what one of two who speak is, the other is not", () => {
  expect(role("Senate leader Ada Moor and Bo Hale in a joint letter")).toBeNull();
});

describe("where somebody is from is told when nothing else is", () => {
  test.each([
    ["Ada Moor from the Tide Center and colleagues", "from the Tide Center"],
    ["Ada Moor from Varen", null],
    ["Ada Moor of Tide Rights Watch", "of Tide Rights Watch"],
    ["Ada Moor, 50, of North Varen", "of North Varen"],
    ["Ada Moor, 29, of Rope, O.V., on Monday", "of Rope, O.V."],
    ["43-year-old Ada Moor of Varenshire, Ostrel, in a letter", "of Varenshire, Ostrel"],
    ["Ada Moor, 50, of North Varen, Bo Hale, 40, of Port and Ivar Venn, 30, of Rope", "of North Varen"],
    ["Ada Moor, 29, of the harbor", null],
    ["Ada Moor, 29, of Varen's north", null],
    ["Ada Moor, 29, a nurse of Varen", "a nurse of Varen"],
  ])("%s", (speaker, expected) => {
    expect(role(speaker)).toBe(expected);
  });
});
