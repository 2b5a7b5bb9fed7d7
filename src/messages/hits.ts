/** Where the words and phrases of a search stand in a text, so that a platform can mark them. */

import { CJK, CJK_RUNS, foldWords } from "../domain/fold.ts";
import type { SearchTerm } from "../domain/store.ts";

/** A piece of text as it stands, and whether it was searched for. */
export interface MarkedPiece {
  readonly text: string;
  readonly isHit: boolean;
}

/** More marks would be noise, and a platform has a limit on marked pieces. */
const HITS_MAX = 8;
const RUN = /[\p{L}\p{N}\p{M}]+/gu;

/** What was searched for, folded as the search folds it: words, and phrases as words parted by single blanks. */
export function toHitWords(terms: readonly SearchTerm[]): readonly string[] {
  const folded = terms.filter((term) => !term.isExcluded).map((term) => foldWords(term.text).join(" "));
  return [...new Set(folded)].filter((words) => words !== "");
}

/** UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Hit extends Span {
  readonly words: string;
}

interface Token extends Span {
  readonly word: string;
}

/** Overlapping pairs of East Asian letters, as they are searched. */
function listPairs(run: string, offset: number): readonly Token[] {
  const letters = [...run];
  if (letters.length < 2) return foldWords(run).map((word) => ({ word, start: offset, end: offset + run.length }));
  const tokens: Token[] = [];
  let start = offset;
  for (const [index, second] of letters.slice(1).entries()) {
    const first = letters[index] ?? "";
    const end = start + first.length + second.length;
    for (const word of foldWords(first + second)) tokens.push({ word, start, end });
    start += first.length;
  }
  return tokens;
}

/** The words of a text as the search folds them, each where it stands. */
function listTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    for (const { 0: part, index: inRun } of run.matchAll(CJK_RUNS)) {
      const start = index + inRun;
      if (CJK.test(part)) tokens.push(...listPairs(part, start));
      else for (const word of foldWords(part)) tokens.push({ word, start, end: start + part.length });
    }
  }
  return tokens;
}

/** Every place of every word and phrase, in order; they may overlap. A phrase is one hit, its words alone are none. */
export function listHits(text: string, hitWords: readonly string[]): readonly Hit[] {
  if (hitWords.length === 0) return [];
  const byFirst = new Map<string, (readonly [string, readonly string[]])[]>();
  for (const words of hitWords) {
    const parts = words.split(" ");
    const first = parts[0] ?? "";
    byFirst.set(first, [...(byFirst.get(first) ?? []), [words, parts]]);
  }
  const tokens = listTokens(text);
  return tokens.flatMap(({ word, start }, index) =>
    (byFirst.get(word) ?? []).flatMap(([words, parts]) => {
      const last = tokens[index + parts.length - 1];
      const isHere = parts.every((part, step) => tokens[index + step]?.word === part);
      return isHere && last !== undefined ? [{ words, start, end: last.end }] : [];
    }),
  );
}

/** In order, run together where they overlap; at most eight. */
export function findHits(text: string, hitWords: readonly string[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { start, end } of listHits(text, hitWords)) {
    const last = spans.at(-1);
    if (last !== undefined && start < last.end) {
      spans.splice(-1, 1, { start: last.start, end: Math.max(end, last.end) });
    } else if (spans.length < HITS_MAX) spans.push({ start, end });
    else break;
  }
  return spans;
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
