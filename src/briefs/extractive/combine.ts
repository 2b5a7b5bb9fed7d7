/** Sets of units a summary could be, and what is measured of a set as a whole. */

import type { SummaryBudget } from "../../domain/article.ts";
import { runBeam } from "./beam.ts";
import { createOverlaps } from "./overlap.ts";
import type { Measures } from "./unit-features.ts";
import { FEATURE_NAMES } from "./unit-features.ts";
import type { Unit } from "./units.ts";

export const SET_FEATURE_NAMES = [
  "sumScore",
  "meanScore",
  "minScore",
  "maxScore",
  "middleScore",
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
  "holdsBest",
  "quotedShare",
  "leaning",
  "names",
  "numbers",
  "introducedSum",
  "forwardSum",
  "centroidSum",
  "unitCount",
  "textWords",
  "isLowerCased",
  "isEnglish",
  "hasTitle",
  "isDatelined",
  "leadLength",
  "paragraphCount",
  "meanLength",
  "repeated",
] as const;

const CANDIDATES_MAX = 10;
const BEAM_WIDTH = 70;
const SETS_MAX = 150;
const WORDS_UNLIMITED = 400;
const SIZE_MAX = 8;

const at = (name: (typeof FEATURE_NAMES)[number]): number => FEATURE_NAMES.indexOf(name);
const TITLE_COVER = at("titleCover");
const NAMES = at("names");
const NUMBERS = at("numbers");
const INTRODUCED = at("introducedSum");
const LOWER = at("isLowerCased");
const TITLE = at("hasTitle");
const ENGLISH = at("isEnglish");
const DATELINED = at("isDatelined");
const LEAD = at("leadLength");
const PARAGRAPHS = at("paragraphCount");
const FORWARD = at("forward");
const CENTROID = at("centroid");
const TEXT_WORDS = at("textWords");

export interface Candidate {
  readonly unit: Unit;
  readonly score: number;
  readonly row: Float64Array;
}

/** A set that the beam grows; its candidates stand in the order of their scores. */
interface Growing {
  readonly members: readonly Candidate[];
  readonly last: number;
  readonly words: number;
  readonly worth: number;
}

/** From this many words on the reader asked for sentences rather than words, and gets as many as asked for. */
const ROOMY_WORDS_MIN = 100;

/** Whether every sentence asked for is to be used: never to pad a short item. */
export const isRoomy = (budget: SummaryBudget, unitCount: number): boolean =>
  budget.wordsMax >= ROOMY_WORDS_MIN && budget.sentencesMax <= SIZE_MAX && unitCount >= 2 * budget.sentencesMax;

/** Sets of the most units that the budget holds, when it is roomy; else all of them. */
export function chooseSizes(
  sets: readonly (readonly Candidate[])[],
  budget: SummaryBudget,
  unitCount: number,
): readonly (readonly Candidate[])[] {
  if (!isRoomy(budget, unitCount)) return sets;
  const size = Math.max(0, ...sets.map((set) => set.length));
  return sets.filter((set) => set.length === size);
}

/** Sets of candidates within the budget, each in reading order; built from the best units by a beam. */
export function listSets(
  candidates: readonly Candidate[],
  budget: SummaryBudget,
  isAllowed: (set: readonly Candidate[]) => boolean,
): readonly (readonly Candidate[])[] {
  const sets: (readonly Candidate[])[] = [];
  const start: Growing = { members: [], last: -1, words: 0, worth: 0 };
  runBeam<Candidate, Growing, Growing>({
    items: [...candidates].sort((a, b) => b.score - a.score).slice(0, CANDIDATES_MAX),
    start,
    membersMax: Math.min(budget.sentencesMax, SIZE_MAX),
    width: BEAM_WIDTH,
    grow({ members, words, worth }, candidate, index) {
      const wordCount = words + candidate.unit.wordCount;
      if (wordCount > budget.wordsMax) return null;
      return { members: [...members, candidate], last: index, words: wordCount, worth: worth + candidate.score };
    },
    see(grown) {
      for (const { members } of grown.slice(0, BEAM_WIDTH)) {
        const set = [...members].sort((a, b) => a.unit.index - b.unit.index);
        if (isAllowed(set)) sets.push(set);
      }
    },
    keep: (growing) => growing,
  });
  return sets.slice(-SETS_MAX);
}

export interface SetContext {
  readonly budget: SummaryBudget;
  readonly bestScore: number;
  readonly unitCount: number;
  readonly massTotal: number;
  /** Content stems of each candidate as numbers, and how often the article uses each. */
  readonly stems: ReadonlyMap<number, readonly number[]>;
  readonly masses: Float64Array;
  /** Marks the stems met, with the number of the set they were met in. */
  readonly marks: Int32Array;
  readonly overlapOf: ReturnType<typeof createOverlaps>;
  turn: number;
}

export function createSetContext(
  units: readonly Unit[],
  measures: Measures,
  candidates: readonly Candidate[],
  budget: SummaryBudget,
): SetContext {
  const numbers = new Map<string, number>();
  const masses: number[] = [];
  let massTotal = 0;
  for (const unit of units) {
    for (const stem of unit.content) {
      if (numbers.has(stem)) continue;
      const mass = (measures.frequency.get(stem) ?? 0) - 0.9;
      numbers.set(stem, masses.length);
      masses.push(mass);
      massTotal += mass;
    }
  }
  return {
    budget,
    bestScore: Math.max(...candidates.map((each) => each.score)),
    unitCount: units.length,
    massTotal,
    stems: new Map(candidates.map(({ unit }) => [unit.index, unit.content.map((stem) => numbers.get(stem) ?? 0)])),
    masses: Float64Array.from(masses),
    marks: new Int32Array(masses.length),
    overlapOf: createOverlaps(),
    turn: 0,
  };
}

/** Measures one set as a whole. */
export function measureSet(set: readonly Candidate[], context: SetContext): Float64Array {
  const { budget } = context;
  const sum = (feature: number): number => {
    let total = 0;
    for (const each of set) total += each.row[feature] ?? 0;
    return total;
  };
  let words = 0;
  let sumScore = 0;
  let minScore = Number.POSITIVE_INFINITY;
  let maxScore = Number.NEGATIVE_INFINITY;
  let quoted = 0;
  let leaning = 0;
  let overlapSum = 0;
  let overlapMax = 0;
  let gaps = 0;
  let adjacent = 0;
  let holdsSecond = 0;
  for (let index = 0; index < set.length; index++) {
    const each = set[index];
    if (each === undefined) continue;
    const { unit, score } = each;
    words += unit.wordCount;
    sumScore += score;
    minScore = Math.min(minScore, score);
    maxScore = Math.max(maxScore, score);
    quoted += unit.quotedShare * unit.wordCount;
    if (unit.faults.isLeaning || unit.faults.isPronounLed) leaning++;
    if (unit.index === 1) holdsSecond = 1;
    for (const other of set.slice(index + 1)) {
      const { ofShorter } = context.overlapOf(unit, other.unit);
      overlapSum += ofShorter;
      overlapMax = Math.max(overlapMax, ofShorter);
    }
    const next = set[index + 1]?.unit.index;
    if (next === undefined) continue;
    gaps += next - unit.index - 1;
    if (next === unit.index + 1) adjacent++;
  }
  context.turn++;
  let unique = 0;
  let total = 0;
  let mass = 0;
  for (const each of set) {
    for (const stem of context.stems.get(each.unit.index) ?? []) {
      total++;
      if (context.marks[stem] === context.turn) continue;
      context.marks[stem] = context.turn;
      unique++;
      mass += context.masses[stem] ?? 0;
    }
  }
  const size = set.length;
  const pairCount = (size * (size - 1)) / 2;
  const first = set[0]?.unit.index ?? 0;
  const one = set[0]?.row ?? new Float64Array(FEATURE_NAMES.length);
  const wordsMax = Math.min(WORDS_UNLIMITED, budget.wordsMax);
  const values: Record<(typeof SET_FEATURE_NAMES)[number], number> = {
    sumScore,
    meanScore: sumScore / size,
    minScore,
    maxScore,
    middleScore: size > 2 ? (sumScore - minScore - maxScore) / (size - 2) : 0,
    scoreAtBest: context.bestScore - maxScore,
    size,
    words,
    wordsLeft: wordsMax - words,
    sentencesLeft: Math.min(SIZE_MAX, budget.sentencesMax) - size,
    wordsMax,
    overlap: pairCount === 0 ? 0 : overlapSum / pairCount,
    overlapMax,
    uniqueContent: unique,
    coverage: mass / Math.max(1, context.massTotal),
    coveragePerWord: mass / Math.max(1, words),
    titleCover: Math.min(1, sum(TITLE_COVER)),
    firstIndex: first,
    lastIndex: set.at(-1)?.unit.index ?? 0,
    gaps,
    adjacent,
    holdsFirst: first === 0 ? 1 : 0,
    holdsSecond,
    holdsBest: maxScore >= context.bestScore ? 1 : 0,
    quotedShare: quoted / Math.max(1, words),
    leaning,
    names: sum(NAMES),
    numbers: sum(NUMBERS),
    introducedSum: sum(INTRODUCED),
    forwardSum: sum(FORWARD),
    centroidSum: sum(CENTROID),
    unitCount: context.unitCount,
    textWords: one[TEXT_WORDS] ?? 0,
    isLowerCased: one[LOWER] ?? 0,
    isEnglish: one[ENGLISH] ?? 0,
    hasTitle: one[TITLE] ?? 0,
    isDatelined: sum(DATELINED),
    leadLength: one[LEAD] ?? 0,
    paragraphCount: one[PARAGRAPHS] ?? 0,
    meanLength: words / size,
    repeated: total - unique,
  };
  return Float64Array.from(SET_FEATURE_NAMES, (name) => values[name]);
}
