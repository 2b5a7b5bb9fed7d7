/** The outbox: order, leases, doubt and settling, the same on every engine. */

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { type DeliveryId, toDeliveryId } from "../../src/domain/id.ts";
import type { Store } from "../../src/domain/store.ts";
import type { Delivery } from "../../src/domain/subscription.ts";
import { buildNumberedPublication, buildRecipient, later, NOON, toWebRoom } from "../helpers/build.ts";
import { openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

const LEASE_MS = 60_000;

describe.each(TEST_ENGINES)("outbox on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  beforeEach(async () => {
    store = await stores.open();
  });
  afterAll(() => stores.closeAll());

  /** One article owed to each of these rooms. */
  const owe = async (...addresses: readonly string[]): Promise<void> => {
    await store.articles.publish(
      buildNumberedPublication({ recipients: addresses.map((address) => buildRecipient(address)) }),
    );
  };
  const claim = (now = NOON, owner = "me", limit = 10) => store.outbox.claim(now, LEASE_MS, limit, owner);
  const claimOne = async (now = NOON, owner = "me"): Promise<Delivery> => {
    const [delivery] = await claim(now, owner);
    if (delivery === undefined) throw new Error("Expected a delivery that is due.");
    return delivery;
  };
  const startSending = async (now = NOON): Promise<DeliveryId> => {
    const { id } = await claimOne(now);
    expect(await store.outbox.markSending(id, "me", now)).toBe(true);
    return id;
  };
  const stateOf = async (id: DeliveryId, address = "a") =>
    (await store.outbox.findByDestination(toWebRoom(address), 100)).find((each) => each.id === id);

  test("a delivery is claimed once until its lease is given back", async () => {
    await owe("a");
    const delivery = await claimOne();
    expect(delivery).toMatchObject({ destination: toWebRoom("a"), attempts: 0, firstSentAt: null, createdAt: NOON });
    expect(await claim()).toEqual([]);
    await store.outbox.release("another");
    expect(await claim()).toEqual([]);
    await store.outbox.release("me");
    expect(await claimOne()).toMatchObject({ id: delivery.id });
  });

  test("only the oldest unsettled delivery of a destination is claimed, of each destination one", async () => {
    await owe("a", "b");
    await owe("a", "c");
    expect((await claim()).map((each) => each.destination.address)).toEqual(["a", "b", "c"]);
    expect(await claim()).toEqual([]);
  });

  test("posts to one destination stay in order through retries, and others go on", async () => {
    await owe("a", "b");
    await owe("a");
    const [first, other] = await claim();
    if (first === undefined || other === undefined) throw new Error("Expected two deliveries.");
    await store.outbox.markSending(first.id, "me", NOON);
    await store.outbox.settle(first.id, { outcome: "retry", afterMs: 5_000, reason: "429" }, NOON);
    await store.outbox.markSending(other.id, "me", NOON);
    await store.outbox.settle(other.id, { outcome: "sent", messageId: "m" }, NOON);
    expect(await claim(later(4_999))).toEqual([]);
    const [again] = await claim(later(5_000));
    expect(again).toMatchObject({ id: first.id, attempts: 1, firstSentAt: null });
    await store.outbox.markSending(first.id, "me", later(5_000));
    await store.outbox.settle(first.id, { outcome: "sent", messageId: "m" }, later(5_000));
    expect((await claimOne(later(5_000))).id).not.toBe(first.id);
  });

  test("eight at once claim two hundred deliveries and none is claimed twice", async () => {
    await store.articles.publish(
      buildNumberedPublication({
        recipients: Array.from({ length: 200 }, (_, index) => buildRecipient(`room-${index}`)),
      }),
    );
    const ids: number[] = [];
    const work = async (owner: string): Promise<void> => {
      for (let claimed = await claim(NOON, owner, 7); claimed.length > 0; claimed = await claim(NOON, owner, 7)) {
        for (const each of claimed) ids.push(each.id);
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, index) => work(`owner-${index}`)));
    // A claim may step over rows another one holds just then, so one more looks for the rest.
    await work("last");
    expect(ids).toHaveLength(200);
    expect(new Set(ids).size).toBe(200);
  });

  test("sending may start only under one's own lease, once, and while it lasts", async () => {
    await owe("a");
    const { id } = await claimOne();
    expect(await store.outbox.markSending(id, "another", NOON)).toBe(false);
    expect(await store.outbox.markSending(id, "me", later(LEASE_MS))).toBe(false);
    expect(await store.outbox.markSending(id, "me", later(LEASE_MS - 1))).toBe(true);
    expect(await store.outbox.markSending(id, "me", later(LEASE_MS - 1))).toBe(false);
    expect(await store.outbox.markSending(toDeliveryId(id + 1_000), "me", NOON)).toBe(false);
  });

  test("starting to send renews the lease", async () => {
    await owe("a");
    const { id } = await claimOne();
    await store.outbox.markSending(id, "me", later(LEASE_MS - 1));
    expect(await store.outbox.recover(later(LEASE_MS + 1), false)).toBe(0);
    expect(await store.outbox.recover(later(2 * LEASE_MS), false)).toBe(1);
  });

  test("a post sent is remembered with its message, and settling twice changes nothing", async () => {
    await owe("a");
    const id = await startSending();
    await store.outbox.settle(id, { outcome: "sent", messageId: "m1" }, later(10));
    await store.outbox.settle(id, { outcome: "retry", afterMs: 0, reason: "late answer" }, later(20));
    await store.outbox.settle(id, { outcome: "sent", messageId: "m2" }, later(30));
    const delivery = await stateOf(id);
    expect(delivery).toMatchObject({ state: "sent", reason: null });
    const sent = await store.outbox.findSent(delivery?.articleId as never);
    expect(sent).toMatchObject([{ messageId: "m1", destination: toWebRoom("a"), sentAt: later(10) }]);
    expect(await claim(later(1e9))).toEqual([]);
  });

  test.each([
    ["uncertain", "uncertain"],
    ["refused", "failed"],
    ["gone", "failed"],
  ] as const)("%s settles a delivery as %s with its reason and lets the next one go", async (outcome, state) => {
    await owe("a");
    await owe("a");
    const id = await startSending();
    await store.outbox.settle(id, { outcome, reason: "because\0" }, NOON);
    expect(await stateOf(id)).toMatchObject({ state, reason: "because\uFFFD" });
    expect((await claimOne()).id).not.toBe(id);
  });

  test("a delivery is settled without having been sent, as when its article is gone", async () => {
    await owe("a");
    const { id } = await claimOne();
    await store.outbox.settle(id, { outcome: "refused", reason: "no article" }, NOON);
    expect(await stateOf(id)).toMatchObject({ state: "failed" });
  });

  test("after a crash what was claimed is sent as new and what was being sent comes back in doubt", async () => {
    await owe("a", "b");
    const [a, b] = await claim();
    if (a === undefined || b === undefined) throw new Error("Expected two deliveries.");
    await store.outbox.markSending(a.id, "me", later(5));
    expect(await store.outbox.recover(later(10), true)).toBe(2);
    const again = await claim(later(20), "next");
    expect(again.map((each) => [each.id, each.firstSentAt])).toEqual([
      [a.id, later(5)],
      [b.id, null],
    ]);
  });

  test("doubt outlives further retries and keeps the first time", async () => {
    await owe("a");
    await startSending(later(5));
    await store.outbox.recover(later(10), true);
    const id = await startSending(later(20));
    await store.outbox.settle(id, { outcome: "retry", afterMs: 0, reason: "429" }, later(20));
    expect(await claimOne(later(30))).toMatchObject({ id, attempts: 2, firstSentAt: later(5) });
  });

  test("a retry whose try may have arrived is in doubt from then on", async () => {
    await owe("a");
    const id = await startSending(later(5));
    await store.outbox.settle(id, { outcome: "retry", afterMs: 0, reason: "no answer", isInDoubt: true }, later(6));
    expect(await claimOne(later(7))).toMatchObject({ id, firstSentAt: later(5) });
  });

  test("beside other processes only ended leases are recovered", async () => {
    await owe("a");
    await claimOne();
    expect(await store.outbox.recover(later(LEASE_MS - 1), false)).toBe(0);
    expect(await store.outbox.recover(later(LEASE_MS), false)).toBe(1);
    expect(await claim(later(LEASE_MS), "next")).toHaveLength(1);
  });

  test("who lost the lease cannot settle for the new holder, but what was sent was sent", async () => {
    await owe("a");
    const id = await startSending();
    await store.outbox.recover(later(LEASE_MS), false);
    await claim(later(LEASE_MS), "next");
    await store.outbox.settle(id, { outcome: "refused", reason: "late" }, later(LEASE_MS), "me");
    expect(await stateOf(id)).toMatchObject({ state: "claimed" });
    await store.outbox.settle(id, { outcome: "sent", messageId: "m" }, later(LEASE_MS), "me");
    expect(await stateOf(id)).toMatchObject({ state: "sent" });
    expect(await store.outbox.markSending(id, "next", later(LEASE_MS))).toBe(false);
  });

  test("owing again what is or was owed gives null", async () => {
    const articleId = await store.articles.publish(buildNumberedPublication());
    const id = await store.outbox.owe(articleId, buildRecipient("a"), NOON);
    expect(id).not.toBeNull();
    expect(await store.outbox.owe(articleId, buildRecipient("a", 2), NOON)).toBeNull();
    expect(await store.outbox.owe(articleId, buildRecipient("b"), NOON)).not.toBeNull();
  });

  test("counts name every state", async () => {
    expect(await store.outbox.count()).toEqual({
      waiting: 0,
      gathered: 0,
      pending: 0,
      claimed: 0,
      sending: 0,
      sent: 0,
      uncertain: 0,
      failed: 0,
      muted: 0,
    });
    await owe("a", "b");
    await claim(NOON, "me", 1);
    expect(await store.outbox.count()).toMatchObject({ pending: 1, claimed: 1 });
  });

  test("deliveries of a destination are listed newest first", async () => {
    await owe("a");
    await owe("a");
    const listed = await store.outbox.findByDestination(toWebRoom("a"), 10);
    expect(listed.map((each) => each.id)).toEqual(listed.map((each) => each.id).toSorted((x, y) => y - x));
    expect(await store.outbox.findByDestination(toWebRoom("a"), 1)).toHaveLength(1);
    expect(await store.outbox.findByDestination(toWebRoom("b"), 10)).toEqual([]);
  });
});
