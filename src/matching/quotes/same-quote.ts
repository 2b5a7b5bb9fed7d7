/** Whether two outlets carry the same words: whole, cut, with other marks, or with their sentences in another order. */

import { findLanguage } from "../../languages/index.ts";

/** Fewer words could be anybody's: "we are devastated". */
const WORDS_MIN = 6;
/** Of one speaker, so few are told to be the same when nothing was cut. */
const OWN_WORDS_MIN = 3;
/** A piece of a quote with a gap, or a sentence that moved, says something by itself. */
const PIECE_WORDS_MIN = 4;
/** "It is one of the most" is nobody's quote. */
const TELLING_WORDS_MIN = 3;
/** A letter of a script without spaces weighs as half a word. */
const SPACELESS_WEIGHT = 0.5;

/** Longer quotes are compared with none, and no more places tried: this runs between posts, on what any page may hold. */
const QUOTE_LENGTH_MAX = 1_000;
const WORDS_MAX = 150;
const STARTS_MAX = 8;

const GAP = "\n";
const ELLIPSIS = /[[(]?\s*(?:…+|\.{3,}|\. \. \.)\s*[\])]?/gu;
const APOSTROPHES = /[’‘ʼ＇`´ʹ‛]/gu;
const DASHES = /[‐‑−]/gu;
const INVISIBLE = /[\p{Cf}ـ]|(?=[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}])\p{Mn}/gu;
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;
/** Gaps, ends of sentences, numbers with their signs, words with their apostrophes. */
const TOKENS =
  /(?<gap>\n)|(?<end>(?<!\p{N})\.+|[!?。！？؟।][.!?。！？؟।]*)|\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*|[%‰°\p{Sc}+]|(?<![\p{L}\p{N}])-(?=\p{N})/gu;

export interface SameQuoteOptions {
  /** Tag of the language both are in. */
  readonly language: string;
  /** The same person is named for both. */
  readonly isSameSpeaker?: boolean;
}

/** Sentences, or what stands between gaps, as words. */
type Sentences = readonly (readonly string[])[];

/** A quote's words, read once to be compared with many. */
export interface QuoteWords {
  /** In one row, with a gap wherever something was left out. */
  readonly words: readonly string[];
  readonly sentences: Sentences;
  /** Which sentence each word stands in. */
  readonly places: readonly number[];
  readonly weight: number;
}

const weigh = (words: readonly string[]): number =>
  words.reduce((sum, word) => sum + (word === GAP ? 0 : SPACELESS.test(word) ? SPACELESS_WEIGHT : 1), 0);

const NO_WORDS: QuoteWords = { words: [], sentences: [], places: [], weight: 0 };

export function readQuoteWords(text: string): QuoteWords {
  if (text.length > QUOTE_LENGTH_MAX) return NO_WORDS;
  const even = text
    .toWellFormed()
    .replaceAll(/\s+/gu, " ")
    .replace(ELLIPSIS, GAP)
    .replace(APOSTROPHES, "'")
    .normalize("NFKC")
    .replace(DASHES, "-")
    .replace(INVISIBLE, "")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replaceAll("ß", "ss");
  const words: string[] = [];
  const places: number[] = [];
  const sentences: string[][] = [[]];
  const add = (word: string): void => {
    words.push(word);
    places.push(sentences.length - 1);
    sentences.at(-1)?.push(word);
  };
  for (const { 0: token, groups } of even.matchAll(TOKENS)) {
    if (groups?.["gap"] !== undefined) {
      words.push(GAP);
      places.push(-1);
      sentences.push([]);
    } else if (groups?.["end"] !== undefined) sentences.push([]);
    else if (SPACELESS.test(token)) for (const letter of token) add(letter);
    else add(token);
  }
  return words.length > WORDS_MAX ? NO_WORDS : { words, sentences, places, weight: weigh(words) };
}

const isEqual = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, index) => word === b[index]);

/** Where a piece stands from here on; -1 when nowhere. */
function findPiece(words: readonly string[], piece: readonly string[], from: number): number {
  for (let start = from; start + piece.length <= words.length; start++) {
    if (piece.every((word, index) => word === words[start + index])) return start;
  }
  return -1;
}

/** What was said between gaps. */
function toPieces(words: readonly string[]): Sentences {
  const pieces: string[][] = [[]];
  for (const word of words) {
    if (word === GAP) pieces.push([]);
    else pieces.at(-1)?.push(word);
  }
  return pieces.filter((piece) => piece.length > 0);
}

/** A cut that leaves a "not" of the same sentence outside has turned what was said. */
function isTurned(long: QuoteWords, kept: ReadonlySet<number>, language: string): boolean {
  const { speech, claims } = findLanguage(language);
  const negators = [speech?.unsaid.negators, claims?.negations];
  const touched = new Set([...kept].map((index) => long.places[index]));
  return long.words.some((word, index) => {
    const isNegation = word.endsWith("n't") || negators.some((some) => some?.has(word));
    return isNegation && !kept.has(index) && touched.has(long.places[index]);
  });
}

/** Without spaces a verb is turned by what is written on to it: 開く, 開くことはない. */
const endsWithinWords = ({ words, places }: QuoteWords, end: number): boolean =>
  SPACELESS.test(words[end - 1] ?? "") && end < words.length && places[end] === places[end - 1];

/** One after another in the longer one, each where it follows the one before; the first places are tried. */
function isCutOf(short: QuoteWords, long: QuoteWords, language: string): boolean {
  const pieces = toPieces(short.words);
  const [first] = pieces;
  if (first === undefined) return false;
  if (pieces.length > 1 && pieces.some((piece) => weigh(piece) < PIECE_WORDS_MIN)) return false;
  let tried = 0;
  for (let start = findPiece(long.words, first, 0); start >= 0; start = findPiece(long.words, first, start + 1)) {
    tried += 1;
    if (tried > STARTS_MAX) return false;
    const kept = new Set<number>();
    let from = start;
    const isThere = pieces.every((piece) => {
      const found = findPiece(long.words, piece, from);
      from = found + piece.length;
      for (let index = found; index < from; index++) kept.add(index);
      return found >= 0;
    });
    if (isThere && !endsWithinWords(long, from) && !isTurned(long, kept, language)) return true;
  }
  return false;
}

/** Every sentence of the shorter one is one of the longer one's, in whatever order. */
function isReordered(short: QuoteWords, long: QuoteWords): boolean {
  const own = short.sentences.filter((sentence) => sentence.length > 0);
  const left = [...long.sentences];
  return (
    own.length > 1 &&
    own.every((sentence) => {
      const index = left.findIndex((other) => isEqual(sentence, other));
      if (index < 0 || weigh(sentence) < PIECE_WORDS_MIN) return false;
      left.splice(index, 1);
      return true;
    })
  );
}

function isTelling(words: readonly string[], language: string): boolean {
  const { stopWords } = findLanguage(language).text;
  return weigh(words.filter((word) => !stopWords.has(word))) >= TELLING_WORDS_MIN;
}

/**
 * Sure or not: a changed word, number, name or "not" makes another quote. Marks, apostrophes, case, spaces and the marks
 * that end a sentence do not.
 */
export function isSameQuote(
  one: QuoteWords,
  other: QuoteWords,
  { language, isSameSpeaker = false }: SameQuoteOptions,
): boolean {
  const [short, long] = one.weight <= other.weight ? [one, other] : [other, one];
  if (isEqual(short.words, long.words)) return short.weight >= (isSameSpeaker ? OWN_WORDS_MIN : WORDS_MIN);
  if (short.weight < WORDS_MIN) return false;
  const isSame = isCutOf(short, long, language) || isReordered(short, long);
  return isSame && isTelling(short.words, language);
}
