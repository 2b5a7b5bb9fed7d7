/** What all quotes of an article are held against: the words of its text, of its headline, of what is shown of it. */

import type { Quote } from "../../domain/article.ts";
import { findLanguage } from "../../languages/index.ts";
import type { Speech } from "../../languages/language.ts";
import type { Asides } from "../../languages/shared/asides.ts";
import { quicken } from "../../languages/shared/patterns/quicken.ts";
import { isPlain, isWordCode } from "../../languages/shared/words.ts";

export interface WorthContext {
  readonly text: string;
  /** Null for a language of whose words nothing is known. */
  readonly speech: Speech | null;
  readonly asides: Asides;
  /** Stems of the headline, and those of headline and summary together. */
  readonly headline: ReadonlySet<string>;
  readonly shown: ReadonlySet<string>;
  /** The words themselves. */
  readonly shownWords: ReadonlySet<string>;
  readonly shownText: string;
  /** Where the sentences that are shown end in the text. */
  readonly ends: readonly number[];
  /** How often the article has each stem. */
  readonly counts: ReadonlyMap<string, number>;
  readonly quotes: readonly Quote[];
}

const STEM_LENGTH = 4;
/** Two characters that mean something, wherever they stand: "電車". */
const UNSPACED_PAIR = quicken(/(?=([\p{Script=Han}\p{Script=Katakana}]{2}))/gu);
/** Scripts that do not part words are counted by two characters. */
const WORD_PATTERN = quicken(
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,2}|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+/gu,
);

/** The same words as the pattern finds, for text in plain letters, in a fraction of its time. */
function scanWords(text: string): readonly string[] {
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && isWordCode(text.charCodeAt(at))) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      words.push(text.slice(start, at));
      start = -1;
    }
  }
  return words;
}

export function toWords(text: string): readonly string[] {
  const low = text.toLowerCase();
  return isPlain(low) ? scanWords(low) : (low.match(WORD_PATTERN) ?? []);
}

/** Words long enough to mean something, cut to their stems' length. */
export function toStems(text: string): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const word of toWords(text)) if (word.length > 3) stems.add(word.slice(0, STEM_LENGTH));
  if (!isPlain(text)) for (const match of text.matchAll(UNSPACED_PAIR)) stems.add(match[1] ?? "");
  return stems;
}

/** A quote is asked for its words from several sides: they are read once. */
function readOnce<Value>(read: (text: string) => Value): (quote: Quote) => Value {
  const kept = new WeakMap<Quote, Value>();
  return (quote) => {
    const known = kept.get(quote);
    if (known !== undefined) return known;
    const value = read(quote.text);
    kept.set(quote, value);
    return value;
  };
}
export const wordsOf = readOnce(toWords);
export const stemsOf = readOnce(toStems);

function countStems(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of toWords(text)) {
    if (word.length <= 3) continue;
    const stem = word.slice(0, STEM_LENGTH);
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return counts;
}

/** `sentences` are those of the summary as shown. */
export function toWorthContext(
  quotes: readonly Quote[],
  {
    headline,
    text,
    language,
    sentences,
  }: {
    readonly headline: string;
    readonly text: string;
    readonly language: string;
    readonly sentences: readonly { readonly text: string; readonly end?: number }[];
  },
): WorthContext {
  const { speech, asides } = findLanguage(language);
  const titled = toStems(headline);
  const shown = new Set([...titled, ...sentences.flatMap((sentence) => [...toStems(sentence.text)])]);
  const shownTexts = [headline, ...sentences.map((sentence) => sentence.text)];
  const shownWords = new Set(shownTexts.flatMap(toWords));
  const shownText = shownTexts.join("\n");
  const ends = sentences.flatMap(({ end }) => (end === undefined ? [] : [end]));
  const counts = countStems(text);
  return { text, speech, asides, headline: titled, shown, shownWords, shownText, ends, counts, quotes };
}
