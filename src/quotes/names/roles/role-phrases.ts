/** Reads a phrase that says what somebody is: "the former head of claims at Marlow Stern". Certain or none. */

import { classAt, classSet, REPORTING_VERBS } from "../../../languages/reading.ts";
import type { ReadText } from "../../reading/read-text.ts";
import { closesInside, complementEnd, employerEnd } from "./role-complements.ts";
import { groupEnd, isJoiner, isKnown, isRoleHead, skipDeterminer, tailOf } from "./role-groups.ts";

/** Items, both inside. */
export interface RolePhrase {
  readonly first: number;
  readonly last: number;
  /** The words that say what somebody is: one, or two in "president and founder". */
  readonly heads: readonly number[];
}

interface Group {
  readonly last: number;
  readonly head: number;
}

const FORMED = classSet("ed", "ing");
/** What may stand behind a role where it ends. */
const ENDS = classSet(
  "comma",
  "stop",
  "break",
  "close",
  "open",
  "colon",
  "dash",
  "quotation",
  "relative",
  "reporting",
  "framing",
  "preposition",
  "conjunction",
);

const COMPLEMENTS_MAX = 5;
const LIST_MAX = 4;
const ROLE_LENGTH_MAX = 120;
/** Words between the first word of a group and its head where adjectives surround a noun: „sicherheitspolitischer Sprecher“. */
const WORDS_BEFORE_NOUN_MAX = 2;
/** "a 26-year-old pilot", "the 2031 nominee"; other numbers count several. */
const AGE_OR_YEAR = /^(?:\d{1,3}-year-old|[12]\d{3})$/;
const BEHIND_DOING = classSet("preposition", "determiner", "otherPronoun", "capital");

const wordAt = (read: ReadText, index: number): string => read.items[index]?.word ?? "";
const startAt = (read: ReadText, index: number): number => read.items[index]?.start ?? 0;
const endAt = (read: ReadText, index: number): number => read.items[index]?.end ?? 0;

/** "Head of Claims", "Marlow's Tea Blender": a word of no list with a capital is a role only where it can be no name. */
function isTitled(read: ReadText, first: number, last: number): boolean {
  const isOwned = read.items.slice(first, last).some((item) => item.class === "possessive");
  const isOffice = first === last && read.speech.officeJoiners.has(wordAt(read, last + 1));
  return (isOwned || isOffice) && classAt(read.items, last) === "capital" && read.speech.isWorker(wordAt(read, last));
}

/** "space communications and navigation architect", "Research and Data Director": the last of what is joined is the head. */
function joinedHead(read: ReadText, last: number): Group | null {
  const isSmall = [last, last + 2].every((index) => read.items[index]?.isUpper === false);
  if (isSmall) return classAt(read.items, last) === "plain" ? joinedGroup(read, last) : null;
  const isUpper = [last, last + 2, last + 3].every((index) => read.items[index]?.isUpper === true);
  const group = isUpper && !read.speech.firstNames.has(wordAt(read, last)) ? joinedGroup(read, last) : null;
  // "Hale and Director Ada Moor" are two; only an office of several words is shared.
  return group !== null && group.last > last + 2 && group.head === group.last ? group : null;
}

/** "one of the co-chairs of the board". */
function readOneOf(read: ReadText, start: number): RolePhrase | null {
  const { indefiniteArticles, officeJoiners } = read.speech;
  if (!indefiniteArticles.has(wordAt(read, start)) || !officeJoiners.has(wordAt(read, start + 1))) return null;
  const first = skipDeterminer(read, start + 2);
  const last = groupEnd(read, first, false);
  if (first === start + 2 || last < first || !isKnown(read, tailOf(wordAt(read, last)).replace(/s$/, ""))) return null;
  const end = complementEnd(read, last);
  return ENDS.has(classAt(read.items, end + 1)) ? { first: start, last: end, heads: [last] } : null;
}

/** „der Vertreter Ivar Hale“ is somebody else; «мэр Варена» is of Varen. */
function isFollowedByName(read: ReadText, head: number, last: number): boolean {
  if (head === last || read.items[head + 1]?.isUpper !== true) return false;
  const { definiteArticles, hasCapitalNouns, firstNames } = read.speech;
  const isOf = definiteArticles.size === 0 && !hasCapitalNouns && head + 1 === last;
  return !isOf || firstNames.has(wordAt(read, last));
}

/** The head of a group: its last word where nouns are stacked, else the first that is one. */
function headOf(read: ReadText, first: number, last: number): number {
  if (read.speech.stacksNouns) return isRoleHead(read, last) || isTitled(read, first, last) ? last : -1;
  for (let index = first; index <= Math.min(last, first + WORDS_BEFORE_NOUN_MAX); index++) {
    if (isRoleHead(read, index)) return isFollowedByName(read, index, last) ? -1 : index;
  }
  return -1;
}

/** "and CEO", "and the lead author": a second thing that somebody is. */
function joinedGroup(read: ReadText, last: number): Group | null {
  if (!isJoiner(read, last + 1)) return null;
  const first = skipDeterminer(read, last + 2);
  // "a pilot and the other witness": of whom the one is, only the text tells.
  if (
    first > last + 2 &&
    classAt(read.items, first) === "common" &&
    !read.speech.roleModifiers.has(wordAt(read, first))
  )
    return null;
  const end = groupEnd(read, first, first > last + 2);
  const head = end < first ? -1 : headOf(read, first, end);
  return head < 0 ? null : { last: end, head };
}

/** "chairman, [CEO and president]", "editor, [writer, and host]": a list of what one is that "and" ends; null for any other. */
function readList(read: ReadText, last: number): { readonly last: number; readonly heads: readonly number[] } | null {
  const heads: number[] = [];
  let end = last;
  while (heads.length < LIST_MAX && read.speech.stacksNouns && classAt(read.items, end + 1) === "comma") {
    const isLast = isJoiner(read, end + 2);
    const first = isLast ? end + 3 : end + 2;
    const group = groupEnd(read, first, false);
    const head = group < first ? -1 : headOf(read, first, group);
    if (head < 0 || head < group) return null;
    heads.push(head);
    end = group;
    const joined = isLast ? null : joinedGroup(read, end);
    if (joined !== null) heads.push(joined.head);
    if (isLast || joined !== null) return { last: joined?.last ?? end, heads };
  }
  return null;
}

/** "co-founder of the charity [The Tide Trust]", "at Care 360[°]": the complement goes on in a way nobody can be sure of. */
const GOES_ON = classSet("determiner", "sign");
/** "Varen Office of Tides press [officer]": the house's own name stands before what somebody is there; null when it does not. */
function headBehindHouse(read: ReadText, last: number): Group | null {
  if (!read.speech.stacksNouns || read.items[last]?.isUpper !== true) return null;
  if (!read.speech.organizationWords.has(wordAt(read, last)) || !read.speech.officeJoiners.has(wordAt(read, last + 1)))
    return null;
  const end = groupEnd(read, last + 2, false);
  const isOffice = end > last + 2 && read.items[last + 2]?.isUpper === true && read.items[end]?.isUpper === false;
  return isOffice && isRoleHead(read, end) ? { last: end, head: end } : null;
}

/** The role that a phrase from `start` on tells; null when it is none or nobody can be sure where it ends. */
export function readRole(read: ReadText, start: number): RolePhrase | null {
  const oneOf = readOneOf(read, start);
  if (oneOf !== null) return oneOf;
  const first = skipDeterminer(read, start);
  let group = groupEnd(read, first, first > start);
  let head = group < first ? -1 : headOf(read, first, group);
  const more = head < 0 && group >= first ? (joinedHead(read, group) ?? headBehindHouse(read, group)) : null;
  if (more !== null) {
    head = more.head;
    group = more.last;
  }
  const isCounted =
    classAt(read.items, first) === "number" && (first === start || !AGE_OR_YEAR.test(wordAt(read, first)));
  if (head < 0 || isCounted || classAt(read.items, first) === "ly") return null;
  const list = readList(read, group);
  const heads = [head, ...(list?.heads ?? [])];
  let last = list?.last ?? group;
  for (let count = 0; count < COMPLEMENTS_MAX; count++) {
    const tied = complementEnd(read, last);
    const joined = tied > last ? null : joinedGroup(read, last);
    const end = joined?.last ?? tied;
    // "director of the Tide Museum [at a mill] across the square": a place whose own place is cut off.
    const isCut = count > 0 && read.speech.indefiniteArticles.has(wordAt(read, last + 2));
    if (joined === null && isCut && classAt(read.items, end + 1) === "preposition") break;
    if (end === last || endAt(read, end) - startAt(read, start) > ROLE_LENGTH_MAX) break;
    if (joined === null && read.speech.stacksNouns && GOES_ON.has(classAt(read.items, end + 1))) break;
    if (joined !== null) heads.push(joined.head);
    last = end;
  }
  last = employerEnd(read, last);
  const isLong = endAt(read, last) - startAt(read, start) > ROLE_LENGTH_MAX;
  const behind = classAt(read.items, last + 1);
  // "a member of a board charged with": a verb's form ends the phrase, but not one right behind the role.
  // "a pollster working for Hale": what somebody does there is no part of it; "a driver training teacher" is not read.
  // "an operative currently working for Hale"
  const doing = behind === "ly" ? last + 2 : last + 1;
  const isDoing =
    classAt(read.items, doing) === "ing" && BEHIND_DOING.has(classAt(read.items, doing + 1)) && first > start;
  // "star of the reality TV [show]": in a form that goes with no single subject, a verb is a noun that was not read.
  const isUnread =
    read.speech.stacksNouns && REPORTING_VERBS.has(behind) && read.items[last + 1]?.lemma === wordAt(read, last + 1);
  if (isUnread) return null;
  const isEnd =
    ENDS.has(behind) ||
    // "staff of Hale councilors [such as] Ada Moor"
    (behind === "common" && classAt(read.items, last + 2) === "preposition") ||
    closesInside(read, last) ||
    (FORMED.has(behind) && last > group) ||
    (isDoing && isKnown(read, wordAt(read, last)));
  return isEnd && !isLong ? { first: start, last, heads } : null;
}
