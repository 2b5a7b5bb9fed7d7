/** A long quote made shorter by meaning: whole sentences from its beginning, or whole clauses of the first, and a mark. */

import { findLanguage } from "../languages/index.ts";
import { splitSentences } from "../languages/shared/sentences.ts";
import { findWords } from "../languages/shared/words.ts";

/** Stands for what is left out. */
export const LEFT_OUT = "[…]";
/** A clause of fewer words tells too little to stand for the quote. */
const CLAUSE_WORDS_MIN = 6;
const CLAUSE_LETTERS_MIN = 12;
/** Independent of what stands before and after, in whatever language. */
const STRONG = /[;；؛]/gu;
const WEAK = /,(?=\s)|[，،]|\s[–—](?=\s)/gu;

const toWords = (text: string, language: string): readonly string[] =>
  findWords(text, language).map(({ start, end }) => text.slice(start, end).toLowerCase());

/** What goes on with "but", or leans on the words before, may turn them round: they do not stand without it. */
function turnsRound(rest: string, language: string): boolean {
  const { asides, claims } = findLanguage(language);
  const head = rest.replace(/^[^\p{L}]+/u, "").toLowerCase();
  const [first = ""] = toWords(head, language);
  if (asides.opening.test(head) || asides.connectives.some((each) => first === each)) return true;
  return (
    claims !== null && (claims.conditions.has(first) || claims.negations.has(first) || claims.coordinators.has(first))
  );
}

/** Somebody denies, limits or doubts something there: a sentence without it says more. */
function limits(rest: string, language: string): boolean {
  const { claims } = findLanguage(language);
  if (claims === null) return true;
  const words = toWords(rest, language);
  const isOf = (word: string): boolean =>
    claims.conditions.has(word) ||
    claims.negations.has(word) ||
    (claims.operators.has(word) && !claims.droppable.has(word)) ||
    [...claims.contractions.entries()].some(([short, long]) => short === word && / not\b/.test(` ${long}`));
  return words.some(isOf);
}

const isEnough = (text: string, language: string): boolean =>
  findLanguage(language).speech !== null && toWords(text, language).length < CLAUSE_WORDS_MIN
    ? [...text].length >= CLAUSE_LETTERS_MIN * 3
    : [...text].length >= CLAUSE_LETTERS_MIN;

/** Ends of clauses behind which the rest of the sentence may go, the last first. */
function findClauseEnds(sentence: string, language: string): readonly number[] {
  const ends = (pattern: RegExp): readonly number[] => [...sentence.matchAll(pattern)].map(({ index }) => index);
  const strong = ends(STRONG).filter((end) => !turnsRound(sentence.slice(end + 1), language));
  const weak = ends(WEAK).filter((end) => {
    const rest = sentence.slice(end + 1);
    return !turnsRound(rest, language) && !limits(rest, language);
  });
  return [...strong, ...weak]
    .filter((end) => isEnough(sentence.slice(0, end), language) && isClosed(sentence.slice(0, end)))
    .toSorted((a, b) => b - a);
}

/** What opens there closes there. */
function isClosed(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  return (
    count(/[([（「『【]/gu) === count(/[)\]）」』】]/gu) &&
    count(/[«]/gu) === count(/[»]/gu) &&
    count(/"/g) % 2 === 0 &&
    count(/[“„]/gu) <= count(/[”“]/gu)
  );
}

/** The quote itself, then what may stand for it, the longest first; each is a beginning of it and the mark. */
export function* listShortened(text: string, language: string): Generator<string> {
  yield text;
  const sentences = splitSentences(text, language);
  for (let count = sentences.length - 1; count > 0; count -= 1) {
    const next = sentences[count];
    const end = sentences[count - 1]?.end ?? 0;
    const kept = text.slice(0, end);
    if (next !== undefined && isClosed(kept) && !turnsRound(text.slice(next.start), language))
      yield `${kept} ${LEFT_OUT}`;
  }
  const [first] = sentences;
  if (first === undefined) return;
  const next = sentences[1];
  if (next !== undefined && turnsRound(text.slice(next.start), language)) return;
  const sentence = text.slice(0, first.end);
  for (const end of findClauseEnds(sentence, language)) yield `${sentence.slice(0, end).trimEnd()} ${LEFT_OUT}`;
}
