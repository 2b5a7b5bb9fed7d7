/** The room of Chinese. */

import { createLanguage } from "../shared/create-language.ts";

export const CHINESE = createLanguage({
  tag: "zh",
  speech: { isSpaceless: true },
});
