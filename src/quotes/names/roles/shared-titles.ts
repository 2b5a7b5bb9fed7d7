/** Reads the title that several names share: "Senators Ada Moor and Bo Hale", each of whom is a senator. */

import { classAt, type Mention } from "../../../languages/reading.ts";
import { isNameInside } from "../../reading/capitals.ts";
import type { ReadText } from "../../reading/read-text.ts";
import { isFirstName } from "../evidence.ts";
import { nameStart } from "../name-forms.ts";
import { phraseStart } from "./role-before.ts";
import { isJoiner, isKnown, tailOf } from "./role-groups.ts";
import { seatBehind } from "./role-seats.ts";
import { type Role, WORTH } from "./role-worth.ts";

const LISTED_MAX = 6;
const BRACKETED_ITEMS_MAX = 8;
const PLACE_ITEMS_MAX = 5;

const wordAt = (read: ReadText, index: number): string => read.items[index]?.word ?? "";
const isUpperAt = (read: ReadText, index: number): boolean => read.items[index]?.isUpper === true;

/** "Ada Moor (D-Varen)", "Ada Moor of Varen": the name's last item, from the end of what stands behind it. */
function nameEnd(read: ReadText, end: number): number {
  if (read.index.byLast.has(end) && isFullName(read, end)) return end;
  if (classAt(read.items, end) === "close") {
    for (let at = end - 1; end - at <= BRACKETED_ITEMS_MAX; at--)
      if (classAt(read.items, at) === "open") return isFullName(read, at - 1) ? at - 1 : -1;
    return -1;
  }
  for (let at = end; end - at <= PLACE_ITEMS_MAX && isUpperAt(read, at); at--)
    if (read.speech.officeJoiners.has(wordAt(read, at - 1))) return isFullName(read, at - 2) ? at - 2 : -1;
  return -1;
}

/** "Ada Moor": a first name and more. */
function isFullName(read: ReadText, last: number): boolean {
  const mention = read.mentions[read.index.byLast.get(last) ?? -1];
  if (mention?.kind !== "name") return false;
  const start = ownStart(read, mention);
  return start < last && isFirstName(read, wordAt(read, start));
}

/** Where a name begins behind what a sentence opens with: "Singer-guitarists [Ada Moor]". */
function ownStart(read: ReadText, mention: Mention): number {
  const start = nameStart(read, mention);
  return start + 1 < mention.last && singularAt(read, start) !== null ? start + 1 : start;
}

/** Whether another name is joined behind a name, over the brackets and the place that may stand there. */
function goesOnWithName(read: ReadText, last: number): boolean {
  let at = last + 1;
  if (classAt(read.items, at) === "open") {
    const from = at;
    while (at - from <= BRACKETED_ITEMS_MAX && classAt(read.items, at) !== "close") at++;
    at++;
  } else if (read.speech.officeJoiners.has(wordAt(read, at)) && isUpperAt(read, at + 1)) {
    at++;
    while (isUpperAt(read, at)) at++;
  }
  if (classAt(read.items, at) === "comma") at++;
  if (isJoiner(read, at)) at++;
  const next = at > last + 1 ? read.mentions[read.index.byFirst.get(at) ?? -1] : undefined;
  return next !== undefined && isFullName(read, next.last);
}

/** Where the name of the first of a list begins; -1 when no other name stands before. */
function listStart(read: ReadText, first: number): number {
  let from = first;
  for (let count = 0; count < LISTED_MAX; count++) {
    let at = from - 1;
    const isJoined = isJoiner(read, at);
    if (isJoined) at--;
    if (classAt(read.items, at) === "comma") at--;
    else if (!isJoined) break;
    const last = nameEnd(read, at);
    const mention = last < 0 ? undefined : read.mentions[read.index.byLast.get(last) ?? -1];
    if (mention === undefined) return -1;
    from = ownStart(read, mention);
  }
  return from;
}

/** "senators" -> "senator", "Reps." -> "Rep.", "congressmen" -> "congressman"; null for what several cannot be called. */
function toSingular(read: ReadText, printed: string): string | null {
  const { noRoles, kinRoles, roleVerbs, lesserRoles } = read.speech;
  const singular = printed.replace(/s(?=\.?$)/u, "").replace(/men$/u, "man");
  const word = tailOf(singular.toLowerCase());
  if (singular === printed || !isKnown(read, word)) return null;
  // "the film stars Ada Moor": a verb as well; "brothers", "members": of whom and of what, nothing says.
  const isLess = lesserRoles.has(word) || kinRoles.has(word) || noRoles.has(word);
  return isLess || (roleVerbs.has(word) && word === singular) ? null : singular;
}

function singularAt(read: ReadText, at: number): string | null {
  const { start = 0, end = 0 } = read.items[at] ?? {};
  return end - start < 2 ? null : toSingular(read, read.text.slice(start, end));
}

/** "[Take] Varen Senators Ada Moor and Bo Hale": what has its capital from the sentence is none of it. */
function openingOf(read: ReadText, head: number, from: number): number {
  const start = phraseStart(read, head, from);
  const isOpening =
    classAt(read.items, start) === "capital" && read.items[start - 1]?.sentence !== read.items[start]?.sentence;
  return start < head && isOpening && !isNameInside(read.items, wordAt(read, start)) ? start + 1 : start;
}

/** What each of several is who are named behind one title: "Senator" of "Senators [Ada Moor] and [Bo Hale]"; null for any other name. */
export function sharedTitle(read: ReadText, mention: Mention): Role | null {
  if (!read.speech.stacksNouns || mention.kind !== "name" || !isFullName(read, mention.last)) return null;
  const first = ownStart(read, mention);
  const from = listStart(read, first);
  if (from < 0 || (from === first && !goesOnWithName(read, mention.last))) return null;
  const head = from - 1;
  const singular = singularAt(read, head);
  if (singular === null) return null;
  const start = read.items[head]?.start ?? 0;
  const text = `${read.text.slice(read.items[openingOf(read, head, from)]?.start ?? start, start)}${singular}`;
  if (text.includes("\n")) return null;
  const isTitle = read.speech.titles.has(singular.toLowerCase());
  const seat = isTitle ? seatBehind(read, mention) : null;
  // What is printed of one alone tells more than what several share.
  const worth = isTitle ? WORTH.short : WORTH.office;
  return { text: seat === null ? text : `${text} ${seat}`, worth };
}
