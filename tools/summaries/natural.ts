/** Fits the rankers of natural text: the share of the news a unit tells, and which words and pairs are told. */

import { FEATURE_NAMES } from "../../src/briefs/features.ts";
import { NEWS_FEATURE_NAMES, readNews } from "../../src/briefs/news.ts";
import { createScorer, type Scorer, type TreeModel } from "../../src/briefs/trees.ts";
import { findWords, stemWord } from "../../src/language/words.ts";
import { fitTrees } from "./boost.ts";
import type { Sample } from "./data.ts";

/** How much one article of a set counts. French is never trained on. */
export const NATURAL_SETS: Readonly<Record<string, number>> = {
  "cnndm-truecased": 1,
  "cnn-val": 1.5,
  inshorts: 3,
  "danewsroom-da": 0.25,
  "norsumm-nb": 1,
};
/** Trees are shallow because the sets are small. */
const UNIT_SETTINGS = { trees: 100, depth: 3, shrinkage: 0.08, leafRowsMin: 60, featureShare: 0.4, rowShare: 0.5 };
const NEWS_SETTINGS = { trees: 40, depth: 3, shrinkage: 0.2, leafRowsMin: 200, featureShare: 0.5, rowShare: 0.3 };
const UNITS_READ_MAX = 40;
/** Words first met further down are hardly ever told. */
const NEWS_UNITS_MAX = 20;
/** One word or pair in so many is learned from: neighbors say the same. */
const NEWS_STRIDE = 2;

export interface NaturalModels {
  readonly units: TreeModel;
  readonly news: TreeModel;
}

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

function fitUnits(samples: readonly Sample[]): TreeModel {
  const rows: Float64Array[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  for (const sample of samples) {
    sample.measures.rows.slice(0, UNITS_READ_MAX).forEach((row, unit) => {
      rows.push(row);
      targets.push(toldShare(sample, unit));
      weights.push(NATURAL_SETS[sample.set] ?? 0);
    });
  }
  return fitTrees(
    rows,
    Float64Array.from(targets),
    Float64Array.from(weights),
    FEATURE_NAMES,
    UNIT_SETTINGS,
    "Share of the news one unit tells, for articles in natural case: expected mean recall of words and word pairs. Made by tools/train-natural-summaries.ts.",
  );
}

function toldGrams(sample: Sample): ReadonlySet<string> {
  const told = new Set<string>();
  const language = sample.row.lang;
  for (const reference of sample.row.references ?? [sample.row.reference]) {
    const stems = findWords(reference, language).map(({ start, end }) =>
      stemWord(reference.slice(start, end), language),
    );
    stems.forEach((stem, index) => {
      told.add(stem);
      if (index > 0) told.add(`${stems[index - 1] ?? ""} ${stem}`);
    });
  }
  return told;
}

/** `scorerOf` gives the unit ranker for a sample: one that has not seen it. */
function fitNews(samples: readonly Sample[], scorerOf: (sample: Sample, index: number) => Scorer): TreeModel {
  const rows: Float64Array[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  let turn = 0;
  samples.forEach((sample, index) => {
    const scorer = scorerOf(sample, index);
    const scores = Float64Array.from(sample.measures.rows, (row) => scorer.score(row));
    const news = readNews(sample.units, scores, sample.measures);
    const told = toldGrams(sample);
    const done = new Set<number>();
    const add = (id: number, gram: string): void => {
      if (id < 0 || done.has(id)) return;
      done.add(id);
      if (turn++ % NEWS_STRIDE !== 0) return;
      const row = new Float64Array(NEWS_FEATURE_NAMES.length);
      news.fill(id, row);
      rows.push(row);
      targets.push(told.has(gram) ? 1 : 0);
      weights.push(NATURAL_SETS[sample.set] ?? 0);
    };
    sample.units.slice(0, NEWS_UNITS_MAX).forEach((unit, at) => {
      unit.stems.forEach((stem, word) => {
        add(news.words[at]?.[word] ?? -1, stem);
        add(news.pairs[at]?.[word] ?? -1, `${unit.stems[word - 1] ?? ""} ${stem}`);
      });
    });
  });
  return fitTrees(
    rows,
    Float64Array.from(targets),
    Float64Array.from(weights),
    NEWS_FEATURE_NAMES,
    NEWS_SETTINGS,
    "How likely a word or word pair of an article in natural case is told in a person's summary. Made by tools/train-natural-summaries.ts.",
  );
}

/** Fits both; the second learns from unit scores of halves that did not see the article. */
export function fitNatural(samples: readonly Sample[]): NaturalModels {
  const used = samples.filter((sample) => (NATURAL_SETS[sample.set] ?? 0) > 0);
  const halves = [0, 1].map((half) =>
    createScorer(fitUnits(used.filter((_sample, index) => index % 2 !== half)), FEATURE_NAMES),
  );
  const news = fitNews(used, (_sample, index) => {
    const scorer = halves[index % 2];
    if (scorer === undefined) throw new Error("two halves");
    return scorer;
  });
  return { units: fitUnits(used), news };
}
