/** Feeds by their address: what is known already is never added again, in whatever form it is written. */

import { beforeEach, expect, test } from "vitest";
import type { Feed } from "../../../src/domain/feed.ts";
import { toFeedId } from "../../../src/domain/id.ts";
import type { Store } from "../../../src/domain/store.ts";
import type { Download } from "../../../src/net/download.ts";
import { ask, serving } from "../../helpers/ask.ts";
import { buildFeed, buildNumberedPublication, NOW } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const CATALOG_FEED: Feed = {
  ...buildFeed(),
  id: toFeedId("tide"),
  title: "Tide Daily",
  url: "https://tide.example/rss/all.xml",
  homepage: "https://www.tide.example/",
  origin: "catalog",
};
const RSS = `<?xml version="1.0"?><rss version="2.0"><channel><title>Anything</title>
  <link>https://www.tide.example/</link></channel></rss>`;

/** Sites by address; whatever else is asked for fails. */
function sites(pages: Readonly<Record<string, string>>, redirects: Readonly<Record<string, string>> = {}): Download {
  return async (url, options) => {
    const end = redirects[url] ?? url;
    const text = pages[end];
    if (text === undefined) {
      return { status: "failed", kind: "http", httpStatus: 404, retryAfterMs: null, reason: "No page." };
    }
    return { ...(await serving(text)(end, options)), url: end };
  };
}

const link = (href: string): string => `<link rel="alternate" type="application/rss+xml" href="${href}">`;
const page = (...links: readonly string[]): string => `<html><head>${links.join("")}</head><body></body></html>`;

let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([CATALOG_FEED], NOW);
});

const subscribe = async (what: string, download?: Download) => {
  const reply = await ask(`/subscribe ${what}`, { store, ...(download === undefined ? {} : { download }) });
  const standing = await store.subscriptions.findByDestination({ platform: "web", address: "main" });
  return { reply, feedIds: standing.flatMap(({ filter }) => filter.feedIds) };
};
const feedCount = async () => (await store.feeds.list()).length;

test.each([
  ["its homepage", "tide.example"],
  ["its homepage in full", "http://www.tide.example"],
  ["its own address", "https://tide.example/rss/all.xml"],
  ["its own address in another form", "http://www.tide.example/rss/all.xml/#latest"],
])("subscribing by %s added a second feed beside the catalog's", async (_name, what) => {
  expect((await subscribe(what)).feedIds).toEqual([CATALOG_FEED.id]);
  expect(await feedCount()).toBe(1);
});

test("a page that names a feed known, or leads to one, gives that one", async () => {
  const download = sites(
    { "https://a.example": page(link("http://tide.example/rss/all.xml")), [CATALOG_FEED.url]: RSS },
    { "https://moved.example/rss": CATALOG_FEED.url },
  );
  expect((await subscribe("a.example", download)).feedIds).toEqual([CATALOG_FEED.id]);
  await subscribe("https://moved.example/rss", download);
  expect(await feedCount()).toBe(1);
});

test("of a site with several feeds the known one is offered as itself", async () => {
  const download = sites({
    "https://a.example": page(link("https://tide.example/rss/all.xml/"), link("/b.xml"), link("/b.xml#x")),
  });
  const { reply } = await subscribe("a.example", download);
  expect(reply.lists?.[0]?.items.map(({ text }) => text)).toEqual(["Tide Daily", "https://a.example/b.xml"]);
});

test("a feed somebody added cannot take the place of a site it claims as its homepage", async () => {
  const download = sites({ "https://evil.example/rss": RSS.replace("www.tide", "good") });
  await subscribe("https://evil.example/rss", download);
  const { reply, feedIds } = await subscribe("good.example", download);
  expect(feedIds).toHaveLength(1);
  expect(reply.text).toContain("good.example");
});

test("two forms of a new feed are one feed, also when it is taken in from a file", async () => {
  const download = sites({ "https://new.example/rss": RSS, "http://www.new.example/rss/": RSS });
  await subscribe("https://new.example/rss", download);
  await subscribe("http://www.new.example/rss/", download);
  expect(await feedCount()).toBe(2);
  const opml = `<opml version="2.0"><body><outline text="A" xmlUrl="http://www.new.example/rss/"/>
    <outline text="B" xmlUrl="http://tide.example/rss/all.xml"/></body></opml>`;
  await ask("/import https://files.example/list", { store, download: serving(opml) });
  expect(await feedCount()).toBe(2);
});

test("feeds added twice before stay, and the catalog's is the one subscribed to, by every form of its address", async () => {
  const twin: Feed = { ...CATALOG_FEED, id: toFeedId("a-twin"), url: "http://www.tide.example/rss/all.xml" };
  await store.feeds.save([{ ...twin, origin: "added" }], NOW);
  expect((await subscribe("https://tide.example/rss/all.xml/")).feedIds).toEqual([CATALOG_FEED.id]);
  expect((await subscribe(twin.url)).feedIds).toEqual([CATALOG_FEED.id]);
  expect(await feedCount()).toBe(2);
});

test("/brief of an article carried shows its brief, also by a link to a place in it, and asks no site", async () => {
  const id = await store.articles.publish(buildNumberedPublication({ article: { url: "https://tide.example/1" } }));
  const reply = await ask("/brief https://tide.example/1#:~:text=ferry", { store });
  expect(reply.posts?.map((post) => post.articleId)).toEqual([id]);
});
