/** The time of day beside a date: "20:24", "8.24 pm", "20h24", "20 Uhr", "下午8:24", "20時24分". */

import type { DateWords } from "../../language.ts";
import { listDateWords } from "./date-words.ts";
import { type DateZone, findZone } from "./date-zones.ts";

export interface DateClock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly zone: DateZone | null;
}

interface ClockWords {
  readonly pattern: RegExp;
  readonly afternoon: ReadonlySet<string>;
}

const toPattern = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const plain = (half: string): string => half.toLowerCase().replace(/[.\s\u00a0\u202f]/g, "");

let words: ClockWords | null = null;

/** Longest first, so that "a. m." is tried before "a". */
function listWords(choose: (each: DateWords) => readonly string[]): readonly string[] {
  const found = new Set([...listDateWords().values()].flatMap(choose));
  return [...found].sort((a, b) => b.length - a.length);
}

function clockWords(): ClockWords {
  if (words !== null) return words;
  const halves = listWords((each) => [...each.morning, ...each.afternoon]).map(toPattern);
  // "am 8:24" is German for a day, not for a half of it.
  const early = halves.filter((each) => !/^[a-z]/.test(each)).join("|");
  const hours = listWords((each) => each.hours)
    .map(toPattern)
    .join("|");
  const space = "[ \\u00a0\\u202f]?";
  const before = `(?:(?<early>${early})${space})?`;
  const after = (name: string): string => `${space}(?<${name}>${halves.join("|")})(?!\\p{L})\\.?`;
  const minutes = `(?:(?<mark>[:.])(?<minute>[0-5]\\d)(?:[:.](?<second>[0-6]\\d))?|${space}[h時时點点시]${space}(?<minute2>[0-5]\\d)\\s?[m分분]?(?:\\s?(?<second2>[0-5]\\d)\\s?[s秒초])?)`;
  const fraction = "(?:[.,]\\d{1,12})?(?!\\d)";
  const whole = `(?:${after("lone")}|${space}(?:${hours}|[時时點点시])(?!\\p{L}))`;
  words = {
    pattern: new RegExp(
      `(?<![\\d:.,/$€£+-])${before}(?<![\\d:.,/$€£+-])(?<hour>\\d{1,2})(?:${minutes}${fraction}(?:${after("late")})?|${whole})`,
      "giu",
    ),
    afternoon: new Set(listWords((each) => each.afternoon).map(plain)),
  };
  return words;
}

export interface FoundClock extends DateClock {
  readonly start: number;
  readonly end: number;
  /** Parted by a full stop, which numbers of other kinds have too. */
  readonly isDotted: boolean;
}

/** The first time of day in a text. */
export function findClock(text: string, zones: ReadonlyMap<string, number>): FoundClock | null {
  const { pattern, afternoon } = clockWords();
  for (const match of text.matchAll(pattern)) {
    const groups = match.groups ?? {};
    const half = groups["early"] ?? groups["late"] ?? groups["lone"];
    const minute = Number(groups["minute"] ?? groups["minute2"] ?? 0);
    let hour = Number(groups["hour"]);
    if (half !== undefined && hour <= 12) hour = (hour % 12) + (afternoon.has(plain(half)) ? 12 : 0);
    if (hour > 24 || (hour === 24 && minute > 0)) continue;
    const end = match.index + match[0].length;
    return {
      hour,
      minute,
      second: Math.min(Number(groups["second"] ?? groups["second2"] ?? 0), 59),
      zone: findZone(skipHourWord(text.slice(end)), zones),
      start: match.index,
      end,
      isDotted: groups["mark"] === ".",
    };
  }
  return null;
}

/** "20:24 Uhr MEZ": the word for hours stands before the zone. */
function skipHourWord(after: string): string {
  const word = /^[\s.]*(\p{L}+)(?!\p{L})\.?/u.exec(after);
  const isHours =
    word !== null && [...listDateWords().values()].some((each) => each.hours.includes((word[1] ?? "").toLowerCase()));
  return isHours ? after.slice(word[0].length) : after;
}
