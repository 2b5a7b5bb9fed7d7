/** From entry to article: what is read when the page is hostile, walled or gone, and what a site repeats. */

import { expect, test } from "vitest";
import { READING_TASKS } from "../../../src/answers/reading-tasks.ts";
import { createReader } from "../../../src/app/reader.ts";
import { type ReadPage, readPage } from "../../../src/articles/page/read-page.ts";
import { createSiteMemory } from "../../../src/articles/site-lines/site-memory.ts";
import type { Entry } from "../../../src/domain/feed.ts";
import type { Download } from "../../../src/net/download.ts";
import { WorkStoppedError } from "../../../src/net/worker-pool.ts";
import { type ReadingDependencies, readEntry } from "../../../src/news/read-entry.ts";
import { buildFeed, NOW } from "../../helpers/build.ts";
import { toCompiled } from "../../helpers/processes/compiled.ts";

const FEED = buildFeed();
const SUMMARY = "The ferry to Port Halden stops for a week, says the harbor office.";
const PARAGRAPH =
  "The ferry to Port Halden will stop for a week, the harbor office said on Friday. It needs a new engine, and the old one cannot be mended before the end of the month. Tickets will be paid back at the pier.";

const buildEntry = (name: string): Entry => ({
  guid: name,
  url: `https://gazette.example/${name}`,
  title: `New: ${name}`,
  byline: null,
  publishedAt: NOW,
  html: `<p>${SUMMARY}</p>`,
});

const downloadOf =
  (pages: Readonly<Record<string, string>>): Download =>
  async (url) => ({
    status: "fresh",
    url,
    permanentUrl: null,
    body: new TextEncoder().encode(pages[new URL(url).pathname.slice(1)] ?? ""),
    contentType: "text/html; charset=utf-8",
    etag: null,
    lastModified: null,
    hints: { maxAgeMs: null, retryAfterMs: null } as never,
    xRobotsTag: null,
    tdmReservation: null,
    link: null,
  });

function open(pages: Readonly<Record<string, string>>, read: ReadPage = readPage): ReadingDependencies {
  return {
    download: downloadOf(pages),
    mayRead: async () => true,
    readPage: read,
    readOwnText: READING_TASKS.readOwnText,
    siteMemory: createSiteMemory(),
    clock: () => NOW,
  };
}
const toPage = (...paragraphs: readonly string[]): string =>
  `<html lang="en"><title>Ferry</title><article><h1>Ferry</h1>${paragraphs.map((each) => `<p>${each}</p>`).join("")}</article></html>`;

test("a page is read; the feed's own summary is not needed", async () => {
  const article = await readEntry(buildEntry("ferry"), FEED, open({ ferry: toPage(PARAGRAPH) }));
  expect(article).toMatchObject({ basis: "page", basisReason: null, text: PARAGRAPH, title: "New: ferry" });
});

test("a hostile page stalls nothing: its entry gets the feed's summary, and the next page is read", async () => {
  const pages = createReader({ memoryMbMax: 96, file: toCompiled("app/reading-worker.js") });
  const dependencies = open(
    { hostile: "<p>word word word.</p>".repeat(119_000), ferry: toPage(PARAGRAPH) },
    pages.ofNews.readPage,
  );
  const [hostile, next] = await Promise.all(
    ["hostile", "ferry"].map((name) => readEntry(buildEntry(name), FEED, dependencies)),
  );
  await pages.close();
  expect(hostile).toMatchObject({
    basis: "feed",
    basisReason: "The document takes too much memory to read.",
    text: SUMMARY,
  });
  expect(next).toMatchObject({ basis: "page", text: PARAGRAPH });
});

test.each([
  ["time", "The document takes longer than 10 s to read."],
  ["memory", "The document takes too much memory to read."],
  ["died", "The reader stopped."],
] as const)("a reader stopped by the page (%s) leaves the feed's summary, with the reason", async (cause, reason) => {
  const read: ReadPage = () => Promise.reject(new WorkStoppedError(cause, reason));
  const article = await readEntry(buildEntry("ferry"), FEED, open({}, read));
  expect(article).toMatchObject({ basis: "feed", basisReason: reason, text: SUMMARY });
});

test("an entry whose page was never looked at, because the bot stops, is not published with less", async () => {
  const pages = createReader();
  await pages.close();
  const reading = readEntry(buildEntry("ferry"), FEED, open({ ferry: toPage(PARAGRAPH) }, pages.ofNews.readPage));
  await expect(reading).rejects.toThrow("The bot is stopping.");
});

test("a text beyond the limit ends with a whole paragraph", async () => {
  const html = Array.from({ length: 1_500 }, (_, at) => `<p>${at}. ${PARAGRAPH}</p>`).join("");
  const { text } = await readEntry({ ...buildEntry("long"), html }, FEED, open({}));
  expect(text.length).toBeGreaterThan(190_000);
  expect(text.length).toBeLessThanOrEqual(200_000);
  expect(text.endsWith("paid back at the pier.")).toBe(true);
});

test("the third page of a site loses its repeated newsletter paragraph, and keeps a repeated quote", async () => {
  const letter = "Our letter tells you every morning what happened on the coast while you were asleep.";
  const quote = "“We have waited for this bridge since the war,” said Anna Moreau, who heads the office.";
  const pages = ["ferries", "schools", "harvests"].map(
    (topic) =>
      [
        topic,
        toPage(PARAGRAPH.replaceAll("ferry", topic), quote, `${topic}: ${PARAGRAPH}`, letter, PARAGRAPH),
      ] as const,
  );
  const dependencies = open(Object.fromEntries(pages));
  const texts: string[] = [];
  for (const [topic] of pages) texts.push((await readEntry(buildEntry(topic), FEED, dependencies)).text);
  expect(texts.map((text) => text.includes(letter))).toEqual([true, true, false]);
  expect(texts.map((text) => text.includes(quote))).toEqual([true, true, true]);
});

test("a page that calls another site's address its own is kept under the address it was read at", async () => {
  const toClaim = (canonical: string) =>
    toPage(PARAGRAPH).replace("<title>", `<link rel="canonical" href="${canonical}"><title>`);
  const read = async (canonical: string) =>
    (await readEntry(buildEntry("ferry"), FEED, open({ ferry: toClaim(canonical) }))).canonicalUrl;
  expect(await read("https://real-news.example/2026/vote")).toBe("https://gazette.example/ferry");
  expect(await read("https://www.gazette.example/2026/ferry")).toBe("https://www.gazette.example/2026/ferry");
});

test("what a stranger's feed says of another site's page is neither its headline nor its outlet's name", async () => {
  const stranger = { ...FEED, origin: "added" as const, url: "https://evil.example/feed", homepage: null };
  const page = toPage(PARAGRAPH).replace("<title>", '<meta property="og:site_name" content="The Tide"><title>');
  const dependencies = {
    ...open({ ferry: page }),
    toHonestOutlet: async (name: string, url: string) => (name === "The Tide" ? new URL(url).hostname : name),
  };
  const forged = { ...buildEntry("ferry"), title: "Mayor admits bribe in ferry deal" };
  expect(await readEntry(forged, stranger, dependencies)).toMatchObject({ title: "Ferry", outlet: "gazette.example" });
  // Of its own pages, and where the administrator chose the feed, its word counts.
  const own = { ...stranger, url: "https://gazette.example/feed" };
  expect(await readEntry(forged, own, dependencies)).toMatchObject({ title: forged.title });
  const catalog = { ...stranger, origin: "catalog" as const };
  expect(await readEntry(forged, catalog, dependencies)).toMatchObject({ title: forged.title, outlet: "The Tide" });
});

test("an article dated into next year told its readers of a day to come: it has no date, or its page's", async () => {
  const next = { ...buildEntry("ferry"), publishedAt: new Date("2027-11-20T12:00:00Z") };
  expect((await readEntry(next, FEED, open({ ferry: toPage(PARAGRAPH) }))).publishedAt).toBeNull();
  const dated = toPage(PARAGRAPH).replace(
    "<title>",
    '<meta property="article:published_time" content="2026-11-19T08:00:00Z"><title>',
  );
  expect((await readEntry(next, FEED, open({ ferry: dated }))).publishedAt).toEqual(new Date("2026-11-19T08:00:00Z"));
  const soon = { ...buildEntry("ferry"), publishedAt: new Date(NOW.getTime() + 3_600_000) };
  expect((await readEntry(soon, FEED, open({ ferry: toPage(PARAGRAPH) }))).publishedAt).toEqual(soon.publishedAt);
});
