/** The room of English. */

import { createLanguage } from "../shared/create-language.ts";
import { toEnglishForm } from "./forms.ts";
import { ENGLISH_SPEECH } from "./speech.ts";
import { toEnglishStem } from "./stem.ts";

export const ENGLISH = createLanguage({
  tag: "en",
  stem: toEnglishStem,
  toForm: toEnglishForm,
  speech: ENGLISH_SPEECH,
});
