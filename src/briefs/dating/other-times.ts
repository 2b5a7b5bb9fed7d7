/** Days of other times: of an old story, of an account in court, of a rule. */

import type { ToldDays } from "../../languages/shared/dates/told-days.ts";
import { BEGIN, CLAUSE_END, END, oneOf, whole } from "./day-words.ts";

/** "fell fifty years ago." is sought where an article begins. */
const LEAD_LENGTH = 300;
/** "the court heard in Varen on Monday" */
const OWN_WORDS_MAX = 4;
/** "In 1998", "Im Jahr 1998", "En mars 1998" */
const YEAR_FIRST = /^\s*(?:\p{L}+\s){1,3}(?:1\d|20)\d\d(?!\d)/u;

export interface OtherTimes {
  /** Whether a day is surely, or perhaps, none of this week; asked with the sentence and what stands around the day. */
  isOther(sentence: string, head: string, tail: string): boolean;
  /** Whether the article begins with what was years ago, and the sentence tells what nobody said. */
  isOldStory(text: string, sentence: string): boolean;
}

export function createOtherTimes(told: ToldDays): OtherTimes {
  const framed = new RegExp(`^\\s*${oneOf(told.frames)}${END}`, "iu");
  // "jury| heard": a bar stands for a few words.
  const account = oneOf(told.accounts).replaceAll("\\|", "(?:\\s\\S+){0,3}?");
  const accounts = new RegExp(`${BEGIN}${account}${END}`, "giu");
  const leadsOn = whole(told.links, "iu");
  const earlier = new RegExp(
    `^,\\s(?:\\S+\\s){1,4}?${oneOf(told.tense?.prospective ?? [])}\\s(?:\\S+\\s){1,3}?${oneOf(told.disasters)}${END}`,
    "iu",
  );
  const yearsAgo = new RegExp(`${BEGIN}${oneOf(told.yearsAgo)}[.!](?:\\s|$)`, "iu");
  const said = whole([...told.beside, ...told.tellers]);
  const opening = new RegExp(`^\\s*(?:${oneOf([...told.beforeDay, ...told.before])}\\s)*$`, "iu");

  /** "The court heard on Monday that", "On Monday the court heard that" */
  const isOwn = (head: string, accountEnd: number): boolean => {
    if (opening.test(head)) return true;
    const between = head.slice(accountEnd);
    return accountEnd <= head.length && between.trim().split(/\s+/).length <= OWN_WORDS_MAX && !leadsOn.test(between);
  };

  return {
    isOther(sentence, head, tail) {
      if (earlier.test(tail)) return true;
      if (framed.test(sentence) || YEAR_FIRST.test((sentence.split(CLAUSE_END)[0] ?? "").slice(0, 40))) return true;
      return [...sentence.matchAll(accounts)].some(
        (match) => leadsOn.test(`${match[0]} `) || !isOwn(head, match.index + match[0].length),
      );
    },
    isOldStory: (text, sentence) => yearsAgo.test(text.slice(0, LEAD_LENGTH)) && !said.test(sentence),
  };
}
