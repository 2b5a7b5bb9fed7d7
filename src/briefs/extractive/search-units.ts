/** Looks for the set of units, whole or shortened, that tells the most news for its length. */

import type { SummaryBudget } from "../../domain/article.ts";
import type { Unit } from "../unit.ts";
import { runBeam } from "./beam.ts";
import type { Need } from "./judged/needs.ts";
import { isFree } from "./leans-on.ts";
import { createOverlaps } from "./overlap.ts";

/** One way of showing a unit: whole, or without an aside. */
export interface Choice {
  readonly unit: Unit;
  readonly wordCount: number;
  /** Share of the article's news the unit ranker expects of it. */
  readonly score: number;
  /** How likely it tells what the headline says; 0 where there is no headline. */
  readonly tells: number;
  /** Numbers of its words and pairs, each once. */
  readonly news: Int32Array;
  /** Surnames shown that a stranger may not know; they are when an earlier sentence has them. */
  readonly doubtful: readonly string[];
  readonly needs: readonly Need[];
  /** No doubtful name, no need, and it does not lean on the unit before. */
  readonly isSure: boolean;
}

export interface SearchOptions {
  readonly budget: SummaryBudget;
  /** Words a person would spend: what is told is weighed against these and the set's own. */
  readonly wordsExpected: number;
  /** By number of the word or pair, how likely it is told. */
  readonly worths: Float64Array;
  readonly isAllowed: (units: readonly Unit[]) => boolean;
  /** Sets of fewer units are not taken when more fit. */
  readonly isFull: boolean;
  /** How many sets are found at most. */
  readonly setsMax: number;
  /** Taken before all others: the deck. */
  readonly opening: readonly Choice[];
}

/** News by its words against news by the unit ranker. */
const RANKER_SHARE = 0.6;
/** A unit whose content another one holds to this share says the same again. */
const SAME_SHARE_MIN = 0.6;
const CONTENT_MIN = 5;
/** What a set loses for each doubtful name. */
const DOUBT_COST = 0.4;
/** A sentence that leans on the one before reads worse than one that stands alone, even beside it, unless it is the news. */
const LEANING_DOUBT = 0.4;
/** What a set loses, of the same, for each thing that a sentence takes as told. */
const NEED_DOUBT = 0.5;
/** The same, for a sentence that says another one again. */
const REPEAT_DOUBT = 1;
/** So much in doubt, one sentence less is shown where that takes the doubt away and still tells what the headline says. */
const DOUBTS_TO_DROP = 0.5;
const TELLS_LESS_MAX = 0.05;
const SIZE_AFTER_DROP_MIN = 2;
/** How much a set gains that surely tells what the headline says. */
const TELLS_GAIN = 1;
const BEAM_WIDTH = 32;
const SCORE_MIN = 0.001;
const SIZE_MAX = 8;

interface State {
  readonly choices: readonly Choice[];
  readonly last: number;
  readonly words: number;
  readonly told: number;
  readonly scores: number;
  readonly doubts: number;
  /** How likely none of its units tells what the headline says. */
  readonly misses: number;
  readonly seen: Uint8Array;
}

/** A state with one more choice, not yet made. */
interface Step {
  readonly state: State;
  readonly choice: Choice;
  readonly index: number;
  readonly words: number;
  readonly told: number;
  readonly scores: number;
  readonly doubts: number;
  readonly misses: number;
  readonly worth: number;
}

function take({ state, choice, index, words, told, scores, doubts, misses }: Step): State {
  const seen = state.seen.slice();
  for (const id of choice.news) seen[id] = 1;
  return { choices: [...state.choices, choice], last: index, words, told, scores, doubts, misses, seen };
}

/** A set that could be shown, with what the search knows of it. */
export interface FoundSet {
  readonly choices: readonly Choice[];
  readonly words: number;
  readonly told: number;
  readonly scores: number;
  readonly doubts: number;
  /** How likely it tells what the headline says. */
  readonly tells: number;
  readonly worth: number;
}

const isMet = (need: Need, earlier: readonly Choice[]): boolean =>
  need.some((stem) => earlier.some(({ unit }) => unit.content.includes(stem)));

/** Of sets where there is room for every sentence, those of the most; of one less, when the best of these leaves less in doubt. */
function chooseFull(found: readonly FoundSet[]): FoundSet[] {
  const size = found.reduce((most, { choices }) => Math.max(most, choices.length), 0);
  const full = found.filter(({ choices }) => choices.length === size);
  const [best] = [...full].sort((a, b) => b.worth - a.worth);
  if (best === undefined || best.doubts < DOUBTS_TO_DROP || size <= SIZE_AFTER_DROP_MIN) return full;
  const fewer = found.filter(
    ({ choices, doubts, tells }) =>
      choices.length === size - 1 && doubts <= best.doubts - DOUBTS_TO_DROP && tells >= best.tells - TELLS_LESS_MAX,
  );
  return fewer.length > 0 ? fewer : full;
}

/** Sets in reading order, the most worth first; empty when none fits. */
export function findSets(choices: readonly Choice[], options: SearchOptions): readonly FoundSet[] {
  const { budget, wordsExpected, worths, isAllowed } = options;
  const sorted = [...choices].sort((a, b) => a.unit.index - b.unit.index);
  const overlapOf = createOverlaps();
  /** 0 when the units share nothing, at most 1 when one says the other again. */
  const repeatOf = (one: Unit, two: Unit): number => {
    const { shorter, ofShorter, ofFirst } = overlapOf(one, two);
    return shorter >= CONTENT_MIN && ofShorter >= SAME_SHARE_MIN ? 1 : ofFirst;
  };
  const seen = new Uint8Array(worths.length);
  let told = 0;
  for (const { news } of options.opening) {
    for (const id of news) if (seen[id] === 0) told += worths[id] ?? 0;
    for (const id of news) seen[id] = 1;
  }
  const sum = (value: (choice: Choice) => number): number =>
    options.opening.reduce((total, choice) => total + value(choice), 0);
  const worthOfSet = (toldSum: number, scores: number, words: number, doubts: number, misses: number): number =>
    (1 + TELLS_GAIN * (1 - misses)) *
    (((1 - RANKER_SHARE) * (toldSum / wordsExpected) + RANKER_SHARE * 2 * scores) / (words + wordsExpected)) *
    (1 - Math.min(1, DOUBT_COST * doubts));
  const doubtsOf = (choice: Choice, earlier: readonly Choice[]): number =>
    choice.doubtful.filter((name) => !earlier.some(({ unit }) => unit.sentence.text.includes(name))).length +
    NEED_DOUBT * choice.needs.filter((need) => !isMet(need, earlier)).length +
    (choice.unit.faults.isPronounLed || choice.unit.faults.isLeaning || !isFree(choice.unit.bound)
      ? LEANING_DOUBT * (1 - choice.tells)
      : 0);
  const start: State = {
    choices: options.opening,
    last: sorted.findLastIndex((choice) => choice.unit.index <= (options.opening.at(-1)?.unit.index ?? -1)),
    words: sum((choice) => choice.wordCount),
    told,
    scores: sum((choice) => choice.score),
    doubts: 0,
    misses: options.opening.reduce((product, { tells }) => product * (1 - tells), 1),
    seen,
  };
  const found: FoundSet[] = [];
  if (options.opening.length > 0) {
    const { choices, words, told, scores, doubts, misses } = start;
    const worth = worthOfSet(told, scores, words, 0, misses);
    found.push({ choices, words, told, scores, doubts, tells: 1 - misses, worth });
  }
  runBeam<Choice, State, Step>({
    items: sorted,
    start,
    membersMax: Math.min(budget.sentencesMax, SIZE_MAX) - options.opening.length,
    width: BEAM_WIDTH,
    grow(state, choice, index) {
      const words = state.words + choice.wordCount;
      if (words > budget.wordsMax || state.choices.at(-1)?.unit.index === choice.unit.index) return null;
      let told = state.told;
      const { news } = choice;
      for (let at = 0; at < news.length; at++) {
        const id = news[at] ?? 0;
        if (state.seen[id] === 0) told += worths[id] ?? 0;
      }
      let repeat = 0;
      for (const earlier of state.choices) repeat = Math.max(repeat, repeatOf(choice.unit, earlier.unit));
      const scores = state.scores + Math.max(SCORE_MIN, choice.score) * (1 - repeat);
      const isSameAgain = repeat >= 1 ? REPEAT_DOUBT : 0;
      const doubts = state.doubts + isSameAgain + (choice.isSure ? 0 : doubtsOf(choice, state.choices));
      const misses = state.misses * (1 - choice.tells);
      const worth = worthOfSet(told, scores, words, doubts, misses);
      return { state, choice, index, words, told, scores, doubts, misses, worth };
    },
    see(steps) {
      let count = 0;
      for (const { state, choice, words, told, scores, doubts, misses, worth } of steps) {
        if (count >= options.setsMax) break;
        const members = [...state.choices, choice];
        if (!isAllowed(members.map(({ unit }) => unit))) continue;
        found.push({ choices: members, words, told, scores, doubts, tells: 1 - misses, worth });
        count++;
      }
    },
    keep: take,
  });
  const sets = options.isFull ? chooseFull(found) : found;
  return sets.sort((a, b) => b.worth - a.worth).slice(0, options.setsMax);
}
