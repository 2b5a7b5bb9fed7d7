/** A quote set large on a line of its own says again what somebody says elsewhere, and is theirs, or the article, and is nobody's. */

import type { Quote } from "../domain/article.ts";
import { quicken } from "../languages/shared/patterns/quicken.ts";
import { isParagraph } from "./choosing/no-statement.ts";

/** Fewer words may well be said by two. */
const WORDS_MIN = 6;
const EDGE = quicken(/^[\s\p{P}]+|[\s\p{P}]+$/gu);

const toWords = (text: string): string => text.replace(EDGE, "").replace(/\s+/gu, " ").toLowerCase();

const toLine = (text: string): string => text.replace(/\s+/gu, " ").toLowerCase();

/** Tells a paragraph in marks whose words stand in the article once more, where nobody says them. */
function createRepeats(quotes: readonly Quote[], text: string): (quote: Quote) => boolean {
  let lines: { readonly all: string; readonly quoted: readonly string[] } | null = null;
  return (quote) => {
    const words = toWords(quote.text);
    if (words.split(" ").length < WORDS_MIN || !isParagraph(text, quote)) return false;
    lines ??= { all: toLine(text), quoted: quotes.map((each) => toLine(each.text)) };
    if (lines.quoted.some((line, index) => quotes[index] !== quote && line.includes(words))) return false;
    const first = lines.all.indexOf(words);
    return first >= 0 && lines.all.includes(words, first + words.length);
  };
}

/** Each quote, those that only repeat another with that one's speaker. */
export function giveCopiesTheirSpeaker(quotes: readonly Quote[], text: string): readonly Quote[] {
  const said = new Map<string, Quote>();
  for (const quote of quotes) {
    const words = toWords(quote.text);
    if (quote.speaker !== null && words.split(" ").length >= WORDS_MIN && !isParagraph(text, quote))
      said.set(words, quote);
  }
  const repeats = createRepeats(quotes, text);
  return quotes.map((quote) => {
    if (quote.speaker !== null && repeats(quote)) return { ...quote, speaker: null, cue: null };
    const source = said.get(toWords(quote.text));
    const isCopy = source !== undefined && source !== quote && isParagraph(text, quote);
    return isCopy ? { ...quote, speaker: source.speaker, cue: source.cue } : quote;
  });
}
