/** The room of Ukrainian. */

import { createLanguage } from "../shared/create-language.ts";

export const UKRAINIAN = createLanguage({
  tag: "uk",
  marks: { hasLowOpeners: true },
  speech: {
    attributesBetweenDashes: true,
    tellsTimeBeforeSubject: true,
    lacksArticles: true,
    genderedVerbs: { female: /ла(?:ся|сь)?$/, male: /в(?:ся)?$/ },
    obliqueName: /(?:(?<!ськ|цьк)[аяиіую]|ого|ої)$/,
    isPronounStrict: true,
  },
});
