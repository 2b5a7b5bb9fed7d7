/** Reads what somebody is in the clause behind the name: "who is chair of the board", "who chairs the board". */

import { classAt, classSet, DETERMINING, type Mention } from "../../../languages/reading.ts";
import type { ReadText } from "../../reading/read-text.ts";
import { complementEnd } from "./role-complements.ts";
import { groupEnd, isRoleHead, skipDeterminer } from "./role-groups.ts";
import { type RolePhrase, readRole } from "./role-phrases.ts";
import { isLesser } from "./role-worth.ts";

const NOW = classSet("time", "ly");
const CLAUSE_ENDS = classSet("comma", "stop", "break", "close", "dash", "quotation", "conjunction");
const OBJECT = classSet("capital", "plain", "role");
const COMPLEMENTS_MAX = 3;
const CLAUSE_LENGTH_MAX = 110;

/** "who is (now) [chair of the board]": an office without an article, with what it is of. */
export function readOffice(read: ReadText, start: number): RolePhrase | null {
  const first = NOW.has(classAt(read.items, start)) ? start + 1 : start;
  const phrase = classAt(read.items, first) === "ing" ? null : readRole(read, first);
  const [head] = phrase?.heads ?? [];
  if (phrase === null || head === undefined || DETERMINING.has(classAt(read.items, first))) return null;
  return read.speech.roles.has(read.items[head]?.word ?? "") && head < phrase.last ? phrase : null;
}

/** "[who chairs the board of the port]": what somebody does, from "who" on; null where nobody can be sure of its end. */
export function readJob(read: ReadText, start: number): RolePhrase | null {
  const from = start + 2;
  const first = skipDeterminer(read, from);
  // "who runs for mayor", "who leads by two": what is run or led must be told.
  if (!OBJECT.has(classAt(read.items, first)) && !isRoleHead(read, first)) return null;
  let last = groupEnd(read, first, first > from, true);
  if (last < first || read.items[last]?.class === "possessive") return null;
  for (let count = 0; count < COMPLEMENTS_MAX; count++) {
    const end = complementEnd(read, last);
    if (end === last) break;
    last = end;
  }
  const length = (read.items[last]?.end ?? 0) - (read.items[start]?.start ?? 0);
  if (!CLAUSE_ENDS.has(classAt(read.items, last + 1)) || length > CLAUSE_LENGTH_MAX) return null;
  return { first: start, last, heads: [] };
}

const opensSentence = ({ items }: ReadText, at: number): boolean =>
  items[at - 1]?.sentence !== items[at]?.sentence || classAt(items, at - 1) === "break";

/** "Ada Moor is a professor of tides at the University of Varen.": an office with its place, which nobody only thinks of her. */
export function roleStated(read: ReadText, mention: Mention): RolePhrase | null {
  const start = mention.last + 2;
  if (mention.first === mention.last || !opensSentence(read, mention.first)) return null;
  const phrase = DETERMINING.has(classAt(read.items, start)) ? readRole(read, start) : null;
  const [head] = phrase?.heads ?? [];
  if (phrase === null || head === undefined || head === phrase.last || read.items[phrase.last]?.isUpper !== true)
    return null;
  return read.speech.roles.has(read.items[head]?.word ?? "") && !isLesser(read, head) ? phrase : null;
}
