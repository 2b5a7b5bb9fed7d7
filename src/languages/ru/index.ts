/** The room of Russian. */

import { createLanguage } from "../shared/create-language.ts";

export const RUSSIAN = createLanguage({
  tag: "ru",
  marks: { hasLowOpeners: true },
  speech: {
    attributesBetweenDashes: true,
    tellsTimeBeforeSubject: true,
    lacksArticles: true,
    obliqueName: /(?:(?<!ск|цк|ска)[аяыиую]|ого)$/,
    isPronounStrict: true,
  },
});
