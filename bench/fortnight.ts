/**
 * `npx tsx bench/fortnight.ts [days] [articles a day] [days kept]`: two weeks of 500 feeds and 300 channels by a clock of
 * its own, as fast as the work can be done: polled, read, published, delivered, swept. A row for each day: memory, what
 * the database holds, its file, and the processor time. The network and the platform are made up; all else is real.
 */

import { mkdtempSync, rmSync, statSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { keepHouse } from "../src/app/housekeeping.ts";
import { createSiteMemory } from "../src/articles/site-lines/site-memory.ts";
import { deliverDue } from "../src/delivery/deliver.ts";
import { gatherDue } from "../src/delivery/gather.ts";
import type { Feed } from "../src/domain/feed.ts";
import { toFeedId } from "../src/domain/id.ts";
import { SILENT_LOG } from "../src/domain/platform.ts";
import { DEFAULT_DISPLAY, EMPTY_FILTER } from "../src/domain/subscription.ts";
import type { Download } from "../src/net/download.ts";
import { pollDue } from "../src/news/pipeline.ts";
import { openStore } from "../src/store/open.ts";
import { buildPolling } from "../tests/helpers/build-polling.ts";
import { collectGarbage } from "../tests/helpers/collect-garbage.ts";
import { buildDelivering, buildPlatform } from "../tests/helpers/fake-platform.ts";
import { tellDay } from "./day-news.ts";

const [DAYS = 14, PER_DAY = 500, KEPT_DAYS = 5] = process.argv.slice(2).map(Number);
const FEEDS = 500;
const CHANNELS = 300;
/** Every tenth channel has its news as a digest in the evening. */
const DIGEST_EACH = 10;
const SHOWN_MAX = 20;
const STORIES_PER_PAGE = 5;
const STEP_MS = 10 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
const STEPS_PER_HOUR = 6;
const AT_ONCE = 16;
const START_MS = Date.parse("2026-11-02T00:00:00Z");

const told = tellDay(1, 0, (DAYS * PER_DAY + FEEDS) * 21 * 60_000);
/** The n-th article appears in feed n mod 500; the first of each feed are old when the bot starts. */
const appearsAt = (number: number): number => START_MS + ((number - FEEDS) * DAY_MS) / PER_DAY;
const titleOf = (number: number): string => `Nr${number} ${told[number % told.length]?.title ?? ""}`;
const toUrl = (feed: number): string => `https://outlet-${feed}.example`;

let nowMs = START_MS;
const clock = (): Date => new Date(nowMs);

/** Newest first. */
function listShown(feed: number): readonly number[] {
  const last = Math.floor(((nowMs - START_MS) * PER_DAY) / DAY_MS) + FEEDS;
  const newest = last - ((((last - feed) % FEEDS) + FEEDS) % FEEDS);
  return Array.from({ length: SHOWN_MAX }, (_, index) => newest - index * FEEDS).filter((number) => number >= 0);
}

function toRss(feed: number): string {
  const items = listShown(feed).map(
    (number) =>
      `<item><title>${titleOf(number)}</title><link>${toUrl(feed)}/a/${number}.html</link><guid isPermaLink="false">g${number}</guid><pubDate>${new Date(appearsAt(number)).toUTCString()}</pubDate></item>`,
  );
  return `<rss version="2.0"><channel><title>Outlet ${feed}</title><link>${toUrl(feed)}/</link>${items.join("")}</channel></rss>`;
}

function toPage(number: number): string {
  const parts = Array.from({ length: STORIES_PER_PAGE }, (_, part) => told[(number + part * 811) % told.length]);
  const text = parts.flatMap((part) => part?.paragraphs ?? []).map((paragraph) => `<p>${paragraph}</p>`);
  const title = titleOf(number);
  return `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${text.join("")}</article></body></html>`;
}

const counts = { polls: 0, pages: 0, sent: 0 };

const download: Download = async (url, request) => {
  const [, feed = "", number] = /^https:\/\/outlet-(\d+)\.example\/(?:a\/(\d+)\.html)?/.exec(url) ?? [];
  const isPage = number !== undefined;
  counts[isPage ? "pages" : "polls"] += 1;
  const etag = isPage ? null : `"${listShown(Number(feed))[0]}"`;
  const found = { url, etag, lastModified: null, hints: { maxAgeMs: null, expiresAt: null } as never };
  if (etag !== null && request?.etag === etag) return { status: "unchanged", ...found };
  return {
    status: "fresh",
    ...found,
    permanentUrl: null,
    body: new TextEncoder().encode(isPage ? toPage(Number(number)) : toRss(Number(feed))),
    contentType: isPage ? "text/html" : "application/rss+xml",
    xRobotsTag: null,
    tdmReservation: null,
    link: null,
  };
};

const folder = mkdtempSync(join(tmpdir(), "pullquote-fortnight-"));
const path = join(folder, "bot.sqlite");
const store = await openStore(`sqlite:${path}`);
const feeds = Array.from(
  { length: FEEDS },
  (_, feed): Feed => ({
    id: toFeedId(`feed-${feed}`),
    title: `Outlet ${feed}`,
    url: `${toUrl(feed)}/`,
    homepage: null,
    topics: [],
    region: null,
    language: "en",
    origin: "catalog",
  }),
);
await store.feeds.save(feeds, clock());
for (let channel = 0; channel < CHANNELS; channel += 1) {
  const feedIds = [channel, channel + FEEDS - CHANNELS].map((feed) => toFeedId(`feed-${feed}`));
  const isDigest = channel % DIGEST_EACH === 0;
  await store.subscriptions.add({
    destination: { platform: "telegram", address: String(501 + channel) },
    filter: { ...EMPTY_FILTER, feedIds },
    display: isDigest ? { ...DEFAULT_DISPLAY, rhythm: "daily", digestAt: "18:00" } : DEFAULT_DISPLAY,
    createdAt: clock(),
    pausedReason: null,
  });
}
const siteMemory = createSiteMemory();
const news = buildPolling({ store, download, clock, siteMemory, polled: "catalog" });
const platform = buildPlatform({
  async send(_destination, _post, id) {
    counts.sent += 1;
    return { outcome: "sent", messageId: String(id) };
  },
});
const delivery = buildDelivering({ store, platform, clock });
const house = { store, siteMemory, retentionDays: KEPT_DAYS, clock, log: SILENT_LOG };

async function step(): Promise<void> {
  while ((await pollDue(news, AT_ONCE)) > 0);
  await gatherDue(delivery, AT_ONCE);
  while ((await deliverDue(delivery, AT_ONCE)) > 0);
}

const inMb = (bytes: number): string => (bytes / 1e6).toFixed(0);
const say = (...cells: readonly (string | number)[]): void => console.log(`| ${cells.join(" | ")} |`);
console.log(`${FEEDS} feeds, ${CHANNELS} channels, ${PER_DAY} articles a day, ${KEPT_DAYS} days kept\n`);
say(
  "day",
  "polls",
  "pages",
  "posts",
  "articles kept",
  "owed",
  "database MB",
  "heap MB",
  "resident MB",
  "CPU s",
  "load",
);
console.log(`|${"---|".repeat(11)}`);
for (let day = 1; day <= DAYS; day += 1) {
  Object.assign(counts, { polls: 0, pages: 0, sent: 0 });
  const before = process.cpuUsage();
  for (let count = 0; count < DAY_MS / STEP_MS; count += 1) {
    nowMs += STEP_MS;
    await step();
    if (count % STEPS_PER_HOUR === 0) await keepHouse(house);
  }
  const { user, system } = process.cpuUsage(before);
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  const { pending, waiting } = await store.outbox.count();
  const held = [await store.articles.count(), pending + waiting, inMb(statSync(path).size)];
  const used = [inMb(heapUsed), inMb(rss), ((user + system) / 1e6).toFixed(1), (loadavg()[0] ?? 0).toFixed(0)];
  say(day, counts.polls, counts.pages, counts.sent, ...held, ...used);
}
await store.close();
rmSync(folder, { recursive: true });
process.exit(0);
