/** Describes a block by the scores an earlier round gave to the blocks around it. */

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

export const CONTEXT_NAMES: readonly string[] = [
  "score",
  ...NEAR.map((at) => `score${at < 0 ? "Before" : "After"}${Math.abs(at)}`),
  "narrowMean",
  "wideMean",
  "massBefore",
  "massAfter",
  ...Array.from({ length: GROUPS }, (_, group) => `group${group}Mean`),
  ...Array.from({ length: GROUPS }, (_, group) => `group${group}Share`),
  "sinceChosen",
  "untilChosen",
  "nextMean",
];

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
    let at = values.length - CONTEXT_NAMES.length;
    values[at++] = scores[number] ?? OUTSIDE;
    for (const offset of NEAR) values[at++] = scores[number + offset] ?? OUTSIDE;
    values[at++] = mean(number - NARROW, number + NARROW + 1);
    values[at++] = mean(number - WIDE, number + WIDE + 1);
    values[at++] = (massSums[number] ?? 0) / whole;
    values[at++] = (whole - (massSums[number + 1] ?? 0)) / whole;
    for (let group = 0; group < GROUPS; group++) {
      const total = totals[group]?.get(groups[group] ?? -1);
      values[at] = total === undefined || total.weight === 0 ? OUTSIDE : total.score / total.weight;
      values[at++ + GROUPS] = total === undefined || total.length === 0 ? 0 : total.chosen / total.length;
    }
    at += GROUPS;
    values[at++] = since[number] ?? DISTANCE_MAX;
    values[at++] = until[number] ?? DISTANCE_MAX;
    values[at++] = mean(number + 1, number + 6);
  });
}
