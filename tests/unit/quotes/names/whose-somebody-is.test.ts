/** Whether it is told whose relative, of which house or town somebody is, where that is stated. */

import { describe, expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const roleIn = (text: string): string | null => findQuotes(text, { language: "en" }).at(-1)?.speaker?.role ?? null;
const WORDS = "“The pier is old and has to go,”";

describe("the house that somebody speaks for was not told", () => {
  test.each([
    "of Little Points Rope Pharmacy in Varen",
    "of Human Tides Watch",
    "with the Varen Humane Society",
    "from the Varen Humane Society in Hale",
  ])("%s", (house) => {
    expect(roleIn(`${WORDS} said Ada Moor ${house}.`)).toBe(house);
    expect(roleIn(`${WORDS} said Ada Moor, ${house}.`)).toBe(house);
  });

  test.each([
    "Ada Moor with the Varen Humane Society's director",
    "Ada Moor with Bo Hale",
    "Ada Moor of the many boats",
    "Ada Moor, 24, from Varen's oldest street",
  ])("but no house of another: %s", (speaker) => {
    expect(roleIn(`${WORDS} said ${speaker}.`)).toBeNull();
  });

  test("a town of a named land was lost", () => {
    expect(roleIn(`${WORDS} said Ivo Venn, 24, from Ostrelia's Varen.`)).toBe("from Ostrelia's Varen");
  });
});

describe("what somebody thinks was told instead of whose daughter she is", () => {
  test.each([
    [`${WORDS} said Ada Moor, Bo Hale’s daughter.\n\nAda Moor, a longtime liberal, rowed.`, "Bo Hale’s daughter"],
    [`Hale’s niece, Ada Moor, an outspoken critic of the mayor, said: ${WORDS}`, "Hale’s niece"],
    [`${WORDS} said Ada Moor, Bo Hale’s daughter.\n\nAda Moor, mayor of Varen, rowed.`, "mayor of Varen"],
    [`${WORDS} said Ada Moor, his daughter.`, null],
  ])("%s", (text, role) => {
    expect(roleIn(text)).toBe(role);
  });
});

describe("what stands between dashes behind a name was no role", () => {
  test.each([
    ["Moor — a young Varen filmmaker — came.", "a young Varen filmmaker"],
    ["Moor — the harbor was full — left.", null],
    ["Moor — a pilot had called — left.", null],
  ])("%s", (text, role) => {
    expect(roleIn(`${WORDS} said Ada Moor.\n\n${text}`)).toBe(role);
  });
});

test.each([
  "the chief of staff to Bo Hale, then the harbor director",
  "who was the chief of staff to Bo Hale, then the harbor director",
])("whose chief of staff somebody was was cut before “then”: %s", (role) => {
  expect(roleIn(`${WORDS} said Ada Moor, ${role}.`)).toBe(role);
});

describe("the house that stands before the name was lost", () => {
  test.each([
    [
      "VASA's Ada Moor, deputy director for ports in the tide office,",
      "VASA's deputy director for ports in the tide office",
    ],
    ["VASA’s Ada Moor", "VASA"],
    ["Varen State University's Ada Moor, a professor of tides,", "a professor of tides, Varen State University"],
    // Whoever is named in the role is whose somebody is; a land and a person are none.
    ["Varen State University's Ada Moor, a professor at Hale College,", "a professor at Hale College"],
    ["Ostrel's Ada Moor, a planner for ports,", "a planner for ports"],
    ["Hale's friend Ada Moor, a planner for ports,", "a planner for ports"],
  ])("%s", (speaker, role) => {
    expect(roleIn(`${speaker} said: ${WORDS}`)).toBe(role);
  });
});
