/** Reads dates in page metadata and in lines of text, in the languages served. */

const LANGUAGES = [
  "en",
  "de",
  "fr",
  "es",
  "it",
  "pt",
  "nl",
  "ru",
  "uk",
  "pl",
  "ar",
  "zh",
  "ja",
  "sv",
  "da",
  "no",
  "fi",
  "cs",
  "tr",
];
const DATE_LENGTH_MAX = 120;
const YEAR_MIN = 1990;
const YEAR_MAX = 2100;

const foldWord = (word: string): string =>
  word.toLowerCase().replace(/\.$/, "").normalize("NFD").replace(/\p{M}/gu, "");

function listNames(): { readonly months: ReadonlyMap<string, number>; readonly weekdays: ReadonlySet<string> } {
  const months = new Map<string, number>();
  const weekdays = new Set<string>();
  for (const language of LANGUAGES) {
    for (const width of ["long", "short"] as const) {
      // A format with a day gives the genitive that dates use ("июля"), one without gives the nominative.
      const withDay = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, {
        month: width,
        day: "numeric",
        timeZone: "UTC",
      });
      const alone = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { month: width, timeZone: "UTC" });
      const weekday = new Intl.DateTimeFormat(language, { weekday: width, timeZone: "UTC" });
      for (let month = 0; month < 12; month++) {
        const date = new Date(Date.UTC(2021, month, 15));
        const genitive = withDay.formatToParts(date).find((part) => part.type === "month")?.value ?? "";
        for (const name of [genitive, alone.format(date)]) {
          const word = foldWord(name);
          if (/^\p{L}{3,}$/u.test(word) && !months.has(word)) months.set(word, month);
        }
      }
      for (let day = 0; day < 7; day++) weekdays.add(foldWord(weekday.format(new Date(Date.UTC(2021, 1, 1 + day)))));
    }
  }
  months.set("sept", 8);
  return { months, weekdays };
}
const { months: MONTHS, weekdays: WEEKDAYS } = listNames();

/** Words that stand around dates: labels, time zones, "at", "o'clock". */
const DATE_WORDS = new Set(
  "published posted updated modified last on at of the and to hrs am pm a m p utc gmt est edt pst pdt cst cdt mst mdt cet cest bst ist eet msk jst et pt ct first by date time original veroffentlicht aktualisiert stand erstellt am um uhr der den vom publie publiee mis mise jour modifie le a la h min publicado publicada actualizado actualizada el de del las los hora horas pubblicato pubblicata aggiornato aggiornata il alle ore as em atualizado atualizada gepubliceerd bijgewerkt geplaatst laatste update om uur опубликовано обновлено в г года год опубликовано оновлено о р року opublikowano aktualizacja dodano data o godz r roku نشر في تحديث آخر الساعة م ص ه بتوقيت 发布 更新 时间 发布时间 更新时间 发表 公開 配信 st nd rd th er today"
    .split(" ")
    .map(foldWord),
);

/** A time of day alone, as live blogs put over each update. */
export const isTimeLine = (line: string): boolean =>
  line.length <= 16 && /^\d{1,2}[:.h]\d{2}(?:\s?(?:uhr|h|[ap]\.?m\.?|[A-Z]{2,4}))?$/i.test(line);

/** True for a line that holds a date and nothing else but labels and a time: "Friday, July 19, 2024". */
export function isDateLine(line: string): boolean {
  if (line.length > DATE_LENGTH_MAX || !/\d/.test(line)) return false;
  if (/^\D{0,12}\d{4}\s*[年.年]\s*\d{1,2}\s*月\s*\d{1,2}\s*日[^\p{Lu}]{0,24}$/u.test(line)) return true;
  let dayCount = 0;
  let hasMonth = false;
  let hasFullDate = false;
  for (const part of line.split(/[\s,|·•()–—]+|(?<!\d)-|-(?!\d)/u)) {
    if (part === "") continue;
    const word = foldWord(part.replace(/[:.;]+$/, ""));
    if (/^\d{1,4}([./-])\d{1,2}\1\d{1,4}$/.test(word) || /^\d{4}-?\d{2}-?\d{2}(t[\d:.]+(z|[+-][\d:]+)?)?$/.test(word))
      hasFullDate = true;
    else if (/^\d{1,2}(st|nd|rd|th|er|º|ª)?$/.test(word) || /^(19|20)\d\d$/.test(word)) dayCount++;
    else if (MONTHS.has(word)) hasMonth = true;
    else if (
      /^\d{1,2}[:.h]\d{2}([:.]\d{2})?(am|pm|h|z)?$/.test(word) ||
      /^\d{1,2}(am|pm|h)$/.test(word) ||
      /^[+-]?\d{1,4}$/.test(word)
    )
      continue;
    else if (!WEEKDAYS.has(word) && !DATE_WORDS.has(word) && !/^\p{P}+$/u.test(word)) return false;
  }
  return hasFullDate || /^\D*\d{4}-\d{2}-\d{2}\D*$/.test(line) || (hasMonth && dayCount > 0);
}

function toDate(year: number, month: number, day: number, rest = ""): Date | null {
  if (year < YEAR_MIN || year > YEAR_MAX || month < 0 || month > 11 || day < 1 || day > 31) return null;
  const time = /(\d{1,2})[:h.時时](\d{2})(?::(\d{2}))?\s*([ap]\.?m)?/i.exec(rest);
  let hour = Number(time?.[1] ?? 0);
  const half = time?.[4]?.toLowerCase()[0];
  if (half === "p" && hour < 12) hour += 12;
  if (half === "a" && hour === 12) hour = 0;
  const date = new Date(Date.UTC(year, month, day, hour < 24 ? hour : 0, Number(time?.[2] ?? 0) % 60));
  return date.getUTCDate() === day || hour > 0 ? date : null;
}

/** What stands before the first number of a line and the month's or day's name that belongs to it. */
export function cutBeforeDate(line: string): string {
  const at = line.search(/\d/);
  if (at < 0) return line;
  let head = line.slice(0, at).replace(/[\s,|·•–—-]+$/u, "");
  for (let last = /\p{L}+\.?$/u.exec(head); last !== null; last = /\p{L}+\.?$/u.exec(head)) {
    const word = foldWord(last[0]);
    if (!MONTHS.has(word) && !WEEKDAYS.has(word)) break;
    head = head.slice(0, last.index).replace(/[\s,|·•–—-]+$/u, "");
  }
  return head;
}

/** A date written with a month's name or in numbers, somewhere in a short text; null when there is none. */
export function findWrittenDate(text: string): Date | null {
  const line = text.slice(0, 300);
  const east = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日(.*)/u.exec(line);
  if (east !== null) return toDate(Number(east[1]), Number(east[2]) - 1, Number(east[3]), east[4]);
  for (const match of line.matchAll(/\p{L}[\p{L}\p{M}]{2,}/gu)) {
    const month = MONTHS.get(foldWord(match[0]));
    if (month === undefined) continue;
    const before = line.slice(Math.max(0, match.index - 12), match.index);
    const after = line.slice(match.index + match[0].length);
    const dayFirst = /(?:^|\D)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?\s*(?:de\s+|of\s+|do\s+|-)?$/iu.exec(before);
    const yearAfter = /^[\s.,-]*(?:de\s+|del\s+)?(\d{4})(?!\d)(.*)/u.exec(after);
    if (dayFirst !== null && yearAfter !== null)
      return toDate(Number(yearAfter[1]), month, Number(dayFirst[1]), yearAfter[2]);
    const american = /^[\s.]*(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4})(?!\d)(.*)/u.exec(after);
    if (american !== null) return toDate(Number(american[2]), month, Number(american[1]), american[3]);
  }
  const iso = /(?:^|\D)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(.*)/.exec(line);
  if (iso !== null) return toDate(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3]), iso[4]);
  const numeric = /(?:^|\D)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)(.*)/.exec(line);
  if (numeric !== null) {
    const [first, second] = [Number(numeric[1]), Number(numeric[3])];
    // Dots are European; with slashes only a number above 12 tells the day.
    if (numeric[2] === "." || first > 12) return toDate(Number(numeric[4]), second - 1, first, numeric[5]);
    if (second > 12 || numeric[2] === "/") return toDate(Number(numeric[4]), first - 1, second, numeric[5]);
  }
  return null;
}

/** A date in metadata: ISO 8601, RFC 2822, seconds or milliseconds since 1970, or written out; null when it is none. */
export function readDate(value: string | null | undefined): Date | null {
  const text = value?.trim() ?? "";
  if (text === "" || text.length > DATE_LENGTH_MAX) return null;
  if (/^\d{10}(\d{3})?$/.test(text)) return toPlausible(new Date(Number(text) * (text.length === 10 ? 1000 : 1)));
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})\d{0,2}Z?)?$/.exec(text);
  if (compact !== null)
    return toDate(
      Number(compact[1]),
      Number(compact[2]) - 1,
      Number(compact[3]),
      `${compact[4] ?? "0"}:${compact[5] ?? "00"}`,
    );
  const iso =
    /^(\d{4}-\d{2}-\d{2})(?:[T\s]+(\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(Z|[+-]\d{2}:?\d{2}|UTC|GMT)?)?/i.exec(text);
  if (iso !== null) {
    const zone = iso[3] === undefined || /^[uzg]/i.test(iso[3]) ? "Z" : iso[3].replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
    const date = toPlausible(new Date(iso[2] === undefined ? `${iso[1]}T00:00:00Z` : `${iso[1]}T${iso[2]}${zone}`));
    if (date !== null) return date;
  }
  if (/^[A-Za-z]{3},? \d{1,2} [A-Za-z]{3} \d{4} \d{2}:\d{2}/.test(text)) {
    const date = toPlausible(new Date(text));
    if (date !== null) return date;
  }
  return findWrittenDate(text);
}

function toPlausible(date: Date): Date | null {
  const year = date.getUTCFullYear();
  return Number.isNaN(date.getTime()) || year < YEAR_MIN || year > YEAR_MAX ? null : date;
}
