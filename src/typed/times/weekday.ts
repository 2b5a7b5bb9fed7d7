/** Days of the week as people write them in the languages the bot speaks: "fri", "friday", "freitag". */

import { fold } from "../../domain/fold.ts";
import { LANGUAGES, toLocale } from "../../messages/languages.ts";
import { DAY_ARTICLES } from "../../messages/typed-words.ts";

export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const LETTERS_MIN = 2;

const DAY_ARTICLE = new RegExp(`^(?:${DAY_ARTICLES.join("|")})`);

/** Without points, apostrophes (one is a letter to Unicode) and an article. */
const toKey = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+|\u02bc/gu, "")
    .replace(DAY_ARTICLE, "");

const NAMES: readonly (readonly [name: string, day: Weekday])[] = LANGUAGES.flatMap((language) =>
  (["long", "short"] as const).flatMap((length) => {
    const format = new Intl.DateTimeFormat(toLocale(language), { weekday: length, timeZone: "UTC" });
    // The first of January 2024 was a Monday.
    return WEEKDAYS.map((day, index) => [toKey(format.format(new Date(Date.UTC(2024, 0, index + 1)))), day] as const);
  }),
);

/** By its name, or by its beginning where no other day's begins so in any of the languages; null for no day. */
export function findWeekday(text: string): Weekday | null {
  const key = toKey(text);
  if (key.length < LETTERS_MIN) return null;
  for (const isMeant of [(name: string) => name === key, (name: string) => name.startsWith(key)]) {
    const [day, ...others] = new Set(NAMES.filter(([name]) => isMeant(name)).map(([, each]) => each));
    if (day !== undefined && others.length === 0) return day;
  }
  return null;
}
