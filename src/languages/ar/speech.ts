/** What Arabic does in speech that other languages do not. */

import type { SpeechRules } from "../language.ts";

export const ARABIC_SPEECH: Partial<SpeechRules> = {
  isCaseless: true,
  // «وقالت»: the verb's ending says who is meant.
  leavesSubjectOut: true,
  genderedVerbs: { female: /^و?(?:\p{L}+ت$|س?ت)/u, male: /^و?(?!\p{L}+ت$)(?!س?ت)\p{L}/u },
  // What begins with the article is what somebody is, not how they are called.
  isCalling: (word, words) => word.startsWith("ال") || words.roles.has(word),
};
