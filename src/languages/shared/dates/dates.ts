/** The one reader of dates: fields first, by explicit rules, then a moment; nothing depends on the machine's time zone. */

import { type FoundClock, findClock } from "./date-clock.ts";
import { type DateNames, dateNames, toPlain } from "./date-words.ts";
import { type DateZone, readIsoZone, toUtcMs } from "./date-zones.ts";
import { findAddressedOrder, findDayOrder, findOrderByWeekday } from "./day-order.ts";
import { type FoundDay, findNamedDay, toFullYear } from "./named-days.ts";

/** A date as it is written. A part that is not written is left out. */
export interface DateFields {
  readonly year: number;
  /** 1 for January. */
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
  readonly zone?: DateZone;
}

/** What a caller knows of the dates it reads. */
export interface DateRule {
  /** Whose names of months go first, and whose order of 03/04/2026 is meant; null when it is not known. */
  readonly language: string | null;
  /** Of the page: the country of its site tells the order where its language does not. */
  readonly host?: string | null;
  /** The month in the page's address, /2026/11/: one that is written as it is the one. */
  readonly addressed?: { readonly year: number; readonly month: number };
  /** What "26" is: 2026, with years from 70 on in the last century; or no year. */
  readonly hasShortYears?: boolean;
  /** Whether a year or a month alone stands for its first day. */
  readonly hasMissingDays?: boolean;
  /** Whether 03/04/2026 is a date where only the language could tell the day from the month. */
  readonly isSureOnly?: boolean;
  /** The first year that is believed, 1990 when left out: no page is older than the Web. */
  readonly yearMin?: number;
}

const LENGTH_MAX = 120;
const LINE_LENGTH_MAX = 300;
/** Years before and beyond are mistakes. */
const YEAR_MIN = 1990;
const YEAR_MAX = 2100;
/** Whether the calendar has the day and the year can be meant. */
function isDay({ year, month, day }: Pick<DateFields, "year" | "month" | "day">, rule: DateRule): boolean {
  if (year < (rule.yearMin ?? YEAR_MIN) || year > YEAR_MAX || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function dayOf(match: RegExpExecArray, order: readonly [year: number, month: number, day: number]): FoundDay {
  const [year, month, day] = order.map((group) => match[group] ?? "");
  const lead = match[0].search(/\d/);
  return {
    year: toFullYear(year ?? ""),
    month: Number(month),
    day: Number(day),
    start: match.index + lead,
    end: match.index + match[0].length,
  };
}

const EAST = /(?<!\d)(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号號]/u;
const YEAR_FIRST = /(?<![\d.:])(\d{4})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)/;
const YEAR_LAST = /(?<![\d.:])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2}(?![.:]\d))(?!\d)/;

/** "23.11.2026", "11/23/2026". */
function findNumberedDay(text: string, rule: DateRule, names: DateNames): FoundDay | null {
  const match = YEAR_LAST.exec(text);
  if (match === null || (match[4]?.length === 2 && rule.hasShortYears !== true)) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const mark = match[2];
  const year = toFullYear(match[4] ?? "");
  const numbers = { year, first, second };
  const told = mark === "." ? null : (findOrderByWeekday(text, numbers, names) ?? findAddressedOrder(numbers, rule));
  const order = told ?? findDayOrder(names, rule);
  // Dots put the day first everywhere; slashes where the language does, and in America the month.
  const isDayFirst = mark === "." || order === "day-first";
  const isOpen = first <= 12 && second <= 12 && first !== second && !isDayFirst;
  const isUnsure = rule.isSureOnly === true || (mark === "-" && order === "month-first");
  if (isOpen && told === null && isUnsure) return null;
  const isMonthFirst = second > 12 || ((mark === "/" || told !== null) && first <= 12 && !isDayFirst);
  return dayOf(match, isMonthFirst ? [4, 1, 3] : [4, 3, 1]);
}

function findDay(text: string, rule: DateRule, names: DateNames): FoundDay | null {
  const east = EAST.exec(text);
  if (east !== null) return dayOf(east, [1, 2, 3]);
  const named = findNamedDay(text, rule.hasShortYears === true, names);
  if (named !== null) return named;
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) return dayOf(yearFirst, [1, 3, 4]);
  return findNumberedDay(text, rule, names);
}

function withClock(day: FoundDay, clock: Pick<FoundClock, "hour" | "minute" | "second" | "zone"> | null): DateFields {
  return {
    year: day.year,
    month: day.month,
    day: day.day,
    ...(clock === null ? {} : { hour: clock.hour, minute: clock.minute, second: clock.second }),
    ...(clock === null || clock.zone === null ? {} : { zone: clock.zone }),
  };
}

/** The time of day behind the date or, written with a colon, before it. */
function findClockBeside(text: string, day: FoundDay, names: DateNames): FoundClock | null {
  const behind = findClock(text.slice(day.end), names.zones);
  if (behind !== null) return behind;
  const before = findClock(text.slice(0, day.start), names.zones);
  return before === null || before.isDotted ? null : before;
}

const ISO_DAY = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/;
const ISO_COMPACT = /^(\d{4})(\d{2})(\d{2})(?:[T\s]?(\d{2})(\d{2})(\d{2})?(?:[.,]\d+)?\s?(.*))?$/i;
const ISO_TIME = /^[T\s,]+(\d{1,2})(?::?(\d{2})(?::?(\d{2}))?)?(?:[.,]\d{1,12})?\s*(.*)$/i;
const PART = /^(\d{4})(?:-?(\d{2}))?$/;

function readIso(text: string, rule: DateRule, names: DateNames): DateFields | null {
  const part = rule.hasMissingDays === true ? PART.exec(text) : null;
  if (part !== null) return { year: Number(part[1]), month: Number(part[2] ?? 1), day: 1 };
  const compact = ISO_COMPACT.exec(text);
  if (compact !== null) {
    const [hour, minute, second] = [4, 5, 6].map((group) => Number(compact[group] ?? 0));
    const zone = readIsoZone(compact[7] ?? "", names.zones);
    const clock = compact[4] === undefined ? null : { hour: hour ?? 0, minute: minute ?? 0, second: second ?? 0, zone };
    return withClock(dayOf(compact, [1, 2, 3]), clock);
  }
  const match = ISO_DAY.exec(text);
  if (match === null) return null;
  const day = dayOf(match, [1, 2, 3]);
  const rest = text.slice(day.end);
  // A day of XML Schema: "2026-11-23+01:00".
  const zoneAlone = /^(?:Z|[+-]\d{2}:\d{2})$/i.test(rest) ? readIsoZone(rest, names.zones) : null;
  if (zoneAlone !== null) return { ...withClock(day, null), zone: zoneAlone };
  const clock = findClock(rest.replace(/^T/i, " "), names.zones);
  const time = ISO_TIME.exec(rest);
  if (time === null) return withClock(day, clock);
  const zone = readIsoZone(time[4] ?? "", names.zones);
  // "8:24 PM" is read by the clock; "T2024" only here.
  if (clock !== null) return withClock(day, { ...clock, zone: clock.zone ?? zone });
  return withClock(day, { hour: Number(time[1]), minute: Number(time[2] ?? 0), second: Number(time[3] ?? 0), zone });
}

/** The fields of a date somewhere in a short text; null when there is none that is sure. */
export function findDateFields(given: string, rule: DateRule): DateFields | null {
  const text = toPlain(given.slice(0, LINE_LENGTH_MAX));
  if (!/\d/.test(text)) return null;
  const names = dateNames(rule.language);
  const day = findDay(text, rule, names);
  if (day === null || !isDay(day, rule)) return null;
  return withClock(day, findClockBeside(text, day, names));
}

/** The fields of a text that is a date. Null for what cannot be read surely. */
export function readDateFields(given: string, rule: DateRule): DateFields | null {
  const text = toPlain(given.trim());
  if (text === "" || text.length > LENGTH_MAX || !/\d/.test(text)) return null;
  const iso = readIso(text, rule, dateNames(rule.language));
  if (iso !== null) return isDay(iso, rule) && isTime(iso) ? iso : null;
  return findDateFields(text, rule);
}

function isTime({ hour = 0, minute = 0, second = 0 }: DateFields): boolean {
  return (hour < 24 || (hour === 24 && minute === 0 && second === 0)) && minute < 60 && second <= 60;
}

/** The moment of the fields; a date without a zone is meant in the caller's, UTC when it names none. */
export function toMoment(fields: DateFields, zone: DateZone = 0): Date {
  const { year, month, day, hour = 0, minute = 0, second = 0 } = fields;
  return new Date(toUtcMs(Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59)), fields.zone ?? zone));
}

/** A text that is a date, seconds or milliseconds since 1970 too. Null for what cannot be read surely. */
export function readDate(given: string, rule: DateRule): Date | null {
  const text = given.trim();
  if (/^\d{9,10}$|^\d{13}$/.test(text)) {
    const date = new Date(Number(text) * (text.length === 13 ? 1 : 1000));
    return date.getUTCFullYear() < YEAR_MIN ? null : date;
  }
  const fields = readDateFields(text, rule);
  return fields === null ? null : toMoment(fields);
}

/** A date somewhere in a short text. */
export function findDate(text: string, rule: DateRule): Date | null {
  const fields = findDateFields(text, rule);
  return fields === null ? null : toMoment(fields);
}
