/** Whether a day stands in a name: "Patch Tuesday", "Friday Night Lights", "TODAY.com". */

import type { ToldDays } from "../../languages/shared/dates/told-days.ts";
import { BEGIN, oneOf } from "./day-words.ts";

/** A day in a sentence, and what stands around it. */
export interface FoundDay {
  /** The day with its part: "Monday evening". */
  readonly word: string;
  readonly head: string;
  readonly tail: string;
  readonly hasPart: boolean;
}

const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text);
/** "the House Committee [Tuesday]", "CNN [Tuesday]": a whole name of its own stands before the day. */
const WHOLE_NAME = /(?:\p{Lu}\S*\s(?:(?:of|the|for|and)\s){0,2}\p{Lu}\S*|\p{Lu}{2,})\s$/u;

export function createNameTest(told: ToldDays, hasCapitalNouns: boolean): (found: FoundDay) => boolean {
  // "told reporters in Varen [Tuesday]"
  const placed = new RegExp(`${BEGIN}${oneOf(told.carriers)}\\s\\p{Lu}\\S*\\s$`, "u");
  const ended = new RegExp(`${BEGIN}${oneOf(told.nameEnds)}\\s$`, "u");
  const named = new RegExp(`${BEGIN}${oneOf(told.notBefore)}\\s$`, "iu");
  return ({ word, head, tail, hasPart }) => {
    if (word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()) return true;
    if (/^(?:\.\p{Ll}|@|\/)/u.test(tail) || told.names.some((name) => `${head}${word}`.endsWith(name))) return true;
    // Where nouns have capitals, or days have none, neighbors with capitals say nothing.
    if (hasCapitalNouns || !isCapital(word)) return false;
    const [, part = ""] = word.split(" ");
    const before = /(\S+)\s$/u.exec(head)?.[1];
    // "told The Lantern Monday evening"
    const isTimeOnly = hasPart && !isCapital(part);
    const isAfterName =
      before !== undefined && /^\p{Lu}\S*[^.,;:!?"”]$/u.test(before) && head.length > before.length + 1;
    const isOwn = (WHOLE_NAME.test(head) || placed.test(head)) && !ended.test(head) && !named.test(head);
    if (isAfterName && !isTimeOnly && !isOwn) return true;
    if (!/^\s\p{Lu}/u.test(tail)) return false;
    // "On Monday Ada Moor said": the day of a sentence that begins here, not of a name that begins with the day.
    return isCapital(part) || before === undefined || !told.beforeDay.includes(before.toLowerCase());
  };
}
