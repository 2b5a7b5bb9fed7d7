/** The room of German. */

import { createLanguage } from "../shared/create-language.ts";
import { GERMAN_WEIGHTS } from "./features.ts";

export const GERMAN = createLanguage({
  tag: "de",
  marks: { hasInwardChevrons: true, hasLowOpeners: true },
  speech: { weights: GERMAN_WEIGHTS, hasCapitalNouns: true },
});
