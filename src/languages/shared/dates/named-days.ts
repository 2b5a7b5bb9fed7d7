/** Days whose month is written as a word: "23 November 2026", "Nov 23, 2026", "2026. november 23.", "Mon Nov 23 20:24 2026". */

import { type DateNames, foldName } from "./date-words.ts";
import { isZoneName } from "./date-zones.ts";

interface Token {
  readonly kind: "number" | "word" | "mark" | "clock";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A day and where it stands in the text. */
export interface FoundDay {
  readonly year: number;
  /** 1 for January. */
  readonly month: number;
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

interface FoundMonth {
  readonly month: number;
  /** How many tokens its name takes. */
  readonly count: number;
}

const SHORT_YEAR_PIVOT = 70;

/** "26" is 2026, "99" is 1999. */
export function toFullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < SHORT_YEAR_PIVOT ? 2000 + year : 1900 + year;
}

/** Between two parts of a date: "23rd of", "de", ", ". */
const GAP_TOKENS_MAX = 4;
/** Before the year a time of day and its zone may stand: "20:24:36 CET 2026". */
const CLOCK_GAP_TOKENS_MAX = 8;
const MARKS: ReadonlySet<string> = new Set([".", ",", "-", "/", "'", "’", "º", "ª", "°", "("]);
const TOKEN = /\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?|\d+|\p{L}[\p{L}\p{M}ʼ]*|[^\s\d\p{L}]/gu;

const kindOf = (text: string): Token["kind"] =>
  /^\d+$/.test(text)
    ? "number"
    : text.includes(":") && text.length > 1
      ? "clock"
      : /^\p{L}/u.test(text)
        ? "word"
        : "mark";

const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(TOKEN)].map((match) => ({
    kind: kindOf(match[0]),
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));

/** A month's name at a token, of one word or two: "tháng 11", "كانون الثاني". */
function readMonth(tokens: readonly Token[], at: number, names: DateNames): FoundMonth | null {
  const word = tokens[at];
  if (word?.kind !== "word") return null;
  const next = tokens[at + 1];
  const pair = next === undefined ? undefined : names.months.get(foldName(`${word.text} ${next.text}`));
  if (pair !== undefined) return { month: pair, count: 2 };
  const month = names.months.get(foldName(word.text));
  return month === undefined ? null : { month, count: 1 };
}

const isJoiner = (token: Token, names: DateNames): boolean =>
  token.kind === "mark" ? MARKS.has(token.text) : token.kind === "word" && names.joiners.has(foldName(token.text));

const isClockPart = (token: Token, names: DateNames): boolean =>
  token.kind === "clock" ||
  (token.kind === "word" && (isZoneName(token.text) || names.zones.has(token.text.toLowerCase()))) ||
  /^[ap]m$|^[+−]$/i.test(token.text);

/** The first number from `at` on in steps of `step`, past what joins the parts of a date. */
function findNumber(tokens: readonly Token[], at: number, step: 1 | -1, names: DateNames): number | null {
  for (let count = 0; count <= GAP_TOKENS_MAX; count++) {
    const token = tokens[at + count * step];
    if (token === undefined) return null;
    if (token.kind === "number") return at + count * step;
    const name = token.kind === "word" ? foldName(token.text) : "";
    const isWeekday = names.weekdays.has(name) && !names.months.has(name);
    if (!isJoiner(token, names) && !isWeekday) return null;
  }
  return null;
}

const isDayNumber = (token: Token | undefined): token is Token =>
  token?.kind === "number" && token.text.length <= 2 && Number(token.text) >= 1 && Number(token.text) <= 31;

const isFullYear = (token: Token | undefined): token is Token =>
  token?.kind === "number" && /^(?:19|20|21)\d{2}$/.test(token.text);

/** "26", but not the hour of "20h24", "20 Uhr" and "20.24", nor the month of "24/11/2026". */
function isShortYear(tokens: readonly Token[], at: number, names: DateNames): boolean {
  const [token, next, last] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (token?.kind !== "number" || token.text.length !== 2) return false;
  if (next?.kind === "word") return next.start > token.end && !names.hours.has(foldName(next.text));
  return !(next?.kind === "mark" && last?.kind === "number" && last.start === token.end + 1);
}

interface FoundYear {
  readonly token: Token;
  readonly isBehindClock: boolean;
}

/** The year behind a month or a day: next to it, or behind the time of day. */
function findYear(tokens: readonly Token[], at: number, hasShortYears: boolean, names: DateNames): FoundYear | null {
  const near = findNumber(tokens, at, 1, names);
  if (near !== null) {
    const token = tokens[near];
    const isYear = isFullYear(token) || (hasShortYears && isShortYear(tokens, near, names));
    return isYear && token !== undefined ? { token, isBehindClock: false } : null;
  }
  for (let count = 0; count < CLOCK_GAP_TOKENS_MAX; count++) {
    const token = tokens[at + count];
    if (token === undefined) return null;
    if (isFullYear(token)) return { token, isBehindClock: true };
    if (!isClockPart(token, names) && !isJoiner(token, names)) return null;
  }
  return null;
}

function toDay(year: Token, month: number, day: Token, parts: readonly Token[]): FoundDay {
  return {
    year: toFullYear(year.text),
    month,
    day: Number(day.text),
    start: Math.min(...parts.map((token) => token.start)),
    end: Math.max(...parts.map((token) => token.end)),
  };
}

/** The day of one month's name; null when its day or its year does not stand beside it. */
function readBeside(
  tokens: readonly Token[],
  at: number,
  found: FoundMonth,
  hasShortYears: boolean,
  names: DateNames,
): FoundDay | null {
  const word = tokens[at];
  const behind = at + found.count;
  const [left, right] = [findNumber(tokens, at - 1, -1, names), findNumber(tokens, behind, 1, names)];
  const [before, after] = [tokens[left ?? -1], tokens[right ?? -1]];
  if (word === undefined) return null;
  if (left !== null && isDayNumber(before)) {
    // "23 November 2026"
    const year = findYear(tokens, behind, hasShortYears, names);
    if (year !== null)
      return toDay(year.token, found.month, before, year.isBehindClock ? [before, word] : [before, year.token]);
    // "2026. gada 23. novembris"
    const first = tokens[findNumber(tokens, left - 1, -1, names) ?? -1];
    if (isFullYear(first)) return toDay(first, found.month, before, [first, word]);
  }
  if (right === null || !isDayNumber(after)) return null;
  // "2026. november 23."
  if (isFullYear(before)) return toDay(before, found.month, after, [before, after]);
  // "November 23, 2026"
  const year = findYear(tokens, right + 1, hasShortYears, names);
  if (year === null) return null;
  return toDay(year.token, found.month, after, year.isBehindClock ? [word, after] : [word, year.token]);
}

/** The first month's name that has its day and its year beside it: in "mar. 24 nov. 2026" the second word. */
export function findNamedDay(text: string, hasShortYears: boolean, names: DateNames): FoundDay | null {
  const tokens = tokensOf(text);
  for (const at of tokens.keys()) {
    const month = readMonth(tokens, at, names);
    const day = month === null ? null : readBeside(tokens, at, month, hasShortYears, names);
    if (day !== null) return day;
  }
  return null;
}
