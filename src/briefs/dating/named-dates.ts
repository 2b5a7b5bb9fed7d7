/** Dates that a text names by their month: whether they agree with the day an article says it appeared. */

import type { DateWords } from "../../languages/language.ts";

/** A day of a month in a text, with the day of the week where it is named beside it. */
export interface NamedDate {
  readonly start: number;
  readonly end: number;
  readonly time: number;
  /** From Sunday on. */
  readonly weekday: number | null;
}

const DAY_MS = 86_400_000;
const MONTH_LETTERS_MIN = 3;
const DATES_MAX = 100;
/** "until 1 August" tells of no other time; a date still farther ahead may be one of a year ago. */
const AHEAD_DAYS_MAX = 60;

const literal = (word: string): string => word.replace(/[.+*?^${}()|[\]\\]/g, "\\$&");
const oneOf = (words: Iterable<string>): string => `(?:${[...words].map(literal).join("|")})`;

const toPlaces = (names: readonly (readonly string[])[]): ReadonlyMap<string, number> =>
  new Map(names.flatMap((forms, place) => forms.map((form) => [form, place] as const)));

/** The year in which the day of the month lies nearest to a moment. */
function nearestTime(month: number, day: number, moment: Date): number {
  const year = moment.getUTCFullYear();
  const times = [year - 1, year, year + 1].map((each) => Date.UTC(each, month, day));
  return times.reduce((best, time) =>
    Math.abs(time - moment.getTime()) < Math.abs(best - moment.getTime()) ? time : best,
  );
}

export interface DateFinder {
  has(text: string): boolean;
  /** Dates without a year are those nearest to `moment`. */
  list(text: string, moment: Date): readonly NamedDate[];
}

export function createDateFinder({ months, weekdays, told }: DateWords): DateFinder {
  const places = toPlaces(months.map((forms) => forms.filter((form) => /^\p{L}{3,}$/u.test(form))));
  const days = toPlaces(weekdays.map((forms, place) => [...forms, ...(told.days[place] ?? [])]));
  const fullDays = new Set(told.days.flat());
  const month = oneOf([...places.keys()].filter((name) => name.length >= MONTH_LETTERS_MIN));
  const ordinal = "(?:st|nd|rd|th|er|º|\\.)?";
  const dated = `(?<!\\d)\\d{1,2}${ordinal} (?:of |de )?${month}(?!\\p{L})|(?<!\\p{L})${month}\\.? \\d{1,2}${ordinal}(?!\\d)`;
  const test = new RegExp(dated, "iu");
  const all = new RegExp(
    `(?:(?<!\\p{L})(${oneOf(days.keys())})\\.?,? \\(?(?:the |den |le |el )?)?(${dated})(?:,? (?:de )?((?:19|20)\\d\\d))?`,
    "giu",
  );
  return {
    has: (text) => test.test(text),
    list(text, moment) {
      const found: NamedDate[] = [];
      for (const match of text.matchAll(all)) {
        if (found.length >= DATES_MAX) break;
        const [whole, word, date = "", year] = match;
        // "… on Sunday. March 3 is": the day ends a sentence of its own.
        const isOfOther = word !== undefined && whole.charAt(word.length) === "." && fullDays.has(word.toLowerCase());
        const dayName = isOfOther ? undefined : word;
        const day = Number(/\d+/.exec(date)?.[0]);
        const name = (date.match(/\p{L}{3,}/gu) ?? [])
          .map((word) => word.toLowerCase())
          .find((word) => places.has(word));
        const place = places.get(name ?? "");
        if (place === undefined || !(day >= 1 && day <= 31)) continue;
        found.push({
          start: match.index + (isOfOther ? whole.indexOf(date) : 0),
          end: match.index + whole.length,
          time: year === undefined ? nearestTime(place, day, moment) : Date.UTC(Number(year), place, day),
          weekday: dayName === undefined ? null : (days.get(dayName.toLowerCase()) ?? null),
        });
      }
      return found;
    },
  };
}

/** "Tuesday, 6 May" in an article of a year in which that was a Sunday: the day it is said to have appeared is wrong. */
export const isContradicted = (dates: readonly NamedDate[]): boolean =>
  dates.some(({ weekday, time }) => weekday !== null && new Date(time).getUTCDay() !== weekday);

/** Whether the text names another date for the same day of the week, and not this one: it may mean that. */
export function isOtherNamed(dates: readonly NamedDate[], time: number): boolean {
  const same = dates.filter(({ weekday }) => weekday === new Date(time).getUTCDay());
  return same.length > 0 && same.every((date) => date.time !== time);
}

/** Whether what was told right before, in the same paragraph, happened long ago. */
export function isLongAgo(
  text: string,
  start: number,
  dates: readonly NamedDate[],
  moment: Date,
  daysMax: number,
): boolean {
  const paragraph = text.lastIndexOf("\n", start) + 1;
  const last = dates.findLast((date) => date.start >= paragraph && date.end <= start);
  if (last === undefined) return false;
  const days = (moment.getTime() - last.time) / DAY_MS;
  return days > daysMax || -days > AHEAD_DAYS_MAX;
}

/** "Jan. 11: Talks open": the head of an entry of a page that grows by the day. */
const ENTRY_HEAD_END = /^\s?(?:[:|\n]|[-–—] )/;
/** The page may have been put out the day after an entry. */
const ENTRY_DAYS_MAX = 1;

/** Whether a place of a text stands below the head of an entry of another day than the page's. */
export function isOfOtherEntry(text: string, at: number, dates: readonly NamedDate[], moment: Date): boolean {
  const head = dates.findLast(
    ({ start, end }) =>
      end <= at && start > 0 && text.charAt(start - 1) === "\n" && ENTRY_HEAD_END.test(text.slice(end, end + 3)),
  );
  return head !== undefined && Math.floor(moment.getTime() / DAY_MS) - head.time / DAY_MS > ENTRY_DAYS_MAX;
}

/** A dateline with a day stands before the first sentence: "OSTREL, Nov 19 (VNA) The mayor today". */
const DATELINE_LENGTH = 60;
const DATELINE_END = /^\s*(?:\([^()]{2,40}\)|[-–—]|\.\s?-)/;
/** "OSTREL, ", "Ostrel (VNA), ", "NEW OSTREL – ": nothing but a place, and perhaps an agency. */
const PLACE =
  /^(?:(?:\p{Lu}[\p{L}.'’-]*|of|de|la|le|am|an|der|sur|\([^()]{1,40}\)|\/)(?:,\s*|\s+|(?=[/,])|$))+(?:[-–—]\s*)?$/u;
const PLACE_LENGTH_MAX = 50;
const PLACED_END = /^,?\s*(?:\([^()]{2,40}\)|\/[^/\s]{2,40}\/|[-–—:]|\.\s?[-–—:])/;
/** Words that may be but the beginning of a sentence say when they were written where the page is no later than that. */
const LATE_DAYS_MAX = 2;
/** A report older than that is of the archive: its days need their year, too. */
const ARCHIVED_DAYS_MIN = 31;

/**
 * When an article was written, where its dateline says so: its "today" is no later day on which it appeared. None where
 * that was long before.
 */
export function findWrittenAt(text: string, dates: readonly NamedDate[], publishedAt: Date): Date | null {
  const first = dates.find(({ end }) => end <= DATELINE_LENGTH);
  if (first === undefined || text.lastIndexOf("\n", first.start) >= 0) return publishedAt;
  const days = Math.floor(publishedAt.getTime() / DAY_MS) - first.time / DAY_MS;
  if (days <= 0) return publishedAt;
  const head = text.slice(0, first.start);
  const tail = text.slice(first.end);
  if (head !== "" && head.length <= PLACE_LENGTH_MAX && PLACE.test(head) && PLACED_END.test(tail))
    return days >= ARCHIVED_DAYS_MIN ? null : new Date(first.time);
  return days <= LATE_DAYS_MAX && DATELINE_END.test(tail) ? new Date(first.time) : publishedAt;
}
