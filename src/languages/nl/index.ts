/** The room of Dutch. */

import { createLanguage } from "../shared/create-language.ts";

export const DUTCH = createLanguage({
  tag: "nl",
  speech: {
    opensLastNames: true,
    dropsArticles: true,
    tellsTimeBeforeSubject: true,
    opinionWord: /^voor$/,
    isPronounStrict: true,
  },
});
