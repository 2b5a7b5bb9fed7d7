/** The room of Finnish. */

import { createLanguage } from "../shared/create-language.ts";

export const FINNISH = createLanguage({
  tag: "fi",
  marks: { hasDashSpeech: true },
  speech: { hasCompounds: true, isPronounStrict: true },
});
