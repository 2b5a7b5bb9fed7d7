/** Where the words of a search stand in a text that is shown, so that a platform can mark them. */

import { foldWords } from "./fold.ts";
import type { SearchTerm } from "./store.ts";

/** A piece of text as it stands, and whether it was searched for. */
export interface MarkedPiece {
  readonly text: string;
  readonly isHit: boolean;
}

/** More marks would be noise, and a platform has a limit on marked pieces. */
const HITS_MAX = 8;
const RUN = /[\p{L}\p{N}\p{M}]+/gu;
const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** What was searched for, folded as the search folds it: words, and pairs of East Asian letters. */
export function toHitWords(terms: readonly SearchTerm[]): readonly string[] {
  return [...new Set(terms.filter((term) => !term.isExcluded).flatMap((term) => foldWords(term.text)))];
}

/** UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Pairs of letters that were searched for, run together where they overlap. */
function findInRun(run: string, offset: number, wanted: ReadonlySet<string>): readonly Span[] {
  const spans: Span[] = [];
  let start = offset;
  let before = "";
  for (const letter of run) {
    if (before !== "" && foldWords(before + letter).some((pair) => wanted.has(pair))) {
      const last = spans.at(-1);
      const begin = start - before.length;
      if (last !== undefined && begin < last.end)
        spans.splice(-1, 1, { start: last.start, end: start + letter.length });
      else spans.push({ start: begin, end: start + letter.length });
    }
    start += letter.length;
    before = letter;
  }
  return spans;
}

/** In order, without overlap; at most eight. */
export function findHits(text: string, hitWords: readonly string[]): readonly Span[] {
  if (hitWords.length === 0) return [];
  const wanted = new Set(hitWords);
  const spans: Span[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (spans.length >= HITS_MAX) break;
    if (SPACELESS.test(run)) spans.push(...findInRun(run, index, wanted));
    else if (foldWords(run).some((word) => wanted.has(word))) spans.push({ start: index, end: index + run.length });
  }
  return spans.slice(0, HITS_MAX);
}

/** The text in pieces, in order and without loss; a single piece when nothing in it was searched for. */
export function splitAtHits(text: string, hitWords: readonly string[]): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let end = 0;
  for (const span of findHits(text, hitWords)) {
    if (span.start > end) pieces.push({ text: text.slice(end, span.start), isHit: false });
    pieces.push({ text: text.slice(span.start, span.end), isHit: true });
    end = span.end;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isHit: false });
  return pieces;
}
