import { expect, test } from "vitest";
import { toFingerprint } from "../../../src/stories/fingerprint.ts";

const print = (title: string, text: string, language = "en") =>
  toFingerprint({ title, text, language, at: new Date("2026-11-16T08:00:00Z") });

test("numbers and results of games are kept, years are not", () => {
  const { numbers } = print(
    "Halden win 4-1",
    "Some 1,400 people saw it, the most since 1952; 118 came by boat. It cost 3.25.",
  );
  expect([...numbers].sort()).toEqual(["118", "1400", "325", "4-1"]);
});

test.each([
  ["en", "It began on Tuesday and ended on Wednesday.", [2, 3]],
  ["de", "Am Dienstagabend begann es, am Samstag war es vorbei.", [2, 6]],
  ["es", "Ocurrió este miércoles.", [3]],
  ["ru", "Это случилось в среду, в пятницу закончилось.", [3, 5]],
  ["zz", "Nothing to see here on no day.", []],
] as const)("days of the week are found in %s", (language, text, days) => {
  expect([...print("", text, language).days].sort()).toEqual(days);
});

test("names are words with a capital inside a sentence", () => {
  const { names } = print("Ferry stops", "Yesterday the mayor of Port Halden, Lotte Ravn, spoke. Nobody answered.");
  expect([...names].sort()).toEqual(["halden", "lotte", "port", "ravn"]);
});

test("small words and endings do not tell headlines apart", () => {
  expect(print("The ferries of the harbor", "").titleTerms).toEqual(print("A ferry in harbors", "").titleTerms);
});

test("a text in Chinese has terms", () => {
  expect(print("北京市发生地震", "北京市周一发生地震。", "zh").leadTerms.size).toBeGreaterThan(3);
});

test("half a million characters of anything are read at once, from their beginning", () => {
  const text = "A".repeat(500_000);
  expect(print(text, text).leadTerms.size).toBeLessThan(10);
  expect(print("x", "Ab ".repeat(170_000)).shingles.length).toBe(1);
});
