/** The room of Russian. */

import { createLanguage } from "../shared/create-language.ts";

export const RUSSIAN = createLanguage({
  tag: "ru",
  marks: { hasLowOpeners: true },
  speech: {
    attributesBetweenDashes: true,
    tellsTimeBeforeSubject: true,
    lacksArticles: true,
    genderedVerbs: { female: /ла(?:сь)?$/, male: /л(?:ся)?$/ },
    obliqueName: /(?:(?<!ск|цк|ска)[аяыиую]|ого)$/,
    isPronounStrict: true,
  },
});
