/** Which number of 03/04/2026 is the day: as the weekday beside it, the region, the address, the country of the site, or the language has it. */

import { type DateNames, foldName } from "./date-words.ts";

export type DayOrder = "day-first" | "month-first" | null;

/** Where people put the month first. */
const MONTH_FIRST: ReadonlySet<string> = new Set("us ph pr gu vi as mh fm pw".split(" "));
/** Both are written there. */
const MIXED: ReadonlySet<string> = new Set(["ca", "bz", "ke"]);
/** Countries with news in English that put the day first, by the end of their sites' names. */
const DAY_FIRST_SITES: ReadonlySet<string> = new Set(
  "uk ie au nz in pk bd lk np ng gh za ug tz zm zw bw na mw sl gm sg my hk mt cy jm tt bb gy fj pg eu".split(" "),
);

function orderOfRegion(language: string | null): DayOrder | undefined {
  const [, region] = /^[a-z]{2,3}(?:[-_][a-z]{4})?[-_]([a-z]{2})$/i.exec(language ?? "") ?? [];
  if (region === undefined) return undefined;
  if (MIXED.has(region.toLowerCase())) return null;
  return MONTH_FIRST.has(region.toLowerCase()) ? "month-first" : "day-first";
}

function orderOfSite(host: string | null | undefined): DayOrder | undefined {
  const country = /\.([a-z]{2})$/i.exec(host ?? "")?.[1]?.toLowerCase() ?? "";
  if (MONTH_FIRST.has(country)) return "month-first";
  return DAY_FIRST_SITES.has(country) ? "day-first" : undefined;
}

/** What a page says of itself goes before what its language has: English alone is most often American. */
export function findDayOrder(
  names: DateNames,
  { language, host }: { readonly language: string | null; readonly host?: string | null },
): DayOrder {
  if (names.slashes !== "month-first" && names.slashes !== null) return names.slashes;
  const region = orderOfRegion(language);
  return (region === undefined ? orderOfSite(host) : region) ?? names.slashes;
}

interface Numbers {
  readonly year: number;
  readonly first: number;
  readonly second: number;
}

/** 03/11/2026 on a page at /2026/11/. */
export function findAddressedOrder(
  { year, first, second }: Numbers,
  { addressed }: { readonly addressed?: { readonly year: number; readonly month: number } },
): DayOrder {
  if (addressed?.year !== year || first === second) return null;
  if (addressed.month === second) return "day-first";
  return addressed.month === first ? "month-first" : null;
}

/** "Tuesday 3/11/2026": the order in which that day is a Tuesday; null where no weekday stands there, or neither is. */
export function findOrderByWeekday(
  text: string,
  { year, first, second }: Numbers,
  { weekdayNumbers }: DateNames,
): DayOrder {
  const named = new Set(text.match(/\p{L}+/gu)?.flatMap((word) => weekdayNumbers.get(foldName(word)) ?? []) ?? []);
  const isNamed = (month: number, day: number): boolean =>
    named.has(new Date(Date.UTC(year, month - 1, day)).getUTCDay());
  if (named.size !== 1 || isNamed(second, first) === isNamed(first, second)) return null;
  return isNamed(second, first) ? "day-first" : "month-first";
}
