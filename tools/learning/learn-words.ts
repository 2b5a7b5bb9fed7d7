/** Learns a weight for each word by logistic regression, in small adaptive steps. */

import { createRandom } from "./random.ts";

const toProbability = (score: number): number => 1 / (1 + Math.exp(-score));

export interface WordOptions {
  readonly rounds: number;
  readonly rate: number;
  readonly decay: number;
  readonly seed: number;
}

/** Weights by word number; the last one is the bias. Logistic regression by adaptive gradient steps. */
export function trainWords(
  words: readonly (readonly number[])[],
  size: number,
  labels: Float64Array,
  weights: Float64Array,
  rows: readonly number[],
  options: WordOptions,
): Float64Array {
  const result = new Float64Array(size + 1);
  const squares = new Float64Array(size + 1).fill(1e-4);
  const random = createRandom(options.seed);
  const order = [...rows];
  const step = (at: number, slope: number): void => {
    squares[at] = (squares[at] ?? 0) + slope * slope;
    result[at] = (result[at] ?? 0) - (options.rate * slope) / Math.sqrt(squares[at] ?? 1);
  };
  for (let round = 0; round < options.rounds; round++) {
    for (let index = order.length - 1; index > 0; index--) {
      const other = Math.floor(random() * (index + 1));
      [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
    }
    for (const row of order) {
      const weight = weights[row] ?? 0;
      const slope = weight * (toProbability(scoreOf(result, words[row] ?? [])) - (labels[row] ?? 0));
      for (const word of words[row] ?? []) step(word, slope + options.decay * (result[word] ?? 0) * weight);
      step(size, slope);
    }
  }
  return result;
}

export function scoreOf(weights: Float64Array, words: readonly number[]): number {
  let score = weights.at(-1) ?? 0;
  for (const word of words) score += weights[word] ?? 0;
  return score;
}
