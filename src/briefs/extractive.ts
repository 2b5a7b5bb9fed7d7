/** The default summarizer: chooses the article's own sentences by two small learned rankers and mends them to read alone. */

import type { Quote, Sentence, Summarizer, SummarizerInput, SummaryBudget } from "../domain/article.ts";
import { countWords } from "../language/words.ts";
import { isUsable, readsAlone } from "./alone.ts";
import {
  type Candidate,
  chooseSizes,
  createSetContext,
  isRoomy,
  listSets,
  measureSet,
  SET_FEATURE_NAMES,
} from "./combine.ts";
import { findDayEdit } from "./days.ts";
import { createEstimate, expectedWords } from "./estimate.ts";
import { FEATURE_NAMES, measureUnits } from "./features.ts";
import { findFullNames, findNameEdits, findPronounEdit } from "./names.ts";
import { readScorer } from "./trees.ts";
import { type Edit, toSentence } from "./trim.ts";
import { readUnits, toUnit, type Unit } from "./units.ts";

const TEXT_LENGTH_MAX = 200_000;
/** When no sentence fits the budget, one that is this much over it is better than none. */
const OVER_BUDGET_MAX = 1.5;

const WORDS_ROOMY = 400;
/** Room kept for first names and dates in a budget of words. */
const WORDS_FOR_MENDING = 2;

const LOWER_CASED = FEATURE_NAMES.indexOf("isLowerCased");
const HAS_TITLE = FEATURE_NAMES.indexOf("hasTitle");

const unitScorer = readScorer(new URL("./weights/units.json", import.meta.url), FEATURE_NAMES);
const naturalScorer = readScorer(new URL("./weights/natural-units.json", import.meta.url), FEATURE_NAMES);
const setScorer = readScorer(new URL("./weights/sets.json", import.meta.url), SET_FEATURE_NAMES);

/** A unit that opens with a pronoun gets the name for it when the article leaves no doubt. */
function resolvePronoun(unit: Unit, article: SummarizerInput, quotes: readonly Quote[]): Unit {
  if (!unit.faults.isPronounLed) return unit;
  const edit = findPronounEdit(article.text, unit, quotes);
  if (edit === null || unit.edits.length > 0) return unit;
  return toUnit(article, unit, [edit], unit);
}

/** The units of the best summary, in reading order. */
export function chooseUnits(
  article: SummarizerInput,
  quotes: readonly Quote[],
  budget: SummaryBudget,
): readonly Unit[] {
  const units = readUnits(article).map((unit) => resolvePronoun(unit, article, quotes));
  const { rows, frequency } = measureUnits(units, article.title, article.language);
  // Text without capitals has lost what the natural ranker looks at, and has a pair of rankers of its own.
  const isNatural = rows[0]?.[LOWER_CASED] === 0;
  const scorer = isNatural ? naturalScorer : unitScorer;
  const candidates = units.flatMap((unit, index): Candidate[] => {
    const row = rows[index];
    return row === undefined || !isUsable(unit) ? [] : [{ unit, row, score: scorer.score(row) }];
  });
  if (candidates.length === 0) {
    const first = units.find((unit) => !unit.faults.isNoise && !unit.faults.isBroken && !unit.faults.isQuestion);
    return first !== undefined && first.wordCount <= budget.wordsMax ? [first] : [];
  }
  const context = createSetContext(units, { rows, frequency }, candidates, budget);
  const form = {
    hasTitle: rows[0]?.[HAS_TITLE] === 1,
    textWords: units.reduce((sum, unit) => sum + unit.wordCount, 0),
    paragraphCount: (units.at(-1)?.paragraph ?? 0) + 1,
    openingWords: units.filter((unit) => unit.paragraph === 0).reduce((sum, unit) => sum + unit.wordCount, 0),
  };
  // Where there is room for all sentences asked for, what they tell counts and their length hardly does.
  const wordsExpected = isRoomy(budget, units.length) ? WORDS_ROOMY : expectedWords(form);
  const estimate = createEstimate(wordsExpected);
  let best: readonly Candidate[] = [];
  let bestScore = Number.NEGATIVE_INFINITY;
  const wordsMax = article.language === "en" && isNatural ? budget.wordsMax - WORDS_FOR_MENDING : budget.wordsMax;
  const sets = listSets(candidates, { ...budget, wordsMax }, (each) => readsAlone(each.map(({ unit }) => unit)));
  for (const set of chooseSizes(sets, budget, units.length)) {
    const score = isNatural ? estimate(set) : setScorer.score(measureSet(set, context));
    if (score > bestScore) {
      best = set;
      bestScore = score;
    }
  }
  if (best.length > 0) return best.map(({ unit }) => unit);
  const shortest = candidates.reduce((one, two) => (two.unit.wordCount < one.unit.wordCount ? two : one)).unit;
  return shortest.wordCount <= budget.wordsMax * OVER_BUDGET_MAX ? [shortest] : [];
}

/** Names in full and days with their date, as far as the budget of words lets them in. */
function finish(
  units: readonly Unit[],
  article: SummarizerInput,
  quotes: readonly Quote[],
  wordsMax: number,
): readonly Sentence[] {
  const names = article.language === "en" ? findFullNames(article.text, quotes) : new Map<string, string>();
  let wordsLeft = wordsMax - units.reduce((sum, unit) => sum + unit.wordCount, 0);
  let shown = "";
  let isDated = false;
  return units.map((unit) => {
    const edits: Edit[] = [...unit.edits];
    const isFree = (edit: Edit): boolean => edits.every((each) => edit.end <= each.start || edit.start >= each.end);
    const day = isDated ? null : findDayEdit(article.text, unit, article.publishedAt, article.language);
    for (const edit of [...findNameEdits(article.text, unit, names, shown), ...(day === null ? [] : [day])]) {
      const cost = countWords(edit.text);
      if (cost > wordsLeft || !isFree(edit)) continue;
      edits.push(edit);
      wordsLeft -= cost;
      if (edit.kind === "date") isDated = true;
    }
    const sentence = edits.length === unit.edits.length ? unit.sentence : toSentence(article.text, unit, edits);
    shown += ` ${sentence.text}`;
    return sentence;
  });
}

export function createExtractiveSummarizer(): Summarizer {
  return {
    name: "extractive",
    summarize(article, quotes, budget) {
      const bounded =
        article.text.length > TEXT_LENGTH_MAX ? { ...article, text: article.text.slice(0, TEXT_LENGTH_MAX) } : article;
      return Promise.resolve(finish(chooseUnits(bounded, quotes, budget), bounded, quotes, budget.wordsMax));
    },
  };
}
