/** Where a sentence may be shortened without changing what it claims: relative clauses, circumstances, brackets. */

import type { Span } from "../../domain/article.ts";
import { findLanguage } from "../../languages/index.ts";
import type { Cuts } from "../../languages/shared/cuts.ts";
import { countWords } from "../../languages/shared/words.ts";

/** What is left of a sentence that loses its end has at least this many words. */
const HEAD_WORDS_MIN = 7;
const ASIDE_WORDS_MIN = 3;
const ASIDES_MAX = 5;
const TEXT_LENGTH_MAX = 700;
/** After "…, said" this many words more are a claim, not a credit. */
const CREDIT_WORDS_MAX = 6;

const PAIRS: readonly (readonly [open: string, close: string])[] = [
  ["“", "”"],
  ["«", "»"],
  ["(", ")"],
  ["[", "]"],
];

const count = (text: string, mark: string): number => text.split(mark).length - 1;

/** Whether the place is outside every quotation and bracket. */
function isOutside(text: string, at: number): boolean {
  const head = text.slice(0, at);
  return count(head, '"') % 2 === 0 && PAIRS.every(([open, close]) => count(head, open) === count(head, close));
}

/** Whether the part may go: it credits nobody, denies nothing, and holds no half quotation or half aside. */
function isFree(part: string, cuts: Cuts): boolean {
  if (cuts.kept.test(part) || count(part, '"') % 2 !== 0) return false;
  if (/ (?:[–—]|--?) /.test(part.slice(1, -1)) && !/^ (?:[–—]|--?)/.test(part)) return false;
  return PAIRS.every(([open, close]) => count(part, open) === count(part, close));
}

/** Parts of a sentence that may go, each alone: what is left says a part of what the whole said, and nothing else. */
export function findAsides(text: string, language: string): readonly Span[] {
  const { cuts } = findLanguage(language).asides;
  if (cuts === null || text.length > TEXT_LENGTH_MAX || !/\.$/.test(text)) return [];
  const found: Span[] = [];
  const add = (start: number, end: number): void => {
    if (found.length >= ASIDES_MAX || end <= start || !isOutside(text, start) || !isOutside(text, end)) return;
    const part = text.slice(start, end);
    if (!isFree(part, cuts) || countWords(part) < ASIDE_WORDS_MIN) return;
    if (countWords(text.slice(0, start)) < HEAD_WORDS_MIN && end >= text.length - 1) return;
    found.push({ start, end });
  };
  for (const match of text.matchAll(cuts.enclosed)) add(match.index, match.index + match[0].length);
  // A sentence that opens with "If" or "While" has its main clause behind a comma.
  if (cuts.opensLow.test(text)) return found;
  // "…, police said.": the end that stays when what stands before it goes.
  const credit = cuts.credit.exec(text);
  const end = credit !== null && countWords(credit[1] ?? "") <= CREDIT_WORDS_MAX ? credit.index : text.length - 1;
  for (const match of text.matchAll(cuts.afterComma)) {
    if (match.index >= end) continue;
    const tail = text.slice(match.index + 1, end);
    const resumed = cuts.resumed.exec(tail);
    // ", including Ann Vale, is": the main clause goes on after the aside.
    if (resumed !== null) add(match.index, match.index + 1 + resumed.index + 1);
    else if (!cuts.hasPlainCommas || !tail.includes(",")) add(match.index, end);
  }
  for (const match of text.matchAll(cuts.bare)) {
    const head = text.slice(0, match.index);
    // "did not leave during the storm" says less than "did not leave".
    if (match.index >= end || /[,–—-]$/.test(head) || cuts.negation.test(head) || cuts.leansOn.test(head)) continue;
    const tail = text.slice(match.index, end);
    if (!tail.includes(",")) add(match.index, end);
  }
  return found;
}
