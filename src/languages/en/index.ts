/** The room of English. */

import { createLanguage } from "../shared/create-language.ts";
import { ENGLISH_WEIGHTS } from "./features.ts";

export const ENGLISH = createLanguage({
  tag: "en",
  speech: { weights: ENGLISH_WEIGHTS, participle: /ing$/ },
});
