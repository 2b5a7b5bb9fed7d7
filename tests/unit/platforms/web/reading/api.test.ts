/** The page's API on a real store: every answer has the shape the OpenAPI document tells, and nobody meets another's feed. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAllowance } from "../../../../../src/platforms/web/reading/allowance.ts";
import { countPages } from "../../../../../src/platforms/web/reading/count-pages.ts";
import { ENDPOINTS } from "../../../../../src/platforms/web/reading/endpoints.ts";
import type {
  ArticleShape,
  NewsShape,
  SearchShape,
  WholeSpeakerShape,
  WholeStoryShape,
} from "../../../../../src/platforms/web/reading/shapes.ts";
import { NOW } from "../../../../helpers/build.ts";
import { type Newsday, openNewsday } from "../../../../helpers/newsday.ts";
import { type PageServer, servePage } from "../../../../helpers/page-server.ts";

let day: Newsday;
let page: PageServer;
beforeAll(async () => {
  day = await openNewsday();
  page = await servePage(day.store);
});
afterAll(async () => {
  await page.stop();
  await day.store.close();
});

const read = async <T>(path: string): Promise<T> => (await page.readJson(path)) as T;

/** An address of each endpoint that has an answer. */
const ADDRESSES = (): Readonly<Record<string, string>> => ({
  "/api/news": "/api/news?limit=2",
  "/api/stories/{id}": `/api/stories/${day.first}`,
  "/api/articles/{id}": `/api/articles/${day.second}`,
  "/api/speakers": "/api/speakers?begins=lind",
  "/api/speakers/{name}": "/api/speakers/Ada%20Lindqvist",
  "/api/quotes": "/api/quotes?speaker=Lindqvist&q=engine",
  "/api/search": "/api/search?q=ferry&topic=transport",
  "/api/feeds": "/api/feeds",
});

describe("the OpenAPI document", () => {
  type Document = {
    readonly openapi: string;
    readonly paths: Record<string, { get: { parameters: { name: string }[] } }>;
  };

  test("tells every route there is, with its questions, and no other", async () => {
    const document = await read<Document>("/api/openapi.json");
    expect(document.openapi).toBe("3.1.0");
    const told = Object.keys(document.paths).filter((path) => path.startsWith("/api/"));
    expect(told).toEqual(ENDPOINTS.map(({ path }) => path));
    for (const { path, question } of ENDPOINTS) {
      const names = document.paths[path]?.get.parameters.map(({ name }) => name) ?? [];
      expect(names, path).toEqual(
        [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).concat(Object.keys(question.shape)),
      );
    }
    for (const path of Object.keys(document.paths).filter((each) => each.startsWith("/feeds/"))) {
      expect((await page.get(path)).status, path).toBe(200);
    }
  });

  test("every answer has exactly the shape it tells", async () => {
    for (const { path, shape } of ENDPOINTS) {
      const address = ADDRESSES()[path];
      if (address === undefined) throw new Error(`No address tried for ${path}.`);
      const answer = await page.readJson(address);
      // What a schema does not name is left out of what it reads.
      expect(shape.parse(answer), path).toEqual(answer);
    }
  });
});

test("the news are stories with their outlets side by side, the newest first", async () => {
  const news = await read<NewsShape>("/api/news");
  expect(news.stories.map(({ outlets }) => outlets)).toEqual([
    ["Harbor Wire", "Tide Daily"],
    ["المينا"],
    ["Harbor Wire"],
  ]);
  const [story] = news.stories;
  expect(story?.articles.map(({ headline }) => headline)).toEqual([
    "Ferry to Port Halden stops for a week",
    "Halden loses its ferry",
  ]);
  expect(story?.lead.quotes[0]).toMatchObject({ speaker: "Ada Lindqvist", text: "We cannot sail with one engine" });
  expect((await read<NewsShape>("/api/news?topic=world")).stories).toHaveLength(1);
  expect((await read<NewsShape>("/api/news?language=ar")).stories).toHaveLength(1);
  expect((await read<NewsShape>("/api/news?feed=tide-daily")).stories).toHaveLength(1);
  expect((await read<NewsShape>("/api/news?day=2026-11-19&topic=&feed=")).stories).toHaveLength(2);
  expect((await read<NewsShape>("/api/news?limit=1&page=3")).pages).toBe(3);
});

test("a story is found by its own id and by any article's, and tells each quote once", async () => {
  const story = await read<WholeStoryShape>(`/api/stories/${day.first}`);
  expect(story.briefs.map(({ id }) => id)).toEqual([day.first, day.second]);
  expect(story.said.map(({ text }) => text)).toEqual([
    "We cannot sail with one engine",
    "Safety comes first.",
    "People here need that boat",
  ]);
  expect((await read<WholeStoryShape>(`/api/stories/${day.second}`)).id).toBe(story.id);
  const alone = await read<WholeStoryShape>(`/api/stories/${day.old}`);
  expect([alone.lead.id, alone.lead.isUpdated]).toEqual([day.corrected, true]);
  // A corrected article had an address for each of its editions: the first is the one.
  const corrected = await read<WholeStoryShape>(`/api/stories/${day.corrected}`);
  expect([corrected.page, alone.page, alone.lead.story]).toEqual(Array(3).fill(`/story/${day.old}`));
});

test("an article's marks stand in its text, and its editions are told", async () => {
  const { text, marks } = await read<ArticleShape>(`/api/articles/${day.first}`);
  expect(marks.quotes.map(({ start, end }) => text.slice(start, end))).toEqual(marks.quotes.map((quote) => quote.text));
  expect(marks.quotes[0]?.speaker).toMatchObject({ name: "Ada Lindqvist" });
  const { editions } = await read<ArticleShape>(`/api/articles/${day.old}`);
  expect(editions.map(({ id, isCurrent }) => [id, isCurrent])).toEqual([
    [day.old, false],
    [day.corrected, true],
  ]);
});

test("a speaker is found by part of the name, with what was said by outlet, topic and week", async () => {
  const speaker = await read<WholeSpeakerShape>("/api/speakers/lindqvist");
  expect(speaker).toMatchObject({ name: "Ada Lindqvist", total: 3, namesakes: [] });
  expect(speaker.outlets.map(({ value, count }) => [value, count])).toEqual([
    ["Harbor Wire", 2],
    ["Tide Daily", 1],
  ]);
  expect(speaker.weeks).toEqual([{ value: "2026-11-16", label: "2026-11-16", count: 3 }]);
  expect((await read<WholeSpeakerShape>("/api/speakers/lindqvist?outlet=Tide%20Daily")).quotes).toHaveLength(1);
  expect((await page.get("/api/speakers/Nobody%20Here")).status).toBe(404);
});

test("a search tells its hits and how its matches fall", async () => {
  const found = await read<SearchShape>("/api/search?q=ferry");
  expect(found.total).toBe(1);
  const [result] = found.results;
  expect(result?.hits.map(({ start, end }) => result.snippet.slice(start, end).toLowerCase())).toContain("ferry");
  expect(found.facets.feeds.map(({ label, count }) => [label, count])).toEqual([
    ["Harbor Wire", 1],
    ["Tide Daily", 1],
  ]);
  expect(found.facets.speakers.map(({ value }) => value)).toEqual(["Ada Lindqvist", "Omar Vannick"]);
  expect(found.facets.topics).toContainEqual({ value: "transport", label: "transport", count: 1 });
  expect(found.facets.feeds.map(({ count }) => count)).toEqual(found.facets.feeds.map(() => 1));
});

test("a search for what somebody said shows nobody else's words", async () => {
  const found = await read<SearchShape>("/api/search?q=ferry&speaker=Vannick");
  expect(found.results.flatMap(({ quotes }) => quotes.map(({ speaker }) => speaker))).toEqual(["Omar Vannick"]);
});

test("what cannot be asked is refused with a sentence, and what is not there is 404", async () => {
  for (const path of [
    "/api/news?page=0",
    "/api/news?day=2026-13-40",
    "/api/news?room=../etc",
    "/api/search?limit=5000",
  ])
    expect((await page.get(path)).status, path).toBe(400);
  for (const path of [
    "/api/stories/0",
    "/api/articles/999999",
    "/api/articles/1e3",
    "/api/nothing",
    "/api/stories/%E0",
  ])
    expect((await page.get(path)).status, path).toBe(404);
  const response = await page.get("/api/articles/999999");
  expect([response.headers.get("cache-control"), response.headers.get("x-content-type-options")]).toEqual([
    "no-store",
    "nosniff",
  ]);
});

test.each([
  ["/api/search?q=ferry&days=7", "days: no parameter here; there are room, q, topic, feed,"],
  ["/api/news?foo=1", "foo: no parameter here; there are room, topic,"],
  ["/api/feeds?q=ferry", "q: no parameter here; there are room."],
  ["/api/news?day=2026-11-31", "day: expected a day of the calendar such as 2026-11-20."],
  ["/api/search?since=20.11.2026", "since: expected a day of the calendar such as 2026-11-20."],
  ["/api/search?limit=5000", "limit: Too big: expected number to be <=50."],
])("%s was answered as if it were not asked, or without what was expected", async (path, error) => {
  const response = await page.get(path);
  expect(response.status).toBe(400);
  expect(((await response.json()) as { error: string }).error).toContain(error);
});

test("options typed among the words of a search were words of it", async () => {
  const total = async (q: string) => (await read<SearchShape>(`/api/search?q=${encodeURIComponent(q)}`)).total;
  expect(await total("ferry days:300")).toBe(1);
  expect(await total("ferry language:en topic:transport")).toBe(1);
  expect(await total("ferry language:fr")).toBe(0);
  expect(await total("ferry since:2026-11-01 until:2026-12-30")).toBe(1);
  expect(await total("ferry until:2026-01-01")).toBe(0);
  expect(await total("speaker:Vannick")).toBe(1);
  // What is no feed narrows to nothing, and marks keep what they hold together.
  expect(await total("ferry feed:nowhere days:300")).toBe(0);
  expect(await total('"days:300" ferry')).toBe(0);
});

test("no more pages are told than may be asked for, and an empty limit or page is one left out", async () => {
  expect([countPages(37, 1), countPages(37, 20), countPages(0, 20)]).toEqual([25, 2, 1]);
  expect((await page.get(`/api/news?limit=1&page=${countPages(500, 1)}`)).status).toBe(200);
  for (const path of ["/api/news", "/api/search", "/api/quotes", "/api/speakers"])
    expect((await page.get(`${path}?limit=&page=`)).status, path).toBe(200);
});

test("one who asks without end is told to wait, and others are not", async () => {
  let nowMs = NOW.getTime();
  const allowance = createAllowance(() => new Date(nowMs), 3);
  const takeAll = (person: string) =>
    Array.from({ length: 4 }, () => {
      const turn = allowance.take(person);
      if (typeof turn !== "number") turn();
      return typeof turn === "number" ? turn : "answered";
    });
  expect(takeAll("one")).toEqual(["answered", "answered", "answered", 60]);
  nowMs += 20_000;
  expect(allowance.take("one")).toBe(40);
  expect(takeAll("two")[0]).toBe("answered");
  nowMs += 40_000;
  expect(takeAll("one")[0]).toBe("answered");
});

test("with a password the API asks for it, by a session, as a bearer or by HTTP Basic", async () => {
  const locked = await servePage(day.store, { password: "gull-over-the-harbor" });
  const basic = (password: string) => `Basic ${Buffer.from(`reader:${password}`).toString("base64")}`;
  for (const path of ["/api/news", "/api/openapi.json", "/feeds/search.rss?q=ferry"]) {
    const refused = await locked.get(path);
    expect([refused.status, refused.headers.get("www-authenticate")?.slice(0, 5)], path).toEqual([401, "Basic"]);
    for (const authorization of ["Bearer gull-over-the-harbor", basic("gull-over-the-harbor")])
      expect((await locked.get(path, { authorization })).status, path).toBe(200);
  }
  expect((await locked.get("/api/news", { authorization: basic("not-the-password") })).status).toBe(401);
  expect(
    (await locked.get("/", { authorization: basic("gull-over-the-harbor") })).headers.get("content-type"),
  ).toContain("html");
  await locked.stop();
});
