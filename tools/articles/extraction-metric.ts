/** The metric of the benchmark of page extraction, read from the `metric.mjs` beside its pages. */

import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";

/** Of a page: shares that are right, foreign and lost. */
export type Match = readonly [number, number, number];

const EvaluationSchema = z.object({
  f1: z.number(),
  precision: z.number(),
  recall: z.number(),
  empty: z.number(),
  bad: z.number(),
  meanPageF1: z.number(),
  rows: z.array(z.tuple([z.number(), z.number(), z.number()])),
});

interface Texts {
  readonly [id: string]: { readonly articleBody: string };
}

export interface Metric {
  evaluate(gold: Texts, predicted: Texts): z.infer<typeof EvaluationSchema>;
  pageF1(row: Match): number;
}

export async function loadMetric(folder: string): Promise<Metric> {
  const { evaluate, pageF1 } = (await import(pathToFileURL(resolve(folder, "metric.mjs")).href)) as {
    readonly evaluate: (gold: unknown, predicted: unknown, options: unknown) => unknown;
    readonly pageF1: (row: Match) => number;
  };
  return {
    evaluate: (gold, predicted) => EvaluationSchema.parse(evaluate(gold, predicted, { bootstrap: 0 })),
    pageF1,
  };
}
