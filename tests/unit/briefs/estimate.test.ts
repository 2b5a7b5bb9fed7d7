/** What a set of units is worth as a whole. */

import { expect, test } from "vitest";
import type { Candidate } from "../../../src/briefs/combine.ts";
import { createEstimate, expectedWords } from "../../../src/briefs/estimate.ts";
import { readUnits } from "../../../src/briefs/units.ts";

const candidates = (text: string): readonly Candidate[] =>
  readUnits({ text, language: "en" }).map((unit) => ({ unit, score: 0.3, row: new Float64Array() }));

test("a deck and the sentence that says it again are worth less than the deck with news", () => {
  const [deck, again, news] = candidates(
    "The harbor museum gives the storm bell back to Skerry island.\n\nThe harbor museum on Friday said it gives the storm bell back to Skerry island.\n\nTrustees voted for the gift after a long debate on Tuesday evening in Ostrel.",
  );
  if (deck === undefined || again === undefined || news === undefined) throw new Error("three units");
  const estimate = createEstimate(400);
  expect(estimate([deck, again])).toBeLessThan(estimate([deck, news]));
  expect(estimate([deck, again])).toBeLessThanOrEqual(estimate([deck]));
});

test("an article with a deck is expected to be told in fewer words than one without", () => {
  const form = { hasTitle: true, textWords: 400, paragraphCount: 8, openingWords: 20 };
  expect(expectedWords(form)).toBeLessThan(expectedWords({ ...form, openingWords: 70 }));
});
