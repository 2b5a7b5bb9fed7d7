/** The desk on a real store: what is in trouble stands first, secrets are not told, what was given up is tried again. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { createDesk } from "../../../src/app/desk.ts";
import { readSettings } from "../../../src/app/read-settings.ts";
import { toFeedId, toSubscriptionId } from "../../../src/domain/id.ts";
import type { Store } from "../../../src/domain/store.ts";
import { EMPTY_FILTER } from "../../../src/domain/subscription.ts";
import {
  buildFeed,
  buildNumberedPublication,
  buildRecipient,
  buildSubscription,
  NOW,
  toWebRoom,
} from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
  const tide = buildFeed({ id: toFeedId("tide-daily"), title: "Tide Daily", url: "http://127.0.0.1:9/tide.xml" });
  const resting = buildFeed({ id: toFeedId("resting"), title: "Resting", url: "http://127.0.0.1:9/resting.xml" });
  await store.feeds.save([buildFeed(), tide, resting], NOW);
  for (const [id, part] of [
    ["harbor-wire", {}],
    ["tide-daily", { failureCount: 3, lastError: "The server answered 503." }],
  ] as const) {
    const state = await store.feeds.getState(toFeedId(id));
    await store.feeds.saveState({ ...state, lastPollAt: NOW, ...part });
  }
  const feedIds = [toFeedId("harbor-wire"), toFeedId("tide-daily")];
  await store.subscriptions.add(buildSubscription({ filter: { ...EMPTY_FILTER, feedIds } }));
});
afterEach(() => store.close());

const createTestDesk = (environment: Readonly<Record<string, string>> = {}) =>
  createDesk({
    store,
    settings: readSettings(environment),
    clock: () => NOW,
    checkHealth: async () => ({ ok: true, reasons: [] }),
  });

async function giveUpOne(): Promise<void> {
  const recipients = [buildRecipient("main")];
  await store.articles.publish(buildNumberedPublication({ headline: "Pier burns", recipients, now: NOW }));
  const [delivery] = await store.outbox.claim(NOW, 60_000, 1, "test");
  if (delivery === undefined) throw new Error("expected a delivery");
  await store.outbox.settle(delivery.id, { outcome: "refused", reason: "The room is closed." }, NOW, "test");
}

test("feeds in trouble stand first, with their days; those that nobody asks for are counted", async () => {
  await giveUpOne();
  const { feeds, resting, days } = await createTestDesk().report();
  expect(feeds.map(({ feed }) => feed.id)).toEqual(["tide-daily", "harbor-wire"]);
  expect(resting).toBe(1);
  expect([days.length, days.at(-1)]).toEqual([14, "2026-11-20"]);
  expect(feeds[1]?.days.at(-1)).toBe(1);
});

test("a feed somebody subscribed to was said to rest until its first visit, and so was every feed past the 150th", async () => {
  const ids = Array.from({ length: 160 }, (_, index) => toFeedId(`pier-${index}`));
  const more = ids.map((id) => buildFeed({ id, title: id, url: `http://127.0.0.1:9/${id}.xml` }));
  await store.feeds.save([...(await store.feeds.list()), ...more], NOW);
  await store.subscriptions.add(buildSubscription({ filter: { ...EMPTY_FILTER, feedIds: [toFeedId("resting")] } }));
  const shown = await createTestDesk({ POLL_FEEDS: "subscribed" }).report();
  expect(shown.feeds.map(({ feed }) => feed.id)).toContain("resting");
  expect(shown.resting).toBe(160);
  await store.subscriptions.add(buildSubscription());
  const all = await createTestDesk({ POLL_FEEDS: "subscribed" }).report();
  expect([all.feeds.length, all.hiddenFeeds, all.resting]).toEqual([150, 13, 0]);
});

test("what was given up is told with its reason, and tried again once", async () => {
  await giveUpOne();
  const desk = createTestDesk();
  const { givenUp, outcomes, channels } = await desk.report();
  expect(givenUp).toMatchObject([{ headline: "Pier burns", reason: "The room is closed." }]);
  expect(outcomes).toEqual([{ day: "2026-11-20", state: "failed", count: 1 }]);
  expect(channels).toMatchObject([
    { destination: toWebRoom("main"), subscriptions: 1, trouble: "The room is closed." },
  ]);
  const id = givenUp[0]?.id;
  if (id === undefined) throw new Error("expected one");
  expect([await desk.retry(id), await desk.retry(id)]).toEqual([true, false]);
  expect(await store.outbox.claim(NOW, 60_000, 5, "test")).toMatchObject([{ id }]);
  expect((await desk.report()).givenUp).toEqual([]);
});

test("a paused subscription stands in the way, and a place without one is no channel", async () => {
  const { subscriptions } = store;
  const standing = await subscriptions.find(toSubscriptionId(1));
  if (standing === null) throw new Error("expected a subscription");
  await subscriptions.update({ ...standing, pausedReason: "paused by a person" });
  expect((await createTestDesk().report()).channels).toMatchObject([{ paused: 1, trouble: "paused by a person" }]);
});

test("settings are told where they differ, secrets and what stands before a host never", async () => {
  const password = "gull-over-the-harbor";
  const { settings, database } = await createTestDesk({
    WEB_PASSWORD: password,
    WEB_PORT: "9000",
    DATABASE_URL: "postgres://bot:hush-hush@db.example/news",
  }).report();
  const told = JSON.stringify(settings);
  expect(told).not.toMatch(/hush|gull/);
  expect(settings).toContainEqual({ name: "WEB_PASSWORD", value: "•••" });
  expect(settings).toContainEqual({ name: "WEB_PORT", value: "9000" });
  expect(database).toMatchObject({ engine: "sqlite", articles: 0 });
  expect(database.bytes).toBeGreaterThan(10_000);
});
