/** Fits small regression trees by gradient boosting on squared error, with binned features. */

import type { Tree, TreeModel } from "../../src/learned/trees.ts";

export interface BoostSettings {
  readonly trees: number;
  readonly depth: number;
  readonly shrinkage: number;
  readonly leafRowsMin: number;
  readonly featureShare: number;
  readonly rowShare: number;
}

const BINS = 48;

/** A branch while a tree grows: rows are sent by their bins. */
interface Node {
  readonly feature: number;
  readonly bin: number;
  readonly below: Node | number;
  readonly above: Node | number;
}

export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

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
  const random = createRandom(7);
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
  const rest = targets.map((target) => target - base);
  const order = new Int32Array(total);
  const sums = new Float64Array(BINS + 1);
  const masses = new Float64Array(BINS + 1);
  const trees: Tree[] = [];
  const toTree = (node: Node | number): Tree =>
    typeof node === "number"
      ? node
      : [names[node.feature] ?? "", limits[node.feature]?.[node.bin] ?? 0, toTree(node.below), toTree(node.above)];

  for (let round = 0; round < settings.trees; round++) {
    let used = 0;
    for (let index = 0; index < total; index++) if (random() < settings.rowShare) order[used++] = index;
    const features = names.map((_name, index) => index).filter(() => random() < settings.featureShare);
    const grow = (from: number, to: number, depth: number): Node | number => {
      let sum = 0;
      let mass = 0;
      for (let index = from; index < to; index++) {
        const row = order[index] ?? 0;
        sum += (weights[row] ?? 0) * (rest[row] ?? 0);
        mass += weights[row] ?? 0;
      }
      const leaf = (): number => Number(((settings.shrinkage * sum) / (mass + 1)).toPrecision(4));
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
          const weight = weights[row] as number;
          sums[bin] = (sums[bin] as number) + weight * (rest[row] as number);
          masses[bin] = (masses[bin] as number) + weight;
        }
        let left = 0;
        let leftMass = 0;
        const edges = limits[feature]?.length ?? 0;
        const massMin = (settings.leafRowsMin * mass) / (to - from);
        for (let bin = 0; bin < edges; bin++) {
          left += sums[bin] as number;
          leftMass += masses[bin] as number;
          if (leftMass < massMin || mass - leftMass < massMin) continue;
          const right = sum - left;
          const gain =
            (left * left) / (leftMass + 1) + (right * right) / (mass - leftMass + 1) - (sum * sum) / (mass + 1);
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
      rest[index] = (rest[index] ?? 0) - at;
    }
  }
  return { about, base, trees };
}
