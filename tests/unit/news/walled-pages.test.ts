/** An entry whose page shows a wall: the feed's own text stands in, no article is replaced, and the page is looked at again. */

import { beforeEach, expect, test } from "vitest";
import type { Store } from "../../../src/domain/store.ts";
import type { Download } from "../../../src/net/download.ts";
import { type PipelineDependencies, pollFeed } from "../../../src/news/pipeline.ts";
import { buildFeed, NOW } from "../../helpers/build.ts";
import { buildPolling } from "../../helpers/build-polling.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const FEED = buildFeed();
const HOUR_MS = 60 * 60 * 1000;
const TITLE = "Mill of Ostrava grinds again";
const SUMMARY = "The mill will grind from May, its owners told the council.";
const TEXT =
  "The mill of Ostrava Bridge will grind again from May, its new owners told the parish council on Thursday night. They paid for the roof and the two wheels themselves, and the council waived the fee for the water right.";

let store: Store;
let nowMs: number;
let shown: { url?: string; html: string };
let title: string;
let readCount: number;
let isSameDocument: boolean;
let polling: PipelineDependencies;

const URL_OF_ENTRY = "https://valley.example/2031/mill";
const toPage = (heading: string, text: string): string =>
  `<html lang="en"><head><title>${heading}</title></head><body><article><h1>${heading}</h1><p>${text}</p></article></body></html>`;
const CHECK = toPage("Just a moment…", "Verify you are human by completing the action below. Ray ID: 8a1b2c");

const download: Download = async (url) => {
  const isFeed = url === FEED.url;
  if (!isFeed) readCount += 1;
  const item = `<item><guid>mill</guid><link>${URL_OF_ENTRY}</link><title>${title}</title><description>${SUMMARY}</description><pubDate>${NOW.toUTCString()}</pubDate></item>`;
  // Another counter each time: the document changes at every poll.
  const ttl = isSameDocument ? "" : `<ttl>${nowMs % 1e6}</ttl>`;
  const feed = `<rss version="2.0"><channel><title>Valley Post</title>${ttl}${item}</channel></rss>`;
  return {
    status: "fresh",
    url: isFeed ? url : (shown.url ?? url),
    permanentUrl: null,
    body: new TextEncoder().encode(isFeed ? feed : shown.html),
    contentType: isFeed ? "application/rss+xml" : "text/html",
    etag: null,
    lastModified: null,
    hints: { maxAgeMs: null, retryAfterMs: null } as never,
    xRobotsTag: null,
    tdmReservation: null,
    link: null,
  };
};

async function poll(afterMs = 0): Promise<void> {
  nowMs += afterMs;
  const state = await store.feeds.getState(FEED.id);
  await pollFeed(state, polling);
}
const stored = async () => await store.articles.findByUrl(URL_OF_ENTRY);

beforeEach(async () => {
  store = await openMemoryStore();
  nowMs = NOW.getTime();
  title = TITLE;
  readCount = 0;
  isSameDocument = false;
  shown = { html: toPage(TITLE, TEXT) };
  await store.feeds.save([FEED], NOW);
  polling = buildPolling({ store, download, clock: () => new Date(nowMs) });
});

test.each([
  ["a check of the browser", { html: CHECK }],
  [
    "a page about nothing of the entry",
    { html: toPage("Valley Post", "Welcome to the paper of the coast. ".repeat(9)) },
  ],
  ["the front page", { url: "https://valley.example/", html: toPage(TITLE, TEXT) }],
  ["a log-in at another address", { url: "https://valley.example/login?next=mill", html: toPage(TITLE, TEXT) }],
])("%s: the feed's own text is published, with the reason", async (_, page) => {
  shown = page;
  await poll();
  const article = (await stored())?.article;
  expect(article).toMatchObject({ basis: "feed", text: SUMMARY, basisReason: expect.stringMatching(/^The .*\.$/) });
});

test("the page is looked at again in some hours, and the post corrected when it is back", async () => {
  shown = { html: CHECK };
  await poll();
  await poll(10 * 60 * 1000);
  expect(readCount).toBe(1);
  await poll(HOUR_MS);
  await poll(10 * 60 * 1000);
  expect(readCount).toBe(2);
  expect(await stored()).toMatchObject({ isUpdated: false, article: { basis: "feed" } });

  shown = { html: toPage(TITLE, TEXT) };
  await poll(4 * HOUR_MS);
  expect(await stored()).toMatchObject({ isUpdated: true, article: { basis: "page", text: TEXT } });
  await poll(8 * HOUR_MS);
  expect(readCount).toBe(3);
});

test("a wall that stays is looked at four times in a day, and then no more", async () => {
  shown = { html: CHECK };
  await poll();
  for (let hour = 0; hour < 40; hour += 1) await poll(HOUR_MS);
  expect(readCount).toBe(5);
  expect(await stored()).toMatchObject({ isUpdated: false, article: { basis: "feed" } });
});

test("an entry that changes while its page shows a wall leaves the article as it was", async () => {
  await poll();
  title = `${TITLE}, say owners`;
  shown = { html: CHECK };
  await poll(HOUR_MS);
  expect((await stored())?.article).toMatchObject({ basis: "page", title: TITLE, text: TEXT });
});

test("the page is looked at again in its time though the feed's document does not change", async () => {
  isSameDocument = true;
  shown = { html: CHECK };
  await poll();
  const { nextPollAt } = await store.feeds.getState(FEED.id);
  expect(nextPollAt.getTime() - nowMs).toBeLessThanOrEqual(HOUR_MS);
  await poll(10 * 60 * 1000);
  expect(readCount).toBe(1);
  shown = { html: toPage(TITLE, TEXT) };
  await poll(HOUR_MS);
  expect(readCount).toBe(2);
  expect(await stored()).toMatchObject({ isUpdated: true, article: { basis: "page", text: TEXT } });
});
