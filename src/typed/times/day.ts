/** Days as people type them: `2026-11-20`, "20 November 2026", "yesterday"; in UTC as every date the bot shows. */

import { UserError } from "../../domain/errors.ts";
import { fold } from "../../domain/fold.ts";
import { type DateFields, readDateFields, toMoment } from "../../languages/shared/dates/dates.ts";
import { LANGUAGES, toLocale } from "../../messages/languages.ts";

const toKey = (text: string): string => fold(text).replace(/[’ʼ]/g, "'").trim();

const DAY_MS = 24 * 60 * 60 * 1000;

/** The first and the last millisecond of a day. */
export interface Day {
  readonly start: Date;
  readonly end: Date;
}

/** Null for what is no day of the calendar, and for 03/04/2026, which is two. */
export const findTypedDate = (text: string): DateFields | null =>
  readDateFields(text, { language: null, isSureOnly: true, yearMin: 1000 });

/** Today and the days before that have a name. */
const NAMED_DAYS = 3;

const AGO_BY_NAME: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap((language) => {
    const format = new Intl.RelativeTimeFormat(toLocale(language), { numeric: "auto" });
    const names = Array.from({ length: NAMED_DAYS }, (_, ago) => [toKey(format.format(-ago, "day")), ago] as const);
    return names.filter(([name]) => !/\d/.test(name));
  }),
);

/** "yesterday", "gestern": in UTC, too. */
function findNamedDay(text: string, now: Date): DateFields | null {
  const ago = AGO_BY_NAME.get(toKey(text));
  if (ago === undefined) return null;
  const day = new Date(now.getTime() - ago * DAY_MS);
  return { year: day.getUTCFullYear(), month: day.getUTCMonth() + 1, day: day.getUTCDate() };
}

/** @throws UserError when the text is no day of the calendar. */
export function readDay(option: string, text: string, now: Date): Day {
  const fields = findNamedDay(text, now) ?? findTypedDate(text);
  if (fields === null) throw new UserError("bad-option", (say) => say("option.notADay", { option }));
  const { year, month, day } = fields;
  const start = toMoment({ year, month, day });
  return { start, end: new Date(start.getTime() + DAY_MS - 1) };
}
