/** Days of the week before this one, or of the next: "last Friday", "next Monday". */

import type { ToldDays } from "../../languages/shared/dates/told-days.ts";
import { BEGIN, END, oneOf } from "./day-words.ts";

/** "last" and "next" mean the day of another week. */
export type Week = "last" | "next";

const DAYS_A_WEEK = 7;
/** "last Sunday", said on a Tuesday, is two days ago or nine. */
const DAYS_OFF_MIN = 3;
const OWNED = /^['’]s\s/;
/** "At last Friday came", but "At last Friday's talks" */
const AT_LAST = /(?:^|[.,;:–—]\s)at \p{Ll}+\s$/iu;

/** Asked with what stands before and behind a day; "the last Friday" is one of a row. */
export function createWeekReader(told: ToldDays): (head: string, tail: string) => Week | null {
  const pointers = oneOf([...(told.tense?.articles ?? []), ...told.pointers]);
  const week = (words: readonly string[]): RegExp =>
    new RegExp(`(?<!${BEGIN}${pointers}\\s)${BEGIN}${oneOf(words)}\\s$`, "iu");
  const last = week(told.lastWeek);
  const next = week(told.nextWeek);
  // "last Friday in May", "last Friday before the fair"
  const ofTime = new RegExp(
    `^,?\\s${oneOf([...told.otherTimes, ...(told.tense?.prospective ?? []), ...told.planned.parting])}${END}`,
    "iu",
  );
  return (head, tail) => {
    if (ofTime.test(tail) || (AT_LAST.test(head) && !OWNED.test(tail))) return null;
    if (last.test(head)) return "last";
    return next.test(head) ? "next" : null;
  };
}

/**
 * How many days ago it was, less than none where it is ahead; null where the week it is of depends on who says so, and
 * on whether weeks begin with Sunday or Monday. Weekdays are those from Sunday on.
 */
export function countDaysBack(week: Week, weekday: number, today: number): number | null {
  const fromMonday = (day: number): number => (day + DAYS_A_WEEK - 1) % DAYS_A_WEEK;
  const since = (today - weekday + DAYS_A_WEEK) % DAYS_A_WEEK;
  if (week === "last") {
    const isBefore = weekday > today && fromMonday(weekday) > fromMonday(today);
    return isBefore && since >= DAYS_OFF_MIN ? since : null;
  }
  const isBehind = weekday < today && fromMonday(weekday) < fromMonday(today);
  return isBehind && DAYS_A_WEEK - since >= DAYS_OFF_MIN ? since - DAYS_A_WEEK : null;
}
