/**
 * A simulated month of feeds of all habits, polled by the bot's own schedule and choice of entries: what is carried, what
 * twice, how late, and at what cost beside a poller that comes every ten minutes. `npx tsx bench/news.ts [days]`
 */

import type { Entry, FeedState } from "../src/domain/feed.ts";
import { toFeedId } from "../src/domain/id.ts";
import { chooseNew, entryKeys } from "../src/feeds/entry-key.ts";
import { nextState } from "../src/feeds/schedule.ts";
import { createRandom } from "../tools/learning/random.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const START_MS = Date.parse("2026-11-01T00:00:00Z");
const DAYS = Number(process.argv[2] ?? 30);
const END_MS = START_MS + DAYS * DAY_MS;
const FEEDS_PER_HABIT = 5;
/** The bot is off from one to the other. */
const OFF_MS = [START_MS + 9.4 * DAY_MS, START_MS + 9.6 * DAY_MS] as const;
const ENTRY_BYTES = 1_100;
const HEAD_BYTES = 900;
const UNCHANGED_BYTES = 300;
const FIXED_MS = 10 * MINUTE_MS;

interface Told {
  readonly id: number;
  readonly atMs: number;
}

interface Habit {
  readonly name: string;
  /** Minutes between entries; several a time when `atOnce` is given. */
  readonly everyMinutes: number;
  readonly atOnce?: number;
  readonly isByDay?: boolean;
  readonly window: number;
  /** How the feed words an entry when it is asked at a time. */
  readonly dress: (told: Told, nowMs: number) => Partial<Entry>;
}

const half = START_MS + (END_MS - START_MS) / 2;
const page = (id: number, host = "quay"): string => `https://${host}.example/news/${id}`;
const HABITS: readonly Habit[] = [
  { name: "by the minute", everyMinutes: 3, window: 30, dress: () => ({}) },
  { name: "busy by day", everyMinutes: 12, isByDay: true, window: 25, dress: () => ({}) },
  { name: "hourly", everyMinutes: 55, window: 20, dress: () => ({}) },
  { name: "daily list", everyMinutes: 1440, atOnce: 12, window: 12, dress: () => ({}) },
  { name: "undated", everyMinutes: 25, window: 20, dress: () => ({ publishedAt: null }) },
  {
    name: "day for a date",
    everyMinutes: 90,
    window: 15,
    dress: ({ atMs }) => ({ publishedAt: new Date(Math.floor(atMs / DAY_MS) * DAY_MS) }),
  },
  {
    name: "moved",
    everyMinutes: 120,
    window: 20,
    dress: ({ id }, nowMs) => (nowMs < half ? {} : { guid: `urn:${id}`, url: page(id, "pier") }),
  },
  {
    name: "renamed",
    everyMinutes: 120,
    window: 20,
    dress: ({ id }, nowMs) =>
      nowMs < half ? {} : { guid: `n${id}`, url: page(id, "pier"), title: `Quay: note ${id}` },
  },
  { name: "re-dated", everyMinutes: 150, window: 15, dress: (_told, nowMs) => ({ publishedAt: new Date(nowMs) }) },
  { name: "without guids", everyMinutes: 45, window: 20, dress: () => ({ guid: null }) },
  { name: "one address", everyMinutes: 200, window: 8, dress: () => ({ url: "https://quay.example/status" }) },
  {
    name: "sessions",
    everyMinutes: 70,
    window: 15,
    dress: ({ id }, nowMs) => ({ guid: null, url: `${page(id)}?v=${nowMs}` }),
  },
];

const random = createRandom(20261101);

/** When the feed publishes, oldest first; a window's worth stands there before the start. */
function publish({ everyMinutes, atOnce = 1, isByDay = false, window }: Habit): readonly Told[] {
  const told: Told[] = [];
  let atMs = START_MS - (window / atOnce + 2) * everyMinutes * MINUTE_MS * (isByDay ? 2 : 1);
  for (let id = 1; atMs < END_MS; ) {
    atMs += everyMinutes * MINUTE_MS * (atOnce > 1 ? 1 : 0.5 + random());
    const hour = (atMs % DAY_MS) / HOUR_MS;
    if (isByDay && (hour < 6 || hour > 22)) continue;
    for (let count = 0; count < atOnce; count += 1, id += 1) told.push({ id, atMs: atMs - count * 1000 });
  }
  return told;
}

function list(habit: Habit, told: readonly Told[], nowMs: number): readonly Entry[] {
  let end = told.length;
  while (end > 0 && (told[end - 1]?.atMs ?? 0) > nowMs) end -= 1;
  const shown = told.slice(Math.max(0, end - habit.window), end).toReversed();
  return shown.map((each) => ({
    guid: `id-${each.id}`,
    url: page(each.id),
    title: `Note ${each.id} of the quay`,
    byline: null,
    publishedAt: new Date(each.atMs),
    html: String(each.id),
    ...habit.dress(each, nowMs),
  }));
}

interface Tally {
  published: number;
  carried: number;
  twice: number;
  /** Most that came at one poll. */
  most: number;
  requests: number;
  bytes: number;
  fixedBytes: number;
  readonly delaysMs: number[];
}

function run(habit: Habit, tally: Tally): void {
  const told = publish(habit);
  const met = new Set<string>();
  const carried = new Set<number>();
  let state: FeedState = {
    feedId: toFeedId("quay"),
    etag: null,
    lastModified: null,
    bodyHash: null,
    nextPollAt: new Date(START_MS + random() * HOUR_MS),
    lastPollAt: null,
    lastSuccessAt: null,
    failureCount: 0,
    lastError: null,
    disabledReason: null,
    memory: {},
  };
  const firstMs = state.nextPollAt.getTime();
  const answer = { url: "", permanentUrl: null, contentType: null, xRobotsTag: null, tdmReservation: null, link: null };
  for (let nowMs = firstMs; nowMs < END_MS; nowMs = Math.max(state.nextPollAt.getTime(), nowMs + 1)) {
    if (nowMs > OFF_MS[0] && nowMs < OFF_MS[1]) {
      state = { ...state, nextPollAt: new Date(OFF_MS[1] + random() * MINUTE_MS) };
      continue;
    }
    const entries = list(habit, told, nowMs);
    const etag = JSON.stringify(entries);
    const now = new Date(nowMs);
    const hints = { maxAgeMs: null, retryAfterMs: null };
    tally.requests += 1;
    if (etag === state.etag) {
      tally.bytes += UNCHANGED_BYTES;
      state = nextState(state, { status: "unchanged", url: "", etag, lastModified: null, hints }, now, random());
      continue;
    }
    tally.bytes += HEAD_BYTES + entries.length * ENTRY_BYTES;
    const keyed = entryKeys(entries);
    const seen = new Set(keyed.flatMap(({ keys }) => keys).filter((key) => met.has(key)));
    const isFirstPoll = state.lastSuccessAt === null;
    const { fresh, seeded, later } = chooseNew(keyed, { seen, isFirstPoll, now, freshMax: 25 });
    for (const { keys } of [...fresh, ...seeded]) for (const key of keys) met.add(key);
    for (const { entry } of fresh) {
      const id = Number(entry.html);
      const atMs = told[id - 1]?.atMs ?? 0;
      if (carried.has(id)) tally.twice += 1;
      else if (atMs > firstMs && !(atMs > OFF_MS[0] && atMs < OFF_MS[1])) tally.delaysMs.push(nowMs - atMs);
      carried.add(id);
    }
    if (!isFirstPoll) tally.most = Math.max(tally.most, fresh.length);
    const body = new Uint8Array(1);
    const counts = {
      failedCount: later.length,
      newCount: fresh.length + later.length,
      isMoreWaiting: later.length > 0,
    };
    const outcome = { status: "fresh", ...answer, body, etag, lastModified: null, hints, entries, ...counts } as const;
    state = nextState(state, outcome, now, random());
  }
  // What came in the last hours may still be on its way.
  const due = told.filter(({ atMs }) => atMs > firstMs && atMs < END_MS - DAY_MS / 2);
  tally.published += due.length;
  tally.carried += due.filter(({ id }) => carried.has(id)).length;
  for (let nowMs = firstMs; nowMs < END_MS; nowMs += FIXED_MS)
    tally.fixedBytes += HEAD_BYTES + habit.window * ENTRY_BYTES;
}

const at = (sorted: readonly number[], share: number): string =>
  ((sorted[Math.floor(sorted.length * share)] ?? 0) / MINUTE_MS).toFixed(1);

function print(name: string, tally: Tally, feeds: number): void {
  const sorted = tally.delaysMs.toSorted((a, b) => a - b);
  const perDay = (count: number): string => (count / feeds / DAYS).toFixed(0);
  console.log(
    `| ${name} | ${tally.published} | ${((100 * tally.carried) / tally.published).toFixed(2)}% | ${tally.twice} | ${tally.most} | ${at(sorted, 0.5)} | ${at(sorted, 0.95)} | ${perDay(tally.requests)} | ${perDay(tally.bytes / 1000)} | ${perDay(tally.fixedBytes / 1000)} |`,
  );
}

const open = (): Tally => ({
  published: 0,
  carried: 0,
  twice: 0,
  most: 0,
  requests: 0,
  bytes: 0,
  fixedBytes: 0,
  delaysMs: [],
});
console.log(
  "| habit | new | carried | twice | most a poll | median min | p95 min | requests a day | kB a day | kB, every 10 min whole |",
);
console.log("|---|---|---|---|---|---|---|---|---|---|");
const all = open();
for (const habit of HABITS) {
  const tally = open();
  for (let count = 0; count < FEEDS_PER_HABIT; count += 1) run(habit, tally);
  print(habit.name, tally, FEEDS_PER_HABIT);
  for (const key of ["published", "carried", "twice", "requests", "bytes", "fixedBytes"] as const)
    all[key] += tally[key];
  all.most = Math.max(all.most, tally.most);
  for (const delay of tally.delaysMs) all.delaysMs.push(delay);
}
print("all", all, HABITS.length * FEEDS_PER_HABIT);
