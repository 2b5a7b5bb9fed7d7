/** The room of Arabic. */

import { createLanguage } from "../shared/create-language.ts";

export const ARABIC = createLanguage({
  tag: "ar",
  speech: {},
});
