/** Scores blocks in two rounds: a weight for each known word, then small decision trees that also see the first round. */

import { createWriters, flag, WORDS, yesNo } from "../../learned/features.ts";
import { createScorers, readWeights, type Scorer as WordScorer } from "../../learned/linear.ts";
import { readScorer, type Scorer as TreeScorer } from "../../learned/trees.ts";
import type { BlockFeatures } from "./block-features.ts";
import { INPUT_NAMES } from "./block-row.ts";
import { isBlockWord } from "./block-words.ts";
import { SKIPPED_SCORE, writeContext } from "./context-features.ts";

/** What the words around and in a block say of it: "near:related", "first:subscribe". */
export const WORD_TEMPLATES = { article: { bias: [yesNo], word: WORDS } } as const;
const write = createWriters(WORD_TEMPLATES.article);

export interface BlockModel {
  readonly words: WordScorer;
  readonly trees: TreeScorer;
}

/** Throws when the weights name a word, a value or a column that is not measured. */
export function readBlockModel(wordsUrl: URL, treesUrl: URL): BlockModel {
  const weights = readWeights(wordsUrl);
  const unknown = Object.keys(weights.outputs["article"]?.["word"] ?? {}).find((word) => !isBlockWord(word));
  if (unknown !== undefined) throw new Error(`The weights name a word of a kind that is not listed: ${unknown}`);
  return { words: createScorers(weights, WORD_TEMPLATES).article, trees: readScorer(treesUrl, INPUT_NAMES) };
}

const fileOf = (name: string): URL => new URL(`../../../weights/articles/${name}.json`, import.meta.url);
const MODEL = readBlockModel(fileOf("words"), fileOf("blocks"));

function scoreWords({ words: scorer }: BlockModel, words: readonly string[]): number {
  scorer.reset();
  for (const word of words) write.word(scorer, word);
  return scorer.score();
}

function biasOf({ words: scorer }: BlockModel): number {
  scorer.reset();
  write.bias(scorer, flag(true));
  return scorer.score();
}

/** A logit for each block: above 0 is more likely article than not. */
export function scoreBlocks(described: readonly BlockFeatures[], model: BlockModel = MODEL): Float64Array {
  const bias = biasOf(model);
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
    first[number] = bias + scoreWords(model, block.words) + far;
  });
  writeContext(described, first);
  return Float64Array.from(described, ({ values }) => (values === null ? SKIPPED_SCORE : model.trees.score(values)));
}
