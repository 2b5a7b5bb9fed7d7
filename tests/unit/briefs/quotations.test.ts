/** What becomes of quotations of several sentences, and of marks that are missing or one too many. */

import { describe, expect, test } from "vitest";
import { isUsable } from "../../../src/briefs/extractive/reads-alone.ts";
import { readUnits } from "../../../src/briefs/extractive/units.ts";
import { findQuoteParts } from "../../../src/briefs/mending/quote-parts.ts";
import { shortenQuotation } from "../../../src/briefs/mending/shorten.ts";

const unitsOf = (text: string) => readUnits({ text, language: "en" });

function parts(text: string): readonly string[] {
  const [unit] = unitsOf(text);
  if (unit === undefined) throw new Error("one unit");
  return findQuoteParts(unit.sentence.text, "en").flatMap(
    (left) => shortenQuotation(text, unit, left, "en")?.sentence.text ?? [],
  );
}

describe("a quotation of several sentences", () => {
  test("keeps its last ones when the speaker comes behind", () => {
    expect(parts("“Two boats left at noon. All crews are safe. The harbor stays closed,” said Mara Quill.")).toEqual([
      "“All crews are safe. The harbor stays closed,” said Mara Quill.",
      "“The harbor stays closed,” said Mara Quill.",
    ]);
  });

  test("keeps its first ones when the speaker comes before", () => {
    expect(parts('Mara Quill said: "All crews are safe now. The harbor stays closed until Friday."')).toEqual([
      'Mara Quill said: "All crews are safe now."',
    ]);
  });

  test("is not cut where what is left leans on what went, has no speaker, or is a crumb", () => {
    expect(parts("“The harbor stays closed. It will open again on Friday,” said Mara Quill.")).toEqual([]);
    expect(parts("“All crews are safe now. The harbor stays closed until Friday.”")).toEqual([]);
    expect(parts("Mara Quill said: “No. The harbor stays closed until Friday.”")).toEqual([]);
  });

  test("points at the source it was cut from", () => {
    const text = "The gale came early. “Two boats left at noon. All crews are safe,” said Mara Quill.";
    const unit = unitsOf(text)[1];
    const left = findQuoteParts(unit?.sentence.text ?? "", "en")[0];
    if (unit === undefined || left === undefined) throw new Error("a part");
    const shown = shortenQuotation(text, unit, left, "en");
    expect(shown?.sentence).toMatchObject({ start: unit.start, end: unit.end, edited: true });
    expect(shown?.edits.map(({ start, end }) => text.slice(start, end))).toEqual(["Two boats left at noon. "]);
  });
});

describe("marks", () => {
  test("a quotation that goes on in the next paragraph is closed where its sentence ends", () => {
    const [first] = unitsOf(
      "Mara Quill said: “The harbor stays closed until Friday.\n\n“All crews are safe,” she said.",
    );
    expect(first?.sentence.text).toBe("Mara Quill said: “The harbor stays closed until Friday.”");
    expect(first?.sentence.edited).toBe(true);
    expect(first === undefined ? false : isUsable(first)).toBe(true);
  });

  test("a mark that nobody says anything behind is not closed: it may be a slip", () => {
    const [first] = unitsOf(
      "The vote on “forcible purchases of farm land begins in the upper house on Friday.\n\nIt is open.",
    );
    expect(first === undefined ? true : isUsable(first)).toBe(false);
  });

  test("the stray mark behind a quotation of several sentences is left off", () => {
    const [first] = unitsOf('"All crews are safe. The harbor stays closed," Mara Quill said."\n\nThe gale came early.');
    expect(first?.sentence.text).toBe('"All crews are safe. The harbor stays closed," Mara Quill said.');
  });
});
