/** What of an article is news: for each word and word pair, how likely a person's short summary holds it. */

import { flag } from "../../learned/features.ts";
import { createRowLayout, type Measures } from "../../learned/rows.ts";
import type { TreeScorer } from "../../learned/trees.ts";
import type { Unit } from "../unit.ts";
import type { Measures as UnitMeasures } from "./unit-features.ts";

/** Units further down bring no news of their own that a short summary could hold. */
const UNITS_READ_MAX = 80;
const IDS_MAX = 1 << 15;
const [DIGIT_FIRST, DIGIT_LAST] = [0x30, 0x39];

/** The words and word pairs of an article as numbers, with what is known of each. */
export interface News {
  /** For each unit read, the number of each word and of each pair of neighbors, in order (`pairs[i]` ends at word i; -1 at 0). */
  readonly words: readonly Int32Array[];
  readonly pairs: readonly Int32Array[];
  readonly size: number;
  /** Whether one unit alone has the word or pair. */
  isOfUnit(id: number): boolean;
  isPair(id: number): boolean;
  /** Writes what is measured of one word or pair into `row`. */
  fill(id: number, row: Float64Array): void;
}

interface Known {
  readonly first: number;
  readonly offset: number;
  /** Numbers of a pair's words; -1 for a word. */
  readonly partA: number;
  readonly partB: number;
  /** Letters of a word's stem, and whether it has a digit. */
  length: number;
  isNumber: boolean;
  isSmall: boolean;
  isInTitle: boolean;
  isCapital: boolean;
  nearTitle: number;
  uses: number;
  count: number;
  lastUnit: number;
  best: number;
  sum: number;
  inSecond: number;
}

/** Every entry gets the same fields in the same order, none by spreading: that takes ten times as long. */
const newKnown = (first: number, offset: number, partA: number, partB: number): Known => ({
  first,
  offset,
  partA,
  partB,
  length: 0,
  isNumber: false,
  isSmall: false,
  isInTitle: false,
  isCapital: false,
  nearTitle: 0,
  uses: 0,
  count: 0,
  lastUnit: -1,
  best: Number.NEGATIVE_INFINITY,
  sum: 0,
  inSecond: 0,
});

function hasDigit(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= DIGIT_FIRST && code <= DIGIT_LAST) return true;
  }
  return false;
}

function newWord(stem: string, first: number, offset: number, isSmall: boolean, isInTitle: boolean): Known {
  const word = newKnown(first, offset, -1, -1);
  word.length = stem.length;
  word.isNumber = hasDigit(stem);
  word.isSmall = isSmall;
  word.isInTitle = isInTitle;
  word.isCapital = true;
  return word;
}

/** What is known of the text as a whole. */
interface NewsText {
  readonly hasTitle: boolean;
  readonly unitCount: number;
  readonly words: number;
}

/** A word, or a pair of words; `one` and `two` are its words, the same for a word by itself. */
interface NewsView {
  readonly entry: Known;
  readonly one: Known;
  readonly two: Known;
  readonly isPair: boolean;
  readonly text: NewsText;
}

const MEASURES: Measures<NewsView> = {
  firstUnit: ({ entry }) => entry.first,
  firstOffset: ({ entry }) => entry.offset,
  uses: ({ entry }) => entry.uses,
  count: ({ entry }) => entry.count,
  inTitle: ({ entry, one, two, isPair }) =>
    isPair && !entry.isInTitle ? (flag(one.isInTitle) + flag(two.isInTitle)) / 2 : isPair ? 2 : flag(entry.isInTitle),
  nearTitle: ({ entry, one, two, isPair }) => (isPair ? Math.max(one.nearTitle, two.nearTitle) : entry.nearTitle),
  small: ({ entry, one, two, isPair }) => (isPair ? flag(one.isSmall) + flag(two.isSmall) : flag(entry.isSmall)),
  capitals: ({ entry, one, two, isPair }) =>
    isPair ? flag(one.isCapital) + flag(two.isCapital) : flag(entry.isCapital),
  isNumber: ({ entry, one, two, isPair }) => (isPair ? flag(one.isNumber || two.isNumber) : flag(entry.isNumber)),
  length: ({ entry, one, two, isPair }) => (isPair ? one.length + two.length : entry.length),
  inSecond: ({ entry }) => entry.inSecond,
  bestScore: ({ entry }) => entry.best,
  sumScore: ({ entry }) => entry.sum,
  unitCount: ({ text }) => text.unitCount,
  hasTitle: ({ text }) => flag(text.hasTitle),
  textWords: ({ text }) => text.words,
  isPair: ({ isPair }) => flag(isPair),
  partMin: ({ one, two }) => Math.min(one.count, two.count),
  partMax: ({ one, two }) => Math.max(one.count, two.count),
};

const layout = createRowLayout();
const writeNews = layout.add(MEASURES);
/** Names in the order of the numbers. */
export const NEWS_FEATURE_NAMES = layout.names;

/** `scores` are the unit ranker's, one for each unit. */
export function readNews(
  units: readonly Unit[],
  scores: Float64Array,
  { titleStems, hasTitle }: Pick<UnitMeasures, "titleStems" | "hasTitle">,
): News {
  const known: Known[] = [];
  const wordIds = new Map<string, number>();
  const pairIds = new Map<number, number>();
  const title = new Set(titleStems);
  const words: Int32Array[] = [];
  const pairs: Int32Array[] = [];
  let textWords = 0;
  for (const unit of units) textWords += unit.wordCount;
  const note = (entry: Known, unit: number, score: number): void => {
    entry.count++;
    if (entry.lastUnit === unit) return;
    entry.lastUnit = unit;
    entry.uses++;
    entry.sum += score;
    if (score > entry.best) entry.best = score;
    if (unit === 1) entry.inSecond = 1;
  };
  const read = Math.min(units.length, UNITS_READ_MAX);
  for (let index = 0; index < read; index++) {
    const unit = units[index];
    if (unit === undefined) continue;
    const { stems, capitals, smalls } = unit;
    const score = scores[index] ?? 0;
    const own = new Int32Array(stems.length);
    const ownPairs = new Int32Array(stems.length).fill(-1);
    for (let at = 0; at < stems.length; at++) {
      const stem = stems[at] ?? "";
      let id = wordIds.get(stem);
      if (id === undefined) {
        id = known.length;
        wordIds.set(stem, id);
        known.push(newWord(stem, index, at, smalls[at] === 1, title.has(stem)));
      }
      const entry = known[id];
      if (entry === undefined) continue;
      note(entry, index, score);
      if (capitals[at] === 0) entry.isCapital = false;
      own[at] = id;
      if (at === 0) continue;
      const before = own[at - 1] ?? 0;
      const wordBefore = known[before] as Known;
      if (entry.isInTitle) wordBefore.nearTitle = 1;
      if (wordBefore.isInTitle) entry.nearTitle = 1;
      const key = before * IDS_MAX + id;
      let pair = pairIds.get(key);
      if (pair === undefined) {
        pair = known.length;
        pairIds.set(key, pair);
        known.push(newKnown(index, at, before, id));
      }
      note(known[pair] as Known, index, score);
      ownPairs[at] = pair;
    }
    words.push(own);
    pairs.push(ownPairs);
  }
  titleStems.forEach((stem, index) => {
    const before = wordIds.get(titleStems[index - 1] ?? "");
    const pair = pairIds.get((before ?? -1) * IDS_MAX + (wordIds.get(stem) ?? -1));
    if (index > 0 && before !== undefined && wordIds.has(stem) && pair !== undefined)
      (known[pair] as Known).isInTitle = true;
  });
  const text: NewsText = { hasTitle, unitCount: units.length, words: textWords };
  return {
    words,
    pairs,
    size: known.length,
    isOfUnit: (id) => (known[id] as Known).uses === 1,
    isPair: (id) => (known[id] as Known).partA >= 0,
    fill(id, row) {
      const entry = known[id] as Known;
      const isPair = entry.partA >= 0;
      const one = isPair ? (known[entry.partA] as Known) : entry;
      const two = isPair ? (known[entry.partB] as Known) : entry;
      writeNews(row, { entry, one, two, isPair, text });
    },
  };
}

/** By number, how likely each word or pair of the choices is told; 0 for all others. */
export function weighNews(
  news: News,
  scorer: TreeScorer,
  choices: readonly { readonly news: Int32Array }[],
): Float64Array {
  const worths = new Float64Array(news.size);
  const isWeighed = new Uint8Array(news.size);
  const ids: number[] = [];
  for (const choice of choices)
    for (const id of choice.news) {
      if (isWeighed[id] === 1) continue;
      isWeighed[id] = 1;
      ids.push(id);
    }
  const width = NEWS_FEATURE_NAMES.length;
  const row = new Float64Array(width);
  // Those of one unit have most columns in common, and so have words and so have pairs: side by side they cost less.
  for (const isOfUnit of [true, false]) {
    const own = ids.filter((id) => news.isOfUnit(id) === isOfUnit);
    const ordered = [...own.filter((id) => !news.isPair(id)), ...own.filter((id) => news.isPair(id))];
    const rows = new Float64Array(ordered.length * width);
    ordered.forEach((id, at) => {
      news.fill(id, row);
      // One number at a time: `set` takes five times as long for so few.
      for (let column = 0; column < width; column++) rows[at * width + column] = row[column] ?? 0;
    });
    scorer.scoreAll(rows).forEach((worth, at) => {
      worths[ordered[at] ?? 0] = Math.max(0, worth);
    });
  }
  return worths;
}
