/** Linear models over named features: their weights as read from a file, and the sum a set of features makes. */

import { readFileSync } from "node:fs";
import { z } from "zod";
import { layOut, readValue, type Sink, type Templates, WORDS } from "./features.ts";

type Weighed = Readonly<Record<string, number>>;

/** By hand: a schema copies tens of thousands of words one by one, at every start. */
function isWeighed(value: unknown): value is Weighed {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((weight) => typeof weight === "number");
}

const weightsSchema = z.strictObject({
  about: z.string(),
  /** Output -> template -> value -> weight. A ranker has one output. */
  outputs: z.record(z.string(), z.record(z.string(), z.custom<Weighed>(isWeighed, "expected numbers by value"))),
});
export type Weights = z.infer<typeof weightsSchema>;

/** The weights of one output: of each slot, and behind these of each word. */
interface Table {
  readonly weights: Float64Array;
  /** By template, the slot of each word. */
  readonly words: readonly (ReadonlyMap<string, number> | undefined)[];
  /** Slots of all features but words. */
  readonly slotCount: number;
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
  /** In the order of the outputs. */
  scores(): readonly number[];
}

/** Slots in the order in which they were written. */
interface Noted extends Sink {
  /** Behind `count` stands what was written before the last `reset`. */
  readonly slots: readonly number[];
  readonly count: () => number;
  reset(): void;
}

/**
 * Only notes what is written, to be summed when asked. A sum that lasts from one call to the next is a new number each
 * time, and forty of them compiled into the one who writes forty features make that slow to compile.
 */
function createNoted(words: Table["words"]): Noted {
  const slots: number[] = [];
  let count = 0;
  return {
    slots,
    count: () => count,
    add(slot) {
      slots[count++] = slot;
    },
    addWord(template, word) {
      const slot = words[template]?.get(word);
      if (slot !== undefined) slots[count++] = slot;
    },
    reset() {
      count = 0;
    },
  };
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
  const wordWeights: number[] = [];
  for (const [name, table] of Object.entries(output)) {
    const parts = templates[name];
    const place = places.get(name);
    if (parts === undefined || place === undefined)
      throw new Error(`The weights name a feature that is not measured: ${name}`);
    if (parts === WORDS) {
      words[place] = new Map(
        Object.entries(table).map(([word, weight]) => [word, count + wordWeights.push(weight) - 1]),
      );
      continue;
    }
    for (const [spelled, weight] of Object.entries(table)) {
      const value = readValue(parts, spelled);
      if (value < 0) throw new Error(`The weights name a value that the feature "${name}" cannot have: ${spelled}`);
      dense[(starts.get(name) ?? 0) + value] = weight;
    }
  }
  const weights = new Float64Array(count + wordWeights.length);
  weights.set(dense);
  weights.set(wordWeights, count);
  const noted = createNoted(words);
  const { slots, add, addWord, reset } = noted;
  return {
    table: { weights, words, slotCount: count },
    add,
    addWord,
    reset,
    score() {
      const end = noted.count();
      let sum = 0;
      for (let at = 0; at < end; at++) sum += weights[slots[at] ?? 0] ?? 0;
      return sum;
    },
  };
}

/** Looks each feature up once for all outputs, whose scorers must be of the same templates. */
export function joinScorers(scorers: readonly Scorer[]): JointScorer {
  const outputs = scorers.length;
  const tables = scorers.map(({ table }) => table);
  const words: Map<string, number>[] = [];
  let slotCount = tables[0]?.slotCount ?? 0;
  for (const table of tables)
    for (const [template, own] of table.words.entries()) {
      words[template] ??= new Map();
      for (const word of own?.keys() ?? []) if (!words[template].has(word)) words[template].set(word, slotCount++);
    }
  /** The weights of a slot side by side. */
  const weights = new Float64Array(outputs * slotCount);
  for (const [output, table] of tables.entries()) {
    for (let slot = 0; slot < table.slotCount; slot++) weights[slot * outputs + output] = table.weights[slot] ?? 0;
    for (const [template, own] of table.words.entries())
      for (const [word, slot] of own ?? [])
        weights[(words[template]?.get(word) ?? 0) * outputs + output] = table.weights[slot] ?? 0;
  }
  const noted = createNoted(words);
  const { slots, add, addWord, reset } = noted;
  return {
    add,
    addWord,
    reset,
    scores() {
      const end = noted.count();
      return scorers.map((_, output) => {
        let sum = 0;
        for (let at = 0; at < end; at++) sum += weights[(slots[at] ?? 0) * outputs + output] ?? 0;
        return sum;
      });
    },
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
