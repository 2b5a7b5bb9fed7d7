/** Text from outside is read in a thread of its own, with the same result; a hostile one dies there alone. */

import { afterEach, expect, test } from "vitest";
import { READING_TASKS } from "../../../src/answers/reading-tasks.ts";
import { createReader } from "../../../src/app/reader.ts";
import { type PageSource, readPage } from "../../../src/articles/page/read-page.ts";
import { toCompiled } from "../../helpers/processes/compiled.ts";

const closers: (() => Promise<void>)[] = [];
function open(settings: Parameters<typeof createReader>[0] = {}) {
  const reader = createReader({ file: toCompiled("app/reading-worker.js"), ...settings });
  closers.push(reader.close);
  return reader.ofNews;
}
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

const PARAGRAPH =
  "<p>The ferry to Port Halden will stop for a week, the harbor office said on Friday. It needs a new engine.</p>";
const toSource = (html: string, headers: Partial<PageSource> = {}): PageSource => ({
  body: new TextEncoder().encode(html),
  contentType: "text/html; charset=utf-8",
  url: "https://gazette.example/ferry",
  xRobotsTag: null,
  tdmReservation: null,
  ...headers,
});
const PAGE = toSource(`<title>Ferry</title><h1>Ferry stops</h1>${PARAGRAPH.repeat(3)}`);

test.each([
  ["compiled", toCompiled("app/reading-worker.js")],
  ["run from source", new URL("../../../src/app/reading-worker.ts", import.meta.url)],
])("an article comes out of the thread, %s, as it does without one", async (_, file) => {
  const answer = await open({ file }).readPage(PAGE);
  expect(answer).toEqual(await readPage(PAGE));
  expect("article" in answer && answer.article.text).toContain("Port Halden");
});

test("the reason why there is no article comes out of it, too", async () => {
  const read = open().readPage;
  expect(await read(toSource("<p></p>"))).toEqual({ reason: "The page holds no text." });
  expect(await read(toSource(PARAGRAPH, { xRobotsTag: "noai" }))).toEqual({
    reason: "The site asks machines not to work on its pages.",
  });
  expect(await read(toSource("<div>".repeat(3_000)))).toEqual({ reason: "The page nests more than 2000 elements." });
});

test("a page that takes too much memory is given up while others go on, and the next one is read", async () => {
  const read = open({ memoryMbMax: 96 }).readPage;
  let turnCount = 0;
  const turns = setInterval(() => turnCount++, 1);
  const hostile = read(toSource("<p>word word word.</p>".repeat(119_000)));
  const next = read(PAGE);
  await expect(hostile).rejects.toThrow("The document takes too much memory to read.");
  clearInterval(turns);
  expect(turnCount).toBeGreaterThan(5);
  expect(await next).toEqual(await readPage(PAGE));
});

test("a page that takes too long is given up", async () => {
  await expect(open({ timeoutMs: 1 }).readPage(toSource(PARAGRAPH.repeat(20_000)))).rejects.toThrow(
    "The document takes longer than 0.001 s to read.",
  );
});

test("pages of two megabytes, bait for patterns and broken markup are read within the memory", async () => {
  // What is held here are results, not seconds: a busy machine may take its time.
  const read = open({ timeoutMs: 120_000 }).readPage;
  for (const html of [
    PARAGRAPH.repeat(2_000_000 / PARAGRAPH.length),
    `<title>${" - a".repeat(200_000)}</title><p>${"((“".repeat(200_000)}</p>${PARAGRAPH}`,
    `<p>${"By ".repeat(200_000)}</p><p>${"1".repeat(200_000)}</p>${"<b><p>".repeat(500)}${PARAGRAPH}`,
  ])
    expect(await read(toSource(html))).toHaveProperty("article.text");
});

const FEED = Buffer.from(
  "<rss version='2.0'><channel><title>x</title><item><title>a</title><pubDate>23 Nov 2026</pubDate></item></channel></rss>",
);
const ARTICLE = {
  title: "Ferry stops",
  text: "The ferry stops for a week. “It needs a new engine,” said Ada Moor, the harbor master.",
  language: "en",
  publishedAt: new Date("2026-11-23T08:00:00Z"),
};
const TRANSFER = Buffer.from('{"pullquote":1,"subscriptions":[{"words":["ferry"]}]}');
const ROBOTS = ["User-agent: *\nDisallow: /private", "https://gazette.example/robots.txt", "Pullquote"] as const;

test("feeds, links, entries, quotes, briefs, files and robots.txt come out of the thread as they do without one", async () => {
  const reader = open();
  const entry = {
    guid: "1",
    url: "",
    title: "Ferry",
    byline: "Ada Moor",
    publishedAt: null,
    html: "<p>It stops.</p>",
  };
  const feedUrl = "https://gazette.example/feed";
  for (const reading of [reader, READING_TASKS]) {
    expect(await reading.parseFeed(FEED, null, feedUrl)).toMatchObject({ title: "x", entries: [{ title: "a" }] });
    await expect(reading.parseFeed(Buffer.from("<html></html>"), null, "")).rejects.toThrow("an HTML page, not a feed");
    const links = Buffer.from("<link rel=alternate type=application/rss+xml href=/f>");
    expect(await reading.findLinksIn(links, null, feedUrl)).toMatchObject([{ url: "https://gazette.example/f" }]);
    expect(await reading.readOwnText(entry, "Gazette")).toMatchObject({ text: "It stops.", outlet: "Gazette" });
    expect(await reading.findQuotes(ARTICLE)).toMatchObject([{ speaker: { name: "Ada Moor" } }]);
    expect((await reading.briefOf(ARTICLE, 3)).quotes).toHaveLength(1);
    expect((await reading.briefOf(ARTICLE, 3)).brief).toMatchObject({
      headline: "Ferry stops",
      summarizer: "extractive",
    });
    expect(await reading.readTransfer(TRANSFER, null)).toMatchObject({ subscriptions: [{ words: ["ferry"] }] });
    expect(await reading.readTransfer(Buffer.from("{}"), null)).toEqual({ problem: "unknown" });
    expect(await reading.judgeRobots(...ROBOTS, "https://gazette.example/private/a")).toBe(false);
    expect(await reading.judgeRobots(...ROBOTS, "https://gazette.example/open")).toBe(true);
  }
});

test("a document that nests without end, or a word without one, is refused with what is expected", async () => {
  const url = "https://gazette.example/feed";
  const nest = Buffer.from("<b>".repeat(300_000));
  await expect(READING_TASKS.parseFeed(nest, null, url)).rejects.toThrow(
    "The document nests more than 10000 elements before any feed begins; none is expected.",
  );
  const json = Buffer.from(`{"version":"https://jsonfeed.org/version/1.1","items":${"[".repeat(2_000_000)}`);
  await expect(READING_TASKS.parseFeed(json, null, url)).rejects.toThrow("The JSON nests deeper than 64 levels");
  const word = `${PARAGRAPH}<p>${"a".repeat(5_001)}</p>${PARAGRAPH}`;
  expect(await READING_TASKS.readPage(toSource(word))).toEqual({
    reason: "The page has a word of more than 5000 letters; those of an article are shorter.",
  });
  const entry = { guid: "1", url: "", title: "Ferry", byline: null, publishedAt: null, html: word };
  expect(await READING_TASKS.readOwnText(entry, "Gazette")).toMatchObject({ title: "Ferry", text: "" });
});
