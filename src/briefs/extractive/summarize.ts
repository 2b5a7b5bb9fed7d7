/** The default summarizer: chooses the article's own sentences by small learned rankers and mends them to read alone. */

import type { Quote, Sentence, Summarizer, SummarizerInput, SummaryBudget } from "../../domain/article.ts";
import { remember } from "../../domain/bounded-map.ts";
import { findLanguage } from "../../languages/index.ts";
import { countWords } from "../../languages/shared/words.ts";
import { isWithin, textAboveNotes } from "../disowned.ts";
import { findListed, tellListed } from "../listed-items.ts";
import { type Finished, finishUnits, resolvePronoun } from "../mending/finish.ts";
import { type Names, readNames } from "../mending/full-names.ts";
import { findNotOwn } from "../not-own.ts";
import { changeUnit, type Unit } from "../unit.ts";
import { findAnswerStart } from "./advice.ts";
import { type Candidate, chooseSizes, createSetContext, listSets, measureSet } from "./combine.ts";
import { findDeck } from "./expected-length.ts";
import { chooseGuideLead } from "./guides.ts";
import { findTurned, isRundown } from "./halves.ts";
import { findAnswered, findCredited } from "./interview-units.ts";
import { silenceAccusations } from "./judged/accusations.ts";
import { silenceDenied } from "./judged/denied.ts";
import { findEchoes } from "./judged/echoes.ts";
import { judgePostable, type PostedByUnit } from "./judged/postable.ts";
import { silenceRefuted } from "./judged/refuted.ts";
import { weighSignposts } from "./judged/signposts.ts";
import { silenceTakenBack } from "./judged/taken-back.ts";
import { findToll, keepToll } from "./judged/tolls.ts";
import { addPoints, findPoints } from "./main-points.ts";
import { type Choices, chooseNatural, type Material, readChoices, scoreByFollowers } from "./natural.ts";
import { findPromo } from "./promo.ts";
import { RANKERS, type Rankers } from "./rankers.ts";
import { isHeading, isUsable, readsAlone } from "./reads-alone.ts";
import { judgeTelling } from "./tells-news.ts";
import { type Measures, measureUnits } from "./unit-features.ts";
import { unitPlace } from "./unit-row.ts";
import { readUnits } from "./units.ts";

const TEXT_LENGTH_MAX = 200_000;
/** When no sentence fits the budget, one that is this much over it is better than none. */
const OVER_BUDGET_MAX = 1.5;
/** Where first names found no room, so much of a budget of words is kept for them. */
const WORDS_FOR_NAMES_MAX = 3;
/** "Sign in." tells nothing. */
const WORDS_LEAST = 3;

/** So little likely to be posted or to tell the news, no sentence is shown. */
const IDLE_BELOW = 0.15;
/** A page's opening stands among so many sentences, and shares so many words with the headline. */
const OPENING_UNITS = 3;
const OPENING_WORDS_MIN = 8;
const OPENING_STEMS_MIN = 2;

/** A list takes a sentence and so much of the words; one sentence alone introduces it. */
const SENTENCES_FOR_LIST_MIN = 2;
const LIST_SHARE_MAX = 0.7;

/** What a toll is worth beside the best sentence. */
const TOLL_SHARE = 0.8;

const NOTHING_TOLD: ReadonlyMap<number, number> = new Map();
const NOTHING_POSTED: PostedByUnit = new Map();

const LOWER_CASED = unitPlace("isLowerCased");

/** A line that says the headline again; a sentence with its stop is the text's own, and the headline may be taken from it. */
function isTitleAgain({ sentence, faults }: Unit, title: string): boolean {
  return faults.isFragment && sentence.text.toLowerCase() === title.trim().toLowerCase();
}

export interface ExtractiveOptions {
  /** False lets every sentence pass, readable or not: to measure what reading alone costs. */
  readonly isFiltered: boolean;
}
const FILTERED: ExtractiveOptions = { isFiltered: true };

/** Text without capitals has lost what the natural rankers look at, and has a pair of rankers of its own. */
function chooseLowerCased(material: Material, budget: SummaryBudget): readonly Unit[] {
  const { units, measures, candidates, rankers } = material;
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

const isLowerCased = ({ measures }: Material): boolean => measures.rows[0]?.[LOWER_CASED] !== 0;

/** Of a letter and its answer the answer, of a guide its lead; else all that may be shown. */
function chooseTold(
  usable: readonly Candidate[],
  { title, language }: SummarizerInput,
  units: readonly Unit[],
  { rows }: Measures,
): readonly Candidate[] {
  const start = findAnswerStart(units, title, language);
  if (start === null) return chooseGuideLead(usable, units, rows);
  const answer = usable.filter(({ unit }) => unit.index >= start);
  return answer.length > 0 ? answer : usable;
}

/** What the page does not say is so: claims it refutes, charges that are denied, what its notes take back, what others say on it. */
function silenceUntrue(units: readonly Unit[], article: SummarizerInput): readonly Unit[] {
  const refuted = silenceDenied(silenceRefuted(units, article), article.text, article.language);
  const others = findNotOwn(article);
  return silenceTakenBack(silenceAccusations(refuted, article.language), article).map((unit) =>
    isWithin(others, unit) ? changeUnit(unit, { faults: { ...unit.faults, isNoise: true } }) : unit,
  );
}

/** Cuts and measures the article, once for all budgets. */
export function readMaterial(
  article: SummarizerInput,
  quotes: readonly Quote[],
  names: Names,
  rankers: Rankers = RANKERS,
  { isFiltered }: ExtractiveOptions = FILTERED,
): Material {
  const told = { ...article, text: textAboveNotes(article.text) };
  const read = readUnits(told).map((unit) => resolvePronoun(unit, article, quotes, names));
  const units = isFiltered ? silenceUntrue(read, article) : read;
  const measures = measureUnits(units, article.title, article.language);
  const isNatural = measures.rows[0]?.[LOWER_CASED] === 0;
  const scorer = isNatural ? rankers.naturalUnits : rankers.units;
  const ranked = Float64Array.from(measures.rows, (row) => scorer.score(row));
  const { fittedRankers } = findLanguage(article.language).asides;
  const isFitted = !isNatural || fittedRankers.has("naturalUnits") || findDeck(units, article.language).length > 0;
  const scores = isFitted ? ranked : scoreByFollowers(ranked, measures);
  const signposts = isFiltered ? weighSignposts(units, article.language) : NOTHING_TOLD;
  for (const [index, share] of signposts) scores[index] = (scores[index] ?? 0) * share;
  const promo = findPromo(units, measures.titleStems);
  const echoes = findEchoes(units);
  const others = [findAnswered(units, article.text, article.language), findCredited(units, article.language)];
  const isOthers = (unit: Unit): boolean => others.some((told) => told.has(unit.index));
  const turned = findTurned(units, article.text, article.language);
  const isWhole = (unit: Unit): boolean =>
    !turned.has(unit.index) && !echoes.has(unit.index) && !isRundown(unit, units, article.text, measures.titleStems);
  const isJudged = isNatural && isFiltered && measures.hasTitle;
  const points = isJudged ? findPoints(units, article) : NOTHING_TOLD;
  // What the page is for counts as much as the best of its sentences.
  const top = scores.reduce((best, score) => Math.max(best, score), 0);
  for (const index of points.keys()) scores[index] = top;
  const toll = isJudged ? findToll(units, article.title, article.language) : null;
  if (toll !== null) scores[toll] = Math.max(scores[toll] ?? 0, top * TOLL_SHARE);
  const isShowable = (unit: Unit): boolean =>
    points.has(unit.index) || (isUsable(unit) && !promo.has(unit.index) && !isOthers(unit) && isWhole(unit));
  const usable = units.flatMap((unit, index): Candidate[] => {
    const row = measures.rows[index];
    if (row === undefined || (isFiltered && !isShowable(unit))) return [];
    return [{ unit, row, score: scores[index] ?? 0 }];
  });
  const guided = isJudged ? new Set(chooseTold(usable, article, units, measures)) : null;
  const candidates =
    guided === null ? usable : usable.filter((each) => guided.has(each) || points.has(each.unit.index));
  // Without a headline nothing says what the news is but the text itself, which the other rankers judge.
  const telling = { article, candidates, units, measures, scores };
  const tells = isNatural && measures.hasTitle ? addPoints(judgeTelling(telling, rankers.tells), points) : NOTHING_TOLD;
  const posts = isJudged ? keepToll(judgePostable(telling, tells, rankers.postable), toll) : NOTHING_POSTED;
  return { isFiltered, names, scores, tells, posts, article, units, measures, candidates, rankers };
}

/** Nobody would post one of them, and none tells the news: "Ok, now for a little fun." on a page of "we". */
const isIdle = (shown: readonly Unit[], { posts, tells }: Material): boolean =>
  shown.length > 0 &&
  shown.every(({ index }) => (posts.get(index)?.alone ?? 1) < IDLE_BELOW && (tells.get(index) ?? 0) < IDLE_BELOW);

/** What the page opens with, though it says "we": a whole sentence of what the headline is about, to nobody; none when there is no such. */
function chooseOpening({ units, measures, article }: Material, { wordsMax }: SummaryBudget): readonly Unit[] {
  const { secondPerson } = findLanguage(article.language).asides;
  const stems = new Set(measures.titleStems);
  const opening = units
    .slice(0, OPENING_UNITS)
    .find(
      (unit) =>
        isUsable(changeUnit(unit, { faults: { ...unit.faults, isFirstPerson: false } })) &&
        !unit.faults.isPronounLed &&
        !unit.faults.isLeaning &&
        unit.bound === null &&
        !unit.toldWords.some((word) => secondPerson.has(word)) &&
        unit.wordCount >= OPENING_WORDS_MIN &&
        unit.content.filter((stem) => stems.has(stem)).length >= OPENING_STEMS_MIN,
    );
  return opening !== undefined && opening.wordCount <= wordsMax ? [opening] : [];
}

/** The units of the best summary, in reading order. */
export function chooseUnits(
  material: Material,
  budget: SummaryBudget,
  choicesOf?: (isFull: boolean) => Choices,
): readonly Unit[] {
  const { article, units, candidates } = material;
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
  const found = isLowerCased(material)
    ? chooseLowerCased(material, budget)
    : chooseNatural(material, budget, choicesOf);
  const shortest = candidates.reduce((one, two) => (two.unit.wordCount < one.unit.wordCount ? two : one)).unit;
  const isShortestFit = found.length === 0 && shortest.wordCount <= budget.wordsMax * OVER_BUDGET_MAX;
  const best = isShortestFit ? [shortest] : found;
  return isIdle(best, material) ? chooseOpening(material, budget) : best;
}

function summarizeProse(
  article: SummarizerInput,
  all: readonly Quote[],
  budget: SummaryBudget,
  rankers: Rankers,
  options: ExtractiveOptions,
): readonly Sentence[] {
  const quotes = all.filter(({ end }) => end <= article.text.length);
  const names = readNames(article.text, quotes, article.language, article.title);
  const material = readMaterial(article, quotes, names, rankers, options);
  // Both tries below choose among the same.
  const choicesOf = remember(2, (isFull: boolean) => readChoices(material, isFull));
  const make = (wordsMax: number): Finished =>
    finishUnits(chooseUnits(material, { ...budget, wordsMax }, choicesOf), article, names, budget.wordsMax);
  const { sentences, wordsMissing } = make(budget.wordsMax);
  if (wordsMissing === 0) return sentences;
  return make(budget.wordsMax - Math.min(WORDS_FOR_NAMES_MAX, wordsMissing)).sentences;
}

/** A page that is a list: what introduces it, then all its items; null for any other page and where there is no room. */
function summarizeList(
  article: SummarizerInput,
  { sentencesMax, wordsMax }: SummaryBudget,
  tell: (part: SummarizerInput, budget: SummaryBudget) => readonly Sentence[],
): readonly Sentence[] | null {
  const listed = sentencesMax < SENTENCES_FOR_LIST_MIN ? null : findListed(article);
  const items = listed === null ? null : tellListed(listed, wordsMax * LIST_SHARE_MAX);
  if (listed === null || items === null) return null;
  const room = { sentencesMax: sentencesMax - 1, wordsMax: wordsMax - countWords(items.text) };
  const lead = article.text.slice(0, listed.leadEnd).trimEnd();
  return [...(lead === "" ? [] : tell({ ...article, text: lead }, room)), items];
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
      const told = (part: SummarizerInput, room: SummaryBudget): readonly Sentence[] =>
        summarizeProse(part, quotes, room, rankers, options);
      return Promise.resolve(summarizeList(bounded, budget, told) ?? told(bounded, budget));
    },
  };
}
