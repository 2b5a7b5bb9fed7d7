/** Tells the language of a text, with what the page says of itself as a hint. */

import { findTagByScript } from "../languages/scripts.ts";
import { quicken } from "../languages/shared/patterns/quicken.ts";
import { readLanguageTag } from "../languages/tags.ts";
import { type FindLikeness, readByteRuns } from "../learned/byte-runs.ts";

/** Characters looked at: more do not change the answer. */
const SAMPLE_LENGTH = 3_000;
/** Letters below which the page's own word is all there is. */
const LETTERS_MIN = 20;
/** How much better the best language must score than the one declared for the page to be overruled. */
const OVERRULE_RATIO = 1.1;

const LETTER = quicken(/\p{L}/gu);

let shipped: FindLikeness | null = null;

/** BCP 47 primary tag, or "und". */
export function findLanguage(text: string, declared: string | null): string {
  const hint = readLanguageTag(declared);
  const sample = text.length > SAMPLE_LENGTH * 2 ? text.slice(0, SAMPLE_LENGTH) : text.slice(0, SAMPLE_LENGTH * 2);
  const letterCount = sample.match(LETTER)?.length ?? 0;
  if (letterCount === 0) return hint ?? "und";
  const written = findTagByScript(sample);
  if (written !== null) return written;
  if (letterCount < LETTERS_MIN) return hint ?? "und";
  shipped ??= readByteRuns(new URL("../../weights/languages/byte-runs.bin", import.meta.url));
  const likeness = shipped(sample);
  const [best, most] = [...likeness].reduce((first, next) => (next[1] > first[1] ? next : first), ["", 0]);
  if (best === "") return hint ?? "und";
  if (hint !== null && hint !== best) {
    const own = likeness.get(hint);
    if (own !== undefined && most < own * OVERRULE_RATIO) return hint;
  }
  return best;
}
