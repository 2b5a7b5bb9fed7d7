/** A small store for the page's tests: a story of two outlets, an Arabic article, a correction, and somebody's own feed. */

import type { ArticleId } from "../../src/domain/id.ts";
import { toFeedId } from "../../src/domain/id.ts";
import type { Store } from "../../src/domain/store.ts";
import { EMPTY_FILTER } from "../../src/domain/subscription.ts";
import {
  buildArticle,
  buildBrief,
  buildFeed,
  buildNumberedPublication,
  buildQuote,
  buildSubscription,
  NOW,
} from "./build.ts";
import { openMemoryStore } from "./test-store.ts";

const HOUR_MS = 3_600_000;
const ago = (hours: number): Date => new Date(NOW.getTime() - hours * HOUR_MS);

export const FERRY =
  "The ferry to Port Halden will stop for a week, the harbor office said on Friday. Nobody was hurt.\n\n“We cannot sail with one engine,” harbor master Ada Lindqvist said. “Safety comes first.”\n\nTickets will be paid back.";
const TIDE =
  "Port Halden loses its ferry for seven days.\n\n“We cannot sail with one engine,” Ada Lindqvist said on Friday.\n\n“People here need that boat,” said Omar Vannick, who runs a bakery.";
const ARABIC = "توقفت العبارة أسبوعا كاملا. وقالت ليلى منصور: «لن نبحر بمحرك واحد».";
const OWN = "The yard of Quorrick closes.\n\n“It was our whole life,” said Petra Sealbrook.";

export interface Newsday {
  readonly store: Store;
  readonly first: ArticleId;
  readonly second: ArticleId;
  readonly arabic: ArticleId;
  /** A corrected article, in its old edition and its new one. */
  readonly old: ArticleId;
  readonly corrected: ArticleId;
  /** Of a feed that the room `cellar` added. */
  readonly own: ArticleId;
}

export async function openNewsday(): Promise<Newsday> {
  const store = await openMemoryStore();
  const feeds = [
    buildFeed(),
    buildFeed({ id: toFeedId("tide-daily"), title: "Tide Daily", url: "http://127.0.0.1:9/tide.xml" }),
    buildFeed({ id: toFeedId("mina"), title: "Al Mina", url: "http://127.0.0.1:9/mina.xml", language: "ar" }),
    buildFeed({
      id: toFeedId("board-minutes"),
      title: "Board minutes",
      url: "https://minutes.example/feed",
      origin: "added",
    }),
  ];
  await store.feeds.save(feeds, NOW);
  await store.subscriptions.add(
    buildSubscription({
      destination: { platform: "web", address: "cellar" },
      filter: { ...EMPTY_FILTER, feedIds: [toFeedId("board-minutes")] },
    }),
  );
  const publish = (
    title: string,
    text: string,
    hours: number,
    more: Parameters<typeof buildNumberedPublication>[0] & { readonly storyOf?: ArticleId; readonly isAdded?: boolean },
  ) => {
    const { storyOf = null, isAdded = false, ...parts } = more;
    const at = ago(hours);
    const article = buildArticle({ ...parts.article, title, text, publishedAt: at, fetchedAt: at });
    const url = parts.article?.url ?? `https://news.example/${encodeURIComponent(title)}`;
    const publication = buildNumberedPublication({
      ...parts,
      headline: title,
      article: { ...article, url, canonicalUrl: url },
      now: at,
    });
    const brief = buildBrief(article, { quotes: publication.quotes });
    return store.articles.publish({ ...publication, brief, storyOf, isAdded });
  };
  const engine = "We cannot sail with one engine,";
  const first = await publish("Ferry to Port Halden stops for a week", FERRY, 5, {
    article: { imageUrl: "https://pictures.example/ferry.jpg" },
    topics: ["local", "transport"],
    quotes: [buildQuote(FERRY, engine, "Ada Lindqvist", {}), buildQuote(FERRY, "Safety comes first.", "Ada Lindqvist")],
  });
  const second = await publish("Halden loses its ferry", TIDE, 3, {
    article: { feedId: toFeedId("tide-daily"), outlet: "Tide Daily" },
    topics: ["transport"],
    quotes: [
      buildQuote(TIDE, engine, "Ada Lindqvist"),
      buildQuote(TIDE, "People here need that boat,", "Omar Vannick"),
    ],
    storyOf: first,
  });
  const arabic = await publish("العبارة تتوقف أسبوعا", ARABIC, 20, {
    article: { feedId: toFeedId("mina"), outlet: "المينا", language: "ar" },
    topics: ["world"],
    quotes: [buildQuote(ARABIC, "لن نبحر بمحرك واحد", "ليلى منصور")],
  });
  const url = "https://news.example/market";
  const old = await publish("Market hall opens on Monday", "The market hall opens on Monday.", 30, {
    article: { url },
  });
  const corrected = await publish("Market hall opens on Tuesday", "The market hall opens on Tuesday, after all.", 29, {
    article: { url },
  });
  const own = await publish("Quorrick yard closes on Friday", OWN, 2, {
    article: { feedId: toFeedId("board-minutes"), outlet: "Board minutes" },
    topics: ["quorrick"],
    quotes: [buildQuote(OWN, "It was our whole life,", "Petra Sealbrook")],
    isAdded: true,
  });
  return { store, first, second, arabic, old, corrected, own };
}
