/** "Secretary of State for Harbors Ada Moor": the office is hers, and its field is no part of her name. */

import { expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const WORDS = "We waited twelve years for the pier, and Oxmoor will see it done";
const read = (clause: string, more = "") => {
  const text = `The council of Oxmoor voted on Tuesday.\n\n${clause}\n\n${more}`;
  const speaker = findQuotes(text, { language: "en" })[0]?.speaker;
  return [speaker?.name ?? null, speaker?.role ?? null];
};

test.each([
  ["Minister of State for Harbor Policy Greg Moor", "Greg Moor", "Minister of State for Harbor Policy"],
  ["Secretary of State for Harbors Anna Perrin", "Anna Perrin", "Secretary of State for Harbors"],
])("said %s", (printed, name, role) => {
  expect(read(`“${WORDS},” said ${printed}.`)).toEqual([name, role]);
});

test("a first name nobody knows is told by the last name alone elsewhere", () => {
  const clause = `“${WORDS},” said Secretary of State for Harbors Ylvo Perrin.`;
  expect(read(clause, "Perrin has led the office since May.")).toEqual([
    "Ylvo Perrin",
    "Secretary of State for Harbors",
  ]);
});

test("a field of capitals alone names nobody", () => {
  expect(read(`“${WORDS},” said the Minister for Foreign Trade.`)[0]).not.toMatch(/^(?:Foreign )?Trade$/);
});
