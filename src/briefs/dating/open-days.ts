/** Days that are sure to be of this week, past or to come: something was done or will be on them, and not every week. */

import type { ToldDays } from "../../languages/shared/dates/told-days.ts";
import { BEGIN, END, oneOf, whole } from "./day-words.ts";

const OWNED = /^['’]s\s/;

/** Asked with the sentence and what stands before and behind the day. */
export function createOpenDayTest(told: ToldDays): (sentence: string, head: string, tail: string) => boolean {
  if (told.toCome.length === 0) return () => false;
  // "said", "are making"
  const present = `${oneOf(told.tense?.presents ?? [])}\\s${oneOf(told.tense?.gerunds ?? [])}`;
  const done = new RegExp(`${BEGIN}(?:${oneOf([...told.past, ...told.beside])}|${present})${END}`, "u");
  const toCome = whole(told.toCome);
  const habits = whole(told.habits, "iu");
  const others = told.notBehind.filter((word) => !/^['’]?s$/.test(word));
  const notBehind = new RegExp(`^\\s*${oneOf(others)}(?![\\p{L}\\p{N}])|^,?\\s*\\(?\\d`, "iu");
  // "agreed to resign on Friday", "announced a meeting on Friday": it may be so in a week.
  const planned = new RegExp(`(?:${told.infinitive})(?:\\s\\S+){0,4}\\s$`, "u");
  // "will tell at Friday's debate"; "a recount of Friday's vote could not be done" may be written a week after it.
  const ofVote = new RegExp(`${BEGIN}${oneOf([...told.planned.parting, ...told.afterwards])}\\s$`, "iu");
  const event = new RegExp(`${BEGIN}${oneOf(told.events)}(?:\\s${oneOf(told.beforeDay)})*\\s$`, "iu");
  return (sentence, head, tail) => {
    if (habits.test(sentence) || notBehind.test(tail)) return false;
    if (!OWNED.test(tail) && (planned.test(head) || event.test(head))) return false;
    // "will air an ad during Friday's debate"; but "will meet on Friday" may be so in a week.
    return toCome.test(sentence) ? OWNED.test(tail) && !ofVote.test(head) : done.test(sentence);
  };
}
