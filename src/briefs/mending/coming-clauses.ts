/** Whether a day of a sentence surely lies ahead: "will meet in Varen on Monday". */

import type { ToldDays } from "../../languages/shared/dates/told-days.ts";
import { BEGIN, END, oneOf } from "./day-words.ts";

const CLAUSE_END = /[;:–—()“”„«»!?]|,(?!\d)/;
/** "in Varen", "at the Harbor Hall", "at 5pm": where and when, and nothing that could have a day of its own. */
const PLACES =
  "(?:\\s(?:in|at|to|before)(?:\\s(?:the|a|an))?(?:\\s(?:\\p{Lu}\\S*|\\d\\S*|noon|midnight|court|parliament|(?:[ap]\\.m\\.)))+){0,2}";

/** Asked with what stands before the day; a sentence that tells of habits or of another year has none. */
export function createComingTest({
  coming,
  otherTimes,
  habits,
  beforeDay,
}: ToldDays): (sentence: string, head: string) => boolean {
  const verb = new RegExp(
    `${BEGIN}${oneOf(coming.auxiliaries)}\\s${oneOf(coming.verbs)}${PLACES}(?:\\s${oneOf(beforeDay)})*\\s$`,
    "u",
  );
  const other = new RegExp(`${BEGIN}(?:${oneOf(otherTimes)}|${oneOf(habits)})${END}|(?<!\\d)\\d{4}(?!\\d)`, "iu");
  return (sentence, head) => verb.test(head.split(CLAUSE_END).at(-1) ?? "") && !other.test(sentence);
}
