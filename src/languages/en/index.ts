/** The room of English. */

import { createLanguage } from "../shared/create-language.ts";
import { ENGLISH_SPEECH } from "./speech.ts";

export const ENGLISH = createLanguage({
  tag: "en",
  speech: ENGLISH_SPEECH,
});
