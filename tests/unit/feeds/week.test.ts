/** A week of polling by a fake clock against a server that keeps a record: Rachel Kroll's criteria for feed readers. */

import type { LookupFunction } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FeedState } from "../../../src/domain/feed.ts";
import { toFeedId } from "../../../src/domain/id.ts";
import { parseFeed } from "../../../src/feeds/parse.ts";
import { findNewUrl, nextState, type PollOutcome } from "../../../src/feeds/schedule.ts";
import { createDownload } from "../../../src/net/download.ts";
import { type NewsRequest, type NewsServer, startNewsServer } from "../../helpers/news-server.ts";

const HOUR_MS = 3_600_000;
const START = new Date("2026-11-23T00:00:00Z").getTime();
const END = START + 7 * 24 * HOUR_MS;
const RESTART_AT = START + 80.5 * HOUR_MS;

let now = START;
const clock = (): Date => new Date(now);
const hoursIn = (time: Date): number => (time.getTime() - START) / HOUR_MS;

/** A feed whose newest entry is as old as its rhythm says. */
function document(hours: number, title: string): string {
  const newest = Math.floor((now - START) / HOUR_MS / hours);
  const items = Array.from({ length: 10 }, (_, i) => {
    const date = new Date(START + (newest - i) * hours * HOUR_MS);
    return `<item><title>${title} ${newest - i}</title><link>https://${title}.example/${newest - i}</link><pubDate>${date.toUTCString()}</pubDate></item>`;
  });
  return `<rss version="2.0"><channel><title>${title}</title>${items.join("")}</channel></rss>`;
}
const versionOf = (hours: number): string => `${Math.floor((now - START) / HOUR_MS / hours)}`;

let server: NewsServer;
const NAMES = ["tagged", "dated", "bare", "cached", "limited", "moved", "gone", "broken", "stale"] as const;
type Name = (typeof NAMES)[number];

beforeAll(async () => {
  server = await startNewsServer({}, { clock });
  server.set("/tagged", () => ({ body: document(2, "tagged"), etag: `W/"v ${versionOf(2)}"` }));
  server.set("/dated", () => ({ body: document(5, "dated"), lastModified: `version ${versionOf(5)}, odd but ours` }));
  server.set("/bare", () => ({ body: document(3, "bare") }));
  server.set("/cached", () => ({
    body: document(1, "cached"),
    etag: '"c"',
    headers: { "cache-control": "max-age=21600" },
  }));
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
});
afterAll(() => server.close());

const lookup: LookupFunction = (_name, options, callback) => {
  if (options.all === true) callback(null, [{ address: "127.0.0.1", family: 4 }]);
  else callback(null, "127.0.0.1", 4);
};

const openNet = () =>
  createDownload({
    userAgent: "Pullquote/1 (+https://bot.example)",
    allowedHosts: NAMES.map((name) => `${name}.example:${server.port}`),
    lookup,
    clock,
  });

/** The same numbers every run. */
let seed = 20261123;
function random(): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
}

interface Known {
  url: string;
  state: FeedState;
}

/** What the pipeline does with one feed, without publishing. */
async function poll(known: Known, net: ReturnType<typeof openNet>): Promise<void> {
  const { etag, lastModified } = known.state;
  const downloaded = await net.download(known.url, { accept: "feed", etag, lastModified });
  let outcome: PollOutcome;
  if (downloaded.status === "fresh") {
    const parsed = await parseFeed(downloaded.body, downloaded.contentType, downloaded.url);
    outcome = { ...downloaded, entries: parsed.entries, feedHints: parsed.hints };
  } else outcome = downloaded;
  known.state = nextState(known.state, outcome, clock(), random());
  known.url = findNewUrl(known.state) ?? known.url;
}

/** As if written to the database and read again. */
function store(state: FeedState): FeedState {
  return { ...state, memory: JSON.parse(JSON.stringify(state.memory)) };
}

const toGaps = (requests: readonly NewsRequest[]): readonly number[] =>
  requests.slice(1).map((request, i) => hoursIn(request.at) - hoursIn(requests[i]?.at ?? new Date(START)));

test("a week of polling, with a restart in it, bothers no server", async () => {
  let net = openNet();
  const feeds = new Map<Name, Known>(
    NAMES.map((name) => [
      name,
      {
        url: `http://${name}.example:${server.port}/${name}`,
        state: {
          feedId: toFeedId(name),
          etag: null,
          lastModified: null,
          bodyHash: null,
          nextPollAt: new Date(START),
          lastPollAt: null,
          lastSuccessAt: null,
          failureCount: 0,
          lastError: null,
          disabledReason: null,
          memory: {},
        },
      },
    ]),
  );
  let isRestarted = false;
  for (;;) {
    const due = [...feeds.values()]
      .filter((each) => each.state.disabledReason === null)
      .sort((a, b) => a.state.nextPollAt.getTime() - b.state.nextPollAt.getTime())[0];
    if (due === undefined || due.state.nextPollAt.getTime() > END) break;
    if (!isRestarted && due.state.nextPollAt.getTime() > RESTART_AT) {
      isRestarted = true;
      await net.close();
      for (const known of feeds.values()) known.state = store(known.state);
      net = openNet();
    }
    now = Math.max(now, due.state.nextPollAt.getTime());
    await poll(due, net);
  }
  await net.close();
  expect(isRestarted).toBe(true);

  // None faster than allowed, also around the restart.
  for (const name of NAMES) {
    const gaps = toGaps(server.requestsTo(`/${name}`));
    expect(Math.min(...gaps), name).toBeGreaterThanOrEqual(1);
  }

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

  // The new address is believed after a day, and the old one left alone.
  const movedAsks = server.requestsTo("/moved");
  expect(movedAsks.length).toBeGreaterThanOrEqual(3);
  expect(hoursIn(movedAsks.at(-1)?.at ?? new Date(END))).toBeLessThan(30);
  expect(feeds.get("moved")?.url).toBe(`http://moved.example:${server.port}/moved-here`);

  // Gone is believed the second time; a broken server sees less and less of the bot.
  expect(server.requestsTo("/gone").length).toBe(2);
  expect(server.requestsTo("/broken").length).toBeLessThanOrEqual(12);

  // The bot says who it is, and carries nothing else.
  for (const { headers } of server.requests) {
    expect(headers["user-agent"]).toBe("Pullquote/1 (+https://bot.example)");
    expect(headers["accept-encoding"]).toBe("gzip, br");
    expect([headers.cookie, headers.referer, headers["cache-control"]]).toEqual([undefined, undefined, undefined]);
  }

  // News is not missed for politeness: a feed that changes every two hours is visited about hourly.
  expect(server.requestsTo("/tagged").length).toBeGreaterThan(130);
}, 60_000);
