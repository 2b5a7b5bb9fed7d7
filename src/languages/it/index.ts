/** The room of Italian. */

import { createLanguage } from "../shared/create-language.ts";

export const ITALIAN = createLanguage({
  tag: "it",
  speech: {
    leavesSubjectOut: true,
    tellsTimeBeforeSubject: true,
    participle: /(?:[aiu]to|[ae]ndo|detto|scritto|risposto|chiesto)$/,
    attributesBetweenCommas: true,
    attributesBetweenDashes: true,
    adverb: /mente$/,
    opinionWord: /^per$/,
    dropsArticles: true,
    isPronounStrict: true,
    isWorker: (word) => /\p{L}{3}(?:olog[oa]|iatra|terapeuta)$/u.test(word),
    elidesArticles: true,
  },
});
