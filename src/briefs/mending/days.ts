/** Dates the relative days of a sentence ("on Monday") when the article's own date is known and the day is sure. */

import type { Span } from "../../domain/article.ts";
import { remember } from "../../domain/bounded-map.ts";
import { findLanguage } from "../../languages/index.ts";
import { createDateFinder, type DateFinder, isContradicted, isLongAgo, isOtherNamed } from "./named-dates.ts";
import { createDayReader, type DayReader } from "./told-days.ts";
import type { Edit } from "./trim.ts";

const DAY_MS = 86_400_000;
const DAYS_A_WEEK = 7;
const LANGUAGES_MAX = 50;
/** No brief has a longer sentence. */
const SENTENCE_LENGTH_MAX = 2000;
/** A date this far off belongs to a story of its own. */
const NEAR_DAYS_MAX = 10;
/** "will meet on Monday": farther ahead, it may be a page's own date that is late. */
const AHEAD_DAYS_MAX = 4;
/** "Thursday's memo angered the port": longer ago, it may be a day to come. */
const RECENT_DAYS_MAX = 4;

interface Dating {
  readonly reader: DayReader;
  /** "3 March", "March 3", "3 de marzo". */
  readonly dates: DateFinder;
  readonly format: Intl.DateTimeFormat;
}

function createDating(language: string): Dating | null {
  const { tag, dates, speech } = findLanguage(language);
  if (dates === null || dates.told.days.every((forms) => forms.length === 0)) return null;
  return {
    reader: createDayReader(dates.told, speech),
    dates: createDateFinder(dates),
    format: new Intl.DateTimeFormat(dates.told.locale ?? tag, { day: "numeric", month: "long", timeZone: "UTC" }),
  };
}

const datingOf = remember(LANGUAGES_MAX, createDating);

/** At most one insertion a sentence: the first day that is sure. */
export function findDayEdit(text: string, span: Span, publishedAt: Date | null, language: string): Edit | null {
  const dating = publishedAt === null ? null : datingOf(language);
  if (dating === null || publishedAt === null) return null;
  const shown = text.slice(span.start, span.end);
  if (shown.length > SENTENCE_LENGTH_MAX) return null;
  // A sentence with a date of its own needs none.
  if (dating.dates.has(shown)) return null;
  const days = dating.reader.findDays(shown);
  if (days.length === 0) return null;
  const named = dating.dates.list(text, publishedAt);
  if (isContradicted(named) || isLongAgo(text, span.start, named, publishedAt, NEAR_DAYS_MAX)) return null;
  const hours = publishedAt.getUTCHours();
  const isDayOnly = publishedAt.getTime() % DAY_MS === 0;
  const [from, to] = dating.reader.sameDay;
  for (const day of days) {
    // What the sentence alone does not tell, the article may; what is told of another time has no date here.
    if (day.kind === "unsure" || day.kind === "other") continue;
    const since =
      day.kind === "near" ? -day.offset : (publishedAt.getUTCDay() - day.weekday + DAYS_A_WEEK) % DAYS_A_WEEK;
    const back = day.kind === "coming" ? since - DAYS_A_WEEK : since;
    // What will be "on Monday" on a Monday may be so in a week.
    if (day.kind === "coming" && (since === 0 || -back > AHEAD_DAYS_MAX)) continue;
    if (day.kind === "recent" && since > RECENT_DAYS_MAX) continue;
    // "refused to sail on Friday", written on a Friday.
    if (day.kind === "open" && since !== 0) continue;
    // Late in the evening of UTC it may be the next day where the article was written, and "today" another day.
    if (day.kind === "near" && !isDayOnly && (hours < from || hours >= to)) continue;
    // Tomorrow's day of the week: the article was gone on with after its date, or written where it is tomorrow already.
    if (back === DAYS_A_WEEK - 1) continue;
    const date = new Date(publishedAt.getTime() - (day.kind === "near" ? Math.max(0, back) : back) * DAY_MS);
    if (isOtherNamed(named, Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()))) continue;
    const at = span.start + day.end;
    return { kind: "date", start: at, end: at, text: ` (${dating.format.format(date)})` };
  }
  return null;
}
