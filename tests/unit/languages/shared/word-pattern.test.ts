/** Patterns that are looked for in either case without being told so. */

import { expect, test } from "vitest";
import {
  anyOf,
  oneOf,
  toAnyFinder,
  toAnyPattern,
  toFinder,
  toGroupedFinder,
  toPartFinder,
} from "../../../../src/languages/shared/word-pattern.ts";

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

const PARTS = ["©", "(@", "die fähre ", "überfahrt", "über", "www.", "aa", "aab", "ferry. all"];

test("words as parts are found where a pattern of them finds one, in either case and at both ends", () => {
  const [parts, pattern] = [toPartFinder(PARTS), toFinder(oneOf(PARTS))];
  const pieces = [
    "",
    "a",
    "A",
    "AAB",
    "ab",
    "Über",
    "über",
    "ÜBERFAHRT",
    "Die Fähre",
    " ",
    "(",
    "@",
    "© Moor",
    "www",
    ".",
  ];
  pieces.push("Ferry. All", "İ", "ferry", "�", "🛳");
  const texts = pieces.flatMap((one) => pieces.flatMap((two) => pieces.map((three) => one + two + three)));
  expect(texts.filter((text) => parts.test(text))).toEqual(texts.filter((text) => pattern.test(text)));
  expect(toPartFinder([]).test("ferry")).toBe(false);
  expect(() => toPartFinder(["Ferry"])).toThrow(/has a capital/);
});

test("patterns of the beginning and others are found as in one pattern", () => {
  const patterns = [
    "^all (?:that|this)\\b",
    "^here|there$",
    "^[|(]x",
    "\\bis written by \\p{Lu}",
    "^a\\|b",
    "(?:^|, )so",
  ];
  const [finder, pattern] = [toAnyFinder(patterns), toAnyPattern(patterns)];
  const pieces = [
    "",
    "All this ",
    "here",
    "there",
    "over there",
    "|x",
    "(x",
    "a|b",
    "so",
    ", so",
    "It is written by Moor",
    " ",
  ];
  const texts = pieces.flatMap((one) => pieces.map((two) => one + two));
  expect(texts.filter((text) => finder.test(text))).toEqual(texts.filter((text) => pattern.test(text)));
  expect(toAnyFinder([]).test("")).toBe(false);
});

test("patterns in groups find what they find as one, however many they are", () => {
  const patterns = Array.from({ length: 40 }, (_, index) => `^line ${index}\\b|sign ${index}$`);
  const [grouped, whole] = [toGroupedFinder(patterns), toFinder(anyOf(patterns))];
  const texts = [
    "",
    ...Array.from({ length: 45 }, (_, index) => [`Line ${index} `, `a SIGN ${index}`, `a line ${index}`]),
  ].flat();
  expect(texts.filter((text) => grouped.test(text))).toEqual(texts.filter((text) => whole.test(text)));
  expect(toGroupedFinder([]).test("")).toBe(false);
  expect(() => toGroupedFinder(["ferry", "Ferry"])).toThrow(/has a capital/);
});
