/**
 * Trains the two rankers of the default summarizer (units, then sets of units) and prints their figures.
 *
 *   node --import tsx tools/briefs/train-summaries.ts FOLDER [--all] [--out=FOLDER] [--limit N]
 *
 * FOLDER holds the development sets and rouge.mjs; nothing of them is kept but the weights. A quarter
 * of every set is held out and scored; with --all the weights are then fitted on all of it.
 */

import {
  type Candidate,
  createSetContext,
  listSets,
  measureSet,
  SET_FEATURE_NAMES,
} from "../../src/briefs/extractive/combine.ts";
import { readsAlone } from "../../src/briefs/extractive/reads-alone.ts";
import { FEATURE_NAMES } from "../../src/briefs/extractive/unit-row.ts";
import { createScorer, type Scorer, type TreeModel } from "../../src/learned/trees.ts";
import { type BoostSettings, fitTrees } from "../learning/fit-trees.ts";
import { createRandom } from "../learning/random.ts";
import { findOut, spellTrees, writeOut } from "../learning/write-weights.ts";
import { loadRouge, prepare, quickScore, readRows, type Sample } from "./summary-samples.ts";

/** How much one article of a set counts: the large set does not drown the sets that look like the product's articles. */
const SET_WEIGHTS: Readonly<Record<string, number>> = {
  "cnndm-lower": 1,
  "cnn-val": 4,
  inshorts: 12,
  "danewsroom-da": 4,
  "norsumm-nb": 6,
  "orangesum-fr": 0,
};
const BUDGETS: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  "cnndm-lower": [
    [3, 10_000],
    [100, 60],
  ],
};
const UNIT_SETTINGS: BoostSettings = {
  trees: 140,
  depth: 5,
  shrinkage: 0.08,
  leafRowsMin: 60,
  featureShare: 0.5,
  rowShare: 0.5,
  loss: "squared",
  ridge: 1,
  leafMassMin: 0,
};
const SET_SETTINGS: BoostSettings = {
  trees: 190,
  depth: 4,
  shrinkage: 0.08,
  leafRowsMin: 150,
  featureShare: 0.5,
  rowShare: 0.4,
  loss: "squared",
  ridge: 1,
  leafMassMin: 0,
};
const UNITS_READ_MAX = 40;
const SETS_PER_ARTICLE = 36;

const args = process.argv.slice(2);
const folder = args[0] ?? ".";
const out = findOut(args);
const limit = Number(args[args.indexOf("--limit") + 1] ?? 0) || 6000;
const rouge = await loadRouge(folder);
const budgetsOf = (set: string): readonly (readonly [number, number])[] =>
  BUDGETS[set] ?? [
    [100, 60],
    [3, 120],
  ];
const say = (text: string): void => console.log(`${process.uptime().toFixed(0).padStart(5)}s  ${text}`);

function fitUnits(samples: readonly Sample[]): TreeModel {
  const rows: Float64Array[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  for (const sample of samples) {
    const weight = SET_WEIGHTS[sample.set] ?? 1;
    if (weight === 0) continue;
    const scores = sample.tokens.slice(0, UNITS_READ_MAX).map((_tokens, unit) => quickScore(sample, [unit]));
    // Within an article only the order counts, so what makes all of its units hard or easy is taken out by half.
    const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
    scores.forEach((score, index) => {
      const row = sample.measures.rows[index];
      if (row === undefined) return;
      rows.push(row);
      targets.push(score - mean);
      weights.push(weight);
    });
  }
  return fitTrees(
    rows,
    Float64Array.from(targets),
    Float64Array.from(weights),
    FEATURE_NAMES,
    UNIT_SETTINGS,
    "Worth of one unit: expected mean of ROUGE-1, ROUGE-2 and ROUGE-Lsum above the article's average unit. Made by tools/briefs/train-summaries.ts.",
  );
}

interface Choice {
  readonly sets: readonly (readonly Candidate[])[];
  readonly rows: readonly Float64Array[];
}

function listChoices(sample: Sample, unitScorer: Scorer, budget: readonly [number, number]): Choice {
  const candidates = sample.usable.flatMap((index): Candidate[] => {
    const unit = sample.units[index];
    const row = sample.measures.rows[index];
    return unit === undefined || row === undefined ? [] : [{ unit, row, score: unitScorer.score(row) }];
  });
  if (candidates.length === 0) return { sets: [], rows: [] };
  const limits = { sentencesMax: budget[0], wordsMax: budget[1] };
  const sets = listSets(candidates, limits, (set) => readsAlone(set.map((each) => each.unit)));
  const context = createSetContext(sample.units, sample.measures, candidates, limits);
  return { sets, rows: sets.map((set) => measureSet(set, context)) };
}

function fitSets(samples: readonly Sample[], unitScorer: Scorer): TreeModel {
  const rows: Float64Array[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  const random = createRandom(3);
  for (const sample of samples) {
    const weight = SET_WEIGHTS[sample.set] ?? 1;
    if (weight === 0) continue;
    for (const budget of budgetsOf(sample.set)) {
      const choice = listChoices(sample, unitScorer, budget);
      const scores = choice.sets.map((set) =>
        quickScore(
          sample,
          set.map((each) => each.unit.index),
        ),
      );
      const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
      const share = Math.min(1, SETS_PER_ARTICLE / Math.max(1, scores.length));
      choice.rows.forEach((row, index) => {
        if (random() > share) return;
        rows.push(row);
        targets.push((scores[index] ?? 0) - mean);
        weights.push(weight);
      });
    }
  }
  say(`sets: ${rows.length} rows`);
  return fitTrees(
    rows,
    Float64Array.from(targets),
    Float64Array.from(weights),
    SET_FEATURE_NAMES,
    SET_SETTINGS,
    "Worth of a set of units as a whole summary: expected mean of ROUGE-1, ROUGE-2 and ROUGE-Lsum above the article's average set. Made by tools/briefs/train-summaries.ts.",
  );
}

const mean = (values: readonly number[]): string =>
  ((100 * values.reduce((sum, value) => sum + value, 0)) / Math.max(1, values.length)).toFixed(2);

function report(samples: readonly Sample[], unitScorer: Scorer, setScorer: Scorer): void {
  for (const set of new Set(samples.map((sample) => sample.set))) {
    for (const budget of budgetsOf(set)) {
      const results: Record<string, { r1: number[]; r2: number[]; rl: number[]; words: number[] }> = {};
      const add = (name: string, sample: Sample, units: readonly number[]): void => {
        const texts = units.map((index) => sample.units[index]?.sentence.text ?? "");
        const scores =
          sample.row.references === undefined
            ? rouge.score(sample.row.reference, texts, sample.options)
            : rouge.scoreMulti(sample.row.references, texts, sample.options);
        const result = results[name] ?? { r1: [], r2: [], rl: [], words: [] };
        results[name] = result;
        result.r1.push(scores.r1.f);
        result.r2.push(scores.r2.f);
        result.rl.push(scores.rlsum.f);
        result.words.push(units.reduce((sum, index) => sum + (sample.units[index]?.wordCount ?? 0), 0) / 100);
      };
      for (const sample of samples.filter((each) => each.set === set)) {
        const lead: number[] = [];
        let words = 0;
        for (const unit of sample.units) {
          if (lead.length >= Math.min(budget[0], 3) || words + unit.wordCount > budget[1]) break;
          lead.push(unit.index);
          words += unit.wordCount;
        }
        add("lead", sample, lead);
        const choice = listChoices(sample, unitScorer, budget);
        let best: readonly Candidate[] = [];
        let bestScore = -Infinity;
        let full: readonly Candidate[] = [];
        let fullScore = -Infinity;
        let sumBest: readonly Candidate[] = [];
        let sumScore = -Infinity;
        choice.sets.forEach((each, index) => {
          const score = setScorer.score(choice.rows[index] ?? new Float64Array());
          const sum = each.reduce((total, one) => total + one.score + 0.1, 0);
          if (score > bestScore) [best, bestScore] = [each, score];
          if (each.length > full.length || (each.length === full.length && score > fullScore))
            [full, fullScore] = [each, score];
          if (sum > sumScore) [sumBest, sumScore] = [each, sum];
        });
        add(
          "units only",
          sample,
          sumBest.map((each) => each.unit.index),
        );
        add(
          "sets",
          sample,
          best.map((each) => each.unit.index),
        );
        add(
          "full sets",
          sample,
          full.map((each) => each.unit.index),
        );
      }
      for (const [name, { r1, r2, rl, words }] of Object.entries(results))
        say(
          `${set.padEnd(14)} ${String(budget).padEnd(8)} ${name.padEnd(11)} ${mean(r1)}/${mean(r2)}/${mean(rl)} (${mean(words)}w, n ${r1.length})`,
        );
    }
  }
}

const samples: Sample[] = [];
for (const set of Object.keys(SET_WEIGHTS)) {
  const rows = readRows(folder, set);
  for (const row of rows.slice(0, limit)) samples.push(prepare(set, row, rouge));
}
say(`${samples.length} articles read`);
const foldOf = (index: number): number => index % 4;
const fold = (accepts: (fold: number) => boolean): readonly Sample[] =>
  samples.filter((_sample, index) => accepts(foldOf(index)));

const half = fitUnits(fold((each) => each < 2));
say("units fitted on a half");
const halfScorer = createScorer(half, FEATURE_NAMES);
const quarter = createScorer(
  fitSets(
    fold((each) => each === 2),
    halfScorer,
  ),
  SET_FEATURE_NAMES,
);
report(
  samples.filter((sample, index) => foldOf(index) === 3 || SET_WEIGHTS[sample.set] === 0),
  halfScorer,
  quarter,
);
if (out !== null) {
  const sets = fitSets(
    fold((each) => each >= 2),
    halfScorer,
  );
  writeOut(out, "briefs/sets.json", spellTrees(sets));
  writeOut(out, "briefs/units.json", spellTrees(fitUnits(samples)));
}
