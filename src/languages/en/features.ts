/** What was learned from English articles. */

import type { SpeechWeights } from "../shared/speech-weights.ts";

/** English has the most to learn from, so that more can be asked; chosen over folds of train. */
export const ENGLISH_WEIGHTS: SpeechWeights = { name: "en", isOwn: true, speakerProbabilityMin: 0.6, noneShare: 1.1 };
