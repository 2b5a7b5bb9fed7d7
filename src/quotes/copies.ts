/** A quote set large on a line of its own says again what somebody says elsewhere: it is that person's. */

import type { Quote } from "../domain/article.ts";
import { isParagraph } from "./choosing/no-statement.ts";

/** Fewer words may well be said by two. */
const WORDS_MIN = 6;
const EDGE = /^[\s\p{P}]+|[\s\p{P}]+$/gu;

const toWords = (text: string): string => text.replace(EDGE, "").replace(/\s+/gu, " ").toLowerCase();

/** Each quote, those that only repeat another with that one's speaker. */
export function giveCopiesTheirSpeaker(quotes: readonly Quote[], text: string): readonly Quote[] {
  const said = new Map<string, Quote>();
  for (const quote of quotes) {
    const words = toWords(quote.text);
    if (quote.speaker !== null && words.split(" ").length >= WORDS_MIN && !isParagraph(text, quote))
      said.set(words, quote);
  }
  if (said.size === 0) return quotes;
  return quotes.map((quote) => {
    const source = said.get(toWords(quote.text));
    const isCopy = source !== undefined && source !== quote && isParagraph(text, quote);
    return isCopy ? { ...quote, speaker: source.speaker, cue: source.cue } : quote;
  });
}
