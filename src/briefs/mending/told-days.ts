/** Days of a sentence that surely lie behind it, or ahead: named beside a verb that says so, and no part of a name or a habit. */

import type { Speech } from "../../languages/language.ts";
import type { ToldDays } from "../../languages/shared/dates/told-days.ts";
import { QUOTED } from "../extractive/quotation.ts";
import { createComingTest } from "./coming-clauses.ts";
import { BEGIN, END, oneOf, whole } from "./day-words.ts";
import { createOpenDayTest } from "./open-days.ts";
import { createPastTest } from "./past-clauses.ts";

/** A day in a sentence: a weekday from Sunday on, the last or the next of its name or one of both, or so many days off. */
export type ToldDay =
  | { readonly kind: "weekday" | "coming" | "open"; readonly weekday: number; readonly end: number }
  | { readonly kind: "near"; readonly offset: number; readonly end: number };

export interface DayReader {
  readonly sameDay: ToldDays["sameDay"];
  /** The sure ones, in their order. */
  findDays(sentence: string): readonly ToldDay[];
}

interface Found {
  /** The day with its part: "Monday evening". */
  readonly word: string;
  readonly head: string;
  readonly tail: string;
  readonly hasPart: boolean;
}

interface Placed {
  readonly end: number;
  readonly isAhead: boolean;
}

/** "the launch (LBX) on Monday": letters or a number in brackets. */
const SHORT_BRACKET = /\([\p{Lu}\d.,\- ]{1,12}\)/gu;

/** "Black [Friday]", "Sheffield [Wednesday]" */
const CAPITAL_BEFORE = /\p{Lu}\S*\s$/u;
const OTHER_YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;
/** A quotation in single marks that is open before the day: ‘The pier burned on [Monday]’. */
const IN_SINGLES = /(?:^|[\s(])['‘](?:[^'’]|(?<=\p{L})['’](?=\p{L}))*$/u;

const isCapital = (text: string): boolean => /^\p{Lu}/u.test(text);

/** Whether a name is written around the day: "Patch Tuesday", "Friday Night Lights", "TODAY.com". */
function isInName(
  { word, head, tail, hasPart }: Found,
  told: ToldDays,
  carried: RegExp,
  hasCapitals: boolean,
): boolean {
  if (word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()) return true;
  if (/^(?:\.\p{Ll}|@|\/)/u.test(tail)) return true;
  // Where nouns have capitals, or days have none, neighbors with capitals say nothing.
  if (hasCapitals || !isCapital(word)) return false;
  const [, part = ""] = word.split(" ");
  const before = /(\S+)\s$/u.exec(head)?.[1];
  // "told The Lantern Monday evening"
  const isTimeOnly = hasPart && !isCapital(part);
  const isAfterName = before !== undefined && /^\p{Lu}\S*[^.,;:!?"”]$/u.test(before) && head.length > before.length + 1;
  if (isAfterName && !isTimeOnly && !carried.test(head)) return true;
  if (!/^\s\p{Lu}/u.test(tail)) return false;
  // "On Monday Ada Moor said": the day of a sentence that begins here, not of a name that begins with the day.
  return isCapital(part) || before === undefined || !told.beforeDay.includes(before.toLowerCase());
}

export function createDayReader(told: ToldDays, speech: Speech | null): DayReader {
  const isOfPast = createPastTest(told, speech);
  const before = told.before.length === 0 ? null : new RegExp(`${BEGIN}${oneOf(told.before)}\\s$`, "iu");
  const symbols = told.notBefore.filter((word) => !/\p{L}/u.test(word));
  const notBefore = new RegExp(`(?:${BEGIN}${oneOf(told.notBefore)}|${oneOf(symbols)}|\\d)\\s*$`, "iu");
  const notBehind = new RegExp(`^(?:['’]?s${END}|\\s*${oneOf(told.notBehind)}(?![\\p{L}\\p{N}])|,?\\s*\\(?\\d)`, "iu");
  // "during Monday's vote", "said in a Monday interview"
  const owning = new RegExp(`${BEGIN}${oneOf(told.owners)}\\s$`, "iu");
  const owned = /^['’]s(?=\s\p{L})/u;
  const isOpenDay = createOpenDayTest(told);
  const aired = new RegExp(`${BEGIN}${oneOf(told.beforeDay)}\\s$`, "u");
  const waits = new RegExp(`${BEGIN}${oneOf(told.waiting)}\\s$`, "iu");
  const pointed = new RegExp(`(?:${BEGIN}the|['’]s)\\s$`, "iu");
  const isComing = createComingTest(told);
  const wentOn = `(?:\\s\\p{Ll}+){0,2}?\\s${oneOf(told.outcomes)}(?=[,.;]|$|\\s${oneOf(told.outcomesGoOn)}${END})`;
  const outcome = new RegExp(`^['’]s${wentOn}`, "u");
  // "hopes are slim after Monday's loss to Varen"
  const afterwards = new RegExp(`${BEGIN}${oneOf(told.softLinks)}\\s$`, "iu");
  const won = new RegExp(`^['’]s(?:\\s\\p{Ll}+){0,2}?\\s${oneOf(told.scores)}${END}`, "u");
  const toCome = whole([...told.toCome, ...told.waiting]);
  const ruled = new RegExp(`^${wentOn}`, "u");
  const broadcast = new RegExp(`^['’]s\\s${oneOf(told.broadcasts)}${END}`, "u");
  const describing = new RegExp(`${BEGIN}${oneOf(told.beside)}(?:\\s\\S+){0,3}?\\s${oneOf(told.describers)}\\s$`, "u");
  const carried = new RegExp(
    `${BEGIN}${oneOf(told.beside)}(?:\\s\\p{Ll}+){0,4}\\s${oneOf(told.carriers)}\\s\\p{Lu}\\S*\\s(?:(?:of|the|\\p{Lu}\\S*|[“”])\\s?){0,5}$`,
    "u",
  );
  const parts = told.parts.length === 0 ? "()" : `(\\s?${oneOf(told.parts)})?`;
  const candidates = [
    ...told.days.flatMap((forms, weekday) => forms.map((form) => ({ form, kind: "weekday" as const, weekday }))),
    ...Object.entries(told.near).map(([form, offset]) => ({ form, kind: "near" as const, offset })),
  ].map((candidate) => ({
    ...candidate,
    pattern: new RegExp(`${BEGIN}${oneOf([candidate.form])}${parts}(?![\\p{L}\\p{N}]|-\\p{L})`, "giu"),
  }));

  /** Where the date goes: behind the day; null when it is sure neither to lie behind nor ahead. */
  function place(sentence: string, start: number, end: number, isAnyDay: boolean): Placed | null {
    const head = sentence.slice(0, start);
    const tail = sentence.slice(end);
    const own = owned.exec(tail)?.[0].length ?? 0;
    if (own > 0) {
      // "today's market"
      if (isAnyDay) return null;
      // "Black Friday's sales", "next Friday's attack"; "In 1972, Sunday's killings"
      const isOther = CAPITAL_BEFORE.test(head) || (notBefore.test(head) && !owning.test(head) && !aired.test(head));
      if (isOther || OTHER_YEAR.test(sentence)) return null;
      const isWon = afterwards.test(head) && won.test(tail) && !toCome.test(sentence);
      const isOver = isWon || (outcome.test(tail) && !waits.test(head));
      const isTold = owning.test(head) || (aired.test(head) && broadcast.test(tail));
      return isOver || (isTold && isOfPast(sentence, start, end + own, isAnyDay))
        ? { end: end + own, isAhead: false }
        : null;
    }
    // "The Friday raid"
    if (pointed.test(head) && !isAnyDay && ruled.test(tail) && !OTHER_YEAR.test(sentence))
      return { end, isAhead: false };
    if (describing.test(head) && /^\s\p{Ll}/u.test(tail)) return { end, isAhead: false };
    if (notBefore.test(head) || notBehind.test(tail)) return null;
    if (isOfPast(sentence, start, end, isAnyDay)) return { end, isAhead: false };
    return isComing(sentence, head) ? { end, isAhead: true } : null;
  }

  return {
    sameDay: told.sameDay,
    findDays(shown) {
      // "the launch (LBX) on Monday"
      const sentence = shown.replace(SHORT_BRACKET, (bracket) => " ".repeat(bracket.length));
      const quoted = [...sentence.matchAll(QUOTED)].map(
        (match) => [match.index, match.index + match[0].length] as const,
      );
      const found: ToldDay[] = [];
      for (const candidate of candidates) {
        for (const match of sentence.matchAll(candidate.pattern)) {
          const { index: start } = match;
          const [word, part = ""] = match;
          if (quoted.some(([from, to]) => start >= from && start < to)) continue;
          const head = sentence.slice(0, start);
          if (IN_SINGLES.test(head)) continue;
          const tail = sentence.slice(start + word.length);
          if (isInName({ word, head, tail, hasPart: part !== "" }, told, carried, speech?.hasCapitalNouns === true))
            continue;
          if (candidate.kind === "near" && head !== "" && isCapital(word)) continue;
          if (candidate.kind === "weekday" && before !== null && !before.test(head)) continue;
          const isAnyDay = candidate.kind === "near" && candidate.offset === 0;
          const placed = place(sentence, start, start + word.length, isAnyDay);
          if (placed === null) {
            if (candidate.kind === "weekday" && !notBefore.test(head) && isOpenDay(sentence, head, tail)) {
              const behind = start + word.length + (owned.exec(tail)?.[0].length ?? 0);
              found.push({ kind: "open", weekday: candidate.weekday, end: behind });
            }
            continue;
          }
          const { end, isAhead } = placed;
          if (candidate.kind === "weekday") {
            const { weekday } = candidate;
            found.push({ kind: isAhead ? "coming" : "weekday", weekday, end });
          } else if (!isAhead) found.push({ kind: "near", offset: candidate.offset, end });
        }
      }
      return found.sort((a, b) => a.end - b.end);
    },
  };
}
