/** The words around a quotation in its own sentence, as far as they can take it back. */

import type { Speech } from "../../languages/language.ts";
import { CUES, classAt, classSet, type Item, REPORTING_VERBS } from "../../languages/reading.ts";
import type { ReadText } from "../reading/read-text.ts";

/** Items looked at on each side of a quotation. */
const REACH = 40;
const OUTSIDE = classSet("break", "quotation");
export const SIGNS = classSet("comma", "colon", "dash", "open", "close", "sign");

export interface Around {
  readonly items: readonly Item[];
  readonly speech: Speech;
  /** The quotation's item. */
  readonly at: number;
  /** First item of its sentence before it, and just past the last one behind it. */
  readonly from: number;
  readonly to: number;
  /** The nearest word that reports on each side; -1 for none. */
  readonly verbBefore: number;
  readonly verbAfter: number;
}

const isVerb = (items: readonly Item[], at: number): boolean => CUES.has(classAt(items, at));

export function lookAround(read: ReadText, at: number): Around {
  const { items, speech } = read;
  const sentence = items[at]?.sentence;
  let from = at;
  while (at - from < REACH && items[from - 1]?.sentence === sentence && !OUTSIDE.has(classAt(items, from - 1))) from--;
  let to = at + 1;
  while (to - at < REACH && items[to]?.sentence === sentence && !OUTSIDE.has(classAt(items, to))) to++;
  let verbBefore = at - 1;
  while (verbBefore >= from && !isVerb(items, verbBefore)) verbBefore--;
  let verbAfter = at + 1;
  while (verbAfter < to && !isVerb(items, verbAfter)) verbAfter++;
  return {
    items,
    speech,
    at,
    from,
    to,
    verbBefore: verbBefore < from ? -1 : verbBefore,
    verbAfter: verbAfter >= to ? -1 : verbAfter,
  };
}

/** Words of some items in one line, to look for entries of several words in. */
export function wordsOf(items: readonly Item[], from: number, to: number): string {
  let line = " ";
  for (let at = from; at < to; at++) line += `${items[at]?.word ?? ""} `;
  return line;
}

export function holdsAny(line: string, entries: ReadonlySet<string>): boolean {
  for (const entry of entries) if (line.includes(` ${entry} `)) return true;
  return false;
}

export function endsWithAny(line: string, entries: ReadonlySet<string>): boolean {
  for (const entry of entries) if (line.endsWith(` ${entry} `)) return true;
  return false;
}

/** Where the clause of an item begins: behind a conjunction or a comma that opens no "that". */
export function clauseStart({ items, from }: Around, at: number): number {
  for (let index = at - 1; index >= from; index--) {
    const itemClass = classAt(items, index);
    if (itemClass === "conjunction" || itemClass === "dash" || itemClass === "colon") return index + 1;
    if (itemClass === "comma" && classAt(items, index + 1) !== "complementizer") return index + 1;
  }
  return from;
}

/** Where the words end that lead to the quotation: before its comma or colon. */
export function leadEnd({ items, from, at }: Around): number {
  let end = at;
  while (end > from && SIGNS.has(classAt(items, end - 1))) end--;
  return end;
}

export const isReporting = (item: Item | undefined): boolean => item !== undefined && REPORTING_VERBS.has(item.class);
