/** Judges that weigh a row of named numbers: the weighted sum as a probability, from weights kept as readable JSON. */

import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Scorer } from "./trees.ts";

const modelSchema = z.strictObject({
  about: z.string(),
  bias: z.number(),
  weights: z.record(z.string(), z.number()),
});
export type WeighedModel = z.infer<typeof modelSchema>;

/** Throws when the weights name a feature that is not measured. */
export function createWeighedScorer({ bias, weights }: WeighedModel, names: readonly string[]): Scorer {
  for (const name of Object.keys(weights))
    if (!names.includes(name)) throw new Error(`The weights name a feature that is not measured: ${name}`);
  const byPlace = Float64Array.from(names, (name) => weights[name] ?? 0);
  return {
    score(row) {
      let sum = bias;
      for (let place = 0; place < byPlace.length; place++) sum += (byPlace[place] ?? 0) * (row[place] ?? 0);
      return 1 / (1 + Math.exp(-sum));
    },
  };
}

export const readWeighedScorer = (url: URL, names: readonly string[]): Scorer =>
  createWeighedScorer(modelSchema.parse(JSON.parse(readFileSync(url, "utf8"))), names);
