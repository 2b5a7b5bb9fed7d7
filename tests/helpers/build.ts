/** Domain objects valid by default, so that a test spells out only its point. */

import type { Article, Brief, NewArticle, Quote, Speaker } from "../../src/domain/article.ts";
import type { Feed } from "../../src/domain/feed.ts";
import { toFeedId } from "../../src/domain/id.ts";
import type { Publication } from "../../src/domain/store.ts";
import { DEFAULT_DISPLAY, EMPTY_FILTER, type NewSubscription } from "../../src/domain/subscription.ts";

export const NOW = new Date("2026-11-20T12:00:00Z");

export function buildFeed(part: Partial<Feed> = {}): Feed {
  return {
    id: toFeedId("harbor-wire"),
    title: "Harbor Wire",
    url: "http://127.0.0.1:9/harbor.xml",
    homepage: "http://127.0.0.1:9/",
    topics: ["local"],
    region: "Vessland",
    language: "en",
    origin: "catalog",
    ...part,
  };
}

const TEXT =
  "The ferry to Port Halden will stop for a week, the harbor office said on Friday.\n\n“We cannot sail with one engine,” harbor master Ada Lindqvist said. “Safety comes first.”\n\nTickets will be paid back.";

export function buildArticle(part: Partial<NewArticle> = {}): NewArticle {
  return {
    feedId: toFeedId("harbor-wire"),
    url: "http://127.0.0.1:9/ferry",
    canonicalUrl: "http://127.0.0.1:9/ferry",
    title: "Ferry to Port Halden stops for a week",
    byline: null,
    outlet: "Harbor Wire",
    agency: null,
    publishedAt: new Date("2026-11-20T09:00:00Z"),
    fetchedAt: NOW,
    language: "en",
    imageUrl: null,
    text: TEXT,
    basis: "page",
    basisReason: null,
    ...part,
  };
}

/** A quote of the given words, which must stand in the text; spoken by the given name, if any. */
export function buildQuote(text: string, words: string, name: string | null, part: Partial<Quote> = {}): Quote {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`The text has no “${words}”.`);
  const at = name === null ? -1 : Math.max(0, text.indexOf(name));
  const speaker: Speaker | null =
    name === null
      ? null
      : {
          mention: text.slice(at, at + name.length),
          start: at,
          end: at + name.length,
          name,
          role: null,
          kind: "person",
        };
  return { text: words, start, end: start + words.length, type: "direct", speaker, cue: null, group: 0, ...part };
}

export function buildBrief(article: Pick<Article, "title" | "text">, part: Partial<Brief> = {}): Brief {
  const end = article.text.indexOf("\n\n") < 0 ? article.text.length : article.text.indexOf("\n\n");
  return {
    headline: article.title,
    sentences: [{ text: article.text.slice(0, end), start: 0, end, edited: false }],
    quotes: [],
    summarizer: "extractive",
    ...part,
  };
}

export function buildPublication(part: Partial<Publication> & { readonly article?: NewArticle } = {}): Publication {
  const article = part.article ?? buildArticle();
  const quotes =
    part.quotes ??
    (article.text === TEXT
      ? [
          buildQuote(TEXT, "We cannot sail with one engine,", "Ada Lindqvist"),
          buildQuote(TEXT, "Safety comes first.", "Ada Lindqvist"),
        ]
      : []);
  return {
    article,
    brief: buildBrief(article, { quotes }),
    quotes,
    entryKeys: [article.canonicalUrl],
    topics: ["local"],
    recipients: [],
    now: NOW,
    ...part,
  };
}

export function buildSubscription(part: Partial<NewSubscription> = {}): NewSubscription {
  return {
    destination: { platform: "web", address: "main" },
    filter: EMPTY_FILTER,
    display: DEFAULT_DISPLAY,
    createdAt: NOW,
    pausedReason: null,
    ...part,
  };
}
