/**
 * `npm run build && npx tsx bench/newsroom.ts [--only=silent,hanging,many,rate] [--store=FILE] [--rates=5,15,30]
 * [--each=500,5000] [--feeds=1000,10000]`: the built bot between many outlets and emulators of Discord and Telegram.
 * Feeds that are silent, pages that hang, so many channels of each platform, and how many articles a second it bears,
 * also with an SQLite file that is full (bench/filled-store.ts makes one); a row as soon as it is measured. What one bad
 * chat does to others is in bench/fairness.ts.
 */

import { loadavg } from "node:os";
import { openNewsroom, type Subscriber, sleep, waitFor } from "./newsroom/newsroom.ts";
import type { Arrival, ReceiverName } from "./newsroom/receivers.ts";

const WAIT_MS_MAX = 300_000;
/** Each message there is allowed so many a second by the whole platform. */
const PER_SECOND: Readonly<Record<ReceiverName, number>> = { discord: 50, telegram: 30 };

const readOption = (name: string): string | undefined =>
  process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const only = readOption("only")?.split(",");
const storePath = readOption("store");
const rates = (readOption("rates") ?? "5,15,30").split(",").map(Number);
const channelCounts = (readOption("each") ?? "500").split(",").map(Number);
const feedCounts = (readOption("feeds") ?? "1000").split(",").map(Number);
const isWished = (name: string): boolean => only?.includes(name) ?? true;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const inSeconds = (ms: number): string => (ms / 1000).toFixed(2);
const load = (): string => (loadavg()[0] ?? 0).toFixed(0);

function head(...cells: readonly string[]): void {
  say(`\n| ${cells.join(" | ")} | load |`);
  say(`|${"---|".repeat(cells.length + 1)}`);
}
const row = (...cells: readonly (string | number)[]): void => say(`| ${cells.join(" | ")} | ${load()} |`);

const toPercentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** So many feeds are visited for the first time; some never answer. */
async function measureSilent(): Promise<void> {
  for (const count of feedCounts) await measureSilentOf(count);
}

async function measureSilentOf(feeds: number): Promise<void> {
  const names = ["visited", "all others visited after, s", "of healthy", "CPU s, main thread", "resident MB, at most"];
  head(`${feeds} feeds, never answering`, ...names);
  let healthyMs = Number.NaN;
  for (const silentShare of [0, 0.02]) {
    const silentCount = feeds * silentShare;
    const isFeedSilent = (feed: number): boolean => feed % 50 === 7 && silentCount > 0;
    const room = await openNewsroom({ count: feeds, isFeedSilent, pollEveryMs: 60 * 60 * 1000 });
    try {
      const startedAt = performance.now();
      await room.startBot();
      await waitFor(async () => (await room.visitedCount()) >= feeds - silentCount, 3 * WAIT_MS_MAX, 250 + feeds / 4);
      const tookMs = performance.now() - startedAt;
      if (silentCount === 0) healthyMs = tookMs;
      const { mainMs, mostMb } = await room.usage();
      const share = (tookMs / healthyMs).toFixed(2);
      row(
        `${silentShare * 100}%`,
        await room.visitedCount(),
        inSeconds(tookMs),
        share,
        inSeconds(mainMs ?? Number.NaN),
        mostMb.toFixed(0),
      );
    } finally {
      await room.close();
    }
  }
}

interface Flow {
  readonly feeds: number;
  readonly perSecond: number;
  readonly seconds: number;
  readonly arePagesSilent?: (feed: number) => boolean;
}

/** News comes at a rate, each feed to a Discord channel of its own; what arrived of it, and the bot's processor time. */
async function runFlow({ feeds, perSecond, seconds, arePagesSilent }: Flow) {
  const isSilent = arePagesSilent ?? (() => false);
  const room = await openNewsroom({ count: feeds, arePagesSilent: isSilent, pollEveryMs: 1_000, storePath });
  try {
    await room.startBot();
    await waitFor(async () => (await room.visitedCount()) >= feeds, WAIT_MS_MAX);
    const channels = room.receivers.addChannels(feeds);
    await room.subscribe(
      room.outlets.feeds.map(({ id }, feed) => ({ platform: "discord", address: channels[feed] ?? "", feedIds: [id] })),
    );
    // The first article starts what reads; it is not counted.
    const first = room.outlets.publish(1);
    await waitFor(() => room.receivers.arrivals.some(({ number }) => number === first), WAIT_MS_MAX);
    const before = await room.usage();
    const startedAt = performance.now();
    const expected: number[] = [];
    for (let count = 0; count < perSecond * seconds; count += 1) {
      const aheadMs = startedAt + (count * 1000) / perSecond - performance.now();
      if (aheadMs > 0) await sleep(aheadMs);
      const number = room.outlets.publish(count % feeds);
      if (!isSilent(count % feeds)) expected.push(number);
    }
    const lastAt = performance.now();
    const find = (): ReadonlyMap<number, Arrival> =>
      new Map(room.receivers.arrivals.map((arrival) => [arrival.number, arrival]));
    await waitFor(() => expected.every((number) => find().has(number)), 120_000);
    const drainedMs = performance.now() - lastAt;
    const after = await room.usage();
    const found = find();
    const delays = expected.flatMap((number) => {
      const at = found.get(number)?.atMs;
      return at === undefined ? [] : [at - (room.outlets.appearedAt.get(number) ?? 0)];
    });
    return {
      delays,
      missing: expected.length - delays.length,
      drainedMs,
      mainMs: ((after.mainMs ?? Number.NaN) - (before.mainMs ?? Number.NaN)) / (perSecond * seconds),
      allMs: (after.allMs - before.allMs) / (perSecond * seconds),
    };
  } finally {
    await room.close();
  }
}

async function measureHanging(): Promise<void> {
  head("pages of 1 feed in 10", "articles", "appear to Discord p50, s", "p95, s", "missing", "p95 of healthy");
  let healthy = Number.NaN;
  for (const hang of [false, true]) {
    const arePagesSilent = (feed: number): boolean => hang && feed % 10 === 3;
    const { delays, missing } = await runFlow({ feeds: 40, perSecond: 2, seconds: 60, arePagesSilent });
    const p95 = toPercentile(delays, 0.95);
    if (!hang) healthy = p95;
    const cells = [inSeconds(toPercentile(delays, 0.5)), inSeconds(p95), missing, (p95 / healthy).toFixed(2)];
    row(hang ? "hang" : "answer", delays.length, ...cells);
  }
}

/** The most that arrived within any one second. */
function findDensest(times: readonly number[]): number {
  let [most, from] = [0, 0];
  for (const [to, time] of times.entries()) {
    while ((times[from] ?? 0) <= time - 1000) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

/** One article for many channels, half on Discord and half on Telegram, 50 ms away. */
async function measureMany(): Promise<void> {
  for (const each of channelCounts) await measureManyOf(each);
}

async function measureManyOf(count: number): Promise<void> {
  const paces = ["arrived", "first, s", "last, s", "most in a second", "first to last, of floor", "429"];
  head(`${count} channels of each, 50 ms away`, ...paces, "CPU ms a post, main thread", "all threads");
  for (const order of ["by turns", "one platform after the other"]) {
    const room = await openNewsroom({ count: 1, latencyMs: 50, pollEveryMs: 500 });
    try {
      await room.startBot();
      await waitFor(async () => (await room.visitedCount()) >= 1, WAIT_MS_MAX);
      const toSubscribers = (platform: ReceiverName, addresses: readonly string[]): readonly Subscriber[] =>
        addresses.map((address) => ({ platform, address, feedIds: [] }));
      const discord = toSubscribers("discord", room.receivers.addChannels(count));
      const telegram = toSubscribers("telegram", room.receivers.addChats(count));
      const mixed = discord.flatMap((each, index) => [each, ...telegram.slice(index, index + 1)]);
      await room.subscribe(order === "by turns" ? mixed : [...discord, ...telegram]);
      const before = await room.usage();
      const number = room.outlets.publish(0);
      const appearedAt = room.outlets.appearedAt.get(number) ?? 0;
      await waitFor(
        () => room.receivers.arrivals.length >= 2 * count,
        WAIT_MS_MAX + (count * 1000) / PER_SECOND.telegram,
      );
      const after = await room.usage();
      const mainMs = ((after.mainMs ?? Number.NaN) - (before.mainMs ?? Number.NaN)) / (2 * count);
      const allMs = (after.allMs - before.allMs) / (2 * count);
      for (const platform of ["discord", "telegram"] as const) {
        const times = room.receivers.arrivals
          .filter((arrival) => arrival.platform === platform && arrival.number === number)
          .map(({ atMs }) => atMs - appearedAt)
          .sort((a, b) => a - b);
        const [first = 0, last = 0] = [times[0], times.at(-1)];
        const floorMs = (count * 1000) / PER_SECOND[platform];
        const share = ((last - first) / floorMs).toFixed(2);
        const pace = [inSeconds(first), inSeconds(last), findDensest(times), share, room.receivers.refusedCount()];
        row(`${platform}, ${order}`, times.length, ...pace, mainMs.toFixed(1), allMs.toFixed(1));
      }
    } finally {
      await room.close();
    }
  }
}

async function measureRate(): Promise<void> {
  const names = ["articles a second", "articles", "p50, s", "p95, s", "all out after, s", "missing"];
  head(...names, "CPU ms each, main thread", "all threads", "a second, by the main thread");
  for (const perSecond of rates) {
    const { delays, missing, drainedMs, mainMs, allMs } = await runFlow({ feeds: 60, perSecond, seconds: 20 });
    const [p50, p95] = [0.5, 0.95].map((share) => inSeconds(toPercentile(delays, share)));
    const cells = [mainMs.toFixed(1), allMs.toFixed(1), (1000 / mainMs).toFixed(0)];
    row(perSecond, delays.length, p50 ?? "", p95 ?? "", inSeconds(drainedMs), missing, ...cells);
  }
}

const MEASURES = { silent: measureSilent, hanging: measureHanging, many: measureMany, rate: measureRate };
for (const [name, measure] of Object.entries(MEASURES)) if (isWished(name)) await measure();
process.exit(0);
