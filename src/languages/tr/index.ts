/** The room of Turkish. */

import { createLanguage } from "../shared/create-language.ts";

export const TURKISH = createLanguage({
  tag: "tr",
  speech: { isVerbFinal: true, isPronounStrict: true, participle: /(?:[ae]n|[ae]rak|[ae]rek)$/ },
});
