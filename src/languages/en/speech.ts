/** What English does in speech that other languages do not. */

import type { SpeechRules } from "../language.ts";
import { ENGLISH_WEIGHTS } from "./features.ts";

/** Endings of words for people at work. */
const WORKER =
  /(?:[^aeiou]er|eer|ier|tor|sor|or|ist|ician|arian|man|men|woman|women|person|ant|ary|ess|chief|head|master|mate|guard|clerk|host|pilot|monk|nun|dean|coach|mayor)$/;
/** Words of such an ending that are nobody. */
const NOBODY =
  /^(?:never|after|under|over|other|another|either|neither|rather|number|matter|paper|water|winter|summer|order|offer|letter|weather|power|river|border|center|corner|december|november|october|september|member|for|or|nor|floor|door|error|color|major|minor|important|significant|relevant|distant|constant|instant|military|january|february|necessary|secondary|primary|list|human|german|roman|ottoman|press|less|business|success|process|across|ahead|harbor|chapter|quarter|character|whether|ever|however|together|further|latter|former|greater|later|earlier|older|younger|her|per|bar|car)$/;

export const ENGLISH_SPEECH: Partial<SpeechRules> = {
  weights: ENGLISH_WEIGHTS,
  participle: /ing$/,
  stacksNouns: true,
  isWorker: (word) => WORKER.test(word) && !NOBODY.test(word),
  // "Department of Harbors" goes on; a person's name does not.
  joinsName: (particle, before, _next, words) => !words.officeJoiners.has(particle) || words.offices.has(before),
};
