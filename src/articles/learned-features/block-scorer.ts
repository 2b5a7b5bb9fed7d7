/** Scores blocks with the learned model in model.json: a weight for each known word, then small decision trees. */

import { readFileSync } from "node:fs";
import { z } from "zod";
import { type BlockFeatures, INPUT_NAMES } from "./block-features.ts";
import { SKIPPED_SCORE, writeContext } from "./context-features.ts";

/** A split is [feature, threshold, node when below, node when not]; a leaf is its value. */
const NodeSchema = z.union([z.number(), z.tuple([z.string(), z.number(), z.number(), z.number()])]);
const ModelSchema = z.object({
  about: z.string(),
  words: z.object({ bias: z.number(), weights: z.record(z.string(), z.number()) }),
  trees: z.object({ base: z.number(), trees: z.array(z.array(NodeSchema)) }),
});
export type ModelData = z.infer<typeof ModelSchema>;

interface Model {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
  readonly base: number;
  /** All nodes of all trees in a row: feature or -1 for a leaf, threshold or value, children. */
  readonly roots: Int32Array;
  readonly features: Int16Array;
  readonly numbers: Float64Array;
  readonly below: Int32Array;
  readonly above: Int32Array;
}

export function readModel(data: unknown): Model {
  const { words, trees } = ModelSchema.parse(data);
  const numberOf = new Map(INPUT_NAMES.map((name, index) => [name, index]));
  const count = trees.trees.reduce((sum, tree) => sum + tree.length, 0);
  const model = {
    bias: words.bias,
    weights: new Map(Object.entries(words.weights)),
    base: trees.base,
    roots: new Int32Array(trees.trees.length),
    features: new Int16Array(count).fill(-1),
    numbers: new Float64Array(count),
    below: new Int32Array(count),
    above: new Int32Array(count),
  };
  let at = 0;
  trees.trees.forEach((tree, number) => {
    model.roots[number] = at;
    tree.forEach((node, index) => {
      if (typeof node === "number") model.numbers[at + index] = node;
      else {
        const feature = numberOf.get(node[0]);
        if (feature === undefined)
          throw new Error(`model.json knows a feature "${node[0]}" that the code does not compute.`);
        model.features[at + index] = feature;
        model.numbers[at + index] = node[1];
        model.below[at + index] = at + node[2];
        model.above[at + index] = at + node[3];
      }
    });
    at += tree.length;
  });
  return model;
}

const MODEL = readModel(
  JSON.parse(readFileSync(new URL("../../../weights/articles/blocks.json", import.meta.url), "utf8")),
);

/** What the words around and in a block say; above 0 is more likely article. */
function scoreWords(model: Model, words: readonly string[]): number {
  let score = 0;
  for (const word of words) score += model.weights.get(word) ?? 0;
  return score;
}

/** A logit for each block: above 0 is more likely article than not. */
export function scoreBlocks(described: readonly BlockFeatures[], model: Model = MODEL): Float64Array {
  const farScores = new Map<readonly string[], number>();
  const first = new Float64Array(described.length);
  described.forEach((block, number) => {
    first[number] = SKIPPED_SCORE;
    if (block.values === null) return;
    let far = farScores.get(block.farWords);
    if (far === undefined) {
      far = scoreWords(model, block.farWords);
      farScores.set(block.farWords, far);
    }
    first[number] = model.bias + scoreWords(model, block.words) + far;
  });
  writeContext(described, first);
  return Float64Array.from(described, ({ values }) => (values === null ? SKIPPED_SCORE : scoreTrees(model, values)));
}

function scoreTrees({ base, roots, features, numbers, below, above }: Model, input: Float64Array): number {
  let score = base;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree] as number;
    let feature = features[node] as number;
    while (feature >= 0) {
      node = ((input[feature] as number) < (numbers[node] as number) ? below[node] : above[node]) as number;
      feature = features[node] as number;
    }
    score += numbers[node] as number;
  }
  return score;
}
