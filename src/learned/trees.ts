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

/** Flattens the trees for speed. Throws when the model names a feature that is not measured. */
export function createScorer(model: TreeModel, names: readonly string[]): Scorer {
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
  const featureOf = Int16Array.from(features);
  const limitOf = Float64Array.from(limits);
  const aboveOf = Int32Array.from(aboves);
  return {
    score(row) {
      let sum = model.base;
      for (const root of roots) {
        let at = root;
        let feature = featureOf[at] ?? -1;
        while (feature >= 0) {
          at = (row[feature] ?? 0) <= (limitOf[at] ?? 0) ? at + 1 : (aboveOf[at] ?? 0);
          feature = featureOf[at] ?? -1;
        }
        sum += limitOf[at] ?? 0;
      }
      return sum;
    },
  };
}

export function readScorer(url: URL, names: readonly string[]): Scorer {
  return createScorer(modelSchema.parse(JSON.parse(readFileSync(url, "utf8"))), names);
}
