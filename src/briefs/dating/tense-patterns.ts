/** The patterns by which the tense of a day is read from the words of a language. */

import type { TenseWords, ToldDays } from "../../languages/shared/dates/told-days.ts";
import { BEGIN, END, oneOf, whole } from "./day-words.ts";

export function createTensePatterns(told: ToldDays, tense: TenseWords) {
  const linkedBy = new RegExp(`(${BEGIN}(?:${oneOf(told.links)}|${oneOf(told.joins)})${END})`, "iu");
  const soft = new RegExp(`^${oneOf([...tense.softLinks, ...told.joins])}$`, "iu");
  const joined = new RegExp(`^${oneOf(told.joins)}$`, "iu");
  const turn = new RegExp(`^\\s*${oneOf(told.turns)}\\s*$`, "iu");
  const gerundLink = new RegExp(`^${oneOf(tense.gerundLinks)}$`, "iu");
  const opener = new RegExp(
    `^\\s*(?:${oneOf(tense.prepositions)}${END}|(?:${oneOf(tense.gerundLinks)}\\s)?\\p{L}+ing${END})`,
    "iu",
  );
  const adverbial = new RegExp(`(?:^|${BEGIN}${oneOf(tense.gerundLinks)})\\s*(?:\\p{Ll}+ly\\s)?$`, "iu");
  const relative = new RegExp(`^${oneOf([...tense.relatives, ...tense.persons])}$`, "iu");
  const whichLink = new RegExp(`^${oneOf(tense.relatives)}$`, "iu");
  const filler = new RegExp(`(?<!\\S)${oneOf([...told.beforeDay, ...tense.fillers])}(?!\\S)`, "giu");
  const gap = new RegExp(`^\\s*(?:${oneOf([...told.gaps, ...tense.gaps])}|\\d+)${END}`, "iu");
  const ways = new RegExp(`^\\s*${oneOf(tense.ways)}${END}`, "iu");
  const objective = new RegExp(`(?:${BEGIN}${oneOf(tense.beforeObjects)}|\\p{Lu}\\S*)\\s$`, "u");
  const object = new RegExp(
    `^\\s${oneOf([...tense.articles, ...tense.describing])}(?:\\s\\S+){1,2}\\s$|^\\s\\p{Lu}\\S*\\s$`,
    "u",
  );
  const thing = new RegExp(`^\\s(?:\\p{Lu}|\\d|${oneOf(tense.articles)}${END})`, "u");
  // "[The Varen High Court] today came down on the port"; the first word of a sentence stands without its capital.
  const somebody = new RegExp(`^\\s*(?:${oneOf(tense.articles)}\\s)?(?:\\p{Ll}\\S*\\s)?(?:\\p{Lu}\\S*\\s)+$`, "u");
  const lastingHelper = new RegExp(`^${oneOf(told.helpers)}${END}`, "u");
  const condition = whole(tense.conditions, "iu");
  const subject = whole(tense.subjects, "iu");
  const happened = new RegExp(`${BEGIN}${oneOf(tense.happened)}\\s*$`, "iu");
  // "Had the pier closed on Monday"
  const inverted = new RegExp(`^\\s*${oneOf(tense.inverted)}\\s(?:${oneOf(tense.articles)}\\s|\\p{Lu})`, "u");
  const going = new RegExp(`^${oneOf(tense.existed)}\\s.*?${oneOf(tense.gerunds)}$`, "u");
  const habits = whole(told.habits, "iu");
  const frame = new RegExp(`^\\s*(?:${oneOf([...told.otherTimes, ...tense.frames])})${END}(?:\\s\\S+){0,3}$`, "iu");
  const result = new RegExp(`${BEGIN}${oneOf(tense.results)}$`, "iu");
  const event = new RegExp(`${BEGIN}${oneOf(told.events)}(?:\\s+${oneOf(told.beforeDay)})*\\s*$`, "iu");
  const overBefore = new RegExp(`${BEGIN}${oneOf(told.eventsOver)}(?:\\s+\\S+){0,8}\\s*$`, "iu");
  const existed = new RegExp(`${BEGIN}${oneOf(tense.existed)}\\s+${oneOf(tense.articles)}${END}`, "iu");
  const prospective = new RegExp(
    `(?<!${oneOf(tense.shortly)}\\s)${BEGIN}${oneOf(tense.prospective)}(?:\\s+\\S+){0,8}\\s*$`,
    "iu",
  );
  const lasting = new RegExp(`${BEGIN}${oneOf(tense.lasting)}\\s$`, "iu");
  // "spoke before the committee on Monday"; but "rose ahead of the congress on Friday"
  const forum = new RegExp(
    `${BEGIN}${oneOf(tense.facing)}\\s(?:\\S+\\s){0,6}?${oneOf(tense.forums)}(?:\\s${oneOf(told.beforeDay)})*\\s*$`,
    "iu",
  );
  const scored = new RegExp(
    `${BEGIN}${oneOf([...told.eventsOver, ...tense.bringing])}\\s(?:\\S+\\s){1,4}?${oneOf(told.scores)}${END}`,
    "iu",
  );
  const performed = new RegExp(`^\\s${oneOf(tense.performed)}${END}`, "u");
  const indirect = whole(tense.beforeObjects, "u");
  // "is a report released Monday"
  const isA = new RegExp(`^${oneOf(tense.presents)}\\s${oneOf(tense.articles)}${END}`, "u");
  const beginning = new RegExp(`^${oneOf(tense.beginning)}$`, "u");
  const otherTimes = whole(told.otherTimes, "iu");
  const comingVerb = new RegExp(`^\\s${oneOf(told.coming.verbs)}${END}`, "u");
  const always = new RegExp(
    `${BEGIN}(?:${oneOf([...told.otherTimes, ...told.habits])})${END}|(?<!\\d)\\d{4}(?!\\d)`,
    "iu",
  );
  const happening = whole([...told.events, ...told.outcomes, ...told.scores], "iu");
  const indefinite = new RegExp(`${BEGIN}${oneOf(tense.occasions)}\\s${oneOf(tense.articles)}?.*$`, "iu");
  return {
    linkedBy,
    soft,
    joined,
    turn,
    gerundLink,
    opener,
    adverbial,
    relative,
    whichLink,
    filler,
    gap,
    ways,
    objective,
    object,
    thing,
    somebody,
    lastingHelper,
    condition,
    subject,
    happened,
    inverted,
    going,
    habits,
    frame,
    result,
    event,
    overBefore,
    existed,
    prospective,
    lasting,
    forum,
    scored,
    performed,
    indirect,
    isA,
    beginning,
    otherTimes,
    comingVerb,
    always,
    happening,
    indefinite,
  };
}
