/** Whether a day of a sentence surely lies ahead: "will meet on Monday", "ahead of Monday's vote". */

import type { ToldDays } from "../../languages/shared/dates/told-days.ts";
import { BEGIN, END, oneOf } from "./day-words.ts";

const CLAUSE_END = /[;:–—()“”„«»!?]|,(?!\d)/;
/** "will speak to the Varen chamber of commerce late on Monday". */
const WORDS_BETWEEN_MAX = 12;

export interface ComingTest {
  /** A day that stands by itself. */
  isAhead(head: string): boolean;
  /** A day that owns something: "heading into [Monday]'s vote". */
  leadsTo(head: string): boolean;
}

export function createComingTest({ coming, links, beside, otherTimes, events, beforeDay }: ToldDays): ComingTest {
  const verb = new RegExp(`${BEGIN}${oneOf(coming.verbs)}((?:\\s\\S+){1,${WORDS_BETWEEN_MAX}})\\s$`, "iu");
  const lead = new RegExp(`${BEGIN}${oneOf(coming.leads)}\\s$`, "iu");
  const other = new RegExp(`${BEGIN}(?:${oneOf(links)}|${oneOf(beside)}|${oneOf(otherTimes)})${END}`, "iu");
  // "will discuss the storm on Monday": the storm's day, or the talk's.
  const event = new RegExp(`${BEGIN}${oneOf(events)}(?:\\s${oneOf(beforeDay)})*\\s*$`, "iu");
  return {
    isAhead(head) {
      const between = verb.exec(head.split(CLAUSE_END).at(-1) ?? "")?.[1];
      return between !== undefined && !other.test(between) && !event.test(between);
    },
    leadsTo: (head) => lead.test(head),
  };
}
