/** The room of Swedish. */

import { createLanguage } from "../shared/create-language.ts";

export const SWEDISH = createLanguage({
  tag: "sv",
  marks: { hasDashSpeech: true },
  speech: {
    isVerbSecond: true,
    hasCompounds: true,
    isPronounStrict: true,
    isWorker: (word) =>
      /\p{L}{2}(?:log|are|ör|ist|ent|ant|chef|man|kvinna|läkare|ledamot|expert|värd|elev)$/u.test(word),
    officeWord: /(?:s|are|ska|nya|unga|gamla|f\\.d\\.)$/,
  },
});
