/** What the grounding check can say, and the words of a claim beside the words of the article they come from. */

import type { ClaimWord } from "./claim-words.ts";

export interface GroundingProblem {
  readonly kind:
    | "number"
    | "date"
    | "name"
    | "quotation"
    | "speaker"
    | "negation"
    | "modality"
    | "order"
    | "support"
    | "unsafe";
  readonly detail: string;
}

export const toProblem = (kind: GroundingProblem["kind"], detail: string): GroundingProblem => ({ kind, detail });

export interface Pair {
  readonly word: ClaimWord;
  readonly truth: ClaimWord;
  /** Places in the claim and in the sentence of the article. */
  readonly at: number;
  readonly from: number;
}

/** Pairs of a claim that draw on one sentence of the article. */
export interface Group {
  readonly sentence: number;
  readonly pairs: readonly Pair[];
}

/** The words of a sentence that the claim uses. */
export const takenOf = (group: Group): ReadonlySet<number> => new Set(group.pairs.map((pair) => pair.from));

export const NO_WORDS: ReadonlySet<string> = new Set();
