/** Whether somebody's title and what stands behind the name are shown together, and where a job is done. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const role = (speaker: string): string | null =>
  findQuotes(`The vote was close.\n\n“The pier is old and has to go,” said ${speaker}.\n`, { language: "en" })[0]
    ?.speaker?.role ?? null;

describe("the office or the place was lost beside what stands behind the name", () => {
  test.each([
    ["Varen Rep. Ada Moor, co-chair of the Tide Board", "Varen Rep., co-chair of the Tide Board"],
    ["Senator Ada Moor, a Varen Republican", "Senator, a Varen Republican"],
    ["Captain Ada Moor, aviation safety expert", "Captain, aviation safety expert"],
    ["Republican Rep. Ada Moor of New Varen, a Hale supporter", "Republican Rep. of New Varen, a Hale supporter"],
    ["Senator Ada Moor of New Varen, the majority leader", "Senator of New Varen, the majority leader"],
    ["Rep. Ada Moor (R-Varen), chair of the Tide Board", "Rep. (R-Varen), chair of the Tide Board"],
    ["State Rep. Ada Moor (R), a leader of the Pier Group", "State Rep., a leader of the Pier Group"],
    [
      "former Varen governor Ada Moor, who serves as chairman of the Tide Board",
      "former Varen governor, who serves as chairman of the Tide Board",
    ],
    ["former Gov. Ada Moor of New Varen", "former Gov. of New Varen"],
  ])("%s", (speaker, expected) => {
    expect(role(speaker)).toBe(expected);
  });

  test.each([
    // One office told twice, a title that is part of a name, and what only tells whose somebody is.
    ["Sen. Ada Moor, the senior senator from Varen", "the senior senator from Varen"],
    ["coach Ada Moor, a former Varen player", "a former Varen player"],
    ["Senator Ada Moor, a friend", "Senator"],
  ])("but not twice: %s", (speaker, expected) => {
    expect(role(speaker)).toBe(expected);
  });
});

describe("where a job is done was cut off behind the name", () => {
  test.each([
    ["the immunologist Ada Moor at the University of Varen", "immunologist at the University of Varen"],
    ["ocean engineer Ada Moor from the Hale Tide Center", "ocean engineer from the Hale Tide Center"],
  ])("%s", (speaker, expected) => {
    expect(role(speaker)).toBe(expected);
  });

  test.each([
    ["the farmer Ada Moor at the Varen Museum", "farmer"],
    ["the farmer Ada Moor at the school gate", "farmer"],
    ["the farmer Ada Moor from the Tide Center and Bo Hale", "farmer from the Tide Center"],
  ])("but who only stands there does not work there: %s", (speaker, expected) => {
    expect(role(speaker)).toBe(expected);
  });
});
