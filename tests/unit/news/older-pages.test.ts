/** A gap an outage left is filled from the feed's older pages, and nothing else is read from them. */

import { afterEach, beforeEach, expect, test } from "vitest";
import type { Store } from "../../../src/domain/store.ts";
import type { Download } from "../../../src/net/download.ts";
import { pollFeed } from "../../../src/news/pipeline.ts";
import { buildFeed, NOW } from "../../helpers/build.ts";
import { buildPolling } from "../../helpers/build-polling.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const FEED = buildFeed();
const HOUR_MS = 3_600_000;
const PER_PAGE = 3;

let store: Store;
let nowMs: number;
/** Entries of the feed so far, three on a page, the newest on the first. */
let entryCount: number;
let names: string;
let pageCount: number;
let readPages: string[];
let isBroken: boolean;

const pageUrl = (page: number): string => (page === 0 ? FEED.url : `${FEED.url}?page=${page}`);

function document(page: number): string {
  const last = entryCount - page * PER_PAGE;
  const numbers = [last, last - 1, last - 2].filter((each) => each > 0);
  const items = numbers.map(
    (n) =>
      `<entry><id>${names}-${n}</id><title>${names} story number ${n}</title><link href="http://127.0.0.1:9/${names}/${n}"/><updated>${new Date(NOW.getTime() + n * HOUR_MS).toISOString()}</updated></entry>`,
  );
  // The last page names the first again, as some servers do.
  const next = `<link rel="next" href="${pageUrl((page + 1) % pageCount)}"/>`;
  return `<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbor Wire</title>${next}${items.join("")}</feed>`;
}

const download: Download = async (url) => {
  const page = Number(/page=(\d+)/.exec(url)?.[1] ?? 0);
  const isFeed = url.startsWith(FEED.url);
  if (isFeed) readPages.push(url);
  if (isFeed && page > 0 && isBroken) {
    return { status: "failed", kind: "http", httpStatus: 500, retryAfterMs: null, reason: "It failed." };
  }
  const text = `What was told of ${url} in Port Halden is long enough to be read as an article of its own. `.repeat(4);
  const html = `<html lang="en"><body><article><h1>News</h1><p>${text}</p></article></body></html>`;
  return {
    status: "fresh",
    url,
    permanentUrl: null,
    body: new TextEncoder().encode(isFeed ? document(page) : html),
    contentType: isFeed ? "application/atom+xml" : "text/html",
    etag: null,
    lastModified: null,
    hints: { maxAgeMs: null, retryAfterMs: null },
    xRobotsTag: null,
    tdmReservation: null,
    link: null,
  };
};

async function poll(): Promise<void> {
  readPages = [];
  await pollFeed(await store.feeds.getState(FEED.id), buildPolling({ store, download, clock: () => new Date(nowMs) }));
}

const findStory = (n: number) => store.articles.findByUrl(`http://127.0.0.1:9/${names}/${n}`);
const findStored = async (): Promise<readonly number[]> => {
  const found: number[] = [];
  for (let n = 1; n <= entryCount; n += 1) if ((await findStory(n)) !== null) found.push(n);
  return found;
};

/** After so many hours without a poll, one new entry each. */
async function pollAfter(hours: number): Promise<void> {
  entryCount += hours;
  nowMs += hours * HOUR_MS;
  await poll();
}

beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([FEED], NOW);
  [entryCount, pageCount, names, isBroken] = [4, 20, "first", false];
  nowMs = NOW.getTime() + entryCount * HOUR_MS;
  await poll();
});
afterEach(() => store.close());

test("of a new feed only its first page is read", () => {
  expect(readPages).toEqual([FEED.url]);
});

test("a feed of which something is known is read on its first page only", async () => {
  await pollAfter(2);
  expect(readPages).toEqual([FEED.url]);
  expect(await findStored()).toEqual([2, 3, 4, 5, 6]);
});

test("after an outage the entries between are read from the older pages, down to the first known one", async () => {
  await pollAfter(7);
  expect(readPages).toEqual([0, 1, 2].map(pageUrl));
  expect(await findStored()).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  await pollAfter(1);
  expect(readPages).toEqual([FEED.url]);
});

test("a gap longer than three pages stays, and no more of them is asked for", async () => {
  await pollAfter(16);
  expect(readPages).toEqual([0, 1, 2, 3].map(pageUrl));
  expect(await findStored()).toEqual([2, 3, 4, 18, 19, 20]);
});

test("a feed that renamed all it has is not taken for one with a gap", async () => {
  names = "second";
  await pollAfter(1);
  expect(readPages).toEqual([0, 1, 2].map(pageUrl));
  // Only what was published since is news; the others stand under their old names.
  expect(await findStored()).toEqual([5]);
});

test("an older page that cannot be read leaves the gap, and the feed works as before", async () => {
  isBroken = true;
  await pollAfter(7);
  expect(await findStored()).toEqual([2, 3, 4, 9, 10, 11]);
});

test("pages that name one another are read once", async () => {
  pageCount = 2;
  names = "third";
  await pollAfter(30);
  expect(readPages).toEqual([0, 1].map(pageUrl));
});
