/**
 * Trains the rankers for articles in natural case and writes their weights.
 *
 *   node --import tsx tools/briefs/train-natural-summaries.ts FOLDER --all|--out=FOLDER
 *
 * FOLDER holds the development sets and rouge.mjs. For figures on articles not trained on, see cross-summaries.ts.
 */

import { findOut, spellTrees, writeOut } from "../learning/write-weights.ts";
import { fitNatural, NATURAL_SETS } from "./fit-natural.ts";
import { loadRouge, prepare, readRows } from "./summary-samples.ts";

const folder = process.argv[2] ?? ".";
const out = findOut(process.argv.slice(3));
const rouge = await loadRouge(folder);
const samples = Object.keys(NATURAL_SETS).flatMap((set) =>
  readRows(folder, set).map((row) => prepare(set, row, rouge)),
);
const models = fitNatural(samples, rouge);
writeOut(out, "briefs/natural-units.json", spellTrees(models.units));
writeOut(out, "briefs/news.json", spellTrees(models.news));
writeOut(out, "briefs/natural-sets.json", spellTrees(models.sets));
console.log(`${samples.length} articles of ${Object.keys(NATURAL_SETS).length} sets`);
