/** Reads an office that the name behind a comma explains, with all that it is of: « la directrice du Centre de la mer, [Ada Moor] ». */

import { classAt, classSet, DETERMINING, type Mention } from "../../../languages/reading.ts";
import type { ReadText } from "../../reading/read-text.ts";
import { isFirstName } from "../evidence.ts";
import { isJoiner, isRoleHead } from "./role-groups.ts";
import type { RolePhrase } from "./role-phrases.ts";

const INSIDE = classSet("preposition", "determiner", "capital", "plain", "role", "title", "document", "number");
const TIED = classSet("preposition", "determiner", "plain", "capital");
const OFFICE_ITEMS_MAX = 16;
const WORDS_BEFORE_HEAD_MAX = 3;

/** The head behind an article, over adjectives: „der innenpolitische [Sprecher]“; -1 when there is none. */
function headBehind(read: ReadText, article: number, end: number): number {
  for (let at = article + 1; at <= Math.min(end, article + WORDS_BEFORE_HEAD_MAX); at++) {
    if (isRoleHead(read, at)) return at;
    if (!["plain", "capital", "number", "ed"].includes(classAt(read.items, at))) return -1;
  }
  return -1;
}

/** "Frank-Joris": a first name of two. */
const isGiven = (read: ReadText, word: string): boolean => word.split("-").every((part) => isFirstName(read, part));

/** The offices that end before a comma and a full name, the nearest first; of two nobody knows which is meant: „der Sprecher der Ministerin, Ada Moor“. */
export function officesExplained(read: ReadText, mention: Mention): readonly RolePhrase[] {
  const { speech, items } = read;
  const last = mention.first - 2;
  if (speech.stacksNouns || mention.kind !== "name" || mention.first === mention.last) return [];
  if (classAt(items, last + 1) !== "comma" || !isGiven(read, items[mention.first]?.word ?? "")) return [];
  const found: RolePhrase[] = [];
  for (let at = last; at >= 0 && last - at <= OFFICE_ITEMS_MAX; at--) {
    if (!INSIDE.has(classAt(items, at)) && !(isJoiner(read, at) && items[at + 1]?.isUpper === true)) break;
    const head = DETERMINING.has(classAt(items, at)) ? headBehind(read, at, last) : -1;
    const isWhole = head >= 0 && (head === last || TIED.has(classAt(items, head + 1)));
    if (isWhole) found.push({ first: at + 1, last, heads: [head] });
  }
  return found;
}
