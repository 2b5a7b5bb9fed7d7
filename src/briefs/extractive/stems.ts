/** The content stems of an article as numbers: how often, where, and how much each weighs. */

import type { Unit } from "../unit.ts";

export interface StemIndex {
  /** Numbers of each unit's content stems, each once. */
  readonly contents: readonly Int32Array[];
  readonly size: number;
  /** By number: uses of the stem, units that hold it, the first of them, and its weight. */
  readonly frequency: Float64Array;
  readonly uses: Int32Array;
  readonly firstUse: Int32Array;
  readonly weight: Float64Array;
  /** Length of each unit as a vector of weights. */
  readonly norms: Float64Array;
  /** Uses of every stem, small words too. */
  readonly counts: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<string, number>;
}

export function indexStems(units: readonly Unit[]): StemIndex {
  const counts = new Map<string, number>();
  const numbers = new Map<string, number>();
  const uses: number[] = [];
  const firstUse: number[] = [];
  const contents = units.map((unit, index) => {
    for (const stem of unit.stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    const ids = new Int32Array(unit.content.length);
    unit.content.forEach((stem, at) => {
      let id = numbers.get(stem);
      if (id === undefined) {
        id = numbers.size;
        numbers.set(stem, id);
        uses.push(0);
        firstUse.push(index);
      }
      uses[id] = (uses[id] ?? 0) + 1;
      ids[at] = id;
    });
    return ids;
  });
  const frequency = new Float64Array(numbers.size);
  const weight = new Float64Array(numbers.size);
  const lengthScale = Math.log(units.length + 2);
  for (const [stem, id] of numbers) {
    frequency[id] = counts.get(stem) ?? 0;
    weight[id] =
      (Math.sqrt(frequency[id] ?? 0) * Math.log((units.length + 1) / ((uses[id] ?? 0) + 0.5))) / lengthScale + 0.05;
  }
  const norms = Float64Array.from(contents, (ids) => {
    let sum = 0;
    for (const id of ids) sum += (weight[id] ?? 0) ** 2;
    return Math.sqrt(sum);
  });
  return {
    contents,
    size: numbers.size,
    frequency,
    uses: Int32Array.from(uses),
    firstUse: Int32Array.from(firstUse),
    weight,
    norms,
    counts,
    numbers,
  };
}

/** Likeness of pairs of units: the cosine of their weighted stems. */
export function createLikeness({ contents, weight, norms, size }: StemIndex): (one: number, two: number) => number {
  const marks = new Int32Array(size).fill(-1);
  let marked = -1;
  return (one, two) => {
    const first = contents[one];
    const second = contents[two];
    const scale = (norms[one] ?? 0) * (norms[two] ?? 0);
    if (first === undefined || second === undefined || scale <= 0) return 0;
    if (marked !== one) {
      for (const id of first) marks[id] = one;
      marked = one;
    }
    let sum = 0;
    for (const id of second) if (marks[id] === one) sum += (weight[id] ?? 0) ** 2;
    return sum / scale;
  };
}

/** Likeness of each unit to all units before it (or after it, when reversed), through running sums instead of every pair. */
export function sumLikeness({ contents, weight, norms, size }: StemIndex, isReversed: boolean): Float64Array {
  const sums = new Float64Array(size);
  const found = new Float64Array(contents.length);
  for (let step = 0; step < contents.length; step++) {
    const index = isReversed ? contents.length - 1 - step : step;
    const norm = norms[index] ?? 0;
    if (norm <= 0) continue;
    let sum = 0;
    for (const id of contents[index] ?? []) sum += (weight[id] ?? 0) * (sums[id] ?? 0);
    found[index] = sum / norm;
    for (const id of contents[index] ?? []) sums[id] = (sums[id] ?? 0) + (weight[id] ?? 0) / norm;
  }
  return found;
}

/** Likeness of each unit to the article as one list of weights. */
export function likenessToAll({ contents, weight, norms, uses }: StemIndex): Float64Array {
  let total = 0;
  for (let id = 0; id < weight.length; id++) total += ((weight[id] ?? 0) * (uses[id] ?? 0)) ** 2;
  total = Math.sqrt(total);
  return Float64Array.from(contents, (ids, index) => {
    let sum = 0;
    for (const id of ids) sum += (weight[id] ?? 0) ** 2 * (uses[id] ?? 0);
    const norm = norms[index] ?? 0;
    return total > 0 && norm > 0 ? sum / (total * norm) : 0;
  });
}
