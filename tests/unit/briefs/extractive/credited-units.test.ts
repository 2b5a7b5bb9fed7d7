/** What only the line above credits is not told as the outlet's own. */

import { expect, test } from "vitest";
import { findCredited } from "../../../../src/briefs/extractive/interview-units.ts";
import { readUnits } from "../../../../src/briefs/extractive/units.ts";

const creditedIn = (text: string): readonly string[] => {
  const units = readUnits({ text, language: "en" });
  const found = findCredited(units, "en");
  return units.filter(({ index }) => found.has(index)).map(({ sentence }) => sentence.text);
};

const POINTS = ["Meadows of ten hectares slow the tide in all seasons.", "Younger meadows do so in summer alone."];
const NEXT = "The town will plant more of them, said Ada Moor of Varen University.";

test("paragraphs below “The study found:” are, up to one that says who says it", () => {
  const text = ["The tide is slow at Ossel.", "The study found:", ...POINTS, NEXT, "It is a small town."].join("\n\n");
  expect(creditedIn(text)).toEqual(POINTS);
});

test.each(["The town has two piers:", "What to know:", "The study found much."])("none are below “%s”", (line) => {
  expect(creditedIn(["The tide is slow at Ossel.", line, ...POINTS].join("\n\n"))).toEqual([]);
});
