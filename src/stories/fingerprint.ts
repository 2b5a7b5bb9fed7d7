/** What is kept of an article to tell whether another one is about the same event: small sets, made once. */

import { remember } from "../domain/bounded-map.ts";
import { fold, foldWords } from "../domain/fold.ts";
import { stemWord, stopWords } from "../languages/shared/words.ts";

/** A wire text is told from a short notice by its beginning; the rest of a long article adds nothing. */
const WORDS_MAX = 500;
const LEAD_WORDS_MAX = 220;
const SHINGLE_WORDS = 3;
/** What an event is told by stands in the first sentences. */
const DETAILS_LENGTH_MAX = 700;
const NAMES_MAX = 60;
const TERM_LENGTH_MIN = 3;

export interface Fingerprint {
  /** Hashes of every three words in a row, each once, in order: an eighth of the memory of a set. */
  readonly shingles: Uint32Array;
  /** Stems without small words. */
  readonly titleTerms: ReadonlySet<string>;
  /** Title and lead. */
  readonly leadTerms: ReadonlySet<string>;
  /** Folded names: words with a capital letter inside a sentence, and the runs they form. */
  readonly names: ReadonlySet<string>;
  /** Numbers of two or more digits, years left out: a death toll, a price, a score. */
  readonly numbers: ReadonlySet<string>;
  /** Days of the week named in title and lead, 0 to 6: a follow-up names another one. */
  readonly days: ReadonlySet<number>;
  readonly atMs: number;
  /** Hashes of all words and numbers, in order: what the article says at all. */
  readonly said: Uint32Array;
  /** Of these the words of the title that the text has, too: who or what it is about. */
  readonly titleSaid: ReadonlySet<number>;
  /** Names and numbers of title and first sentences, as such hashes. */
  readonly details: ReadonlySet<number>;
  /** The numbers among them. */
  readonly figures: ReadonlySet<number>;
}

export interface FingerprintInput {
  readonly title: string;
  readonly text: string;
  readonly at: Date;
  readonly language: string;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    value ^= text.charCodeAt(index);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

function toShingles(words: readonly string[]): Uint32Array {
  const shingles = new Set<number>();
  for (let index = 0; index + SHINGLE_WORDS <= words.length; index++) {
    shingles.add(hash(words.slice(index, index + SHINGLE_WORDS).join(" ")));
  }
  return Uint32Array.from(shingles).sort();
}

const CAPITAL_RUN = /(?<=[\p{L}\p{N},;:’”"'»)] )\p{Lu}[\p{L}\p{M}’'-]*(?: \p{Lu}[\p{L}\p{M}’'-]*){0,4}/gu;

/** Words written with a capital where no sentence begins; in languages without case there are none. */
function findNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [run] of text.matchAll(CAPITAL_RUN)) {
    for (const word of foldWords(run)) if (word.length >= TERM_LENGTH_MIN) names.add(word);
    if (names.size >= NAMES_MAX) break;
  }
  return names;
}

/** Numbers, and results of games such as 2-1. */
function findNumbers(text: string): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const [number] of text.matchAll(/\d{1,3}[-–:]\d{1,3}|\d[\d.,]{0,20}\d/g)) {
    const digits = number.replace(/[.,]/g, "").replace(/[–:]/, "-");
    if (!/^(19|20)\d\d$/.test(digits)) numbers.add(digits);
  }
  return numbers;
}

const LANGUAGES_KEPT_MAX = 64;

/** The days of the week from Sunday, folded. */
const toDayNames = remember(LANGUAGES_KEPT_MAX, (language: string): readonly string[] => {
  const isKnown = /^[a-z]{2,3}$/.test(language) && Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  const format = new Intl.DateTimeFormat(isKnown ? language : "en", { weekday: "long", timeZone: "UTC" });
  return [0, 1, 2, 3, 4, 5, 6].map((day) => fold(format.format(new Date(Date.UTC(2026, 1, 1 + day)))));
});

/** "Dienstagabend" begins with the day; "среду" bends its last letter. */
function isDay(word: string, name: string): boolean {
  return word.startsWith(name) || (word.startsWith(name.slice(0, -1)) && word.length <= name.length + 2);
}

function findDays(words: readonly string[], language: string): ReadonlySet<number> {
  const names = toDayNames(language);
  const days = words.map((word) => names.findIndex((name) => name.length > 3 && isDay(word, name)));
  return new Set(days.filter((day) => day >= 0));
}

/** Every number, a single digit and a fraction too: a magnitude, a result, an age. */
const findAllNumbers = (text: string): readonly string[] =>
  [...text.matchAll(/\p{Nd}+(?:[.,:-]\p{Nd}+)*/gu)].map(
    ([number]) => `#${number.replace(/[.,](?=\p{Nd}{3}(?!\p{Nd}))/gu, "")}`,
  );

function toSaid(text: string, language: string): readonly number[] {
  const words = foldWords(text)
    .slice(0, WORDS_MAX)
    .map((word) => stemWord(word, language));
  return [...words, ...findAllNumbers(text)].map(hash);
}

/** Words that are about something; of a title that begins each word with a capital, too. */
function toTitleSaid(title: string, language: string, said: ReadonlySet<number>): ReadonlySet<number> {
  const terms = [...toTerms(foldWords(title), language), ...findAllNumbers(title)];
  return new Set(terms.map(hash).filter((term) => said.has(term)));
}

function toDetails(title: string, text: string, language: string): Pick<Fingerprint, "details" | "figures"> {
  const beginning = `${title}. ${text.slice(0, DETAILS_LENGTH_MAX)}`;
  const names = [...findNames(beginning)].map((name) => stemWord(name, language));
  const figures = findAllNumbers(beginning).map(hash);
  return { details: new Set([...names.map(hash), ...figures]), figures: new Set(figures) };
}

function toTerms(words: readonly string[], language: string): ReadonlySet<string> {
  const small = stopWords(language);
  const terms = words.filter(
    (word) => !small.has(word) && (word.length >= TERM_LENGTH_MIN || /[^\p{ASCII}]/u.test(word)),
  );
  return new Set(terms.map((word) => stemWord(word, language)));
}

export function toFingerprint({ title, text, at, language }: FingerprintInput): Fingerprint {
  const beginning = text.slice(0, WORDS_MAX * 8);
  const words = foldWords(beginning).slice(0, WORDS_MAX);
  const titleWords = foldWords(title);
  const leadWords = [...titleWords, ...words.slice(0, LEAD_WORDS_MAX)];
  const lead = text.slice(0, LEAD_WORDS_MAX * 8);
  const saidInText = new Set(toSaid(beginning, language));
  return {
    said: Uint32Array.from(new Set([...saidInText, ...toSaid(title, language)])).sort(),
    titleSaid: toTitleSaid(title, language, saidInText),
    ...toDetails(title, text, language),
    shingles: toShingles(words),
    titleTerms: toTerms(titleWords, language),
    leadTerms: toTerms(leadWords, language),
    names: findNames(`${title}. ${lead}`),
    numbers: findNumbers(`${title}\n${lead}`),
    days: findDays(leadWords, language),
    atMs: at.getTime(),
  };
}
