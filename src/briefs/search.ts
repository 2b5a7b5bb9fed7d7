/** Looks for the set of units, whole or shortened, that tells the most news for its length. */

import type { SummaryBudget } from "../domain/article.ts";
import type { Unit } from "./units.ts";

/** One way of showing a unit: whole, or without an aside. */
export interface Choice {
  readonly unit: Unit;
  readonly wordCount: number;
  /** Share of the article's news the unit ranker expects of it. */
  readonly score: number;
  /** Numbers of its words and pairs, each once. */
  readonly news: Int32Array;
}

export interface SearchOptions {
  readonly budget: SummaryBudget;
  /** Words a person would spend: what is told is weighed against these and the set's own. */
  readonly wordsExpected: number;
  readonly worthOf: (id: number) => number;
  readonly newsSize: number;
  readonly isAllowed: (units: readonly Unit[]) => boolean;
  /** Sets of fewer units are not taken when more fit. */
  readonly isFull: boolean;
  /** Taken before all others: the deck. */
  readonly opening: readonly Choice[];
}

/** News by its words against news by the unit ranker. */
const RANKER_SHARE = 0.4;
const REPEAT_COST = 1;
/** A unit whose content another one holds to this share says the same again. */
const SAME_SHARE_MIN = 0.6;
const CONTENT_MIN = 5;
const BEAM_WIDTH = 40;
const SIZE_MAX = 8;

interface State {
  readonly choices: readonly Choice[];
  readonly last: number;
  readonly words: number;
  readonly told: number;
  readonly scores: number;
  readonly seen: Uint8Array;
}

/** The best set in reading order, empty when none fits. */
export function findBestSet(choices: readonly Choice[], options: SearchOptions): readonly Choice[] {
  const { budget, wordsExpected, worthOf, newsSize, isAllowed } = options;
  const sorted = [...choices].sort((a, b) => a.unit.index - b.unit.index);
  const repeats = new Map<number, number>();
  const contents = new Map<number, ReadonlySet<string>>();
  const contentOf = (unit: Unit): ReadonlySet<string> => {
    const set = contents.get(unit.index) ?? new Set(unit.content);
    contents.set(unit.index, set);
    return set;
  };
  /** 0 when the units share nothing, 2 when one says the other again. */
  const repeatOf = (one: Unit, two: Unit): number => {
    const key = one.index * 1024 + two.index;
    const known = repeats.get(key);
    if (known !== undefined) return known;
    const other = contentOf(two);
    let shared = 0;
    for (const stem of one.content) if (other.has(stem)) shared++;
    const shorter = Math.max(1, Math.min(one.content.length, other.size));
    const repeat =
      shorter >= CONTENT_MIN && shared / shorter >= SAME_SHARE_MIN
        ? 1 / REPEAT_COST
        : shared / Math.max(1, one.content.length);
    repeats.set(key, repeat);
    return repeat;
  };
  const seen = new Uint8Array(newsSize);
  let told = 0;
  for (const { news } of options.opening) {
    for (const id of news) if (seen[id] === 0) told += worthOf(id);
    for (const id of news) seen[id] = 1;
  }
  const sum = (value: (choice: Choice) => number): number =>
    options.opening.reduce((total, choice) => total + value(choice), 0);
  const worthOfSet = (toldSum: number, scores: number, words: number): number =>
    ((1 - RANKER_SHARE) * (toldSum / wordsExpected) + RANKER_SHARE * 2 * scores) / (words + wordsExpected);
  const start: State = {
    choices: options.opening,
    last: sorted.findLastIndex((choice) => choice.unit.index <= (options.opening.at(-1)?.unit.index ?? -1)),
    words: sum((choice) => choice.wordCount),
    told,
    scores: sum((choice) => choice.score),
    seen,
  };
  let level: State[] = [start];
  let best = options.opening;
  let bestWorth = best.length === 0 ? Number.NEGATIVE_INFINITY : worthOfSet(start.told, start.scores, start.words);
  for (let size = best.length + 1; size <= Math.min(budget.sentencesMax, SIZE_MAX) && level.length > 0; size++) {
    const next: (State & { readonly worth: number })[] = [];
    for (const state of level) {
      for (let index = state.last + 1; index < sorted.length; index++) {
        const choice = sorted[index];
        if (choice === undefined || state.words + choice.wordCount > budget.wordsMax) continue;
        if (state.choices.at(-1)?.unit.index === choice.unit.index) continue;
        let told = state.told;
        for (const id of choice.news) if (state.seen[id] === 0) told += worthOf(id);
        let repeat = 0;
        for (const earlier of state.choices) repeat = Math.max(repeat, repeatOf(choice.unit, earlier.unit));
        const words = state.words + choice.wordCount;
        const scores = state.scores + Math.max(0.001, choice.score) * (1 - REPEAT_COST * repeat);
        const worth = worthOfSet(told, scores, words);
        next.push({ choices: [...state.choices, choice], last: index, words, told, scores, seen: state.seen, worth });
      }
    }
    next.sort((a, b) => b.worth - a.worth);
    level = next.slice(0, BEAM_WIDTH).map((state) => {
      const seen = state.seen.slice();
      for (const id of state.choices.at(-1)?.news ?? []) seen[id] = 1;
      return { ...state, seen };
    });
    let isFound = false;
    for (const state of next) {
      if (state.worth <= bestWorth && !(options.isFull && !isFound)) break;
      if (!isAllowed(state.choices.map(({ unit }) => unit))) continue;
      best = state.choices;
      bestWorth = state.worth;
      isFound = true;
      break;
    }
  }
  return best;
}
