/** Tells what a capital says of a word: that it is letters for a name ("US", "IT"), or a name in mid-sentence. */

import type { Item } from "../../languages/reading.ts";
import { isPlaceName } from "../../languages/shared/names/name-lists.ts";
import { isWordAt, kindAt, UPPER } from "../marks/characters.ts";
import type { Stretch } from "../marks/stretch.ts";

/** Characters looked at for the word behind one. */
const NEXT_WORD_MAX = 40;

/** "US attorney", "IT chief": two letters and more in capitals, before a word that is not. */
export function isInCapitals(text: string, start: number, end: number): boolean {
  const own = text.slice(start, end);
  if (own.length < 2 || own !== own.toUpperCase()) return false;
  const next = /^ (\p{L}+)/u.exec(text.slice(end, end + NEXT_WORD_MAX))?.[1] ?? "";
  return next.length === 1 || next === "" || next !== next.toUpperCase();
}

/** Whether a word has its capital in mid-sentence, too, or is a place's name. */
export const isNameInside = (items: readonly Item[], word: string): boolean =>
  isPlaceName(word) ||
  items.some((item, at) => item.word === word && item.isUpper && items[at - 1]?.sentence === item.sentence);

const TITLE_LENGTH_MAX = 32;

/** A few words, the first and the last with a capital, no sign at the end: the name of a newspaper, it may be. */
export function isTitle(text: string, stretch: Stretch): boolean {
  if (stretch.end - stretch.start > TITLE_LENGTH_MAX || kindAt(text, stretch.start) !== UPPER) return false;
  let last = stretch.end;
  while (last > stretch.start && isWordAt(text, last - 1)) last--;
  return last < stretch.end && kindAt(text, last) === UPPER;
}
