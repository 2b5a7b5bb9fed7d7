/** The room of Czech. */

import { createLanguage } from "../shared/create-language.ts";

export const CZECH = createLanguage({
  tag: "cs",
  marks: { hasInwardChevrons: true, hasLowOpeners: true },
  speech: {
    leavesSubjectOut: true,
    tellsTimeBeforeSubject: true,
    lacksArticles: true,
    genderedVerbs: { female: /la$/, male: /l$/ },
    obliqueName: /(?:[uyěiae]|ech|ích|ovi|em|ou|ic|ho)$/,
    isPronounStrict: true,
  },
});
