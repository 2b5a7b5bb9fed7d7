/** Time zones as people name them: "Europe/Berlin", "berlin", "new york". */

import { fold } from "../../domain/fold.ts";
import { findTimeZone, toNewName } from "../../domain/local-time.ts";
import { findAbbreviated, findNamedAbroad, findOffsetZones, isAbbreviation } from "./zone-names.ts";

const REGIONS = [
  "Africa",
  "America",
  "Antarctica",
  "Asia",
  "Atlantic",
  "Australia",
  "Europe",
  "Indian",
  "Pacific",
] as const;
const SUGGESTED_MAX = 3;
/** No place has a longer name. */
const NAME_LENGTH_MAX = 60;
/** Letters that must agree before a place is suggested for another. */
const SHARED_LETTERS_MIN = 3;

const ZONES: readonly string[] = [...new Set([...Intl.supportedValuesOf("timeZone").map(toNewName), "UTC"])];

/** "america/argentina/buenos_aires" for any spelling of it. */
const toKey = (text: string): string =>
  fold(text)
    .trim()
    .replace(/\s*\/\s*/g, "/")
    .replace(/[\s-]+/g, "_");

const toPlace = (key: string): string => key.slice(key.lastIndexOf("/") + 1);

const KEYED = ZONES.map((zone) => ({ zone, key: toKey(zone), place: toPlace(toKey(zone)) }));

export type ZoneChoice =
  | { readonly zone: string }
  /** What may have been meant, best first; empty when nothing is near. */
  | { readonly near: readonly string[] };

function countShared(a: string, b: string): number {
  let count = 0;
  while (count < a.length && a[count] === b[count]) count += 1;
  return count;
}

function findNear(key: string): readonly string[] {
  const place = toPlace(key);
  return KEYED.map((each) => ({ ...each, shared: countShared(each.place, place) }))
    .filter((each) => each.shared >= Math.min(SHARED_LETTERS_MIN, place.length) && place !== "")
    .sort((a, b) => b.shared - a.shared || a.place.length - b.place.length || a.zone.localeCompare(b.zone, "en"))
    .slice(0, SUGGESTED_MAX)
    .map((each) => each.zone);
}

/** One is meant; of several, or none, nothing is certain. */
function toChoice(zones: readonly string[]): ZoneChoice {
  const [zone, ...others] = zones;
  return zone !== undefined && others.length === 0 ? { zone } : { near: zones.slice(0, SUGGESTED_MAX) };
}

/** The zone meant: by its name, its offset, or by a place that only one zone is named after. */
export function chooseZone(text: string): ZoneChoice {
  const key = toKey(text);
  const offset = findOffsetZones(text, ZONES);
  if (offset !== null) return toChoice(offset);
  const abbreviated = findAbbreviated(key);
  if (abbreviated.length > 0) return toChoice(abbreviated);
  const named = isAbbreviation(key) ? null : findTimeZone(key);
  if (named !== null) return { zone: named };
  // Intl knows more names than it lists: Asia/Tel_Aviv for what it lists as Asia/Jerusalem.
  const aliases = REGIONS.map((region) => findTimeZone(`${region}/${key}`)).filter((zone) => zone !== null);
  const places = KEYED.filter((each) => each.place === key).map((each) => each.zone);
  const found = [...new Set([...aliases, ...places])];
  if (found.length > 0) return toChoice(found);
  const abroad = text.length > NAME_LENGTH_MAX ? null : findNamedAbroad(text);
  return abroad === null ? { near: findNear(key) } : { zone: abroad };
}

/** Zones with a part that begins as typed; those of a place by that name first. */
export function completeZones(text: string, limit: number): readonly string[] {
  const key = toKey(text);
  return KEYED.filter((each) => each.key.startsWith(key) || each.place.startsWith(key) || each.key.includes(`_${key}`))
    .sort((a, b) => Number(b.place.startsWith(key)) - Number(a.place.startsWith(key)))
    .slice(0, limit)
    .map((each) => each.zone);
}
