/** A place that refuses the bot for a while: tried again by itself, and at once when the bot is let in again. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { type DeliveryDependencies, deliverDue } from "../../../src/delivery/deliver.ts";
import { gatherDue } from "../../../src/delivery/gather.ts";
import { findNextTry } from "../../../src/domain/send-times.ts";
import type { Store } from "../../../src/domain/store.ts";
import type { Destination, SendResult } from "../../../src/domain/subscription.ts";
import { buildArticle, buildFeed, buildPublication, buildSubscription } from "../../helpers/build.ts";
import { buildDelivering, buildPlatform } from "../../helpers/fake-platform.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const TOPIC: Destination = { platform: "telegram", address: "-100/7" };
const HOUR_MS = 3_600_000;
const START_MS = Date.parse("2026-11-20T12:00:00Z");
const MUTED: SendResult = { outcome: "forbidden", reason: "not enough rights to send text messages" };

let store: Store;
let nowMs: number;
let answer: SendResult | null;
let tries: number[];
let sentCount: number;
let count: number;

beforeEach(async () => {
  store = await openMemoryStore();
  nowMs = START_MS;
  await store.feeds.save([buildFeed()], new Date(nowMs));
  await store.subscriptions.add(buildSubscription({ destination: TOPIC }));
  [answer, tries, sentCount, count] = [MUTED, [], 0, 0];
});
afterEach(() => store.close());

const telegram = buildPlatform({
  async send() {
    tries.push((nowMs - START_MS) / HOUR_MS);
    if (answer !== null) return answer;
    sentCount += 1;
    return { outcome: "sent", messageId: String(sentCount) };
  },
});

const dependencies = (): DeliveryDependencies =>
  buildDelivering({ store, platform: telegram, clock: () => new Date(nowMs) });

async function publish(): Promise<void> {
  count += 1;
  const url = `http://127.0.0.1:9/${count}`;
  const [subscription] = await store.subscriptions.findByDestination(TOPIC);
  if (subscription === undefined) throw new Error("No subscription there.");
  const article = buildArticle({ url, canonicalUrl: url, title: `News ${count}`, text: `Text of ${count}.` });
  const recipients =
    subscription.pausedReason === null ? [{ subscriptionId: subscription.id, destination: TOPIC }] : [];
  await store.articles.publish(buildPublication({ article, entryKeys: [url], recipients, now: new Date(nowMs) }));
}

async function step(): Promise<void> {
  do await gatherDue(dependencies(), 10);
  while ((await deliverDue(dependencies(), 10)) > 0);
}

async function passHours(hours: number): Promise<void> {
  for (let hour = 0; hour < hours; hour += 1) {
    nowMs += HOUR_MS;
    await step();
  }
}

test("refused once, a channel is tried after an hour, six more, and then daily, and what waited leaves", async () => {
  await publish();
  await step();
  await passHours(40);
  expect(tries).toEqual([0, 1, 7, 31]);
  answer = null;
  await passHours(24);
  // The first one has grown too old; what came since has not.
  expect(sentCount).toBe(0);
  await publish();
  await step();
  expect(sentCount).toBe(1);
  expect(await store.holds.find(TOPIC)).toBeNull();
});

test("news go on at once when the bot is let in again, as one digest", async () => {
  for (let each = 0; each < 3; each += 1) await publish();
  await step();
  await passHours(3);
  answer = null;
  expect(await store.holds.lift({ platform: "telegram", address: "-100" }, new Date(nowMs))).toBe(true);
  await step();
  expect(sentCount).toBe(1);
  expect(await store.outbox.count()).toMatchObject({ sent: 3, pending: 0 });
});

test("refused for a month, the channel is given up", async () => {
  for (let day = 0; day < 32; day += 1) {
    await publish();
    for (let quarter = 0; quarter < 4; quarter += 1) {
      nowMs += 6 * HOUR_MS;
      await step();
    }
  }
  const [subscription] = await store.subscriptions.findByDestination(TOPIC);
  expect(subscription?.pausedReason).toBe("gone: not enough rights to send text messages");
  expect(tries.length).toBeLessThan(36);
});

test("a try at once does not begin the waits anew: they go by the first refusal in a row", () => {
  const since = new Date(START_MS);
  const waitAfter = (hours: number) => {
    const now = new Date(START_MS + hours * HOUR_MS);
    const next = findNextTry(since, now);
    return next === null ? null : (next.getTime() - now.getTime()) / HOUR_MS;
  };
  expect([0, 1, 7, 200, 30 * 24].map(waitAfter)).toEqual([1, 6, 24, 24, null]);
});
