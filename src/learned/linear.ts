/** A linear model over named features: its weights as read from a file, and the sum a set of features makes. */

import { readFileSync } from "node:fs";
import { z } from "zod";
import { readValue, type Templates, VALUES_MAX, WORDS } from "../quotes/speakers/templates.ts";

const weightsSchema = z.object({
  about: z.string(),
  /** Output -> template -> value -> weight. A ranker has one output. */
  outputs: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.number()))),
});
export type Weights = z.infer<typeof weightsSchema>;

/** Takes the features of one thing to be scored. */
export interface Sink {
  add(template: number, value: number): void;
  addWord(template: number, word: string): void;
}

/** A sink that sums the weights of one output. */
export interface Scorer extends Sink {
  reset(): void;
  score(): number;
}

export function createScorer(
  output: Readonly<Record<string, Readonly<Record<string, number>>>>,
  templates: Templates,
): Scorer {
  const names = Object.keys(templates);
  const dense = new Float64Array(names.length * VALUES_MAX);
  const words: (ReadonlyMap<string, number> | undefined)[] = [];
  names.forEach((name, index) => {
    const parts = templates[name];
    const table = output[name] ?? {};
    if (parts === WORDS) {
      words[index] = new Map(Object.entries(table));
      return;
    }
    for (const [spelled, weight] of Object.entries(table)) {
      const value = parts === undefined ? -1 : readValue(parts, spelled);
      if (value >= 0 && value < VALUES_MAX) dense[index * VALUES_MAX + value] = weight;
    }
  });
  let sum = 0;
  return {
    add(template, value) {
      sum += dense[template * VALUES_MAX + value] ?? 0;
    },
    addWord(template, word) {
      sum += words[template]?.get(word) ?? 0;
    },
    reset() {
      sum = 0;
    },
    score: () => sum,
  };
}

export function readWeights(url: URL): Weights {
  return weightsSchema.parse(JSON.parse(readFileSync(url, "utf8")));
}
