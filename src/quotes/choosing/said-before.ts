/** Whether somebody said a quote of something else because it was said long before the news: "she said in May 2023". */

import type { Cue, Quote } from "../../domain/article.ts";
import { findLanguage } from "../../languages/index.ts";
import { dateNames, foldName } from "../../languages/shared/dates/date-words.ts";
import { quicken } from "../../languages/shared/patterns/quicken.ts";

/** What somebody said on a day so many months before the news was said of something else. */
const MONTHS_OLD = 2;
const MONTHS_OF_YEAR = 12;
const DAY = quicken(
  /(?<![\p{L}\p{N}])(?:(\p{L}{3,12})\.? (\d{1,2})|(\d{1,2})\.? (?:\p{Ll}{2} )?(\p{L}{3,12}))(?![\p{L}\p{N}])/gu,
);
/** What was said on a day so long before the news was said of something before it. */
const DAYS_OLD = 2;
const STOP = quicken(/\n|[.!?]["”»]?\s+(?=["“«„]?\p{Lu})/u);
const LAST_WORD = quicken(/(?<!\p{L})(\p{L}+) $/u);
const DAY_MS = 86_400_000;
/** "May 2023", "2019". */
const YEAR =
  /(?:(?<![\p{L}\p{N}])(\p{L}{3,12})\.? (?:\p{Ll}{2} )?)?(?<![\p{L}\p{N}–-])((?:19|20)\d\d)(?![\p{L}\p{N}–-])/gu;
/** Behind or before a quote, what tells when it was said. */
const BESIDE_LENGTH = 160;
export const QUOTED = /“[^“”]*”?|"[^"]*"?|«[^«»]*»?|„[^“”„]*[“”]?|「[^「」]*」?/gu;

/** What is shown beside the quotes, and when the news is of. */
export interface Shown {
  readonly text: string;
  readonly language: string;
  readonly publishedAt: Date | null;
  readonly shown: string;
}

/** The paragraph of the quote without its own words. */
export function toBeside({ start, end }: Quote, text: string): string {
  const to = text.indexOf("\n", end);
  return `${text.slice(text.lastIndexOf("\n", start - 1) + 1, start)} ${text.slice(end, to < 0 ? text.length : to)}`;
}

/** `she wrote on Sept. 6`, below news of December that tells of no September. */
export function isOtherDay(quote: Quote, { text, language, publishedAt, shown }: Shown): boolean {
  if (publishedAt === null) return false;
  const { months } = dateNames(language);
  const beside = toBeside(quote, text).replace(QUOTED, " ");
  return [...beside.matchAll(DAY)].some((match) => {
    const name = match[1] ?? match[4] ?? "";
    const month = months.get(foldName(name));
    if (month === undefined || shown.includes(name)) return false;
    const ago = (publishedAt.getUTCMonth() + 1 - month + MONTHS_OF_YEAR) % MONTHS_OF_YEAR;
    // What is a month ahead was said of what is to come.
    return ago >= MONTHS_OLD && ago < MONTHS_OF_YEAR - 1;
  });
}

/** ` during a May 2023 show`: what stands behind the verb of a quote up to a comma, a stop or the next quote. */
function toTail(cue: Cue, text: string): string {
  const rest = text.slice(cue.end, cue.end + BESIDE_LENGTH);
  return rest.split(/["“«„\n,;:]|[.!?](?=\s+["“«„]?\p{Lu}|\s*$)/u, 1)[0] ?? "";
}

/** `In 2019, she told the Tidings`: the words up to a comma that open the sentence of a quote or of its verb. */
function toLead(at: number, text: string): string {
  const before = text.slice(Math.max(0, at - BESIDE_LENGTH), at).replace(/["“«„]$/u, "");
  const sentence = before.split(STOP).at(-1) ?? "";
  // What stands in marks is said, and tells of another time.
  return /["“”«»„]/u.test(sentence) ? "" : (sentence.split(/[,:]/, 1)[0] ?? "");
}

/** Months from a year, or a month of one, to the news. */
function monthsAgo(match: RegExpMatchArray, publishedAt: Date, language: string): number {
  const years = publishedAt.getUTCFullYear() - Number(match[2]);
  const month = dateNames(language).months.get(foldName(match[1] ?? ""));
  // Of a bare year only the last day is known.
  return years * MONTHS_OF_YEAR + publishedAt.getUTCMonth() + 1 - (month ?? MONTHS_OF_YEAR);
}

/** `said in a statement on December 21`, below news of December 23 that does not tell of that day. */
function isDaysOld(match: RegExpMatchArray, { language, publishedAt, shown }: Shown): boolean {
  const month = dateNames(language).months.get(foldName(match[1] ?? match[4] ?? ""));
  if (month === undefined || publishedAt === null || shown.includes(match[0])) return false;
  const ago = Date.UTC(publishedAt.getUTCFullYear(), publishedAt.getUTCMonth(), publishedAt.getUTCDate());
  const day = Date.UTC(publishedAt.getUTCFullYear(), month - 1, Number(match[2] ?? match[3]));
  return ago - day >= DAYS_OLD * DAY_MS;
}

/** `she said in May 2023`, `In 2019, she wrote`, `as he had said`: said at a time that nothing shown is of. */
export function isOlder({ start, cue }: Quote, subject: Shown): boolean {
  const { text, language, publishedAt, shown } = subject;
  if (cue === null) return false;
  const { earlier, past } = findLanguage(language).asides.quoted;
  const before = LAST_WORD.exec(text.slice(Math.max(0, cue.start - BESIDE_LENGTH), cue.start))?.[1];
  if (before !== undefined && past.has(before)) return true;
  return [toTail(cue, text), toLead(Math.min(start, cue.start), text)].some((words) => {
    const said = earlier.exec(words)?.[0];
    if (said !== undefined && !shown.toLowerCase().includes(said.toLowerCase())) return true;
    if (publishedAt === null) return false;
    if ([...words.matchAll(DAY)].some((match) => isDaysOld(match, subject))) return true;
    return [...words.matchAll(YEAR)].some(
      (match) => !shown.includes(match[2] ?? "") && monthsAgo(match, publishedAt, language) >= MONTHS_OLD,
    );
  });
}
