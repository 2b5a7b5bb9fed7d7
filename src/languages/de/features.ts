/** What was learned from German articles. */

import type { SpeechWeights } from "../shared/speech-weights.ts";

export const GERMAN_WEIGHTS: SpeechWeights = { name: "de", isOwn: true, speakerProbabilityMin: 0.3, noneShare: 0.6 };
