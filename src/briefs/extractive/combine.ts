/** Sets of units a summary could be, and what is measured of a set as a whole. */

import type { SummaryBudget } from "../../domain/article.ts";
import { createRowLayout, type Measures } from "../../learned/rows.ts";
import type { Unit } from "../unit.ts";
import { runBeam } from "./beam.ts";
import { createOverlaps } from "./overlap.ts";
import type { Measures as UnitMeasures } from "./unit-features.ts";
import { unitPlace } from "./unit-row.ts";

const CANDIDATES_MAX = 10;
const BEAM_WIDTH = 70;
const SETS_MAX = 150;
const WORDS_UNLIMITED = 400;
const SIZE_MAX = 8;

const TITLE_COVER = unitPlace("titleCover");
const NAMES = unitPlace("names");
const NUMBERS = unitPlace("numbers");
const INTRODUCED = unitPlace("introducedSum");
const LOWER = unitPlace("isLowerCased");
const TITLE = unitPlace("hasTitle");
const ENGLISH = unitPlace("isEnglish");
const DATELINED = unitPlace("isDatelined");
const LEAD = unitPlace("leadLength");
const PARAGRAPHS = unitPlace("paragraphCount");
const FORWARD = unitPlace("forward");
const CENTROID = unitPlace("centroid");
const TEXT_WORDS = unitPlace("textWords");

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
  measures: UnitMeasures,
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

/** One set, with what is counted over its units. */
interface SetView {
  readonly set: readonly Candidate[];
  readonly context: SetContext;
  readonly size: number;
  /** Pairs of its units. */
  readonly pairCount: number;
  /** Index of its first unit. */
  readonly first: number;
  readonly words: number;
  readonly wordsMax: number;
  readonly sumScore: number;
  readonly minScore: number;
  readonly maxScore: number;
  readonly overlapSum: number;
  readonly overlapMax: number;
  /** Stems of all units, those among them that differ, and what these weigh. */
  readonly total: number;
  readonly unique: number;
  readonly mass: number;
  /** Units left out between its own, and pairs with none between. */
  readonly gaps: number;
  readonly adjacent: number;
  readonly holdsSecond: number;
  /** Words between marks. */
  readonly quoted: number;
  readonly leaning: number;
}

/** Adds up one measure of the units. */
function sum(set: readonly Candidate[], place: number): number {
  let total = 0;
  for (const each of set) total += each.row[place] ?? 0;
  return total;
}

const MEASURES: Measures<SetView> = {
  sumScore: ({ sumScore }) => sumScore,
  meanScore: ({ size, sumScore }) => sumScore / size,
  minScore: ({ minScore }) => minScore,
  maxScore: ({ maxScore }) => maxScore,
  middleScore: ({ size, sumScore, minScore, maxScore }) =>
    size > 2 ? (sumScore - minScore - maxScore) / (size - 2) : 0,
  scoreAtBest: ({ context, maxScore }) => context.bestScore - maxScore,
  size: ({ size }) => size,
  words: ({ words }) => words,
  wordsLeft: ({ words, wordsMax }) => wordsMax - words,
  sentencesLeft: ({ context, size }) => Math.min(SIZE_MAX, context.budget.sentencesMax) - size,
  wordsMax: ({ wordsMax }) => wordsMax,
  overlap: ({ pairCount, overlapSum }) => (pairCount === 0 ? 0 : overlapSum / pairCount),
  overlapMax: ({ overlapMax }) => overlapMax,
  uniqueContent: ({ unique }) => unique,
  coverage: ({ context, mass }) => mass / Math.max(1, context.massTotal),
  coveragePerWord: ({ words, mass }) => mass / Math.max(1, words),
  titleCover: ({ set }) => Math.min(1, sum(set, TITLE_COVER)),
  firstIndex: ({ first }) => first,
  lastIndex: ({ set }) => set.at(-1)?.unit.index ?? 0,
  gaps: ({ gaps }) => gaps,
  adjacent: ({ adjacent }) => adjacent,
  holdsFirst: ({ first }) => (first === 0 ? 1 : 0),
  holdsSecond: ({ holdsSecond }) => holdsSecond,
  holdsBest: ({ context, maxScore }) => (maxScore >= context.bestScore ? 1 : 0),
  quotedShare: ({ words, quoted }) => quoted / Math.max(1, words),
  leaning: ({ leaning }) => leaning,
  names: ({ set }) => sum(set, NAMES),
  numbers: ({ set }) => sum(set, NUMBERS),
  introducedSum: ({ set }) => sum(set, INTRODUCED),
  forwardSum: ({ set }) => sum(set, FORWARD),
  centroidSum: ({ set }) => sum(set, CENTROID),
  unitCount: ({ context }) => context.unitCount,
  textWords: ({ set }) => set[0]?.row[TEXT_WORDS] ?? 0,
  isLowerCased: ({ set }) => set[0]?.row[LOWER] ?? 0,
  isEnglish: ({ set }) => set[0]?.row[ENGLISH] ?? 0,
  hasTitle: ({ set }) => set[0]?.row[TITLE] ?? 0,
  isDatelined: ({ set }) => sum(set, DATELINED),
  leadLength: ({ set }) => set[0]?.row[LEAD] ?? 0,
  paragraphCount: ({ set }) => set[0]?.row[PARAGRAPHS] ?? 0,
  meanLength: ({ size, words }) => words / size,
  repeated: ({ unique, total }) => total - unique,
};

const layout = createRowLayout();
const writeSet = layout.add(MEASURES);
/** Names in the order of the numbers. */
export const SET_FEATURE_NAMES = layout.names;

/** Measures one set as a whole. */
export function measureSet(set: readonly Candidate[], context: SetContext): Float64Array {
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
  const row = new Float64Array(SET_FEATURE_NAMES.length);
  writeSet(row, {
    set,
    context,
    size,
    pairCount: (size * (size - 1)) / 2,
    first: set[0]?.unit.index ?? 0,
    words,
    wordsMax: Math.min(WORDS_UNLIMITED, context.budget.wordsMax),
    sumScore,
    minScore,
    maxScore,
    overlapSum,
    overlapMax,
    total,
    unique,
    mass,
    gaps,
    adjacent,
    holdsSecond,
    quoted,
    leaning,
  });
  return row;
}
