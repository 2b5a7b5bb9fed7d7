import { expect, test } from "vitest";
import { fold, foldWords } from "../../../src/domain/fold.ts";
import { fc } from "../../helpers/property.ts";

test.each([
  ["Łódź", "lodz"],
  ["Zürich", "zurich"],
  ["Dvořák", "dvorak"],
  ["İstanbul", "istanbul"],
  ["Straße", "strasse"],
  ["Ærø", "aero"],
  ["ﬁnal", "final"],
])("%s is found as %s", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test("words are runs of letters and digits", () => {
  expect(foldWords("The port's 2 ferries — “closed”!")).toEqual(["the", "port", "s", "2", "ferries", "closed"]);
});

test("Chinese and Japanese runs become overlapping pairs, so that any two characters are found", () => {
  expect(foldWords("北京市")).toEqual(["北京", "京市"]);
  expect(foldWords("新NHK大阪")).toEqual(["新", "nhk", "大阪"]);
});

test("NUL and lone surrogates do not get through", () => {
  expect(foldWords("a\0b \uD800c")).toEqual(["a", "b", "c"]);
});

test("folding twice changes nothing, whatever the text", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => fold(fold(text)) === fold(text)));
});
