/** Tells the language of a text, with what the page says of itself as a hint. */

import { eld } from "eld/extrasmall";
import { findTagByScript } from "../languages/scripts.ts";
import { readLanguageTag } from "../languages/tags.ts";

/** Characters looked at: more do not change the answer. */
const SAMPLE_LENGTH = 3_000;
/** Letters below which the page's own word is all there is. */
const LETTERS_MIN = 20;
/** How much better the best language must score than the one declared for the page to be overruled. */
const OVERRULE_RATIO = 1.1;

/** BCP 47 primary tag, or "und". */
export function findLanguage(text: string, declared: string | null): string {
  const hint = readLanguageTag(declared);
  const sample = text.length > SAMPLE_LENGTH * 2 ? text.slice(0, SAMPLE_LENGTH) : text.slice(0, SAMPLE_LENGTH * 2);
  const letterCount = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letterCount === 0) return hint ?? "und";
  const written = findTagByScript(sample);
  if (written !== null) return written;
  if (letterCount < LETTERS_MIN) return hint ?? "und";
  const result = eld.detect(sample);
  const scores = result.getScores();
  const best = result.language;
  if (best === "") return hint ?? "und";
  if (hint !== null && hint !== best) {
    const own = scores[hint];
    if (own !== undefined && (scores[best] ?? 0) < own * OVERRULE_RATIO) return hint;
  }
  return best;
}
