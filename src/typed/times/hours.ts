/** Times of day as people type them, one or a stretch of time: "7:30 pm", "von 22 bis 7 Uhr". */

import { fold } from "../../domain/fold.ts";
import { isLocalTime } from "../../domain/local-time.ts";
import {
  CLOCK_WORDS,
  EVENING_LETTERS,
  FROM_WORDS,
  MIDNIGHT_WORDS,
  MORNING_LETTERS,
  NOON_WORDS,
  TIME_ARTICLES,
  UNTIL_WORDS,
} from "../../messages/typed-words.ts";

const anyOf = (words: readonly string[]): string => `(?:${words.join("|")})`;

/** Hours, minutes, and which half of the day. */
const TYPED_TIME = new RegExp(
  String.raw`^(\d{1,2})(?:\s?[:.h]\s?(\d{2})|(?<=\d\d)(\d{2}))?\s*` +
    String.raw`(?:(${[...MORNING_LETTERS, ...EVENING_LETTERS].join("|")})(?:\.?\s?m\.?)?|${anyOf(CLOCK_WORDS)})?$`,
  "iu",
);
const EVENING = new RegExp(`^${anyOf(EVENING_LETTERS)}$`, "iu");

const HOURS_OF_DAY = 24;

const BY_NAME: ReadonlyMap<string, string> = new Map([
  ...NOON_WORDS.map((word) => [fold(word), "12:00"] as const),
  ...MIDNIGHT_WORDS.map((word) => [fold(word), "00:00"] as const),
]);

/** Digits of Arabic keyboards as those of all others. */
export const toLatinDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));

/** "07:30" for "7:30", "07.30", "7h30", "0730" and "7:30 am", "08:00" for "8", "12:00" for "noon"; null for what is no time of day. */
export function findLocalTime(text: string): string | null {
  const named = BY_NAME.get(fold(text).trim());
  if (named !== undefined) return named;
  const [whole, hoursText = "", some, others, half] = TYPED_TIME.exec(toLatinDigits(text.trim())) ?? [];
  if (whole === undefined) return null;
  const hours = Number(hoursText) === HOURS_OF_DAY && /^(?:00)?$/.test(some ?? others ?? "") ? 0 : Number(hoursText);
  if (half !== undefined && (hours < 1 || hours > 12)) return null;
  const isEvening = half !== undefined && EVENING.test(half);
  const hoursOfDay = half === undefined ? hours : (hours % 12) + (isEvening ? 12 : 0);
  const time = `${String(hoursOfDay).padStart(2, "0")}:${some ?? others ?? "00"}`;
  return isLocalTime(time) ? time : null;
}

const TIME_ARTICLE = String.raw`(?:${anyOf(TIME_ARTICLES)}\s+)?`;
/** "from 10pm to 7am", "22:00-07:00": both ends, without the words around them. */
const STRETCH = new RegExp(
  String.raw`^(?:${anyOf(FROM_WORDS)}\s+)?${TIME_ARTICLE}(\S.*?)` +
    String.raw`(?:\s*[-–—−]\s*|\s+${anyOf(UNTIL_WORDS)}\s+)${TIME_ARTICLE}(.*\S)$`,
  "iu",
);

/** Both ends of "22:00-07:00", "10pm to 7am" or "von 22 bis 7 Uhr"; null for what is no stretch of time. */
export function findStretch(text: string): readonly [from: string, to: string] | null {
  const [, first = "", second = ""] = STRETCH.exec(text.trim()) ?? [];
  const [from, to] = [findLocalTime(first), findLocalTime(second)];
  return from === null || to === null ? null : [from, to];
}
