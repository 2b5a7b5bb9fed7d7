/** Trains gradient boosted decision trees and a linear model of words: what the extraction model is made of. */

/** Values of each sample cut into at most 48 bins by quantile, column by column. */
export interface Binned {
  readonly edges: readonly (readonly number[])[];
  readonly columns: readonly Uint8Array[];
}

const BINS_MAX = 48;
const SAMPLE_MAX = 20_000;

export function toBins(rows: readonly ArrayLike<number>[]): Binned {
  const width = rows[0]?.length ?? 0;
  const edges: number[][] = [];
  const columns: Uint8Array[] = [];
  const step = Math.max(1, Math.floor(rows.length / SAMPLE_MAX));
  for (let feature = 0; feature < width; feature++) {
    const values: number[] = [];
    for (let row = 0; row < rows.length; row += step) values.push(rows[row]?.[feature] ?? 0);
    values.sort((a, b) => a - b);
    const distinct = [...new Set(values)];
    const quantiles = Array.from(
      { length: BINS_MAX - 1 },
      (_, bin) => values[Math.floor(((bin + 1) * values.length) / BINS_MAX)] ?? 0,
    );
    const cuts = distinct.length <= BINS_MAX ? distinct.slice(1) : [...new Set(quantiles)];
    edges.push(cuts);
    columns.push(
      Uint8Array.from(rows, (row) => {
        const value = row[feature] ?? 0;
        let low = 0;
        let high = cuts.length;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (value >= (cuts[middle] ?? 0)) low = middle + 1;
          else high = middle;
        }
        return low;
      }),
    );
  }
  return { edges, columns };
}

/** A repeatable stream of numbers from 0 up to 1. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface TreeOptions {
  readonly trees: number;
  readonly depth: number;
  readonly rate: number;
  /** Added to the weight of every leaf: keeps small leaves small. */
  readonly ridge: number;
  /** Least weight on either side of a split. */
  readonly weightMin: number;
  readonly columnShare: number;
  readonly rowShare: number;
  readonly seed: number;
}

/** A split is [feature, threshold, node when below, node when not]; a leaf is its value. */
export type TreeNode = number | [number, number, number, number];

export interface Forest {
  readonly base: number;
  readonly trees: readonly (readonly TreeNode[])[];
  /** The logit of every sample, those not trained on included. */
  readonly scores: Float64Array;
}

const toProbability = (score: number): number => 1 / (1 + Math.exp(-score));
const GAIN_MIN = 1e-4;
const ROWS_MIN = 20;

export function trainTrees(
  binned: Binned,
  labels: Float64Array,
  weights: Float64Array,
  rows: readonly number[],
  options: TreeOptions,
): Forest {
  const { edges, columns } = binned;
  const random = createRandom(options.seed);
  const count = labels.length;
  const gradient = new Float64Array(count);
  const curvature = new Float64Array(count);
  let weightSum = 0;
  let labelSum = 0;
  for (const row of rows) {
    weightSum += weights[row] ?? 0;
    labelSum += (weights[row] ?? 0) * (labels[row] ?? 0);
  }
  const base = Math.log((labelSum + 1e-6) / (weightSum - labelSum + 1e-6));
  const scores = new Float64Array(count).fill(base);
  const trees: TreeNode[][] = [];
  for (let number = 0; number < options.trees; number++) {
    const sample: number[] = [];
    for (const row of rows) {
      if (random() < options.rowShare) sample.push(row);
      const probability = toProbability(scores[row] ?? 0);
      gradient[row] = (weights[row] ?? 0) * (probability - (labels[row] ?? 0));
      curvature[row] = (weights[row] ?? 0) * Math.max(1e-6, probability * (1 - probability));
    }
    const features = edges.flatMap((cuts, feature) =>
      cuts.length > 0 && random() < options.columnShare ? [feature] : [],
    );
    const nodes: TreeNode[] = [];
    const bins: number[] = [];
    const grow = (part: readonly number[], depth: number): number => {
      const at = nodes.push(0) - 1;
      let slope = 0;
      let mass = 0;
      for (const row of part) {
        slope += gradient[row] ?? 0;
        mass += curvature[row] ?? 0;
      }
      nodes[at] = (-options.rate * slope) / (mass + options.ridge);
      if (depth >= options.depth || part.length < ROWS_MIN || mass < 2 * options.weightMin) return at;
      const whole = (slope * slope) / (mass + options.ridge);
      let best = GAIN_MIN;
      let bestFeature = -1;
      let bestBin = -1;
      for (const feature of features) {
        const binCount = (edges[feature]?.length ?? 0) + 1;
        const slopes = new Float64Array(binCount);
        const masses = new Float64Array(binCount);
        const column = columns[feature] ?? new Uint8Array(0);
        for (const row of part) {
          const bin = column[row] as number;
          slopes[bin] = (slopes[bin] as number) + (gradient[row] as number);
          masses[bin] = (masses[bin] as number) + (curvature[row] as number);
        }
        let left = 0;
        let leftMass = 0;
        for (let bin = 0; bin < binCount - 1; bin++) {
          left += slopes[bin] as number;
          leftMass += masses[bin] as number;
          const rightMass = mass - leftMass;
          if (leftMass < options.weightMin || rightMass < options.weightMin) continue;
          const gain =
            (left * left) / (leftMass + options.ridge) + (slope - left) ** 2 / (rightMass + options.ridge) - whole;
          if (gain > best) {
            best = gain;
            bestFeature = feature;
            bestBin = bin;
          }
        }
      }
      if (bestFeature < 0) return at;
      const column = columns[bestFeature] ?? new Uint8Array(0);
      const below = grow(
        part.filter((row) => (column[row] ?? 0) <= bestBin),
        depth + 1,
      );
      const above = grow(
        part.filter((row) => (column[row] ?? 0) > bestBin),
        depth + 1,
      );
      nodes[at] = [bestFeature, edges[bestFeature]?.[bestBin] ?? 0, below, above];
      bins[at] = bestBin;
      return at;
    };
    grow(sample, 0);
    trees.push(nodes);
    for (let row = 0; row < count; row++) {
      let at = 0;
      let node = nodes[0] ?? 0;
      while (typeof node !== "number") {
        at = (columns[node[0]]?.[row] ?? 0) <= (bins[at] ?? 0) ? node[2] : node[3];
        node = nodes[at] ?? 0;
      }
      scores[row] = (scores[row] ?? 0) + node;
    }
  }
  return { base, trees, scores };
}

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
