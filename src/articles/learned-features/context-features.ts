/** Describes a block by the scores an earlier round gave to the blocks around it. */

import { createRowLayout, type Measures } from "../../learned/rows.ts";

/** What is needed of a block besides its score. */
export interface ScoredPlace {
  /** Characters, as the weight of its score in means. */
  readonly length: number;
  readonly groups: readonly number[];
  /** Where its context is written, at the end; null for a line of links, whose context nobody asks for. */
  readonly values: Float64Array | null;
}

/** The first score of a line that is nothing but links. */
export const SKIPPED_SCORE = -6;

interface Total {
  weight: number;
  score: number;
  length: number;
  chosen: number;
}

const GROUPS = 3;
const NEAR = [-3, -2, -1, 1, 2, 3] as const;
const NARROW = 4;
const WIDE = 12;
/** Score of what lies before the first and after the last block. */
const OUTSIDE = -4;
const DISTANCE_MAX = 15;

/** One block among those around it. */
interface ContextView {
  readonly number: number;
  readonly scores: readonly number[];
  /** Mean of the scores from one block up to another, not included. */
  readonly mean: (from: number, to: number) => number;
  /** Likely article text on the page, and before and after the block. */
  readonly whole: number;
  readonly massBefore: number;
  readonly massAfter: number;
  readonly since: readonly number[];
  readonly until: readonly number[];
}

const scoreAt = ({ scores, number }: ContextView, offset: number): number => scores[number + offset] ?? OUTSIDE;

const NEAR_MEASURES: Measures<ContextView> = Object.fromEntries(
  NEAR.map((offset) => [
    `score${offset < 0 ? "Before" : "After"}${Math.abs(offset)}`,
    (view: ContextView) => scoreAt(view, offset),
  ]),
);
const AROUND_MEASURES: Measures<ContextView> = {
  narrowMean: ({ mean, number }) => mean(number - NARROW, number + NARROW + 1),
  wideMean: ({ mean, number }) => mean(number - WIDE, number + WIDE + 1),
  massBefore: ({ massBefore, whole }) => massBefore / whole,
  massAfter: ({ massAfter, whole }) => massAfter / whole,
};
const groupMean = (total: Total | undefined): number =>
  total === undefined || total.weight === 0 ? OUTSIDE : total.score / total.weight;
const groupShare = (total: Total | undefined): number =>
  total === undefined || total.length === 0 ? 0 : total.chosen / total.length;
const DISTANCE_MEASURES: Measures<ContextView> = {
  sinceChosen: ({ since, number }) => since[number] ?? DISTANCE_MAX,
  untilChosen: ({ until, number }) => until[number] ?? DISTANCE_MAX,
  nextMean: ({ mean, number }) => mean(number + 1, number + 6),
};

const layout = createRowLayout();
const writeScore = layout.add<ContextView>({ score: (view) => scoreAt(view, 0) });
const writeNear = layout.add(NEAR_MEASURES);
const writeAround = layout.add(AROUND_MEASURES);
const GROUP_PLACES = Array.from({ length: GROUPS }, (_, group) => group);
const writeGroupMeans = GROUP_PLACES.map((group) => layout.add({ mean: groupMean }, `group${group}`));
const writeGroupShares = GROUP_PLACES.map((group) => layout.add({ share: groupShare }, `group${group}`));
const writeDistance = layout.add(DISTANCE_MEASURES);

export const CONTEXT_NAMES: readonly string[] = layout.names;

const toWeight = (length: number): number => Math.log2(2 + length);
const clip = (score: number): number => Math.max(-6, Math.min(6, score));

/** Fills in the last values of every block, in the order of CONTEXT_NAMES. A score is a logit: above 0 is more likely article. */
export function writeContext(places: readonly ScoredPlace[], rawScores: ArrayLike<number>): void {
  const scores = places.map((_, number) => clip(rawScores[number] ?? OUTSIDE));
  const weights = places.map((place) => toWeight(place.length));
  // Running sums make every window a subtraction.
  const weightSums = [0];
  const scoreSums = [0];
  const massSums = [0];
  const totals = Array.from({ length: GROUPS }, () => new Map<number, Total>());
  places.forEach((place, number) => {
    const score = scores[number] ?? 0;
    const weight = weights[number] ?? 0;
    const mass = place.length / (1 + Math.exp(-score));
    weightSums.push((weightSums[number] ?? 0) + weight);
    scoreSums.push((scoreSums[number] ?? 0) + weight * score);
    massSums.push((massSums[number] ?? 0) + mass);
    for (let group = 0; group < GROUPS; group++) {
      const key = place.groups[group] ?? -1;
      let total = totals[group]?.get(key);
      if (total === undefined) {
        total = { weight: 0, score: 0, length: 0, chosen: 0 };
        totals[group]?.set(key, total);
      }
      total.weight += weight;
      total.score += weight * score;
      total.length += place.length;
      total.chosen += mass;
    }
  });
  const mean = (from: number, to: number): number => {
    const start = Math.max(0, from);
    const end = Math.min(places.length, to);
    const weight = (weightSums[end] ?? 0) - (weightSums[start] ?? 0);
    return weight <= 0 ? OUTSIDE : ((scoreSums[end] ?? 0) - (scoreSums[start] ?? 0)) / weight;
  };
  const whole = Math.max(1e-9, massSums.at(-1) ?? 0);
  const since = scores.map(() => DISTANCE_MAX);
  const until = scores.map(() => DISTANCE_MAX);
  for (let number = 1; number < scores.length; number++)
    since[number] = (scores[number - 1] ?? 0) > 0 ? 1 : Math.min(DISTANCE_MAX, (since[number - 1] ?? 0) + 1);
  for (let number = scores.length - 2; number >= 0; number--)
    until[number] = (scores[number + 1] ?? 0) > 0 ? 1 : Math.min(DISTANCE_MAX, (until[number + 1] ?? 0) + 1);
  places.forEach(({ values, groups }, number) => {
    if (values === null) return;
    const row = values.subarray(values.length - CONTEXT_NAMES.length);
    const view: ContextView = {
      number,
      scores,
      mean,
      whole,
      massBefore: massSums[number] ?? 0,
      massAfter: whole - (massSums[number + 1] ?? 0),
      since,
      until,
    };
    writeScore(row, view);
    writeNear(row, view);
    writeAround(row, view);
    for (const group of GROUP_PLACES) {
      const total = totals[group]?.get(groups[group] ?? -1);
      writeGroupMeans[group]?.(row, total);
      writeGroupShares[group]?.(row, total);
    }
    writeDistance(row, view);
  });
}
