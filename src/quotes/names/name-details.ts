/** Skips what stands between a name and its role: an age, degrees. */

import { classAt } from "../../languages/reading.ts";
import { DEGREES } from "../../languages/shared/names/degrees.ts";
import type { ReadText } from "../reading/read-text.ts";
import { isRoleHead } from "./roles/role-groups.ts";

const SEGMENTS_MAX = 6;
const SEGMENT_ITEMS_MAX = 6;
/** Letters of a degree: "MSc", "Ph.D.", "R.D.N.". */
const DEGREE = /^(?:\p{Lu}[\p{L}.]{0,4}|(?:\p{Lu}\p{Ll}?\.){2,4})$/u;

/** Behind ", 43", ", MD", "(43)", " MS, RD": where what somebody is may begin. */
export function behindDetails(read: ReadText, last: number): number {
  let at = behindSuffix(read, last + 1);
  if (DEGREES.has(read.items[at]?.word ?? "")) at++;
  for (let count = 0; count < SEGMENTS_MAX; count++) {
    if (classAt(read.items, at) !== "comma" && classAt(read.items, at) !== "open") return -1;
    let end = at + 1;
    while (end - at < SEGMENT_ITEMS_MAX && isDetail(read, end)) end++;
    if (end === at + 1) return classAt(read.items, at) === "comma" ? end : -1;
    const isClosed = classAt(read.items, end) === "close";
    if (isClosed) end++;
    if (classAt(read.items, end) !== "comma") return isClosed || classAt(read.items, at) === "open" ? -1 : at + 1;
    at = end;
  }
  return -1;
}

/** "Ada Moor Jr., the harbor master", "Ada Moor, Jr., the harbor master": no part of a mention. */
export function behindSuffix(read: ReadText, at: number): number {
  const first = classAt(read.items, at) === "comma" ? at + 1 : at;
  return read.speech.suffixes.has(read.items[first]?.word ?? "") ? first + 1 : at;
}

/** An age or a degree. */
function isDetail(read: ReadText, index: number): boolean {
  const item = read.items[index];
  if (item === undefined) return false;
  if (item.class === "number" || (item.class === "stop" && classAt(read.items, index - 1) === "capital")) return true;
  const raw = read.text.slice(item.start, item.end);
  return DEGREE.test(raw) && raw.length > 1 && !/^\p{Lu}\p{Ll}{2,}$/u.test(raw) && !isRoleHead(read, index);
}
