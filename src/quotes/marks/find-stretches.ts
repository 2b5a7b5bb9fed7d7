/** Finds the stretches of text between quotation marks, line by line, whatever marks an article mixes. */

import type { Marks } from "../../languages/language.ts";
import { isSpaceAt, isWordAt, kindAt, MARK, SPACE } from "./characters.ts";
import { findSingles } from "./singles.ts";
import type { Stretch } from "./stretch.ts";

interface Opened {
  readonly at: number;
  readonly inner: number;
  readonly mark: string;
}

const DOUBLE_MARKS = /''|``|["“”„‟«»「」『』〝〞〟＂]/g;
const OPENS_BEFORE = "([{—–-/―>¿¡:…";
const CLOSES_BEFORE = ".,;:!?)]}—–-/…<";
const PAIRS: Readonly<Record<string, string>> = { "「": "」", "『": "』", "〝": "〞〟" };

const SENTENCE_ENDS = '.!?”"';

/** A transcript's label at the head of its words is no part of them: “MOOR: We shall see.” */
const LABEL_PATTERN = /\p{Lu}[\p{Lu} .'’-]{1,30}:\s/uy;

/** A line is read again from its second mark when the first has no partner, but not for ever. */
const RESTARTS_MAX = 8;

type Turn = "open" | "close" | "none";

/** A break before the mark: it may open. */
function isFreeBefore(text: string, index: number): boolean {
  return (
    isSpaceAt(text, index - 1) || OPENS_BEFORE.includes(text[index - 1] ?? " ") || kindAt(text, index - 1) === MARK
  );
}

/** A break after the mark: it may close. */
function isFreeAfter(text: string, index: number): boolean {
  return isSpaceAt(text, index) || CLOSES_BEFORE.includes(text[index] ?? " ") || kindAt(text, index) === MARK;
}

function turnOf(text: string, at: number, mark: string, opened: Opened | null, marks: Marks): Turn {
  const after = at + mark.length;
  const mayOpen = isFreeBefore(text, at) && !isSpaceAt(text, after);
  const mayClose = !isSpaceAt(text, at - 1) && isFreeAfter(text, after);
  const isOpen = opened !== null;
  switch (mark) {
    case "“":
      if (isOpen && (opened.mark === "„" || marks.hasLowOpeners || (mayClose && !mayOpen))) return "close";
      if (isSpaceAt(text, after)) return isOpen ? "close" : "none";
      return "open";
    case "”":
    case "‟":
      if (isOpen && !(mayOpen && !mayClose)) return "close";
      // The wrong mark at a line's start is still the line's first.
      if (!isOpen && (at === 0 || text[at - 1] === "\n")) return "open";
      return mayOpen && isWordAt(text, after) ? "open" : isOpen ? "close" : "none";
    case "„":
      return "open";
    case "«":
    case "»": {
      const isOpener = marks.hasInwardChevrons ? mark === "»" : mark === "«";
      if (isOpen && opened.mark === mark && mayClose) return "close";
      return isOpener ? "open" : isOpen ? "close" : mayOpen && isWordAt(text, after) ? "open" : "none";
    }
    case "「":
    case "『":
    case "〝":
      return "open";
    case "」":
    case "』":
    case "〞":
    case "〟":
      return isOpen ? "close" : "none";
    default:
      // Straight marks look the same on both sides: the space around them and what is open decide.
      if (isOpen && mayClose) return "close";
      if (mayOpen && !(isOpen && opened.mark === mark && !isSpaceAt(text, at - 1))) return "open";
      // A space lost between two sentences: …the coast."We have…
      if (!isOpen && isWordAt(text, after) && ".!?".includes(text[at - 1] ?? " ")) return "open";
      return isOpen && !mayOpen ? "close" : "none";
  }
}

/** Whether a closing mark ends what an opening mark began. */
function isPair(open: string, close: string): boolean {
  const asian = PAIRS[open];
  if (asian !== undefined) return asian.includes(close);
  if (open === "«" || open === "»") return close === "«" || close === "»";
  if (open === "''" || open === "``") return close === "''";
  return !"«»」』〞〟".includes(close) && close !== "''";
}

function toStretch(text: string, opened: Opened, closeAt: number, close: number, isClosed: boolean): Stretch | null {
  let start = opened.inner;
  let end = closeAt;
  while (start < end && isSpaceAt(text, start)) start++;
  while (end > start && isSpaceAt(text, end - 1)) end--;
  LABEL_PATTERN.lastIndex = start;
  const label = LABEL_PATTERN.exec(text)?.[0].length ?? 0;
  if (label > 0 && start + label < end)
    return { start: start + label, end, open: start + label, close, isClosed, isSingle: false };
  return end > start ? { start, end, open: opened.at, close, isClosed, isSingle: false } : null;
}

/** The stretches of one line. Marks nested in others are left inside the outer stretch. */
function scanLine(text: string, from: number, to: number, marks: Marks, found: Stretch[], restarts = 0): void {
  let opened: Opened | null = null;
  let nested: string[] = [];
  let firstNested: Opened | null = null;
  DOUBLE_MARKS.lastIndex = from;
  for (let match = DOUBLE_MARKS.exec(text); match !== null && match.index < to; match = DOUBLE_MARKS.exec(text)) {
    const mark = match[0];
    const at = match.index;
    const inner: string | undefined = nested.at(-1);
    const current: Opened | null = inner === undefined ? opened : { at, inner: at, mark: inner };
    const turn = turnOf(text, at, mark, current, marks);
    if (turn === "none") continue;
    if (turn === "open") {
      const next: Opened = { at, inner: at + mark.length, mark };
      if (opened === null) opened = next;
      else if (nested.length === 0) {
        nested = [mark];
        firstNested = next;
      } else if (nested.length < 3) nested.push(mark);
      continue;
    }
    if (opened === null) continue;
    if (inner !== undefined && isPair(inner, mark)) {
      nested.pop();
      continue;
    }
    if (!isPair(opened.mark, mark)) continue;
    const stretch = toStretch(text, opened, at, at + mark.length, true);
    if (stretch !== null) found.push(stretch);
    opened = null;
    nested = [];
    firstNested = null;
  }
  if (opened === null) return;
  if (firstNested !== null && firstNested.mark === opened.mark) {
    // Two marks opened and too few closed: the first has no partner. It is left out and the rest is read without it.
    if (restarts < RESTARTS_MAX) scanLine(text, firstNested.at, to, marks, found, restarts + 1);
    return;
  }
  const stretch = toStretch(text, opened, to, to, false);
  if (stretch !== null) found.push(stretch);
}

/** Whether the next line that is not blank begins with an opening mark, as a quote running over paragraphs does. */
function isTakenUp(text: string, lineEnd: number): boolean {
  let index = lineEnd;
  while (index < text.length && kindAt(text, index) === SPACE) index++;
  return /^(?:''|["“”„«»‘「])/.test(text.slice(index, index + 2));
}

/** A few words inside somebody's sentence ("said it “jumped by…") do not run over paragraphs: their closing mark is lost. */
function isFragment(text: string, { open, start }: Stretch): boolean {
  const first = text[start] ?? "";
  return open > 0 && text[open - 1] !== "\n" && first !== first.toUpperCase();
}

/**
 * A mark left open inside a sentence puts the other marks of that sentence in doubt, and a quotation that ends right
 * before it: in badly translated text their partners are lost. They are left out.
 */
function dropDoubtful(text: string, from: number, open: number, first: number, found: Stretch[]): void {
  let start = open - 1;
  while (start > from && !isSentenceEnd(text, start) && !isUnspacedEnd(text, start)) start--;
  // What ends with the sentence before is in no doubt.
  const doubtful = isUnspacedEnd(text, start) ? start + 2 : start;
  while (found.length > first && (found.at(-1)?.close ?? 0) >= doubtful) found.pop();
}

/** Whether a sentence ends right before the space at a place, a closing mark between or not. */
function isSentenceEnd(text: string, space: number): boolean {
  if (!isSpaceAt(text, space)) return false;
  const before = kindAt(text, space - 1) === MARK ? space - 2 : space - 1;
  return SENTENCE_ENDS.includes(text[before] ?? " ");
}

/** Whether a sentence ends with the sign at a place where no space follows: “…。”他还说. */
function isUnspacedEnd(text: string, at: number): boolean {
  const sign = kindAt(text, at) === MARK ? text[at - 1] : text[at];
  return "。！？".includes(sign ?? " ");
}

/** The place of the first double mark at or after `from`; infinite when there is none. */
function findMark(text: string, from: number): number {
  DOUBLE_MARKS.lastIndex = from;
  return DOUBLE_MARKS.exec(text)?.index ?? Number.POSITIVE_INFINITY;
}

const OUTWARD = /(?<![^\s(])«(?=\S)/gu;
const INWARD = /(?<![^\s(])»(?=\S)/gu;

/** Swiss papers print «Ja» where others print »Ja«: the text itself shows which way its chevrons point. */
function asPrinted(text: string, marks: Marks): Marks {
  if (!marks.hasInwardChevrons || !text.includes("«")) return marks;
  const outward = text.match(OUTWARD)?.length ?? 0;
  return { ...marks, hasInwardChevrons: outward <= (text.match(INWARD)?.length ?? 0) };
}

/** Every stretch between marks, in order, none inside another. Unclosed ones only where the next paragraph goes on. */
export function findStretches(text: string, usual: Marks): readonly Stretch[] {
  const marks = asPrinted(text, usual);
  const found: Stretch[] = [];
  let from = 0;
  let nextMark = -1;
  while (from <= text.length) {
    const newline = text.indexOf("\n", from);
    const to = newline < 0 ? text.length : newline;
    const first = found.length;
    // The next mark is looked for once, not again from every line before it.
    if (nextMark < from) nextMark = findMark(text, from);
    if (nextMark < to) scanLine(text, from, to, marks, found);
    const last = found.at(-1);
    const isLost = last !== undefined && !last.isClosed && (!isTakenUp(text, to) || isFragment(text, last));
    if (last !== undefined && found.length > first && isLost) {
      found.pop();
      dropDoubtful(text, from, last.open, first, found);
    }
    from = to + 1;
  }
  return findSingles(text, found);
}
