/** The room of Arabic. */

import { createLanguage } from "../shared/create-language.ts";
import { ARABIC_SPEECH } from "./speech.ts";

export const ARABIC = createLanguage({
  tag: "ar",
  speech: ARABIC_SPEECH,
});
