/** Days behind a verb of the past that may be those of its object, still to come: "banned the march on Saturday". */

import type { Speech } from "../../languages/language.ts";
import type { ToldDays } from "../../languages/shared/dates/told-days.ts";
import { BEGIN, CLAUSE_END, END, oneOf } from "./day-words.ts";

/**
 * "beside": the day stands at its verb, or opens its clause. "behind": something stands between. "object": the verb, or
 * what stands between, is of what people plan.
 */
export type Reach = "beside" | "behind" | "object";

/** "warned in a report on Monday" */
const WAY_WORDS_MAX = 6;

/** Asked with what stands before and behind the day, and whether it owns something: "ruled out of Saturday's derby". */
export function createReachReader(
  told: ToldDays,
  speech: Speech | null,
): (head: string, tail: string, isOwner?: boolean) => Reach {
  const { verbs, verbsToward, toward, verbsOfThings, things, manner } = told.planned;
  const links = new RegExp(`${BEGIN}${oneOf(told.links)}${END}`, "iu");
  const beforeDay = new RegExp(
    `(?:^|\\s+)(?:${oneOf([...told.beforeDay, ...told.before, ...(told.tense?.fillers ?? [])])}\\s+)*$`,
    "iu",
  );
  const forms = [...told.past.filter((form) => !form.includes("|")), ...told.beside, ...told.participles];
  const articles = [...(speech?.definiteArticles ?? []), ...(speech?.indefiniteArticles ?? [])];
  const noun = `(?<!${BEGIN}${oneOf([...articles, ...told.owners])}\\s)`;
  const planned = `(?<planned>${oneOf(verbs)})|(?<toward>${oneOf(verbsToward)})|(?<ofThings>${oneOf(verbsOfThings)})`;
  // Where the verbs of a language are known, a later one has the day.
  const any = told.tense === null ? planned : `${planned}|${oneOf(forms)}`;
  const governing = new RegExp(`${noun}${BEGIN}(?:${any})${END}`, "gu");
  // "resonated globally on Monday"
  const verb = new RegExp(`${BEGIN}${oneOf([...forms, ...verbs, ...verbsToward])}(?:\\s${oneOf(manner)})?$`, "u");
  const leads = new RegExp(`${BEGIN}${oneOf(toward)}${END}`, "u");
  // "dropped the band from Friday's concert"
  const parting = new RegExp(`${BEGIN}${oneOf(told.planned.parting)}$`, "u");
  const thing = new RegExp(`${BEGIN}${oneOf(things)}${END}`, "iu");
  const way = new RegExp(`^${oneOf([...(told.tense?.ways ?? []), ...told.gaps])}${END}`, "iu");
  const closing = new RegExp(`${BEGIN}${oneOf([...verbs, ...verbsToward])}${END}`, "u");
  const helper = new RegExp(`^(.*?)${BEGIN}${oneOf(told.helpers)}\\s+(.*)$`, "u");
  const subjectFirst = new RegExp(`^\\s*(?:${oneOf(articles)}\\s|\\S+\\s*$)`, "iu");
  const opening = new RegExp(`^\\s*(?:${oneOf(told.helpers)}\\s+)*$`, "iu");

  return (head, tail, isOwner = false) => {
    const clause = (head.split(CLAUSE_END).at(-1) ?? "").split(links).at(-1) ?? "";
    const words = clause.replace(beforeDay, "").replace(/^\s*\p{Lu}/u, (first) => first.toLowerCase());
    if (words.trim() === "") return "beside";
    const last = [...words.matchAll(governing)].at(-1);
    if (last === undefined) {
      // „hat den Aufmarsch am Samstag verboten“
      const [, subject = "", between = ""] = helper.exec(words) ?? [];
      const [behind = ""] = tail.split(CLAUSE_END);
      // „Nach elf Jahren hat der Rat am Dienstag die Brücke beschlossen“: who did it stands between.
      const isObject = between !== "" && (subjectFirst.test(subject) || leads.test(between));
      if (isObject && closing.test(behind)) return "object";
      return verb.test(words) ? "beside" : "behind";
    }
    const between = words.slice(last.index + last[0].length).trim();
    if (between === "") return "beside";
    const isPlanned = last.groups?.["planned"] !== undefined;
    const isToward = last.groups?.["toward"] !== undefined;
    const hasThing = thing.test(between) && (isPlanned || isToward || last.groups?.["ofThings"] !== undefined);
    if (hasThing || (isOwner && (isPlanned || (isToward && parting.test(between))))) return "object";
    const mayBeObjects = isPlanned || (isToward && leads.test(between));
    if (!mayBeObjects) return verb.test(words) ? "beside" : "behind";
    // « a annoncé le ministre vendredi »: what stands behind a verb that opens its clause is who did it.
    if (opening.test(words.slice(0, last.index))) return "beside";
    const isWay = way.test(between) && between.split(/\s+/).length <= WAY_WORDS_MAX && !leads.test(between);
    return isWay ? "behind" : "object";
  };
}
