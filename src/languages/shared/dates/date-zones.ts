/** Time zones as dates name them: offsets, abbreviations, places. */

import { findMoment, findTimeZone } from "../../../domain/local-time.ts";

/** Minutes east of Greenwich, or the place whose clock is meant, as Intl names it: "Europe/Berlin". */
export type DateZone = number | string;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** The clocks furthest ahead are 14 hours ahead. */
const OFFSET_HOURS_MAX = 14;

/** Hours east of Greenwich. Where a name is used twice in the world, the one of older feed tools is meant. */
const HOURS: Readonly<Record<string, number>> = {
  Z: 0,
  UT: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 1,
  BST: 1,
  CET: 1,
  MET: 1,
  CEST: 2,
  MEST: 2,
  EET: 2,
  SAST: 2,
  EEST: 3,
  MSK: 3,
  TRT: 3,
  PKT: 5,
  IST: 5.5,
  WIB: 7,
  ICT: 7,
  HKT: 8,
  SGT: 8,
  AWST: 8,
  JST: 9,
  KST: 9,
  ACST: 9.5,
  ACDT: 10.5,
  AEST: 10,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
  BRT: -3,
  ART: -3,
  ADT: -3,
  AST: -4,
  EDT: -4,
  EST: -5,
  CDT: -5,
  CST: -6,
  MDT: -6,
  MST: -7,
  PDT: -7,
  PST: -8,
  AKDT: -8,
  AKST: -9,
  HST: -10,
};
/** Names that follow summer time. */
const PLACES: Readonly<Record<string, string>> = {
  ET: "America/New_York",
  CT: "America/Chicago",
  MT: "America/Denver",
  PT: "America/Los_Angeles",
};

const OFFSET = /^(?:(?:UTC|GMT|Z)\s?)?([+\-−])(\d{1,2})(?::?(\d{2}))?(?![\d:])/i;
const PLACE = /^\[?([A-Z][A-Za-z]+(?:\/[A-Za-z_+\-0-9]{2,20}){1,2})\]?/;
/** What may stand between the time of day and its zone; a year may too: "20:24:36 CET 2026". */
const BEFORE_ZONE = /^[\s,([]*/;

/** A zone that opens the text; null when something else does. Abbreviations stand in capitals, but at the text's end. */
function readZone(text: string, own: ReadonlyMap<string, number>): DateZone | null {
  const offset = OFFSET.exec(text);
  if (offset !== null && Number(offset[2]) <= OFFSET_HOURS_MAX && Number(offset[3] ?? 0) < 60) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return offset[1] === "+" ? minutes : -minutes;
  }
  const place = PLACE.exec(text)?.[1];
  if (place !== undefined) return findTimeZone(place);
  const word = /^\p{L}+/u.exec(text)?.[0] ?? "";
  const local = own.get(word.toLowerCase());
  if (local !== undefined) return local;
  const name = word.toUpperCase();
  if (word !== name && text.trim() !== word) return null;
  if (Object.hasOwn(HOURS, name)) return (HOURS[name] ?? 0) * 60;
  return Object.hasOwn(PLACES, name) ? (PLACES[name] ?? null) : null;
}

export const isZoneName = (word: string): boolean =>
  Object.hasOwn(HOURS, word.toUpperCase()) || Object.hasOwn(PLACES, word.toUpperCase());

/** The zone named right after a time of day; null when none is. */
export function findZone(after: string, own: ReadonlyMap<string, number>): DateZone | null {
  const text = after.replace(BEFORE_ZONE, "");
  // "20:24-21:00" is a stretch of time; "-2026" after a time is a year.
  if (/^-\d{1,2}:\d{2}/.test(after)) return null;
  const zone = readZone(text, own);
  if (zone !== null) return zone;
  const year = /^(?:19|20)\d{2}[\s,(]+/.exec(text);
  return year === null ? null : readZone(text.slice(year[0].length), own);
}

/** A zone at the end of an ISO date, where no space need part it from the time. */
export const readIsoZone = (after: string, own: ReadonlyMap<string, number>): DateZone | null =>
  readZone(after.replace(BEFORE_ZONE, ""), own);

/** The moment at which the zone's clock shows what UTC shows at `localMs`. */
export function toUtcMs(localMs: number, zone: DateZone): number {
  if (typeof zone === "number") return localMs - zone * MINUTE_MS;
  const minutes = Math.floor((localMs % DAY_MS) / MINUTE_MS);
  const clock = [Math.floor(minutes / 60), minutes % 60].map((each) => String(each).padStart(2, "0")).join(":");
  const moment = findMoment(Math.floor(localMs / DAY_MS), clock, zone);
  return (moment?.getTime() ?? localMs) + (localMs % MINUTE_MS);
}
