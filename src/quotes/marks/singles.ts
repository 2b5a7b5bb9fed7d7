/** Finds stretches between single marks (‘…’, '…', ‹…›), telling closing marks from apostrophes. */

import { isLetterAt, isSpaceAt, isWordAt, kindAt, MARK, SPACE } from "./characters.ts";
import type { Stretch } from "./stretch.ts";

const SINGLE_OPENERS = /['‘‚‹›]/g;
const CLOSERS: Readonly<Record<string, string>> = { "'": "'’", "‘": "’'", "‚": "‘’", "‹": "›", "›": "‹" };
/** Written on to a closing mark: particles, never behind an apostrophe. */
const HANGUL = /\p{sc=Hangul}/u;
const SENTENCE_MARKS = ".,!?…—";
/** Speech ends within a paragraph; a closing mark farther away than this belongs to something else. */
const SINGLE_LENGTH_MAX = 2000;
/** Fewer single-marked stretches than this do not make an article's style where double marks stand too. */
const STYLE_COUNT_MIN = 2;

function mayOpen(text: string, index: number): boolean {
  const isFree = isSpaceAt(text, index - 1) || "([—–-:".includes(text[index - 1] ?? " ");
  return isFree && (isWordAt(text, index + 1) || '[“"…$£€'.includes(text[index + 1] ?? " "));
}

/** How surely the mark at a place closes: 2 after a sentence mark, 1 at a word's end, 0 not at all or a plural's apostrophe. */
function closingSureness(text: string, index: number): number {
  if (isSpaceAt(text, index - 1)) return 0;
  if (isWordAt(text, index + 1) && !HANGUL.test(text[index + 1] ?? "")) return 0;
  if (SENTENCE_MARKS.includes(text[index - 1] ?? " ")) return 2;
  const before = text[index - 1];
  if ((before === "s" || before === "S") && isSpaceAt(text, index + 1) && isLetterAt(text, index + 2)) return 0.5;
  return 1;
}

/** The closing mark of a stretch opened before `from`, or -1, and how far was looked. */
function findClosing(text: string, from: number, to: number, closers: string): readonly [number, number] {
  let best = -1;
  let bestSureness = 0;
  let index = from;
  for (; index < to; index++) {
    if (kindAt(text, index) !== MARK) continue;
    const char = text[index] ?? "";
    if (closers.includes(char)) {
      const sureness = closingSureness(text, index);
      if (sureness >= 1) return [index, index];
      if (sureness > bestSureness) {
        best = index;
        bestSureness = sureness;
      }
    } else if (char === "‘" && mayOpen(text, index)) break;
  }
  return [best, index];
}

/** Whether a quotation opened at a line's start goes on: the next line that is not blank opens with the same mark. */
function isTakenUp(text: string, at: number, lineEnd: number): boolean {
  if (at > 0 && text[at - 1] !== "\n") return false;
  let next = lineEnd;
  while (next < text.length && kindAt(text, next) === SPACE) next++;
  return text[next] === text[at] && mayOpen(text, next);
}

interface Scan {
  readonly text: string;
  /** Stretches between double marks, which single ones may not cross. */
  readonly doubles: readonly Stretch[];
  /** Whether double marks inside single ones are nested; else none may stand there. */
  readonly isOuter: boolean;
  /** Only the first line is read. */
  readonly isHeadline: boolean;
}

function scan({ text, doubles, isOuter, isHeadline }: Scan): readonly Stretch[] {
  const found: Stretch[] = [];
  const closedNowhere = new Map<string, number>();
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
    if (isHeadline && line > 0) break;
    while ((doubles[next]?.close ?? Number.POSITIVE_INFINITY) <= at) next++;
    const double = doubles[next];
    if (double !== undefined && double.open <= at) continue;
    if (!mayOpen(text, at)) continue;
    const reach = Math.min(lineEnd, at + SINGLE_LENGTH_MAX, isOuter ? text.length : (double?.open ?? text.length));
    const mark = match[0];
    const [closeAt, looked] = findClosing(
      text,
      Math.max(at + 2, closedNowhere.get(mark) ?? 0),
      reach,
      CLOSERS[mark] ?? "",
    );
    // What holds no closing mark for one opener holds none for the next: nothing is looked through twice.
    if (closeAt < 0) closedNowhere.set(mark, Math.max(looked, closedNowhere.get(mark) ?? 0));
    const isClosed = closeAt >= 0;
    if (!isClosed && (isHeadline || !isTakenUp(text, at, lineEnd))) continue;
    const close = isClosed ? closeAt + 1 : lineEnd;
    // Where an article has no double marks, single ones are its marks.
    const isSingle = isHeadline || (line === 0 && firstNewline >= 0);
    found.push({ start: at + 1, end: isClosed ? closeAt : lineEnd, open: at, close, isClosed, isSingle });
    SINGLE_OPENERS.lastIndex = close;
  }
  return found;
}

/** Stretches of the first list that touch none of the second; both in order. */
function outside(some: readonly Stretch[], others: readonly Stretch[]): readonly Stretch[] {
  let next = 0;
  return some.filter((each) => {
    while ((others[next]?.close ?? Number.POSITIVE_INFINITY) <= each.open) next++;
    return (others[next]?.open ?? Number.POSITIVE_INFINITY) >= each.close;
  });
}

/**
 * Adds single-marked stretches: everywhere when they are the article's own style (no double marks, or fewer of them
 * outside single marks than there are single-marked stretches that end like speech), else in its first line only.
 */
export function findSingles(text: string, doubles: readonly Stretch[]): readonly Stretch[] {
  let found = scan({ text, doubles, isOuter: true, isHeadline: false });
  if (found.length === 0) return doubles;
  let rest: readonly Stretch[] = doubles;
  if (doubles.length > 0) {
    const speech = found.filter(({ end }) => SENTENCE_MARKS.includes(text[end - 1] ?? " "));
    rest = outside(doubles, speech);
    if (speech.length >= STYLE_COUNT_MIN && speech.length > rest.length) rest = outside(doubles, found);
    else {
      rest = doubles;
      found = scan({ text, doubles, isOuter: false, isHeadline: true });
    }
  }
  return [...rest, ...found].sort((a, b) => a.start - b.start);
}
