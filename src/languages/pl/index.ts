/** The room of Polish. */

import { createLanguage } from "../shared/create-language.ts";

export const POLISH = createLanguage({
  tag: "pl",
  marks: { hasLowOpeners: true },
  speech: {
    leavesSubjectOut: true,
    attributesBetweenDashes: true,
    tellsTimeBeforeSubject: true,
    lacksArticles: true,
    genderedVerbs: { female: /ła$/, male: /ł$/ },
    obliqueName: /(?:[yuę]|(?<![sc]k|dzk)[ai]|ów|ego|ej|ach)$/,
    isPronounStrict: true,
  },
});
