/** The room of Norwegian, in both its standards. */

import { createLanguage } from "../shared/create-language.ts";

export const NORWEGIAN = createLanguage({
  tag: "nb",
  speech: {},
});
