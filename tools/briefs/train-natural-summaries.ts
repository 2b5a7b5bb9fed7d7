/**
 * Trains the rankers for articles in natural case and writes their weights.
 *
 *   node --import tsx tools/briefs/train-natural-summaries.ts FOLDER
 *
 * FOLDER holds the development sets and rouge.mjs. For figures on articles not trained on, see cross-validate-summaries.ts.
 */

import { fitNatural, NATURAL_SETS } from "./fit-natural.ts";
import { loadRouge, prepare, readRows, writeModel } from "./summary-samples.ts";

const folder = process.argv[2] ?? ".";
const rouge = await loadRouge(folder);
const samples = Object.keys(NATURAL_SETS).flatMap((set) =>
  readRows(folder, set).map((row) => prepare(set, row, rouge)),
);
const models = fitNatural(samples, rouge);
writeModel("natural-units", models.units);
writeModel("news", models.news);
writeModel("natural-sets", models.sets);
console.log(`${samples.length} articles of ${Object.keys(NATURAL_SETS).length} sets; weights written`);
