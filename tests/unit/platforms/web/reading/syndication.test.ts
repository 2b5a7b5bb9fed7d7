/** A search as RSS, Atom and JSON Feed: what our own parser reads back, whatever the texts hold. */

import { afterAll, beforeAll, expect, test } from "vitest";
import { parseFeed } from "../../../../../src/feeds/parse.ts";
import { buildNumberedPublication } from "../../../../helpers/build.ts";
import { type Newsday, openNewsday } from "../../../../helpers/newsday.ts";
import { type PageServer, servePage } from "../../../../helpers/page-server.ts";

let day: Newsday;
let page: PageServer;
beforeAll(async () => {
  day = await openNewsday();
  page = await servePage(day.store);
  await day.store.articles.publish(
    buildNumberedPublication({
      headline: 'Ferry & tide: 2 < 3 ]]> \u0007"more"',
      sentences: ["A <b>ferry</b>."],
    }),
  );
});
afterAll(async () => {
  await page.stop();
  await day.store.close();
});

const FORMATS = ["rss", "atom", "json"] as const;

test.each(FORMATS)("as %s a search is read by a feed reader", async (format) => {
  const response = await page.get(`/feeds/search.${format}?q=ferry`);
  const type = response.headers.get("content-type") ?? "";
  expect(type).toContain(format === "json" ? "feed+json" : format);
  const body = Buffer.from(await response.arrayBuffer());
  const feed = await parseFeed(body, type, page.web.url());
  expect(feed.title).toBe("Pullquote: “ferry”");
  expect(feed.entries.map(({ title }) => title.replace("\u0007", ""))).toEqual([
    "Halden loses its ferry",
    'Ferry & tide: 2 < 3 ]]> "more"',
  ]);
  const [story] = feed.entries;
  expect(story?.url).toBe("https://news.example/Halden%20loses%20its%20ferry");
  expect(story?.guid).toBe(`urn:pullquote:article:${day.second}`);
  expect(story?.html).toContain("<footer>— Ada Lindqvist</footer>");
  expect(feed.entries[1]?.html).toContain("A &lt;b&gt;ferry&lt;/b&gt;.");
});

test("a feed is narrowed like the search, names it, and shows a room its own", async () => {
  const text = await page.readText("/feeds/search.atom?topic=world&language=ar");
  expect(text).toContain("<title>Pullquote: world · Arabic</title>");
  expect(text.match(/<entry>/g)).toHaveLength(1);
  expect(await page.readText("/feeds/search.rss?q=yard")).not.toContain("Quorrick");
  expect(await page.readText("/feeds/search.rss?q=yard&room=cellar")).toContain("Quorrick");
  expect((await page.get("/feeds/search.rss?since=yesterday")).status).toBe(400);
  const misspelled = await page.get("/feeds/search.rss?langauge=de");
  expect(misspelled.status).toBe(400);
  expect(await misspelled.text()).toContain("langauge: no parameter here; there are room, q, topic");
  expect((await page.get("/feeds/search.exe")).status).toBe(404);
});
