/** Days of a sentence that surely lie behind it, or ahead, by the verb that governs them; no part of a name or a habit. */

import type { Speech } from "../../languages/language.ts";
import type { ToldDays } from "../../languages/shared/dates/told-days.ts";
import { QUOTED } from "../extractive/quotation.ts";
import { createNameTest } from "./day-names.ts";
import { BEGIN, END, oneOf, whole } from "./day-words.ts";
import { createLateReader } from "./late-days.ts";
import { createReachReader } from "./object-days.ts";
import { createOpenDayTest } from "./open-days.ts";
import { createOtherTimes } from "./other-times.ts";
import { createOutcome, createOwnerReader, type Placed } from "./owned-days.ts";
import { createPastTest } from "./past-clauses.ts";
import { createPointedReader, type Pointed } from "./pointed-days.ts";
import { createTenseReader, type Tense } from "./tense.ts";
import { createWeekReader, type Week } from "./week-days.ts";

/**
 * A day in a sentence (with its part, "Monday evening"): a weekday from Sunday on, the last of its name (or "behind" an object: unless the article tells
 * of it as to come), or the next, the last if it is a few days ago, one of both, or one that only the rest of the
 * article may tell; or so many days off.
 */
export type ToldDay =
  | {
      readonly kind: Placed["kind"] | "open" | "soon" | Week;
      readonly weekday: number;
      readonly hasPart: boolean;
      readonly end: number;
    }
  | { readonly kind: "pointed"; readonly weekday: number; readonly pointed: Pointed; readonly end: number }
  | { readonly kind: "late"; readonly weekday: number; readonly daysMax: number; readonly end: number }
  | { readonly kind: "near"; readonly offset: number; readonly isToCome: boolean; readonly end: number };

export interface DayReader {
  readonly sameDay: ToldDays["sameDay"];
  readonly isOldStory: (text: string, sentence: string) => boolean;
  /** Whether anything of a sentence is to come. */
  readonly looksAhead: (sentence: string) => boolean;
  /** In their order. */
  findDays(sentence: string): readonly ToldDay[];
}

/** "the launch (LBX) on Monday", "Tuesday morning (5 a.m.)": letters or a number in brackets. */
const SHORT_BRACKET = /\((?:[\p{Lu}\d.,\- ]{1,12}|\d{1,2}(?::\d\d)? ?[ap]\.?m\.?)\)/gu;
const BRACKET = /\([^()]{1,60}\)/g;

const OTHER_YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;
/** "We sail,” */
const MIXED_MARKS = /"[^"“”]*”|“[^"“”]*"/g;
/** Whether a quotation is open at the end of a text: “The pier burned on [Monday]. */
export const isInOpenQuote = (text: string): boolean =>
  /[“„«]|(?:^|[\s(])"(?=\S)/.test(text.replace(QUOTED, "").replace(MIXED_MARKS, ""));

/** A quotation in single marks that is open before the day: ‘The pier burned on [Monday]’. */
const IN_SINGLES = /(?:^|[\s(])['‘]{1,2}(?:[^'’]|(?<=\p{L})['’](?=\p{L}))*$/u;
/** What is quoted has no verb for a day outside it; a mark that ends it ends a clause. */
const blank = (quoted: string): string => {
  const end = /[.,!?]["”»“]$/.test(quoted) ? "," : "_";
  return "_".repeat(quoted.length - 1) + end;
};

/** "Monday's vote", "Monday's “Harbor Hour”" */
const OWNED = /^['’]s(?=\s["“'‘]?[\p{L}_])/u;

export function createDayReader(told: ToldDays, speech: Speech | null): DayReader {
  const isOfPastClause = createPastTest(told, speech);
  const readTense = told.tense === null ? null : createTenseReader(told, told.tense);
  const toTense = (sentence: string, start: number, end: number, isAnyDay: boolean): Tense => {
    if (readTense !== null) return readTense(sentence, start, end, isAnyDay);
    return isOfPastClause(sentence, start, end, isAnyDay) ? "past" : "none";
  };
  const readReach = createReachReader(told, speech);
  const placeOwner = createOwnerReader(told, toTense, readReach);
  const { isOther, isOldStory } = createOtherTimes(told);
  const isInName = createNameTest(told, speech?.hasCapitalNouns === true);
  const before = told.before.length === 0 ? null : new RegExp(`${BEGIN}${oneOf(told.before)}\\s$`, "iu");
  // „Freitag fiel der Startschuss“
  const opened = speech?.hasCapitalNouns === true ? new RegExp(`^\\s${oneOf(told.past)}\\s`, "u") : /(?!)/;
  const symbols = told.notBefore.filter((word) => !/\p{L}/u.test(word));
  // "beat the Terns 5-4 Tuesday" has no day of a month before it.
  const notBefore = new RegExp(
    `(?:${BEGIN}${oneOf(told.notBefore)}|${oneOf(symbols)}|(?<!\\d[-–]\\d{0,3})\\d)\\s*$`,
    "iu",
  );
  const notBehind = new RegExp(
    `^(?:['’]?s${END}|\\s*${oneOf(told.notBehind)}(?![\\p{L}\\p{N}])|,?\\s*\\(?(?:\\d{1,2}(?![.,]?\\d)|(?:19|20)\\d\\d(?!\\d)))`,
    "iu",
  );
  const isOpenDay = createOpenDayTest(told);
  const outcome = createOutcome(told);
  // "in a Monday interview", "The Friday raid"
  const pointed = new RegExp(`(?:${BEGIN}${oneOf(told.pointers)}|['’]s)\\s$`, "iu");
  const within = new RegExp(`${BEGIN}${oneOf(told.owners)}\\s${oneOf(told.pointers)}\\s$`, "iu");
  const definite = new RegExp(`^${oneOf([...(speech?.definiteArticles ?? [])])}\\s$`, "iu");
  const oneOfMany = new RegExp(`${BEGIN}${oneOf([...(speech?.indefiniteArticles ?? [])])}\\s$`, "iu");
  const described = new RegExp(`^(?:\\s\\p{Ll}[\\p{L}-]*){0,2}?\\s${oneOf(told.described)}${END}`, "u");
  const turned = new RegExp(`(?:^|[,;:–—]\\s)${oneOf(told.turns)}\\s$`, "iu");
  const later = new RegExp(`${BEGIN}${oneOf(told.later)}(?:\\s${oneOf(told.beforeDay)})*\\s$`, "iu");
  const asOf = new RegExp(`${BEGIN}${oneOf(told.asOf)}(?:\\s${oneOf(told.beforeDay)})*\\s$`, "iu");
  const readWeek = createWeekReader(told);
  const readPointed = createPointedReader(told);
  const readLate = createLateReader(told, speech);
  // "turns 30 today"
  const turning = new RegExp(`${BEGIN}${oneOf(told.turning)}(?:\\s\\S+){0,3}\\s$`, "u");
  // "in the early hours of Monday"
  const hoursOf = new RegExp(`${BEGIN}${oneOf(told.hoursOf)}\\s$`, "iu");
  const thisDay = new RegExp(`${BEGIN}${oneOf(told.thisDay)}\\s$`, "iu");
  const ahead = whole(told.ahead);
  const lookingAhead = whole(told.toCome.length > 0 ? told.toCome : told.ahead);
  const surely = new Set(told.surely);
  const parts = told.parts.length === 0 ? "()" : `(\\s?${oneOf(told.parts)})?`;
  const candidates = [
    ...told.days.flatMap((forms, weekday) => forms.map((form) => ({ form, kind: "weekday" as const, weekday }))),
    ...Object.entries(told.near).map(([form, offset]) => ({ form, kind: "near" as const, offset })),
  ].map((candidate) => ({
    ...candidate,
    pattern: new RegExp(`${BEGIN}${oneOf([candidate.form])}${parts}(?![\\p{L}\\p{N}]|-\\p{L})`, "giu"),
  }));

  /** Where the date goes: behind the day; null where the day is none of this week. */
  function place(sentence: string, start: number, end: number, isAnyDay: boolean): Placed | null {
    const head = sentence.slice(0, start);
    const tail = sentence.slice(end);
    const own = OWNED.exec(tail)?.[0].length ?? 0;
    // "today's market"
    if (own > 0) return isAnyDay ? null : placeOwner(sentence, start, end, end + own);
    if (pointed.test(head) && !isAnyDay && !OTHER_YEAR.test(sentence)) {
      if (outcome.test(tail) && !oneOfMany.test(head)) return { end, kind: "weekday" };
      if (!described.test(tail)) return null;
      const tense = toTense(sentence, start, end, false);
      const isRecent = tense === "past" && (within.test(head) || definite.test(head));
      return { end, kind: isRecent ? "recent" : "unsure", daysMax: within.test(head) ? readLate(sentence, head) : 0 };
    }
    // "all but Monday"; "…, but Monday night the port"; "of Monday", "As of Monday"
    const isLed = turned.test(head) || asOf.test(head) || hoursOf.test(head);
    if ((notBefore.test(head) && !isLed) || notBehind.test(tail)) return null;
    const tense = toTense(sentence, start, end, isAnyDay);
    if (tense === "unsure") return { end, kind: tense, daysMax: readLate(sentence, head) };
    if (tense !== "past") return { end, kind: tense === "none" ? "other" : tense };
    const reach = readReach(head, tail);
    return { end, kind: reach === "object" ? "unsure" : reach === "behind" ? "behind" : "weekday" };
  }

  return {
    sameDay: told.sameDay,
    isOldStory,
    looksAhead: (sentence) => lookingAhead.test(sentence),
    findDays(shown) {
      const sentence = shown.replace(SHORT_BRACKET, (bracket) => " ".repeat(bracket.length));
      const quoted = [...sentence.matchAll(QUOTED)].map(
        (match) => [match.index, match.index + match[0].length] as const,
      );
      const unquoted = sentence.replace(QUOTED, blank);
      const brackets = [...unquoted.matchAll(BRACKET)].map(
        ({ index, 0: { length } }) => [index, index + length] as const,
      );
      const outside = unquoted.replace(BRACKET, (bracket) => " ".repeat(bracket.length));
      const found: ToldDay[] = [];
      for (const candidate of candidates) {
        for (const match of sentence.matchAll(candidate.pattern)) {
          const { index: start } = match;
          const [word, part = ""] = match;
          const end = start + word.length;
          if (quoted.some(([from, to]) => start >= from && start < to)) continue;
          const head = sentence.slice(0, start);
          const tail = sentence.slice(end);
          if (IN_SINGLES.test(head) || isInOpenQuote(head)) continue;
          if (isInName({ word, head, tail, hasPart: part !== "" })) continue;
          const plain = brackets.some(([from, to]) => start >= from && start < to) ? unquoted : outside;
          if (candidate.kind === "near") {
            const { offset } = candidate;
            if (head !== "" && /^\p{Lu}/u.test(word)) continue;
            const isSure = surely.has(candidate.form) && !notBefore.test(head) && !notBehind.test(tail);
            const placed = isSure ? { end, kind: "weekday" } : place(plain, start, end, offset === 0);
            const isToCome =
              offset === 0 && (placed?.kind === "coming" || (turning.test(head) && !notBehind.test(tail)));
            if (isToCome || placed?.kind === "weekday" || placed?.kind === "behind")
              found.push({ kind: "near", offset, isToCome, end: placed?.end ?? end });
            continue;
          }
          const { weekday } = candidate;
          const pointed = readPointed(plain, head, tail);
          if (pointed !== null)
            found.push({ kind: "pointed", weekday, pointed: pointed.pointed, end: end + pointed.length });
          const isPlaced = before === null || before.test(head) || (head.trim() === "" && opened.test(tail));
          if (!isPlaced || isOther(plain, plain.slice(0, start), plain.slice(end))) continue;
          const add = (kind: Placed["kind"] | "open" | "soon" | Week, at: number): void => {
            found.push({ kind, weekday, hasPart: part !== "", end: at });
          };
          const week = OTHER_YEAR.test(plain) ? null : readWeek(head, tail);
          const owned = end + (OWNED.exec(tail)?.[0].length ?? 0);
          if (week !== null && (owned > end || !notBehind.test(tail))) add(week, owned);
          const placed = place(plain, start, end, false);
          const isPointed = thisDay.test(head) && !ahead.test(plain);
          const isThis = !notBehind.test(tail) && (isPointed || later.test(head) || asOf.test(head));
          if (isThis) add("open", end);
          const isOpen = placed?.kind !== "weekday" && !notBefore.test(head) && isOpenDay(plain, head, tail);
          if (isOpen) add("open", owned);
          if (placed === null) continue;
          add(placed.kind, placed.end);
          const { daysMax = 0, isSoon = false } = placed;
          if (daysMax > 0) found.push({ kind: "late", weekday, daysMax, end: placed.end });
          if (isSoon) add("soon", placed.end);
        }
      }
      return found.sort((a, b) => a.end - b.end);
    },
  };
}
