/** `npx tsx bench/poll.ts [feeds] [rounds]`: many feeds on a loopback server with ETags, 30% changed in each round. */

import { fork } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo, LookupFunction } from "node:net";
import { fileURLToPath } from "node:url";
import type { FeedState } from "../src/domain/feed.ts";
import { toFeedId } from "../src/domain/id.ts";
import { chooseNew, entryKeys } from "../src/feeds/entry-key.ts";
import { parseFeed } from "../src/feeds/parse.ts";
import { nextState, type PollOutcome } from "../src/feeds/schedule.ts";
import { createDownload } from "../src/net/download.ts";

const CHANGED_SHARE = 0.3;
const FEEDS_PER_HOST = 10;
const ENTRIES = 20;
const CONCURRENCY = 32;

/** The round in which a feed last changed: three in ten change each round, others by turns. */
function versionOf(feed: number, round: number): number {
  for (let each = round; each > 0; each -= 1) if ((feed * 7 + each * 3) % 10 < CHANGED_SHARE * 10) return each;
  return 0;
}

function toDocument(feed: number, version: number): string {
  const items = Array.from({ length: ENTRIES }, (_, i) => {
    const number = version * ENTRIES + ENTRIES - i;
    const date = new Date(Date.UTC(2026, 10, 1) + number * 3_600_000).toUTCString();
    const text = "The harbor of Port Brume opened again on Monday after a week of storms. ".repeat(5);
    return `<item><title>Story ${number} of feed ${feed}</title><link>https://f${feed}.example/${number}</link><guid isPermaLink="false">${feed}-${number}</guid><pubDate>${date}</pubDate><description><![CDATA[<p>${text}</p>]]></description></item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Feed ${feed}</title><link>https://f${feed}.example/</link>${items.join("\n")}</channel></rss>`;
}

function serve(): void {
  let round = 0;
  const server = createServer((request, response) => {
    const feed = Number((request.url ?? "/0").slice(1));
    const version = versionOf(feed, round);
    const etag = `W/"${feed}-${version}"`;
    response.setHeader("etag", etag);
    if (request.headers["if-none-match"] === etag) {
      response.statusCode = 304;
      response.end();
      return;
    }
    response.setHeader("content-type", "application/rss+xml; charset=utf-8");
    response.end(toDocument(feed, version));
  });
  process.on("message", (message: { readonly round: number }) => {
    round = message.round;
    process.send?.({ round });
  });
  server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
}

async function measure(feedCount: number, rounds: number): Promise<void> {
  const server = fork(fileURLToPath(import.meta.url), ["--serve"]);
  const next = <T>(): Promise<T> =>
    new Promise((resolve) => server.once("message", (message) => resolve(message as T)));
  const { port } = await next<{ port: number }>();
  const lookup: LookupFunction = (_name, options, callback) => {
    if (options.all === true) callback(null, [{ address: "127.0.0.1", family: 4 }]);
    else callback(null, "127.0.0.1", 4);
  };
  const hostOf = (feed: number): string => `host${Math.floor(feed / FEEDS_PER_HOST)}.example:${port}`;
  const net = createDownload({
    userAgent: "Pullquote/bench",
    allowedHosts: Array.from({ length: Math.ceil(feedCount / FEEDS_PER_HOST) }, (_, i) => hostOf(i * FEEDS_PER_HOST)),
    lookup,
  });
  const states: FeedState[] = Array.from({ length: feedCount }, (_, i) => ({
    feedId: toFeedId(`feed-${i}`),
    etag: null,
    lastModified: null,
    bodyHash: null,
    nextPollAt: new Date(),
    lastPollAt: null,
    lastSuccessAt: null,
    failureCount: 0,
    lastError: null,
    disabledReason: null,
    memory: {},
  }));
  const counts = { fresh: 0, unchanged: 0, failed: 0 };

  async function poll(index: number): Promise<void> {
    const state = states[index];
    if (state === undefined) return;
    const { etag, lastModified } = state;
    const downloaded = await net.download(`http://${hostOf(index)}/${index}`, { accept: "feed", etag, lastModified });
    let outcome: PollOutcome;
    if (downloaded.status === "fresh") {
      const parsed = await parseFeed(downloaded.body, downloaded.contentType, downloaded.url);
      const keyed = entryKeys(parsed.entries);
      chooseNew(keyed, { seen: new Set(), isFirstPoll: state.lastSuccessAt === null, now: new Date() });
      outcome = { ...downloaded, entries: parsed.entries, feedHints: parsed.hints };
    } else outcome = downloaded;
    counts[outcome.status] += 1;
    states[index] = nextState(state, outcome, new Date(), Math.random());
  }

  console.log(
    `${feedCount} feeds on ${Math.ceil(feedCount / FEEDS_PER_HOST)} hosts, ${rounds} rounds, ${CONCURRENCY} polls at once\n`,
  );
  console.log("round   polls/s   fresh  unchanged  failed   CPU s   heap MB   RSS MB   of round 1: heap   RSS");
  let first: NodeJS.MemoryUsage | null = null;
  for (let round = 0; round < rounds; round += 1) {
    server.send({ round });
    await next();
    Object.assign(counts, { fresh: 0, unchanged: 0, failed: 0 });
    const startedAt = performance.now();
    const cpu = process.cpuUsage();
    // Polls come in the order of their jitter, not host by host.
    const order = Array.from({ length: feedCount }, (_, i) => (i * 7919) % feedCount);
    let taken = 0;
    const run = async (): Promise<void> => {
      for (let i = taken++; i < feedCount; i = taken++) await poll(order[i] ?? 0);
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, run));
    const seconds = (performance.now() - startedAt) / 1000;
    const used = process.cpuUsage(cpu);
    globalThis.gc?.();
    const memory = process.memoryUsage();
    first ??= memory;
    const cells = [
      [String(round + 1), 5],
      [(feedCount / seconds).toFixed(0), 10],
      [String(counts.fresh), 8],
      [String(counts.unchanged), 11],
      [String(counts.failed), 8],
      [((used.user + used.system) / 1e6).toFixed(1), 8],
      [(memory.heapUsed / 1e6).toFixed(0), 10],
      [(memory.rss / 1e6).toFixed(0), 9],
      [(memory.heapUsed / first.heapUsed).toFixed(2), 19],
      [(memory.rss / first.rss).toFixed(2), 6],
    ] as const;
    console.log(cells.map(([text, width]) => text.padStart(width)).join(""));
  }
  await net.close();
  server.disconnect();
  server.kill();
}

if (process.argv.includes("--serve")) serve();
else await measure(Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 10));
