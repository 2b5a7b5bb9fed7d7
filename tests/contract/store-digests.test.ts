/** What waits for its hour and how it leaves: digests, story sizes and quiet hours, the same on every engine. */

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Departure, DigestPart } from "../../src/domain/digest.ts";
import type { ArticleId, DeliveryId } from "../../src/domain/id.ts";
import type { Recipient, Store } from "../../src/domain/store.ts";
import { DEFAULT_DISPLAY, type Delivery, type Subscription } from "../../src/domain/subscription.ts";
import { buildNumberedPublication, buildSubscription, later, NOON, toWebRoom } from "../helpers/build.ts";
import { openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

const HOUR_MS = 60 * 60 * 1000;
const EVENING = later(6 * HOUR_MS);
const PART: DigestPart = { kind: "daily", from: NOON, to: EVENING, part: 1, partCount: 1 };
const ROOM = toWebRoom("a");

describe.each(TEST_ENGINES)("digests on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  let subscription: Subscription;
  beforeEach(async () => {
    store = await stores.open();
    subscription = await store.subscriptions.add(buildSubscription({ destination: ROOM }));
  });
  afterAll(() => stores.closeAll());

  const toRecipient = (part: Partial<Recipient> = {}): Recipient => ({
    subscriptionId: subscription.id,
    destination: ROOM,
    ...part,
  });
  /** So many articles that wait for the evening. */
  const wait = async (count: number, part: Partial<Recipient> = { waitsUntil: EVENING }): Promise<ArticleId[]> => {
    const ids: ArticleId[] = [];
    for (let each = 0; each < count; each += 1)
      ids.push(await store.articles.publish(buildNumberedPublication({ recipients: [toRecipient(part)] })));
    return ids;
  };
  const waiting = async (now = EVENING): Promise<readonly DeliveryId[]> =>
    (await store.digests.findWaiting(subscription.id, now)).map((each) => each.id);
  const claimOne = async (now = EVENING): Promise<Delivery> => {
    const [delivery] = await store.outbox.claim(now, 60_000, 10, "me");
    if (delivery === undefined) throw new Error("Expected a delivery that is due.");
    return delivery;
  };
  const toDigest = (ids: readonly DeliveryId[], unshownIds: readonly DeliveryId[] = [], part = PART): Departure => ({
    kind: "digest",
    digest: part,
    deliveryIds: ids,
    unshownIds,
  });
  const states = async () =>
    (await store.outbox.findByDestination(ROOM, 100)).map((each) => each.state).sort((a, b) => a.localeCompare(b));

  test("what waits is not due before its hour, and holds up nothing else", async () => {
    await wait(2);
    await wait(1, {});
    expect((await claimOne(NOON)).digestId).toBeNull();
    expect(await store.digests.findDue(NOON, 10)).toEqual([]);
    expect(await store.digests.findDue(EVENING, 10)).toEqual([subscription.id]);
    expect(await store.digests.findWaiting(subscription.id, EVENING)).toMatchObject([
      { owedAt: NOON, waitsUntil: EVENING },
      { owedAt: NOON, waitsUntil: EVENING },
    ]);
  });

  test("a digest is one delivery, shown in the order given, settled with all that is in it", async () => {
    const articles = await wait(3);
    const [first, second, third] = await waiting();
    if (first === undefined || second === undefined || third === undefined) throw new Error("Expected three.");
    expect(await store.digests.gather([toDigest([third, first], [second])], EVENING)).toBe(true);
    expect(await waiting()).toEqual([]);
    const delivery = await claimOne();
    expect(delivery).toMatchObject({ digestId: delivery.id, createdAt: EVENING });
    expect(await store.digests.get(delivery.id)).toEqual({
      ...PART,
      articleIds: [articles[2], articles[0]],
      moreCount: 1,
    });
    await store.outbox.markSending(delivery.id, "me", EVENING);
    await store.outbox.settle(delivery.id, { outcome: "sent", messageId: "m1" }, EVENING, "me");
    expect(await states()).toEqual(["sent", "sent", "sent"]);
    // An edit of one brief must not take the place of the digest.
    expect(await store.outbox.findSent(articles[0] as ArticleId)).toEqual([]);
  });

  test("what was posted in a digest is not owed there again", async () => {
    const [article] = await wait(1);
    await store.digests.gather([toDigest(await waiting())], EVENING);
    const { id } = await claimOne();
    await store.outbox.settle(id, { outcome: "sent", messageId: "m1" }, EVENING);
    expect(await store.outbox.owe(article as ArticleId, toRecipient(), EVENING)).toBeNull();
  });

  test("the parts of a digest leave in order, after what was owed before", async () => {
    await wait(3);
    const [first, second, third] = await waiting();
    const [post] = await wait(1, {});
    if (first === undefined || second === undefined || third === undefined) throw new Error("Expected three.");
    const parts = [
      toDigest([third], [], { ...PART, partCount: 2 }),
      toDigest([first, second], [], { ...PART, part: 2, partCount: 2 }),
    ];
    await store.digests.gather(parts, EVENING);
    const shown: unknown[] = [];
    for (let count = 0; count < 3; count += 1) {
      const delivery = await claimOne();
      shown.push(delivery.digestId === null ? delivery.articleId : (await store.digests.get(delivery.id)).part);
      await store.outbox.settle(delivery.id, { outcome: "sent", messageId: String(count) }, EVENING);
    }
    expect(shown).toEqual([post, 1, 2]);
  });

  test("of two processes that gather the same, one does", async () => {
    await wait(4);
    const ids = await waiting();
    const gathered = await Promise.all([1, 2, 3].map(() => store.digests.gather([toDigest(ids)], EVENING)));
    expect(gathered.filter((isDone) => isDone)).toHaveLength(1);
    expect(await states()).toEqual(["gathered", "gathered", "gathered", "pending"]);
  });

  test("a single one leaves as a post of its own", async () => {
    await wait(1);
    const [deliveryId] = await waiting();
    await store.digests.gather([{ kind: "post", deliveryId: deliveryId as DeliveryId }], EVENING);
    expect(await claimOne()).toMatchObject({ digestId: null, createdAt: EVENING, attempts: 0 });
  });

  test("a retry keeps the digest together; one that is refused is refused as a whole", async () => {
    await wait(2);
    await store.digests.gather([toDigest(await waiting())], EVENING);
    const { id } = await claimOne();
    await store.outbox.markSending(id, "me", EVENING);
    await store.outbox.settle(id, { outcome: "retry", afterMs: 0, reason: "busy" }, EVENING, "me");
    expect(await states()).toEqual(["gathered", "pending"]);
    expect((await claimOne()).id).toBe(id);
    await store.outbox.settle(id, { outcome: "refused", reason: "malformed" }, EVENING, "me");
    expect(await states()).toEqual(["failed", "failed"]);
  });

  test("after a crash while it was sent, the digest is in doubt and the same", async () => {
    const articles = await wait(2);
    await store.digests.gather([toDigest(await waiting())], EVENING);
    const { id } = await claimOne();
    await store.outbox.markSending(id, "me", EVENING);
    expect(await store.outbox.recover(EVENING, true)).toBe(1);
    expect(await claimOne()).toMatchObject({ id, digestId: id, firstSentAt: EVENING });
    expect((await store.digests.get(id)).articleIds).toEqual(articles);
  });

  test("a corrected page takes the place of what waits or is gathered, and a sent digest is owed no edit", async () => {
    const article = { url: "https://harbor.example/x", title: "First", text: "The first text." };
    await store.articles.publish(
      buildNumberedPublication({ article, recipients: [toRecipient({ waitsUntil: EVENING })] }),
    );
    await wait(1);
    const [first, second] = await waiting();
    await store.digests.gather([toDigest([second, first] as DeliveryId[])], EVENING);
    const corrected = await store.articles.publish(
      buildNumberedPublication({ article: { ...article, text: "The second text." }, now: EVENING }),
    );
    const { id } = await claimOne();
    expect((await store.digests.get(id)).articleIds[1]).toBe(corrected);
    await store.outbox.settle(id, { outcome: "sent", messageId: "m1" }, EVENING);
    await store.articles.publish(
      buildNumberedPublication({ article: { ...article, text: "The third text." }, now: EVENING }),
    );
    expect(await store.outbox.countEdits()).toBe(0);
  });

  describe("the size of a story", () => {
    const publish = (outlet: string, storyOf: ArticleId | null, part: Partial<Recipient> = { sizeMin: 3 }) =>
      store.articles.publish({
        ...buildNumberedPublication({ article: { outlet }, recipients: [toRecipient(part)], now: NOON }),
        storyOf,
      });

    test("a brief waits until enough outlets carry the story, and is owed once", async () => {
      const first = await publish("Harbor Wire", null);
      await publish("Tide Post", first);
      // The same outlet again is no other outlet.
      await publish("Tide Post", first);
      expect(await waiting()).toEqual([]);
      await publish("Inland Mail", first);
      expect(await store.digests.findWaiting(subscription.id, NOON)).toMatchObject([
        { articleId: first, owedAt: NOON },
      ]);
      expect(await states()).toEqual(["waiting"]);
    });

    test("a story that is large enough already is owed at once", async () => {
      const other = { destination: toWebRoom("b") };
      const first = await publish("Harbor Wire", null, other);
      await publish("Tide Post", first, other);
      await publish("Inland Mail", first);
      expect(await states()).toEqual(["pending"]);
    });

    test("one that stays small for 72 hours is given up", async () => {
      await publish("Harbor Wire", null);
      expect(await store.digests.dropSmall(later(72 * HOUR_MS - 1))).toBe(0);
      expect(await store.digests.dropSmall(later(72 * HOUR_MS))).toBe(1);
      expect(await states()).toEqual(["failed"]);
    });

    test("when the subscription asks for less, what waited may leave", async () => {
      await publish("Harbor Wire", null);
      await store.subscriptions.update({ ...subscription, display: { ...DEFAULT_DISPLAY, sizeMin: 1 } });
      expect(await waiting(NOON)).toHaveLength(1);
    });

    test("when it asks for as much as the story has, it may leave; for more, it waits on", async () => {
      const first = await publish("Harbor Wire", null);
      await publish("Tide Post", first);
      await store.subscriptions.update({ ...subscription, display: { ...DEFAULT_DISPLAY, sizeMin: 4 } });
      expect(await waiting(NOON)).toEqual([]);
      await store.subscriptions.update({ ...subscription, display: { ...DEFAULT_DISPLAY, sizeMin: 2 } });
      expect(await waiting(NOON)).toHaveLength(1);
    });

    test("what an ended subscription waited for leaves at once where its heir waits for nothing", async () => {
      const first = await publish("Harbor Wire", null);
      const heir = await store.subscriptions.add(buildSubscription({ destination: ROOM }));
      await store.subscriptions.remove(subscription.id, ROOM, new Map([[first, heir.id]]));
      expect(await store.digests.findWaiting(heir.id, NOON)).toMatchObject([{ articleId: first }]);
    });
  });

  test("a change of the subscription lets its hour be worked out anew", async () => {
    await wait(2);
    expect(await store.digests.findDue(NOON, 10)).toEqual([]);
    await store.subscriptions.update(subscription);
    expect(await store.digests.findDue(NOON, 10)).toEqual([subscription.id]);
    await store.digests.postpone(await waiting(NOON), EVENING);
    expect(await store.digests.findDue(NOON, 10)).toEqual([]);
    await store.digests.drop(await waiting(), "the subscription is paused", EVENING);
    expect(await states()).toEqual(["failed", "failed"]);
  });

  test("what waits is handed over to another subscription of the channel, and what was dropped untried is owed anew", async () => {
    const [article] = await wait(1);
    const heir = await store.subscriptions.add(buildSubscription({ destination: ROOM }));
    await store.digests.handOver(await waiting(), heir.id);
    expect(await waiting()).toEqual([]);
    expect(await store.digests.findWaiting(heir.id, NOON)).toMatchObject([{ articleId: article, owedAt: NOON }]);
    if (article === undefined) throw new Error("Expected an article.");
    expect(await store.outbox.owe(article, toRecipient(), NOON)).toBeNull();
    const [{ id } = { id: undefined }] = await store.digests.findWaiting(heir.id, NOON);
    if (id === undefined) throw new Error("Expected a delivery.");
    await store.digests.drop([id], "no longer wished for", NOON);
    expect(await store.outbox.owe(article, toRecipient(), NOON)).not.toBeNull();
    expect(await states()).toEqual(["pending"]);
  });

  test("an edit of what is wished for takes a digest apart that has surely not left", async () => {
    await wait(2);
    await store.digests.gather([toDigest(await waiting())], EVENING);
    await store.subscriptions.update({ ...subscription, display: { ...DEFAULT_DISPLAY, isSilent: true } });
    expect(await states()).toEqual(["gathered", "pending"]);
    const { filter } = subscription;
    await store.subscriptions.update({ ...subscription, filter: { ...filter, languages: ["de"] } });
    expect(await states()).toEqual(["waiting", "waiting"]);
    expect(await store.digests.findDue(NOON, 10)).toEqual([subscription.id]);
  });

  test("a claimed post is held until its time, and only by who claimed it", async () => {
    await wait(1, {});
    const { id } = await claimOne(NOON);
    expect(await store.digests.hold(id, EVENING, "another")).toBe(false);
    expect(await store.digests.hold(id, EVENING, "me")).toBe(true);
    expect(await store.outbox.claim(EVENING, 60_000, 10, "me")).toEqual([]);
    expect(await waiting()).toEqual([id]);
  });

  test("a digest that is held waits again with all that is in it", async () => {
    const articles = await wait(3);
    const ids = await waiting();
    await store.digests.gather([toDigest(ids.slice(0, 2), ids.slice(2))], EVENING);
    const { id } = await claimOne();
    const morning = later(20 * HOUR_MS);
    expect(await store.digests.hold(id, morning, "another")).toBe(false);
    expect(await store.digests.hold(id, morning, "me")).toBe(true);
    expect(await states()).toEqual(["waiting", "waiting", "waiting"]);
    expect(await waiting()).toEqual([]);
    const held = await store.digests.findWaiting(subscription.id, morning);
    expect(new Set(held.map((each) => each.articleId))).toEqual(new Set(articles));
    expect(held.every((each) => each.owedAt.getTime() === NOON.getTime())).toBe(true);
    expect(await store.outbox.markSending(id, "me", EVENING)).toBe(false);
  });

  test("after an unsubscribe neither what waits nor an unsent digest comes", async () => {
    await wait(3);
    const [first, second] = await waiting();
    await store.digests.gather([toDigest([first, second] as DeliveryId[])], EVENING);
    expect(await store.subscriptions.remove(subscription.id, ROOM)).toBe(true);
    expect(await states()).toEqual([]);
  });

  test("what waits and digests go with the channel to its new address", async () => {
    await wait(3);
    const [first, second] = await waiting();
    await store.digests.gather([toDigest([first, second] as DeliveryId[])], EVENING);
    await store.subscriptions.moveDestination(ROOM, toWebRoom("new"));
    // Put together anew at the next step, from all three.
    expect(await waiting()).toHaveLength(3);
    expect((await store.outbox.findByDestination(toWebRoom("new"), 10)).map((each) => each.state)).toEqual([
      "waiting",
      "waiting",
      "waiting",
    ]);
  });

  test("a channel that is gone is owed no digest", async () => {
    await wait(3);
    const [first, second] = await waiting();
    await store.digests.gather([toDigest([first, second] as DeliveryId[])], EVENING);
    await store.subscriptions.pauseDestination(ROOM, "gone: kicked");
    expect(await states()).toEqual(["failed", "failed", "failed"]);
  });

  test("articles that wait are not forgotten", async () => {
    await wait(1);
    await store.articles.publish(buildNumberedPublication());
    expect(await store.articles.forget(later(HOUR_MS))).toBe(1);
    expect(await waiting()).toHaveLength(1);
  });
});
