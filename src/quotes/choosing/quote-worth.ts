/** How likely an editor would print a quote, and make it a key quote, by weights learned from editors' choices. */

import type { Quote } from "../../domain/article.ts";
import { createScorers, joinScorers, readWeights, type Weights } from "../../learned/linear.ts";
import type { WorthContext } from "./worth-context.ts";
import { WORTH_TEMPLATES, writeWorthFeatures } from "./worth-features.ts";

export interface QuoteWorth {
  /** Probability that it is fit to print: speech, whole, and clear to somebody who reads nothing else. */
  readonly fit: number;
  /** Probability that it is one of the quotes that carry the story. */
  readonly key: number;
}

export type JudgeWorth = (quote: Quote, context: WorthContext) => QuoteWorth;

const toProbability = (score: number): number => 1 / (1 + Math.exp(-score));

/** What is judged, and the features it is judged by. */
export const WORTH_OUTPUTS = { fit: WORTH_TEMPLATES, key: WORTH_TEMPLATES } as const;

export function createJudge(weights: Weights): JudgeWorth {
  const { fit, key } = createScorers(weights, WORTH_OUTPUTS);
  const both = joinScorers([fit, key]);
  return (quote, context) => {
    both.reset();
    writeWorthFeatures(both, quote, context);
    const [fitness = 0, worth = 0] = both.scores();
    return { fit: toProbability(fitness), key: toProbability(worth) };
  };
}

let shipped: JudgeWorth | null = null;

/** By the weights in use, read at the first call. */
export function judgeWorth(quote: Quote, context: WorthContext): QuoteWorth {
  shipped ??= createJudge(readWeights(new URL("../../../weights/quotes/worth.json", import.meta.url)));
  return shipped(quote, context);
}
