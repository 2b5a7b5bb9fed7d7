/** Fits the rankers of natural text: the share of the news a unit tells, which words and pairs are told, and whole summaries. */

import { FOUND_SET_FEATURE_NAMES, measureFoundSets } from "../../src/briefs/extractive/found-sets.ts";
import { findNaturalSets } from "../../src/briefs/extractive/natural.ts";
import { NEWS_FEATURE_NAMES, readNews } from "../../src/briefs/extractive/news.ts";
import { RANKERS, type Rankers } from "../../src/briefs/extractive/rankers.ts";
import { readMaterial } from "../../src/briefs/extractive/summarize.ts";
import { FEATURE_NAMES } from "../../src/briefs/extractive/unit-row.ts";
import { readNames } from "../../src/briefs/mending/full-names.ts";
import type { SummaryBudget } from "../../src/domain/article.ts";
import { findWords, stemWord } from "../../src/languages/shared/words.ts";
import { createScorer, type Scorer, type TreeModel } from "../../src/learned/trees.ts";
import { findQuotes } from "../../src/quotes/find-quotes.ts";
import { fitTrees } from "../learning/fit-trees.ts";
import { createTextScore, type Rouge, type Sample } from "./summary-samples.ts";

/** How much one article of a set counts. French is never trained on. */
export const NATURAL_SETS: Readonly<Record<string, number>> = {
  "cnndm-truecased": 1,
  "cnn-val": 1.5,
  inshorts: 3,
  "danewsroom-da": 0.25,
  "norsumm-nb": 1,
};
const UNIT_SETTINGS = {
  trees: 200,
  depth: 4,
  shrinkage: 0.05,
  leafRowsMin: 80,
  featureShare: 0.4,
  rowShare: 0.5,
  loss: "squared",
  ridge: 1,
  leafMassMin: 0,
} as const;
const NEWS_SETTINGS = {
  trees: 100,
  depth: 5,
  shrinkage: 0.1,
  leafRowsMin: 200,
  featureShare: 0.5,
  rowShare: 0.3,
  loss: "squared",
  ridge: 1,
  leafMassMin: 0,
} as const;
const SET_SETTINGS = {
  trees: 200,
  depth: 5,
  shrinkage: 0.05,
  leafRowsMin: 300,
  featureShare: 0.5,
  rowShare: 0.5,
  loss: "squared",
  ridge: 1,
  leafMassMin: 0,
} as const;
/** What the summaries are of that the ranker of whole summaries learns from. */
const SET_BUDGET: SummaryBudget = { sentencesMax: 20, wordsMax: 60 };
const UNITS_READ_MAX = 40;
/** Words first met further down are hardly ever told. */
const NEWS_UNITS_MAX = 20;
/** One word or pair in so many is learned from: neighbors say the same. */
const NEWS_STRIDE = 2;

export interface NaturalModels {
  readonly units: TreeModel;
  readonly news: TreeModel;
  readonly sets: TreeModel;
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
    "Share of the news one unit tells, for articles in natural case: expected mean recall of words and word pairs. Made by tools/briefs/train-natural-summaries.ts.",
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
    "How likely a word or word pair of an article in natural case is told in a person's summary. Made by tools/briefs/train-natural-summaries.ts.",
  );
}

/** Whole summaries that the search finds, by rankers of units and words that have not seen the article. */
function fitSets(
  samples: readonly Sample[],
  modelsOf: (index: number) => Omit<NaturalModels, "sets">,
  rouge: Rouge,
): TreeModel {
  const rows: Float64Array[] = [];
  const targets: number[] = [];
  const weights: number[] = [];
  const rankersOf = new Map<Omit<NaturalModels, "sets">, Rankers>();
  samples.forEach((sample, index) => {
    const models = modelsOf(index);
    const rankers = rankersOf.get(models) ?? {
      ...RANKERS,
      naturalUnits: createScorer(models.units, FEATURE_NAMES),
      news: createScorer(models.news, NEWS_FEATURE_NAMES),
    };
    rankersOf.set(models, rankers);
    const { article } = sample;
    const quotes = findQuotes(article.text, { language: article.language, title: article.title });
    const names = readNames(article.text, quotes, article.language);
    const { sets, context } = findNaturalSets(readMaterial(article, quotes, names, rankers), SET_BUDGET);
    if (context.hasOpening) return;
    const scoreTexts = createTextScore(sample, rouge);
    const scores = sets.map(({ choices }) => scoreTexts(choices.map(({ unit }) => unit.sentence.text)));
    const mean = scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
    measureFoundSets(sets, context).forEach((row, at) => {
      rows.push(row);
      targets.push((scores[at] ?? 0) - mean);
      weights.push(NATURAL_SETS[sample.set] ?? 0);
    });
  });
  return fitTrees(
    rows,
    Float64Array.from(targets),
    Float64Array.from(weights),
    FOUND_SET_FEATURE_NAMES,
    SET_SETTINGS,
    "Worth of a whole summary of an article in natural case: expected mean of ROUGE-1, ROUGE-2 and ROUGE-Lsum above the average of those the search found. Made by tools/briefs/train-natural-summaries.ts.",
  );
}

/** Units and words; the second learns from unit scores of halves that did not see the article. */
function fitFirst(samples: readonly Sample[]): Omit<NaturalModels, "sets"> {
  const halves = [0, 1].map((half) =>
    createScorer(fitUnits(samples.filter((_sample, index) => index % 2 !== half)), FEATURE_NAMES),
  );
  const news = fitNews(samples, (_sample, index) => {
    const scorer = halves[index % 2];
    if (scorer === undefined) throw new Error("two halves");
    return scorer;
  });
  return { units: fitUnits(samples), news };
}

/** Fits all three; the ranker of summaries learns from halves, too. */
export function fitNatural(samples: readonly Sample[], rouge: Rouge): NaturalModels {
  const used = samples.filter((sample) => (NATURAL_SETS[sample.set] ?? 0) > 0);
  const halves = [0, 1].map((half) => fitFirst(used.filter((_sample, index) => index % 2 !== half)));
  const sets = fitSets(
    used,
    (index) => {
      const models = halves[index % 2];
      if (models === undefined) throw new Error("two halves");
      return models;
    },
    rouge,
  );
  return { ...fitFirst(used), sets };
}
