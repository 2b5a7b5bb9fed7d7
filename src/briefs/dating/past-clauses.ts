/** Whether a clause tells as a whole of what happened: asked where a language has no words by which the verb of a day is found. */

import type { Speech } from "../../languages/language.ts";
import type { ToldDays } from "../../languages/shared/dates/told-days.ts";
import { BEGIN, CLAUSE_END, END, oneOf, whole } from "./day-words.ts";

/** "On Tuesday, the council met": so many words before a comma may be the day of the next clause. */
const FRONTED_WORDS_MAX = 3;
/** "On Tuesday, in Ostrel, the council met": in one of so many pieces. */
const PIECES_AHEAD_MAX = 3;

const uncapital = (clause: string): string => clause.replace(/^\s*\p{Lu}/u, (first) => first.toLowerCase());
const isOneWord = (word: string): boolean => !word.includes(" ");
const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

/** A day that may also be any day, "today", needs its verb before it. */
export type PastTest = (sentence: string, start: number, end: number, isAnyDay: boolean) => boolean;

export function createPastTest(told: ToldDays, speech: Speech | null): PastTest {
  const looks = new Set(told.notPast);
  const literal = new Set(told.past.filter((form) => !form.includes("*")));
  const hasCapitalNouns = speech?.hasCapitalNouns === true;
  const past = new RegExp(`${BEGIN}(${oneOf(told.past)})${END}`, "gu");
  const helped = new RegExp(`${BEGIN}${oneOf(told.helpers)}${END}.*?${BEGIN}${oneOf(told.participles)}${END}`, "su");
  // „ist am Montag ein Boot mit zwölf Leuten, darunter zwei Kindern, gekentert.“
  const helping = whole(told.helpers);
  const last = new RegExp(`[,–—]\\s${oneOf(told.participles)}[.!]?$`, "u");
  const ahead = whole(told.ahead);
  const particle = new RegExp(`\\s${oneOf(told.particles)}[.\\s]*$`, "u");
  const infinitive = new RegExp(`${BEGIN}(?:${told.infinitive})${END}`, "u");
  const linkedBy = new RegExp(`(${BEGIN}${oneOf(told.links)}${END})`, "iu");
  const joins = whole(told.joins, "iu");
  const otherTimes = whole(told.otherTimes, "giu");
  // „nach elf Jahren Streit“ leads up to the day.
  const elapsed = new RegExp(`${BEGIN}${oneOf(told.elapsed)}(?:\\s\\S+){0,2}\\s$`, "iu");
  // "annonce une réunion lundi": which may be the day of the meeting; "pendant une réunion lundi" is over with its clause.
  const event = new RegExp(`${BEGIN}${oneOf(told.events)}(?:\\s${oneOf(told.before)})?\\s*$`, "iu");
  const eventOver = new RegExp(`${BEGIN}${oneOf(told.eventsOver)}(?:\\s\\S+){1,6}\\s*$`, "iu");
  // „ist am Montag geschlossen“
  const stated = new RegExp(`${BEGIN}${oneOf(told.helpers)}${END}.*?${BEGIN}${oneOf(told.states)}${END}`, "su");
  const done = whole(told.done);
  const before = new RegExp(`${BEGIN}${oneOf(told.before)}\\s$`, "iu");
  // „der am Montag verhaftete Fischer“
  const describing = new RegExp(
    `${BEGIN}${oneOf(told.describing)}\\s${oneOf(told.before.filter(isOneWord))}\\s$`,
    "iu",
  );
  const described = new RegExp(`^(?:\\s\\S+){0,4}?\\s(?:${told.attribute})(?:\\s\\p{Ll}+)?\\s\\p{Lu}`, "u");
  // „die am Montag in Varen stattfand“: a clause of its own begins so, too.
  const relating = new RegExp(`^\\s*${oneOf(told.describing)}\\s${oneOf(told.before.filter(isOneWord))}\\s$`, "u");
  const active = new Set(told.active);
  const articles = new Set([...(speech?.definiteArticles ?? []), ...(speech?.indefiniteArticles ?? [])]);

  const isOfOtherTime = (clause: string): boolean =>
    Array.from(clause.matchAll(otherTimes)).some(({ index }) => !elapsed.test(clause.slice(0, index)));

  /** „die zerstörte Brücke“ did nothing yet. */
  const hasPast = (clause: string, isAnyDay = false): boolean =>
    helped.test(clause) ||
    [...uncapital(clause).matchAll(past)].some((match) => {
      const [form] = (match[1] ?? "").split(/\s/);
      if (form === undefined || looks.has(form)) return false;
      const behind = clause.slice(match.index + match[0].length);
      // „dafür existierten heute Gesetze“
      const isByEnding = hasCapitalNouns && !literal.has(form);
      if (isByEnding && (isAnyDay || /^\s\p{Lu}/u.test(behind))) return false;
      const word = /(\S+)\s$/u.exec(clause.slice(0, match.index))?.[1]?.toLowerCase();
      return word === undefined || !articles.has(word);
    });

  // „stürzte am Montag ab“: no „ab Montag“.
  const isOpen = (clause: string): boolean => ahead.test(uncapital(clause).replace(particle, ""));

  /** „ist am Montag geschlossen“ is so every week, or will be. */
  const isState = (clause: string): boolean => stated.test(clause) && !done.test(clause);

  /** "On Monday, the council met": the next piece has the verb. */
  function isFronted(sentence: string, start: number, end: number): boolean {
    if (countWords(sentence.slice(0, start)) > FRONTED_WORDS_MAX) return false;
    for (const piece of sentence
      .slice(end)
      .split(CLAUSE_END)
      .slice(1, 1 + PIECES_AHEAD_MAX)) {
      const [first = ""] = (piece.split(joins)[0] ?? "").split(linkedBy);
      if (isOpen(first)) return false;
      if (hasPast(first)) return true;
    }
    return false;
  }

  return (sentence, start, end, isAnyDay) => {
    const pieces = sentence.slice(0, start).split(CLAUSE_END);
    const [tail = ""] = sentence.slice(end).split(CLAUSE_END);
    const isBare = /^[.\s]*$/.test(tail);
    // "Le port a fermé, lundi."
    const isLast = isBare && pieces.length > 1 && (pieces.at(-1) ?? "").replace(before, "").trim() === "";
    const head = pieces.at(isLast ? -2 : -1) ?? "";
    if (describing.test(head)) {
      const attribute = described.exec(tail)?.[0];
      if (attribute !== undefined) return !isOpen(attribute);
      if (pieces.length < 2 || !relating.test(head)) return false;
    }
    if (event.test(head) && !eventOver.test(head)) return false;
    const parts = head.split(linkedBy);
    const own = [(parts.at(-1) ?? "").replace(before, " "), tail.split(linkedBy)[0] ?? ""] as const;
    // "si le conseil a voté lundi"
    if (isOpen(parts.at(-2) ?? "")) return false;
    if (isOfOtherTime(`${own[0]} | ${tail}`) || infinitive.test(own[0])) return false;
    const nearHead = own[0].split(joins).at(-1) ?? "";
    const near = `${nearHead} | ${own[1].split(joins)[0] ?? ""}`;
    if (isOpen(near) || isState(near)) return false;
    // „Gestern legte der Rat den Termin fest“
    const [, verb = ""] = /^\s(\p{Ll}+)/u.exec(tail) ?? [];
    if (isAnyDay && hasCapitalNouns && head.trim() === "" && active.has(verb)) return true;
    if (isAnyDay && !helped.test(near))
      return hasPast(nearHead, true) || (head.trim() !== "" && isBare && isFronted(sentence, start, end));
    if (hasPast(near) || (own[1].trim() === "" && isFronted(sentence, start, end))) return true;
    if (hasCapitalNouns && helping.test(near) && last.test(sentence.trimEnd())) return true;
    const both = own.join(" | ");
    return !isOpen(both) && hasPast(both);
  };
}
