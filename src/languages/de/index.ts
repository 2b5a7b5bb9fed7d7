/** The room of German. */

import { createLanguage } from "../shared/create-language.ts";
import { GERMAN_SPEECH } from "./speech.ts";

export const GERMAN = createLanguage({
  tag: "de",
  marks: { hasInwardChevrons: true, hasLowOpeners: true },
  speech: GERMAN_SPEECH,
});
