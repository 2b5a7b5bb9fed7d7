/** Learns linear weights by stochastic steps: one answer among several (a ranking) or one class among a few. */

import { layOut, type Sink, spellValue, type Templates, WORDS } from "../../src/learned/features.ts";
import { createRandom } from "./random.ts";

const SEED = 7;

export interface Example {
  /** Feature ids of each answer. */
  readonly answers: readonly Int32Array[];
  /** Which answers are right; several may be. */
  readonly right: readonly number[];
  readonly weight: number;
}

/** Numbers features as they are met and collects those of one answer. */
export interface Collector extends Sink {
  take(): Int32Array;
  /** Features met from now on belong to this output. */
  setOutput(output: string): void;
  readonly names: readonly (readonly [string, string])[];
}

export function createCollector(templates: Templates): Collector {
  const templateNames = Object.keys(templates);
  const ids = new Map<string, number>();
  const names: (readonly [string, string])[] = [];
  let taken: number[] = [];
  const push = (name: string, value: string): void => {
    const key = `${name} ${value}`;
    let id = ids.get(key);
    if (id === undefined) {
      id = names.length;
      ids.set(key, id);
      names.push([name, value]);
    }
    taken.push(id);
  };
  const starts = layOut(templates).starts;
  const spelled = new Map<number, readonly [name: string, value: string]>();
  const spell = (slot: number): readonly [string, string] => {
    // The last template that begins at or before the slot; one of words has no slots and begins where the next does.
    let [name, start] = ["", 0];
    for (const [each, begin] of starts) if (templates[each] !== WORDS && begin <= slot) [name, start] = [each, begin];
    const parts = templates[name];
    return [name, parts === undefined || parts === WORDS ? "" : spellValue(parts, slot - start)];
  };
  let prefix = "";
  return {
    names,
    setOutput(output) {
      prefix = `${output}/`;
    },
    add(slot) {
      const known = spelled.get(slot) ?? spell(slot);
      spelled.set(slot, known);
      push(prefix + known[0], known[1]);
    },
    addWord(template, word) {
      push(prefix + (templateNames[template] ?? ""), word);
    },
    take() {
      const result = Int32Array.from(taken);
      taken = [];
      return result;
    },
  };
}

export interface LearnSettings {
  readonly epochs: number;
  readonly rate: number;
  readonly decay: number;
  /** Features met in fewer examples are left out. */
  readonly countMin: number;
}

/** Weights by feature id. AdaGrad on the likelihood of the right answers, with L2 decay towards the prior weights, where it begins. */
export function learnRanking(
  examples: readonly Example[],
  size: number,
  settings: LearnSettings,
  prior: Float64Array = new Float64Array(size),
): Float64Array {
  const weights = Float64Array.from(prior);
  const squares = new Float64Array(size).fill(1e-6);
  const counts = new Int32Array(size);
  for (const example of examples) {
    const met = new Set<number>();
    for (const answer of example.answers) for (const id of answer) met.add(id);
    for (const id of met) counts[id] = (counts[id] ?? 0) + 1;
  }
  const isUsed = (id: number): boolean => (counts[id] ?? 0) >= settings.countMin;
  const order = examples.map((_, index) => index);
  const random = createRandom(SEED);
  const gradient = new Map<number, number>();
  // The mean of the later rounds' weights depends less on the order of the examples than the last round's.
  const sum = new Float64Array(size);
  const firstAveraged = Math.floor((settings.epochs * 2) / 3);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (let index = order.length - 1; index > 0; index--) {
      const other = Math.floor(random() * (index + 1));
      [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
    }
    for (const index of order) {
      const example = examples[index];
      if (example === undefined) continue;
      const scores = example.answers.map((answer) => {
        let sum = 0;
        for (const id of answer) sum += weights[id] ?? 0;
        return sum;
      });
      const top = Math.max(...scores);
      const odds = scores.map((score) => Math.exp(score - top));
      const total = odds.reduce((sum, each) => sum + each, 0);
      const rightTotal = example.right.reduce((sum, each) => sum + (odds[each] ?? 0), 0) + 1e-12;
      gradient.clear();
      example.answers.forEach((answer, place) => {
        const share = (odds[place] ?? 0) / total;
        const target = example.right.includes(place) ? (odds[place] ?? 0) / rightTotal : 0;
        const step = (target - share) * example.weight;
        if (Math.abs(step) < 1e-5) return;
        for (const id of answer) gradient.set(id, (gradient.get(id) ?? 0) + step);
      });
      for (const [id, value] of gradient) {
        if (!isUsed(id)) continue;
        const step = value - settings.decay * ((weights[id] ?? 0) - (prior[id] ?? 0));
        squares[id] = (squares[id] ?? 0) + step * step;
        weights[id] = (weights[id] ?? 0) + (settings.rate * step) / Math.sqrt(squares[id] ?? 1);
      }
    }
    if (epoch >= firstAveraged) for (let id = 0; id < size; id++) sum[id] = (sum[id] ?? 0) + (weights[id] ?? 0);
  }
  return sum.map((value) => value / (settings.epochs - firstAveraged));
}

/** The table a weights file holds: template -> value -> weight, small ones left out. */
export function toTable(
  names: readonly (readonly [string, string])[],
  weights: Float64Array,
  least: number,
): Record<string, Record<string, number>> {
  const table: Record<string, Record<string, number>> = {};
  names.forEach(([template, value], id) => {
    const weight = Math.round((weights[id] ?? 0) * 1000) / 1000;
    if (Math.abs(weight) < least) return;
    const values = table[template] ?? {};
    values[value] = weight;
    table[template] = values;
  });
  return table;
}
