/** Time zones by what is no name of the zone itself: offsets, abbreviations, and places as other languages call them. */

import { fold } from "../../domain/fold.ts";
import { toOffsetMs } from "../../domain/local-time.ts";
import { ZONE_PLACES } from "../../messages/plain-words/zone-places.ts";

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const SUGGESTED_MAX = 3;

/** `UTC+2`, `GMT-03:30`, `+0530`. */
const OFFSET = /^(?:utc|gmt)?\s*([+\-−–])\s*(\d{1,2})(?:[:.]?([0-5]\d))?$/i;

/** Minutes ahead of UTC; null for what is no offset. */
function readOffset(text: string): number | null {
  const [whole, sign, hours, minutes = "0"] = OFFSET.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const ahead = Number(hours) * HOUR_MINUTES + Number(minutes);
  return sign === "+" ? ahead : -ahead;
}

/** What an offset says: whole hours are a zone; those with a half are only had by places, which are offered. */
export function findOffsetZones(text: string, zones: readonly string[]): readonly string[] | null {
  const ahead = readOffset(text);
  if (ahead === null) return null;
  if (ahead === 0) return ["UTC"];
  const hours = ahead / HOUR_MINUTES;
  if (!Number.isInteger(hours)) {
    const now = new Date();
    return zones.filter((zone) => toOffsetMs(now, zone) === ahead * MINUTE_MS).slice(0, SUGGESTED_MAX);
  }
  // Zones called so count the other way round, to 14 hours ahead and 12 behind.
  return hours > 14 || hours < -12 ? [] : [`Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}`];
}

/** Whoever writes these means a place with its summer time; several where it is not certain which. */
const ABBREVIATED: Readonly<Record<string, readonly string[]>> = {
  "America/New_York": ["est", "edt", "et", "us_eastern", "eastern_time"],
  "America/Chicago": ["cst", "cdt", "ct", "us_central", "central_time"],
  "America/Denver": ["mst", "mdt", "mt", "us_mountain", "mountain_time"],
  "America/Los_Angeles": ["pst", "pdt", "pt", "us_pacific", "pacific_time"],
  "America/Anchorage": ["akst", "akdt"],
  "Pacific/Honolulu": ["hst"],
  "America/Sao_Paulo": ["brt"],
  "Europe/London": ["bst"],
  "Europe/Lisbon": ["wet", "west"],
  "Europe/Berlin": ["cest", "mez", "mesz"],
  "Europe/Brussels": ["cet"],
  "Europe/Athens": ["eet", "eest"],
  "Europe/Moscow": ["msk", "мск"],
  "Asia/Tokyo": ["jst"],
  "Asia/Seoul": ["kst"],
  "Asia/Singapore": ["sgt"],
  "Asia/Hong_Kong": ["hkt"],
  "Australia/Sydney": ["aest", "aedt"],
  "Australia/Adelaide": ["acst", "acdt"],
  "Australia/Perth": ["awst"],
  "Pacific/Auckland": ["nzst", "nzdt"],
  UTC: ["utc", "gmt", "uct", "z", "zulu"],
};
const AMBIGUOUS: Readonly<Record<string, readonly string[]>> = {
  ist: ["Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"],
  ast: ["America/Halifax", "Asia/Riyadh"],
};
const BY_ABBREVIATION: ReadonlyMap<string, readonly string[]> = new Map([
  ...Object.entries(ABBREVIATED).flatMap(([zone, names]) => names.map((name) => [name, [zone]] as const)),
  ...Object.entries(AMBIGUOUS),
]);

/** Intl takes three letters for zones of its own choice: MIT is Samoa to it, and BST Bangladesh. */
export const isAbbreviation = (key: string): boolean => BY_ABBREVIATION.has(key) || /^[a-z]{3}$/.test(key);

export const findAbbreviated = (key: string): readonly string[] => BY_ABBREVIATION.get(key) ?? [];

const toKey = (text: string): string => (fold(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(" ");

const BY_PLACE: ReadonlyMap<string, string> = new Map(
  Object.entries(ZONE_PLACES).flatMap(([zone, names]) => names.map((name) => [toKey(name), zone] as const)),
);

/** "Москва", "Nueva York". */
export const findNamedAbroad = (text: string): string | null => BY_PLACE.get(toKey(text)) ?? null;
