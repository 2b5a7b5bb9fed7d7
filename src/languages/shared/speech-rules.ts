/** What most languages do where a room says nothing else. */

import type { SpeechRules } from "../language.ts";
import type { SpeechWeights } from "./speech-weights.ts";

/** Languages without weights of their own use the English ones: the features are word classes, not words. */
const BORROWED: SpeechWeights = { name: "en", isOwn: false, speakerProbabilityMin: 0.55, noneShare: 0.6 };

export const SHARED_RULES: SpeechRules = {
  weights: BORROWED,
  isSpaceless: false,
  hasCapitalNouns: false,
  participle: null,
  hasSpeakerParticles: false,
  isVerbFinal: false,
  isVerbSecond: false,
  hasCompounds: false,
  isPronounStrict: false,
  officeWord: null,
  isCaseless: false,
  stacksNouns: false,
  leavesSubjectOut: false,
  tellsTimeBeforeSubject: false,
  lacksArticles: false,
  genderedVerbs: null,
  obliqueName: null,
  adverb: null,
  opinionWord: null,
  attributesBetweenDashes: false,
  attributesBetweenCommas: false,
  elidesArticles: false,
  invertedPronoun: null,
  dropsArticles: false,
  opensLastNames: false,
  keepsBarePronouns: false,
  // What stands below was made for English and German; what the weights learned rests on the first.
  aboutSelf: /(?<![\p{L}])(?:i|we|you|my|our|your|me|us|i['’]m|we['’]re|ich|wir|sie|uns|unser|mein)(?![\p{L}])/iu,
  noName: /ing$/,
  endings: [
    ["ed", "ed"],
    ["ing", "ing"],
    ["ly", "ly"],
  ],
  isOpeningAdverb: () => false,
  plural: /[^s]s$/,
  clauses: null,
  isCalling: () => false,
  isWorker: () => false,
  joinsName: () => true,
  genderOfPronoun: (pronoun, _verb, words) => words.pronouns.get(pronoun),
};
