/** A muted story leaves the digests it was gathered into, unless they have begun to leave: the same on every engine. */

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { DigestPart } from "../../src/domain/digest.ts";
import type { ArticleId, DeliveryId } from "../../src/domain/id.ts";
import type { Store } from "../../src/domain/store.ts";
import type { Delivery, Subscription } from "../../src/domain/subscription.ts";
import { buildNumberedPublication, buildSubscription, later, NOON, toWebRoom } from "../helpers/build.ts";
import { openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

const EVENING = later(6 * 60 * 60 * 1000);
const PART: DigestPart = { kind: "daily", from: NOON, to: EVENING, part: 1, partCount: 1 };
const ROOM = toWebRoom("a");

describe.each(TEST_ENGINES)("a mute and a gathered digest on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  let subscription: Subscription;
  beforeEach(async () => {
    store = await stores.open();
    subscription = await store.subscriptions.add(buildSubscription({ destination: ROOM }));
  });
  afterAll(() => stores.closeAll());

  /** Four articles in one digest, the last of them only counted. */
  async function gather(shownCount = 3): Promise<readonly ArticleId[]> {
    const articles: ArticleId[] = [];
    const recipients = [{ subscriptionId: subscription.id, destination: ROOM, waitsUntil: EVENING }];
    for (let each = 0; each < 4; each += 1)
      articles.push(await store.articles.publish(buildNumberedPublication({ recipients })));
    const ids: readonly DeliveryId[] = (await store.digests.findWaiting(subscription.id, EVENING)).map(({ id }) => id);
    const departure = { deliveryIds: ids.slice(0, shownCount), unshownIds: ids.slice(shownCount) };
    await store.digests.gather([{ kind: "digest", digest: PART, ...departure }], EVENING);
    return articles;
  }
  async function claim(owner = "me"): Promise<Delivery> {
    const [delivery] = await store.outbox.claim(EVENING, 60_000, 10, owner);
    if (delivery === undefined) throw new Error("Expected a delivery that is due.");
    return delivery;
  }
  const mute = async (id: ArticleId | undefined): Promise<void> => {
    if (id !== undefined) await store.outbox.mute(id, ROOM, EVENING);
  };
  const stateOf = async (id: ArticleId | undefined): Promise<string | undefined> =>
    (await store.outbox.findByDestination(ROOM, 10)).find((each) => each.articleId === id)?.state;
  async function send({ id }: Delivery): Promise<void> {
    expect(await store.outbox.markSending(id, "me", EVENING)).toBe(true);
    await store.outbox.settle(id, { outcome: "sent", messageId: "m" }, EVENING, "me");
  }

  test("a brief of a muted story came in the digest all the same", async () => {
    const [a, b, c, d] = await gather();
    await mute(b);
    const carrier = await claim();
    expect(await store.digests.get(carrier.id)).toMatchObject({ articleIds: [a, c], moreCount: 1 });
    await send(carrier);
    expect(await Promise.all([a, b, c, d].map(stateOf))).toEqual(["sent", "muted", "sent", "sent"]);
  });

  test("the brief whose row carries the digest is taken out, and the digest keeps its id", async () => {
    const [a, b, c, d] = await gather();
    const { id } = await claim("another process");
    await mute(a);
    const carrier = await claim();
    expect(carrier.id).toBe(id);
    expect(await store.digests.get(id)).toMatchObject({ ...PART, articleIds: [b, c], moreCount: 1 });
    await send(carrier);
    expect(await Promise.all([a, b, c, d].map(stateOf))).toEqual(["muted", "sent", "sent", "sent"]);
    expect(await store.outbox.claim(EVENING, 60_000, 10, "me")).toEqual([]);
  });

  test("undone before the digest has left, the story comes in it; the hour of each is worked out from when it was owed", async () => {
    const [a, b, c, d] = await gather();
    for (const each of [a, b]) await mute(each);
    for (const each of [a, b]) if (each !== undefined) await store.outbox.unmute(each, ROOM, EVENING);
    expect(await Promise.all([a, b, c, d].map(stateOf))).toEqual(["waiting", "waiting", "waiting", "waiting"]);
    const waiting = await store.digests.findWaiting(subscription.id, EVENING);
    expect(waiting.map(({ owedAt }) => owedAt)).toEqual([NOON, NOON, NOON, NOON]);
  });

  test("whoever has composed it already does not send it", async () => {
    const [, b] = await gather();
    const { id } = await claim();
    await mute(b);
    expect(await store.outbox.markSending(id, "me", EVENING)).toBe(false);
    await store.outbox.settle(id, { outcome: "retry", afterMs: 0, reason: "the lease was lost" }, EVENING, "me");
    await send(await claim());
  });

  test("a brief that was only counted is counted no more", async () => {
    const [, , , d] = await gather();
    await mute(d);
    expect(await store.digests.get((await claim()).id)).toMatchObject({ moreCount: 0 });
    expect(await stateOf(d)).toBe("muted");
  });

  test("when all that was shown is muted, there is no digest, and what was only counted is gathered anew", async () => {
    const [a, b] = await gather(1);
    await mute(a);
    expect(await store.outbox.claim(EVENING, 60_000, 10, "me")).toEqual([]);
    expect(await stateOf(a)).toBe("muted");
    expect(await stateOf(b)).toBe("waiting");
    expect(await store.digests.findWaiting(subscription.id, EVENING)).toHaveLength(3);
  });

  test("a digest that has begun to leave stays whole, also when a crash leaves it in doubt", async () => {
    const [a, b, c] = await gather();
    const { id } = await claim();
    await store.outbox.markSending(id, "me", EVENING);
    await mute(a);
    await mute(b);
    await store.outbox.recover(EVENING, true);
    await mute(c);
    expect((await store.digests.get(id)).articleIds).toEqual([a, b, c]);
    await send(await claim());
    expect(await Promise.all([a, b, c].map(stateOf))).toEqual(["sent", "sent", "sent"]);
  });
});
