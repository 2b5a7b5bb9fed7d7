/** The room of Swedish. */

import { createLanguage } from "../shared/create-language.ts";

export const SWEDISH = createLanguage({
  tag: "sv",
  speech: {},
});
