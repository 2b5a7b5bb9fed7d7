/** The room of Norwegian, in both its standards. */

import { createLanguage } from "../shared/create-language.ts";

export const NORWEGIAN = createLanguage({
  tag: "nb",
  marks: { hasDashSpeech: true },
  speech: {
    isVerbSecond: true,
    hasCompounds: true,
    isPronounStrict: true,
    isWorker: (word) => /\p{L}{2}(?:log|er|ør|ist|ent|ant|sjef|mann|kvinne|lege|medlem|ekspert|vert|elev)$/u.test(word),
    officeWord: /(?:s|ere|ske|nye|unge|gamle)$/,
  },
});
