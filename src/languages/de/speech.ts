/** What German does in speech that other languages do not. */

import type { SpeechRules } from "../language.ts";
import { GERMAN_CLAUSES } from "./clause-reader.ts";
import { GERMAN_WEIGHTS } from "./features.ts";

/** Endings of words for people by what they do; a first name with one of them is in the list of first names. */
const CALLING = /^.{3,}(?:in|er|loge|ist|ent|ant|eur|ege|chef|mann|frau)$/;
/** Particles that German articles do not look like. */
const SURE_PARTICLES: ReadonlySet<string> = new Set(["der", "van", "bin", "al"]);

export const GERMAN_SPEECH: Partial<SpeechRules> = {
  weights: GERMAN_WEIGHTS,
  clauses: GERMAN_CLAUSES,
  hasCapitalNouns: true,
  dropsArticles: true,
  isPronounStrict: true,
  // Most stand for the right speaker, whose name is not found.
  keepsBarePronouns: true,
  isCalling: (word, words) => !words.firstNames.has(word) && CALLING.test(word),
  joinsName: (particle, before, next, words) =>
    words.firstNames.has(before) || SURE_PARTICLES.has(particle === "von" ? next : particle),
  // „sagte sie“ is a woman, „sagten sie“ are several.
  genderOfPronoun: (pronoun, verb, words) => {
    if (pronoun !== "sie" || verb === null) return words.pronouns.get(pronoun);
    return verb.endsWith("n") ? "plural" : "female";
  },
};
