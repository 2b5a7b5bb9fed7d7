/** Publications for tests: valid by default, the point of the test spelt out. */

import type { NewArticle, Quote } from "../../src/domain/article.ts";
import { toFeedId, toSubscriptionId } from "../../src/domain/id.ts";
import type { Publication, Recipient } from "../../src/domain/store.ts";
import type { Destination } from "../../src/domain/subscription.ts";

export const NOON = new Date("2026-03-04T12:00:00Z");
export const HARBOR = toFeedId("harbor-wire");

export const later = (ms: number): Date => new Date(NOON.getTime() + ms);

/** A quote of these words, wherever they stand in the text. */
export function buildQuote(
  text: string,
  words: string,
  name: string | null,
  kind: "person" | "unnamed" = "person",
): Quote {
  const start = text.indexOf(words);
  const speaker = name === null ? null : { mention: name, start: 0, end: 0, name, role: null, kind };
  return { text: words, start, end: start + words.length, type: "direct", speaker, cue: null, group: 0 };
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

let count = 0;

export function buildPublication(parts: PublicationParts = {}): Publication {
  count += 1;
  const now = parts.now ?? NOON;
  const url = parts.article?.url ?? `https://harbor.example/news/${count}`;
  const title = parts.article?.title ?? parts.headline ?? `Ferry number ${count} is late`;
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
    text: `The ferry left the harbor late on run ${count}.`,
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
