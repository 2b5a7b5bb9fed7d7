/** The room of Japanese. */

import { createLanguage } from "../shared/create-language.ts";

export const JAPANESE = createLanguage({
  tag: "ja",
  speech: { isSpaceless: true },
});
