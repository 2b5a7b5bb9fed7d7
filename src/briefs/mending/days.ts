/** Dates the relative days of a sentence ("on Monday") when the article's own date is known and the day is sure. */

import type { Span } from "../../domain/article.ts";
import { remember } from "../../domain/bounded-map.ts";
import { findLanguage } from "../../languages/index.ts";
import { splitSentences } from "../../languages/shared/sentences.ts";
import {
  createDateFinder,
  type DateFinder,
  findWrittenAt,
  isContradicted,
  isLongAgo,
  isOtherNamed,
  type NamedDate,
} from "./named-dates.ts";
import { createDayReader, type DayReader, isInOpenQuote } from "./told-days.ts";
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
/** "the speech on Monday", where the article tells elsewhere that Monday is over. */
const UNSURE_DAYS_MAX = 3;
const TEXT_LENGTH_MAX = 60_000;
/** Letters between a day and the date that is its own. */
const OWN_DATE_GAP_MAX = 12;
const EDITS_MAX = 2;
/** The next mark of a paragraph closes a quotation: where its opening mark has none, it may be a slip of the pen. */
const CLOSER_NEXT = /^[^“„«”»\n]*[”»]/;
const LOW_CLOSER_NEXT = /^[^“„«”»\n]*[“”]/;
const CLOSER_GAP_MAX = 2000;

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

/** Whether a date of the sentence is that of the day: "Friday, 25 March", "Monday night (18 November)". */
const isOwnDate = (date: NamedDate, end: number): boolean =>
  date.start - end <= OWN_DATE_GAP_MAX && end - date.end <= OWN_DATE_GAP_MAX;

interface TextDays {
  readonly over: ReadonlySet<number>;
  readonly ahead: ReadonlySet<number>;
  /** Those of which anything is said to come, whatever else. */
  readonly toCome: ReadonlySet<number>;
}

/**
 * Which weekdays the whole text tells of as over, or as to come, and never otherwise: what one sentence leaves unsure
 * ("Monday's vote", "the speech on Monday") is so, too.
 */
function readTextDays(text: string, language: string, reader: DayReader): TextDays {
  const over = new Set<number>();
  const ahead = new Set<number>();
  const toCome = new Set<number>();
  if (text.length > TEXT_LENGTH_MAX) return { over, ahead, toCome };
  const days = splitSentences(text, language)
    .filter(({ start, end }) => end - start <= SENTENCE_LENGTH_MAX)
    .flatMap(({ start, end }) => {
      const sentence = text.slice(start, end);
      const isAhead = reader.looksAhead(sentence);
      return reader.findDays(sentence).map((day) => ({ ...day, isAhead }));
    });
  for (const day of days) {
    if (day.kind === "weekday" || day.kind === "behind") over.add(day.weekday);
    if (day.kind === "coming") ahead.add(day.weekday);
    if (day.kind === "coming" || (day.kind === "other" && day.isAhead)) toCome.add(day.weekday);
  }
  for (const day of days) {
    if (day.kind === "coming" || day.kind === "other") over.delete(day.weekday);
    if (day.kind === "weekday" || day.kind === "recent") ahead.delete(day.weekday);
  }
  return { over, ahead, toCome };
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
  const hours = writtenAt.getUTCHours();
  const isDayOnly = writtenAt.getTime() % DAY_MS === 0;
  const [from, to] = dating.reader.sameDay;
  const edits = new Map<string, Edit>();
  let textDays: TextDays | null = null;
  for (const day of days) {
    const at = span.start + day.end;
    // A sentence with a date of its own needs none, unless it surely is another day's.
    if (
      own.length > 0 &&
      ((day.kind !== "weekday" && day.kind !== "behind") || own.some((date) => isOwnDate(date, day.end)))
    )
      continue;
    if (day.kind !== "near" && dating.reader.isOldStory(text, shown)) continue;
    if (isLongAgo(text, at, named, publishedAt, NEAR_DAYS_MAX)) continue;
    const since = day.kind === "near" ? -day.offset : (writtenAt.getUTCDay() - day.weekday + DAYS_A_WEEK) % DAYS_A_WEEK;
    let back = day.kind === "coming" ? since - DAYS_A_WEEK : since;
    // "earned a place in the final on Sunday": the day of the final, where the rest tells of that Sunday as to come.
    if (day.kind === "behind") {
      textDays ??= readTextDays(text, language, dating.reader);
      if (textDays.toCome.has(day.weekday)) continue;
    }
    // What the sentence alone does not tell, the article may.
    if (day.kind === "unsure" || day.kind === "other") {
      textDays ??= readTextDays(text, language, dating.reader);
      const isAhead = DAYS_A_WEEK - since <= UNSURE_DAYS_MAX && textDays.ahead.has(day.weekday);
      const isOver = day.kind === "unsure" && since <= UNSURE_DAYS_MAX && textDays.over.has(day.weekday);
      if (!isAhead && !isOver) continue;
      if (isAhead) back = since - DAYS_A_WEEK;
    }
    // What will be "on Monday" on a Monday may be so in a week.
    if (day.kind === "coming" && (since === 0 || -back > AHEAD_DAYS_MAX)) continue;
    if (day.kind === "recent" && since > RECENT_DAYS_MAX) continue;
    // "refused to sail on Friday", written on a Friday.
    if (day.kind === "open" && since !== 0) continue;
    // Late in the evening of UTC it may be the next day where the article was written, and "today" another day.
    if (day.kind === "near" && !isDayOnly && (hours < from || hours >= to)) continue;
    // Tomorrow's day of the week: the article was gone on with after its date, or written where it is tomorrow already.
    if (back === DAYS_A_WEEK - 1) continue;
    const date = new Date(writtenAt.getTime() - (day.kind === "near" ? Math.max(0, back) : back) * DAY_MS);
    const dayTime = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
    if (isOtherNamed(named, dayTime) || own.some(({ time }) => time === dayTime)) continue;
    const added = ` (${dating.format.format(date)})`;
    if (told.has(added) || edits.has(added)) continue;
    edits.set(added, { kind: "date", start: at, end: at, text: added });
    if (edits.size >= EDITS_MAX) break;
  }
  return [...edits.values()];
}
