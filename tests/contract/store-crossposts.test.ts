/** What the followers of announcement channels are owed, the same on every engine: it outlives a restart and a kill. */

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Crosspost } from "../../src/domain/crosspost.ts";
import type { DeliveryId } from "../../src/domain/id.ts";
import type { Store } from "../../src/domain/store.ts";
import type { Destination } from "../../src/domain/subscription.ts";
import { openStore } from "../../src/store/open.ts";
import { buildArticle, buildFeed, buildPublication, buildSubscription, later, NOON } from "../helpers/build.ts";
import { LASTING_ENGINES, openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

const LEASE_MS = 60_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NEWS: Destination = { platform: "discord", address: "100" };
const SPORT: Destination = { platform: "discord", address: "200" };

/** Posts one article in a channel, as message 1001, 1002 …; claims it first, as a send does. */
function createPoster(getStore: () => Store) {
  let count = 0;
  return async (destination = NEWS, now = NOON): Promise<DeliveryId> => {
    const store = getStore();
    count += 1;
    const [standing] = await store.subscriptions.findByDestination(destination);
    const subscription = standing ?? (await store.subscriptions.add(buildSubscription({ destination })));
    const url = `https://harborwire.example/${count}`;
    const article = buildArticle({ url, canonicalUrl: url, title: `News ${count}`, text: `Text ${count}.` });
    const recipients = [{ subscriptionId: subscription.id, destination }];
    await store.articles.publish(buildPublication({ article, entryKeys: [url], recipients, now }));
    const [claimed] = await store.outbox.claim(now, LEASE_MS, 1, "me");
    if (claimed === undefined) throw new Error("Expected a delivery that is due.");
    await store.outbox.settle(
      claimed.id,
      { outcome: "sent", messageId: String(1000 + count), isForFollowers: true },
      now,
    );
    return claimed.id;
  };
}

describe.each(TEST_ENGINES)("crossposts on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  let post: ReturnType<typeof createPoster>;
  beforeEach(async () => {
    store = await stores.open();
    await store.feeds.save([buildFeed()], NOON);
    post = createPoster(() => store);
  });
  afterAll(() => stores.closeAll());

  const claim = (now = NOON) => store.crossposts.claim(now, LEASE_MS, 10, ["discord"]);
  const listIds = (some: readonly Crosspost[]): readonly string[] => some.map(({ messageId }) => messageId);

  /** Publishes as fast as the channel may; resolves with the messages. */
  async function publishAll(now: Date): Promise<readonly string[]> {
    const published: string[] = [];
    for (;;) {
      const some = await claim(now);
      for (const each of some) await store.crossposts.settle(each, null, now);
      if (some.length === 0) return published;
      published.push(...listIds(some));
    }
  }

  test("a post that nobody follows is owed to nobody", async () => {
    const id = await post();
    expect(await store.crossposts.count()).toBe(1);
    await store.outbox.settle(id, { outcome: "sent", messageId: "1001", isForFollowers: true }, NOON);
    expect(await store.crossposts.count()).toBe(1);
    expect(listIds(await claim())).toEqual(["1001"]);
    expect(await store.crossposts.claim(later(HOUR_MS), LEASE_MS, 10, ["telegram"])).toEqual([]);
  });

  test("ten an hour are published of a channel, the eleventh when the first is an hour old", async () => {
    for (let each = 0; each < 13; each += 1) await post();
    expect(await publishAll(NOON)).toHaveLength(10);
    expect(await publishAll(later(HOUR_MS - 1))).toEqual([]);
    expect(await publishAll(later(HOUR_MS))).toEqual(["1011", "1012", "1013"]);
    expect(await store.crossposts.count()).toBe(0);
  });

  test("channels do not wait for one another", async () => {
    for (let each = 0; each < 12; each += 1) await post();
    await post(SPORT);
    expect(await publishAll(NOON)).toContain("1013");
  });

  test("one whose try ended without a word is tried again, and counts once", async () => {
    await post();
    expect(await claim()).toMatchObject([{ messageId: "1001", attempts: 1, destination: NEWS, sentAt: NOON }]);
    expect(await claim(later(LEASE_MS - 1))).toEqual([]);
    expect(await claim(later(LEASE_MS))).toMatchObject([{ messageId: "1001", attempts: 2 }]);
    for (let each = 0; each < 9; each += 1) await post(NEWS, later(LEASE_MS));
    expect(await publishAll(later(LEASE_MS))).toHaveLength(0);
    expect(await publishAll(later(2 * LEASE_MS))).toHaveLength(10);
  });

  test("one that failed lets the others go before it", async () => {
    await post();
    await post();
    const [first] = await claim();
    if (first === undefined) throw new Error("Expected a post that is due.");
    await store.crossposts.settle(first, later(5 * MINUTE_MS), NOON);
    expect(await publishAll(NOON)).toEqual(["1002"]);
    expect(await publishAll(later(5 * MINUTE_MS))).toEqual(["1001"]);
  });

  test("more than fifty waiting are news no more: the oldest is left unpublished", async () => {
    for (let each = 0; each < 52; each += 1) await post();
    expect(await store.crossposts.count()).toBe(50);
    expect(await publishAll(NOON)).toContain("1003");
  });

  test("tries under a clock that was wrong keep no channel from publishing", async () => {
    for (let each = 0; each < 10; each += 1) await post();
    expect(await publishAll(later(72 * HOUR_MS))).toHaveLength(10);
    await post();
    expect(await publishAll(NOON)).toEqual(["1011"]);
  });
});

test.each(LASTING_ENGINES)("posts that wait to be published outlive a restart on $name", async (engine) => {
  const place = await engine.create();
  let store = await openStore(place.url);
  await store.feeds.save([buildFeed()], NOON);
  const post = createPoster(() => store);
  for (let each = 0; each < 11; each += 1) await post();
  for (let each = 0; each < 10; each += 1) {
    for (const owed of await store.crossposts.claim(NOON, LEASE_MS, 1, ["discord"])) {
      await store.crossposts.settle(owed, null, NOON);
    }
  }
  await store.close();
  store = await openStore(place.url);
  expect(await store.crossposts.claim(later(30 * MINUTE_MS), LEASE_MS, 1, ["discord"])).toEqual([]);
  expect(await store.crossposts.claim(later(HOUR_MS), LEASE_MS, 1, ["discord"])).toMatchObject([{ messageId: "1011" }]);
  await store.close();
  await place.remove();
});
