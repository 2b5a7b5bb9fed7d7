/** Whether a translation has the months and days of its original, whatever they are called. */

import { findLanguage } from "../../../languages/index.ts";
import type { DateWords } from "../../../languages/language.ts";
import { foldName } from "../../../languages/shared/dates/date-words.ts";

const SHORT_MAX = 3;
const ENDED_MIN = 5;
const ENDING_LENGTH_MAX = 1;

/** "May" is a month where months have capitals, and a verb without one. */
function hasCapitalMonths(language: string): boolean {
  const may = new Date(Date.UTC(2026, 4, 15));
  return /^\p{Lu}/u.test(new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" }).format(may));
}

/** In whatever case it stands: "октябрю" is "октябрь". */
const isOneOf = (names: readonly string[], folded: string): boolean =>
  names.map(foldName).some((name) => {
    const isForm = name.length > ENDED_MIN && folded.startsWith(name.slice(0, -1));
    return name === folded || (isForm && folded.length - name.length <= ENDING_LENGTH_MAX);
  });

/** A short form stands beside a number: "3 Nov". */
function findMonth({ months }: DateWords, folded: string, isBesideNumber: boolean): number {
  return months.findIndex((names) => {
    const isShort = folded.length <= SHORT_MAX && names.some((name) => name.length > folded.length);
    return isOneOf(names, folded) && (!isShort || isBesideNumber);
  });
}

function findDays(text: string, language: string): readonly string[] {
  const { dates } = findLanguage(language);
  if (dates === null) return [];
  const needsCapital = hasCapitalMonths(language);
  const found = new Set<string>();
  for (const { 0: word, index } of text.matchAll(/\p{L}[\p{L}\p{M}'’-]*/gu)) {
    const folded = foldName(word);
    const isCapital = /^\p{Lu}/u.test(word);
    const isBesideNumber =
      /\d[.\p{L}]{0,3}\s?$/u.test(text.slice(0, index)) || /^\.?\s?\d/.test(text.slice(index + word.length));
    const month = needsCapital && !isCapital ? -1 : findMonth(dates, folded, isBesideNumber);
    if (month >= 0) found.add(`month ${month + 1}`);
    const weekday = [dates.weekdays, dates.told.days].map((days) =>
      days.findIndex((names) =>
        isOneOf(
          names.filter((name) => name.length > SHORT_MAX),
          folded,
        ),
      ),
    );
    const day = Math.max(...weekday);
    if (day >= 0) found.add(`weekday ${day}`);
  }
  return [...found].sort();
}

export const hasSameDays = (
  { original, translated }: { readonly original: string; readonly translated: string },
  { from, to }: { readonly from: string; readonly to: string },
): boolean => findDays(original, from).join() === findDays(translated, to).join();
