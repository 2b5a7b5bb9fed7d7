/** Lines of a page that hold a date or a time and nothing else, in any language. */

import type { DateWords } from "../../language.ts";
import { type DateNames, dateNames, foldName, listDateWords, toPlain } from "./date-words.ts";
import { isZoneName } from "./date-zones.ts";

const LENGTH_MAX = 120;
const MONTH_LENGTH_MIN = 3;
const EAST_LINE = /^\D{0,12}\d{4}\s*[年.년]\s*\d{1,2}\s*[月월]\s*\d{1,2}\s*[日일][^\p{Lu}]{0,24}$/u;
const NUMBERS = /^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/;
const ISO = /^\d{4}-?\d{2}-?\d{2}(t[\d:.]+(z|[+-][\d:]+)?)?$/;
const DAY_OR_YEAR = /^\d{1,2}(st|nd|rd|th|er|º|ª)?$|^(19|20)\d\d$/;
const TIME_PART = /^\d{1,2}[:.h]\d{2}([:.]\d{2})?(am|pm|h|z)?$|^\d{1,2}(am|pm|h)$|^[+-]?\d{1,4}$/;

/** A time of day alone, as live blogs put over each update. */
export const isTimeLine = (line: string): boolean =>
  line.length <= 16 && /^\d{1,2}[:.h]\d{2}(?:\s?(?:h|[ap]\.?m\.?|[a-z]{2,4}))?$/i.test(line);

const patterns = new Map<string, RegExp>();

/** Where the first of some words begins, in any language; -1 when none is there. */
function findWord(line: string, kind: "published" | "updated"): number {
  const known = patterns.get(kind);
  if (known !== undefined) return known.exec(line)?.index ?? -1;
  const words = [...listDateWords().values()].flatMap((each: DateWords) => each[kind]);
  const pattern = new RegExp([...new Set(words)].join("|"), "iu");
  patterns.set(kind, pattern);
  return pattern.exec(line)?.index ?? -1;
}

/** Where a line calls its date the day of publication; -1 when it does not. */
export const findPublishedLabel = (line: string): number => findWord(line, "published");

/** Where a line calls its date the day of a change; -1 when it does not. */
export const findUpdatedLabel = (line: string): number => findWord(line, "updated");

const isMonth = (word: string, names: DateNames): boolean => word.length >= MONTH_LENGTH_MIN && names.months.has(word);

/** True for a line that holds a date and nothing else but labels and a time: "Friday, July 19, 2024". */
export function isDateLine(given: string): boolean {
  if (given.length > LENGTH_MAX || !/\p{Nd}/u.test(given)) return false;
  const line = toPlain(given);
  if (EAST_LINE.test(line)) return true;
  const names = dateNames(null);
  let dayCount = 0;
  let hasMonth = false;
  let hasFullDate = false;
  for (const part of line.split(/[\s,|·•()–—]+|(?<!\d)-|-(?!\d)/u)) {
    if (part === "") continue;
    const word = foldName(part.replace(/[:.;]+$/, ""));
    if (NUMBERS.test(word) || ISO.test(word)) hasFullDate = true;
    else if (DAY_OR_YEAR.test(word)) dayCount++;
    else if (isMonth(word, names)) hasMonth = true;
    else if (TIME_PART.test(word) || names.weekdays.has(word) || names.labels.has(word)) continue;
    else if (!isZoneName(word) && !names.zones.has(word) && !/^\p{P}+$/u.test(word)) return false;
  }
  return hasFullDate || /^\D*\d{4}-\d{2}-\d{2}\D*$/.test(line) || (hasMonth && dayCount > 0);
}

/** What stands before the first number of a line and the month's or day's name that belongs to it. */
export function cutBeforeDate(line: string): string {
  const at = line.search(/\d/);
  if (at < 0) return line;
  const names = dateNames(null);
  let head = line.slice(0, at).replace(/[\s,|·•–—-]+$/u, "");
  for (let last = /\p{L}+\.?$/u.exec(head); last !== null; last = /\p{L}+\.?$/u.exec(head)) {
    const word = foldName(last[0]);
    if (!isMonth(word, names) && !names.weekdays.has(word)) break;
    head = head.slice(0, last.index).replace(/[\s,|·•–—-]+$/u, "");
  }
  return head;
}
