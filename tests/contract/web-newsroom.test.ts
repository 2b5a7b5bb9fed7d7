/** The sample newsroom over real HTTP: feeds with validators, gzip, and a page for every link. */

import { afterEach, expect, test } from "vitest";
import { type Newsroom, startNewsroom } from "../../samples/newsroom.ts";

let newsroom: Newsroom | null = null;

afterEach(async () => {
  await newsroom?.stop();
  newsroom = null;
});

async function start(startWith: number): Promise<Newsroom> {
  newsroom = await startNewsroom({ intervalMs: 0, startWith, clock: () => new Date("2026-11-20T08:00:00Z") });
  return newsroom;
}

const countEntries = (text: string): number => (text.match(/<item[ >]|<entry>|"date_published"/g) ?? []).length;

test("every feed is answered in its own format and charset", async () => {
  const { feeds } = await start(12);
  const types = await Promise.all(feeds.map(async (feed) => (await fetch(feed.url)).headers.get("content-type")));
  expect(types).toEqual([
    "application/rss+xml; charset=utf-8",
    "application/atom+xml; charset=utf-8",
    "application/rdf+xml",
    "application/feed+json; charset=utf-8",
    "application/rss+xml; charset=iso-8859-1",
    "application/atom+xml; charset=utf-8",
    "application/rss+xml; charset=utf-8",
  ]);
});

test("a feed unchanged is 304 by either validator, and 200 once an article is published", async () => {
  const { feeds, publishNext } = await start(1);
  const url = feeds[0]?.url ?? "";
  const first = await fetch(url);
  const etag = first.headers.get("etag") ?? "";
  const lastModified = first.headers.get("last-modified") ?? "";
  expect((await fetch(url, { headers: { "If-None-Match": etag } })).status).toBe(304);
  expect((await fetch(url, { headers: { "If-Modified-Since": lastModified } })).status).toBe(304);
  publishNext();
  const second = await fetch(url, { headers: { "If-None-Match": etag } });
  expect(second.status).toBe(200);
  expect(countEntries(await second.text())).toBe(countEntries(await first.text()) + 1);
});

test("what is published has a page, and comes back under a new link when the order starts again", async () => {
  const { publishNext } = await start(0);
  const urls: string[] = [];
  for (let url = publishNext(); url !== null && urls.length < 60; url = publishNext()) urls.push(url);
  expect(new Set(urls).size).toBe(urls.length);
  const again = urls.find((url) => url.endsWith("/harbor-toll-vote-2.html")) ?? "";
  const page = await fetch(again);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain("<h1>Port Halden council approves harbor toll after nine-hour debate</h1>");
});

test("a page in an old charset is sent in its bytes", async () => {
  const { url } = await start(40);
  const page = await fetch(`${url}/karnseer-tagblatt/seilbahn.html`);
  expect(page.headers.get("content-type")).toBe("text/html; charset=iso-8859-1");
  const bytes = Buffer.from(await page.arrayBuffer());
  expect(bytes.includes(Buffer.from([0x84, ...Buffer.from("Heute h"), 0xf6, ...Buffer.from("rt")]))).toBe(true);
});

test("unknown pages are 404, writing is refused, robots are welcome", async () => {
  const { url } = await start(1);
  expect((await fetch(`${url}/port-halden-courier/nothing.html`)).status).toBe(404);
  expect((await fetch(url, { method: "POST" })).status).toBe(405);
  expect(await (await fetch(`${url}/robots.txt`)).text()).toContain("Allow: /");
});

test("once stopped it publishes no more", async () => {
  const { publishNext, stop } = await start(1);
  await stop();
  expect(publishNext()).toBeNull();
});
