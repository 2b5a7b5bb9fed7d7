/** What people ask of the store: how subscriptions do, what became of an article, its quotes; the same on every engine. */

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { toSubscriptionId } from "../../src/domain/id.ts";
import type { Store } from "../../src/domain/store.ts";
import { buildNumberedPublication, buildQuote, buildRecipient, later, NOON, toWebRoom } from "../helpers/build.ts";
import { openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

const ROOM = toWebRoom("a");

describe.each(TEST_ENGINES)("inquiries on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  beforeEach(async () => {
    store = await stores.open();
  });
  afterAll(() => stores.closeAll());

  async function sendFirst(now: Date): Promise<void> {
    const [delivery] = await store.outbox.claim(now, 60_000, 1, "me");
    if (delivery === undefined) throw new Error("Expected a delivery that is due.");
    await store.outbox.markSending(delivery.id, "me", now);
    await store.outbox.settle(delivery.id, { outcome: "sent", messageId: "m1" }, now);
  }

  test("health counts what waits and names the last post and failure of each subscription", async () => {
    expect(await store.outbox.listHealth(ROOM)).toEqual([]);
    for (const id of [1, 1, 1, 2]) {
      await store.articles.publish(buildNumberedPublication({ recipients: [buildRecipient("a", id)] }));
    }
    await store.articles.publish(buildNumberedPublication({ recipients: [buildRecipient("b", 3)] }));
    await sendFirst(later(1000));
    // The other room comes first: this one was sent something just now.
    const claimed = await store.outbox.claim(later(2000), 60_000, 2, "me");
    const failing = claimed.find(({ destination }) => destination.address === ROOM.address);
    if (failing === undefined) throw new Error("Expected a delivery that is due.");
    await store.outbox.settle(failing.id, { outcome: "refused", reason: "too long" }, later(2000));
    const health = await store.outbox.listHealth(ROOM);
    expect([...health].sort((a, b) => a.subscriptionId - b.subscriptionId)).toEqual([
      {
        subscriptionId: toSubscriptionId(1),
        waitingCount: 1,
        growingCount: 0,
        lastSentAt: later(1000),
        lastMessageId: "m1",
        lastFailure: { at: later(2000), reason: "too long" },
      },
      {
        subscriptionId: toSubscriptionId(2),
        waitingCount: 1,
        growingCount: 0,
        lastSentAt: null,
        lastMessageId: null,
        lastFailure: null,
      },
    ]);
  });

  test("what became of several articles, and how many wait for their stories to grow", async () => {
    const first = await store.articles.publish(buildNumberedPublication({ recipients: [buildRecipient("a")] }));
    const second = await store.articles.publish({
      ...buildNumberedPublication({ article: { outlet: "Quay Post" } }),
      storyOf: first,
    });
    const small = await store.articles.publish(
      buildNumberedPublication({ recipients: [{ ...buildRecipient("a", 2), sizeMin: 2 }] }),
    );
    const none = await store.articles.publish(buildNumberedPublication());
    const owed = await store.outbox.listOwed([none, small, second, first], ROOM);
    expect([...owed].map(([id, each]) => [id, each.articleId, each.isSameArticle, each.subscriptionId])).toEqual([
      [first, first, true, 1],
      [second, first, false, 1],
      [small, small, true, 2],
    ]);
    expect(await store.outbox.listOwed([], ROOM)).toEqual(new Map());
    const health = await store.outbox.listHealth(ROOM);
    expect(health.map((each) => [each.subscriptionId, each.waitingCount, each.growingCount]).sort()).toEqual([
      [1, 1, 0],
      [2, 1, 1],
    ]);
  });

  test("what became of an article: nothing, waiting, posted", async () => {
    const id = await store.articles.publish(buildNumberedPublication({ recipients: [buildRecipient("a")] }));
    const other = await store.articles.publish(buildNumberedPublication());
    expect(await store.outbox.findOwed(other, ROOM)).toBeNull();
    expect(await store.outbox.findOwed(id, toWebRoom("b"))).toBeNull();
    expect(await store.outbox.findOwed(id, ROOM)).toMatchObject({
      articleId: id,
      isSameArticle: true,
      state: "pending",
      dueAt: NOON,
      messageId: null,
    });
    await sendFirst(later(5000));
    expect(await store.outbox.findOwed(id, ROOM)).toMatchObject({
      state: "sent",
      settledAt: later(5000),
      messageId: "m1",
    });
  });

  test("what was posted in a digest is found by its message; after a move no message is named", async () => {
    const waitsUntil = later(1000);
    const recipients = [{ ...buildRecipient("a"), waitsUntil }];
    const ids = [
      await store.articles.publish(buildNumberedPublication({ recipients })),
      await store.articles.publish(buildNumberedPublication({ recipients })),
    ];
    const waiting = await store.digests.findWaiting(toSubscriptionId(1), waitsUntil);
    const digest = { kind: "daily", from: NOON, to: waitsUntil, part: 1, partCount: 1 } as const;
    const deliveryIds = waiting.map((each) => each.id);
    await store.digests.gather([{ kind: "digest", digest, deliveryIds, unshownIds: [] }], waitsUntil);
    await sendFirst(waitsUntil);
    for (const id of ids)
      expect(await store.outbox.findOwed(id, ROOM)).toMatchObject({ state: "sent", messageId: "m1" });
    expect(await store.outbox.listHealth(ROOM)).toMatchObject([{ lastMessageId: "m1" }]);
    await store.subscriptions.moveDestination(ROOM, toWebRoom("b"));
    for (const id of ids) {
      expect(await store.outbox.findOwed(id, toWebRoom("b"))).toMatchObject({ state: "sent", messageId: null });
    }
  });

  test("of another edition, and of another article of the story", async () => {
    const first = buildNumberedPublication({ recipients: [buildRecipient("a")] });
    const id = await store.articles.publish(first);
    await sendFirst(later(1000));
    const corrected = {
      ...first,
      article: { ...first.article, text: `${first.article.text} Corrected.` },
      recipients: [],
    };
    const edition = await store.articles.publish(corrected);
    expect(edition).not.toBe(id);
    expect(await store.outbox.findOwed(edition, ROOM)).toMatchObject({ isSameArticle: true, state: "sent" });
    const second = await store.articles.publish({
      ...buildNumberedPublication({ article: { outlet: "Quay Post" }, recipients: [buildRecipient("a")] }),
      storyOf: edition,
    });
    expect(await store.outbox.findOwed(second, ROOM)).toMatchObject({
      articleId: id,
      isSameArticle: false,
      state: "sent",
    });
  });

  test("the quotes of articles, in their order", async () => {
    const text = "“Ropes first,” Ada Lind said. “Then sails.”";
    const quotes = [buildQuote(text, "Ropes first,", "Ada Lind"), buildQuote(text, "Then sails.", "Ada Lind")];
    const id = await store.articles.publish(buildNumberedPublication({ article: { text }, quotes }));
    const bare = await store.articles.publish(buildNumberedPublication());
    const found = await store.articles.listQuotes([bare, id]);
    expect(found.get(id)).toEqual(quotes);
    expect(found.has(bare)).toBe(false);
    expect(await store.articles.listQuotes([])).toEqual(new Map());
  });
});
