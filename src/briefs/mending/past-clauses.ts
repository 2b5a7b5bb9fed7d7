/** Whether a day of a sentence lies in a clause that tells what happened, and in no plan, habit or coming event. */

import type { Speech } from "../../languages/language.ts";
import type { ToldDays } from "../../languages/shared/dates/told-days.ts";
import { BEGIN, END, oneOf, whole } from "./day-words.ts";

/** Where clauses end; "9:30" is a time, "3,000" a number. */
const CLAUSE_END = /[;–—()“”„«»!?]|[,:](?!\d)/;
/** "On Tuesday, the council met": so many words before a comma may be the day of the next clause. */
const FRONTED_WORDS_MAX = 3;
/** "In a vote late on Tuesday, the council": so many where they open with what surely lies behind. */
const LONG_FRONTED_WORDS_MAX = 9;
const GAP_WORDS_MAX = 6;
/** "according to a report by the paper late on Thursday". */
const SOURCE_WORDS_MAX = 10;
const EVENT_WORDS_MAX = 7;
const PIECES_BACK_MAX = 2;
/** "was shot after a quarrel over a boat at an inn on Monday": so many such links in a row. */
const SOFT_LINKS_MAX = 2;
const PIECES_AHEAD_MAX = 3;
/** "Monday in Ostrel, …, …, the mayor said": so many where the sentence begins with the day. */
const PIECES_AHEAD_BARE_MAX = 6;

const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;
/** "during an interview on The Varen Morning Show": a name counts as one word. */
const NAME = /\p{Lu}\S*(?:\s(?:of|the|\p{Lu}\S*))*/gu;

/** A day that may also be any day, "today", needs its verb before it. */
export type PastTest = (sentence: string, start: number, end: number, isAnyDay: boolean) => boolean;

export function createPastTest(told: ToldDays, speech: Speech | null): PastTest {
  const looks = new Set(told.notPast);
  const literal = new Set(told.past.filter((form) => !form.includes("*")));
  const hasCapitalNouns = speech?.hasCapitalNouns === true;
  const past = new RegExp(`${BEGIN}(${oneOf(told.past)})${END}`, "gu");
  const pastBehind = new RegExp(`^(?:\\s\\p{Ll}+ly)?\\s(${oneOf([...told.past, ...told.beside])})${END}`, "u");
  const helped = new RegExp(`${BEGIN}${oneOf(told.helpers)}${END}.*?${BEGIN}${oneOf(told.participles)}${END}`, "su");
  const ahead = whole(told.ahead);
  const infinitive = new RegExp(`${BEGIN}(?:${told.infinitive})${END}`, "u");
  // "was voted off" tells of what was done and leads into no other clause.
  const passive = told.passive.length === 0 ? "" : `(?<!${BEGIN}${oneOf(told.passive)}\\s)`;
  const links = new RegExp(`${BEGIN}(?:${oneOf(told.links)}|${passive}${oneOf(told.beside)})${END}`, "iu");
  const linkedBy = new RegExp(`(${links.source})`, "iu");
  const saying = told.beside.length === 0 ? null : whole(told.beside);
  const joins = whole(told.joins, "iu");
  const beside = new RegExp(
    `${BEGIN}${oneOf(told.beside)}((?:\\s+(?:${oneOf(told.gaps)}|\\d+)(?:\\s+\\S+)*)?)\\s*$`,
    "u",
  );
  const placing = new Set(told.placing);
  const placingLink = new RegExp(`^${oneOf(told.placingLinks)}$`, "iu");
  const owner = `(?:${oneOf([...told.tellers.before])}\\s)?`;
  const hearer = "(?:(?:\\p{Lu}\\S*\\s){1,6}|\\p{Ll}+\\s|(?:\\p{L}+\\s){0,2}\\p{L}+['’]s\\s(?:\\p{Ll}+\\s){1,2})";
  const teller = new RegExp(
    `${BEGIN}${oneOf(told.tellers.verbs)}\\s${owner}${hearer}(?:${oneOf(told.beforeDay)}\\s)*$`,
    "u",
  );
  const softEnds = new RegExp(`${BEGIN}${oneOf(told.softEnds)}${END}`, "iu");
  const givenOut = new RegExp(
    `${BEGIN}${oneOf(told.givenOut)}\\s(?:${oneOf([...told.tellers.before])})((?:\\s\\S+){1,6})\\s*$`,
    "u",
  );
  const softLinks = new Set(told.softLinks);
  const source = new RegExp(`${BEGIN}${oneOf(told.sources)}((?:\\s+\\S+){1,${SOURCE_WORDS_MAX}})\\s*$`, "iu");
  // "Two sailors, on Monday, stole"; "the pier was to open, but on Monday, the mayor said"
  const between = new RegExp(`[,;] (?:${oneOf(told.turns)} )?(?:${oneOf(told.beforeDay)}\\s)+$`, "u");
  const fronts = new RegExp(`^\\s*${oneOf(told.fronts)}${END}`, "iu");
  const event = new RegExp(`${BEGIN}${oneOf(told.events)}(?:\\s+${oneOf(told.beforeDay)})*\\s*$`, "iu");
  const eventOver = new RegExp(`${BEGIN}${oneOf(told.eventsOver)}((?:\\s+\\S+){1,${EVENT_WORDS_MAX}})\\s*$`, "iu");
  const prepositions = new RegExp(`^(?:${oneOf(told.beforeParticiples)}|\\d+|\\S+['’]s?)$`, "iu");
  const loose = new RegExp(`^\\s(?:${oneOf(told.loose)})${END}`, "u");
  const otherTimes = whole(told.otherTimes, "giu");
  // „nach elf Jahren Streit“ leads up to the day.
  const elapsed = new RegExp(`${BEGIN}${oneOf(told.elapsed)}(?:\\s\\S+){0,2}\\s$`, "iu");
  const isOfOtherTime = (clause: string): boolean =>
    Array.from(clause.matchAll(otherTimes)).some(({ index }) => !elapsed.test(clause.slice(0, index)));
  // "the most votes" are no verb.
  const counted = new RegExp(`${BEGIN}${oneOf(told.counters)}\\s\\p{Ll}+s${END}`, "giu");
  const articles = new Set([...(speech?.definiteArticles ?? []), ...(speech?.indefiniteArticles ?? [])]);
  const untilDay = new RegExp(`^(?:\\s${oneOf(told.beforeDay)})+\\s*(?:\\||$)`, "u");
  const object = new RegExp(`^\\s(?:\\p{Lu}|\\d|${oneOf([...articles])}${END})`, "u");

  /** "the armed men" and "need" did nothing yet. */
  const hasPast = (clause: string, isAnyDay = false): boolean =>
    helped.test(clause) ||
    [...clause.matchAll(past)].some((match) => {
      const [form] = (match[1] ?? "").split(/\s/);
      const behind = clause.slice(match.index + match[0].length);
      // "a report alleged on Monday": right before the day it is the verb.
      if (form === undefined || (looks.has(form) && !untilDay.test(behind))) return false;
      // „die zerstörte Brücke“; „dafür existierten heute Gesetze“
      const isByEnding = hasCapitalNouns && !literal.has(form);
      if (isByEnding && (isAnyDay || /^\s\p{Lu}/u.test(behind))) return false;
      const word = /(\S+)\s$/u.exec(clause.slice(0, match.index))?.[1]?.toLowerCase();
      return word === undefined || !(articles.has(word) || prepositions.test(word));
    });
  const isOpen = (clause: string): boolean =>
    ahead.test(
      clause
        .replace(counted, " ")
        .replace(/\p{Lu}/u, (first, at: number) => (clause.slice(0, at).trim() === "" ? first.toLowerCase() : first)),
    );
  const isPlanned = (clause: string): boolean => isOpen(clause) || infinitive.test(clause);

  /** "announced a meeting on Monday": which may be the day of the meeting; "during a meeting on Monday" is past with its clause. */
  const isOfEvent = (head: string): boolean => {
    if (told.events.length === 0 || !event.test(head)) return false;
    const over = eventOver.exec(head)?.[1];
    return over === undefined || isPlanned(over) || hasPast(over);
  };

  /** "The mayor on Monday closed the pier": the verb right behind the day. */
  function isVerbBehind(head: string, tail: string, isAnyDay: boolean): boolean {
    const match = pastBehind.exec(tail);
    if (match === null || looks.has((match[1] ?? "").split(/\s/)[0] ?? "") || head.trim() === "") return false;
    const isSaid = saying?.test(match[0]) === true;
    const rest = tail.slice(match[0].length);
    if (isAnyDay && !object.test(rest)) return false;
    return !infinitive.test(` ${rest.trim().split(/\s+/).slice(0, 2).join(" ")}`) && (isSaid || !loose.test(rest));
  }

  const isPlace = (piece: string): boolean =>
    !piece.split(/\s+/).some((word) => /^\p{Ll}/u.test(word) && !placing.has(word));

  /** "In Ostrel, Varen, on Monday": pieces between commas that say only where, or how many, belong to the clause before. */
  function headOf(sentence: string, start: number): string {
    const pieces = sentence.slice(0, start).split(CLAUSE_END);
    let head = pieces.at(-1) ?? "";
    for (let count = 1; count <= PIECES_BACK_MAX && count < pieces.length && placing.size > 0; count++) {
      if (!isPlace(head)) break;
      head = `${pieces.at(-1 - count) ?? ""} ${head}`;
    }
    return head;
  }

  /**
   * What stands between the last link and the day. "before the Harbor Committee" is no clause of its own, nor is "after a
   * quarrel over a boat": what has no verb lies where its sentence does.
   */
  function lastClause(head: string): string {
    const parts = head.split(linkedBy);
    let last = parts.pop() ?? "";
    const isPlaced = placing.size > 0 && isPlace(last) && placingLink.test(parts.at(-1) ?? "");
    for (let count = 0; count < SOFT_LINKS_MAX && parts.length > 0; count++) {
      const isSoft = softLinks.has((parts.at(-1) ?? "").toLowerCase()) && !isPlanned(last) && !hasPast(last);
      if (!isSoft && !(isPlaced && count === 0)) break;
      const [before = ""] = parts.splice(-2);
      if (isSoft && infinitive.test(before)) break;
      last = `${before} ${last}`;
    }
    return last;
  }

  /** "On Monday, said to be cold, the council met": the first piece behind that has a verb. */
  function isFronted(sentence: string, start: number, end: number): boolean {
    const opening = sentence.slice(0, start).trim();
    const words = countWords(opening);
    const isLong = words <= LONG_FRONTED_WORDS_MAX && fronts.test(opening) && !isPlanned(opening) && !hasPast(opening);
    if (words > FRONTED_WORDS_MAX && !isLong && !between.test(sentence.slice(0, start))) return false;
    let isSaidBetween = false;
    for (const piece of sentence
      .slice(end)
      .split(CLAUSE_END)
      .slice(1, 1 + (opening === "" ? PIECES_AHEAD_BARE_MAX : PIECES_AHEAD_MAX))) {
      const clause = piece.split(joins)[0] ?? "";
      const [first = "", link = "", ...rest] = clause.split(linkedBy);
      if (isOpen(first)) return false;
      const isSaid = first.trim() !== "" && saying?.test(link) === true;
      // "On Monday, she said, the pier will close": whose day it is, the next clause tells.
      if (isSaid && rest.join("").trim() === "") isSaidBetween = true;
      // "On Monday, the mayor announced that the pier would close."
      else if (isSaid || hasPast(`${first}${link}`) || (saying?.test(clause) === true && !isOpen(clause))) return true;
      if (placing.size === 0) return isSaidBetween;
    }
    return isSaidBetween;
  }

  return (sentence, start, end, isAnyDay) => {
    const head = headOf(sentence, start);
    const [tail = ""] = sentence.slice(end).split(CLAUSE_END);
    const gap = beside.exec(head)?.[1];
    if (gap !== undefined && countWords(gap.replace(NAME, "N")) <= GAP_WORDS_MAX && !isPlanned(gap)) return true;
    if (teller.test(head)) return true;
    // "received her first briefing since she was elected last month"
    const [ownTail = ""] = tail.split(softEnds);
    if (isOfOtherTime(`${lastClause(head)} | ${ownTail}`)) return false;
    if (isVerbBehind(head, tail, isAnyDay)) return true;
    if (isOfEvent(head)) return false;
    const given = givenOut.exec(head)?.[1];
    if (given !== undefined && !isPlanned(given) && !links.test(given)) return true;
    const named = source.exec(head)?.[1];
    if (named !== undefined && !isPlanned(named) && !links.test(named)) return true;
    const own = [lastClause(head), tail.split(links)[0] ?? ""] as const;
    const near = `${own[0].split(joins).at(-1) ?? ""} | ${own[1].split(joins)[0] ?? ""}`;
    // "agreed to meet on Monday"
    if (infinitive.test(own[0])) return false;
    // "They met on Monday to begin their talks": the verb stands before the day, and what goes on belongs to it.
    if (!isAnyDay && loose.test(own[1]) && !isOpen(own[0]) && hasPast(own[0])) return true;
    if (isOpen(near)) return false;
    // "from which birds today evolved"
    if (isAnyDay && !helped.test(near))
      return hasPast(own[0], true) || (head.trim() !== "" && own[1].trim() === "" && isFronted(sentence, start, end));
    if (hasPast(near)) return true;
    const isTimeOnly = own[1].trim() === "" || (head.trim() === "" && isPlace(own[1]));
    if (isTimeOnly && isFronted(sentence, start, end)) return true;
    const both = own.join(" | ");
    return !isOpen(both) && hasPast(both);
  };
}
