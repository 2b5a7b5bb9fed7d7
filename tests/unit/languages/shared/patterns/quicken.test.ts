/** Quick patterns find just what they found before, on plain text and on any other. */

import { expect, test } from "vitest";
import { quicken, quickenAll, toPlainPattern } from "../../../../../src/languages/shared/patterns/quicken.ts";

const SOURCES: readonly (readonly [source: string, flags: string])[] = [
  ["(?<![\\p{L}’'-])(\\p{Lu}\\p{Ll}[\\p{L}\\p{M}’'-]*) (\\p{Lu}[\\p{L}\\p{M}’'-]+)", "gu"],
  ["[^\\p{L}\\p{N}]+", "gu"],
  ["\\p{Lu}", "giu"],
  ["\\P{L}(\\p{Ll}+)", "gu"],
  ["[\\p{P}\\p{S}]", "gu"],
  ["[\\p{Script=Han}\\]\\p{M}]|\\\\p", "gu"],
  ["\\b(?<word>k\\S+|stra[ßs]e)\\b", "giu"],
  ["(?<=\\p{L}), (?:aber|но|but)(?= \\p{Ll})", "giu"],
  [".\\u{2019}", "gu"],
];

const TEXTS: readonly string[] = [
  "“Mara Hale’s boats – 12½ of them,” said Zoë Ångström-Moor, “are OURS”, but not yours…",
  "STRASSE, Straße, straSSe, but Kelvin and kELVIN: 3 µm, ª º ÿ \\p ] €5 ™ ★ x’",
  "Mara Čapek, aber Łucja Żak, but İnci and ılık: \u212aelvin, \u017ftraße, STRA\u1E9EE",
  "Мара Хейл, но не Бо Мур; 東京 Mara Hale, e\u0301te\u0301, 𝐌ara 𝐇ale, 😀 \ud835 Hale Moor’",
  "",
];

const read = (pattern: RegExp, text: string): unknown => {
  const flags = pattern.flags.replace("g", "");
  const found: unknown[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text))
    found.push([match.index, [...match], match.groups, pattern.lastIndex]);
  const end = pattern.lastIndex;
  const tests = [pattern.test(text), pattern.lastIndex, pattern.test(text), pattern.lastIndex];
  pattern.lastIndex = 0;
  const all = [...text.matchAll(pattern)].map(({ index, 0: whole }) => [index, whole]);
  const changed = [text.replace(pattern, "<$&>"), text.replace(pattern, (whole) => whole.toUpperCase())];
  return [flags, found, end, tests, all, text.match(pattern), text.split(pattern), text.search(pattern), changed];
};

test.each(SOURCES)("%s finds the same when it is quick", (source, flags) => {
  for (const text of TEXTS)
    expect(read(quicken(new RegExp(source, flags)), text)).toEqual(read(new RegExp(source, flags), text));
});

test("a pattern that is tried at one place alone is so when it is quick", () => {
  const quick = quicken(/\p{Lu}\p{Ll}+/uy);
  quick.lastIndex = 5;
  expect(quick.exec("Mara Hale")?.[0]).toBe("Hale");
  expect(quick.lastIndex).toBe(9);
});

test("a brief took twice as long: at each place of a text a pattern asked a table of all the world's letters", () => {
  expect(toPlainPattern(/\p{Lu}[\p{L}’'-]+/u)?.source).not.toContain("\\p");
  expect(toPlainPattern(/[a-z]+/u)).toBeNull();
});

test("the patterns of a tree are quick, wherever they stand", () => {
  const tree = quickenAll({ one: /\p{L}/u, others: [{ two: /\p{N}/u }], words: new Set(["moor"]), plain: /x/ });
  expect([tree.one, tree.others[0]?.two, tree.plain].map((each) => Object.hasOwn(each ?? {}, "whole"))).toEqual([
    true,
    true,
    false,
  ]);
  expect(tree.one.test("é")).toBe(true);
});
