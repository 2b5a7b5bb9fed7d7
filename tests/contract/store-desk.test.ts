/** What the desk asks of the database: the same on every engine. */

import { afterAll, describe, expect, test } from "vitest";
import {
  buildFeed,
  buildNumberedPublication,
  buildRecipient,
  buildSubscription,
  HARBOR,
  NOW,
} from "../helpers/build.ts";
import { openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

describe.each(TEST_ENGINES)("the desk on $name", (engine) => {
  const stores = openTestStores(engine);
  afterAll(() => stores.closeAll());

  test("counts articles and outcomes by day, tells what was given up, and owes it anew", async () => {
    const store = await stores.open();
    await store.feeds.save([buildFeed()], NOW);
    await store.subscriptions.add(buildSubscription());
    const since = new Date(NOW.getTime() - 86_400_000);
    for (let count = 0; count < 3; count += 1) {
      await store.articles.publish(buildNumberedPublication({ recipients: [buildRecipient("main")], now: NOW }));
    }
    expect(await store.desk.findOldestDue(NOW)).toEqual(NOW);
    for (const result of [
      { outcome: "sent", messageId: "1" },
      { outcome: "refused", reason: "No." },
    ] as const) {
      const [delivery] = await store.outbox.claim(NOW, 60_000, 1, "test");
      if (delivery === undefined) throw new Error("expected a delivery");
      await store.outbox.settle(delivery.id, result, NOW, "test");
    }
    const day = "2026-11-20";
    expect(await store.desk.countArticles(since)).toEqual([{ feedId: HARBOR, day, count: 3 }]);
    const outcomes = await store.desk.countOutcomes(since);
    expect(outcomes.toSorted((a, b) => (a.state < b.state ? -1 : 1))).toEqual([
      { day, state: "failed", count: 1 },
      { day, state: "sent", count: 1 },
    ]);
    const [given] = await store.desk.listGivenUp(5);
    expect(given).toMatchObject({ reason: "No.", settledAt: NOW, destination: { platform: "web", address: "main" } });
    if (given === undefined) throw new Error("expected one that was given up");
    expect([await store.desk.retry(given.id, NOW), await store.desk.retry(given.id, NOW)]).toEqual([true, false]);
    expect((await store.outbox.claim(NOW, 60_000, 1, "test"))[0]?.id).toBe(given.id);
    expect(await store.desk.listPlaces(5)).toEqual([{ platform: "web", address: "main" }]);
    expect(await store.desk.countBytes()).toBeGreaterThan(1_000);
  });
});
