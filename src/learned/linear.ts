/** Linear models over named features: their weights as read from a file, and the sum a set of features makes. */

import { readFileSync } from "node:fs";
import { z } from "zod";
import { layOut, readValue, type Sink, type Templates, WORDS } from "./features.ts";

const weightsSchema = z.strictObject({
  about: z.string(),
  /** Output -> template -> value -> weight. A ranker has one output. */
  outputs: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.number()))),
});
export type Weights = z.infer<typeof weightsSchema>;

/** The weights of one output: of each slot, and by template those of words. */
interface Table {
  readonly slots: Float64Array;
  readonly words: readonly (ReadonlyMap<string, number> | undefined)[];
}

/** A sink that sums the weights of one output. */
export interface Scorer extends Sink {
  readonly table: Table;
  reset(): void;
  score(): number;
}

/** A sink that sums those of several outputs over the same features. */
export interface JointScorer extends Sink {
  reset(): void;
  /** In the order of the outputs; good until the next `reset`. */
  scores(): readonly number[];
}

/** Throws when the weights name a template or a value that is not measured: it would count for nothing, unseen. */
export function createScorer(
  output: Readonly<Record<string, Readonly<Record<string, number>>>>,
  templates: Templates,
): Scorer {
  const { starts, count } = layOut(templates);
  const dense = new Float64Array(count);
  const places = new Map(Object.keys(templates).map((name, index) => [name, index]));
  const words: (ReadonlyMap<string, number> | undefined)[] = [];
  for (const [name, table] of Object.entries(output)) {
    const parts = templates[name];
    const place = places.get(name);
    if (parts === undefined || place === undefined)
      throw new Error(`The weights name a feature that is not measured: ${name}`);
    if (parts === WORDS) {
      words[place] = new Map(Object.entries(table));
      continue;
    }
    for (const [spelled, weight] of Object.entries(table)) {
      const value = readValue(parts, spelled);
      if (value < 0) throw new Error(`The weights name a value that the feature "${name}" cannot have: ${spelled}`);
      dense[(starts.get(name) ?? 0) + value] = weight;
    }
  }
  let sum = 0;
  return {
    table: { slots: dense, words },
    add(slot) {
      sum += dense[slot] ?? 0;
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

/** Looks each feature up once for all outputs, whose scorers must be of the same templates. */
export function joinScorers(scorers: readonly Scorer[]): JointScorer {
  const count = scorers.length;
  const tables = scorers.map(({ table }) => table);
  const slots = new Float64Array(count * (tables[0]?.slots.length ?? 0));
  const words: Map<string, number[]>[] = [];
  for (const [output, table] of tables.entries()) {
    for (const [slot, weight] of table.slots.entries()) slots[slot * count + output] = weight;
    for (const [template, own] of table.words.entries()) {
      words[template] ??= new Map();
      for (const [word, weight] of own ?? []) {
        const known = words[template].get(word) ?? new Array<number>(count).fill(0);
        known[output] = weight;
        words[template].set(word, known);
      }
    }
  }
  const sums = new Array<number>(count).fill(0);
  return {
    add(slot) {
      const at = slot * count;
      for (let output = 0; output < count; output++) sums[output] = (sums[output] ?? 0) + (slots[at + output] ?? 0);
    },
    addWord(template, word) {
      const own = words[template]?.get(word);
      if (own === undefined) return;
      for (let output = 0; output < count; output++) sums[output] = (sums[output] ?? 0) + (own[output] ?? 0);
    },
    reset: () => void sums.fill(0),
    scores: () => sums,
  };
}

/** A scorer for each output. Throws when the weights have other outputs than these. */
export function createScorers<Output extends string>(
  { outputs }: Weights,
  templates: Readonly<Record<Output, Templates>>,
): Readonly<Record<Output, Scorer>> {
  const unknown = Object.keys(outputs).find((name) => !Object.hasOwn(templates, name));
  if (unknown !== undefined) throw new Error(`The weights name an output that nobody asks for: ${unknown}`);
  const scorers = Object.entries<Templates>(templates).map(([name, own]) => {
    const output = outputs[name];
    if (output === undefined) throw new Error(`The weights lack the output "${name}".`);
    return [name, createScorer(output, own)];
  });
  return Object.fromEntries(scorers) as Record<Output, Scorer>;
}

export function readWeights(url: URL): Weights {
  return weightsSchema.parse(JSON.parse(readFileSync(url, "utf8")));
}
