/** One table of dates, read alike from feeds, metadata, lines of pages, JSON lines, the command line and commands. */

import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { extractArticle } from "../../../src/articles/extract.ts";
import { createExtractiveSummarizer } from "../../../src/briefs/extractive/summarize.ts";
import { runBrief } from "../../../src/cli/documents.ts";
import { readSince } from "../../../src/cli/search-command.ts";
import { parseFeed } from "../../../src/feeds/parse.ts";
import { readDay } from "../../../src/typed/times/day.ts";
import { NOW } from "../../helpers/build.ts";
import { type DateCase, NO_DATES, SHORT_YEARS, STATED_DATES, WRITTEN_DATES } from "../../helpers/date-cases.ts";

const BODY =
  "<p>The council of Marrow Bay decided to close the old ferry pier for repairs, and asked everyone to take the bus.</p>".repeat(
    6,
  );

async function fromFeed(text: string): Promise<Date | null> {
  const feed = `<rss version="2.0"><channel><title>Marrow Bay</title><item><title>Pier closed</title>
    <link>https://marrow.example/pier</link><pubDate>${text}</pubDate></item></channel></rss>`;
  const parsed = await parseFeed(new TextEncoder().encode(feed), null, "https://marrow.example/feed.xml");
  return parsed.entries[0]?.publishedAt ?? null;
}

const fromMetadata = (text: string): Date | null =>
  extractArticle(
    `<html><head><title>Pier closed</title><meta property="article:published_time" content="${text}"></head>
     <body><article><h1>Pier closed</h1>${BODY}</article></body></html>`,
    null,
  ).publishedAt;

const fromLine = (text: string): Date | null =>
  extractArticle(
    `<html><head><title>Pier closed</title></head>
     <body><article><h1>Pier closed</h1><p class="date">${text}</p>${BODY}</article></body></html>`,
    null,
  ).publishedAt;

async function fromJsonLine(text: string): Promise<Date | null> {
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  stdin.end(`${JSON.stringify({ id: 1, text: "The pier is closed. Everyone takes the bus.", publishedAt: text })}\n`);
  const download = () => Promise.reject(new Error("nothing is downloaded here"));
  await runBrief("-", { jsonl: true }, { stdin, stdout, download }, createExtractiveSummarizer());
  const answer: { article: { publishedAt: string | null } } = JSON.parse(String(stdout.read()));
  return answer.article.publishedAt === null ? null : new Date(answer.article.publishedAt);
}

const orNull = (read: () => Date | null): Date | null => {
  try {
    return read();
  } catch {
    return null;
  }
};

const READERS: readonly (readonly [
  string,
  (text: string) => Date | null | Promise<Date | null>,
  readonly DateCase[],
])[] = [
  ["the feed", fromFeed, [...WRITTEN_DATES, ...STATED_DATES, ...SHORT_YEARS]],
  ["the page's metadata", fromMetadata, [...WRITTEN_DATES, ...STATED_DATES, ...SHORT_YEARS]],
  ["a line of the page", fromLine, WRITTEN_DATES],
  ["a JSON line's publishedAt", fromJsonLine, [...WRITTEN_DATES, ...STATED_DATES]],
  ["--since of the command line", (text) => orNull(() => readSince(text)), [...WRITTEN_DATES, ...STATED_DATES]],
];

describe.each(READERS)("%s", (_name, read, cases) => {
  test.each(cases)("%s", async (text, moment) => {
    expect((await read(text))?.toISOString()).toBe(moment.replace("Z", ".000Z"));
  });

  test.each(NO_DATES)("%j is no date", async (text) => {
    expect(await read(text)).toBeNull();
  });
});

describe("since: and until: of /search", () => {
  test.each(["24 November 2026", "mar. 24 nov. 2026", "24.11.2026", "2026-11-24", "2026年11月24日"])("%s", (text) => {
    const day = readDay("since", text, NOW);
    expect(day.start.toISOString()).toBe("2026-11-24T00:00:00.000Z");
    expect(day.end.toISOString()).toBe("2026-11-24T23:59:59.999Z");
  });

  test.each([...NO_DATES.filter((text) => text !== "yesterday"), "03/04/2026", "03-04-2026", "23.11.26"])(
    "%j is no day",
    (text) => {
      expect(() => readDay("since", text, NOW)).toThrow();
    },
  );

  test.each([
    ["today", 0],
    ["Yesterday", 1],
    ["vorgestern", 2],
    ["aujourd'hui", 0],
    ["ayer", 1],
    ["вчера", 1],
    ["أمس", 1],
  ])("%s was refused, and is the day so called", (text, ago) => {
    const start = new Date(NOW.getTime() - ago * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    expect(readDay("since", text, NOW).start.toISOString()).toBe(`${start}T00:00:00.000Z`);
  });
});
