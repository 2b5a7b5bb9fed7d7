/** The room of Spanish. */

import { createLanguage } from "../shared/create-language.ts";

export const SPANISH = createLanguage({
  tag: "es",
  marks: { hasDashSpeech: true },
  speech: {
    leavesSubjectOut: true,
    tellsTimeBeforeSubject: true,
    participle: /(?:[ai]d[oa]s?|[ai]endo|ando|dicho|escrito)$/,
    attributesBetweenDashes: true,
    adverb: /mente$/,
    opinionWord: /^para$/,
    dropsArticles: true,
    isPronounStrict: true,
    isWorker: (word) => /\p{L}{2}(?:ólog[oa]|iatra|terapeuta)$/u.test(word),
  },
});
