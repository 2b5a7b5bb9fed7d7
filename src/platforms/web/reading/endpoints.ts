/** The page's API as a table: each path with what it takes, what it gives, and what does it. */

import type { z } from "zod";
import {
  newsQuestion,
  quotesQuestion,
  roomQuestion,
  searchQuestion,
  speakerQuestion,
  speakersQuestion,
  storyQuestion,
  wordFault,
} from "./questions.ts";
import { readArticle } from "./read-article.ts";
import { readNews, readStory } from "./read-news.ts";
import { readSearch } from "./read-search.ts";
import { readQuotes, readSpeaker, readSpeakers } from "./read-speaker.ts";
import {
  articleShape,
  feedsShape,
  newsShape,
  quotesShape,
  searchShape,
  speakersShape,
  wholeSpeakerShape,
  wholeStoryShape,
} from "./shapes.ts";
import type { Reader } from "./to-shapes.ts";

interface Draft<Question extends z.ZodObject, Shape extends z.ZodType> {
  /** As OpenAPI writes it: `/api/stories/{id}`. */
  readonly path: string;
  readonly name: string;
  readonly about: string;
  readonly question: Question;
  readonly shape: Shape;
  /** What stands in the path for `{…}` is given as it was written there; null when there is no such thing. */
  readonly read: (question: z.infer<Question>, reader: Reader, named: string) => Promise<z.infer<Shape> | null>;
}

export interface Endpoint extends Omit<Draft<z.ZodObject, z.ZodType>, "read"> {
  /** A sentence with what was expected when the query is none of its own. */
  readonly ask: (
    query: Readonly<Record<string, string>>,
  ) => ((reader: Reader, named: string) => Promise<unknown>) | string;
}

function define<Question extends z.ZodObject, Shape extends z.ZodType>(draft: Draft<Question, Shape>): Endpoint {
  const { read, ...described } = draft;
  return {
    ...described,
    ask(query) {
      // An empty field of a form is one that was left out.
      const asked = Object.fromEntries(
        Object.entries(query).filter(([name, value]) => value !== "" || name in draft.question.shape),
      );
      const { data, error } = draft.question.strict().safeParse(asked);
      if (error !== undefined) return wordFault(draft.question, error);
      return (reader, named) => read(data as z.infer<Question>, reader, named);
    },
  };
}

export const ENDPOINTS: readonly Endpoint[] = [
  define({
    path: "/api/news",
    name: "News",
    about: "Stories with their articles, the newest first",
    question: newsQuestion,
    shape: newsShape,
    read: readNews,
  }),
  define({
    path: "/api/stories/{id}",
    name: "Story",
    about: "One story: how it grew, its briefs, and who said what",
    question: storyQuestion,
    shape: wholeStoryShape,
    read: (question, reader, id) => readStory(id, question, reader),
  }),
  define({
    path: "/api/articles/{id}",
    name: "Article",
    about: "One article: its text, where each sentence and quote of its brief stands, its editions",
    question: roomQuestion,
    shape: articleShape,
    read: (_, reader, id) => readArticle(id, reader),
  }),
  define({
    path: "/api/speakers",
    name: "Speakers",
    about: "Who is quoted: those whose name or role begins so, or the most quoted",
    question: speakersQuestion,
    shape: speakersShape,
    read: readSpeakers,
  }),
  define({
    path: "/api/speakers/{name}",
    name: "Speaker",
    about: "Everything one speaker said, over time, by topic and by outlet",
    question: speakerQuestion,
    shape: wholeSpeakerShape,
    read: (question, reader, name) => readSpeaker(name, question, reader),
  }),
  define({
    path: "/api/quotes",
    name: "Quotes",
    about: "Quotes by speaker and words, the best match first",
    question: quotesQuestion,
    shape: quotesShape,
    read: readQuotes,
  }),
  define({
    path: "/api/search",
    name: "Search",
    about: "Stories that match, with hits, and how all matches fall",
    question: searchQuestion,
    shape: searchShape,
    read: readSearch,
  }),
  define({
    path: "/api/feeds",
    name: "Feeds",
    about: "The feeds this room sees",
    question: roomQuestion,
    shape: feedsShape,
    async read(_, { archive }) {
      const feeds = await archive.feeds.list();
      return {
        feeds: feeds.map(({ id, title, homepage, language, topics, isPage }) => ({
          id,
          title,
          homepage,
          language,
          topics: [...topics],
          ...(isPage === true ? { isPage } : {}),
        })),
      };
    },
  }),
];

const PATTERNS = ENDPOINTS.map((endpoint) => ({
  endpoint,
  pattern: new RegExp(`^${endpoint.path.replace(/\{\w+\}/, "([^/]{1,600})")}$`),
}));

/** Null for a text that is no part of an address. */
export function decodePart(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The endpoint of a path, and what is named in it. */
export function findEndpoint(path: string): { readonly endpoint: Endpoint; readonly named: string } | null {
  for (const { endpoint, pattern } of PATTERNS) {
    const match = pattern.exec(path);
    const named = match === null ? null : decodePart(match[1] ?? "");
    if (named !== null) return { endpoint, named };
  }
  return null;
}
