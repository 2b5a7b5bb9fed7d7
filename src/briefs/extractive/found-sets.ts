/** What is measured of a whole summary of natural text, for the ranker that picks among the best the search found. */

import type { SummaryBudget } from "../../domain/article.ts";
import { createRowLayout, type Measures } from "../../learned/rows.ts";
import type { Unit } from "../unit.ts";
import type { FoundSet } from "./search-units.ts";
import type { Measures as UnitMeasures } from "./unit-features.ts";
import { unitPlace } from "./unit-row.ts";

const NUMBERS = unitPlace("numbers");
const NAMES = unitPlace("names");
const TITLE = unitPlace("hasTitle");
const TEXT_WORDS = unitPlace("textWords");
const PARAGRAPHS = unitPlace("paragraphCount");
const LEAST = 1e-9;

export interface FoundSetContext {
  readonly measures: UnitMeasures;
  readonly units: readonly Unit[];
  readonly wordsExpected: number;
  readonly budget: SummaryBudget;
  /** Every sentence asked for is to be used. */
  readonly isFull: boolean;
  /** The deck is taken before all else. */
  readonly hasOpening: boolean;
}

/** The most that any set found for the budget has, and what is the same for all of them. */
interface Top {
  readonly worth: number;
  readonly told: number;
  readonly scores: number;
  readonly titleSize: number;
  /** Row of the first unit. */
  readonly head: Float64Array | undefined;
}

/** One set, with what is counted over its units. */
interface FoundSetView {
  readonly set: FoundSet;
  readonly rank: number;
  readonly context: FoundSetContext;
  readonly top: Top;
  /** Its words and its units; to divide by, so never 0. */
  readonly length: number;
  readonly size: number;
  /** Indexes of its first and last unit, and the sum of all. */
  readonly first: number;
  readonly last: number;
  readonly indexSum: number;
  readonly adjacent: number;
  readonly shortened: number;
  readonly leaning: number;
  /** Stems of all units, and those among them that differ; the same of those in the title. */
  readonly contentCount: number;
  readonly stems: number;
  readonly titleHits: number;
  readonly titleFound: number;
  /** Words between marks. */
  readonly quoted: number;
  readonly numbers: number;
  readonly names: number;
  readonly minScore: number;
  readonly maxScore: number;
  readonly holdsBest: number;
}

const MEASURES: Measures<FoundSetView> = {
  worth: ({ set }) => set.worth,
  worthShare: ({ set, top }) => set.worth / Math.max(LEAST, top.worth),
  rank: ({ rank }) => rank,
  told: ({ set }) => set.told,
  toldPerWord: ({ set, length }) => set.told / length,
  scores: ({ set }) => set.scores,
  scoresPerWord: ({ set, length }) => set.scores / length,
  toldShare: ({ set, top }) => set.told / top.told,
  scoresShare: ({ set, top }) => set.scores / top.scores,
  words: ({ set }) => set.words,
  wordsLeft: ({ set, context }) => context.budget.wordsMax - set.words,
  size: ({ set }) => set.choices.length,
  doubts: ({ set }) => set.doubts,
  first: ({ first }) => first,
  second: ({ set }) => set.choices[1]?.unit.index ?? -1,
  last: ({ last }) => last,
  meanIndex: ({ size, indexSum }) => indexSum / size,
  spread: ({ first, last }) => last - first,
  adjacent: ({ adjacent }) => adjacent,
  shortened: ({ shortened }) => shortened,
  titleShare: ({ contentCount, titleHits }) => titleHits / Math.max(1, contentCount),
  titleCover: ({ top, titleFound }) => titleFound / Math.max(1, top.titleSize),
  quotedShare: ({ length, quoted }) => quoted / length,
  numbers: ({ numbers }) => numbers,
  names: ({ names }) => names,
  minScore: ({ minScore }) => minScore,
  maxScore: ({ maxScore }) => maxScore,
  holdsBest: ({ holdsBest }) => holdsBest,
  contentShare: ({ length, stems }) => stems / length,
  overlap: ({ contentCount, stems }) => (contentCount - stems) / Math.max(1, contentCount),
  hasTitle: ({ top }) => top.head?.[TITLE] ?? 0,
  unitCount: ({ context }) => context.units.length,
  textWords: ({ top }) => top.head?.[TEXT_WORDS] ?? 0,
  paragraphCount: ({ top }) => top.head?.[PARAGRAPHS] ?? 0,
  wordsExpected: ({ context }) => context.wordsExpected,
  meanLength: ({ set, size }) => set.words / size,
  leaning: ({ leaning }) => leaning,
  leadWords: ({ context }) => context.units[0]?.wordCount ?? 0,
};

const layout = createRowLayout();
const writeFoundSet = layout.add(MEASURES);
/** Names in the order of the numbers. */
export const FOUND_SET_FEATURE_NAMES = layout.names;

/** One row a set, in the order of the names; `sets` are those found for one budget, the most worth first. */
export function measureFoundSets(sets: readonly FoundSet[], context: FoundSetContext): readonly Float64Array[] {
  const { measures } = context;
  const { contents, numbers: stemNumbers, size: stemCount } = measures.index;
  const titleSize = new Set(measures.titleStems).size;
  const isInTitle = new Uint8Array(stemCount);
  for (const stem of measures.titleStems) {
    const id = stemNumbers.get(stem);
    if (id !== undefined) isInTitle[id] = 1;
  }
  /** By stem, the last set that was found to hold it. */
  const seenIn = new Int32Array(stemCount).fill(-1);
  let [toldTop, scoresTop, bestScore, bestIndex] = [LEAST, LEAST, -1, -1];
  for (const { told, scores, choices } of sets) {
    toldTop = Math.max(toldTop, told);
    scoresTop = Math.max(scoresTop, scores);
    for (const { score, unit } of choices) if (score > bestScore) [bestScore, bestIndex] = [score, unit.index];
  }
  const top: Top = {
    worth: sets[0]?.worth ?? LEAST,
    told: toldTop,
    scores: scoresTop,
    titleSize,
    head: measures.rows[0],
  };
  return sets.map((set, rank) => {
    const { choices, words } = set;
    let [contentCount, stems, titleHits, titleFound, adjacent, shortened, leaning] = [0, 0, 0, 0, 0, 0, 0];
    let [quoted, numbers, names, indexSum, minScore, maxScore] = [0, 0, 0, 0, Number.POSITIVE_INFINITY, 0];
    let holdsBest = 0;
    choices.forEach(({ unit, score, isSure, wordCount }, place) => {
      const row = measures.rows[unit.index];
      numbers += row?.[NUMBERS] ?? 0;
      names += row?.[NAMES] ?? 0;
      quoted += unit.quotedShare * wordCount;
      indexSum += unit.index;
      minScore = Math.min(minScore, score);
      maxScore = Math.max(maxScore, score);
      if (unit.index === bestIndex) holdsBest = 1;
      if (!isSure) leaning++;
      if (unit.edits.some(({ kind }) => kind === "aside")) shortened++;
      if (place > 0 && choices[place - 1]?.unit.index === unit.index - 1) adjacent++;
      for (const id of contents[unit.index] ?? []) {
        const inTitle = isInTitle[id] ?? 0;
        contentCount++;
        titleHits += inTitle;
        if (seenIn[id] === rank) continue;
        seenIn[id] = rank;
        stems++;
        titleFound += inTitle;
      }
    });
    const row = new Float64Array(FOUND_SET_FEATURE_NAMES.length);
    writeFoundSet(row, {
      set,
      rank,
      context,
      top,
      length: Math.max(1, words),
      size: Math.max(1, choices.length),
      first: choices[0]?.unit.index ?? 0,
      last: choices.at(-1)?.unit.index ?? 0,
      indexSum,
      adjacent,
      shortened,
      leaning,
      contentCount,
      stems,
      titleHits,
      titleFound,
      quoted,
      numbers,
      names,
      minScore,
      maxScore,
      holdsBest,
    });
    return row;
  });
}
