/** Channels are told once, in plain words, that a feed they named is given up; and nothing noisy comes when it works again. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { type NoticeDependencies, sayDue } from "../../../src/delivery/say-notices.ts";
import { toFeedId } from "../../../src/domain/id.ts";
import { type Platform, SILENT_LOG } from "../../../src/domain/platform.ts";
import type { Store } from "../../../src/domain/store.ts";
import {
  type Destination,
  EMPTY_FILTER,
  type PlatformName,
  type SendResult,
} from "../../../src/domain/subscription.ts";
import type { Downloaded } from "../../../src/net/download.ts";
import { type PipelineDependencies, pollDue } from "../../../src/news/pipeline.ts";
import { ask } from "../../helpers/ask.ts";
import { buildFeed, buildSubscription, NOW } from "../../helpers/build.ts";
import { buildPolling } from "../../helpers/build-polling.ts";
import { buildPlatform } from "../../helpers/fake-platform.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const FEED = buildFeed();
const OTHER = buildFeed({ id: toFeedId("tide-post"), title: "Tide Post", url: "http://127.0.0.1:9/tide.xml" });
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const roomOf = (address: string, platform: PlatformName = "web"): Destination => ({ platform, address });

interface Said {
  readonly address: string;
  readonly text: string;
  readonly key: string;
}

let store: Store;
let nowMs: number;
let said: Said[];
/** What platforms answer, in order; "sent" when the list is used up. */
let answers: (SendResult | Error)[];
/** How the server of FEED answers, and of OTHER. */
let answer: Partial<Record<string, Downloaded>>;

const FAILED: Downloaded = {
  status: "failed",
  kind: "http",
  httpStatus: 500,
  retryAfterMs: null,
  reason: "harbor.example is in trouble (500).",
};
const NO_NETWORK: Downloaded = { ...FAILED, kind: "network", httpStatus: null, reason: "harbor.example is not there." };
const UNCHANGED: Downloaded = {
  status: "unchanged",
  url: FEED.url,
  etag: null,
  lastModified: null,
  hints: { maxAgeMs: null, retryAfterMs: null },
};

const createPlatform = (name: PlatformName): Platform =>
  buildPlatform({
    name,
    send: async () => ({ outcome: "refused", reason: "not here" }),
    async say({ address }, { text }, key) {
      said.push({ address, text, key });
      const result = answers.shift() ?? { outcome: "sent", messageId: key };
      if (result instanceof Error) throw result;
      return result;
    },
  });

const saying = (): NoticeDependencies => ({
  store,
  platforms: new Map([
    ["web", createPlatform("web")],
    ["telegram", createPlatform("telegram")],
  ]),
  inDoubt: { web: "repeat", discord: "repeat", telegram: "resend" },
  clock: () => new Date(nowMs),
  log: SILENT_LOG,
  language: "en",
});

const polling = (): PipelineDependencies =>
  buildPolling({ store, download: async (url) => answer[url] ?? UNCHANGED, clock: () => new Date(nowMs) });

/** Polls every hour and says what is owed after each. */
async function live(days: number): Promise<void> {
  const end = nowMs + days * DAY_MS;
  for (; nowMs < end; nowMs += HOUR_MS) {
    await pollDue(polling(), 10);
    await sayDue(saying(), 10);
  }
}

const subscribe = (destination: Destination, part: Partial<typeof EMPTY_FILTER> = { feedIds: [FEED.id] }) =>
  store.subscriptions.add(buildSubscription({ destination, filter: { ...EMPTY_FILTER, ...part } }));
const oweOne = (destination: Destination = roomOf("a")) =>
  store.notices.owe(FEED.id, "feed-failed", [destination], new Date(nowMs));

beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([FEED, OTHER], NOW);
  nowMs = NOW.getTime();
  said = [];
  answers = [];
  answer = {};
});
afterEach(() => store.close());

test("a feed that fails for two weeks is given up, and every channel that named it is told once", async () => {
  await subscribe(roomOf("a"));
  await subscribe(roomOf("a"), { feedIds: [FEED.id], words: ["ferry"] });
  await subscribe(roomOf("b"), { feedIds: [OTHER.id, FEED.id] });
  await subscribe(roomOf("everything"), {});
  await subscribe(roomOf("other"), { feedIds: [OTHER.id] });
  await live(1);
  answer[FEED.url] = FAILED;
  await live(13);
  expect(said).toEqual([]);
  await live(10);
  expect(said.map((each) => each.address)).toEqual(["a", "b"]);
  expect(said[0]?.text).toBe(
    "Harbor Wire could not be read for two weeks and is given up. Nothing more will come from it; to have it tried again, use /subscribe with its address.",
  );
  expect((await store.feeds.getState(FEED.id)).disabledReason).not.toBeNull();
});

test("a feed that is gone for good is said to have ended", async () => {
  await subscribe(roomOf("a"));
  answer[FEED.url] = { ...FAILED, httpStatus: 410 };
  await live(4);
  expect(said.map((each) => each.text)).toEqual([
    "Harbor Wire has ended: its server says that it is gone for good. Nothing more will come from it; /unsubscribe takes it off the list.",
  ]);
});

test("no feed is given up while none can be reached: that is the bot's own network", async () => {
  await subscribe(roomOf("a"));
  await live(1);
  answer = { [FEED.url]: NO_NETWORK, [OTHER.url]: NO_NETWORK };
  await live(20);
  expect(said).toEqual([]);
  answer = { [FEED.url]: NO_NETWORK };
  // A feed that fails is polled after up to 28.8 hours: one such wait until the other is read, one more until this is.
  await live(3);
  expect(said).toHaveLength(1);
});

test("the only feed of a bot was never given up when its domain vanished", async () => {
  await store.feeds.remove(OTHER.id);
  await subscribe(roomOf("a"));
  await live(1);
  answer = { [FEED.url]: NO_NETWORK };
  let isOnline = false;
  const liveOnline = async (days: number): Promise<void> => {
    const end = nowMs + days * DAY_MS;
    for (; nowMs < end; nowMs += HOUR_MS) {
      await pollDue({ ...polling(), isOnline: () => isOnline }, 10);
      await sayDue(saying(), 10);
    }
  };
  await liveOnline(20);
  expect(said).toEqual([]);
  // Telegram answers, so it is not the bot's own network.
  isOnline = true;
  await liveOnline(2);
  expect(said).toHaveLength(1);
  expect((await store.feeds.getState(FEED.id)).disabledReason).not.toBeNull();
});

test("where nothing shows whether the bot's own network works, the only feed is given up after sixty days", async () => {
  await store.feeds.remove(OTHER.id);
  await subscribe(roomOf("a"));
  answer = { [FEED.url]: NO_NETWORK };
  await live(59);
  expect(said).toEqual([]);
  await live(3);
  expect(said).toHaveLength(1);
});

test("a feed that works again says nothing, and takes back what was not said yet", async () => {
  await subscribe(roomOf("a"));
  answer[FEED.url] = FAILED;
  await live(1);
  await oweOne();
  answer = {};
  await pollDue(polling(), 10);
  nowMs += DAY_MS;
  await pollDue(polling(), 10);
  await sayDue(saying(), 10);
  expect(said).toEqual([]);
});

test("a feed given up and wanted again is told of anew when it fails for two more weeks", async () => {
  await subscribe(roomOf("a"));
  answer[FEED.url] = FAILED;
  await live(18);
  expect(said).toHaveLength(1);
  await store.feeds.revive(FEED.id, new Date(nowMs));
  await live(10);
  expect(said).toHaveLength(1);
  await live(8);
  expect(said).toHaveLength(2);
});

test("/subscribe with the name of a feed that was given up has it tried again, by a channel that has it, too", async () => {
  await subscribe(roomOf("main"));
  answer[FEED.url] = FAILED;
  await live(18);
  await ask("/subscribe harbor-wire", { store, now: new Date(nowMs) });
  expect((await store.feeds.getState(FEED.id)).disabledReason).toBeNull();
});

test("a poll that crashed after owing the notice owes it once", async () => {
  await subscribe(roomOf("a"));
  answer[FEED.url] = FAILED;
  await live(1);
  const saveState = store.feeds.saveState;
  const dependencies = polling();
  nowMs += 20 * DAY_MS;
  const state = await store.feeds.getState(FEED.id);
  await saveState({ ...state, failureCount: 20 });
  const crashing = {
    ...dependencies,
    store: { ...store, feeds: { ...store.feeds, saveState: () => Promise.reject(new Error("The power went.")) } },
  };
  await pollDue(crashing, 10);
  nowMs += HOUR_MS;
  await pollDue(dependencies, 10);
  await sayDue(saying(), 10);
  await sayDue(saying(), 10);
  expect(said).toHaveLength(1);
});

test("a notice tried again has the same key", async () => {
  await subscribe(roomOf("a"));
  await oweOne();
  answers = [{ outcome: "retry", afterMs: 60_000, reason: "busy" }];
  await sayDue(saying(), 10);
  await sayDue(saying(), 10);
  expect(said).toHaveLength(1);
  nowMs += 61_000;
  await sayDue(saying(), 10);
  expect(new Set(said.map((each) => each.key)).size).toBe(1);
  expect(said).toHaveLength(2);
});

test("a channel that unsubscribed, or is paused, is told nothing", async () => {
  const subscription = await subscribe(roomOf("a"));
  await subscribe(roomOf("b"));
  await store.notices.owe(FEED.id, "feed-failed", [roomOf("a"), roomOf("b")], new Date(nowMs));
  await store.subscriptions.remove(subscription.id, roomOf("a"));
  await store.subscriptions.pauseDestination(roomOf("b"), "paused");
  await sayDue(saying(), 10);
  nowMs += DAY_MS;
  await sayDue(saying(), 10);
  expect(said).toEqual([]);
});

test("on Telegram a notice that may have arrived is not said again", async () => {
  const chat = roomOf("1", "telegram");
  await subscribe(chat);
  await oweOne(chat);
  answers = [{ outcome: "uncertain", reason: "the answer was lost" }];
  for (let hour = 0; hour < 5; hour += 1, nowMs += HOUR_MS) await sayDue(saying(), 10);
  expect(said).toHaveLength(1);
});

test("after a crash while it was said, a notice is repeated only while its key is surely known", async () => {
  await subscribe(roomOf("a"));
  await oweOne();
  await store.notices.claim(new Date(nowMs), 60_000, 10);
  nowMs += 61_000;
  await sayDue(saying(), 10);
  expect(said).toHaveLength(1);

  await store.notices.retract(FEED.id);
  await oweOne();
  await store.notices.claim(new Date(nowMs), 60_000, 10);
  nowMs += HOUR_MS;
  await sayDue(saying(), 10);
  nowMs += HOUR_MS;
  await sayDue(saying(), 10);
  expect(said).toHaveLength(1);
});

test("a channel that is gone is paused by it", async () => {
  await subscribe(roomOf("a"));
  await oweOne();
  answers = [{ outcome: "gone", reason: "deleted" }];
  await sayDue(saying(), 10);
  expect(await store.subscriptions.findActive()).toEqual([]);
});

test("a notice that fails again and again is given up", async () => {
  await subscribe(roomOf("a"));
  await oweOne();
  answers = Array.from({ length: 50 }, () => ({ outcome: "retry", afterMs: 0, reason: "busy" }) as const);
  for (let hour = 0; hour < 40; hour += 1, nowMs += 2 * HOUR_MS) await sayDue(saying(), 10);
  expect(said).toHaveLength(12);
});
