/** What the page's API answers with, as schemas: types, the OpenAPI document and its test are all made of them. */

import { z } from "zod";

const id = z.number().int().min(1);
const moment = z.string().describe("ISO 8601, UTC").nullable();
const path = z.string().describe("Path of its page on this server");
const isPage = z.boolean().optional().describe("A site without a feed, read from its page");
const count = z.object({ value: z.string(), label: z.string(), count: z.number().int(), isPage });
const span = { start: z.number().int(), end: z.number().int() };

export const quoteShape = z.object({
  text: z.string().describe("Verbatim, without marks"),
  speaker: z.string().nullable().describe("Null when the article does not say"),
  role: z.string().nullable(),
  url: z.string().nullable().describe("Its place in the article, by a text fragment"),
  alsoIn: z.array(z.string()).optional().describe("Other outlets that carry the same words under the same name"),
  goneFrom: z.array(z.string()).optional().describe("Other outlets that carried the same words, and do no more"),
});

export const briefShape = z.object({
  id,
  page: path,
  story: path,
  headline: z.string(),
  url: z.string().nullable().describe("The article itself, at its outlet"),
  outlet: z.string(),
  feed: z.string().describe("Id of the feed that brought it"),
  agency: z.string().nullable(),
  byline: z.string().nullable(),
  form: z
    .enum(["opinion", "review", "satire", "humor", "release", "paid"])
    .nullable()
    .describe("What it is where it is no news"),
  foundVia: z.string().nullable(),
  language: z.string().describe("BCP 47 primary tag, und when unknown"),
  publishedAt: moment,
  fetchedAt: z.string(),
  sentences: z.array(z.string()),
  quotes: z.array(quoteShape).describe("The key quotes"),
  picture: z.string().nullable().describe("Path of its picture on this server"),
  topics: z.array(z.string()),
  isUpdated: z.boolean(),
  isFeedSummary: z.boolean().describe("True where the page could not be read and the feed's own summary stands in"),
});

export const memberShape = z.object({
  id,
  page: path,
  headline: z.string(),
  url: z.string().nullable(),
  outlet: z.string(),
  feed: z.string(),
  language: z.string(),
  at: z.string(),
  isUpdated: z.boolean(),
});

export const storyShape = z.object({
  id,
  page: path,
  lead: briefShape.describe("The article that speaks for the story"),
  outlets: z.array(z.string()),
  articles: z.array(memberShape).describe("The oldest first"),
});

const facetsShape = z.object({
  feeds: z.array(count),
  topics: z.array(count),
  languages: z.array(count),
  speakers: z.array(count),
  days: z.array(count),
});

export const newsShape = z.object({
  stories: z.array(storyShape),
  total: z.number().int().describe("Counted up to 500"),
  page: z.number().int(),
  pages: z.number().int(),
  facets: facetsShape.describe("How the stories of the newest 500 articles that fit fall"),
});

const saidShape = quoteShape.extend({
  articleId: id,
  outlet: z.string(),
  language: z.string(),
  alsoIn: z.array(z.string()).describe("Other outlets that carry the same words under the same name"),
  namedBy: z
    .array(z.object({ outlet: z.string(), speaker: z.string().nullable() }))
    .describe("Whom each outlet names, where they name different people; the quote has no speaker then"),
});

export const wholeStoryShape = storyShape.extend({
  briefs: z.array(briefShape).describe("The articles with their briefs, the oldest first, up to 30"),
  said: z.array(saidShape).describe("Each quote once, however many outlets carry it: key quotes, or all of them"),
  hasMoreQuotes: z.boolean().describe("True where the articles have quotes that are not among said"),
});

const markedSpeaker = z.object({ name: z.string(), role: z.string().nullable(), mention: z.string(), ...span });
export const articleShape = briefShape.extend({
  title: z.string(),
  text: z.string().describe("As it was read; offsets count UTF-16 units in it"),
  basisReason: z.string().nullable(),
  marks: z.object({
    sentences: z.array(z.object({ text: z.string(), isEdited: z.boolean(), ...span })),
    quotes: z.array(
      z.object({
        text: z.string(),
        isKey: z.boolean(),
        speaker: markedSpeaker.nullable(),
        cue: z.object(span).nullable(),
        ...span,
      }),
    ),
  }),
  editions: z.array(z.object({ id, page: path, headline: z.string(), fetchedAt: z.string(), isCurrent: z.boolean() })),
});

export const foundQuoteShape = quoteShape.extend({
  article: z.object({
    id,
    page: path,
    headline: z.string(),
    outlet: z.string(),
    language: z.string(),
    publishedAt: moment,
    topics: z.array(z.string()),
  }),
});

export const quotesShape = z.object({ quotes: z.array(foundQuoteShape), page: z.number().int(), hasMore: z.boolean() });

export const speakerShape = z.object({
  name: z.string(),
  page: path,
  role: z.string().nullable().describe("As the newest article that gives one has it"),
});
export const speakersShape = z.object({ speakers: z.array(speakerShape) });
export const wholeSpeakerShape = speakerShape.extend({
  namesakes: z.array(speakerShape).describe("Others whose names have the words asked for"),
  total: z.number().int().describe("Of the newest 300"),
  topics: z.array(count),
  outlets: z.array(count),
  weeks: z.array(count).describe("The Monday each week began with, the oldest first, none left out between"),
  quotes: z.array(foundQuoteShape),
});

export const searchShape = z.object({
  results: z.array(
    briefShape.extend({
      outlets: z.array(z.string()),
      snippet: z.string(),
      hits: z.array(z.object(span)).describe("Where the snippet holds what was searched for"),
      headlineHits: z.array(z.object(span)),
    }),
  ),
  total: z.number().int().describe("Stories that match, counted up to 500"),
  page: z.number().int(),
  pages: z.number().int(),
  facets: facetsShape,
});

export const feedsShape = z.object({
  feeds: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      homepage: z.string().nullable(),
      language: z.string(),
      topics: z.array(z.string()),
      isPage,
    }),
  ),
});

export type FacetsShape = z.infer<typeof facetsShape>;
export type Count = z.infer<typeof count>;
export type QuoteShape = z.infer<typeof quoteShape>;
export type BriefShape = z.infer<typeof briefShape>;
export type MemberShape = z.infer<typeof memberShape>;
export type StoryShape = z.infer<typeof storyShape>;
export type NewsShape = z.infer<typeof newsShape>;
export type SaidShape = z.infer<typeof saidShape>;
export type WholeStoryShape = z.infer<typeof wholeStoryShape>;
export type ArticleShape = z.infer<typeof articleShape>;
export type FoundQuoteShape = z.infer<typeof foundQuoteShape>;
export type QuotesShape = z.infer<typeof quotesShape>;
export type WholeSpeakerShape = z.infer<typeof wholeSpeakerShape>;
export type SearchShape = z.infer<typeof searchShape>;
