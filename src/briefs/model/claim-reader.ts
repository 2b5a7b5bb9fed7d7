/** What is known of the language that claims are read in. */

import { findLanguage } from "../../languages/index.ts";
import type { Speech } from "../../languages/language.ts";
import type { ClaimWords } from "../../languages/shared/claims.ts";
import { stopWords } from "../../languages/shared/words.ts";

export interface Reader {
  readonly language: string;
  readonly words: ClaimWords | null;
  readonly lexicon: Speech | null;
  readonly small: ReadonlySet<string>;
  readonly keys: Map<string, string>;
}

export function createReader(language: string): Reader {
  const { claims, speech } = findLanguage(language);
  return {
    language,
    words: claims,
    lexicon: speech,
    small: stopWords(language),
    keys: new Map(),
  };
}
