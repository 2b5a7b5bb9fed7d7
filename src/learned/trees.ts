/** Small regression trees kept as readable JSON: each branch names its feature, each leaf its worth. */

import { readFileSync } from "node:fs";
import { z } from "zod";

/** [feature, limit, below, above]: below when the feature is at most the limit, else above; a number is a leaf. */
export type Tree = number | readonly [feature: string, limit: number, below: Tree, above: Tree];

const treeSchema: z.ZodType<Tree> = z.lazy(() =>
  z.union([z.number(), z.tuple([z.string(), z.number(), treeSchema, treeSchema])]),
);
const modelSchema = z.strictObject({ about: z.string(), base: z.number(), trees: z.array(treeSchema).max(1000) });
export type TreeModel = z.infer<typeof modelSchema>;

export interface Scorer {
  score(row: Float64Array): number;
}

export interface TreeScorer extends Scorer {
  /** The scores of rows that are alike in some columns: branches on those are decided once for all of them. */
  scoreAlike(rows: readonly Float64Array[], columns: readonly number[]): readonly number[];
}

/** Trees laid out flat: a branch is followed by what is below its limit; feature -1 is a leaf, its limit the worth. */
interface Forest {
  readonly features: Int16Array;
  readonly limits: Float64Array;
  readonly aboves: Int32Array;
  readonly roots: Int32Array;
}

/** For fewer rows, walking all branches is faster than leaving some out. */
const ALIKE_MIN = 4;

function scoreRow({ features, limits, aboves, roots }: Forest, base: number, row: Float64Array): number {
  let sum = base;
  for (let tree = 0; tree < roots.length; tree++) {
    let at = roots[tree] ?? 0;
    let feature = features[at] ?? -1;
    while (feature >= 0) {
      at = (row[feature] ?? 0) <= (limits[at] ?? 0) ? at + 1 : (aboves[at] ?? 0);
      feature = features[at] ?? -1;
    }
    sum += limits[at] ?? 0;
  }
  return sum;
}

/** Writes into `found` the trees without the branches on fixed columns, which go the way of `row`. */
function leaveOut(whole: Forest, row: Float64Array, isFixed: Uint8Array, found: Forest): void {
  const { features, limits, aboves, roots } = whole;
  let count = 0;
  const copy = (from: number): void => {
    let at = from;
    let feature = features[at] ?? -1;
    while (feature >= 0 && isFixed[feature] === 1) {
      at = (row[feature] ?? 0) <= (limits[at] ?? 0) ? at + 1 : (aboves[at] ?? 0);
      feature = features[at] ?? -1;
    }
    const own = count++;
    found.features[own] = feature;
    found.limits[own] = limits[at] ?? 0;
    if (feature < 0) return;
    copy(at + 1);
    found.aboves[own] = count;
    copy(aboves[at] ?? 0);
  };
  for (let tree = 0; tree < roots.length; tree++) {
    found.roots[tree] = count;
    copy(roots[tree] ?? 0);
  }
}

/** Flattens the trees for speed. Throws when the model names a feature that is not measured. */
export function createScorer(model: TreeModel, names: readonly string[]): TreeScorer {
  const features: number[] = [];
  const limits: number[] = [];
  const aboves: number[] = [];
  const flatten = (tree: Tree): void => {
    if (typeof tree === "number") {
      features.push(-1);
      limits.push(tree);
      aboves.push(0);
      return;
    }
    const [name, limit, below, above] = tree;
    const feature = names.indexOf(name);
    if (feature < 0) throw new Error(`The weights name a feature that is not measured: ${name}`);
    const at = features.length;
    features.push(feature);
    limits.push(limit);
    aboves.push(0);
    flatten(below);
    aboves[at] = features.length;
    flatten(above);
  };
  const roots = model.trees.map((tree) => {
    const root = features.length;
    flatten(tree);
    return root;
  });
  const whole: Forest = {
    features: Int16Array.from(features),
    limits: Float64Array.from(limits),
    aboves: Int32Array.from(aboves),
    roots: Int32Array.from(roots),
  };
  /** Made at the first call, and written over by each. */
  let left: Forest | null = null;
  return {
    score: (row) => scoreRow(whole, model.base, row),
    scoreAlike(rows, columns) {
      const first = rows[0];
      if (first === undefined || rows.length < ALIKE_MIN) return rows.map((row) => scoreRow(whole, model.base, row));
      const isFixed = new Uint8Array(names.length);
      for (const column of columns) isFixed[column] = 1;
      left ??= {
        features: whole.features.slice(),
        limits: whole.limits.slice(),
        aboves: whole.aboves.slice(),
        roots: whole.roots.slice(),
      };
      leaveOut(whole, first, isFixed, left);
      const own = left;
      return rows.map((row) => scoreRow(own, model.base, row));
    },
  };
}

export function readScorer(url: URL, names: readonly string[]): TreeScorer {
  return createScorer(modelSchema.parse(JSON.parse(readFileSync(url, "utf8"))), names);
}
