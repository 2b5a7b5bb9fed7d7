/** Domain objects valid by default, so that a test spells out only its point. */

import type { Article, Brief, NewArticle, Quote, Speaker } from "../../src/domain/article.ts";
import type { Feed } from "../../src/domain/feed.ts";
import { toFeedId, toSubscriptionId } from "../../src/domain/id.ts";
import type { Publication, Recipient } from "../../src/domain/store.ts";
import {
  DEFAULT_DISPLAY,
  type Destination,
  EMPTY_FILTER,
  type NewSubscription,
} from "../../src/domain/subscription.ts";

export const NOW = new Date("2026-11-20T12:00:00Z");
export const NOON = new Date("2026-03-04T12:00:00Z");
export const HARBOR = toFeedId("harbor-wire");

export const later = (ms: number): Date => new Date(NOON.getTime() + ms);

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

export interface PublicationParts {
  readonly article?: Partial<NewArticle>;
  readonly headline?: string;
  readonly sentences?: readonly string[];
  readonly quotes?: readonly Quote[];
  readonly entryKeys?: readonly string[];
  readonly topics?: readonly string[];
  readonly recipients?: readonly Recipient[];
  readonly now?: Date;
}

let publicationCount = 0;

/** Each one is another article of the same feed. */
export function buildNumberedPublication(parts: PublicationParts = {}): Publication {
  publicationCount += 1;
  const now = parts.now ?? NOON;
  const url = parts.article?.url ?? `https://harbor.example/news/${publicationCount}`;
  const title = parts.article?.title ?? parts.headline ?? `Ferry number ${publicationCount} is late`;
  const article: NewArticle = {
    feedId: HARBOR,
    url,
    canonicalUrl: url,
    title,
    byline: "Ines Calder",
    outlet: "Harbor Wire",
    agency: null,
    publishedAt: now,
    fetchedAt: now,
    language: "en",
    imageUrl: null,
    text: `The ferry left the harbor late on run ${publicationCount}.`,
    basis: "page",
    basisReason: null,
    ...parts.article,
  };
  return {
    article,
    brief: {
      headline: parts.headline ?? title,
      sentences: (parts.sentences ?? []).map((text) => ({ text, start: 0, end: text.length, edited: true })),
      quotes: parts.quotes ?? [],
      summarizer: "extractive",
    },
    quotes: parts.quotes ?? [],
    entryKeys: parts.entryKeys ?? [url],
    topics: parts.topics ?? [],
    recipients: parts.recipients ?? [],
    now,
  };
}

export const toWebRoom = (address: string): Destination => ({ platform: "web", address });

export const buildRecipient = (address: string, subscriptionId = 1): Recipient => ({
  subscriptionId: toSubscriptionId(subscriptionId),
  destination: toWebRoom(address),
});
