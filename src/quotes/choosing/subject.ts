/** Whether a quote is about what headline and summary tell, or about something else that the article goes into. */

import type { Quote, Sentence } from "../../domain/article.ts";
import { findLanguage } from "../../languages/index.ts";
import { stopWords } from "../../languages/shared/words.ts";
import { isOlder, isOtherDay, QUOTED, toBeside } from "./said-before.ts";
import { toWords, wordsOf } from "./worth-context.ts";

const STEM_LENGTH = 5;
const WORD_LENGTH_MIN = 4;
/** How far before the paragraph of a quote the one that leads up to it is looked for. */
const LEAD_LENGTH = 400;
/** What stands around a quote says what it is about from so many words of meaning on. */
const AROUND_MIN = 6;
/** A quote with more words of what is shown is about it. */
const OWN_SHARED_MAX = 2;
/** A quote with one word of what is shown needs more of them around it than this. */
const AROUND_SHARED_MAX = 2;
/** So many words after a sentence that is shown, quotations apart, a quote is still read with it. */
const NEXT_WORDS_MAX = 12;

/** What is shown beside the quotes of an article. */
export interface Subject {
  readonly text: string;
  readonly language: string;
  readonly sentences: readonly Sentence[];
  /** Its words of meaning, and those of the headline alone. */
  readonly stems: ReadonlySet<string>;
  readonly headline: ReadonlySet<string>;
  readonly publishedAt: Date | null;
  /** Headline and sentences as they are shown. */
  readonly shown: string;
}

function addWords(stems: Set<string>, words: readonly string[], language: string): Set<string> {
  const small = stopWords(language);
  for (const word of words)
    if (word.length >= WORD_LENGTH_MIN && !small.has(word)) stems.add(word.slice(0, STEM_LENGTH));
  return stems;
}

const addStems = (stems: Set<string>, text: string, language: string): Set<string> =>
  addWords(stems, toWords(text), language);

const toStems = (text: string, language: string): ReadonlySet<string> => addStems(new Set(), text, language);

export function toSubject(shown: {
  readonly headline: string;
  readonly text: string;
  readonly language: string;
  readonly sentences: readonly Sentence[];
  readonly publishedAt?: Date | null;
}): Subject {
  const { text, language, sentences, publishedAt = null } = shown;
  const headline = toStems(shown.headline, language);
  const stems = new Set(headline);
  for (const sentence of sentences) addStems(stems, sentence.text, language);
  const told = [shown.headline, ...sentences.map((sentence) => sentence.text)].join("\n");
  return { text, language, sentences, publishedAt, stems, headline, shown: told };
}

/** The same, and the paragraph that leads up to it. */
function toAround(quote: Quote, text: string): string {
  const from = text.lastIndexOf("\n", quote.start - 1) + 1;
  const lead = text.slice(Math.max(0, from - LEAD_LENGTH), from).trimEnd();
  return `${lead.slice(lead.lastIndexOf("\n") + 1)} ${toBeside(quote, text)}`;
}

/** Whether next to nothing but quotations stands between a sentence that is shown and the quote. */
const isNext = ({ start }: Quote, { text, sentences }: Subject): boolean =>
  sentences.some(({ end }) => {
    if (end > start || start - end > LEAD_LENGTH * 2) return false;
    return toWords(text.slice(end, start).replace(QUOTED, " ")).length <= NEXT_WORDS_MAX;
  });

function countShared(one: ReadonlySet<string>, two: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of one) if (two.has(stem)) shared++;
  return shared;
}

const opensOnThing = ({ text }: Quote, language: string): boolean =>
  findLanguage(language).asides.quoted.things.test(text.replaceAll("’", "'"));

/** Whether it was said at an older time than what is shown, or on another day. */
export const isOtherTime = (quote: Quote, subject: Subject): boolean =>
  isOlder(quote, subject) || isOtherDay(quote, subject);

/** “I haven’t talked to the trainers at all”, below a headline on the score: nothing shown says what it is about. */
export function isOffSubject(quote: Quote, subject: Subject): boolean {
  const { text, language, stems, headline } = subject;
  if (isOlder(quote, subject)) return true;
  const words = addWords(new Set(), wordsOf(quote), language);
  const own = countShared(words, stems);
  if (own > OWN_SHARED_MAX) return false;
  if (isOtherDay(quote, subject)) return true;
  // "It is a game", said of what nothing shown tells of.
  if (own <= 1 && opensOnThing(quote, language) && !isNext(quote, subject)) return true;
  if (own > 1 || countShared(words, headline) > 0) return false;
  const name = toStems(quote.speaker?.name ?? "", language);
  const speaker = addStems(new Set(name), quote.speaker?.role ?? "", language);
  const around = new Set([...toStems(toAround(quote, text), language)].filter((stem) => !speaker.has(stem)));
  if (around.size < AROUND_MIN || isNext(quote, subject)) return false;
  return own === 0 || (countShared(name, stems) === 0 && countShared(around, stems) <= AROUND_SHARED_MAX);
}
