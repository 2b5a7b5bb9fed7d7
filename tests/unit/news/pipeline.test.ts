/** Entries that change after they were published: what is read again, what is not, and what never becomes news. */

import { afterEach, beforeEach, expect, test } from "vitest";
import type { Store } from "../../../src/domain/store.ts";
import type { Destination } from "../../../src/domain/subscription.ts";
import { toUrlEntryKey } from "../../../src/feeds/entry-key.ts";
import type { Download } from "../../../src/net/download.ts";
import { type PipelineDependencies, pollFeed } from "../../../src/news/pipeline.ts";
import { ask } from "../../helpers/ask.ts";
import { buildFeed, buildSubscription, NOW } from "../../helpers/build.ts";
import { buildPolling } from "../../helpers/build-polling.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const FEED = buildFeed();
const ROOM: Destination = { platform: "web", address: "main" };
const HOUR_MS = 60 * 60 * 1000;
const TEXT =
  "The ferry to Port Halden will stop for a week, the harbor office said on Friday. It needs a new engine, and the old one cannot be mended before the end of the month. Tickets will be paid back at the pier and by mail to those who ask for it in writing.";

let store: Store;
let nowMs: number;
/** What the pages hold; one that is missing answers 500. */
let pages: Map<string, string>;
let feedText: string;
let readUrls: string[];
let polling: PipelineDependencies;

const toPage = (text: string, canonical = ""): string =>
  `<html lang="en"><head><title>Ferry</title>${canonical}</head><body><article><h1>Ferry</h1><p>${text}</p></article></body></html>`;
const urlOf = (name: string): string => `http://127.0.0.1:9/${name}`;

function list(
  ...entries: readonly { readonly name: string; readonly title: string; readonly summary?: string }[]
): void {
  const items = entries.map(
    ({ name, title, summary = "" }) =>
      `<item><guid>${name}</guid><link>${urlOf(name)}</link><title>${title}</title><description>${summary}</description><pubDate>${NOW.toUTCString()}</pubDate></item>`,
  );
  feedText = `<rss version="2.0"><channel><title>Harbor Wire</title>${items.join("")}</channel></rss>`;
}

const download: Download = async (url) => {
  const body = url === FEED.url ? feedText : pages.get(url);
  if (url !== FEED.url) readUrls.push(url);
  if (body === undefined) {
    return { status: "failed", kind: "http", httpStatus: 500, retryAfterMs: null, reason: "The server failed." };
  }
  return {
    status: "fresh",
    url,
    permanentUrl: null,
    body: new TextEncoder().encode(body),
    contentType: url === FEED.url ? "application/rss+xml" : "text/html",
    etag: null,
    lastModified: null,
    hints: { maxAgeMs: null, retryAfterMs: null } as never,
    xRobotsTag: null,
    tdmReservation: null,
    link: null,
  };
};

const poll = async (): Promise<void> => pollFeed(await store.feeds.getState(FEED.id), polling);
const owed = () => store.outbox.findByDestination(ROOM, 20);

beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([FEED], NOW);
  await store.subscriptions.add(buildSubscription({ destination: ROOM }));
  nowMs = NOW.getTime();
  pages = new Map();
  readUrls = [];
  polling = buildPolling({ store, download, clock: () => new Date(nowMs) });
  list();
  await poll();
  pages.set(urlOf("ferry"), toPage(TEXT));
  list({ name: "ferry", title: "Ferry stops" });
  await poll();
  expect(await owed()).toHaveLength(1);
  expect(readUrls).toEqual([urlOf("ferry")]);
});
afterEach(() => store.close());

test("an entry worded as before is not read again, whatever else its feed says", async () => {
  pages.set(urlOf("tram"), toPage(TEXT.replaceAll("ferry", "tram")));
  list({ name: "tram", title: "Tram stops" }, { name: "ferry", title: "Ferry stops", summary: "<img src='x.gif?42'>" });
  await poll();
  expect(readUrls).toEqual([urlOf("ferry"), urlOf("tram")]);
});

test("a corrected page is a new edition that is owed nowhere again", async () => {
  pages.set(urlOf("ferry"), toPage(TEXT.replace("a week", "a month")));
  list({ name: "ferry", title: "Ferry stops for a month" });
  await poll();
  const stored = await store.articles.findByUrl(urlOf("ferry"));
  expect(stored).toMatchObject({ isUpdated: true, article: { title: "Ferry stops for a month" } });
  expect(stored?.article.text).toContain("a month");
  expect(await owed()).toHaveLength(1);
  await poll();
  expect(readUrls).toHaveLength(2);
});

test("a page that calls itself by another name after its correction is no news", async () => {
  pages.set(urlOf("ferry"), toPage(`${TEXT} Corrected.`, `<link rel="canonical" href="${urlOf("other")}">`));
  list({ name: "ferry", title: "Ferry stops, corrected" });
  await poll();
  expect(await store.articles.count()).toBe(1);
  expect(await owed()).toHaveLength(1);
});

test("a page that cannot be read again leaves the article as it was, and is tried at the next polls", async () => {
  pages.delete(urlOf("ferry"));
  list({ name: "ferry", title: "Ferry stops for good", summary: "A summary that is no correction." });
  await poll();
  expect((await store.articles.findByUrl(urlOf("ferry")))?.article.title).toBe("Ferry stops");
  pages.set(urlOf("ferry"), toPage(`${TEXT} For good.`));
  await poll();
  expect((await store.articles.findByUrl(urlOf("ferry")))?.article.title).toBe("Ferry stops for good");
});

test("an article of the day before yesterday is not read again", async () => {
  nowMs += 25 * HOUR_MS;
  list({ name: "ferry", title: "Ferry stops, again" });
  await poll();
  expect(readUrls).toHaveLength(1);
});

test("a feed that words all its entries anew has three pages read in a poll, the others in the next ones", async () => {
  const names = ["a", "b", "c", "d", "e", "f"];
  for (const name of names) pages.set(urlOf(name), toPage(`${TEXT} This is the news of number ${name}.`));
  const ferry = { name: "ferry", title: "Ferry stops" };
  list(ferry, ...names.map((name) => ({ name, title: `News ${name}` })));
  await poll();
  readUrls = [];
  list(ferry, ...names.map((name) => ({ name, title: `News ${name} in other words` })));
  await poll();
  expect(readUrls).toHaveLength(3);
  await poll();
  await poll();
  expect(new Set(readUrls).size).toBe(6);
  expect(readUrls).toHaveLength(6);
});

const why = async (name: string): Promise<string> => (await ask(`/why ${urlOf(name)}?utm_source=x`, { store })).text;

test("an entry that could not be read was said to be in no feed", async () => {
  const publish = async (): Promise<never> => {
    throw new Error("The page has no words.");
  };
  polling = { ...polling, stories: { publish } };
  list({ name: "tram", title: "Tram stops" });
  await poll();
  expect(await why("tram")).toBe(
    "Harbor Wire has it, but it could not be read yet and is tried again: The page has no words.",
  );
  for (let tries = 0; tries < 2; tries += 1) await poll();
  expect(await why("tram")).toBe("Harbor Wire had it, but it could not be read: The page has no words.");
  expect(await why("nothing")).toContain("No article at");
});

test("an entry that was there before its feed was read, or came too late, was said to be in no feed", async () => {
  const items = (from: number, count: number, at: Date): string =>
    Array.from({ length: count }, (_, index) => from + index)
      .map(
        (each) =>
          `<item><link>${urlOf(`n${each}`)}</link><title>News ${each}</title><pubDate>${at.toUTCString()}</pubDate></item>`,
      )
      .join("");
  const wrap = (all: string): string => `<rss version="2.0"><channel><title>Harbor Wire</title>${all}</channel></rss>`;
  const state = await store.feeds.getState(FEED.id);
  await store.feeds.saveState({ ...state, lastSuccessAt: null, bodyHash: null });
  for (let each = 1; each <= 7; each += 1) pages.set(urlOf(`n${each}`), toPage(`${TEXT} This is number ${each}.`));
  feedText = wrap(items(1, 7, NOW));
  await poll();
  expect(await why("n7")).toBe(
    "Harbor Wire had it already when it was first read, so it is no news here. /brief reads it.",
  );
  expect(await why("n1")).not.toContain("/brief");
  feedText = wrap(items(1, 7, NOW) + items(8, 1, new Date(NOW.getTime() - 72 * HOUR_MS)));
  await poll();
  expect(await why("n8")).toBe("It was too old when Harbor Wire brought it, so it is no news here. /brief reads it.");
  await store.feeds.markSeen(FEED.id, [toUrlEntryKey(urlOf("n9"))], NOW, null);
  expect(await why("n9")).toContain("Harbor Wire had it, but it is not kept:");
});
