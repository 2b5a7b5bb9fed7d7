/** Dates the relative days of a sentence ("on Monday") when the article's own date is known and the day is sure. */

import type { Span } from "../../domain/article.ts";
import { remember } from "../../domain/bounded-map.ts";
import { findLanguage } from "../../languages/index.ts";
import { createDayReader, type DayReader } from "./told-days.ts";
import type { Edit } from "./trim.ts";

const DAY_MS = 86_400_000;
const DAYS_A_WEEK = 7;
const LANGUAGES_MAX = 50;

interface Dating {
  readonly reader: DayReader;
  /** "3 March", "March 3", "3 de marzo". */
  readonly date: RegExp;
  readonly format: Intl.DateTimeFormat;
}

function datePattern(locale: string): RegExp {
  const names = (["long", "short"] as const).flatMap((month) =>
    Array.from({ length: 12 }, (_, index) =>
      new Intl.DateTimeFormat(locale, { day: "numeric", month, timeZone: "UTC" })
        .formatToParts(new Date(Date.UTC(2024, index, 2)))
        .flatMap((part) => (part.type === "month" ? [part.value.replace(/\W+$/u, "")] : [])),
    ).flat(),
  );
  const month = `(?:${[...new Set(names)].filter((name) => /^\p{L}{3,}$/u.test(name)).join("|")})`;
  return new RegExp(
    `(?<!\\d)\\d{1,2}(?:st|nd|rd|th|er|º|\\.)? (?:of |de )?${month}(?!\\p{L})|(?<!\\p{L})${month}\\.? \\d{1,2}(?!\\d)`,
    "iu",
  );
}

function createDating(language: string): Dating | null {
  const { tag, dates, speech } = findLanguage(language);
  if (dates === null || dates.told.days.every((forms) => forms.length === 0)) return null;
  const locale = dates.told.locale ?? tag;
  return {
    reader: createDayReader(dates.told, speech),
    date: datePattern(locale),
    format: new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" }),
  };
}

const datingOf = remember(LANGUAGES_MAX, createDating);

/** At most one insertion a sentence: the first day that is sure. */
export function findDayEdit(text: string, span: Span, publishedAt: Date | null, language: string): Edit | null {
  const dating = publishedAt === null ? null : datingOf(language);
  if (dating === null || publishedAt === null) return null;
  const shown = text.slice(span.start, span.end);
  // A sentence with a date of its own needs none.
  if (dating.date.test(shown)) return null;
  const hours = publishedAt.getUTCHours();
  const isDayOnly = publishedAt.getTime() % DAY_MS === 0;
  const [from, to] = dating.reader.sameDay;
  for (const day of dating.reader.findDays(shown)) {
    let back = day.kind === "near" ? -day.offset : (publishedAt.getUTCDay() - day.weekday + DAYS_A_WEEK) % DAYS_A_WEEK;
    // Late in the evening of UTC it may be the next day where the article was written, and "today" another day.
    if (day.kind === "near" && !isDayOnly && (hours < from || hours >= to)) continue;
    if (back === DAYS_A_WEEK - 1 && hours >= to) continue;
    back = Math.max(0, back);
    const at = span.start + day.end;
    const date = dating.format.format(new Date(publishedAt.getTime() - back * DAY_MS));
    return { kind: "date", start: at, end: at, text: ` (${date})` };
  }
  return null;
}
