/** Feeds are parsed in a thread of their own, with the same result. */

import { afterAll, expect, test } from "vitest";
import { parseFeed } from "../../../src/feeds/parse.ts";
import { createFeedParser } from "../../../src/feeds/parse-pool.ts";

const parser = createFeedParser();
afterAll(() => parser.close());

test("a feed comes out of the thread as it does without one", async () => {
  const bytes = Buffer.from(
    "<rss version='2.0'><channel><title>x</title><item><title>a</title><pubDate>23 Nov 2026</pubDate></item></channel></rss>",
  );
  expect(await parser.parseFeed(bytes, null, "https://harbor.example/")).toEqual(
    await parseFeed(bytes, null, "https://harbor.example/"),
  );
}, 30_000);

test("what is no feed is refused with the same sentence", async () => {
  await expect(parser.parseFeed(Buffer.from("<html></html>"), null, "")).rejects.toThrow(
    "The document is an HTML page, not a feed.",
  );
}, 30_000);
