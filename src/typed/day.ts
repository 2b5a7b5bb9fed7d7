/** Days as people type them: `2026-11-20`, in UTC as every date the bot shows. */

import { UserError } from "../domain/errors.ts";

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The first and the last millisecond of a day. */
export interface Day {
  readonly start: Date;
  readonly end: Date;
}

/** @throws UserError when the text is no day of the calendar. */
export function readDay(option: string, text: string): Day {
  const start = new Date(`${text}T00:00:00Z`);
  const isDay = DAY.test(text) && !Number.isNaN(start.getTime()) && start.toISOString().startsWith(text);
  if (!isDay) throw new UserError("bad-option", (say) => say("option.notADay", { option }));
  return { start, end: new Date(start.getTime() + DAY_MS - 1) };
}
