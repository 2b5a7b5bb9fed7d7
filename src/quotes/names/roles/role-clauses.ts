/** Reads what somebody is in the clause behind the name: "who is chair of the board", "who chairs the board". */

import { classAt, classSet, DETERMINING, type Mention } from "../../../languages/reading.ts";
import type { ReadText } from "../../reading/read-text.ts";
import { complementEnd } from "./role-complements.ts";
import { groupEnd, isRoleHead, skipDeterminer } from "./role-groups.ts";
import { type RolePhrase, readRole } from "./role-phrases.ts";
import { isLesser } from "./role-worth.ts";

const NOW = classSet("time", "ly");
const CLAUSE_ENDS = classSet("comma", "stop", "break", "close", "dash", "quotation", "conjunction");
const CLAUSE_ENDS_ALL = classSet("comma", "stop", "break", "quotation", "relative");
const OBJECT = classSet("capital", "plain", "role", "document", "number");
/** "a heating company", "the credit trade": no verb behind a determiner. */
const NOUN_BEHIND = classSet("ing", "ed", "reporting", "framing");
const JOINED = classSet("plain", "capital", "ing", "role", "number", "document", "title");
const COMPLEMENTS_MAX = 3;
const CLAUSE_LENGTH_MAX = 110;
const JOINED_LENGTH_MAX = 160;

/** "who is (now) [chair of the board]": an office without an article, with what it is of. */
export function readOffice(read: ReadText, start: number): RolePhrase | null {
  const first = NOW.has(classAt(read.items, start)) ? start + 1 : start;
  const phrase = classAt(read.items, first) === "ing" ? null : readRole(read, first);
  const [head] = phrase?.heads ?? [];
  if (phrase === null || head === undefined || DETERMINING.has(classAt(read.items, first))) return null;
  return read.speech.roles.has(read.items[head]?.word ?? "") && head < phrase.last ? phrase : null;
}

const hasCapital = (read: ReadText, first: number, last: number): boolean =>
  read.items.slice(first, last + 1).some((item) => item.isUpper);

/** "the company", "their port": what only the text around explains; "the newsletter Rope Rat" is named. */
const leans = (read: ReadText, from: number, last: number): boolean =>
  DETERMINING.has(classAt(read.items, from)) &&
  !read.speech.indefiniteArticles.has(read.items[from]?.word ?? "") &&
  !hasCapital(read, from, last);

/** "now", "also", "currently"; "was" tells another thing. */
const isNow = ({ items, speech }: Pick<ReadText, "items" | "speech">, at: number): boolean => {
  const { word = "", class: itemClass = "break" } = items[at] ?? {};
  if (itemClass !== "auxiliary") return NOW.has(itemClass);
  return !speech.copulas.has(word) && !speech.pastCopulas.has(word) && !speech.unsaid.negators.has(word);
};

/** Where what is done begins behind "who chairs", "who works at", "who writes about"; -1 behind any other verb. */
function objectOf({ items, speech }: ReadText, start: number): number {
  // "who now leads"
  const at = isNow({ items, speech }, start + 1) ? start + 2 : start + 1;
  const verb = items[at]?.word ?? "";
  if (speech.tiedJobVerbs.has(verb) && classAt(items, at + 1) === "preposition") return at + 2;
  return speech.jobVerbs.has(verb) ? at + 1 : -1;
}

/** "[who was Hale's campaign pollster]": an office of the past, told as the past. */
export function readPastOffice(read: ReadText, start: number): RolePhrase | null {
  if (!read.speech.pastCopulas.has(read.items[start + 1]?.word ?? "")) return null;
  const phrase = readRole(read, start + 2);
  const isLess = ({ items, speech }: ReadText, head: number): boolean =>
    isLesser(read, head) || speech.kinRoles.has(items[head]?.word ?? "");
  if (phrase === null || phrase.heads.some((head) => isLess(read, head)) || leans(read, start + 2, phrase.last))
    return null;
  return { first: start, last: phrase.last, heads: [] };
}

/** "[who chairs the board of the port]": what somebody does, from "who" on; null where nobody can be sure of its end. */
export function readJob(read: ReadText, start: number): RolePhrase | null {
  const from = objectOf(read, start);
  if (from < 0) return null;
  const first = skipDeterminer(read, from);
  // "who runs for mayor", "who leads by two": what is run or led must be told.
  const isObject =
    OBJECT.has(classAt(read.items, first)) || (first > from && NOUN_BEHIND.has(classAt(read.items, first)));
  if (!isObject && !isRoleHead(read, first)) return null;
  let last = groupEnd(read, first, first > from, true);
  if (last < first || read.items[last]?.class === "possessive") return null;
  for (let count = 0; count < COMPLEMENTS_MAX; count++) {
    const end = complementEnd(read, last);
    if (end === last) break;
    last = end;
  }
  const length = (read.items[last]?.end ?? 0) - (read.items[start]?.start ?? 0);
  if (!CLAUSE_ENDS.has(classAt(read.items, last + 1)) || length > CLAUSE_LENGTH_MAX) return null;
  // "a heating [and air-conditioning company]": half of what is joined.
  const isHalf = classAt(read.items, last + 1) === "conjunction" && JOINED.has(classAt(read.items, last + 2));
  if (isHalf || leans(read, from, last)) return null;
  return { first: start, last, heads: [] };
}

const opensSentence = ({ items }: ReadText, at: number): boolean =>
  items[at - 1]?.sentence !== items[at]?.sentence || classAt(items, at - 1) === "break";

/** "Ada Moor is a professor of tides at the University of Varen.": an office with its place, which nobody only thinks of her. */
export function roleStated(read: ReadText, mention: Mention): RolePhrase | null {
  const start = mention.last + 2;
  if (!opensSentence(read, mention.first)) return null;
  const phrase = DETERMINING.has(classAt(read.items, start)) ? readRole(read, start) : null;
  const [head] = phrase?.heads ?? [];
  if (phrase === null || head === undefined || head === phrase.last || read.items[phrase.last]?.isUpper !== true)
    return null;
  return read.speech.roles.has(read.items[head]?.word ?? "") && !isLesser(read, head) ? phrase : null;
}

/** Where what somebody does begins behind "who works for", "working for"; "who also leads" leads as well. */
function clauseStart({ items, speech }: ReadText, at: number): number {
  return classAt(items, at) === "relative" && speech.subjectRelatives.has(items[at]?.word ?? "") ? at : -1;
}

/** "working with [Varen First]", by its name: for whom somebody does what the role says; -1 for any other. */
function workEnd(read: ReadText, at: number): number {
  const isWorking = classAt(read.items, at) === "ing" && read.speech.tiedJobVerbs.has(read.items[at]?.word ?? "");
  if (!isWorking || read.items[skipDeterminer(read, at + 2)]?.isUpper !== true) return -1;
  const end = complementEnd(read, at);
  return end > at && CLAUSE_ENDS.has(classAt(read.items, end + 1)) ? end : -1;
}

/** "who is now [a program officer for tides]": what somebody is beside what was told; -1 when that is no office. */
function officeEnd(read: ReadText, at: number): number {
  const start = isNow(read, at) ? at + 1 : at;
  const phrase = DETERMINING.has(classAt(read.items, start)) ? readRole(read, start) : readOffice(read, start);
  if (phrase === null || phrase.heads.some((head) => isLesser(read, head))) return -1;
  return CLAUSE_ENDS.has(classAt(read.items, phrase.last + 1)) && !leans(read, start, phrase.last) ? phrase.last : -1;
}

/** "a former aide to Bo Hale [who leads the Varen Fund]", "a pollster [working for Varen First]": half of it may be the half that is over. */
export function withJob(read: ReadText, phrase: RolePhrase | null): RolePhrase | null {
  if (phrase === null || phrase.heads.length === 0 || !read.speech.stacksNouns) return phrase;
  const at = phrase.last + 1;
  let end = workEnd(read, classAt(read.items, at) === "ly" ? at + 1 : at);
  const start = clauseStart(read, at);
  if (start >= 0) {
    const isCopula = read.speech.copulas.has(read.items[start + 1]?.word ?? "");
    end = isCopula
      ? Math.max(workEnd(read, start + 2), officeEnd(read, start + 2))
      : (readJob(read, start)?.last ?? -1);
  }
  if (end < 0) end = nowEnd(read, phrase);
  const length = (read.items[end]?.end ?? 0) - (read.items[phrase.first]?.start ?? 0);
  return end > phrase.last && length <= JOINED_LENGTH_MAX ? { ...phrase, last: end } : phrase;
}

const THEN_ITEMS_MAX = 10;

/** "a Hale aide during the last vote [and now director of the Tide Trust]": the end of what somebody is now; -1 when that is not told. */
function nowEnd(read: ReadText, { last }: RolePhrase): number {
  if (classAt(read.items, last + 1) !== "preposition") return -1;
  for (let at = last + 2; at - last <= THEN_ITEMS_MAX && !CLAUSE_ENDS_ALL.has(classAt(read.items, at)); at++) {
    if (!read.speech.joiners.has(read.items[at]?.word ?? "") || !isNow(read, at + 1)) continue;
    return readOffice(read, at + 2)?.last ?? -1;
  }
  return -1;
}

/** "chief of staff to Bo Hale[, then the harbor director]": when somebody was what is told. */
export function withThen(read: ReadText, phrase: RolePhrase | null): RolePhrase | null {
  if (phrase === null || !read.speech.stacksNouns || read.items[phrase.last]?.isUpper !== true) return phrase;
  const at = phrase.last + 1;
  const isThen = classAt(read.items, at) === "comma" && read.speech.roleLimits.has(read.items[at + 1]?.word ?? "");
  const office =
    isThen && read.speech.definiteArticles.has(read.items[at + 2]?.word ?? "") ? readRole(read, at + 2) : null;
  const length = (read.items[office?.last ?? 0]?.end ?? 0) - (read.items[phrase.first]?.start ?? 0);
  return office !== null && length <= JOINED_LENGTH_MAX ? { ...phrase, last: office.last } : phrase;
}

const DEED_ITEMS_MAX = 16;
const DEED_ENDS = classSet("comma", "stop", "break", "dash", "open");

/** "the driver [who turned witness]": which driver, only the clause tells; null where nobody can be sure of its end. */
export function withDeed(read: ReadText, phrase: RolePhrase | null): RolePhrase | null {
  if (phrase === null || !read.speech.definiteArticles.has(read.items[phrase.first]?.word ?? "")) return phrase;
  const isWhose = classAt(read.items, phrase.last + 1) === "relative" && phrase.heads.includes(phrase.last);
  if (!isWhose || !read.speech.stacksNouns || hasCapital(read, phrase.first, phrase.last)) return phrase;
  let end = phrase.last + 1;
  while (end - phrase.last < DEED_ITEMS_MAX && !DEED_ENDS.has(classAt(read.items, end + 1))) {
    if (classAt(read.items, end + 1) === "quotation") return null;
    end++;
  }
  const length = (read.items[end]?.end ?? 0) - (read.items[phrase.first]?.start ?? 0);
  return DEED_ENDS.has(classAt(read.items, end + 1)) && length <= CLAUSE_LENGTH_MAX ? { ...phrase, last: end } : null;
}
