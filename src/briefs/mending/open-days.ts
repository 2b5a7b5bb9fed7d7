/** Days that are sure to be of this week, past or to come: something was done or will be on them, and not every week. */

import type { ToldDays } from "../../languages/shared/dates/told-days.ts";
import { oneOf, whole } from "./day-words.ts";

const OWNED = /^['’]s\s/;

/** Asked with the sentence and what stands behind the day. */
export function createOpenDayTest(told: ToldDays): (sentence: string, tail: string) => boolean {
  if (told.toCome.length === 0) return () => false;
  const done = whole(told.past);
  const toCome = whole(told.toCome);
  const habits = whole(told.habits, "iu");
  const others = told.notBehind.filter((word) => !/^['’]?s$/.test(word));
  const notBehind = new RegExp(`^\\s*${oneOf(others)}(?![\\p{L}\\p{N}])|^,?\\s*\\(?\\d`, "iu");
  return (sentence, tail) => {
    if (habits.test(sentence) || notBehind.test(tail)) return false;
    // "will air an ad during Friday's debate"; but "will meet on Friday" may be so in a week.
    return toCome.test(sentence) ? OWNED.test(tail) : done.test(sentence);
  };
}
