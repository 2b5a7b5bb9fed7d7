/** The catalog: what is right is read, what is wrong is named, all of it at once. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";
import { CATALOG_SCHEMA, CatalogError, keepMoves, loadCatalog, parseCatalog } from "../../../src/feeds/load.ts";
import { settleMove } from "../../../src/feeds/schedule.ts";
import { buildFeed, NOW } from "../../helpers/build.ts";

const path = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url));

test("the catalog that comes with the bot has feeds of many topics, regions and languages", async () => {
  const feeds = await loadCatalog(path("feeds.json"));
  expect(feeds.length).toBeGreaterThanOrEqual(400);
  expect(new Set(feeds.map((feed) => feed.language)).size).toBeGreaterThanOrEqual(25);
  expect(new Set(feeds.map((feed) => feed.region)).size).toBeGreaterThanOrEqual(60);
  const languages = new Set(feeds.map((feed) => feed.language));
  expect(readFileSync(path("README.md"), "utf8")).toContain(`${feeds.length} feeds in ${languages.size} languages`);
  expect(new Set(feeds.map((feed) => feed.title)).size).toBe(feeds.length);
  const regions = new Set(feeds.flatMap((feed) => feed.regions ?? []));
  expect(feeds.flatMap((feed) => feed.topics).filter((topic) => regions.has(topic))).toEqual([]);
  expect(new Set(feeds.flatMap((feed) => feed.topics)).size).toBeGreaterThanOrEqual(20);
  expect(feeds.filter((feed) => feed.homepage === null)).toEqual([]);
  expect(feeds.every((feed) => feed.origin === "catalog")).toBe(true);
});

test("topics and regions are names in any script, in small letters and parted by nothing but commas", () => {
  const read = (topics: readonly string[]) =>
    problemsOf(
      JSON.stringify({ feeds: [{ id: "harbor", title: "H", url: "https://h.example/feed", language: "fr", topics }] }),
    );
  expect(
    read(["actualité", "политика", "政治", "राजनीति", "science-fiction", "économie sociale", "l’europe", "5g"]),
  ).toEqual([]);
  for (const topic of ["Actualité", "a, b", "", " world", "world ", "a  b", "#x", "-a", "x".repeat(41)]) {
    expect(read([topic]), topic).not.toEqual([]);
  }
});

test("feeds.schema.json says what the bot checks", () => {
  const written: unknown = JSON.parse(readFileSync(path("feeds.schema.json"), "utf8"));
  expect(written).toEqual(z.toJSONSchema(CATALOG_SCHEMA, { io: "input" }));
});

function problemsOf(text: string): readonly string[] {
  try {
    parseCatalog(text, "feeds.json");
  } catch (error) {
    if (error instanceof CatalogError) return error.problems;
    throw error;
  }
  return [];
}

test("every mistake is listed with its line and feed", () => {
  const text = `{
  "feeds": [
    { "id": "harbor-wire", "title": "Harbor Wire", "url": "https://harbor.example/feed", "language": "en" },
    {
      "id": "Bad Id", "title": "", "url": "ftp://x.example/", "language": "english"
    },
    { "id": "harbor-wire", "title": "Again", "url": "https://harbor.example/feed", "language": "en", "topic": "x" }
  ]
}`;
  expect(problemsOf(text)).toEqual([
    "line 4, feed 2 (Bad Id): id: expected 2 to 64 of a-z, 0-9 and hyphens",
    expect.stringMatching(/^line 4, feed 2 \(Bad Id\): title: /),
    "line 4, feed 2 (Bad Id): url: expected an http or https URL",
    "line 4, feed 2 (Bad Id): language: expected a language such as en",
    expect.stringMatching(/^line 7, feed 3 \(harbor-wire\): .*topic/),
    "line 7, feed 3 (harbor-wire): id is that of feed 1 again",
    "line 7, feed 3 (harbor-wire): url is that of feed 1 again",
  ]);
});

test.each(["", "[]", "null", "{", '{"feeds": 1}', '{"feeds": [null]}'])("%j is refused in words", (text) => {
  expect(problemsOf(text).length).toBeGreaterThan(0);
});

test("a missing file is named", async () => {
  await expect(loadCatalog("/nowhere/feeds.json")).rejects.toThrow("/nowhere/feeds.json needs mending");
});

test("a feed that moved keeps its new address over restarts, until the catalog names a third", () => {
  const old = buildFeed({ url: "https://old.example/feed" });
  const moved = { ...old, url: "https://new.example/feed" };
  const state = settleMove(
    {
      feedId: old.id,
      etag: null,
      lastModified: null,
      bodyHash: null,
      nextPollAt: NOW,
      lastPollAt: null,
      lastSuccessAt: null,
      failureCount: 0,
      lastError: null,
      disabledReason: null,
      memory: {},
    },
    old.url,
  );
  expect(keepMoves([old], [moved], [state])).toEqual([moved]);
  const third = { ...old, url: "https://third.example/feed" };
  expect(keepMoves([third], [moved], [state])).toEqual([third]);
  expect(keepMoves([old], [], [])).toEqual([old]);
});
