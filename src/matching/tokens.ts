/** The words of a text as filters and searches compare them, each with the place where it stands. */

import type { Span } from "../domain/article.ts";
import { CJK, CJK_RUNS, foldWords } from "../domain/fold.ts";

export interface Token extends Span {
  readonly word: string;
}

/** Soft hyphens and joiners inside a word are no part of it, and end none. */
const RUN = /[\p{L}\p{N}\p{M}]+(?:\p{Cf}+[\p{L}\p{N}\p{M}]+)*/gu;
const PLAIN = /^[A-Za-z0-9]+$/;
/** Written without spaces, and not searched in pairs: a dictionary parts the words. */
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORDS_OF_UNSPACED = new Intl.Segmenter("th", { granularity: "word" });

/** Overlapping pairs of East Asian letters: 北京市 is 北京 and 京市. */
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

function listParts(part: string, start: number): readonly Token[] {
  const end = start + part.length;
  if (PLAIN.test(part)) return [{ word: part.toLowerCase(), start, end }];
  if (!UNSPACED.test(part)) return foldWords(part).map((word) => ({ word, start, end }));
  return [...WORDS_OF_UNSPACED.segment(part)].flatMap(({ segment, index }) =>
    foldWords(segment).map((word) => ({ word, start: start + index, end: start + index + segment.length })),
  );
}

/** In order. */
export function listTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (PLAIN.test(run)) tokens.push({ word: run.toLowerCase(), start: index, end: index + run.length });
    else if (!CJK.test(run)) tokens.push(...listParts(run, index));
    else {
      for (const { 0: part, index: inRun } of run.matchAll(CJK_RUNS)) {
        const start = index + inRun;
        tokens.push(...(CJK.test(part) ? listPairs(part, start) : listParts(part, start)));
      }
    }
  }
  return tokens;
}
