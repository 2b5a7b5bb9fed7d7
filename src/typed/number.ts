/** Numbers of subscriptions as people type them: `1`, `#1`, `№1`, `1.`, "number 1", `１`. */

import { fold } from "../domain/fold.ts";
import { AND_WORDS, NUMBER_WORDS } from "../messages/typed-words.ts";
import { toLatinDigits } from "./times/hours.ts";

const anyOf = (words: readonly string[]): string => `(?:${words.map(fold).join("|")})`;
const NUMBER = new RegExp(
  String.raw`^(?:#|№|n[°º]|${anyOf([...NUMBER_WORDS, "id"])}(?![\p{L}]))?\s*[.:：]?\s*#?\s*(\d{1,6})\s*[.):]?$`,
  "u",
);
const BETWEEN = new RegExp(String.raw`\s*[,،;]\s*|\s+(?:${anyOf(AND_WORDS)}\s+|[&+]\s+)?(?=[#№]?\d)`, "u");
const NUMBERS_MAX = 100;

/** Its digits; null for what is no number. */
export function readNumber(text: string): string | null {
  // Folded alone, № would be "no".
  const typed = toLatinDigits(text.trim().replace(/[０-９]/g, (digit) => digit.normalize("NFKC")));
  const digits = NUMBER.exec(fold(typed.replace(/№/g, "#")))?.[1];
  return digits === undefined ? null : String(Number(digits));
}

/** One, or several side by side, by commas or "and", each once; none where any of them is no number. */
export function readNumbers(text: string): readonly string[] {
  const whole = readNumber(text);
  if (whole !== null) return [whole];
  const numbers = text.trim().split(BETWEEN, NUMBERS_MAX).map(readNumber);
  return numbers.every((number) => number !== null) ? [...new Set(numbers)] : [];
}
