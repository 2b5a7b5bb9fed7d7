/** The room of Italian. */

import { createLanguage } from "../shared/create-language.ts";

export const ITALIAN = createLanguage({
  tag: "it",
  speech: { leavesSubjectOut: true, elidesArticles: true },
});
