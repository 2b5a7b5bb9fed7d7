/**
 * Trains the ranker for articles in natural case: the share of the news each unit tells.
 *
 *   node --import tsx tools/train-natural-summaries.ts FOLDER
 *
 * FOLDER holds the development sets and rouge.mjs. French is never trained on. Trees are shallow because the sets are small.
 */

import { writeFileSync } from "node:fs";
import { FEATURE_NAMES } from "../src/briefs/features.ts";
import { fitTrees } from "./summaries/boost.ts";
import { loadRouge, prepare, readRows, type Sample } from "./summaries/data.ts";

/** How much one article of a set counts. */
const SET_WEIGHTS: Readonly<Record<string, number>> = {
  "cnndm-truecased": 1,
  "cnn-val": 1.5,
  inshorts: 3,
  "danewsroom-da": 0.25,
  "norsumm-nb": 1,
};
const SETTINGS = { trees: 100, depth: 3, shrinkage: 0.08, leafRowsMin: 60, featureShare: 0.4, rowShare: 0.5 };
const UNITS_READ_MAX = 40;

const folder = process.argv[2] ?? ".";
const rouge = await loadRouge(folder);

function countGrams(tokens: readonly string[], size: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (let index = 0; index + size <= tokens.length; index++) {
    const gram = tokens.slice(index, index + size).join(" ");
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

/** Mean recall of the reference's words and word pairs, the best over the references. */
function toldShare(sample: Sample, unit: number): number {
  const shares = sample.references.map((reference) => {
    let sum = 0;
    for (const size of [1, 2]) {
      const wanted = countGrams(reference, size);
      let hits = 0;
      for (const [gram, count] of countGrams(sample.tokens[unit] ?? [], size))
        hits += Math.min(count, wanted.get(gram) ?? 0);
      sum += hits / Math.max(1, reference.length - size + 1);
    }
    return sum / 2;
  });
  return Math.max(0, ...shares);
}

const rows: Float64Array[] = [];
const targets: number[] = [];
const weights: number[] = [];
for (const [set, weight] of Object.entries(SET_WEIGHTS)) {
  for (const row of readRows(folder, set)) {
    const sample = prepare(set, row, rouge);
    sample.measures.rows.slice(0, UNITS_READ_MAX).forEach((measured, unit) => {
      rows.push(measured);
      targets.push(toldShare(sample, unit));
      weights.push(weight);
    });
  }
}
const about =
  "Share of the news one unit tells, for articles in natural case: expected mean recall of words and word pairs. Made by tools/train-natural-summaries.ts.";
const model = fitTrees(rows, Float64Array.from(targets), Float64Array.from(weights), FEATURE_NAMES, SETTINGS, about);
const trees = model.trees.map((tree) => JSON.stringify(tree)).join(",\n");
writeFileSync(
  new URL("../src/briefs/weights/natural-units.json", import.meta.url),
  `{\n"about": ${JSON.stringify(about)},\n"base": ${model.base},\n"trees": [\n${trees}\n]\n}\n`,
);
console.log(`${rows.length} units of ${Object.keys(SET_WEIGHTS).length} sets`);
