/** Finds the article's date in the page itself: a time element, date markup, a line under the title, the address. */

import { cleanLine } from "../clean.ts";
import { type Page, type PageElement, textOf } from "../page/tree.ts";
import { findWrittenDate, isDateLine, readDate } from "./page-dates.ts";

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
  return match === null
    ? null
    : readDate(`${match[1]}-${(match[2] ?? "").padStart(2, "0")}-${(match[3] ?? "").padStart(2, "0")}`);
}

/** Null when the page shows none that is surely the article's. */
export function findVisibleDate(page: Page, url: string | null): Date | null {
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
      marked ??= readDate(attributes["content"] ?? attributes["datetime"]) ?? readDate(text) ?? findWrittenDate(text);
    else if (isTime) timed ??= readDate(attributes["datetime"]) ?? findWrittenDate(text);
    // Before the heading a date is the page's clock.
    else if (hasHeading && text.length < 80) written ??= isDateLine(text) ? findWrittenDate(text) : null;
  }
  return marked ?? readUrlDate(url) ?? timed ?? written;
}

const DAY_MS = 86_400_000;
const DATE_LABEL = /publi|posted|veröff|erstellt|gepubl|geplaatst|опубл|dodano|نشر|发布|發布|公開|配信/iu;
/** The day a text was last changed stands after the day it came out, where a line has both. */
const UPDATE_LABEL =
  /updat|modif|revis|reviewed|aktualis|überarb|mise? à jour|actualiz|aggiornat|atualiz|bijgewerkt|gewijzigd|обновл|изменен|оновл|aktualiz|zmodyf|تحديث|تعديل|更新|修改/iu;

interface PrintedDate {
  readonly date: Date;
  /** The line calls it the day of publication. */
  readonly isLabeled: boolean;
}

/** Dates in the lines below the headline; above it stands the page's clock. */
export function findPrintedDates(linesBelow: readonly string[]): readonly PrintedDate[] {
  return linesBelow.flatMap((whole) => {
    if (whole.length > LINE_LENGTH_MAX || !/\d/.test(whole)) return [];
    // "July 3, 2031, updated July 5, 2031": what stands before the label is the first date.
    const updateAt = UPDATE_LABEL.exec(whole)?.index ?? -1;
    const head = updateAt < 0 ? null : findWrittenDate(whole.slice(0, updateAt));
    const line = head === null ? whole : whole.slice(0, updateAt);
    const label = DATE_LABEL.exec(line);
    const date = (label === null ? null : findWrittenDate(line.slice(label.index))) ?? findWrittenDate(line);
    // Words of a sentence around the date make it a date of something else.
    if (date === null || (!isDateLine(line) && /(?:\p{Ll}{2,}\s+){6}/u.test(line))) return [];
    return [{ date, isLabeled: label !== null }];
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
 * only another one, it was dated anew.
 */
export function chooseDate(stated: Date | null, linesBelow: readonly string[], visible: Date | null): Date | null {
  const printed = findPrintedDates(linesBelow);
  const labeled = printed.find((each) => each.isLabeled)?.date;
  const candidate = stated ?? visible;
  const first = labeled ?? printed[0]?.date ?? null;
  if (candidate === null) return first;
  const isNear = (date: Date): boolean =>
    Math.abs(date.getTime() - candidate.getTime()) < 1.6 * DAY_MS || isSwapped(date, candidate);
  if (labeled !== undefined) return isNear(labeled) ? candidate : labeled;
  return first === null || printed.some((each) => isNear(each.date)) ? candidate : first;
}
