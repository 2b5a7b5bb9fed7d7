/** Whether "yesterday" or "last night" is one of a letter, a play or another year, or no night of these: "the mayor's last night". */

import type { Span } from "../../domain/article.ts";
import type { ToldDays } from "../../languages/shared/dates/told-days.ts";
import { BEGIN, CLAUSE_END, oneOf, whole } from "./day-words.ts";

/** Asked with a text, where its sentence stands, where the day ends in the sentence, and when the article was written. */
export type WorkTest = (text: string, sentence: Span, dayEnd: number, moment: Date) => boolean;

const YEAR = /(?<![\d.,$€£-])(?:1[5-9]\d\d|20\d\d)(?![\d%]|[.,]\d)/g;
/** Letters before the sentence in which a letter or a play may be told of. */
const BEFORE_MAX = 220;
const LAST_SENTENCE = /[^.!?\n]*[.!?]["”’»]?\s*$/u;
/** "The play, [he said yesterday], is sold out." */
const WORDS_BESIDE_MAX = 4;

export function createWorkTest(told: ToldDays): WorkTest {
  const { works, shown } = told.story;
  const work = whole(works, "iu");
  const isShown = whole(shown, "iu");
  const sayer = whole([...told.beside, ...told.tellers, ...told.story.said], "iu");
  const near = Object.keys(told.near);
  // "her last night in office"
  const owned = new RegExp(`(?:['’]s?|${BEGIN}${oneOf(told.pointers)})\\s${oneOf(near)}$`, "iu");
  return (text, { start, end }, dayEnd, moment) => {
    const sentence = text.slice(start, end);
    const upTo = sentence.slice(0, dayEnd);
    if (owned.test(upTo)) return true;
    const isOtherYear = (own: string): boolean =>
      [...own.matchAll(YEAR)].some(([year]) => Number(year) < moment.getUTCFullYear());
    // "In a message of 2021 she said that she had slept there last night"
    if (isOtherYear(upTo)) return true;
    const clause = `${upTo.split(CLAUSE_END).at(-1) ?? ""} ${sentence.slice(dayEnd).split(CLAUSE_END)[0] ?? ""}`;
    const beside = upTo
      .split(/\s+/)
      .slice(-WORDS_BESIDE_MAX - 2)
      .join(" ");
    if (isShown.test(clause) || sayer.test(beside)) return false;
    const before = LAST_SENTENCE.exec(text.slice(Math.max(0, start - BEFORE_MAX), start))?.[0] ?? "";
    return work.test(upTo) || isOtherYear(sentence) || work.test(before);
  };
}
