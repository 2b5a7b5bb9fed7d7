/** The room of Spanish. */

import { createLanguage } from "../shared/create-language.ts";

export const SPANISH = createLanguage({
  tag: "es",
  speech: { leavesSubjectOut: true },
});
