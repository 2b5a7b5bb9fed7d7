/** Whether a clause tells as a whole of what happened: asked where a language has no words by which the verb of a day is found. */

import type { Speech } from "../../languages/language.ts";
import type { ToldDays } from "../../languages/shared/dates/told-days.ts";
import { BEGIN, CLAUSE_END, END, oneOf, whole } from "./day-words.ts";

/** "On Tuesday, the council met": so many words before a comma may be the day of the next clause. */
const FRONTED_WORDS_MAX = 3;

const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** A day that may also be any day, "today", needs its verb before it. */
export type PastTest = (sentence: string, start: number, end: number, isAnyDay: boolean) => boolean;

export function createPastTest(told: ToldDays, speech: Speech | null): PastTest {
  const looks = new Set(told.notPast);
  const literal = new Set(told.past.filter((form) => !form.includes("*")));
  const hasCapitalNouns = speech?.hasCapitalNouns === true;
  const past = new RegExp(`${BEGIN}(${oneOf(told.past)})${END}`, "gu");
  const helped = new RegExp(`${BEGIN}${oneOf(told.helpers)}${END}.*?${BEGIN}${oneOf(told.participles)}${END}`, "su");
  const ahead = whole(told.ahead);
  const infinitive = new RegExp(`${BEGIN}(?:${told.infinitive})${END}`, "u");
  const links = whole(told.links, "iu");
  const joins = whole(told.joins, "iu");
  const otherTimes = whole(told.otherTimes, "giu");
  // „nach elf Jahren Streit“ leads up to the day.
  const elapsed = new RegExp(`${BEGIN}${oneOf(told.elapsed)}(?:\\s\\S+){0,2}\\s$`, "iu");
  const articles = new Set([...(speech?.definiteArticles ?? []), ...(speech?.indefiniteArticles ?? [])]);

  const isOfOtherTime = (clause: string): boolean =>
    Array.from(clause.matchAll(otherTimes)).some(({ index }) => !elapsed.test(clause.slice(0, index)));

  /** „die zerstörte Brücke“ did nothing yet. */
  const hasPast = (clause: string, isAnyDay = false): boolean =>
    helped.test(clause) ||
    [...clause.matchAll(past)].some((match) => {
      const [form] = (match[1] ?? "").split(/\s/);
      if (form === undefined || looks.has(form)) return false;
      const behind = clause.slice(match.index + match[0].length);
      // „dafür existierten heute Gesetze“
      const isByEnding = hasCapitalNouns && !literal.has(form);
      if (isByEnding && (isAnyDay || /^\s\p{Lu}/u.test(behind))) return false;
      const word = /(\S+)\s$/u.exec(clause.slice(0, match.index))?.[1]?.toLowerCase();
      return word === undefined || !articles.has(word);
    });

  const isOpen = (clause: string): boolean =>
    ahead.test(
      clause.replace(/\p{Lu}/u, (first, at: number) =>
        clause.slice(0, at).trim() === "" ? first.toLowerCase() : first,
      ),
    );

  /** "On Monday, the council met": the next piece has the verb. */
  function isFronted(sentence: string, start: number, end: number): boolean {
    if (countWords(sentence.slice(0, start)) > FRONTED_WORDS_MAX) return false;
    const [, piece = ""] = sentence.slice(end).split(CLAUSE_END);
    const [first = ""] = (piece.split(joins)[0] ?? "").split(links);
    return !isOpen(first) && hasPast(first);
  }

  return (sentence, start, end, isAnyDay) => {
    const head = sentence.slice(0, start).split(CLAUSE_END).at(-1) ?? "";
    const [tail = ""] = sentence.slice(end).split(CLAUSE_END);
    const own = [head.split(links).at(-1) ?? "", tail.split(links)[0] ?? ""] as const;
    if (isOfOtherTime(`${own[0]} | ${tail}`) || infinitive.test(own[0])) return false;
    const near = `${own[0].split(joins).at(-1) ?? ""} | ${own[1].split(joins)[0] ?? ""}`;
    if (isOpen(near)) return false;
    const isBare = own[1].trim() === "";
    if (isAnyDay && !helped.test(near))
      return hasPast(own[0], true) || (head.trim() !== "" && isBare && isFronted(sentence, start, end));
    if (hasPast(near) || (isBare && isFronted(sentence, start, end))) return true;
    const both = own.join(" | ");
    return !isOpen(both) && hasPast(both);
  };
}
