/** Wall-clock times in time zones, and the moments at which a place's clock shows them. */

import { createBoundedMap, remember } from "./bounded-map.ts";

/** "07:30": hours and minutes of a 24-hour clock, always two digits each. */
export const LOCAL_TIME_PATTERN = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const TIME_ZONE_LENGTH_MAX = 64;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** No zone is further from UTC, and no clock is turned by more than this but where the date line moved. */
const OFFSET_MS_MAX = DAY_MS;
/** Zones whose formatters are kept; more than a server's channels use. */
const FORMATS_MAX = 200;
/** Texts asked for as zones; a quarter of them may be nonsense. */
const ZONES_MAX = 1_000;

export const isLocalTime = (text: string): boolean => LOCAL_TIME_PATTERN.test(text);

/** Intl keeps some places by names they no longer have; it takes both. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["Asia/Katmandu", "Asia/Kathmandu"],
  ["Asia/Rangoon", "Asia/Yangon"],
  ["Asia/Saigon", "Asia/Ho_Chi_Minh"],
  ["Europe/Kiev", "Europe/Kyiv"],
]);

export const toNewName = (zone: string): string => RENAMED.get(zone) ?? zone;

/** Making a formatter takes 80 µs. */
const findZone = remember(ZONES_MAX, (name: string): string | null => {
  try {
    return toNewName(new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone);
  } catch {
    return null;
  }
});

/** The zone as Intl names it ("Europe/Berlin" for "europe/berlin"); null for none, and for a bare offset such as +02:00. */
export function findTimeZone(text: string): string | null {
  const name = text.trim();
  return /^[a-z]/i.test(name) && name.length <= TIME_ZONE_LENGTH_MAX ? findZone(name) : null;
}

export const isTimeZone = (text: string): boolean => findTimeZone(text) !== null;

const formats = createBoundedMap<string, Intl.DateTimeFormat>(FORMATS_MAX);

function getFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(timeZone, format);
  return format;
}

/** What the place's clock shows, as the milliseconds UTC would show the same at. Whole seconds. */
export function toLocalMs(moment: Date, timeZone: string): number {
  const parts = new Map(
    getFormat(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const get = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  return Date.UTC(get("year"), get("month") - 1, get("day"), get("hour"), get("minute"), get("second"));
}

/** How far the place's clock is ahead of UTC. */
export const toOffsetMs = (moment: Date, timeZone: string): number =>
  toLocalMs(moment, timeZone) - Math.floor(moment.getTime() / 1000) * 1000;

/** As it is shown: a zone that is an offset is named by signs that count the other way round. */
export const nameZone = (zone: string): string =>
  zone.replace(
    /^Etc\/GMT([+-])(\d{1,2})$/,
    (_, sign: string, hours: string) => `UTC${sign === "-" ? "+" : "-"}${hours}`,
  );

/** Days since 1970 of the date the place's calendar shows. */
export const toLocalDay = (moment: Date, timeZone: string): number => Math.floor(toLocalMs(moment, timeZone) / DAY_MS);

/** Monday is 1, Sunday 7; day 0 was a Thursday. */
export const toWeekday = (localDay: number): number => ((((localDay + 3) % 7) + 7) % 7) + 1;

/**
 * The first moment of a day at which the place's clock shows the time or, where the clock is put forward over it, a later
 * one: a skipped 02:30 comes at 03:00, a repeated 02:30 the first time. Null for a day the place left out altogether.
 */
export function findMoment(localDay: number, time: string, timeZone: string): Date | null {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const wantedMs = localDay * DAY_MS + (hours * 60 + minutes) * MINUTE_MS;
  const localAt = (ms: number): number => toLocalMs(new Date(ms), timeZone);
  const around = [wantedMs - OFFSET_MS_MAX, wantedMs + OFFSET_MS_MAX];
  const offsets = around.map((ms) => localAt(ms) - ms);
  const shown = offsets.map((offset) => wantedMs - offset).filter((ms) => localAt(ms) === wantedMs);
  if (shown.length > 0) return new Date(Math.min(...shown));
  // The clock jumps over it: the jump itself is looked for, to the second.
  let [before = 0, after = 0] = around;
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000;
    if (localAt(middle) < wantedMs) before = middle;
    else after = middle;
  }
  return Math.floor(localAt(after) / DAY_MS) === localDay ? new Date(after) : null;
}
