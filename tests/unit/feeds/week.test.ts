/** A week of the real route by a fake clock against servers that keep a record: Rachel Kroll's criteria for feed readers. */

import { mkdtempSync, rmSync } from "node:fs";
import type { LookupFunction } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { READING_TASKS } from "../../../src/answers/reading-tasks.ts";
import { readPage } from "../../../src/articles/page/read-page.ts";
import { createSiteMemory } from "../../../src/articles/site-lines/site-memory.ts";
import { toFeedId } from "../../../src/domain/id.ts";
import { SILENT_LOG } from "../../../src/domain/platform.ts";
import type { Store } from "../../../src/domain/store.ts";
import { keepMoves } from "../../../src/feeds/load.ts";
import { parseFeed } from "../../../src/feeds/parse.ts";
import { createDownload } from "../../../src/net/download.ts";
import { createRobots } from "../../../src/net/robots.ts";
import { type PipelineDependencies, pollDue } from "../../../src/news/pipeline.ts";
import { createStoryLine } from "../../../src/news/publish-in-story.ts";
import { openStore } from "../../../src/store/open.ts";
import { buildFeed } from "../../helpers/build.ts";
import { type NewsRequest, type NewsServer, startNewsServer } from "../../helpers/news-server.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const START = new Date("2026-11-23T00:00:00Z").getTime();
const END = START + 7 * 24 * HOUR_MS;
/** How often the bot looks for what is due. */
const STEP_MS = 5 * MINUTE_MS;
const RESTARTS_AT = [START + 5 * MINUTE_MS, START + 30.5 * HOUR_MS, START + 80.5 * HOUR_MS, START + 80.6 * HOUR_MS];
/** The power goes in the middle of a poll, and the bot is started again at once. */
const CRASH_AT = START + 120 * HOUR_MS;
const USER_AGENT = "Pullquote/1 (+https://bot.example)";

let now = START;
const clock = (): Date => new Date(now);
const hoursIn = (time: Date): number => (time.getTime() - START) / HOUR_MS;

let server: NewsServer;
let folder: string;
const NAMES = ["busy", "tagged", "dated", "bare", "cached", "limited", "moved", "gone", "broken", "stale"] as const;

/** A feed whose newest entry is as old as its rhythm says. */
function document(hours: number, name: string, at = now): string {
  const newest = Math.floor((at - START) / HOUR_MS / hours);
  const items = Array.from({ length: 10 }, (_, i) => {
    const number = newest - i;
    const date = new Date(START + number * hours * HOUR_MS);
    const url = `http://${name}.example:${server.port}/page?of=${name}&amp;n=${number}`;
    return `<item><title>${name} ${number}</title><link>${url}</link><pubDate>${date.toUTCString()}</pubDate></item>`;
  });
  return `<rss version="2.0"><channel><title>${name}</title>${items.join("")}</channel></rss>`;
}
/** The last twenty minutes of the day in which something was published. */
function toDaytime(at: number): number {
  const hour = ((at - START) / HOUR_MS) % 24;
  const silentHours = hour >= 22 ? hour - 22 : hour < 6 ? hour + 2 : 0;
  return Math.floor((at - silentHours * HOUR_MS) / (20 * MINUTE_MS)) * 20 * MINUTE_MS;
}
const versionOf = (hours: number): string => `${Math.floor((now - START) / HOUR_MS / hours)}`;

function page({ path }: NewsRequest): string {
  const { searchParams } = new URL(path, "http://x.example");
  const title = `${searchParams.get("of")} ${searchParams.get("n")}`;
  const text = `In the town of Brume, number ${title} was told to the council, which will speak of it again. `.repeat(
    4,
  );
  return `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${text}</p></article></body></html>`;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "pullquote-week-"));
  server = await startNewsServer({}, { clock });
  // A note every twenty minutes by day, nothing from ten in the evening to six.
  server.set("/busy", () => ({ body: document(1 / 3, "busy", toDaytime(now)), etag: `"b${toDaytime(now)}"` }));
  server.set("/tagged", () => ({ body: document(2, "tagged"), etag: `W/"v ${versionOf(2)}"` }));
  server.set("/dated", () => ({ body: document(5, "dated"), lastModified: `version ${versionOf(5)}, odd but ours` }));
  server.set("/bare", () => ({ body: document(3, "bare") }));
  const headers = { "cache-control": "max-age=21600" };
  server.set("/cached", () => ({ body: document(1, "cached"), etag: '"c"', headers }));
  server.set("/limited", ({ at }) =>
    hoursIn(at) > 20 && hoursIn(at) < 40
      ? { status: 429, headers: { "retry-after": "36000" } }
      : { body: document(1, "limited"), etag: `"l${versionOf(1)}"` },
  );
  server.set("/moved", { status: 301, headers: { location: "/moved-here" } });
  server.set("/moved-here", () => ({ body: document(4, "moved"), etag: `"m${versionOf(4)}"` }));
  server.set("/gone", { status: 410 });
  server.set("/broken", { status: 500 });
  server.set("/stale", { body: document(100, "stale"), etag: '"always"' });
  server.set("/page", (request) => ({ body: page(request), contentType: "text/html" }));
  // The same jitter every run.
  let seed = 20261123;
  vi.spyOn(Math, "random").mockImplementation(() => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  });
});
afterAll(async () => {
  vi.restoreAllMocks();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const lookup: LookupFunction = (_name, options, callback) => {
  if (options.all === true) callback(null, [{ address: "127.0.0.1", family: 4 }]);
  else callback(null, "127.0.0.1", 4);
};

interface Run {
  readonly store: Store;
  poll(): Promise<void>;
  stop(): Promise<void>;
}

/** As the app starts: store, catalog, download, robots and the route of the news. */
async function start(): Promise<Run> {
  const store = await openStore(`sqlite:${join(folder, "bot.db")}`);
  const catalog = NAMES.map((name) =>
    buildFeed({ id: toFeedId(name), title: name, url: `http://${name}.example:${server.port}/${name}` }),
  );
  await store.feeds.save(keepMoves(catalog, await store.feeds.list(), await store.feeds.listStates()), clock());
  const net = createDownload({
    userAgent: USER_AGENT,
    allowedHosts: NAMES.map((name) => `${name}.example:${server.port}`),
    lookup,
    clock,
  });
  const dependencies: PipelineDependencies = {
    store,
    stories: createStoryLine(store),
    download: net.download,
    parseFeed,
    mayRead: createRobots({ download: net.download, userAgent: USER_AGENT, clock }).mayRead,
    readPage,
    readOwnText: READING_TASKS.readOwnText,
    siteMemory: createSiteMemory(),
    makeBrief: READING_TASKS.briefOf,
    clock,
    log: SILENT_LOG,
    owner: "me",
    pollEveryMs: null,
    onPolled: () => {},
    onEntryFailed: () => {},
    onPublished: () => {},
  };
  return {
    store,
    async poll() {
      while ((await pollDue(dependencies, 4)) > 0);
    },
    async stop() {
      await net.close();
      await store.close();
    },
  };
}

const toGaps = (requests: readonly NewsRequest[]): readonly number[] =>
  requests.slice(1).map((request, i) => hoursIn(request.at) - hoursIn(requests[i]?.at ?? new Date(START)));

/** Everything is due when the power goes: no state of the polls under way is written. */
async function crash(run: Run): Promise<number> {
  const { store } = run;
  const before = server.requests.length;
  const { saveState } = store.feeds;
  store.feeds.saveState = () => Promise.reject(new Error("The power went."));
  while (server.requests.length === before && now < END) {
    now += STEP_MS;
    await run.poll();
  }
  store.feeds.saveState = saveState;
  await run.stop();
  return server.requests.length - before;
}

test("a week of polling, with four restarts and a crash in it, bothers no server", async () => {
  let run = await start();
  let restartCount = 0;
  let crashedCount = 0;
  for (; now < END; now += STEP_MS) {
    if (now >= (RESTARTS_AT[restartCount] ?? END)) {
      restartCount += 1;
      await run.stop();
      run = await start();
    }
    if (crashedCount === 0 && now >= CRASH_AT) {
      crashedCount = await crash(run);
      run = await start();
    }
    await run.poll();
  }
  const feeds = await run.store.feeds.list();
  const articleCount = await run.store.articles.count();
  await run.stop();
  expect([restartCount, crashedCount > 0]).toEqual([4, true]);

  // None faster than half its own gap, also around restarts and the crash.
  for (const name of [...NAMES.slice(1), "moved-here"]) {
    const gaps = toGaps(server.requestsTo(`/${name}`));
    // After hours of silence the list of the limited one is all new, and may have lost some: that is looked into soon.
    expect(Math.min(...gaps), name).toBeGreaterThanOrEqual(name === "limited" ? 1 / 6 : 1);
  }
  expect(Math.min(...toGaps(server.requestsTo("/bare")))).toBeGreaterThanOrEqual(1.5);
  // One that publishes by the minute is visited every ten minutes at most, and hourly while it is silent at night.
  const busyGaps = toGaps(server.requestsTo("/busy"));
  expect(Math.min(...busyGaps)).toBeGreaterThanOrEqual(1 / 6 - 0.001);
  expect(Math.max(...busyGaps.slice(10))).toBeLessThanOrEqual(1.3);
  expect(busyGaps.length).toBeLessThan(24 * 7 * 6 * 0.75);

  // No unconditional request without cause: only the first, for servers that sent a validator.
  for (const name of ["tagged", "dated", "cached", "stale", "moved-here"]) {
    const requests = server.requestsTo(`/${name}`);
    const bare = requests.filter(({ headers }) => !headers["if-none-match"] && !headers["if-modified-since"]);
    expect(requests.length, name).toBeGreaterThan(5);
    expect(bare.length, name).toBe(1);
  }
  // Validators go back as they came, each only of its own kind.
  for (const { headers } of server.requestsTo("/tagged").slice(1)) {
    expect(headers["if-none-match"]).toMatch(/^W\/"v \d+"$/);
    expect(headers["if-modified-since"]).toBeUndefined();
  }
  for (const { headers } of server.requestsTo("/dated").slice(1)) {
    expect(headers["if-modified-since"]).toMatch(/^version \d+, odd but ours$/);
  }
  for (const { headers } of server.requestsTo("/bare")) {
    expect(headers["if-none-match"] ?? headers["if-modified-since"]).toBeUndefined();
  }

  // max-age and Retry-After are waited out.
  expect(Math.min(...toGaps(server.requestsTo("/cached")))).toBeGreaterThanOrEqual(6);
  const limited = server.requestsTo("/limited").filter(({ at }) => hoursIn(at) > 20 && hoursIn(at) < 40);
  expect(limited.length).toBe(2);
  expect(Math.min(...toGaps(limited))).toBeGreaterThanOrEqual(10);

  // The new address is believed after a day, and the old one left alone, though the catalog still has it.
  const movedAsks = server.requestsTo("/moved");
  expect(movedAsks.length).toBeGreaterThanOrEqual(3);
  expect(hoursIn(movedAsks.at(-1)?.at ?? new Date(END))).toBeLessThan(30);
  expect(feeds.find((feed) => feed.id === "moved")?.url).toBe(`http://moved.example:${server.port}/moved-here`);

  // Gone is believed the second time; a broken server sees less and less of the bot.
  expect(server.requestsTo("/gone").length).toBe(2);
  expect(server.requestsTo("/broken").length).toBeLessThanOrEqual(12);

  // Each page is read once, whatever happens in between; robots.txt at most once a day and start.
  const pages = server.requests.filter(({ path }) => path.startsWith("/page?"));
  const asked = pages.map(({ path }) => path);
  expect(asked.length).toBeGreaterThan(200);
  expect(new Set(asked).size).toBe(asked.length);
  expect(articleCount).toBe(asked.length);
  const startCount = 1 + RESTARTS_AT.length + 1;
  expect(server.requestsTo("/robots.txt").length).toBeLessThanOrEqual(NAMES.length * (7 + startCount));

  // The bot says who it is, and carries nothing else.
  for (const { headers } of server.requests) {
    expect(headers["user-agent"]).toBe(USER_AGENT);
    expect(headers["accept-encoding"]).toBe("gzip, br");
    expect([headers.cookie, headers.referer, headers["cache-control"]]).toEqual([undefined, undefined, undefined]);
  }

  // News is not missed for politeness: a feed that changes every two hours is visited about hourly.
  expect(server.requestsTo("/tagged").length).toBeGreaterThan(120);
});
