/** Days whose verb is unsure, but that are yesterday or the day before: nothing of their sentence is to come. */

import type { Speech } from "../../languages/language.ts";
import type { ToldDays } from "../../languages/shared/dates/told-days.ts";
import { BEGIN, CLAUSE_END, oneOf, whole } from "./day-words.ts";

/** Where what is quoted is blank, a mark opens or ends a quotation of several sentences. */
const LONE_MARK = /["“”„«»]/;

/**
 * How many days ago such a day is at most, none where it may be next week's; asked with its sentence and what stands
 * before it: "At one point on [Sunday], Moor, who has two boats, sank one".
 */
export function createLateReader(told: ToldDays, speech: Speech | null): (sentence: string, head: string) => number {
  if (told.tense === null || told.toCome.length === 0) return () => 0;
  const { presents, promised, deeds, articles } = told.tense;
  const now = new Set([...presents, ...told.helpers, "been"]);
  const toCome = whole(
    [...told.toCome, ...told.ahead.filter((word) => !now.has(word) && !/ed$/.test(word)), ...told.habits],
    "iu",
  );
  const done = whole([...told.past, ...told.beside], "u");
  // "scrapped the march on Monday", "named a side for the visit on Monday"
  const planned = whole([...promised, ...told.planned.verbs, ...told.planned.verbsToward], "u");
  // "said the ferry sails on Monday"
  const said = whole(
    [...told.beside, ...told.tellers].filter((word) => !deeds.includes(word)),
    "u",
  );
  const days = `(?:\\s${oneOf(told.beforeDay)})*\\s$`;
  const event = new RegExp(`${BEGIN}${oneOf(told.events)}${days}`, "iu");
  const owners = told.pointers.filter((word) => !articles.includes(word));
  const known = new RegExp(
    `(?:${BEGIN}${oneOf([...(speech?.definiteArticles ?? []), ...owners])}|['’]s)\\s(?:\\S+\\s){0,6}?${oneOf(told.events)}${days}`,
    "iu",
  );
  return (sentence, head) => {
    if (LONE_MARK.test(sentence)) return 0;
    if (toCome.test(sentence) || !done.test(sentence) || said.test(head)) return 0;
    const clause = head.split(CLAUSE_END).at(-1) ?? "";
    if (planned.test(clause)) return 0;
    if (event.test(head)) return known.test(head) ? 1 : 0;
    const opens = clause.split(/\s+/).filter((word) => word !== "" && !told.beforeDay.includes(word.toLowerCase()));
    return opens.length === 0 ? 1 : 2;
  };
}
