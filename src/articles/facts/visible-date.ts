/** Finds the article's date in the page itself: a time element, date markup, a line under the title, the address. */

import { findPublishedLabel, findUpdatedLabel, isDateLine } from "../../languages/shared/dates/date-lines.ts";
import { type DateRule, findDate, readDate } from "../../languages/shared/dates/dates.ts";
import { cleanLine } from "../clean.ts";
import { type Page, type PageElement, textOf } from "../page/tree.ts";

const TIMES_MAX = 200;
const LINE_LENGTH_MAX = 90;
const DATE_CLASS =
  /(?:^|[\s_-])(?:date|published|publish|pubdate|posted|timestamp|datetime|dateline|entry-date|post-date|meta)(?:[\s_-]|$)/i;
const NOT_DATE_CLASS = /related|comment|sidebar|footer|nav|menu|widget|popular|recent|current|today|copyright/i;

function isOutside(element: PageElement): boolean {
  for (let each: PageElement | null = element; each !== null; each = each.parent) {
    if (/^(?:aside|footer|nav)$/.test(each.tag)) return true;
    if (
      NOT_DATE_CLASS.test(`${each.attributes["class"] ?? ""} ${each.attributes["id"] ?? ""}`) &&
      each.tag !== "body" &&
      each.tag !== "html"
    )
      return true;
  }
  return false;
}

function readUrlDate(url: string | null): Date | null {
  const match = /\/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?:\/|-|$)/.exec(url ?? "");
  return match === null ? null : readDate(`${match[1]}-${match[2]}-${match[3]}`, { language: null });
}

/** How the dates of a page are read: by its language, by where its site is at home, and by the month in its address. */
export function pageDates(language: string | null, url: string | null): DateRule {
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname : null;
  const [, year, month] = /\/((?:19|20)\d\d)\/(\d{1,2})\//.exec(url ?? "") ?? [];
  return {
    language,
    host,
    ...(month === undefined ? {} : { addressed: { year: Number(year), month: Number(month) } }),
  };
}

/** Null when the page shows none that is surely the article's. */
export function findVisibleDate(page: Page, url: string | null, line: DateRule): Date | null {
  const stated = { ...line, hasShortYears: true };
  let marked: Date | null = null;
  let timed: Date | null = null;
  let written: Date | null = null;
  let hasHeading = false;
  let count = 0;
  for (const element of page.elements) {
    const { tag, attributes } = element;
    if (tag === "h1") hasHeading = true;
    const isTime = tag === "time";
    const isMarked = /(?:^|\s)(?:datePublished|dateCreated)(?:\s|$)/.test(attributes["itemprop"] ?? "");
    const isDated = !isTime && DATE_CLASS.test(`${attributes["class"] ?? ""} ${attributes["id"] ?? ""}`);
    if (!isTime && !isMarked && !isDated) continue;
    if (++count > TIMES_MAX) break;
    if (isOutside(element)) continue;
    const text = cleanLine(textOf(element, 150));
    if (isMarked)
      marked ??=
        readDate(attributes["content"] ?? attributes["datetime"] ?? "", stated) ??
        readDate(text, stated) ??
        findDate(text, line);
    else if (isTime) timed ??= readDate(attributes["datetime"] ?? "", stated) ?? findDate(text, line);
    // Before the heading a date is the page's clock.
    else if (hasHeading && text.length < 80) written ??= isDateLine(text) ? findDate(text, line) : null;
  }
  return marked ?? readUrlDate(url) ?? timed ?? written;
}

const DAY_MS = 86_400_000;
interface PrintedDate {
  readonly date: Date;
  /** The line calls it the day of publication. */
  readonly isLabeled: boolean;
}

/** Dates in the lines below the headline; above it stands the page's clock. */
export function findPrintedDates(linesBelow: readonly string[], rule: DateRule): readonly PrintedDate[] {
  return linesBelow.flatMap((whole) => {
    if (whole.length > LINE_LENGTH_MAX || !/\p{Nd}/u.test(whole)) return [];
    // "July 3, 2031, updated July 5, 2031": what stands before the label is the first date.
    const updateAt = findUpdatedLabel(whole);
    const head = updateAt < 0 ? null : findDate(whole.slice(0, updateAt), rule);
    const line = head === null ? whole : whole.slice(0, updateAt);
    const labelAt = findPublishedLabel(line);
    const date = (labelAt < 0 ? null : findDate(line.slice(labelAt), rule)) ?? findDate(line, rule);
    // Words of a sentence around the date make it a date of something else.
    if (date === null || (!isDateLine(line) && /(?:\p{Ll}{2,}\s+){6}/u.test(line))) return [];
    return [{ date, isLabeled: labelAt >= 0 }];
  });
}

/** The same day with day and month changed about: 09.10. and 10.09. */
function isSwapped(one: Date, other: Date): boolean {
  return (
    one.getUTCFullYear() === other.getUTCFullYear() &&
    one.getUTCMonth() + 1 === other.getUTCDate() &&
    other.getUTCMonth() + 1 === one.getUTCDate()
  );
}

/**
 * The date readers see. Metadata is exact to the second and right when the page prints that day; when the page prints
 * only another one, it was dated anew, unless two statements agree and none says that the article was modified then:
 * what is printed is another article's.
 */
export function chooseDate(
  stated: { readonly published: readonly Date[]; readonly modified: readonly Date[] },
  linesBelow: readonly string[],
  visible: Date | null,
  rule: DateRule,
): Date | null {
  const printed = findPrintedDates(linesBelow, rule);
  const labeled = printed.find((each) => each.isLabeled)?.date;
  const candidate = stated.published[0] ?? visible;
  const first = labeled ?? printed[0]?.date ?? null;
  if (candidate === null) return first;
  const isNear = (date: Date, other: Date = candidate): boolean =>
    Math.abs(date.getTime() - other.getTime()) < 1.6 * DAY_MS || isSwapped(date, other);
  if (labeled !== undefined) return isNear(labeled) ? candidate : labeled;
  const { published, modified } = stated;
  const isAnothers =
    first !== null &&
    published.slice(1).some((date) => isNear(date)) &&
    modified.length > 0 &&
    !modified.some((date) => isNear(date, first));
  return first === null || isAnothers || printed.some((each) => isNear(each.date)) ? candidate : first;
}
