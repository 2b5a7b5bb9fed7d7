/**
 * Trains the model that tells a page's article from the rest and prints what it reaches on sites it has not seen.
 * `node --import tsx tools/articles/train-blocks.ts DIR [--measure] [--linear] [--write]`; DIR as for score-extraction.ts.
 * --measure leaves out a fifth of the sites at a time; --linear measures a model without trees beside it; --write
 * trains on all pages and saves weights/articles/blocks.json.
 */

import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { INPUT_NAMES } from "../../src/articles/learned-features/block-row.ts";
import { SKIPPED_SCORE, writeContext } from "../../src/articles/learned-features/context-features.ts";
import { createRandom, scoreOf, type TreeNode, toBins, trainTrees, trainWords } from "../learning/boosted-trees.ts";
import { readRows, type SamplePage, SETS, toSample } from "./extraction-samples.ts";

const WORD_OPTIONS = { rounds: 4, rate: 0.2, decay: 1e-3, seed: 3 };
const TREE_OPTIONS = {
  trees: 120,
  depth: 4,
  rate: 0.1,
  ridge: 2,
  weightMin: 2,
  columnShare: 0.15,
  rowShare: 0.5,
  seed: 1,
};
/** Sites a word must be found on to count: fewer would be learning sites by heart. */
const WORD_SITES_MIN = 10;
/** Weights of words below this are left out of the file. */
const WORD_WEIGHT_MIN = 0.04;
const SPLIT_SEED = 7;
const FOLDS = 5;

const EvaluationSchema = z.object({
  f1: z.number(),
  precision: z.number(),
  recall: z.number(),
  empty: z.number(),
  bad: z.number(),
});
interface Metric {
  readonly evaluate: (gold: unknown, predicted: unknown, options: unknown) => unknown;
}

const [folder = ".", ...rest] = process.argv.slice(2);
const metric = (await import(pathToFileURL(resolve(folder, "metric.mjs")).href)) as Metric;

const pages: readonly SamplePage[] = SETS.flatMap((set) => readRows(folder, set).map((row) => toSample(set, row)));
/** Rows are the blocks that the model is asked about: lines of links are not. */
const rowsOf: Int32Array[] = [];
let rowCount = 0;
for (const page of pages)
  rowsOf.push(Int32Array.from(page.described, ({ values }) => (values === null ? -1 : rowCount++)));
function collect<Value>(valuesOf: (page: SamplePage) => readonly Value[]): readonly Value[] {
  return pages.flatMap((page, number) => valuesOf(page).filter((_, at) => (rowsOf[number]?.[at] ?? -1) >= 0));
}
const described = collect((page) => page.described);
const labels = Float64Array.from(collect((page) => page.labels));
const weights = Float64Array.from(collect((page) => page.weights));
const random = createRandom(SPLIT_SEED);
const foldOfSite = new Map(
  [...new Set(pages.map((page) => page.site))].map((site) => [site, Math.floor(random() * FOLDS)]),
);
const foldOf = collect((page) => page.described.map(() => foldOfSite.get(page.site) ?? 0));
const all = described.map((_, row) => row);
console.log(`${pages.length} pages of ${foldOfSite.size} sites, ${all.length} blocks, ${INPUT_NAMES.length} features`);

/** Words found on enough of the sites trained on. Counted on all sites: being known tells nothing of the label. */
const sitesOf = new Map<string, Set<string>>();
for (const page of pages) {
  for (const block of page.described) {
    for (const word of [...block.words, ...block.farWords]) {
      const sites = sitesOf.get(word) ?? new Set();
      if (sites.size < WORD_SITES_MIN) sites.add(page.site);
      sitesOf.set(word, sites);
    }
  }
}
const vocabulary = new Map(
  [...sitesOf].filter(([, sites]) => sites.size >= WORD_SITES_MIN).map(([word], index) => [word, index]),
);
const words = described.map((block) =>
  [...block.words, ...block.farWords].flatMap((word) => vocabulary.get(word) ?? []),
);

/** Scores of rows to scores of all blocks of a page. */
const spread = (page: number, scores: Float64Array): Float64Array =>
  Float64Array.from(rowsOf[page] ?? [], (row) => (row < 0 ? SKIPPED_SCORE : (scores[row] ?? SKIPPED_SCORE)));

function showScores(name: string, scores: Float64Array): void {
  for (const set of SETS) {
    const gold: Record<string, { articleBody: string }> = {};
    const predicted: Record<string, { articleBody: string }> = {};
    pages.forEach((page, number) => {
      if (page.set !== set) return;
      gold[page.id] = { articleBody: page.gold };
      predicted[page.id] = { articleBody: page.choose(spread(number, scores)) };
    });
    const { f1, precision, recall, empty, bad } = EvaluationSchema.parse(
      metric.evaluate(gold, predicted, { bootstrap: 0 }),
    );
    console.log(
      `${name} ${set}: F1 ${f1.toFixed(4)}, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, empty ${empty}, under 0.5 ${bad}`,
    );
  }
}

/** Scores of every block by models that have not seen its site. */
function crossTrain(train: (rows: readonly number[]) => (row: number) => number): Float64Array {
  const scores = new Float64Array(all.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const score = train(all.filter((row) => foldOf[row] !== fold));
    for (const row of all) if (foldOf[row] === fold) scores[row] = score(row);
  }
  return scores;
}

const wordModel = (rows: readonly number[]): Float64Array =>
  trainWords(words, vocabulary.size, labels, weights, rows, WORD_OPTIONS);
const wordScores = crossTrain((rows) => {
  const model = wordModel(rows);
  return (row) => scoreOf(model, words[row] ?? []);
});
for (const [number, page] of pages.entries()) writeContext(page.described, spread(number, wordScores));
const binned = toBins(described.flatMap(({ values }) => (values === null ? [] : [values])));
if (rest.includes("--measure")) {
  showScores("words alone, unseen sites,", wordScores);
  if (rest.includes("--linear")) {
    // Each bin of each feature is a word: a model that adds up one weight for each.
    const offset = vocabulary.size;
    const flat = words.map((own, row) => [
      ...own,
      ...binned.columns.map((column, feature) => offset + feature * 48 + (column[row] ?? 0)),
    ]);
    const size = offset + binned.columns.length * 48;
    showScores(
      "linear, unseen sites,",
      crossTrain((rows) => {
        const model = trainWords(flat, size, labels, weights, rows, { ...WORD_OPTIONS, rate: 0.05, rounds: 6 });
        return (row) => scoreOf(model, flat[row] ?? []);
      }),
    );
  }
  showScores(
    "trees, unseen sites,",
    crossTrain((rows) => {
      const { scores } = trainTrees(binned, labels, weights, rows, TREE_OPTIONS);
      return (row) => scores[row] ?? 0;
    }),
  );
}
if (rest.includes("--write")) {
  const model = wordModel(all);
  const forest = trainTrees(binned, labels, weights, all, TREE_OPTIONS);
  const round = (value: number, digits: number): number => Number(value.toFixed(digits));
  const toNode = (node: TreeNode): unknown =>
    typeof node === "number" ? round(node, 4) : [INPUT_NAMES[node[0]], round(node[1], 5), node[2], node[3]];
  const kept = [...vocabulary]
    .map(([word, index]) => [word, round(model[index] ?? 0, 3)] as const)
    .filter(([, weight]) => Math.abs(weight) >= WORD_WEIGHT_MIN);
  const lines = forest.trees.map((tree) => `    ${JSON.stringify(tree.map(toNode))}`).join(",\n");
  const file = `{
  "about": "Trained by tools/articles/train-blocks.ts. words: weight of each word. trees: a split is [feature, threshold, node when below, node when not], a leaf is its value.",
  "words": { "bias": ${round(model.at(-1) ?? 0, 3)}, "weights": {
${kept
  .sort((a, b) => a[0].localeCompare(b[0]))
  .map(([word, weight]) => `    ${JSON.stringify(word)}: ${weight}`)
  .join(",\n")}
  } },
  "trees": { "base": ${round(forest.base, 4)}, "trees": [
${lines}
  ] }
}
`;
  writeFileSync(new URL("../../weights/articles/blocks.json", import.meta.url), file);
  console.log(`model.json: ${kept.length} words, ${forest.trees.length} trees, ${file.length} bytes`);
}
