/** Where the words and phrases of a search stand in a text, so that a platform can mark them. */

import type { Span } from "../domain/article.ts";
import type { SearchTerm } from "../domain/store.ts";
import { findPhrase, indexText } from "../matching/indexed-text.ts";
import { readTerm } from "../matching/phrases.ts";
import { listTokens } from "../matching/tokens.ts";

/** A piece of text as it stands, and whether it was searched for. */
export interface MarkedPiece {
  readonly text: string;
  readonly isHit: boolean;
}

/** More marks would be noise, and a platform has a limit on marked pieces. */
const HITS_MAX = 8;

export interface Hit extends Span {
  readonly words: string;
}

const toWords = (text: string): string =>
  listTokens(text)
    .map(({ word }) => word)
    .join(" ");

/** What was searched for in capitals is marked in capitals only. */
const toWritten = (text: string): string =>
  listTokens(text)
    .map(({ start, end }) => text.slice(start, end))
    .join(" ");

/** What of the texts was searched for, in whatever form it stands there: words, and phrases as words parted by single blanks. */
export function toHitWords(
  terms: readonly SearchTerm[],
  texts: readonly string[],
  language: string,
): readonly string[] {
  const phrases = terms
    .filter(({ isExcluded, field = "text" }) => !isExcluded && (field === "text" || field === "title"))
    .flatMap((term) => readTerm(term) ?? []);
  const found = texts.flatMap((text) => {
    const indexed = indexText(text, language);
    return phrases.flatMap((phrase) => {
      const toHit = phrase.patterns.some(({ kind }) => kind === "capitals") ? toWritten : toWords;
      return [...findPhrase(indexed, phrase)].map(({ start, end }) => toHit(text.slice(start, end)));
    });
  });
  return [...new Set(found)].filter((words) => words !== "");
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
  const toWrittenAt = (index: number): string => text.slice(tokens[index]?.start, tokens[index]?.end);
  return tokens.flatMap(({ word, start }, index) => {
    const written = toWrittenAt(index);
    const begun = [...(byFirst.get(word) ?? []), ...(written === word ? [] : (byFirst.get(written) ?? []))];
    return begun.flatMap(([words, parts]) => {
      const last = tokens[index + parts.length - 1];
      const isHere = parts.every((part, step) => {
        return tokens[index + step]?.word === part || toWrittenAt(index + step) === part;
      });
      return isHere && last !== undefined ? [{ words, start, end: last.end }] : [];
    });
  });
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
