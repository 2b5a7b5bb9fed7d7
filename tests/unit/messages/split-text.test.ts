/** Long texts in parts: nothing lost, nothing over the limit, cut where a reader would. */

import { expect, test } from "vitest";
import { splitText } from "../../../src/messages/split-text.ts";

const measure = (text: string): number => text.length;
const split = (paragraphs: readonly string[], lengthMax: number, partsMax = 50) =>
  splitText(paragraphs, { lengthMax, partsMax, measure });

test("paragraphs go together while they fit, and are parted between them", () => {
  expect(split(["One.", "Two.", "A third paragraph."], 20)).toEqual({
    parts: ["One.\n\nTwo.", "A third paragraph."],
    isCut: false,
  });
});

test("a paragraph that is too long is parted between its sentences, and a sentence between its words", () => {
  expect(split(["The ferry waits. The engine rests."], 20).parts).toEqual(["The ferry waits.", "The engine rests."]);
  expect(split(["The ferry waits at the quay of Port Halden"], 20).parts).toEqual([
    "The ferry waits at",
    "the quay of Port",
    "Halden",
  ]);
});

test("a word without an end, and letters of two units, fit all the same", () => {
  const { parts } = split(["𝔸".repeat(100)], 15);
  expect(parts.join("")).toBe("𝔸".repeat(100));
  for (const part of parts) expect(part.length <= 15 && part.isWellFormed()).toBe(true);
});

test("what is beyond the parts is cut, and told", () => {
  expect(split(["One one one.", "Two two two.", "Three three."], 13, 2)).toEqual({
    parts: ["One one one.", "Two two two."],
    isCut: true,
  });
});

test("what the platform's marks make longer counts as long as it is then", () => {
  const { parts } = splitText(["* * * * * * * *"], { lengthMax: 10, partsMax: 9, measure: (text) => text.length * 2 });
  for (const part of parts) expect(part.length * 2).toBeLessThanOrEqual(10);
});
