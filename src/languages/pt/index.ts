/** The room of Portuguese. */

import { createLanguage } from "../shared/create-language.ts";

export const PORTUGUESE = createLanguage({
  tag: "pt",
  speech: { leavesSubjectOut: true },
});
