/** Days whose week a word beside them tells: „am gestrigen Dienstag“, « vendredi dernier », "since Monday". */

import type { ToldDays } from "../../languages/shared/dates/told-days.ts";
import { BEGIN, END, oneOf, whole } from "./day-words.ts";

/**
 * "off": so many days from the article's own, if its day of the week agrees. "lately" and "shortly": the nearest of its
 * name behind it, or ahead. "ongoing": the last of its name, from which something goes on.
 */
export type Pointed = "lately" | "shortly" | "ongoing" | { readonly daysOff: number };

export interface PointedDay {
  readonly pointed: Pointed;
  /** How many letters of what stands behind the day belong to it: « vendredi[ dernier] ». */
  readonly length: number;
}

const DAYS_A_WEEK = 7;
/** « vendredi dernier », written on a Sunday or a Monday, may be two days ago; in the midst of a week it may be nine. */
const NEAR_DAYS_MIN = 2;
const DAYS_MIN = 3;
const MONDAY = 1;
/** "since Tuesday", written on a Monday, may be of a page that is late. */
const ONGOING_DAYS_MAX = 5;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/** Asked with a sentence without its quotations, and what stands in it before and behind a day. */
export function createPointedReader(
  told: ToldDays,
): (sentence: string, head: string, tail: string) => PointedDay | null {
  const { off, lately, latelyBehind, shortly, shortlyBehind, parted, ongoing, goingOn, gone } = told.pointed;
  const before = (words: readonly string[]): RegExp => new RegExp(`${BEGIN}${oneOf(words)}\\s$`, "iu");
  const behind = (words: readonly string[]): RegExp => new RegExp(`^\\s${oneOf(words)}${END}`, "iu");
  const offs = Object.entries(off).map(([word, daysOff]) => ({ word: before([word]), daysOff }));
  const [isLately, isShortly, isOngoing] = [before(lately), before(shortly), before(ongoing)];
  const [wasLately, willBeShortly] = [behind(latelyBehind), behind(shortlyBehind)];
  // « le dernier vendredi du mois »
  const isParted = behind(parted);
  const goesOn = whole(goingOn, "iu");
  const isGone = whole([...gone, ...told.otherTimes], "iu");
  const isJoined = new RegExp(`^\\s*(?:${oneOf(told.joins)}${END}|['’]s|[-–/]|,?\\s\\(?\\d)`, "iu");
  return (sentence, head, tail) => {
    if (YEAR.test(sentence)) return null;
    const near = offs.find(({ word }) => word.test(head));
    if (near !== undefined) return { pointed: { daysOff: near.daysOff }, length: 0 };
    const word = wasLately.exec(tail) ?? willBeShortly.exec(tail);
    const length = word?.[0].length ?? 0;
    const rest = tail.slice(length);
    if (isParted.test(rest) || isJoined.test(rest)) return null;
    if (isLately.test(head) || wasLately.test(tail)) return { pointed: "lately", length };
    if (isShortly.test(head) || willBeShortly.test(tail)) return { pointed: "shortly", length };
    const lasts = isOngoing.test(head) && goesOn.test(sentence) && !isGone.test(sentence);
    return lasts ? { pointed: "ongoing", length: 0 } : null;
  };
}

/** How many days before an article it was, less than none for those ahead; null where that is not sure. Days of the week are those from Sunday on. */
export function countPointed(pointed: Pointed, weekday: number, today: number): number | null {
  const since = (today - weekday + DAYS_A_WEEK) % DAYS_A_WEEK;
  if (typeof pointed === "object") {
    const days = (today + pointed.daysOff + DAYS_A_WEEK) % DAYS_A_WEEK;
    return days === weekday ? -pointed.daysOff : null;
  }
  if (since === 0) return null;
  if (pointed === "ongoing") return since <= ONGOING_DAYS_MAX ? since : null;
  const days = pointed === "lately" ? since : DAYS_A_WEEK - since;
  const isOverWeekend = pointed === "lately" ? today <= MONDAY : weekday === MONDAY || weekday < today || weekday === 0;
  if (days < NEAR_DAYS_MIN || (days < DAYS_MIN && !isOverWeekend)) return null;
  return pointed === "lately" ? since : since - DAYS_A_WEEK;
}
