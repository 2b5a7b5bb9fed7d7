/** The room of French. */

import { createLanguage } from "../shared/create-language.ts";

export const FRENCH = createLanguage({
  tag: "fr",
  speech: {},
});
