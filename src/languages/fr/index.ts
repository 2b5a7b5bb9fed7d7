/** The room of French. */

import { createLanguage } from "../shared/create-language.ts";

const INVERTED_PRONOUN = /^-(?:t-)?(?=(?:ils?|elles?|on|je|nous)(?![\p{L}-]))/u;

export const FRENCH = createLanguage({
  tag: "fr",
  speech: {
    elidesArticles: true,
    invertedPronoun: INVERTED_PRONOUN,
    tellsTimeBeforeSubject: true,
    participle: /(?:é|nu|du|lu|ti|gi)$/,
    attributesBetweenCommas: true,
    adverb: /(?:amment|emment|[éiu]ment|[lrtvsqunx]e?ment)$/,
    opinionWord: /^pour$/,
    dropsArticles: true,
    isPronounStrict: true,
    // « l'allergologue », « la kinésithérapeute »; no « prologue ».
    isWorker: (word) => /(?<!^pr|^m?on|^ap)(?:ologue|ologiste|iatre|thérapeute)$|\p{L}{3}icienne?$/u.test(word),
  },
});
