/** The room of English. */

import { createLanguage } from "../shared/create-language.ts";
import { ENGLISH_SPEECH } from "./speech.ts";
import { toEnglishStem } from "./stem.ts";

export const ENGLISH = createLanguage({
  tag: "en",
  stem: toEnglishStem,
  speech: ENGLISH_SPEECH,
});
