/** The room of Danish. */

import { createLanguage } from "../shared/create-language.ts";

export const DANISH = createLanguage({
  tag: "da",
  marks: { hasInwardChevrons: true, hasDashSpeech: true },
  speech: {
    isVerbSecond: true,
    hasCompounds: true,
    isPronounStrict: true,
    isWorker: (word) => /\p{L}{2}(?:log|er|ør|ist|ent|ant|chef|mand|kvinde|læge|medlem|ekspert|vært|elev)$/u.test(word),
    officeWord: /(?:s|ere|ske|nye|unge|gamle)$/,
  },
});
