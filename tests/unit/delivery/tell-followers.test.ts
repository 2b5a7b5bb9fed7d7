/** Publishing to followers: what fails is tried again, and what is old is left. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { deliverDue } from "../../../src/delivery/deliver.ts";
import { claimCrossposts, crosspost } from "../../../src/delivery/tell-followers.ts";
import type { Store } from "../../../src/domain/store.ts";
import type { Destination, SendResult } from "../../../src/domain/subscription.ts";
import { buildFeed, buildPublication, buildSubscription, NOON } from "../../helpers/build.ts";
import { buildDelivering, buildPlatform } from "../../helpers/fake-platform.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const CHANNEL: Destination = { platform: "discord", address: "1" };
const HOUR_MS = 3_600_000;
const AWAY: SendResult = { outcome: "retry", afterMs: 5_000, reason: "Discord failed (500)", isServerFault: true };

let store: Store;
let now: Date;
let answer: () => SendResult;
let tries: string[];

const discord = buildPlatform({
  name: "discord",
  send: async () => ({ outcome: "sent", messageId: "77", isForFollowers: true }),
  async crosspost(_destination, messageId) {
    tries.push(messageId);
    return answer();
  },
});

const dependencies = () => buildDelivering({ store, platform: discord, clock: () => now });

beforeEach(async () => {
  store = await openMemoryStore();
  now = NOON;
  tries = [];
  answer = () => ({ outcome: "sent", messageId: "77" });
  await store.feeds.save([buildFeed()], NOON);
  const { id } = await store.subscriptions.add(buildSubscription({ destination: CHANNEL }));
  await store.articles.publish(buildPublication({ recipients: [{ subscriptionId: id, destination: CHANNEL }], now }));
  await deliverDue(dependencies(), 8);
});
afterEach(() => store.close());

async function passHour(): Promise<void> {
  for (let minute = 0; minute < 60; minute += 1) {
    now = new Date(now.getTime() + HOUR_MS / 60);
    for (const owed of await claimCrossposts(dependencies(), 8)) await crosspost(owed, dependencies());
  }
}

test("a post in a followed channel is published once it stands there, once", async () => {
  await passHour();
  await passHour();
  expect(tries).toEqual(["77"]);
  expect(await store.crossposts.count()).toBe(0);
});

test("an outage of some hours leaves no post unpublished", async () => {
  answer = () => AWAY;
  for (let hour = 0; hour < 5; hour += 1) await passHour();
  answer = () => ({ outcome: "sent", messageId: "77" });
  await passHour();
  expect(await store.crossposts.count()).toBe(0);
  const count = tries.length;
  await passHour();
  expect(tries).toHaveLength(count);
});

test.each([
  ["refused for good, a post is not tried again", 1, { outcome: "refused", reason: "the message no longer exists" }],
  ["a day old, a post is not tried any more", 25, AWAY],
] as const)("%s", async (_, hours, result) => {
  answer = () => result;
  for (let hour = 0; hour < hours; hour += 1) await passHour();
  expect(await store.crossposts.count()).toBe(0);
});

test("a fault of the program is a failed try", async () => {
  answer = () => {
    throw new Error("a bug");
  };
  await passHour();
  expect(await store.crossposts.count()).toBe(1);
  expect(tries.length).toBeGreaterThan(3);
});
