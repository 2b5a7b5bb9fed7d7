/** The verbs of a clause, in their order, each with the time it tells of. */

import type { TenseWords, ToldDays } from "../../languages/shared/dates/told-days.ts";
import { BEGIN, END, oneOf } from "./day-words.ts";

/**
 * "past": it happened. "said": it happened, and a clause of its own may follow. "promised": it happened where the day
 * is beside it, and what was promised is to come. "coming": it will be. "open": it is so, may be so, was to be so.
 * "infinitive" and "gerund" have the time of the verb above them.
 */
export type Sense = "past" | "said" | "promised" | "coming" | "open" | "infinitive" | "gerund";

export interface Mark {
  readonly sense: Sense;
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** "was", "spoke": no participle. */
  readonly isFinite: boolean;
}

export type MarkReader = (clause: string) => readonly Mark[];

export function createMarkReader(told: ToldDays, tense: TenseWords): MarkReader {
  const looks = new Set([...told.notPast, ...tense.notVerbs]);
  const events = new Set(told.events);
  const promised = new Set(tense.promised);
  const said = new Set(told.beside.filter((word) => !tense.deeds.includes(word)));
  // "a report alleged on Monday": right before the day it is the verb.
  const untilDay = new RegExp(`^(?:\\s${oneOf(told.beforeDay)})*\\s*$`, "u");
  const described = new RegExp(`(?:^|\\s)(?:${oneOf([...tense.articles, ...tense.describing])}|\\S+['’]s?)\\s$`, "iu");
  const counted = new RegExp(`(?:^|\\s)(?:${oneOf(told.beforeParticiples)}|\\d+)\\s$`, "iu");
  const noun = new RegExp(`^\\s(?!${oneOf([...told.loose, ...told.beforeDay, ...told.links])}${END})\\p{Ll}`, "u");
  const plural = new RegExp(`${BEGIN}${oneOf(told.counters)}\\s$`, "iu");
  const adverbs = `(?:\\s(?:\\p{Ll}+ly|${oneOf(tense.adverbs)})){0,2}`;
  const past = oneOf([...told.past, ...told.beside]);
  const participle = oneOf([...told.past, ...told.beside, ...told.participles]);
  const kinds: readonly (readonly [Sense, string])[] = [
    ["past", oneOf([...tense.done, ...told.sources])],
    ["coming", oneOf(told.coming.auxiliaries)],
    ["open", `${oneOf(tense.unreal)}${adverbs}\\s${participle}`],
    ["open", `${oneOf(tense.presents)}${adverbs}\\s${participle}`],
    ["open", `${oneOf(tense.existed)}${adverbs}\\s${oneOf(told.ahead.filter((word) => !promised.has(word)))}`],
    ["past", `${oneOf(told.helpers)}${adverbs}\\s${participle}`],
    // "vowed to “sail” on Monday": what is quoted is a blank.
    ["infinitive", `${told.infinitive.trim()}|to\\s_+`],
    ["open", oneOf(told.ahead)],
    ["past", `${oneOf(tense.existed)}${adverbs}\\s${oneOf(tense.gerunds)}`],
    ["past", past],
    ["gerund", oneOf(tense.gerunds)],
  ];
  const all = new RegExp(`${BEGIN}(?:${kinds.map(([, source], at) => `(?<k${at}>${source})`).join("|")})${END}`, "gu");

  return (clause) => {
    const marks: Mark[] = [];
    for (const match of clause.matchAll(all)) {
      const at = Object.entries(match.groups ?? {})
        .find(([, value]) => value !== undefined)?.[0]
        .slice(1);
      const [kind] = kinds[Number(at)] ?? ["open"];
      const word = match[0];
      const head = clause.slice(0, match.index);
      const end = match.index + word.length;
      if (looks.has(word) && (kind === "gerund" || !untilDay.test(clause.slice(end)))) continue;
      // "a committee hearing"
      if (kind === "gerund" && events.has(word)) continue;
      const isForm = kind === "past" || kind === "gerund";
      // "the armed guards", "her backing"; "three armed men", but "many said"
      if (isForm && (described.test(head) || (counted.test(head) && noun.test(clause.slice(end))))) continue;
      // "a threatening letter"
      if (kind === "open" && word.endsWith("ing") && described.test(head)) continue;
      // "the most votes"
      if (kind === "open" && /s$/.test(word) && plural.test(head)) continue;
      // "will meet": the verb belongs to what makes it come.
      const above = marks.at(-1);
      if (above?.sense === "coming" && match.index - above.end <= 1) continue;
      const last = word.split(/\s/).at(-1) ?? "";
      const sense = promised.has(last) ? "promised" : kind === "past" && said.has(last) ? "said" : kind;
      marks.push({ sense, word, start: match.index, end, isFinite: word.includes(" ") || !/(?:ed|en|t)$/.test(word) });
    }
    return marks;
  };
}
