/** The words of dates in every language that is read: names of months and weekdays, and what stands around them. */

import { findLanguage, LANGUAGES } from "../../index.ts";
import type { DateWords } from "../../language.ts";
import { readMoreDates } from "./dates-file.ts";

let all: ReadonlyMap<string, DateWords> | null = null;

/** By tag: the rooms' words, then those of languages that have no room but write dates in feeds and pages. */
export function listDateWords(): ReadonlyMap<string, DateWords> {
  if (all !== null) return all;
  const found = new Map<string, DateWords>();
  for (const { tag, dates } of LANGUAGES) if (dates !== null) found.set(tag, dates);
  for (const [tag, dates] of Object.entries(readMoreDates())) if (!found.has(tag)) found.set(tag, dates);
  all = found;
  return found;
}

/** Lower case, no full stop at the end, no accents: names as they are compared. */
export const foldName = (name: string): string =>
  name.toLowerCase().replace(/\.$/, "").normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ı", "i");

/** Digits of other scripts and wide marks as those of all others. */
export const toPlain = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/[\u200e\u200f\u061c]/g, "")
    .replaceAll("：", ":")
    .replaceAll("،", ",");

export interface DateNames {
  /** Folded name to 1 for January up to 12. */
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlySet<string>;
  /** Folded name to 0 for Sunday up to 6, of the language given and of English. */
  readonly weekdayNumbers: ReadonlyMap<string, number>;
  readonly joiners: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
  readonly hours: ReadonlySet<string>;
  readonly zones: ReadonlyMap<string, number>;
  /** The order of 03/04/2026; null where the language does not say. */
  readonly slashes: "day-first" | "month-first" | null;
}

const byLanguage = new Map<string, DateNames>();

/** `pt-BR` is `pt`; empty for a language without words of dates. */
function toKey(language: string | null): string {
  const { tag } = findLanguage(language ?? "");
  return listDateWords().has(tag) ? tag : "";
}

/** The names of all languages; where two disagree, those of the language given go first. */
export function dateNames(language: string | null): DateNames {
  const key = toKey(language);
  const known = byLanguage.get(key);
  if (known !== undefined) return known;
  const own = listDateWords().get(key);
  const words = [...(own === undefined ? [] : [own]), ...listDateWords().values()];
  const months = new Map<string, number>();
  for (const each of words) {
    each.months.forEach((names, index) => {
      for (const name of names.map(foldName)) if (!months.has(name)) months.set(name, index + 1);
    });
  }
  const setOf = (choose: (each: DateWords) => readonly string[]): ReadonlySet<string> =>
    new Set(words.flatMap(choose).map(foldName));
  const names: DateNames = {
    months,
    weekdayNumbers: new Map(
      [own, listDateWords().get("en")].flatMap((each) =>
        (each?.weekdays ?? []).flatMap((forms, index) => forms.map((form) => [foldName(form), index] as const)),
      ),
    ),
    weekdays: setOf((each) => each.weekdays.flat()),
    joiners: setOf((each) => each.joiners),
    labels: setOf((each) => each.labels),
    hours: setOf((each) => each.hours),
    zones: new Map(words.flatMap((each) => Object.entries(each.zones))),
    slashes: own?.slashes ?? null,
  };
  byLanguage.set(key, names);
  return names;
}
