/** Which of the summaries the search found is shown, and what counts in languages the rankers were not fitted to. */

import { expect, test } from "vitest";
import { FOUND_SET_FEATURE_NAMES } from "../../../../src/briefs/extractive/found-sets.ts";
import { chooseNatural, scoreByFollowers } from "../../../../src/briefs/extractive/natural.ts";
import { RANKERS, type Rankers } from "../../../../src/briefs/extractive/rankers.ts";
import { readMaterial } from "../../../../src/briefs/extractive/summarize.ts";
import { FEATURE_NAMES } from "../../../../src/briefs/extractive/unit-row.ts";
import { readNames } from "../../../../src/briefs/mending/full-names.ts";

const TEXT = [
  "The harbor council of Ostrel voted on Friday to close the old quay for two years.",
  "Engineers found cracks in the quay after the storm in March, the council said.",
  "Ferries to Skerry island leave from the coal pier until the work ends.",
  "The repair costs nine million marks, most of it paid by the port.",
].join("\n\n");
const SIZE = FOUND_SET_FEATURE_NAMES.indexOf("size");

function sizeChosen(sign: number, sentencesMax: number, wordsMax: number): number {
  const article = { title: "Ostrel closes its old quay", text: TEXT, language: "en", publishedAt: null };
  const rankers: Rankers = { ...RANKERS, naturalSets: { score: (row) => sign * (row[SIZE] ?? 0) } };
  const material = readMaterial(article, [], readNames(TEXT, [], "en"), rankers);
  return chooseNatural(material, { sentencesMax, wordsMax }).length;
}

test("where room is short, the summary is the one its ranker likes best", () => {
  expect(sizeChosen(1, 20, 60)).toBeGreaterThan(sizeChosen(-1, 20, 60));
  expect(sizeChosen(-1, 20, 60)).toBe(1);
});

test("where there is room, every sentence asked for is shown, whatever the ranker likes", () => {
  expect(sizeChosen(-1, 2, 120)).toBe(2);
});

test("a unit that the later text takes up gains, one that nothing follows loses", () => {
  const article = { title: "", text: TEXT, language: "en", publishedAt: null };
  const { measures } = readMaterial(article, [], readNames(TEXT, [], "en"));
  const forward = measures.rows.map((row) => row[FEATURE_NAMES.indexOf("forward")] ?? 0);
  const scores = scoreByFollowers(
    Float64Array.from(forward, () => 0.5),
    measures,
  );
  expect(scores[forward.indexOf(Math.max(...forward))]).toBeCloseTo(0.5);
  expect(scores[forward.indexOf(Math.min(...forward))]).toBeCloseTo(0.3);
});
