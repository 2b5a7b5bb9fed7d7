/** A site without a feed, poll after poll: what is news on its page, what is told of trouble, and the feed that wins. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { READING_TASKS } from "../../../src/answers/reading-tasks.ts";
import { PASSED_OVER } from "../../../src/domain/feed.ts";
import type { Store } from "../../../src/domain/store.ts";
import { EMPTY_QUERY } from "../../../src/domain/store.ts";
import { EMPTY_FILTER } from "../../../src/domain/subscription.ts";
import { toUrlEntryKey } from "../../../src/feeds/entry-key.ts";
import { followIndex } from "../../../src/feeds/sites/find-site.ts";
import type { SiteAnswer } from "../../../src/feeds/sites/read-site.ts";
import { createReservations } from "../../../src/feeds/sites/reservations.ts";
import type { Download } from "../../../src/net/download.ts";
import { createRobots } from "../../../src/net/robots.ts";
import { type PipelineDependencies, pollFeed } from "../../../src/news/pipeline.ts";
import { ask } from "../../helpers/ask.ts";
import { buildFeed, buildSubscription, NOW } from "../../helpers/build.ts";
import { buildPolling } from "../../helpers/build-polling.ts";
import { createMadeWeb, type MadeWeb } from "../../helpers/made-web.ts";
import { HEADLINES, PAGE_URL, pathOf, toCard, toPage, urlOf } from "../../helpers/site-pages.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const HOUR_MS = 60 * 60 * 1000;
const SITE = buildFeed({ title: "Quay Post", url: PAGE_URL, homepage: PAGE_URL, origin: "added", isPage: true });

let store: Store;
let web: MadeWeb;
let now: Date;
let polling: PipelineDependencies;

/** What an article says, and when it says it was published; undated where null. */
const toArticle = (index: number, publishedAt: Date | null): string =>
  `<html lang="en"><head><title>${HEADLINES[index]}</title>${publishedAt === null ? "" : `<meta property="article:published_time" content="${publishedAt.toISOString()}">`}</head><body><article><h1>${HEADLINES[index]}</h1>
  <p>${HEADLINES[index]}, the council of the town decided on Friday after a long meeting in the old harbor hall.</p>
  <p>“We looked at it number by number for ${index + 3} weeks,” said Ada Lindqvist, who leads the council's work on the harbor.</p>
  <p>People along the quay may say what they think of it until the spring, when work number ${index} begins.</p></article></body></html>`;

const show = (...indexes: readonly number[]): void => {
  web.pages.set(PAGE_URL, toPage(indexes.map((index) => toCard(index)).join("")));
};
const publishAt = (index: number, at: Date | null): void => {
  web.pages.set(urlOf(index), toArticle(index, at));
};

beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([SITE], NOW);
  await store.subscriptions.add(buildSubscription({ filter: { ...EMPTY_FILTER, feedIds: [SITE.id] } }));
  web = createMadeWeb({});
  now = NOW;
  for (const index of [0, 1, 2]) publishAt(index, new Date(NOW.getTime() - 30 * 24 * HOUR_MS));
  show(0, 1, 2);
  const { download } = web;
  const clock = () => now;
  const { mayRead } = createRobots({ download, userAgent: "Pullquote", clock });
  const sites = { ...READING_TASKS, isReserved: createReservations(download, clock).isReserved };
  polling = buildPolling({ store, download, clock, mayRead, sites });
});
afterEach(() => store.close());

async function poll(hours = 1): Promise<void> {
  now = new Date(now.getTime() + hours * HOUR_MS);
  await pollFeed(await store.feeds.getState(SITE.id), polling);
}
const listHeadlines = async () =>
  (await store.articles.search({ ...EMPTY_QUERY, limit: 20, ownFeedIds: [SITE.id] })).briefs.map(
    ({ brief }) => brief.headline,
  );
const owedCount = async () => (await store.outbox.count()).pending;
const stateOf = () => store.feeds.getState(SITE.id);

test("nothing old is posted at first look; what is new on the page is read, dated by itself, and posted", async () => {
  await poll();
  expect(await listHeadlines()).toEqual([]);
  show(3, 0, 1, 2);
  publishAt(3, now);
  await poll();
  expect(await listHeadlines()).toEqual([HEADLINES[3]]);
  expect(await owedCount()).toBe(1);
  await poll();
  expect(await owedCount()).toBe(1);
  const { nextPollAt, lastError } = await stateOf();
  expect(nextPollAt.getTime() - now.getTime()).toBeGreaterThanOrEqual(0.5 * HOUR_MS);
  expect(lastError).toBeNull();
});

test("dated news are there at first look, and only the newest is posted", async () => {
  const time = `<time datetime="${NOW.toISOString()}">today</time>`;
  web.pages.set(PAGE_URL, toPage([0, 1, 2].map((index) => toCard(index, time)).join("")));
  for (const index of [0, 1, 2]) publishAt(index, NOW);
  await poll();
  expect((await listHeadlines()).length).toBe(3);
  expect(await owedCount()).toBe(1);
});

test("an old article that is shown again, and a headline whose page is no article, are no news", async () => {
  await poll();
  show(4, 5, 0, 1, 2);
  publishAt(4, new Date(NOW.getTime() - 400 * 24 * HOUR_MS));
  web.pages.set(urlOf(5), "<html><head><meta name='tdm-reservation' content='1'></head><body>Reserved.</body></html>");
  await poll();
  expect(await listHeadlines()).toEqual([]);
  expect((await store.feeds.findSeenEntry(toUrlEntryKey(urlOf(4))))?.reason).toBe(PASSED_OVER.asOld);
  expect((await store.feeds.findSeenEntry(toUrlEntryKey(urlOf(5))))?.reason).toContain("text mining");
  // A page that fails is tried again.
  show(3, 0, 1, 2);
  await poll();
  expect(await listHeadlines()).toEqual([]);
  publishAt(3, now);
  await poll();
  expect(await listHeadlines()).toEqual([HEADLINES[3]]);
});

test("a page whose structure is lost is told by /why, and what comes back is no flood", async () => {
  await poll();
  web.pages.set(PAGE_URL, "<html><body><div id='root'></div></body></html>");
  await poll();
  expect(await stateOf()).toMatchObject({ failureCount: 1, lastError: "The page shows no list of linked headlines." });
  const why = await ask(`/why ${urlOf(3)}`, { store, destination: buildSubscription().destination, now });
  expect(why.text).toBe(
    "Quay Post has no feed and is read from its page. That fails at the moment, so that its news is not seen: The page shows no list of linked headlines.",
  );
  show(0, 1, 2);
  await poll();
  const well = await ask(`/why ${urlOf(3)}`, { store, destination: buildSubscription().destination, now });
  expect(well.text).toContain("The page was last read just now.");
  expect(await owedCount()).toBe(0);
});

test.each([
  [
    "its robots.txt",
    `${PAGE_URL}robots.txt`,
    "User-agent: *\nDisallow: /",
    "The site asks robots not to read this page.",
  ],
  [
    "a reservation for the site",
    `${PAGE_URL}.well-known/tdmrep.json`,
    '[{"location": "/*", "tdm-reservation": 1}]',
    "The site reserves its pages from text mining.",
  ],
])("a site that forbids it by %s is not read any more", async (_how, url, text, reason) => {
  await poll();
  web.pages.set(url, text);
  show(3, 0, 1, 2);
  publishAt(3, now);
  web.asked.length = 0;
  await poll(25);
  expect((await stateOf()).lastError).toBe(reason);
  expect(web.asked).not.toContain(PAGE_URL);
});

const toFeed = (...indexes: readonly number[]): string =>
  `<rss version="2.0"><channel><title>Quay Post</title>${indexes.map((index) => `<item><guid isPermaLink="false">q${index}</guid><link>${urlOf(index)}</link><title>${HEADLINES[index]}</title><pubDate>${new Date(now.getTime() + HOUR_MS).toUTCString()}</pubDate></item>`).join("")}</channel></rss>`;

test("a feed that the page names takes its place: nothing comes twice, nothing is lost", async () => {
  await poll();
  show(3, 0, 1, 2);
  publishAt(3, now);
  await poll();
  publishAt(4, now);
  web.pages.set(`${PAGE_URL}feed.xml`, toFeed(4, 3, 0));
  const link = '<link rel="alternate" type="application/rss+xml" href="/feed.xml">';
  web.pages.set(PAGE_URL, toPage([3, 0, 1, 2].map((index) => toCard(index)).join(""), link));
  // A day after it was last looked for.
  await poll(25);
  expect(await store.feeds.find(SITE.id)).toEqual({ ...SITE, url: `${PAGE_URL}feed.xml`, isPage: undefined });
  await poll();
  expect((await listHeadlines()).toSorted()).toEqual([HEADLINES[3], HEADLINES[4]].toSorted());
  expect(await owedCount()).toBe(2);
});

test("a feed at a usual place is looked for once a week", async () => {
  await poll();
  const countOf = () => web.asked.filter((url) => url === `${PAGE_URL}rss`).length;
  for (let day = 0; day < 6; day += 1) await poll(24);
  expect(countOf()).toBe(0);
  await poll(25);
  expect(countOf()).toBe(1);
  await poll(24);
  expect(countOf()).toBe(1);
});

test("a page or a sitemap that leads to another site is read only where that site allows it", async () => {
  const elsewhere = "https://other.example/news";
  web.pages.set("https://other.example/robots.txt", "User-agent: *\nDisallow: /");
  web.pages.set(elsewhere, toPage([3, 4, 5].map((index) => toCard(index)).join("")));
  const leading: Download = (url, options) => web.download(url === PAGE_URL ? elsewhere : url, options);
  polling = { ...polling, download: leading };
  await poll();
  expect(await stateOf()).toMatchObject({
    lastSuccessAt: null,
    lastError: "The site asks robots not to read this page.",
  });

  const sitemap = `${PAGE_URL}sitemap.xml`;
  const item = `<url><loc>https://other.example${pathOf(0)}</loc><news:news><news:title>${HEADLINES[0]}</news:title></news:news></url>`;
  web.pages.set(elsewhere, `<urlset>${item}</urlset>`);
  const index: SiteAnswer = {
    site: { title: null, language: null, entries: [], foundIn: "index", sitemaps: [sitemap], feeds: [] },
  };
  const { readSite } = READING_TASKS;
  const mayRead = async (url: string): Promise<boolean> => new URL(url).host !== "other.example";
  const download: Download = (_url, options) => web.download(elsewhere, options);
  const reading = { readSite, mayRead, isReserved: async () => false, download };
  expect(await followIndex(index, reading)).toEqual({ reason: "The site's sitemaps hold no news.", feeds: [] });
  expect(await followIndex(index, { ...reading, mayRead: async () => true })).toMatchObject({
    site: { foundIn: "sitemap" },
  });
});
