/** What is measured of a whole summary of natural text, for the ranker that picks among the best the search found. */

import type { SummaryBudget } from "../../domain/article.ts";
import { createRowWriter } from "../../learned/trees.ts";
import type { FoundSet } from "./search-units.ts";
import { FEATURE_NAMES, type Measures } from "./unit-features.ts";
import type { Unit } from "./units.ts";

/** Names in the order of the numbers; the weights file names them too and is refused when they differ. */
export const FOUND_SET_FEATURE_NAMES = [
  "worth",
  "worthShare",
  "rank",
  "told",
  "toldPerWord",
  "scores",
  "scoresPerWord",
  "toldShare",
  "scoresShare",
  "words",
  "wordsLeft",
  "size",
  "doubts",
  "first",
  "second",
  "last",
  "meanIndex",
  "spread",
  "adjacent",
  "shortened",
  "titleShare",
  "titleCover",
  "quotedShare",
  "numbers",
  "names",
  "minScore",
  "maxScore",
  "holdsBest",
  "contentShare",
  "overlap",
  "hasTitle",
  "unitCount",
  "textWords",
  "paragraphCount",
  "wordsExpected",
  "meanLength",
  "leaning",
  "leadWords",
] as const;

const at = (name: (typeof FEATURE_NAMES)[number]): number => FEATURE_NAMES.indexOf(name);
const NUMBERS = at("numbers");
const NAMES = at("names");
const TITLE = at("hasTitle");
const TEXT_WORDS = at("textWords");
const PARAGRAPHS = at("paragraphCount");
const LEAST = 1e-9;

const toRow = createRowWriter(FOUND_SET_FEATURE_NAMES);

export interface FoundSetContext {
  readonly measures: Measures;
  readonly units: readonly Unit[];
  readonly wordsExpected: number;
  readonly budget: SummaryBudget;
  /** Every sentence asked for is to be used. */
  readonly isFull: boolean;
  /** The deck is taken before all else. */
  readonly hasOpening: boolean;
}

/** One row a set, in the order of the names; `sets` are those found for one budget, the most worth first. */
export function measureFoundSets(sets: readonly FoundSet[], context: FoundSetContext): readonly Float64Array[] {
  const { measures, units, wordsExpected, budget } = context;
  const { contents, numbers: stemNumbers, size: stemCount } = measures.index;
  const titleSize = new Set(measures.titleStems).size;
  const isInTitle = new Uint8Array(stemCount);
  for (const stem of measures.titleStems) {
    const id = stemNumbers.get(stem);
    if (id !== undefined) isInTitle[id] = 1;
  }
  /** By stem, the last set that was found to hold it. */
  const seenIn = new Int32Array(stemCount).fill(-1);
  const worthTop = sets[0]?.worth ?? LEAST;
  let [toldTop, scoresTop, bestScore, bestIndex] = [LEAST, LEAST, -1, -1];
  for (const { told, scores, choices } of sets) {
    toldTop = Math.max(toldTop, told);
    scoresTop = Math.max(scoresTop, scores);
    for (const { score, unit } of choices) if (score > bestScore) [bestScore, bestIndex] = [score, unit.index];
  }
  const head = measures.rows[0];
  return sets.map(({ choices, words, told, scores, doubts, worth }, rank) => {
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
    const size = Math.max(1, choices.length);
    const length = Math.max(1, words);
    const first = choices[0]?.unit.index ?? 0;
    const last = choices.at(-1)?.unit.index ?? 0;
    return toRow({
      worth,
      worthShare: worth / Math.max(LEAST, worthTop),
      rank,
      told,
      toldPerWord: told / length,
      scores,
      scoresPerWord: scores / length,
      toldShare: told / toldTop,
      scoresShare: scores / scoresTop,
      words,
      wordsLeft: budget.wordsMax - words,
      size: choices.length,
      doubts,
      first,
      second: choices[1]?.unit.index ?? -1,
      last,
      meanIndex: indexSum / size,
      spread: last - first,
      adjacent,
      shortened,
      titleShare: titleHits / Math.max(1, contentCount),
      titleCover: titleFound / Math.max(1, titleSize),
      quotedShare: quoted / length,
      numbers,
      names,
      minScore,
      maxScore,
      holdsBest,
      contentShare: stems / length,
      overlap: (contentCount - stems) / Math.max(1, contentCount),
      hasTitle: head?.[TITLE] ?? 0,
      unitCount: units.length,
      textWords: head?.[TEXT_WORDS] ?? 0,
      paragraphCount: head?.[PARAGRAPHS] ?? 0,
      wordsExpected,
      meanLength: words / size,
      leaning,
      leadWords: units[0]?.wordCount ?? 0,
    });
  });
}
