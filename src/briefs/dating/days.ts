/** Dates the relative days of a sentence ("on Monday") when the article's own date is known and the day is sure. */

import type { Span } from "../../domain/article.ts";
import { remember } from "../../domain/bounded-map.ts";
import { findLanguage } from "../../languages/index.ts";
import type { Edit } from "../mending/trim.ts";
import { type ArchiveTest, createArchiveTest } from "./archived.ts";
import { createHeadTest, type HeadTest } from "./day-heads.ts";
import {
  createDateFinder,
  type DateFinder,
  findWrittenAt,
  isContradicted,
  isLongAgo,
  isOfOtherEntry,
  isOtherNamed,
  type NamedDate,
} from "./named-dates.ts";
import { countPointed } from "./pointed-days.ts";
import { createStoryTest, type StoryTest } from "./story-days.ts";
import { readTextDays, SENTENCE_LENGTH_MAX, type TextDays } from "./text-days.ts";
import { createDayReader, type DayReader, isInOpenQuote, type ToldDay } from "./told-days.ts";
import { countDaysBack } from "./week-days.ts";
import { createWorkTest, type WorkTest } from "./works.ts";

const DAY_MS = 86_400_000;
const DAYS_A_WEEK = 7;
const LANGUAGES_MAX = 50;
/** A date this far off belongs to a story of its own. */
const NEAR_DAYS_MAX = 10;
/** "will meet on Monday": farther ahead, it may be a page's own date that is late. */
const AHEAD_DAYS_MAX = 4;
/** "Thursday's memo angered the port": longer ago, it may be a day to come. */
const RECENT_DAYS_MAX = 4;
/** "Heading into Monday's vote": farther ahead, it may be over. */
const SOON_DAYS_MAX = 2;
/** "the speech on Monday", where the article tells elsewhere that Monday is over. */
const UNSURE_DAYS_MAX = 3;
/** Letters between a day and the date that is its own. */
const OWN_DATE_GAP_MAX = 12;
const BRACKETED_DATE = /^,?\s?\(\d{1,2}(?:[./-]\d{1,2}\.?(?:\d{2,4})?)?[.º]?\)/u;
const EDITS_MAX = 2;
const BESIDE_DAYS_MAX = 2;
/** The next mark of a paragraph closes a quotation: where its opening mark has none, it may be a slip of the pen. */
const CLOSER_NEXT = /^[^“„«”»\n]*[”»]/;
const LOW_CLOSER_NEXT = /^[^“„«”»\n]*[“”]/;
const CLOSER_GAP_MAX = 2000;

interface Dating {
  readonly reader: DayReader;
  /** "3 March", "March 3", "3 de marzo". */
  readonly dates: DateFinder;
  readonly story: StoryTest;
  readonly isArchived: ArchiveTest;
  readonly isBelowOther: HeadTest;
  readonly isOfWork: WorkTest;
  readonly format: Intl.DateTimeFormat;
}

function createDating(language: string): Dating | null {
  const { tag, dates, speech } = findLanguage(language);
  if (dates === null || dates.told.days.every((forms) => forms.length === 0)) return null;
  return {
    reader: createDayReader(dates.told, speech),
    dates: createDateFinder(dates),
    story: createStoryTest(dates),
    isArchived: createArchiveTest(dates),
    isBelowOther: createHeadTest(dates),
    isOfWork: createWorkTest(dates.told),
    format: new Intl.DateTimeFormat(dates.told.locale ?? tag, { day: "numeric", month: "long", timeZone: "UTC" }),
  };
}

const datingOf = remember(LANGUAGES_MAX, createDating);

/** Whether a date of the sentence is that of the day: "Friday, 25 March", "Monday night (18 November)". */
const isOwnDate = (date: NamedDate, end: number): boolean =>
  date.start - end <= OWN_DATE_GAP_MAX && end - date.end <= OWN_DATE_GAP_MAX;

/** "launches today", where the text names tomorrow's date: it was put on the page a day early, or a day late. */
const isBeside = (time: number, moment: Date): boolean => {
  const days = Math.abs(Math.floor(moment.getTime() / DAY_MS) - time / DAY_MS);
  return days > 0 && days <= BESIDE_DAYS_MAX;
};

/** How many days before the article was written, less than none for those ahead; null where that is not sure. */
function findDaysBack(day: ToldDay, today: number, readText: () => TextDays): number | null {
  if (day.kind === "near") return Math.max(0, -day.offset);
  if (day.kind === "pointed") return countPointed(day.pointed, day.weekday, today);
  if (day.kind === "last" || day.kind === "next") return countDaysBack(day.kind, day.weekday, today);
  const since = (today - day.weekday + DAYS_A_WEEK) % DAYS_A_WEEK;
  const ahead = DAYS_A_WEEK - since;
  switch (day.kind) {
    // What will be "on Monday" on a Monday may be so in a week, but not in the news of these days.
    case "coming": {
      if (since > 0) return ahead > AHEAD_DAYS_MAX ? null : -ahead;
      const isNews = [0, 1, 2].some((days) => readText().past.has((today - days + DAYS_A_WEEK) % DAYS_A_WEEK));
      return day.hasPart || isNews ? 0 : null;
    }
    case "soon":
      return ahead <= SOON_DAYS_MAX && !readText().past.has(day.weekday) ? -ahead : null;
    case "late":
      return since > 0 && since <= day.daysMax && !readText().toCome.has(day.weekday) ? since : null;
    // What the sentence alone does not tell, the article may.
    case "unsure":
    case "other": {
      if (ahead <= UNSURE_DAYS_MAX && readText().ahead.has(day.weekday)) return -ahead;
      return day.kind === "unsure" && since <= UNSURE_DAYS_MAX && readText().over.has(day.weekday) ? since : null;
    }
    // "refused to sail on Friday", written on a Friday.
    case "open":
      return since === 0 ? 0 : null;
    case "recent":
      return since > RECENT_DAYS_MAX ? null : since;
    // "earned a place in the final on Sunday": the day of the final, where the rest tells of that Sunday as to come.
    case "behind":
      return since === DAYS_A_WEEK - 1 || readText().toCome.has(day.weekday) ? null : since;
    // Tomorrow's day of the week: the article was gone on with after its date, or written where it is tomorrow already.
    case "weekday":
      return since === DAYS_A_WEEK - 1 ? null : since;
  }
}

/** Whether a page shows a text of the archive, none of whose days are those of the page. */
export function isArchived(headline: string, text: string, publishedAt: Date | null, language: string): boolean {
  return publishedAt !== null && datingOf(language)?.isArchived(headline, text, publishedAt) === true;
}

/** At most two insertions a sentence: the first days that are sure and that are not `told` yet. */
export function findDayEdits(
  text: string,
  span: Span,
  publishedAt: Date | null,
  language: string,
  told: ReadonlySet<string> = new Set(),
): readonly Edit[] {
  const dating = publishedAt === null ? null : datingOf(language);
  if (dating === null || publishedAt === null) return [];
  const shown = text.slice(span.start, span.end);
  if (shown.length > SENTENCE_LENGTH_MAX) return [];
  // “The pier is lost. It burned on Monday,” she said: the quotation was opened a sentence before.
  const opening = text.slice(text.lastIndexOf("\n", span.start - 1) + 1, span.start);
  const closing = opening.includes("„") ? LOW_CLOSER_NEXT : CLOSER_NEXT;
  const isQuoted = (end: number): boolean =>
    isInOpenQuote(opening + shown.slice(0, end)) &&
    closing.test(text.slice(span.start + end, span.end + CLOSER_GAP_MAX));
  const days = dating.reader.findDays(shown).filter(({ end }) => opening === "" || !isQuoted(end));
  if (days.length === 0) return [];
  const named = dating.dates.list(text, publishedAt);
  if (isContradicted(named)) return [];
  const own = dating.dates.list(shown, publishedAt);
  const writtenAt = findWrittenAt(text, named, publishedAt);
  if (writtenAt === null) return [];
  const hours = writtenAt.getUTCHours();
  const isDayOnly = writtenAt.getTime() % DAY_MS === 0;
  const [from, to] = dating.reader.sameDay;
  const edits = new Map<string, Edit>();
  let textDays: TextDays | null = null;
  for (const day of days) {
    const at = span.start + day.end;
    // « ce mardi (17/11) »
    if (BRACKETED_DATE.test(text.slice(at, at + OWN_DATE_GAP_MAX + day.end))) continue;
    if (day.kind === "near" && dating.isOfWork(text, span, day.end, writtenAt)) continue;
    // A sentence with a date of its own needs none, unless it surely is another day's.
    if (
      own.length > 0 &&
      ((day.kind !== "weekday" && day.kind !== "behind") || own.some((date) => isOwnDate(date, day.end)))
    )
      continue;
    if (day.kind !== "near" && dating.reader.isOldStory(text, shown)) continue;
    if (isLongAgo(text, at, named, writtenAt, NEAR_DAYS_MAX)) continue;
    if (isOfOtherEntry(text, span.start, named, writtenAt)) continue;
    const back = findDaysBack(day, writtenAt.getUTCDay(), () => {
      textDays ??= readTextDays(text, language, dating.reader);
      return textDays;
    });
    // Late in the evening of UTC it may be the next day where the article was written, and "today" another day.
    if (back === null || (day.kind === "near" && !isDayOnly && (hours < from || hours >= to))) continue;
    if (day.kind === "near" && dating.isBelowOther(text, span.start, writtenAt.getUTCDay())) continue;
    if (day.kind === "near" && day.isToCome && named.some(({ time }) => isBeside(time, writtenAt))) continue;
    if (back >= 0 && day.kind !== "near" && dating.story.isElsewhere(text, span, day, writtenAt)) continue;
    const date = new Date(writtenAt.getTime() - back * DAY_MS);
    const dayTime = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
    if (isOtherNamed(named, dayTime) || own.some(({ time }) => time === dayTime)) continue;
    const added = ` (${dating.format.format(date)})`;
    if (told.has(added) || edits.has(added)) continue;
    edits.set(added, { kind: "date", start: at, end: at, text: added });
    if (edits.size >= EDITS_MAX) break;
  }
  return [...edits.values()];
}
