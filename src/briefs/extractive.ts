/** The default summarizer: chooses the article's own sentences by small learned rankers and mends them to read alone. */

import type { Quote, Summarizer, SummarizerInput, SummaryBudget } from "../domain/article.ts";
import { isHeading, isUsable, readsAlone } from "./alone.ts";
import { findAsides } from "./asides.ts";
import { type Candidate, chooseSizes, createSetContext, isRoomy, listSets, measureSet } from "./combine.ts";
import { FEATURE_NAMES, type Measures, measureUnits } from "./features.ts";
import { type Finished, finishUnits, resolvePronoun } from "./finish.ts";
import { expectedWords, findDeck } from "./form.ts";
import { findDoubtfulNames, type Names, readNames } from "./names.ts";
import { createNewsWorth, type News, readNews } from "./news.ts";
import { RANKERS, type Rankers } from "./rankers.ts";
import { type Choice, findBestSet } from "./search.ts";
import { readUnits, shortenUnit, type Unit } from "./units.ts";

const TEXT_LENGTH_MAX = 200_000;
/** When no sentence fits the budget, one that is this much over it is better than none. */
const OVER_BUDGET_MAX = 1.5;
/** Units of natural text that are looked at whole and shortened. */
const CANDIDATES_MAX = 10;
const WORDS_ROOMY = 200;
/** Asides tell less than their share of the words: what is left of a unit keeps this power of its share. */
const SHORTENED_POWER = 0.7;
/** Where first names found no room, so much of a budget of words is kept for them. */
const WORDS_FOR_NAMES_MAX = 3;
/** "Sign in." tells nothing. */
const WORDS_LEAST = 3;

const LOWER_CASED = FEATURE_NAMES.indexOf("isLowerCased");

/** A line that says the headline again; a sentence with its stop is the text's own, and the headline may be taken from it. */
function isTitleAgain({ sentence, faults }: Unit, title: string): boolean {
  return faults.isFragment && sentence.text.toLowerCase() === title.trim().toLowerCase();
}

/** Numbers of the words and pairs of a unit, each once; without those of an aside that is left out. */
function listNews(unit: Unit, news: News, aside: { readonly start: number; readonly end: number } | null): Int32Array {
  const words = news.words[unit.index];
  const pairs = news.pairs[unit.index];
  if (words === undefined || pairs === undefined) return new Int32Array(0);
  const ids = new Set<number>();
  let isCut = false;
  for (let at = 0; at < words.length; at++) {
    const end = unit.wordEnds[at] ?? 0;
    if (aside !== null && end > aside.start && end <= aside.end) {
      isCut = true;
      continue;
    }
    ids.add(words[at] ?? 0);
    const pair = pairs[at] ?? -1;
    if (pair >= 0 && !isCut) ids.add(pair);
    isCut = false;
  }
  return Int32Array.from(ids);
}

export interface ExtractiveOptions {
  /** False lets every sentence pass, readable or not: to measure what reading alone costs. */
  readonly isFiltered: boolean;
}
const FILTERED: ExtractiveOptions = { isFiltered: true };

interface Material {
  readonly options: ExtractiveOptions;
  readonly names: Names;
  readonly article: SummarizerInput;
  readonly units: readonly Unit[];
  readonly measures: Measures;
  /** What the unit ranker gives each unit. */
  readonly scores: Float64Array;
  readonly candidates: readonly Candidate[];
  readonly budget: SummaryBudget;
  readonly rankers: Rankers;
}

/** Text with capitals: the set that tells the most of the news for its length, with sentences shortened to fit. */
function chooseNatural(material: Material): readonly Unit[] {
  const { article, units, measures, candidates, budget, rankers, options, names } = material;
  const { scores } = material;
  const titleStems = new Set(measures.titleStems);
  const news = readNews(units, scores, measures);
  const isFull = isRoomy(budget, units.length);
  const { wordsMax } = budget;
  const choose = (unit: Unit, shown: Unit, aside: { start: number; end: number } | null): Choice => {
    const doubtful = findDoubtfulNames(shown.sentence.text, names);
    return {
      unit: shown,
      wordCount: shown.wordCount,
      score: (scores[unit.index] ?? 0) * (shown.wordCount / Math.max(1, unit.wordCount)) ** SHORTENED_POWER,
      news: listNews(unit, news, aside),
      doubtful,
      isSure: doubtful.length === 0 && !unit.faults.isPronounLed && !unit.faults.isLeaning,
    };
  };
  const deck = isFull ? [] : findDeck(units, article.language);
  const isDeckFit =
    deck.reduce((sum, unit) => sum + unit.wordCount, 0) <= wordsMax && deck.length <= budget.sentencesMax;
  const opening = isDeckFit ? deck.map((unit) => choose(unit, unit, null)) : [];
  const choices = [...candidates]
    .sort((a, b) => b.score - a.score)
    .slice(0, CANDIDATES_MAX)
    .flatMap(({ unit }): readonly Choice[] => {
      const whole = choose(unit, unit, null);
      // Where there is room for every sentence asked for, none needs shortening.
      if (isFull) return [whole];
      const shortened = findAsides(unit.sentence.text, article.language).flatMap((aside) => {
        const shown = shortenUnit(article.text, unit, aside);
        return shown === null ? [] : [choose(unit, shown, aside)];
      });
      return [whole, ...shortened];
    });
  const set = findBestSet(choices, {
    budget,
    wordsExpected: isFull
      ? WORDS_ROOMY
      : expectedWords(units, article.language, { hasTitle: measures.hasTitle, hasDeck: opening.length > 0 }),
    worthOf: createNewsWorth(news, rankers.news),
    newsSize: news.size,
    isAllowed: (each) => !options.isFiltered || readsAlone(each, opening.length, titleStems),
    isFull,
    opening,
  });
  return set.map(({ unit }) => unit);
}

/** Text without capitals has lost what the natural rankers look at, and has a pair of rankers of its own. */
function chooseLowerCased(material: Material): readonly Unit[] {
  const { units, measures, candidates, budget, rankers } = material;
  const context = createSetContext(units, measures, candidates, budget);
  const sets = listSets(candidates, budget, (each) => readsAlone(each.map(({ unit }) => unit)));
  let best: readonly Candidate[] = [];
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const set of chooseSizes(sets, budget, units.length)) {
    const score = rankers.sets.score(measureSet(set, context));
    if (score > bestScore) {
      best = set;
      bestScore = score;
    }
  }
  return best.map(({ unit }) => unit);
}

/** The units of the best summary, in reading order. */
export function chooseUnits(
  article: SummarizerInput,
  quotes: readonly Quote[],
  budget: SummaryBudget,
  names: Names,
  rankers: Rankers = RANKERS,
  options: ExtractiveOptions = FILTERED,
): readonly Unit[] {
  const units = readUnits(article).map((unit) => resolvePronoun(unit, article, quotes, names));
  const measures = measureUnits(units, article.title, article.language);
  const isNatural = measures.rows[0]?.[LOWER_CASED] === 0;
  const scorer = isNatural ? rankers.naturalUnits : rankers.units;
  const scores = Float64Array.from(measures.rows, (row) => scorer.score(row));
  const candidates = units.flatMap((unit, index): Candidate[] => {
    const row = measures.rows[index];
    if (row === undefined || (options.isFiltered && !isUsable(unit))) return [];
    return [{ unit, row, score: scores[index] ?? 0 }];
  });
  if (candidates.every(({ unit }) => isTitleAgain(unit, article.title))) {
    const first = units.find(
      (unit) =>
        !unit.faults.isNoise &&
        !unit.faults.isBroken &&
        !unit.faults.isQuestion &&
        !isHeading(unit.sentence.text) &&
        unit.wordCount >= WORDS_LEAST &&
        !isTitleAgain(unit, article.title),
    );
    return first !== undefined && first.wordCount <= budget.wordsMax ? [first] : [];
  }
  const material = { options, names, scores, article, units, measures, candidates, budget, rankers };
  const best = isNatural ? chooseNatural(material) : chooseLowerCased(material);
  if (best.length > 0) return best;
  const shortest = candidates.reduce((one, two) => (two.unit.wordCount < one.unit.wordCount ? two : one)).unit;
  return shortest.wordCount <= budget.wordsMax * OVER_BUDGET_MAX ? [shortest] : [];
}

export function createExtractiveSummarizer(
  rankers: Rankers = RANKERS,
  options: ExtractiveOptions = FILTERED,
): Summarizer {
  return {
    name: "extractive",
    summarize(article, quotes, budget) {
      const bounded =
        article.text.length > TEXT_LENGTH_MAX ? { ...article, text: article.text.slice(0, TEXT_LENGTH_MAX) } : article;
      const names = readNames(bounded.text, quotes, bounded.language);
      const make = (wordsMax: number): Finished => {
        const units = chooseUnits(bounded, quotes, { ...budget, wordsMax }, names, rankers, options);
        return finishUnits(units, bounded, names, budget.wordsMax);
      };
      const { sentences, wordsMissing } = make(budget.wordsMax);
      if (wordsMissing === 0) return Promise.resolve(sentences);
      return Promise.resolve(make(budget.wordsMax - Math.min(WORDS_FOR_NAMES_MAX, wordsMissing)).sentences);
    },
  };
}
