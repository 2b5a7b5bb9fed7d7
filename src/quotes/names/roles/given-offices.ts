/** Tells whether a word that is an office is somebody's first name where it stands: "[Dean] Moor". */

import { classAt, DETERMINING, type Mention } from "../../../languages/reading.ts";
import type { ReadText } from "../../reading/read-text.ts";

const smallWords = new WeakMap<ReadText, ReadonlySet<string>>();

/** The words that a text has in small letters, each once. */
function findSmallWords(read: ReadText): ReadonlySet<string> {
  const known = smallWords.get(read);
  if (known !== undefined) return known;
  const found = new Set(read.items.filter((item) => !item.isUpper).map((item) => item.word));
  smallWords.set(read, found);
  return found;
}

/** Whether nobody is called so in small letters, and no article stands before the name: "the Dean Moor" is a dean. */
export function isGivenHere(read: ReadText, { first }: Mention, word: string): boolean {
  if (!read.speech.givenOffices.has(word)) return false;
  const isDetermined = [first - 1, first].some((at) => DETERMINING.has(classAt(read.items, at)));
  return !isDetermined && !findSmallWords(read).has(word);
}
