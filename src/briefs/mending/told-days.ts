/** Days of a sentence that surely lie behind it: named beside a verb of the past, and no part of a name, a plan or a habit. */

import type { Speech, ToldDays } from "../../languages/language.ts";
import { QUOTED } from "../extractive/quotation.ts";

/** A day in a sentence: a weekday from Sunday on, or so many days off. */
export type ToldDay =
  | { readonly kind: "weekday"; readonly weekday: number; readonly end: number }
  | { readonly kind: "near"; readonly offset: number; readonly end: number };

export interface DayReader {
  readonly sameDay: ToldDays["sameDay"];
  /** The sure ones, in their order. */
  findDays(sentence: string): readonly ToldDay[];
}

const BEGIN = "(?<![\\p{L}\\p{N}'’-])";
const END = "(?![\\p{L}\\p{N}'’-])";
const CLAUSE_END = /[,;:–—()"“”„«»!?]/;
/** "On Tuesday, the council met": so many words before a comma may be the day of the next clause. */
const FRONTED_WORDS_MAX = 3;
const GAP_WORDS_MAX = 6;

const literal = (word: string): string => word.replace(/[.+?^${}()|[\]\\]/g, "\\$&");

/** Words of which none is any: a star stands for two letters or more, a space for any white space. */
const oneOf = (words: readonly string[]): string =>
  words.length === 0
    ? "(?!)"
    : `(?:${[...words]
        .sort((a, b) => b.length - a.length)
        .map((word) => literal(word).replaceAll("*", "\\p{Ll}{2,}").replaceAll(" ", "\\s+"))
        .join("|")})`;
const whole = (words: readonly string[], flags = "u"): RegExp => new RegExp(`${BEGIN}${oneOf(words)}${END}`, flags);

/** Whether a name is written around the day: "Patch Tuesday", "Friday Night Lights", "TODAY.com". */
function isInName(sentence: string, start: number, end: number, hasCapitals: boolean): boolean {
  const word = sentence.slice(start, end);
  if (word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()) return true;
  if (/^(?:\.\p{L}|@|\/)/u.test(sentence.slice(end))) return true;
  // Where nouns have capitals, or days have none, neighbors with capitals say nothing.
  if (hasCapitals || !/^\p{Lu}/u.test(word)) return false;
  const before = /(\S+)\s$/u.exec(sentence.slice(0, start))?.[1];
  const isAfterName = before !== undefined && /^\p{Lu}\S*[^.,;:!?"”]$/u.test(before) && start > before.length + 1;
  return isAfterName || /^\s\p{Lu}/u.test(sentence.slice(end));
}

export function createDayReader(told: ToldDays, speech: Speech | null): DayReader {
  const past = new RegExp(`${BEGIN}(${oneOf(told.past)})${END}`, "gu");
  const helped = new RegExp(`${BEGIN}${oneOf(told.helpers)}${END}.*?${BEGIN}${oneOf(told.participles)}${END}`, "su");
  const ahead = whole(told.ahead);
  const infinitive = new RegExp(`${BEGIN}(?:${told.infinitive})${END}`, "u");
  const links = whole([...told.links, ...told.beside], "iu");
  const joins = whole(told.joins, "iu");
  const beside = new RegExp(
    `${BEGIN}${oneOf(told.beside)}((?:\\s+(?:${oneOf(told.gaps)}|\\d+)(?:\\s+\\S+)*)?)\\s*$`,
    "u",
  );
  const before = told.before.length === 0 ? null : new RegExp(`${BEGIN}${oneOf(told.before)}\\s$`, "iu");
  const symbols = told.notBefore.filter((word) => !/\p{L}/u.test(word));
  const notBefore = new RegExp(`(?:${BEGIN}${oneOf(told.notBefore)}|${oneOf(symbols)}|\\d)\\s*$`, "iu");
  const notBehind = new RegExp(`^(?:['’]?s${END}|\\s*${oneOf(told.notBehind)}(?![\\p{L}\\p{N}])|,?\\s*\\(?\\d)`, "iu");
  const articles = new Set([...(speech?.definiteArticles ?? []), ...(speech?.indefiniteArticles ?? [])]);
  const parts = told.parts.length === 0 ? "" : `(?:\\s?${oneOf(told.parts)})?`;
  const candidates = [
    ...told.days.flatMap((forms, weekday) => forms.map((form) => ({ form, kind: "weekday" as const, weekday }))),
    ...Object.entries(told.near).map(([form, offset]) => ({ form, kind: "near" as const, offset })),
  ].map((candidate) => ({
    ...candidate,
    pattern: new RegExp(`${BEGIN}${oneOf([candidate.form])}${parts}(?![\\p{L}\\p{N}]|-\\p{L})`, "giu"),
  }));

  /** "the armed men" did nothing yet. */
  const hasPast = (clause: string): boolean =>
    helped.test(clause) ||
    [...clause.matchAll(past)].some(({ index }) => {
      const word = /([\p{L}’']+)\s$/u.exec(clause.slice(0, index))?.[1]?.toLowerCase();
      return word === undefined || !articles.has(word);
    });
  const isOpen = (clause: string): boolean =>
    ahead.test(
      clause.replace(/\p{Lu}/u, (first, at: number) =>
        clause.slice(0, at).trim() === "" ? first.toLowerCase() : first,
      ),
    );

  function isOfPast(sentence: string, start: number, end: number): boolean {
    const head = sentence.slice(0, start).split(CLAUSE_END).at(-1) ?? "";
    const [tail = "", next = ""] = sentence.slice(end).split(CLAUSE_END);
    const gap = beside.exec(head)?.[1];
    if (gap !== undefined && gap.trim().split(/\s+/).length <= GAP_WORDS_MAX && !isOpen(gap) && !infinitive.test(gap))
      return true;
    const own = [head.split(links).at(-1) ?? "", tail.split(links)[0] ?? ""] as const;
    const near = `${own[0].split(joins).at(-1) ?? ""} | ${own[1].split(joins)[0] ?? ""}`;
    // "agreed to meet on Monday"
    if (isOpen(near) || infinitive.test(own[0])) return false;
    if (hasPast(near)) return true;
    if (own[1].trim() === "" && sentence.slice(0, start).trim().split(/\s+/).length <= FRONTED_WORDS_MAX) {
      const clause = next.split(joins)[0] ?? "";
      const first = clause.split(links)[0] ?? "";
      return (
        !isOpen(first) &&
        (hasPast(first) || (told.beside.length > 0 && whole(told.beside).test(clause) && !isOpen(clause)))
      );
    }
    const both = own.join(" | ");
    return !isOpen(both) && hasPast(both);
  }

  return {
    sameDay: told.sameDay,
    findDays(sentence) {
      const quoted = [...sentence.matchAll(QUOTED)].map(
        (match) => [match.index, match.index + match[0].length] as const,
      );
      const found: ToldDay[] = [];
      for (const candidate of candidates) {
        for (const match of sentence.matchAll(candidate.pattern)) {
          const { index: start } = match;
          const end = start + match[0].length;
          if (quoted.some(([from, to]) => start >= from && start < to)) continue;
          if (isInName(sentence, start, end, speech?.hasCapitalNouns === true)) continue;
          const head = sentence.slice(0, start);
          if (candidate.kind === "near" && head !== "" && /^\p{Lu}/u.test(match[0])) continue;
          if (candidate.kind === "weekday" && before !== null && !before.test(head)) continue;
          if (notBefore.test(head) || notBehind.test(sentence.slice(end))) continue;
          if (!isOfPast(sentence, start, end)) continue;
          found.push(
            candidate.kind === "near"
              ? { kind: "near", offset: candidate.offset, end }
              : { kind: "weekday", weekday: candidate.weekday, end },
          );
        }
      }
      return found.sort((a, b) => a.end - b.end);
    },
  };
}
