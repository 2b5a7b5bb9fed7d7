/**
 * Trains the model that tells a page's article from the rest and prints what it reaches on sites it has not seen.
 * `node --import tsx tools/articles/train-blocks.ts DIR [--measure] [--all] [--out=FOLDER]`; DIR as for score-extraction.ts.
 * --measure leaves out a fifth of the sites at a time; --all writes the words and trees fitted on all pages to
 * weights/articles, --out=FOLDER writes them elsewhere.
 */

import { INPUT_NAMES } from "../../src/articles/learned-features/block-row.ts";
import { SKIPPED_SCORE, writeContext } from "../../src/articles/learned-features/context-features.ts";
import { createScorer, type TreeModel } from "../../src/learned/trees.ts";
import { type BoostSettings, fitTrees } from "../learning/fit-trees.ts";
import { scoreOf, trainWords } from "../learning/learn-words.ts";
import { createRandom } from "../learning/random.ts";
import { findOut, spellTrees, spellWeights, writeOut } from "../learning/write-weights.ts";
import { loadMetric } from "./extraction-metric.ts";
import { readRows, type SamplePage, SETS, toSample } from "./extraction-samples.ts";

const WORD_OPTIONS = { rounds: 4, rate: 0.2, decay: 1e-3, seed: 3 };
const TREE_SETTINGS: BoostSettings = {
  trees: 120,
  depth: 4,
  shrinkage: 0.1,
  leafRowsMin: 10,
  featureShare: 0.15,
  rowShare: 0.5,
  loss: "logistic",
  ridge: 2,
  leafMassMin: 2,
};
/** Sites a word must be found on to count: fewer would be learning sites by heart. */
const WORD_SITES_MIN = 10;
/** Weights of words below this are left out of the file. */
const WORD_WEIGHT_MIN = 0.04;
const SPLIT_SEED = 7;
const FOLDS = 5;

const [folder = ".", ...rest] = process.argv.slice(2);
const metric = await loadMetric(folder);

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
    const { f1, precision, recall, empty, bad } = metric.evaluate(gold, predicted);
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
const inputs = described.flatMap(({ values }) => (values === null ? [] : [values]));
const treeModel = (rows: readonly number[]): TreeModel =>
  fitTrees(
    rows.map((row) => inputs[row] ?? new Float64Array(INPUT_NAMES.length)),
    Float64Array.from(rows, (row) => labels[row] ?? 0),
    Float64Array.from(rows, (row) => weights[row] ?? 0),
    INPUT_NAMES,
    TREE_SETTINGS,
    "How likely a block of a page is its article, as a logit, after a first round by words. Made by tools/articles/train-blocks.ts.",
  );
if (rest.includes("--measure")) {
  showScores("words alone, unseen sites,", wordScores);
  showScores(
    "trees, unseen sites,",
    crossTrain((rows) => {
      const scorer = createScorer(treeModel(rows), INPUT_NAMES);
      return (row) => scorer.score(inputs[row] ?? new Float64Array(INPUT_NAMES.length));
    }),
  );
}
const out = findOut(rest);
if (out !== null) {
  const model = wordModel(all);
  const round = (value: number): number => Number(value.toFixed(3));
  const kept = [...vocabulary]
    .map(([word, index]) => [word, round(model[index] ?? 0)] as const)
    .filter(([, weight]) => Math.abs(weight) >= WORD_WEIGHT_MIN)
    .sort((a, b) => a[0].localeCompare(b[0]));
  const article = { bias: { yes: round(model.at(-1) ?? 0) }, word: Object.fromEntries(kept) };
  const about =
    "What the words around and in a block say of it, as a logit: the first round. Made by tools/articles/train-blocks.ts.";
  writeOut(out, "articles/words.json", spellWeights({ about, outputs: { article } }));
  writeOut(out, "articles/blocks.json", spellTrees(treeModel(all)));
}
