/** What is kept of an article to tell whether another one is about the same event: small sets, made once. */

import { foldWords } from "../domain/fold.ts";

/** A wire text is told from a short notice by its beginning; the rest of a long article adds nothing. */
const WORDS_MAX = 500;
const LEAD_WORDS_MAX = 130;
const SHINGLE_WORDS = 3;
const NAMES_MAX = 60;
const TERM_LENGTH_MIN = 3;

export interface Fingerprint {
  /** Hashes of every three words in a row. */
  readonly shingles: ReadonlySet<number>;
  readonly titleTerms: ReadonlySet<string>;
  /** Title and lead. */
  readonly leadTerms: ReadonlySet<string>;
  /** Folded names: words with a capital letter inside a sentence, and the runs they form. */
  readonly names: ReadonlySet<string>;
  /** Numbers of two or more digits, years left out: a death toll, a price, a score. */
  readonly numbers: ReadonlySet<string>;
  readonly atMs: number;
}

export interface FingerprintInput {
  readonly title: string;
  readonly text: string;
  readonly at: Date;
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

function toShingles(words: readonly string[]): ReadonlySet<number> {
  const shingles = new Set<number>();
  for (let index = 0; index + SHINGLE_WORDS <= words.length; index++) {
    shingles.add(hash(words.slice(index, index + SHINGLE_WORDS).join(" ")));
  }
  return shingles;
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

function findNumbers(text: string): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (const [number] of text.matchAll(/\d[\d.,]*\d/g)) {
    const digits = number.replace(/[.,]/g, "");
    if (!/^(19|20)\d\d$/.test(digits)) numbers.add(digits);
  }
  return numbers;
}

const toTerms = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.filter((word) => word.length >= TERM_LENGTH_MIN || /[^\p{ASCII}]/u.test(word)));

export function toFingerprint({ title, text, at }: FingerprintInput): Fingerprint {
  const beginning = text.slice(0, WORDS_MAX * 8);
  const words = foldWords(beginning).slice(0, WORDS_MAX);
  const titleWords = foldWords(title);
  const lead = text.slice(0, LEAD_WORDS_MAX * 8);
  return {
    shingles: toShingles(words),
    titleTerms: toTerms(titleWords),
    leadTerms: toTerms([...titleWords, ...words.slice(0, LEAD_WORDS_MAX)]),
    names: findNames(`${title}. ${lead}`),
    numbers: findNumbers(lead),
    atMs: at.getTime(),
  };
}
