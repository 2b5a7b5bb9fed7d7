/** The room of Portuguese. */

import { createLanguage } from "../shared/create-language.ts";

export const PORTUGUESE = createLanguage({
  tag: "pt",
  marks: { hasDashSpeech: true },
  speech: {
    leavesSubjectOut: true,
    tellsTimeBeforeSubject: true,
    participle: /(?:[ai]d[oa]s?|[aei]ndo|dito|escrito)$/,
    attributesBetweenDashes: true,
    adverb: /mente$/,
    opinionWord: /^para$/,
    dropsArticles: true,
    isPronounStrict: true,
    isWorker: (word) => /\p{L}{2}(?:ólog[oa]|ologista|iatra|terapeuta)$/u.test(word),
  },
});
