/** The room of Danish. */

import { createLanguage } from "../shared/create-language.ts";

export const DANISH = createLanguage({
  tag: "da",
  marks: { hasInwardChevrons: true },
  speech: {},
});
