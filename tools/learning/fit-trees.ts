/** Fits small trees by gradient boosting, with binned features: on squared error, or on the likelihood of yes and no. */

import type { Tree } from "../../src/learned/struck-leaves.ts";
import type { TreeModel } from "../../src/learned/trees.ts";
import { createRandom } from "./random.ts";

export interface BoostSettings {
  readonly trees: number;
  readonly depth: number;
  readonly shrinkage: number;
  readonly leafRowsMin: number;
  readonly featureShare: number;
  readonly rowShare: number;
  /** "squared": a leaf is a worth. "logistic": targets are shares from 0 to 1, and the sum of leaves is a logit. */
  readonly loss: "squared" | "logistic";
  /** Added to the weight of every leaf: keeps small leaves small. */
  readonly ridge: number;
  /** Least weight on either side of a split, besides the rows. */
  readonly leafMassMin: number;
}

const BINS = 48;

/** A branch while a tree grows: rows are sent by their bins. */
interface Node {
  readonly feature: number;
  readonly bin: number;
  readonly below: Node | number;
  readonly above: Node | number;
}

const SEED = 7;
const toProbability = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** `weights` say how much a row counts. */
export function fitTrees(
  rows: readonly Float64Array[],
  targets: Float64Array,
  weights: Float64Array,
  names: readonly string[],
  settings: BoostSettings,
  about: string,
): TreeModel {
  const total = rows.length;
  const random = createRandom(SEED);
  const limits: number[][] = [];
  const bins = names.map((_name, feature) => {
    const sample: number[] = [];
    for (let count = 0; count < Math.min(20_000, total); count++)
      sample.push(rows[Math.floor(random() * total)]?.[feature] ?? 0);
    sample.sort((a, b) => a - b);
    const edges: number[] = [];
    for (let bin = 1; bin < BINS; bin++) {
      const value = Number((sample[Math.floor((bin * sample.length) / BINS)] ?? 0).toPrecision(6));
      if (edges.length === 0 || value > (edges.at(-1) ?? 0)) edges.push(value);
    }
    limits.push(edges);
    const column = new Uint8Array(total);
    rows.forEach((row, index) => {
      const value = row[feature] ?? 0;
      let low = 0;
      let high = edges.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value <= (edges[middle] ?? 0)) high = middle;
        else low = middle + 1;
      }
      column[index] = low;
    });
    return column;
  });
  let weightTotal = 0;
  let base = 0;
  for (let index = 0; index < total; index++) {
    weightTotal += weights[index] ?? 0;
    base += (weights[index] ?? 0) * (targets[index] ?? 0);
  }
  base /= weightTotal;
  const isLogistic = settings.loss === "logistic";
  if (isLogistic) base = Math.log(base / (1 - base));
  const scores = new Float64Array(total).fill(base);
  /** How far each row still is from its target, and how much it counts in this round. */
  const pulls = new Float64Array(total);
  const counts = new Float64Array(total);
  const order = new Int32Array(total);
  const sums = new Float64Array(BINS + 1);
  const masses = new Float64Array(BINS + 1);
  const trees: Tree[] = [];
  const toTree = (node: Node | number): Tree =>
    typeof node === "number"
      ? node
      : [names[node.feature] ?? "", limits[node.feature]?.[node.bin] ?? 0, toTree(node.below), toTree(node.above)];

  for (let round = 0; round < settings.trees; round++) {
    for (let index = 0; index < total; index++) {
      const weight = weights[index] ?? 0;
      const score = scores[index] ?? 0;
      const expected = isLogistic ? toProbability(score) : score;
      pulls[index] = weight * ((targets[index] ?? 0) - expected);
      counts[index] = isLogistic ? weight * Math.max(1e-6, expected * (1 - expected)) : weight;
    }
    let used = 0;
    for (let index = 0; index < total; index++) if (random() < settings.rowShare) order[used++] = index;
    const features = names.map((_name, index) => index).filter(() => random() < settings.featureShare);
    const grow = (from: number, to: number, depth: number): Node | number => {
      let sum = 0;
      let mass = 0;
      for (let index = from; index < to; index++) {
        const row = order[index] ?? 0;
        sum += pulls[row] ?? 0;
        mass += counts[row] ?? 0;
      }
      const leaf = (): number => Number(((settings.shrinkage * sum) / (mass + settings.ridge)).toPrecision(4));
      if (depth === 0 || to - from < 2 * settings.leafRowsMin) return leaf();
      let bestGain = 1e-9;
      let bestFeature = -1;
      let bestBin = -1;
      for (const feature of features) {
        const column = bins[feature] as Uint8Array;
        sums.fill(0);
        masses.fill(0);
        for (let index = from; index < to; index++) {
          const row = order[index] as number;
          const bin = column[row] as number;
          sums[bin] = (sums[bin] as number) + (pulls[row] as number);
          masses[bin] = (masses[bin] as number) + (counts[row] as number);
        }
        let left = 0;
        let leftMass = 0;
        const edges = limits[feature]?.length ?? 0;
        const massMin = Math.max(settings.leafMassMin, (settings.leafRowsMin * mass) / (to - from));
        for (let bin = 0; bin < edges; bin++) {
          left += sums[bin] as number;
          leftMass += masses[bin] as number;
          if (leftMass < massMin || mass - leftMass < massMin) continue;
          const right = sum - left;
          const gain =
            (left * left) / (leftMass + settings.ridge) +
            (right * right) / (mass - leftMass + settings.ridge) -
            (sum * sum) / (mass + settings.ridge);
          if (gain > bestGain) {
            bestGain = gain;
            bestFeature = feature;
            bestBin = bin;
          }
        }
      }
      if (bestFeature < 0) return leaf();
      const column = bins[bestFeature] as Uint8Array;
      let middle = from;
      for (let index = from; index < to; index++) {
        const row = order[index] as number;
        if ((column[row] as number) > bestBin) continue;
        order[index] = order[middle] as number;
        order[middle++] = row;
      }
      const below = grow(from, middle, depth - 1);
      const above = grow(middle, to, depth - 1);
      return { feature: bestFeature, bin: bestBin, below, above };
    };
    const root = grow(0, used, settings.depth);
    trees.push(toTree(root));
    for (let index = 0; index < total; index++) {
      let at = root;
      while (typeof at !== "number") at = (bins[at.feature]?.[index] ?? 0) <= at.bin ? at.below : at.above;
      scores[index] = (scores[index] ?? 0) + at;
    }
  }
  return { about, base, trees };
}
