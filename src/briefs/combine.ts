/** Sets of units a summary could be, and what is measured of a set as a whole. */

import type { SummaryBudget } from "../domain/article.ts";
import type { Measures } from "./features.ts";
import { FEATURE_NAMES } from "./features.ts";
import type { Unit } from "./units.ts";

export const SET_FEATURE_NAMES = [
  "sumScore",
  "meanScore",
  "minScore",
  "maxScore",
  "scoreAtBest",
  "size",
  "words",
  "wordsLeft",
  "sentencesLeft",
  "wordsMax",
  "overlap",
  "overlapMax",
  "uniqueContent",
  "coverage",
  "coveragePerWord",
  "titleCover",
  "firstIndex",
  "lastIndex",
  "gaps",
  "adjacent",
  "holdsFirst",
  "holdsSecond",
  "quotedShare",
  "leaning",
  "names",
  "numbers",
  "introducedSum",
  "unitCount",
  "textWords",
  "isLowerCased",
  "hasTitle",
  "isDatelined",
  "leadLength",
  "paragraphCount",
  "meanLength",
  "pairRepeat",
] as const;

const CANDIDATES_MAX = 9;
const BEAM_WIDTH = 60;
const SETS_MAX = 160;
const WORDS_UNLIMITED = 400;

const at = (name: (typeof FEATURE_NAMES)[number]): number => FEATURE_NAMES.indexOf(name);
const TITLE_COVER = at("titleCover");
const NAMES = at("names");
const NUMBERS = at("numbers");
const INTRODUCED = at("introducedSum");
const LOWER = at("isLowerCased");
const TITLE = at("hasTitle");
const DATELINED = at("isDatelined");
const LEAD = at("leadLength");
const PARAGRAPHS = at("paragraphCount");
const TEXT_WORDS = at("textWords");

export interface Candidate {
  readonly unit: Unit;
  readonly score: number;
  readonly row: Float64Array;
}

/** Sets of candidates within the budget, in reading order; the better the units, the earlier the set. */
export function listSets(
  candidates: readonly Candidate[],
  budget: SummaryBudget,
  isAllowed: (set: readonly Candidate[]) => boolean,
): readonly (readonly Candidate[])[] {
  const top = [...candidates].sort((a, b) => b.score - a.score).slice(0, CANDIDATES_MAX);
  const sets: Candidate[][] = [];
  const wordsOf = (set: readonly Candidate[]): number => set.reduce((sum, each) => sum + each.unit.wordCount, 0);
  const worthOf = (set: readonly Candidate[]): number => set.reduce((sum, each) => sum + each.score, 0);
  let level: Candidate[][] = [[]];
  for (let size = 1; size <= Math.min(budget.sentencesMax, 8) && level.length > 0; size++) {
    const next: Candidate[][] = [];
    for (const set of level) {
      const from = set.length === 0 ? 0 : top.indexOf(set[set.length - 1] as Candidate) + 1;
      const words = wordsOf(set);
      for (const candidate of top.slice(from)) {
        if (words + candidate.unit.wordCount > budget.wordsMax) continue;
        next.push([...set, candidate]);
      }
    }
    next.sort((a, b) => worthOf(b) - worthOf(a));
    level = next.slice(0, BEAM_WIDTH);
    sets.push(...level);
  }
  return sets
    .map((set) => set.sort((a, b) => a.unit.index - b.unit.index))
    .filter(isAllowed)
    .slice(-SETS_MAX);
}

/** Share of the smaller unit's content words that the other holds too. */
function overlapOf(one: Unit, two: Unit): number {
  const set = new Set(one.content);
  let shared = 0;
  for (const stem of two.content) if (set.has(stem)) shared++;
  return shared / Math.max(1, Math.min(one.content.length, two.content.length));
}

export interface SetContext {
  readonly measures: Measures;
  readonly units: readonly Unit[];
  readonly budget: SummaryBudget;
  readonly bestScore: number;
  readonly overlaps: Map<number, number>;
  readonly massTotal: number;
}

export function createSetContext(
  units: readonly Unit[],
  measures: Measures,
  candidates: readonly Candidate[],
  budget: SummaryBudget,
): SetContext {
  let massTotal = 0;
  const stems = new Set(units.flatMap((unit) => unit.content));
  for (const stem of stems) massTotal += (measures.frequency.get(stem) ?? 0) - 0.9;
  return {
    measures,
    units,
    budget,
    bestScore: Math.max(...candidates.map((each) => each.score)),
    overlaps: new Map(),
    massTotal,
  };
}

/** Measures one set as a whole. */
export function measureSet(set: readonly Candidate[], context: SetContext): Float64Array {
  const { measures, units, budget } = context;
  const scores = set.map((each) => each.score);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const column = (feature: number): readonly number[] => set.map((each) => each.row[feature] ?? 0);
  const words = sum(set.map((each) => each.unit.wordCount));
  const content = new Set(set.flatMap((each) => each.unit.content));
  let mass = 0;
  for (const stem of content) mass += (measures.frequency.get(stem) ?? 0) - 0.9;
  const overlaps: number[] = [];
  let gaps = 0;
  let adjacent = 0;
  const pairs = new Set<string>();
  let pairTotal = 0;
  set.forEach((each, index) => {
    for (let position = 1; position < each.unit.stems.length; position++) {
      pairs.add(`${each.unit.stems[position - 1] ?? ""} ${each.unit.stems[position] ?? ""}`);
      pairTotal++;
    }
    for (const other of set.slice(index + 1)) {
      const key = each.unit.index * 1000 + other.unit.index;
      const overlap = context.overlaps.get(key) ?? overlapOf(each.unit, other.unit);
      context.overlaps.set(key, overlap);
      overlaps.push(overlap);
    }
    const next = set[index + 1];
    if (next === undefined) return;
    gaps += next.unit.index - each.unit.index - 1;
    if (next.unit.index === each.unit.index + 1) adjacent++;
  });
  const first = set[0];
  const one = first?.row ?? new Float64Array(FEATURE_NAMES.length);
  const values: Record<(typeof SET_FEATURE_NAMES)[number], number> = {
    sumScore: sum(scores),
    meanScore: sum(scores) / set.length,
    minScore: Math.min(...scores),
    maxScore: Math.max(...scores),
    scoreAtBest: context.bestScore - Math.max(...scores),
    size: set.length,
    words,
    wordsLeft: Math.min(WORDS_UNLIMITED, budget.wordsMax) - words,
    sentencesLeft: Math.min(8, budget.sentencesMax) - set.length,
    wordsMax: Math.min(WORDS_UNLIMITED, budget.wordsMax),
    overlap: overlaps.length === 0 ? 0 : sum(overlaps) / overlaps.length,
    overlapMax: Math.max(0, ...overlaps),
    uniqueContent: content.size,
    coverage: mass / Math.max(1, context.massTotal),
    coveragePerWord: mass / Math.max(1, words),
    titleCover: Math.min(1, sum(column(TITLE_COVER))),
    firstIndex: first?.unit.index ?? 0,
    lastIndex: set.at(-1)?.unit.index ?? 0,
    gaps,
    adjacent,
    holdsFirst: first?.unit.index === 0 ? 1 : 0,
    holdsSecond: set.some((each) => each.unit.index === 1) ? 1 : 0,
    quotedShare: sum(set.map((each) => each.unit.quotedShare * each.unit.wordCount)) / Math.max(1, words),
    leaning: set.filter((each) => each.unit.faults.isLeaning || each.unit.faults.isPronounLed).length,
    names: sum(column(NAMES)),
    numbers: sum(column(NUMBERS)),
    introducedSum: sum(column(INTRODUCED)),
    unitCount: units.length,
    textWords: one[TEXT_WORDS] ?? 0,
    isLowerCased: one[LOWER] ?? 0,
    hasTitle: one[TITLE] ?? 0,
    isDatelined: Math.max(...column(DATELINED)),
    leadLength: one[LEAD] ?? 0,
    paragraphCount: one[PARAGRAPHS] ?? 0,
    meanLength: words / set.length,
    pairRepeat: 1 - pairs.size / Math.max(1, pairTotal),
  };
  return Float64Array.from(SET_FEATURE_NAMES, (name) => values[name]);
}
