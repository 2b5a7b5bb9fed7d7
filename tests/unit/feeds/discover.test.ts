/** From a site's address to its feeds. */

import { expect, test } from "vitest";
import { discoverAbove, discoverFeeds, findFeedLinks } from "../../../src/feeds/discover.ts";
import type { Download } from "../../../src/net/download.ts";
import { createMadeWeb } from "../../helpers/made-web.ts";

const FEED = "<rss version='2.0'><channel><title>Harbor Wire</title><item><title>x</title></item></channel></rss>";

const findFeeds = async (url: string, download: Download) => (await discoverFeeds(url, download)).feeds;

test("an address that is a feed is itself the answer", async () => {
  const { download } = createMadeWeb({ "https://harbor.example/feed": FEED });
  expect(await findFeeds("https://harbor.example/feed", download)).toEqual([
    { url: "https://harbor.example/feed", title: "Harbor Wire" },
  ]);
});

test("a page names its feeds; those of comments come last", async () => {
  const html = `<html><head><base href="/blog/">
    <link rel="alternate" type="application/rss+xml" title="Comments &amp; replies: comment feed" href="/comments/feed">
    <link rel="alternate" type="application/rss+xml" title="News &amp; views" href="feed">
    <link rel="alternate" type="application/atom+xml" href="https://cdn.example/atom">
    <link rel="alternate" type="application/rss+xml" href="feed">
    <link rel="alternate" type="application/json" href="/wp-json/1">
    <link rel="alternate" hreflang="de" href="/de/"><link rel="stylesheet" type="text/css" href="/x.css">
    <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)"></head>`;
  const { download, asked } = createMadeWeb({ "https://harbor.example/": html });
  expect(await findFeeds("https://harbor.example/", download)).toEqual([
    { url: "https://harbor.example/blog/feed", title: "News & views" },
    { url: "https://cdn.example/atom", title: null },
    { url: "https://harbor.example/comments/feed", title: "Comments & replies: comment feed" },
  ]);
  expect(asked.length).toBe(1);
});

test("without a link the usual places are tried, and a page there is not taken for a feed", async () => {
  const { download } = createMadeWeb({
    "https://harbor.example/news": "<html>hello</html>",
    "https://harbor.example/feed": "<html>hello</html>",
    "https://harbor.example/atom.xml": FEED,
  });
  expect(await findFeeds("https://harbor.example/news", download)).toEqual([
    { url: "https://harbor.example/atom.xml", title: "Harbor Wire" },
  ]);
});

test("a site without feeds has none, and is asked a handful of times only", async () => {
  const { download, asked } = createMadeWeb({ "https://harbor.example/": "<html>hello</html>" });
  expect(await findFeeds("https://harbor.example/", download)).toEqual([]);
  expect(asked.length).toBeLessThanOrEqual(8);
});

test("a host that cannot be reached is not asked again", async () => {
  let count = 0;
  const download: Download = async () => {
    count += 1;
    return { status: "failed", kind: "network", httpStatus: null, retryAfterMs: null, reason: "x" };
  };
  expect(await discoverFeeds("https://harbor.example/", download)).toEqual({ feeds: [], reason: "x" });
  expect(count).toBe(1);
});

test("a page of a great many links is read in bounds", () => {
  const link = (_: unknown, i: number) => `<link rel="alternate" type="application/rss+xml" href="/feed/${i}">`;
  const html = Array.from({ length: 50_000 }, link).join("");
  expect(findFeedLinks(html, "https://harbor.example/").length).toBe(10);
});

test("an article names no feed, but a folder above it does: the nearest is taken, and few are asked", async () => {
  const web = createMadeWeb({
    "https://kestrel.example/harbor/2026/ferry.html": "<h1>Ferry stops</h1>",
    "https://kestrel.example/harbor/": '<link rel="alternate" type="application/rss+xml" href="/harbor/news.xml">',
    "https://kestrel.example/": '<link rel="alternate" type="application/rss+xml" href="/all.xml">',
  });
  expect(await discoverAbove("https://kestrel.example/harbor/2026/ferry.html", web.download)).toEqual([
    { url: "https://kestrel.example/harbor/news.xml", title: null },
  ]);
  expect(web.asked).toEqual(["https://kestrel.example/harbor/2026/", "https://kestrel.example/harbor/"]);
  const deep = createMadeWeb({});
  expect(await discoverAbove("https://kestrel.example/a/b/c/d/e/f.html", deep.download)).toEqual([]);
  expect(deep.asked).toHaveLength(3);
  expect(await discoverAbove("https://kestrel.example/", deep.download)).toEqual([]);
});
