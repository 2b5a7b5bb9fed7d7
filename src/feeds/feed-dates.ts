/** Dates as feeds write them, read by explicit rules: nothing depends on the machine's time zone. */

const LENGTH_MAX = 100;
/** No feed is older than the Web, and a year beyond this is a mistake. */
const YEAR_MIN = 1990;
const YEAR_MAX = 2100;
const MINUTE_MS = 60_000;

/** Month names and their abbreviations by first letters, in the languages feeds are written in. */
const MONTHS: readonly string[] = [
  "jan janv januar janvier january enero ene gennaio gen janeiro januari jänner stycznia sty янв января ocak tammikuuta",
  "feb febr februar fév févr février february febrero febbraio fevereiro fev februari lutego lut фев февр февраля şubat helmikuuta",
  "mar mrz mär märz maart mars march marzo março marca марта мар mart maaliskuuta",
  "apr avr avril april abril abr aprile kwietnia kwi апр апреля nisan huhtikuuta",
  "may mai mayo maggio mag maio mei maja maj мая май mayıs toukokuuta",
  "jun juni juin june junio giugno giu junho czerwca cze июн июня haziran kesäkuuta",
  "jul juli juil juillet july julio luglio lug julho lipca lip июл июля temmuz heinäkuuta",
  "aug août aoû august agosto ago augustus sierpnia sie авг августа ağustos elokuuta",
  "sep sept september septembre septiembre settembre set setembro września wrz сен сент сентября eylül syyskuuta",
  "oct okt october oktober octobre octubre ottobre ott outubro out października paź окт октября ekim lokakuuta",
  "nov november novembre noviembre novembro listopada lis ноя нояб ноября kasım marraskuuta",
  "dec dez dic dezember december décembre déc diciembre dicembre dezembro grudnia gru дек декабря aralık joulukuuta",
];

const MONTH_NUMBERS = new Map<string, number>(
  MONTHS.flatMap((names, index) => names.split(" ").map((name): [string, number] => [name, index + 1])),
);

/** Hours east of Greenwich. Where a name is used twice in the world, the one of older feed tools is meant. */
const ZONE_HOURS: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 1,
  bst: 1,
  cet: 1,
  mez: 1,
  met: 1,
  cest: 2,
  mesz: 2,
  mest: 2,
  eet: 2,
  sast: 2,
  eest: 3,
  msk: 3,
  trt: 3,
  ist: 5.5,
  pkt: 5,
  wib: 7,
  ict: 7,
  hkt: 8,
  sgt: 8,
  awst: 8,
  jst: 9,
  kst: 9,
  acst: 9.5,
  aest: 10,
  aedt: 11,
  nzst: 12,
  nzdt: 13,
  brt: -3,
  art: -3,
  ast: -4,
  adt: -3,
  est: -5,
  edt: -4,
  et: -5,
  cst: -6,
  cdt: -5,
  ct: -6,
  mst: -7,
  mdt: -6,
  mt: -7,
  pst: -8,
  pdt: -7,
  pt: -8,
  akst: -9,
  akdt: -8,
  hst: -10,
};

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly zoneMinutes: number;
}

function toFullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function toDate(parts: Parts): Date | null {
  const { year, month, day, hour, minute, second } = parts;
  if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  if (hour > 24 || minute > 59 || second > 60 || Math.abs(parts.zoneMinutes) > 15 * 60) return null;
  return new Date(Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59)) - parts.zoneMinutes * MINUTE_MS);
}

/** Minutes east of Greenwich named in a piece of text; 0, that is UTC, when none is. */
function readZone(text: string): number {
  const offset = /(?:^|[^\d])([+\-−])(\d{1,2}):?(\d{2})?(?!\d)/.exec(text);
  // "-2026" after a time is a year, not a zone.
  if (offset !== null && Number(offset[2]) <= 15) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return offset[1] === "+" ? minutes : -minutes;
  }
  for (const word of text.match(/[a-z]{1,5}/g) ?? []) {
    const hours = Object.hasOwn(ZONE_HOURS, word) ? ZONE_HOURS[word] : undefined;
    if (hours !== undefined) return hours * 60;
  }
  return 0;
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** The text without the time of day and what follows it in parentheses. */
  readonly rest: string;
  readonly after: string;
}

const CLOCK_PATTERN = /(?:^|[^\d:])(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(?:[.,]\d{1,9})?\s?(a\.?m\b\.?|p\.?m\b\.?)?/;

/** The time of day; midnight when there is none. */
function readClock(text: string): Clock {
  // A colon first: "23.11.2026 20:24" has two groups that look like a time.
  const match = /\d:\d/.test(text)
    ? /(?:^|[^\d:])(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d{1,9})?\s?(a\.?m\b\.?|p\.?m\b\.?)?/.exec(text)
    : CLOCK_PATTERN.exec(text.replace(/\d{1,4}\.\d{1,2}\.\d{2,4}/, (date) => "x".repeat(date.length)));
  if (match === null) return { hour: 0, minute: 0, second: 0, rest: text, after: text };
  let hour = Number(match[1]);
  const half = match[4]?.[0];
  if (half === "p" && hour < 12) hour += 12;
  if (half === "a" && hour === 12) hour = 0;
  const from = match.index + (/^\d/.test(match[0]) ? 0 : 1);
  const to = match.index + match[0].length;
  return {
    hour,
    minute: Number(match[2]),
    second: Number(match[3] ?? 0),
    rest: `${text.slice(0, from)} ${text.slice(to)}`,
    after: text.slice(to),
  };
}

const ISO_PATTERN =
  /^([+]?\d{4})-?(\d{2})(?:-?(\d{2}))?(?:(?:t|\s+|t\s+)(\d{2})(?::?(\d{2})(?::?(\d{2}))?)?(?:[.,]\d{1,12})?\s*(.*))?$/;

function readIso(text: string): Date | null {
  const match = ISO_PATTERN.exec(text);
  if (match === null) return /^\d{4}$/.test(text) ? toDate({ ...MIDNIGHT, year: Number(text) }) : null;
  return toDate({
    year: Number(match[1]),
    month: Number(match[2]),
    day: Number(match[3] ?? 1),
    hour: Number(match[4] ?? 0),
    minute: Number(match[5] ?? 0),
    second: Number(match[6] ?? 0),
    zoneMinutes: readZone(match[7] ?? ""),
  });
}

const MIDNIGHT: Parts = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0, zoneMinutes: 0 };

/** "23 Nov 2026 20:24 GMT", "Nov 23, 2026 8:24 pm", "Mon Nov 23 20:24:36 CET 2026": a month by name. */
function readNamed(text: string): Date | null {
  const clock = readClock(text);
  const words = clock.rest.match(/\p{L}+|\d+/gu) ?? [];
  let month: number | null = null;
  const numbers: string[] = [];
  for (const word of words) {
    const found = MONTH_NUMBERS.get(word);
    if (found !== undefined && month === null) month = found;
    else if (/^\d{1,2}$|^\d{4}$/.test(word)) numbers.push(word);
  }
  if (month === null) return null;
  const yearIndex = numbers.findIndex((number) => number.length === 4);
  const year = yearIndex === -1 ? numbers[1] : numbers[yearIndex];
  const day = yearIndex === 0 ? numbers[1] : numbers[0];
  if (year === undefined || day === undefined) return null;
  return toDate({ ...clock, year: toFullYear(year), month, day: Number(day), zoneMinutes: readZone(clock.after) });
}

/** "2026/11/23", "23.11.2026", "11/23/2026", "2026年11月23日". */
function readNumbered(text: string): Date | null {
  const clock = readClock(text);
  const zoneMinutes = /\d:\d/.test(text) ? readZone(clock.after) : 0;
  const yearFirst = /(\d{4})\s?[/.\-年]\s?(\d{1,2})\s?[/.\-月]\s?(\d{1,2})/.exec(clock.rest);
  if (yearFirst !== null) {
    const [, year, month, day] = yearFirst;
    return toDate({ ...clock, year: Number(year), month: Number(month), day: Number(day), zoneMinutes });
  }
  const yearLast = /(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})(?!\d)/.exec(clock.rest);
  if (yearLast === null) return null;
  const first = Number(yearLast[1]);
  const second = Number(yearLast[3]);
  // Slashes are American unless that makes no month; dots and hyphens put the day first.
  const isMonthFirst = second > 12 || (yearLast[2] === "/" && first <= 12);
  return toDate({
    ...clock,
    year: toFullYear(yearLast[4] ?? ""),
    month: isMonthFirst ? first : second,
    day: isMonthFirst ? second : first,
    zoneMinutes,
  });
}

/** Null for what cannot be read surely. A date without a zone is taken as UTC. */
export function parseDate(given: string): Date | null {
  const text = given.trim().toLowerCase().normalize("NFC");
  if (text === "" || text.length > LENGTH_MAX) return null;
  if (/^\d{9,10}$/.test(text)) return new Date(Number(text) * 1000);
  if (/^\d{13}$/.test(text)) return new Date(Number(text));
  return readIso(text) ?? readNamed(text) ?? readNumbered(text);
}
