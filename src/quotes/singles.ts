/** Finds stretches between single marks (‘…’, '…', ‹…›), telling closing marks from apostrophes. */

import { isLetterAt, isSpaceAt, isWordAt, kindAt, MARK } from "./characters.ts";
import type { Stretch } from "./stretch.ts";

/** Articles in a double-mark style keep single marks for what is nested; one in this many is enough to say so. */
const LINES_OF_HEADLINE = 1;
const SINGLE_OPENERS = /['‘‚‹›]/g;
const CLOSERS: Readonly<Record<string, string>> = { "'": "'’", "‘": "’'", "‚": "‘’", "‹": "›", "›": "‹" };
const SENTENCE_MARKS = ".,!?…—";
/** Speech ends within a paragraph; a closing mark farther away than this belongs to something else. */
const SINGLE_LENGTH_MAX = 2000;

function mayOpen(text: string, index: number): boolean {
  const isFree = isSpaceAt(text, index - 1) || "([—–-:".includes(text[index - 1] ?? " ");
  return isFree && (isWordAt(text, index + 1) || '[“"…$£€'.includes(text[index + 1] ?? " "));
}

/** How surely the mark at a place closes: 2 after a sentence mark, 1 at a word's end, 0 not at all or a plural's apostrophe. */
function closingSureness(text: string, index: number): number {
  if (isSpaceAt(text, index - 1) || isWordAt(text, index + 1)) return 0;
  if (SENTENCE_MARKS.includes(text[index - 1] ?? " ")) return 2;
  const before = text[index - 1];
  if ((before === "s" || before === "S") && isSpaceAt(text, index + 1) && isLetterAt(text, index + 2)) return 0.5;
  return 1;
}

/** The closing mark of a stretch opened before `from`, or -1. */
function findClosing(text: string, from: number, to: number, closers: string): number {
  let best = -1;
  let bestSureness = 0;
  for (let index = from; index < to; index++) {
    if (kindAt(text, index) !== MARK) continue;
    const char = text[index] ?? "";
    if (closers.includes(char)) {
      const sureness = closingSureness(text, index);
      if (sureness >= 1) return index;
      if (sureness > bestSureness) {
        best = index;
        bestSureness = sureness;
      }
    } else if (char === "‘" && mayOpen(text, index)) break;
  }
  return best;
}

/** Adds single-marked stretches: everywhere when the article has no double marks, else in its first line only. */
export function findSingles(text: string, _language: string, doubles: readonly Stretch[]): readonly Stretch[] {
  const found: Stretch[] = [];
  let next = 0;
  let line = 0;
  const firstNewline = text.indexOf("\n");
  let lineEnd = firstNewline < 0 ? text.length : firstNewline;
  SINGLE_OPENERS.lastIndex = 0;
  for (let match = SINGLE_OPENERS.exec(text); match !== null; match = SINGLE_OPENERS.exec(text)) {
    const at = match.index;
    while (at > lineEnd) {
      const newline = text.indexOf("\n", lineEnd + 1);
      lineEnd = newline < 0 ? text.length : newline;
      line++;
    }
    if (doubles.length > 0 && line >= LINES_OF_HEADLINE) break;
    while ((doubles[next]?.close ?? Number.POSITIVE_INFINITY) <= at) next++;
    const double = doubles[next];
    if (double !== undefined && double.open <= at) continue;
    if (!mayOpen(text, at)) continue;
    const reach = Math.min(lineEnd, at + SINGLE_LENGTH_MAX, double?.open ?? text.length);
    const close = findClosing(text, at + 2, reach, CLOSERS[match[0]] ?? "");
    if (close < 0) continue;
    // Where an article has no double marks, single ones are its marks.
    const isSingle = doubles.length > 0 || (line === 0 && firstNewline >= 0);
    found.push({ start: at + 1, end: close, open: at, close: close + 1, isClosed: true, isSingle });
    SINGLE_OPENERS.lastIndex = close + 1;
  }
  if (found.length === 0) return doubles;
  return [...doubles, ...found].sort((a, b) => a.start - b.start);
}
