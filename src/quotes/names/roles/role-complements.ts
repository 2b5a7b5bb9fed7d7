/** Reads what somebody is something of: "head [of claims] [at Marlow Stern]". */

import { classAt, classSet, type ItemClass } from "../../../languages/reading.ts";
import type { ReadText } from "../../reading/read-text.ts";
import { isFirstName } from "../evidence.ts";
import { groupEnd, isJoiner, skipDeterminer } from "./role-groups.ts";

const TIMES = classSet("time", "number");
const TITLE_LENGTH_MAX = 90;

const wordAt = (read: ReadText, index: number): string => read.items[index]?.word ?? "";

/** "of claims"; "representing the crew", where the language's list says so. */
const ties = (read: ReadText, index: number): boolean => {
  const { roleComplements } = read.speech;
  const isListed = roleComplements.has(wordAt(read, index));
  if (classAt(read.items, index) === "ing") return isListed;
  return classAt(read.items, index) === "preposition" && (roleComplements.size === 0 || isListed);
};

/** Whether a group tells when or where something was said and not what somebody is head of. */
function isAside(read: ReadText, first: number, last: number): boolean {
  const itemClass: ItemClass = classAt(read.items, first);
  return TIMES.has(itemClass) || read.speech.cueNouns.has(wordAt(read, last));
}

const MARKS = /^[“”"'‘’„«»]+|[.,]?[“”"'‘’„«»]+$/gu;

/** "author of “Ropes: A Life.”": the title of a work in marks, capitals at its head and its end. */
function isWork(read: ReadText, index: number): boolean {
  const { start = 0, end = 0, isUpper = false } = read.items[index] ?? {};
  if (end - start > TITLE_LENGTH_MAX) return false;
  const title = read.text.slice(start, end).replace(MARKS, "");
  return isUpper || (/^\p{Lu}/u.test(title) && /(?:^|[ -])\p{Lu}[\p{L}’']*$/u.test(title) && !/[.;!?]/u.test(title));
}

/** A title with its own stop inside the marks, behind which nothing of the phrase can stand. */
export const closesInside = (read: ReadText, index: number): boolean =>
  classAt(read.items, index) === "quotation" &&
  /[.,][“”"'‘’„«»]+$/u.test(read.text.slice(read.items[index]?.start ?? 0, read.items[index]?.end ?? 0));

/** The end of "of claims", "at Marlow Stern", „der Werft“ behind an item; that item when nothing is tied to it. */
export function complementEnd(read: ReadText, last: number): number {
  const isTied = ties(read, last + 1);
  const isGenitive = !read.speech.stacksNouns && classAt(read.items, last + 1) === "determiner";
  if (!isTied && !isGenitive) return last;
  const from = isTied ? last + 2 : last + 1;
  const first = skipDeterminer(read, from);
  const item = read.items[first];
  if (item?.class === "quotation") return isWork(read, first) ? first : last;
  let end = groupEnd(read, first, first > from, true);
  if (end < first || classAt(read.items, end) === "possessive" || isAside(read, first, end)) return last;
  // "at a custom [writing service]": where the phrase ends nobody can be sure.
  const isTie = ties(read, end + 1);
  const isFormBehind = !isTie && read.speech.participle?.test(wordAt(read, end + 1)) === true;
  if (isFormBehind && classAt(read.items, end + 2) === "plain") return last;
  // "Center for Education and Research", "global entertainment & media deals".
  while (isJoiner(read, end + 1) || classAt(read.items, end + 1) === "sign") {
    const isUpper = read.items[end]?.isUpper === true;
    if (isJoiner(read, end + 1) && read.items[end + 2]?.isUpper !== isUpper) break;
    const next = groupEnd(read, end + 2, false);
    if (next < end + 2) break;
    end = next;
  }
  return listedEnd(read, end);
}

const LISTED_WORDS_MAX = 3;
const LISTED_MAX = 5;
const BEHIND_LISTED = classSet("comma", "stop", "break", "open", "close", "reporting", "quotation", "relative");

/** The last of words with capitals from an item on that can be a part of a house's name, and nobody's; before it when there are none. */
function listedWords(read: ReadText, from: number): number {
  let end = from - 1;
  while (classAt(read.items, end + 1) === "capital" && read.items[end + 1]?.isUpper === true) end++;
  const isPart = end - from < LISTED_WORDS_MAX && !isFirstName(read, wordAt(read, from));
  return isPart ? end : from - 1;
}

/** "Committee on Science[, Space and Tides]", "Hale Defense[, Space, and Ropes], said": a name that holds a list; `last` for any other. */
function listedEnd(read: ReadText, last: number): number {
  if (!read.speech.stacksNouns || read.items[last]?.isUpper !== true) return last;
  let end = last;
  for (let count = 0; count < LISTED_MAX && classAt(read.items, end + 1) === "comma"; count++) {
    const isLast = isJoiner(read, end + 2);
    const first = isLast ? end + 3 : end + 2;
    end = listedWords(read, first);
    if (end < first) return last;
    const behind = isLast ? end : isJoiner(read, end + 1) ? listedWords(read, end + 2) : -1;
    if (behind > end + 1 || isLast) return BEHIND_LISTED.has(classAt(read.items, behind + 1)) ? behind : last;
  }
  return last;
}

/** "Sales [&] Ferries" */
const isSigned = (read: ReadText, at: number): boolean =>
  classAt(read.items, at) === "sign" && classAt(read.items, at + 1) === "capital";

const BEHIND_EMPLOYER = classSet("stop", "break", "open");

/** "director of engineering, [Harbor Cloud].", "vice president, [Sales & Regional Ferries at Hale North]." at a sentence's end: whom somebody works for; `last` when nobody is told so. */
export function employerEnd(read: ReadText, last: number): number {
  if (
    read.speech.officeJoiners.size === 0 ||
    classAt(read.items, last + 1) !== "comma" ||
    classAt(read.items, last + 2) !== "capital"
  )
    return last;
  let end = last + 2;
  while (classAt(read.items, end + 1) === "capital" || isSigned(read, end + 1)) end++;
  end = complementEnd(read, end);
  const hasSign = read.items.slice(last + 2, end).some((item) => item.class === "sign");
  const isPerson = !hasSign && isFirstName(read, wordAt(read, last + 2));
  return !isPerson && BEHIND_EMPLOYER.has(classAt(read.items, end + 1)) ? end : last;
}
