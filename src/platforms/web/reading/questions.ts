/** What may be asked of the page's API and its views, read from an address: bounded, and nothing else is taken. */

import { z } from "zod";
import { FEED_ID_PATTERN } from "../../../domain/id.ts";
import { SEARCH_LENGTH_MAX } from "../../../domain/store.ts";
import { DEFAULT_ROOM, ROOM_PATTERN } from "../rooms.ts";

export const PER_PAGE_MAX = 50;
export const PAGES_MAX = 25;
export const PER_PAGE = 20;
const NAME_LENGTH_MAX = 100;
const NAME_SHOWN_MAX = 40;
const DAY_EXPECTED = "expected a day of the calendar such as 2026-11-20";

/** An empty field of a form is one that was left out. */
const orLeftOut = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema);
const orNothing = <T extends z.ZodType>(schema: T) => orLeftOut(schema.optional());
const text = (lengthMax: number) => z.string().trim().max(lengthMax);

const room = z.string().regex(ROOM_PATTERN).default(DEFAULT_ROOM).describe("Whose feeds are seen besides everybody's");
const topic = orNothing(text(NAME_LENGTH_MAX)).describe("One topic, such as world");
const feed = orNothing(z.string().regex(FEED_ID_PATTERN)).describe("Id of one feed");
const language = orNothing(z.string().regex(/^[a-z]{2,3}$/)).describe("BCP 47 primary tag of the articles");
const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, DAY_EXPECTED)
  // The 31st of November would be read as the 1st of December.
  .refine((value) => toDayStart(value)?.toJSON()?.startsWith(value) === true, DAY_EXPECTED);
const page = orLeftOut(z.coerce.number().int().min(1).max(PAGES_MAX).default(1));
const limit = orLeftOut(z.coerce.number().int().min(1).max(PER_PAGE_MAX).default(PER_PAGE));
const speaker = orNothing(text(NAME_LENGTH_MAX)).describe("Words of a name or a role");

export const roomQuestion = z.object({ room });
export const newsQuestion = z.object({ room, topic, feed, language, day: orNothing(day), page, limit });
export const searchQuestion = z.object({
  room,
  q: text(SEARCH_LENGTH_MAX).default("").describe('Words, "phrases", -exclusions, begin*, in:title, author:'),
  topic,
  feed,
  language,
  speaker,
  since: orNothing(day).describe("First day, UTC"),
  until: orNothing(day).describe("Last day, UTC"),
  page,
  limit,
});
/** A narrowing that is spelled wrong would subscribe its reader to everything: nothing else may be asked. */
export const feedQuestion = searchQuestion.omit({ page: true }).strict();
export const storyQuestion = z.object({
  room,
  quotes: z.enum(["key", "all"]).default("key").describe("The key quotes of each article, or every quote"),
});
export const deskQuestion = z.object({ room, feeds: z.enum(["worst", "all"]).default("worst") });
export const quotesQuestion = z.object({
  room,
  speaker,
  q: text(SEARCH_LENGTH_MAX).default("").describe("Words of the quote or of what its article is about"),
  feed,
  page,
  limit,
});
export const speakersQuestion = z.object({
  room,
  begins: text(NAME_LENGTH_MAX)
    .default("")
    .describe("Beginning of a word of the name or role; the most quoted when empty"),
  limit: orLeftOut(z.coerce.number().int().min(1).max(25).default(PER_PAGE)),
});
export const speakerQuestion = z.object({
  room,
  topic,
  outlet: orNothing(text(200)),
  week: orNothing(day).describe("The Monday it began with"),
});

export type NewsQuestion = z.infer<typeof newsQuestion>;
export type StoryQuestion = z.infer<typeof storyQuestion>;
export type SearchQuestion = z.infer<typeof searchQuestion>;
export type QuotesQuestion = z.infer<typeof quotesQuestion>;
export type SpeakersQuestion = z.infer<typeof speakersQuestion>;
export type SpeakerQuestion = z.infer<typeof speakerQuestion>;

/** An address somebody mended by hand still asks for the rest of it: what cannot be asked is left out, words are cut. */
export function readKindly<Question extends z.ZodObject>(
  schema: Question,
  query: Readonly<Record<string, string>>,
): z.infer<Question> {
  const { q } = query;
  const asked = q === undefined ? query : { ...query, q: q.trim().slice(0, SEARCH_LENGTH_MAX) };
  const { data, error } = schema.safeParse(asked);
  if (data !== undefined) return data;
  const bad = new Set(error?.issues.map(({ path: [name] }) => name));
  return schema.parse(Object.fromEntries(Object.entries(asked).filter(([name]) => !bad.has(name))));
}

/** For whoever writes a program: which parameter it is, and what is expected of it. */
export function wordFault({ shape }: z.ZodObject, { issues }: z.ZodError): string {
  const [issue] = issues;
  const name = String(issue?.code === "unrecognized_keys" ? issue.keys[0] : issue?.path[0]).slice(0, NAME_SHOWN_MAX);
  const names = Object.keys(shape).join(", ");
  const what = issue?.code === "unrecognized_keys" ? `no parameter here; there are ${names}` : issue?.message;
  return `${name.toWellFormed()}: ${what}. /api/openapi.json tells what can be asked.`;
}

const DAY_MS = 24 * 60 * 60 * 1000;
export const toDayStart = (value: string | undefined): Date | null => (value === undefined ? null : new Date(value));
export const toDayEnd = (value: string | undefined): Date | null =>
  value === undefined ? null : new Date(Date.parse(value) + DAY_MS - 1);
