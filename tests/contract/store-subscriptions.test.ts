/** Subscriptions and what becomes of things owed when they end, pause or move: the same on every engine. */

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../../src/domain/store.ts";
import { DEFAULT_DISPLAY, type Display, EMPTY_FILTER, type NewSubscription } from "../../src/domain/subscription.ts";
import { buildNumberedPublication, buildRecipient, HARBOR, later, NOON, toWebRoom } from "../helpers/build.ts";
import { openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

const buildSubscription = (address: string, parts: Partial<NewSubscription> = {}): NewSubscription => ({
  destination: toWebRoom(address),
  filter: EMPTY_FILTER,
  display: DEFAULT_DISPLAY,
  createdAt: NOON,
  pausedReason: null,
  ...parts,
});

describe.each(TEST_ENGINES)("subscriptions on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  beforeEach(async () => {
    store = await stores.open();
  });
  afterAll(() => stores.closeAll());

  const owed = async (address: string) => store.outbox.findByDestination(toWebRoom(address), 100);
  const sendFirst = async (now = NOON): Promise<void> => {
    const [delivery] = await store.outbox.claim(now, 60_000, 1, "me");
    if (delivery === undefined) throw new Error("Expected a delivery that is due.");
    await store.outbox.markSending(delivery.id, "me", now);
    await store.outbox.settle(delivery.id, { outcome: "sent", messageId: "m1" }, now);
  };

  test("a subscription is read back as it was added", async () => {
    const given = buildSubscription("a", {
      filter: { ...EMPTY_FILTER, feedIds: [HARBOR], words: ["ferry", "“new pier”"], languages: ["en"] },
      display: { ...DEFAULT_DISPLAY, quotesMax: 1, isSilent: true },
    });
    const added = await store.subscriptions.add(given);
    expect(added).toEqual({ ...given, id: added.id, number: 1 });
    expect(await store.subscriptions.find(added.id)).toEqual(added);
    expect(await store.subscriptions.findByDestination(toWebRoom("a"))).toEqual([added]);
    expect(await store.subscriptions.findByDestination(toWebRoom("b"))).toEqual([]);
  });

  test("members of a display this version does not know are kept", async () => {
    const display = { ...DEFAULT_DISPLAY, title: "Morning", mood: "calm" };
    const added = await store.subscriptions.add(buildSubscription("a", { display }));
    expect((await store.subscriptions.find(added.id))?.display).toEqual(display);
  });

  test("what an old subscription lacks, and what is no value, has its default", async () => {
    const { rhythm: _, ...old } = DEFAULT_DISPLAY;
    const display = { ...old, timeZone: "Middle/Earth", digestAt: "noon", sizeMin: 0 } as unknown as Display;
    const added = await store.subscriptions.add(buildSubscription("a", { display }));
    expect((await store.subscriptions.find(added.id))?.display).toEqual(DEFAULT_DISPLAY);
  });

  test("nobody changes or removes another channel's subscription", async () => {
    const added = await store.subscriptions.add(buildSubscription("a"));
    const foreign = { ...added, destination: toWebRoom("b"), pausedReason: "paused" };
    expect(await store.subscriptions.update(foreign)).toBe(false);
    expect(await store.subscriptions.remove(added.id, toWebRoom("b"))).toBe(false);
    expect(await store.subscriptions.remove(added.id, { platform: "telegram", address: "a" })).toBe(false);
    expect(await store.subscriptions.find(added.id)).toEqual(added);
    expect(await store.subscriptions.update({ ...added, pausedReason: "paused" })).toBe(true);
    expect(await store.subscriptions.findActive()).toEqual([]);
  });

  test("after an unsubscribe nothing more comes, and what never left may be owed again", async () => {
    const { id } = await store.subscriptions.add(buildSubscription("a"));
    const articleId = await store.articles.publish(buildNumberedPublication({ recipients: [buildRecipient("a", id)] }));
    const [claimed] = await store.outbox.claim(NOON, 60_000, 1, "me");
    expect(await store.subscriptions.remove(id, toWebRoom("a"))).toBe(true);
    if (claimed === undefined) throw new Error("Expected a delivery that is due.");
    expect(await store.outbox.markSending(claimed.id, "me", NOON)).toBe(false);
    expect(await store.outbox.owe(articleId, buildRecipient("a", id + 1), NOON)).not.toBeNull();
  });

  test("an unsubscribe leaves what another subscription of the place wanted, too", async () => {
    const { id } = await store.subscriptions.add(buildSubscription("a"));
    const heir = await store.subscriptions.add(buildSubscription("a"));
    const recipients = [buildRecipient("a", id)];
    const wanted = await store.articles.publish(buildNumberedPublication({ recipients }));
    await store.articles.publish(buildNumberedPublication({ recipients }));
    await store.subscriptions.remove(id, toWebRoom("a"), new Map([[wanted, heir.id]]));
    expect(await owed("a")).toMatchObject([{ articleId: wanted, subscriptionId: heir.id, state: "pending" }]);
  });

  test("a digest about to leave when its subscription ends waits for the heir of each brief, the rest is dropped", async () => {
    const { id } = await store.subscriptions.add(buildSubscription("a"));
    const heir = await store.subscriptions.add(buildSubscription("a"));
    const recipients = [{ ...buildRecipient("a", id), waitsUntil: later(1000) }];
    const ids = [];
    for (let count = 0; count < 3; count += 1)
      ids.push(await store.articles.publish(buildNumberedPublication({ recipients })));
    const waiting = await store.digests.findWaiting(id, later(2000));
    const digest = { kind: "daily", from: NOON, to: later(1000), part: 1, partCount: 1 } as const;
    const deliveryIds = waiting.map((each) => each.id);
    expect(await store.digests.gather([{ kind: "digest", digest, deliveryIds, unshownIds: [] }], later(2000))).toBe(
      true,
    );
    const heirs = new Map([ids[0], ids[2]].flatMap((each) => (each === undefined ? [] : [[each, heir.id] as const])));
    await store.subscriptions.remove(id, toWebRoom("a"), heirs);
    const left = await owed("a");
    expect(left.map((each) => [each.articleId, each.subscriptionId, each.state]).sort()).toEqual([
      [ids[0], heir.id, "waiting"],
      [ids[2], heir.id, "waiting"],
    ]);
    expect(await store.digests.findDue(later(2000), 5)).toEqual([heir.id]);
  });

  test("an unsubscribe does not make what may have arrived be posted again", async () => {
    const { id } = await store.subscriptions.add(buildSubscription("a"));
    const articleId = await store.articles.publish(buildNumberedPublication({ recipients: [buildRecipient("a", id)] }));
    const [claimed] = await store.outbox.claim(NOON, 60_000, 1, "me");
    if (claimed === undefined) throw new Error("Expected a delivery that is due.");
    await store.outbox.markSending(claimed.id, "me", NOON);
    await store.outbox.recover(NOON, true);
    await store.subscriptions.remove(id, toWebRoom("a"));
    expect(await owed("a")).toMatchObject([{ state: "failed", reason: "unsubscribed" }]);
    expect(await store.outbox.owe(articleId, buildRecipient("a"), NOON)).toBeNull();
  });

  test("a channel that is gone is paused and owed nothing; back again, a person's own pause stays", async () => {
    const gone = await store.subscriptions.add(buildSubscription("a"));
    await store.subscriptions.add(buildSubscription("a", { pausedReason: "paused" }));
    await store.subscriptions.add(buildSubscription("b"));
    await store.articles.publish(buildNumberedPublication({ recipients: [buildRecipient("a"), buildRecipient("b")] }));
    expect(await store.subscriptions.pauseDestination(toWebRoom("a"), "gone: kicked")).toBe(1);
    expect(await owed("a")).toMatchObject([{ state: "failed", reason: "gone: kicked" }]);
    expect(await owed("b")).toMatchObject([{ state: "pending" }]);
    expect((await store.subscriptions.findActive()).map((each) => each.destination.address)).toEqual(["b"]);
    expect(await store.subscriptions.resumeDestination(toWebRoom("a"))).toBe(1);
    const active = await store.subscriptions.findActive();
    expect(active.map((each) => each.id)).toContain(gone.id);
    expect(active).toHaveLength(2);
  });

  test("a post that arrived while its channel was being paused counts as sent", async () => {
    await store.articles.publish(buildNumberedPublication({ recipients: [buildRecipient("a")] }));
    const [claimed] = await store.outbox.claim(NOON, 60_000, 1, "me");
    if (claimed === undefined) throw new Error("Expected a delivery that is due.");
    await store.outbox.markSending(claimed.id, "me", NOON);
    await store.subscriptions.pauseDestination(toWebRoom("a"), "gone: kicked");
    await store.outbox.settle(claimed.id, { outcome: "retry", afterMs: 0, reason: "429" }, NOON);
    expect(await owed("a")).toMatchObject([{ state: "failed" }]);
    await store.outbox.settle(claimed.id, { outcome: "sent", messageId: "m" }, NOON);
    expect(await owed("a")).toMatchObject([{ state: "sent" }]);
  });

  test("a channel that moves takes subscriptions, what is owed and what was sent along, and twice is once", async () => {
    const added = await store.subscriptions.add(buildSubscription("old"));
    const articleId = await store.articles.publish(buildNumberedPublication({ recipients: [buildRecipient("old")] }));
    await sendFirst();
    await store.articles.publish(buildNumberedPublication({ recipients: [buildRecipient("old")], now: later(1) }));
    for (let times = 0; times < 2; times += 1) {
      await store.subscriptions.moveDestination(toWebRoom("old"), toWebRoom("new"));
    }
    expect((await store.subscriptions.find(added.id))?.destination).toEqual(toWebRoom("new"));
    expect(await owed("old")).toEqual([]);
    expect((await owed("new")).map((each) => each.state)).toEqual(["pending", "sent"]);
    expect(await store.outbox.findSent(articleId)).toMatchObject([{ destination: toWebRoom("new"), messageId: "m1" }]);
  });

  test("what was sent to the old address is not posted to the new one when both were owed it", async () => {
    await store.articles.publish(
      buildNumberedPublication({ recipients: [buildRecipient("old"), buildRecipient("new")] }),
    );
    await sendFirst();
    await store.subscriptions.moveDestination(toWebRoom("old"), toWebRoom("new"));
    expect(await owed("new")).toMatchObject([{ state: "sent" }]);
    await store.subscriptions.moveDestination(toWebRoom("new"), toWebRoom("new"));
    expect(await owed("new")).toHaveLength(1);
  });
});
