/** An article cut into units: the smallest pieces a summary may take, each with what a reader would hold against it. */

import type { Sentence, Span, SummarizerInput } from "../domain/article.ts";
import { splitSentences } from "../language/sentences.ts";
import { countWords, findWords, stemWord, stopWords } from "../language/words.ts";
import { isNoise, phrasesOf } from "./phrases.ts";
import { type Edit, findTrims, toSentence } from "./trim.ts";

export interface Unit extends Span {
  readonly index: number;
  readonly paragraph: number;
  /** Place within its paragraph, from 0. */
  readonly place: number;
  readonly edits: readonly Edit[];
  readonly sentence: Sentence;
  readonly wordCount: number;
  /** Stems of all words in order, and of the content words without repeats. */
  readonly stems: readonly string[];
  readonly content: readonly string[];
  /** Text outside quotation marks. */
  readonly told: string;
  /** Share of the characters inside quotation marks. */
  readonly quotedShare: number;
  readonly faults: Faults;
}

export interface Faults {
  readonly isNoise: boolean;
  readonly isQuestion: boolean;
  readonly isFirstPerson: boolean;
  /** Quotation marks are not in pairs. */
  readonly isBroken: boolean;
  /** A long quotation without anyone who says it. */
  readonly isUnattributed: boolean;
  /** Opens with a pronoun. */
  readonly isPronounLed: boolean;
  /** Opens with a word that leans on the sentence before. */
  readonly isLeaning: boolean;
  /** No sentence: a heading, a list line. */
  readonly isFragment: boolean;
}

const UNITS_MAX = 400;
/** Sentences of one quotation are taken together up to this length. */
const JOINED_WORDS_MAX = 80;
const QUOTED_WORDS_UNATTRIBUTED_MAX = 5;
const LEAD_WORDS = 3;

function count(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) found++;
  return found;
}

/** Whether every quotation mark and bracket opened is closed. */
export function isBalanced(text: string): boolean {
  const low = count(text, "„");
  const open = count(text, "“");
  const close = count(text, "”");
  const isCurly = low > 0 ? low === open || low === close : open === close;
  return (
    isCurly &&
    count(text, '"') % 2 === 0 &&
    count(text, "«") === count(text, "»") &&
    count(text, "‘") <= count(text, "’") &&
    count(text, "(") === count(text, ")")
  );
}

const QUOTED = /“[^“”]*”|"[^"]*"|«[^«»]*»|„[^“”„]*[“”]|「[^「」]*」/gu;

/** The text with everything inside quotation marks taken out. */
export const withoutQuotes = (text: string): string => text.replace(QUOTED, " ");

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll("’", "'")
    .match(/[\p{L}\p{N}'-]+/gu) ?? [];

function opensWith(text: string, openings: readonly string[]): boolean {
  const low = text
    .slice(0, 40)
    .toLowerCase()
    .replace(/^["“„«‘']+/, "");
  return openings.some((word) => low.startsWith(word) && !/[\p{L}\p{N}]/u.test(low.charAt(word.length)));
}

/** "It is unclear whether", "It was not known": an "it" that stands for nothing. */
const EMPTY_IT =
  /^["“]?it(?:['’]s| is| was)? (?:not )?(?:been|an?|the|unclear|clear|not|also|believed|thought|understood|likely|possible|\w+ed) (?:that|to|who|whether|how)/iu;

function isPronounLed(text: string, language: string): boolean {
  const { pronouns } = phrasesOf(language);
  const lead = wordsOf(text.slice(0, 60)).slice(0, LEAD_WORDS);
  const first = lead[0]?.replace(/'.*$/, "") ?? "";
  if (first === "it") return !EMPTY_IT.test(text);
  if (pronouns.has(first)) return true;
  // "When he left": English pronouns a little further in, but not after a name that they may stand for.
  if (language !== "en") return false;
  return lead.some((word) => word !== "it" && word !== "its" && pronouns.has(word.replace(/'.*$/, "")));
}

function findFaults(text: string, told: string, language: string): Faults {
  const phrases = phrasesOf(language);
  const toldWords = wordsOf(told);
  const quotes = text.match(QUOTED) ?? [];
  const isLongQuote = quotes.some((quote) => countWords(quote) > QUOTED_WORDS_UNATTRIBUTED_MAX);
  return {
    isNoise: isNoise(text),
    isQuestion: /[?？؟]["”»“'’)]*$/.test(text),
    // "US" is a country.
    isFirstPerson: wordsOf(told.replaceAll("US", " ")).some((word) => phrases.firstPerson.has(word)),
    isBroken: !isBalanced(text),
    // In single marks only a sentence that is a quotation from end to end is told apart from an apostrophe.
    isUnattributed:
      /^‘[^’]{20,}’$/u.test(text) ||
      (isLongQuote && phrases.speech.size > 0 && !toldWords.some((word) => phrases.speech.has(word))),
    isPronounLed: isPronounLed(text, language),
    isLeaning: opensWith(text, phrases.connectives) || opensWith(text, phrases.leaning),
    isFragment: !/[.!…。！]["”»“'’)\]]*$/.test(text) || toldWords.length + quotes.length < 4,
  };
}

/** Sentences joined where a quotation runs over several, so that none is cut in half. */
function joinQuoted(text: string, language: string): readonly (Span & { readonly paragraph: number })[] {
  const spans = splitSentences(text, language);
  const joined: (Span & { readonly paragraph: number })[] = [];
  let paragraph = 0;
  let pending: { start: number; end: number } | null = null;
  const flush = (): void => {
    if (pending !== null) joined.push({ ...pending, paragraph });
    pending = null;
  };
  for (const span of spans) {
    const gap = text.slice(pending?.end ?? joined.at(-1)?.end ?? 0, span.start);
    if (gap.includes("\n")) {
      flush();
      if (joined.length > 0) paragraph++;
    }
    pending = pending === null ? { start: span.start, end: span.end } : { start: pending.start, end: span.end };
    const piece = text.slice(pending.start, pending.end);
    if (isBalanced(piece)) flush();
    else if (countWords(piece) > JOINED_WORDS_MAX) {
      // Never closed: each sentence stands alone again, and is found broken.
      const first = pending.start;
      pending = null;
      for (const each of spans)
        if (each.start >= first && each.end <= span.end) joined.push({ start: each.start, end: each.end, paragraph });
    }
  }
  flush();
  return joined;
}

/** One unit from a span of the text and the edits made in it. */
export function toUnit(
  article: Pick<SummarizerInput, "text" | "language">,
  span: Span,
  edits: readonly Edit[],
  at: Pick<Unit, "index" | "paragraph" | "place">,
): Unit {
  const { language } = article;
  const sentence = toSentence(article.text, span, edits);
  const small = stopWords(language);
  const stems: string[] = [];
  const content = new Set<string>();
  for (const word of findWords(sentence.text, language)) {
    const raw = sentence.text.slice(word.start, word.end);
    const stem = stemWord(raw, language);
    stems.push(stem);
    if (stem.length > 1 && !small.has(raw.toLowerCase())) content.add(stem);
  }
  const told = withoutQuotes(sentence.text);
  return {
    ...at,
    start: span.start,
    end: span.end,
    edits,
    sentence,
    wordCount: countWords(sentence.text),
    stems,
    content: [...content],
    told,
    quotedShare: 1 - told.replace(/\s+/g, "").length / Math.max(1, sentence.text.replace(/\s+/g, "").length),
    faults: findFaults(sentence.text, told, language),
  };
}

/** The units of an article in reading order. */
export function readUnits(article: Pick<SummarizerInput, "text" | "language">): readonly Unit[] {
  let paragraph = -1;
  let place = 0;
  return joinQuoted(article.text, article.language)
    .slice(0, UNITS_MAX)
    .map((span, index) => {
      place = span.paragraph === paragraph ? place + 1 : 0;
      paragraph = span.paragraph;
      const edits = findTrims(article.text, span, article.language, index === 0);
      return toUnit(article, span, edits, { index, paragraph, place });
    });
}
