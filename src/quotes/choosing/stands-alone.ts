/** Whether a quote says all of itself: a whole sentence by somebody named, with nothing in it that may point elsewhere. */

import type { Quote } from "../../domain/article.ts";
import { quicken } from "../../languages/shared/patterns/quicken.ts";
import { toListed } from "../../languages/shared/words.ts";
import { findLeaning } from "./leaning.ts";
import { isPointing, kindOf } from "./word-kinds.ts";
import { stemsOf, type WorthContext, wordsOf } from "./worth-context.ts";

const WORDS_MIN = 6;
const WORD = quicken(/[\p{L}\p{M}]+/gu);
/** So many words of meaning before a pronoun may be what it stands for. */
const OWN_WORDS_MIN = 2;
const WORD_LENGTH_MIN = 4;
/** So many different words of meaning say something. */
const STEMS_MIN = 3;
/** A name further on than the first word. */
const NAME = /\P{L}\p{Lu}\p{Ll}/u;

/** Opens as a sentence does, and neither breaks off nor asks: scripts without capitals open with any letter. */
const isWhole = (text: string): boolean =>
  /^[“"‘«„「『¿¡]?(?:[\p{Lu}\p{Lt}\p{Lo}]|\p{N})/u.test(text) && !/(?:…|\.\.\.|[?？!！:;–—-])["”»’]?$/u.test(text);

/** A sentence of which nothing is told behind the closing mark: `“How odd that the pier” should be …` goes on there. */
function ends({ text, end }: Quote, context: WorthContext): boolean {
  const behind = context.text.slice(end, end + 12).replace(/^["”»“’'」』]+/u, "");
  return (
    /[.!?…,。、！？]["”»’]?$/u.test(text) ||
    /^\s*(?:$|\n|[\p{P}])/u.test(behind) ||
    context.speech?.isSpaceless === true
  );
}

const isNamed = ({ speaker }: Quote): boolean => speaker?.kind === "person" || speaker?.kind === "organization";

/** "He has waited long": a pronoun before anybody or anything it may stand for, unless it stands for nothing. */
function hasLoosePronoun(text: string, { speech, asides }: WorthContext): boolean {
  const folded = toListed(text);
  const isEmpty = asides.quoted.empty.test(folded) || asides.quoted.notOpenings.test(folded);
  let own = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const kind = kindOf(word.toLowerCase(), speech);
    const gender = speech?.pronouns.get(word.toLowerCase());
    const before = text.slice(0, index);
    if (gender === "male" || gender === "female") {
      if (!NAME.test(before) && !asides.bound.somebody.test(before)) return true;
      // "se", "su": what it stands for is in its own clause, if anything is.
    } else if (gender === "unsure") {
      if (own === 0 && !isEmpty) return true;
    } else if (isPointing(kind) || asides.pronouns.has(word.toLowerCase())) {
      if (own < OWN_WORDS_MIN && !isEmpty) return true;
    }
    if (kind === "other" && word.length >= WORD_LENGTH_MIN) own++;
  }
  return false;
}

export function standsAlone(quote: Quote, context: WorthContext): boolean {
  const { text, cue } = quote;
  if (!isNamed(quote) || cue === null || !isWhole(text) || !ends(quote, context) || wordsOf(quote).length < WORDS_MIN)
    return false;
  if (stemsOf(quote).size < STEMS_MIN && context.speech?.isSpaceless !== true) return false;
  const folded = toListed(text);
  if (context.asides.quoted.loose.test(folded) || hasLoosePronoun(text, context)) return false;
  return findLeaning(quote, context) === "alone";
}
