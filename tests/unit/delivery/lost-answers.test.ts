/** A platform that looks for what it lost: what the outbox writes down for it, and how often a post may leave. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { deliverDue } from "../../../src/delivery/deliver.ts";
import type { SendOptions } from "../../../src/domain/platform.ts";
import type { Store } from "../../../src/domain/store.ts";
import type { Destination, SendResult } from "../../../src/domain/subscription.ts";
import { buildFeed, buildPublication, buildSubscription, NOW } from "../../helpers/build.ts";
import { buildDelivering, buildPlatform } from "../../helpers/fake-platform.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";
import { WAIT } from "../../helpers/wait.ts";

const CHAT: Destination = { platform: "telegram", address: "1" };

let store: Store;
let nowMs: number;
let seen: SendOptions[];
/** What the platform does with a post: whether it leaves, and how that ends. */
let act: (options: SendOptions) => Promise<SendResult>;

beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([buildFeed()], NOW);
  [nowMs, seen] = [NOW.getTime(), []];
  const subscription = await store.subscriptions.add(buildSubscription({ destination: CHAT }));
  await store.articles.publish(
    buildPublication({ recipients: [{ subscriptionId: subscription.id, destination: CHAT }] }),
  );
});
afterEach(() => store.close());

const telegram = buildPlatform({
  tellsLeaving: true,
  send(_destination, _post, _id, options = {}) {
    seen.push(options);
    return act(options);
  },
});

async function tryOnce(): Promise<void> {
  const dependencies = buildDelivering({ store, platform: telegram, clock: () => new Date(nowMs) });
  await deliverDue(dependencies, 10);
  nowMs += 20 * 60_000;
}

test("a post that can be found is tried until it is answered, with the mark of its last leaving", async () => {
  act = async ({ onLeaving }) => {
    await onLeaving?.({ mark: "41", isFirst: true });
    return { outcome: "uncertain", reason: "reset", canBeFound: true };
  };
  for (let time = 0; time < 6; time += 1) await tryOnce();
  expect(seen.map(({ leftAfter, mayDouble }) => [leftAfter, mayDouble])).toEqual([
    [null, true],
    ...Array.from({ length: 5 }, () => ["41", true]),
  ]);
  act = async () => ({ outcome: "sent", messageId: "42" });
  await tryOnce();
  expect(await store.outbox.count()).toMatchObject({ sent: 1, uncertain: 0 });
});

test("one that cannot be found leaves once more, counted before it left, and no more after a crash", async () => {
  act = async ({ onLeaving }) => {
    await onLeaving?.({ mark: null, isFirst: false });
    // The program is killed here.
    return new Promise(() => {});
  };
  for (const mayDouble of [true, true, false]) {
    void tryOnce();
    await expect.poll(() => seen.length).toBeGreaterThan(0);
    expect(seen.pop()?.mayDouble).toBe(mayDouble);
    nowMs += 60_000;
    await expect.poll(async () => (await store.outbox.count()).sending).toBe(1);
    await store.outbox.recover(new Date(nowMs), true);
  }
});

test("what never left is no try, and in no doubt", async () => {
  act = async () => ({ outcome: "retry", afterMs: 1_000, reason: "its turn has not come", isUntried: true });
  await tryOnce();
  await tryOnce();
  expect(seen.map(({ firstSentAt }) => firstSentAt)).toEqual([null, null]);
  expect((await store.outbox.findByDestination(CHAT, 1))[0]?.attempts).toBe(0);
});

test("a post that arrives while the database is away is written down when that is back, and is not sent again", async () => {
  act = async ({ onLeaving }) => {
    await onLeaving?.({ mark: "41", isFirst: true });
    return { outcome: "sent", messageId: "42" };
  };
  let failedCount = 0;
  const settle: Store["outbox"]["settle"] = async (...given) => {
    failedCount += 1;
    if (failedCount < 3) throw new Error("Connection terminated unexpectedly");
    await store.outbox.settle(...given);
  };
  const away = { ...store, outbox: { ...store.outbox, settle } };
  await deliverDue(buildDelivering({ store: away, platform: telegram, clock: () => new Date(nowMs) }), 10);
  expect(seen).toHaveLength(1);
  await expect.poll(() => store.outbox.count(), WAIT).toMatchObject({ sent: 1 });
  expect(seen).toHaveLength(1);
});
