/** What most languages do where a room says nothing else. */

import type { SpeechRules, SpeechWeights } from "../language.ts";

/** Languages without weights of their own use the English ones: the features are word classes, not words. */
const BORROWED: SpeechWeights = { name: "en", isOwn: false, speakerProbabilityMin: 0.55, noneShare: 0.6 };

export const SHARED_RULES: SpeechRules = {
  weights: BORROWED,
  isSpaceless: false,
  hasCapitalNouns: false,
  participle: null,
};
