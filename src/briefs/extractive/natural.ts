/** Text with capitals: looks for the set of sentences, whole or shortened, that tells the most of the news for its length. */

import type { SummarizerInput, SummaryBudget } from "../../domain/article.ts";
import { findLanguage } from "../../languages/index.ts";
import { findAsides } from "../mending/asides.ts";
import { findDoubtfulNames, type Names } from "../mending/full-names.ts";
import { findQuoteParts } from "../mending/quote-parts.ts";
import { shortenQuotation, shortenUnit } from "../mending/shorten.ts";
import type { Unit } from "../unit.ts";
import { type Candidate, isRoomy } from "./combine.ts";
import { expectedWords, findDeck } from "./expected-length.ts";
import { type FoundSetContext, measureFoundSets } from "./found-sets.ts";
import { findLimited } from "./halves.ts";
import { createNeeds } from "./judged/needs.ts";
import type { PostedByUnit } from "./judged/postable.ts";
import { choosePosted, type Judged, keepPostable } from "./judged/posted.ts";
import { isFree } from "./leans-on.ts";
import { type News, readNews, weighNews } from "./news.ts";
import type { Rankers } from "./rankers.ts";
import { isUsable, readsAlone } from "./reads-alone.ts";
import { type Choice, type FoundSet, findSets } from "./search-units.ts";
import type { Measures } from "./unit-features.ts";
import { unitPlace } from "./unit-row.ts";

/** Units that are looked at whole and shortened. */
const CANDIDATES_MAX = 15;
/** Units that are looked at besides, since they may tell what the headline says. */
const TELLING_MAX = 4;
/** Sets that the ranker of whole summaries picks from. */
const SETS_MAX = 40;
const WORDS_ROOMY = 200;
/** Asides tell less than their share of the words: what is left of a unit keeps this power of its share. */
const SHORTENED_POWER = 0.7;
/** Between sets that the ranker of summaries finds alike, the search's own measure decides (the more in languages that the
 * ranker has seen little or nothing of), and doubts count. */
const WORTH_WEIGHT = 0.2;
const WORTH_WEIGHT_ABROAD = 0.5;
const DOUBT_WEIGHT = 0.12;
const TELLS_WEIGHT = 0.1;
/** In languages the rankers were not fitted to, a unit's score is in part how much of it the later text takes up. */
const FOLLOWED_SHARE = 0.4;
const FORWARD = unitPlace("forward");

/** What is known of an article before a budget is. */
export interface Material {
  /** False lets every sentence pass, readable or not. */
  readonly isFiltered: boolean;
  readonly names: Names;
  readonly article: SummarizerInput;
  readonly units: readonly Unit[];
  readonly measures: Measures;
  /** What the unit ranker gives each unit. */
  readonly scores: Float64Array;
  /** By unit, how likely it tells what the headline says; empty where there is no headline. */
  readonly tells: ReadonlyMap<number, number>;
  /** By unit, how likely an editor posts it; nothing where nobody judged. */
  readonly posts: PostedByUnit;
  readonly candidates: readonly Candidate[];
  readonly rankers: Rankers;
}

/** What the search found for a budget, the most worth first, and what is measured of each. */
export interface Found {
  readonly sets: readonly FoundSet[];
  readonly context: FoundSetContext;
}

/** Scores for articles of other languages, where place and form say less than what the text itself comes back to. */
export function scoreByFollowers(scores: Float64Array, measures: Measures): Float64Array {
  const forward = measures.rows.map((row) => row[FORWARD] ?? 0);
  const low = Math.min(...forward);
  const range = Math.max(1e-9, Math.max(...forward) - low);
  const top = Math.max(...scores);
  return scores.map(
    (score, at) => score * (1 - FOLLOWED_SHARE) + (FOLLOWED_SHARE * top * ((forward[at] ?? 0) - low)) / range,
  );
}

/** By number of a word or pair, the list that it was put on last: one table for all lists. */
interface Marks {
  readonly by: Int32Array;
  last: number;
}

/** Numbers of the words and pairs of a unit, each once; without those of an aside that is left out. */
function listNews(
  unit: Unit,
  news: News,
  aside: { readonly start: number; readonly end: number } | null,
  marks: Marks,
): Int32Array {
  const words = news.words[unit.index];
  const pairs = news.pairs[unit.index];
  if (words === undefined || pairs === undefined) return new Int32Array(0);
  const ids = new Int32Array(2 * words.length);
  let count = 0;
  const mark = ++marks.last;
  const add = (id: number): void => {
    if (marks.by[id] === mark) return;
    marks.by[id] = mark;
    ids[count++] = id;
  };
  let isCut = false;
  for (let at = 0; at < words.length; at++) {
    const end = unit.wordEnds[at] ?? 0;
    if (aside !== null && end > aside.start && end <= aside.end) {
      isCut = true;
      continue;
    }
    add(words[at] ?? 0);
    const pair = pairs[at] ?? -1;
    if (pair >= 0 && !isCut) add(pair);
    isCut = false;
  }
  return ids.slice(0, count);
}

/** What is looked at: the best by the unit ranker, and the likeliest to tell what the headline says. */
function listBest(candidates: readonly Candidate[], tells: ReadonlyMap<number, number>): readonly Candidate[] {
  const best = [...candidates].sort((a, b) => b.score - a.score).slice(0, CANDIDATES_MAX);
  const tellsOf = ({ unit }: Candidate): number => tells.get(unit.index) ?? 0;
  const telling = [...candidates].sort((a, b) => tellsOf(b) - tellsOf(a)).slice(0, TELLING_MAX);
  return tells.size === 0 ? best : [...new Set([...best, ...telling])];
}

/** What may be shown of an article and what it is worth, the same for all budgets that are as roomy. */
export interface Choices {
  readonly choices: readonly Choice[];
  /** Taken before all others, where there is room for it. */
  readonly deck: readonly Choice[];
  /** By number of the word or pair, how likely it is told. */
  readonly worths: Float64Array;
}

/** The best units, whole and, where not every sentence asked for has room, shortened. */
export function readChoices(material: Material, isFull: boolean): Choices {
  const { article, units, measures, candidates, rankers, names, scores, tells } = material;
  const news = readNews(units, scores, measures);
  const marks: Marks = { by: new Int32Array(news.size), last: 0 };
  const needsOf = createNeeds(units, article.language, new Set(measures.titleStems));
  const choose = (unit: Unit, shown: Unit, aside: { start: number; end: number } | null): Choice => {
    // Whom the headline names, nobody wonders about.
    const doubtful = findDoubtfulNames(shown.sentence.text, names).filter((name) => !article.title.includes(name));
    const needs = needsOf(unit);
    return {
      unit: shown,
      wordCount: shown.wordCount,
      score: (scores[unit.index] ?? 0) * (shown.wordCount / Math.max(1, unit.wordCount)) ** SHORTENED_POWER,
      tells: tells.get(unit.index) ?? 0,
      news: listNews(unit, news, aside, marks),
      doubtful,
      needs,
      isSure:
        doubtful.length === 0 &&
        needs.length === 0 &&
        !unit.faults.isPronounLed &&
        !unit.faults.isLeaning &&
        isFree(unit.bound),
    };
  };
  const deck = isFull ? [] : findDeck(units, article.language).map((unit) => choose(unit, unit, null));
  const choices = listBest(candidates, tells).flatMap(({ unit }): readonly Choice[] => {
    const whole = choose(unit, unit, null);
    // Where there is room for every sentence asked for, none needs shortening.
    if (isFull) return [whole];
    const shortened = findAsides(unit.sentence.text, article.language).flatMap((aside) => {
      const shown = shortenUnit(article.text, unit, aside);
      return shown === null ? [] : [choose(unit, shown, aside)];
    });
    const parts = findQuoteParts(unit.sentence.text, article.language).flatMap((left) => {
      const shown = shortenQuotation(article.text, unit, left, article.language);
      return shown === null || !isUsable(shown) ? [] : [choose(unit, shown, left)];
    });
    return [whole, ...shortened, ...parts];
  });
  return { choices, deck, worths: weighNews(news, rankers.news, [...deck, ...choices]) };
}

/** The sets of units within the budget that tell the most. `choicesOf` gives the choices of roomy budgets, and of others. */
export function findNaturalSets(
  material: Material,
  budget: SummaryBudget,
  choicesOf: (isFull: boolean) => Choices = (isFull) => readChoices(material, isFull),
): Found {
  const { article, units, measures, isFiltered } = material;
  const titleStems = new Set(measures.titleStems);
  const isFull = isRoomy(budget, units.length);
  const { choices, deck, worths } = choicesOf(isFull);
  const isDeckFit =
    deck.reduce((sum, { wordCount }) => sum + wordCount, 0) <= budget.wordsMax && deck.length <= budget.sentencesMax;
  const opening = isDeckFit ? deck : [];
  const wordsExpected = isFull
    ? WORDS_ROOMY
    : expectedWords(units, article.language, { hasTitle: measures.hasTitle, hasDeck: opening.length > 0 });
  const sets = findSets(choices, {
    budget,
    wordsExpected,
    worths,
    isAllowed: (each) => !isFiltered || readsAlone(each, opening.length, titleStems),
    isFull,
    setsMax: SETS_MAX,
    opening,
  });
  return { sets, context: { measures, units, wordsExpected, budget, isFull, hasOpening: opening.length > 0 } };
}

/** The units of the best set, in reading order; none when nothing fits the budget. */
export function chooseNatural(
  material: Material,
  budget: SummaryBudget,
  choicesOf?: (isFull: boolean) => Choices,
): readonly Unit[] {
  const { sets, context } = findNaturalSets(material, budget, choicesOf);
  const toUnits = (set: FoundSet | undefined): readonly Unit[] => (set?.choices ?? []).map(({ unit }) => unit);
  if (context.isFull && !context.hasOpening) {
    const titleStems = new Set(material.measures.titleStems);
    const judged: Judged = {
      posts: material.posts,
      tells: material.tells,
      phrases: findLanguage(material.article.language).asides,
      limited: findLimited(material.units, material.article.text, material.article.language),
      isAllowed: (units) => readsAlone(units, 0, titleStems),
    };
    return keepPostable(choosePosted(sets, judged), judged);
  }
  // Whole summaries are judged as the ranker was fitted: short of room, and with no deck.
  if (context.hasOpening) return toUnits(sets[0]);
  const worthWeight = findLanguage(material.article.language).asides.fittedRankers.has("naturalSets")
    ? WORTH_WEIGHT
    : WORTH_WEIGHT_ABROAD;
  const worthTop = Math.max(1e-9, sets[0]?.worth ?? 0);
  let best = sets[0];
  let top = Number.NEGATIVE_INFINITY;
  measureFoundSets(sets, context).forEach((row, at) => {
    const set = sets[at];
    if (set === undefined) return;
    const score =
      material.rankers.naturalSets.score(row) +
      worthWeight * (set.worth / worthTop) -
      DOUBT_WEIGHT * set.doubts +
      TELLS_WEIGHT * set.tells;
    if (score > top) [best, top] = [set, score];
  });
  return toUnits(best);
}
