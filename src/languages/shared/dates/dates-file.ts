/** Reads a room's dates.json, checked, an unknown list refused. */

import { z } from "zod";
import type { DateWords } from "../../language.ts";
import { readRoomFile } from "../room-file.ts";

const words = z.array(z.string().min(1)).readonly();

const hour = z.int().min(0).max(24);
const NO_DAYS: readonly (readonly string[])[] = [[], [], [], [], [], [], []];
const tenseSchema = z.strictObject({
  articles: words.default([]),
  describing: words.default([]),
  notVerbs: words.default([]),
  adverbs: words.default([]),
  gerunds: words.default([]),
  done: words.default([]),
  presents: words.default([]),
  unreal: words.default([]),
  existed: words.default([]),
  promised: words.default([]),
  happened: words.default([]),
  results: words.default([]),
  gerundLinks: words.default([]),
  softLinks: words.default([]),
  prospective: words.default([]),
  prepositions: words.default([]),
  gaps: words.default([]),
  subjects: words.default([]),
  fillers: words.default([]),
  inverted: words.default([]),
  frames: words.default([]),
  persons: words.default([]),
  occasions: words.default([]),
  beginning: words.default([]),
  bringing: words.default([]),
  relatives: words.default([]),
  performed: words.default([]),
  facing: words.default([]),
  forums: words.default([]),
  conditions: words.default([]),
  lasting: words.default([]),
  deeds: words.default([]),
  ways: words.default([]),
  shortly: words.default([]),
  beforeObjects: words.default([]),
});

const toldSchema = z.strictObject({
  days: z.array(words).length(7).readonly().default(NO_DAYS),
  parts: words.default([]),
  near: z.record(z.string(), z.int()).default({}),
  surely: words.default([]),
  past: words.default([]),
  beside: words.default([]),
  gaps: words.default([]),
  notPast: words.default([]),
  beforeParticiples: words.default([]),
  loose: words.default([]),
  sources: words.default([]),
  turns: words.default([]),
  events: words.default([]),
  eventsOver: words.default([]),
  beforeDay: words.default([]),
  saying: words.default([]),
  thatLinks: words.default([]),
  owners: words.default([]),
  pointers: words.default([]),
  described: words.default([]),
  carriers: words.default([]),
  nameEnds: words.default([]),
  names: words.default([]),
  otherTimes: words.default([]),
  elapsed: words.default([]),
  placing: words.default([]),
  tellers: words.default([]),
  counters: words.default([]),
  outcomes: words.default([]),
  waiting: words.default([]),
  toCome: words.default([]),
  habits: words.default([]),
  outcomesGoOn: words.default([]),
  afterwards: words.default([]),
  scores: words.default([]),
  broadcasts: words.default([]),
  coming: z.strictObject({ auxiliaries: words.default([]), verbs: words.default([]) }).prefault({}),
  planned: z
    .strictObject({
      verbs: words.default([]),
      verbsToward: words.default([]),
      toward: words.default([]),
      verbsOfThings: words.default([]),
      parting: words.default([]),
      manner: words.default([]),
      things: words.default([]),
    })
    .prefault({}),
  frames: words.default([]),
  accounts: words.default([]),
  yearsAgo: words.default([]),
  disasters: words.default([]),
  helpers: words.default([]),
  participles: words.default([]),
  active: words.default([]),
  states: words.default([]),
  done: words.default([]),
  describing: words.default([]),
  attribute: z.string().default("(?!)"),
  thisDay: words.default([]),
  later: words.default([]),
  asOf: words.default([]),
  tense: tenseSchema.nullable().default(null),
  infinitive: z.string().default("(?!)"),
  ahead: words.default([]),
  links: words.default([]),
  joins: words.default([]),
  before: words.default([]),
  notBefore: words.default([]),
  notBehind: words.default([]),
  locale: z.string().nullable().default(null),
  sameDay: z.tuple([hour, hour]).readonly().default([8, 14]),
});

const datesSchema = z.strictObject({
  months: z.array(words).length(12).readonly().default([]),
  weekdays: z.array(words).length(7).readonly(),
  joiners: words.default([]),
  labels: words.default([]),
  hours: words.default([]),
  published: words.default([]),
  updated: words.default([]),
  morning: words.default([]),
  afternoon: words.default([]),
  slashes: z.enum(["day-first", "month-first"]).nullable().default(null),
  zones: z.record(z.string(), z.int()).default({}),
  told: toldSchema.prefault({}),
});

/** The words of dates of a language that has a room. Throws when the file is missing or wrong. */
export const readDatesFile = (tag: string): DateWords => readRoomFile(tag, "dates.json", datesSchema);

/** Those of languages without a room, by tag. */
export const readMoreDates = (): Readonly<Record<string, DateWords>> =>
  readRoomFile("shared", "more-dates.json", z.record(z.string(), datesSchema));
