/** Small regression trees kept as readable JSON: each branch names its feature, each leaf its worth. */

import { readFileSync } from "node:fs";
import { z } from "zod";
import { createRowsScorer, type Tree } from "./struck-leaves.ts";

/** By hand: a schema that tries each branch as a leaf first takes forty times as long, at every start. */
function isTree(value: unknown): value is Tree {
  if (typeof value === "number") return true;
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [name, limit, below, above] = value;
  return typeof name === "string" && typeof limit === "number" && isTree(below) && isTree(above);
}

const treeSchema = z.custom<Tree>(isTree, "expected a leaf's worth or [feature, limit, below, above]");
const modelSchema = z.strictObject({ about: z.string(), base: z.number(), trees: z.array(treeSchema).max(1000) });
export type TreeModel = z.infer<typeof modelSchema>;

export interface Scorer {
  score(row: Float64Array): number;
}

export interface TreeScorer extends Scorer {
  /** The same scores of rows that lie one behind the other, in less time where there are many. */
  scoreAll(rows: Float64Array): Float64Array;
}

/** Trees laid out flat: a branch is followed by what is below its limit; feature -1 is a leaf, its limit the worth. */
interface Forest {
  readonly features: Int16Array;
  readonly limits: Float64Array;
  readonly aboves: Int32Array;
  readonly roots: Int32Array;
}

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
  /** Made at the first call: most trees score one row at a time. */
  let scoreRows: ((rows: Float64Array) => Float64Array) | null = null;
  return {
    score: (row) => scoreRow(whole, model.base, row),
    scoreAll(rows) {
      scoreRows ??= createRowsScorer(model.base, model.trees, names);
      return scoreRows(rows);
    },
  };
}

export function readScorer(url: URL, names: readonly string[]): TreeScorer {
  return createScorer(modelSchema.parse(JSON.parse(readFileSync(url, "utf8"))), names);
}
