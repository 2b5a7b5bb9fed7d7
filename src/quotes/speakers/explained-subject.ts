/** Subjects behind a verb that are told of otherwise: « un autre passionné, Ivo Moor », « a de son côté suggéré ». */

import { classAt, type Item } from "../../languages/reading.ts";
import { isFirstName } from "../names/evidence.ts";
import type { ReadText } from "../reading/read-text.ts";

const ENDS = new Set(["comma", "stop", "break"]);

/** « poursuit un autre passionné, [Ivo Moor]. »: the full name that explains a noun which is no role; -1 for none. */
export function namedBehind(read: ReadText, index: number): number {
  const last = read.mentions[index]?.last ?? -1;
  const name = classAt(read.items, last + 1) === "comma" ? read.index.byFirst.get(last + 2) : undefined;
  const mention = read.mentions[name ?? -1];
  if (name === undefined || mention?.kind !== "name" || mention.last === mention.first) return -1;
  const isEnded = ENDS.has(classAt(read.items, mention.last + 1));
  return isEnded && isFirstName(read, read.items[mention.first]?.word ?? "") ? name : -1;
}

/** « de son côté », three words between a helping verb and its participle. */
export const OWN_SIDE_ITEMS = 3;
export const isOwnSide = (items: readonly Item[], at: number): boolean =>
  classAt(items, at) === "preposition" &&
  classAt(items, at + 1) === "otherPronoun" &&
  classAt(items, at + 2) === "plain";
