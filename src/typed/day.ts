/** Days as people type them: `2026-11-20`, "20 November 2026"; in UTC as every date the bot shows. */

import { UserError } from "../domain/errors.ts";
import { type DateFields, readDateFields, toMoment } from "../languages/shared/dates/dates.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** The first and the last millisecond of a day. */
export interface Day {
  readonly start: Date;
  readonly end: Date;
}

/** Null for what is no day of the calendar, and for 03/04/2026, which is two. */
export const findTypedDate = (text: string): DateFields | null =>
  readDateFields(text, { language: null, isSureOnly: true, yearMin: 1000 });

/** @throws UserError when the text is no day of the calendar. */
export function readDay(option: string, text: string): Day {
  const fields = findTypedDate(text);
  if (fields === null) throw new UserError("bad-option", (say) => say("option.notADay", { option }));
  const { year, month, day } = fields;
  const start = toMoment({ year, month, day });
  return { start, end: new Date(start.getTime() + DAY_MS - 1) };
}
