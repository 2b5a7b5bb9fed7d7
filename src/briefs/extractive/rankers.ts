/** The learned parts of the default summarizer, read from their weights. */

import { readScorer, type Scorer, type TreeScorer } from "../../learned/trees.ts";
import { readWeighedScorer } from "../../learned/weighed-rows.ts";
import { SET_FEATURE_NAMES } from "./combine.ts";
import { FOUND_SET_FEATURE_NAMES } from "./found-sets.ts";
import { POSTABLE_FEATURE_NAMES, type PostedScorers } from "./judged/postable.ts";
import { NEWS_FEATURE_NAMES } from "./news.ts";
import { TELLS_FEATURE_NAMES } from "./tells-news.ts";
import { FEATURE_NAMES } from "./unit-row.ts";

export interface Rankers {
  /** Share of the news one unit tells, in natural text. */
  readonly naturalUnits: Scorer;
  /** How likely a word or word pair is told, in natural text. */
  readonly news: TreeScorer;
  /** Worth of a whole summary of natural English text, among the best that the search found. */
  readonly naturalSets: Scorer;
  /** How likely one unit tells by itself what the headline says, in natural text. */
  readonly tells: Scorer;
  /** How likely an editor posts one unit right under the headline, and behind the one before it. */
  readonly postable: PostedScorers;
  /** The same task in text without capitals, where a second ranker judges whole sets. */
  readonly units: Scorer;
  readonly sets: Scorer;
}

const fileOf = (name: string): URL => new URL(`../../../weights/briefs/${name}.json`, import.meta.url);
const read = (name: string, features: readonly string[]): TreeScorer => readScorer(fileOf(name), features);

export const RANKERS: Rankers = {
  naturalUnits: read("natural-units", FEATURE_NAMES),
  news: read("news", NEWS_FEATURE_NAMES),
  naturalSets: read("natural-sets", FOUND_SET_FEATURE_NAMES),
  tells: readWeighedScorer(fileOf("tells-news"), TELLS_FEATURE_NAMES),
  postable: {
    alone: read("postable-alone", POSTABLE_FEATURE_NAMES),
    behind: read("postable-behind", POSTABLE_FEATURE_NAMES),
  },
  units: read("units", FEATURE_NAMES),
  sets: read("sets", SET_FEATURE_NAMES),
};
