/** Patterns that are looked for in either case without being told so. */

import { expect, test } from "vitest";
import { anyOf, toFinder } from "../../../../src/languages/shared/word-pattern.ts";

test("a finder finds in either case what its pattern says in small letters", () => {
  const ferry = toFinder(anyOf(["ferr(?:y|ies) \\S+", "^überfahrt\\b"]));
  for (const text of ["All FERRIES stop", "Ferry B leaves", "ÜBERFAHRT nach Ostrel"])
    expect(ferry.test(text)).toBe(true);
  for (const text of ["ferry", "Zur Überfahrt"]) expect(ferry.test(text)).toBe(false);
});

test("a capital that is two characters in lower case is read as one, and no other letter's", () => {
  expect(toFinder("^.{2}ptal$").test("XİPTAL")).toBe(true);
  expect(toFinder("^iptal$").test("İPTAL")).toBe(false);
});

test("a finder of nothing finds nothing", () => {
  expect(toFinder(anyOf([])).test("")).toBe(false);
});

test.each(["Ferry", "\\p{Lu}erry"])("a pattern with a capital is refused: %s", (pattern) => {
  expect(() => toFinder(pattern)).toThrow(/has a capital/);
});
