/** Whether a sentence opens with a pronoun: "He left", "When he left", "In the summer of 2025, they left". */

import { findLanguage } from "../../../languages/index.ts";
import { quicken } from "../../../languages/shared/patterns/quicken.ts";
import { isPlain, isWordCode, toListed } from "../../../languages/shared/words.ts";
import { isDay } from "../leans-on.ts";

const LEAD_WORDS = 3;
const HEAD_LENGTH = 60;

const [APOSTROPHE, HYPHEN] = [0x27, 0x2d];
const isOfWord = (code: number): boolean => code === APOSTROPHE || code === HYPHEN || isWordCode(code);

/** The same words as the pattern below finds, for text in plain letters. */
function scanWords(text: string): readonly string[] {
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const isInside = at < text.length && isOfWord(text.charCodeAt(at));
    if (isInside && start < 0) start = at;
    if (isInside || start < 0) continue;
    words.push(text.slice(start, at));
    start = -1;
  }
  return words;
}

export function wordsOf(text: string): readonly string[] {
  const low = toListed(text);
  return isPlain(low) ? scanWords(low) : (low.match(/[\p{L}\p{N}'-]+/gu) ?? []);
}

const INNER_CAPITALS = quicken(/(?<= )\p{Lu}[\p{L}’'-]+/gu);
const PHRASE_LED = quicken(/^([\p{L}\p{N}][^,;:–—"“”()]{2,60}), ([\p{L}’']+)/u);

/** "In the summer of 2025, they moved": a pronoun is the subject, and the phrase before it names nobody. */
function isPronounBehindPhrase(text: string, language: string): boolean {
  const match = PHRASE_LED.exec(text);
  if (match === null) return false;
  const { pronouns, emptyPronoun, pluralLed } = findLanguage(language).asides;
  const [, phrase = "", subject = ""] = match;
  if (pluralLed.test(toListed(match[0]))) return false;
  const pronoun = subject.toLowerCase().replace(/['’].*$/, "");
  // "In 2025, it is unclear whether" has nobody in mind.
  if (!pronouns.has(pronoun) || pronoun === emptyPronoun?.word) return false;
  return !(phrase.match(INNER_CAPITALS) ?? []).some((word) => !isDay(word, language));
}

export function isPronounLed(text: string, language: string): boolean {
  const { pronouns, emptyPronoun, isPronounSoughtFurther, selfLed } = findLanguage(language).asides;
  const lead = wordsOf(text.slice(0, HEAD_LENGTH)).slice(0, LEAD_WORDS);
  const first = lead[0]?.replace(/'.*$/, "") ?? "";
  if (first === emptyPronoun?.word) return !emptyPronoun.pattern.test(text);
  // "Den svenska regeringen", "Het kabinet": an article looks like a pronoun there.
  if (pronouns.has(first)) return !selfLed.test(toListed(text.slice(0, HEAD_LENGTH)));
  if (isPronounSoughtFurther && isPronounBehindPhrase(text, language)) return true;
  // "When he left": pronouns a little further in, but not after a name that they may stand for.
  if (!isPronounSoughtFurther) return false;
  return lead.some((word) => word !== emptyPronoun?.word && pronouns.has(word.replace(/'.*$/, "")));
}
