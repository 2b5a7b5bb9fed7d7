/** Muted stories and subscriptions counted by server: the same on every engine. */

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { toArticleId } from "../../src/domain/id.ts";
import type { Store } from "../../src/domain/store.ts";
import { DEFAULT_DISPLAY } from "../../src/domain/subscription.ts";
import {
  buildNumberedPublication,
  buildRecipient,
  buildSubscription,
  later,
  NOON,
  toWebRoom,
} from "../helpers/build.ts";
import { openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

const ROOM = toWebRoom("a");

describe.each(TEST_ENGINES)("mutes on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  beforeEach(async () => {
    store = await stores.open();
  });
  afterAll(() => stores.closeAll());

  const recipients = [buildRecipient("a"), buildRecipient("b")];
  const statesOf = async (address: string) =>
    (await store.outbox.findByDestination(toWebRoom(address), 10)).map((each) => [each.articleId, each.state]);
  async function sendAll(): Promise<void> {
    for (const delivery of await store.outbox.claim(NOON, 60_000, 10, "me")) {
      await store.outbox.markSending(delivery.id, "me", NOON);
      await store.outbox.settle(delivery.id, { outcome: "sent", messageId: `m${delivery.id}` }, NOON);
    }
  }

  test("what waits of a muted story is given up, and nothing more of it is owed there; elsewhere it goes on", async () => {
    const first = await store.articles.publish(buildNumberedPublication({ recipients }));
    expect(await store.outbox.mute(first, ROOM, NOON)).toBe(true);
    expect(await statesOf("a")).toEqual([[first, "muted"]]);
    expect(await statesOf("b")).toEqual([[first, "pending"]]);
    await store.outbox.mute(first, toWebRoom("c"), NOON);
    const second = await store.articles.publish({
      ...buildNumberedPublication({
        article: { outlet: "Quay Post" },
        recipients: [buildRecipient("a"), buildRecipient("c")],
      }),
      storyOf: first,
    });
    expect(await statesOf("a")).toEqual([[first, "muted"]]);
    expect(await statesOf("c")).toEqual([]);
    const other = await store.articles.publish(buildNumberedPublication({ recipients }));
    expect(await statesOf("a")).toContainEqual([other, "pending"]);
    expect(second).not.toBe(first);
  });

  test("undo of a mute did not bring back what was waiting", async () => {
    const [hour, days] = [60 * 60 * 1000, 24 * 60 * 60 * 1000];
    const display = { ...DEFAULT_DISPLAY, sizeMin: 3 };
    const { id } = await store.subscriptions.add(buildSubscription({ destination: ROOM, display }));
    const owe = (waitsUntil: Date | null, sizeMin = 1) =>
      store.articles.publish(
        buildNumberedPublication({ recipients: [{ subscriptionId: id, destination: ROOM, waitsUntil, sizeMin }] }),
      );
    const waiting = await owe(later(hour));
    const pending = await owe(null);
    const small = await owe(null, 3);
    const all = [waiting, pending, small];
    for (const each of all) await store.outbox.mute(each, ROOM, NOON);
    expect(await store.outbox.isMuted(pending, ROOM)).toBe(true);
    expect(await store.outbox.isMuted(pending, toWebRoom("b"))).toBe(false);
    expect(await store.outbox.listHealth(ROOM)).toMatchObject([{ waitingCount: 0, lastFailure: null }]);
    expect(await store.outbox.findOwed(pending, ROOM)).toMatchObject({ state: "muted" });
    expect(await store.digests.findDue(later(hour), 10)).toEqual([]);
    for (const each of all) await store.outbox.unmute(each, ROOM, later(1000));
    expect(await store.outbox.isMuted(pending, ROOM)).toBe(false);
    expect(await statesOf("a")).toEqual([...all].reverse().map((each) => [each, "waiting"]));
    // What waited for its story waits for that again; the others for their hour, which is worked out anew.
    expect((await store.digests.findWaiting(id, later(1000))).map((each) => each.articleId)).toEqual([
      waiting,
      pending,
    ]);
    expect(await store.outbox.findOwed(small, ROOM)).toMatchObject({ sizeMin: 3, settledAt: null });
    // Too long after, it would be no news any more, but for what waits for an hour to come.
    const weekly = await owe(later(6 * days));
    for (const each of [pending, weekly]) await store.outbox.mute(each, ROOM, later(hour));
    for (const each of [pending, weekly]) await store.outbox.unmute(each, ROOM, later(4 * days));
    expect(await store.outbox.findOwed(pending, ROOM)).toMatchObject({ state: "failed", reason: "too old to post" });
    expect(await store.outbox.findOwed(weekly, ROOM)).toMatchObject({ state: "waiting" });
  });

  test("what a mute keeps shows the newest edition when it comes back, is owed no second time, and ends with its subscription", async () => {
    const { id } = await store.subscriptions.add(buildSubscription({ destination: ROOM }));
    const first = buildNumberedPublication({ recipients: [buildRecipient("a", id)] });
    const old = await store.articles.publish(first);
    await store.outbox.mute(old, ROOM, NOON);
    const article = { ...first.article, text: `${first.article.text} Corrected.` };
    const edition = await store.articles.publish({ ...first, article });
    expect(await store.outbox.owe(edition, buildRecipient("a", id), NOON)).toBeNull();
    await store.outbox.unmute(edition, ROOM, NOON);
    expect(await statesOf("a")).toEqual([[edition, "waiting"]]);
    await store.outbox.mute(edition, ROOM, NOON);
    await store.subscriptions.remove(id, ROOM);
    expect(await statesOf("a")).toEqual([]);
    const { id: next } = await store.subscriptions.add(buildSubscription({ destination: ROOM }));
    expect(await store.outbox.owe(edition, buildRecipient("a", next), NOON)).toBeNull();
    await store.outbox.unmute(edition, ROOM, NOON);
    expect(await store.outbox.owe(edition, buildRecipient("a", id), NOON)).toBeNull();
    expect(await store.outbox.owe(edition, buildRecipient("a", next), NOON)).not.toBeNull();
  });

  test("of a muted post that is sent under the other address of a place that moved, none comes after the undo", async () => {
    const first = await store.articles.publish(buildNumberedPublication({ recipients: [buildRecipient("old")] }));
    await sendAll();
    await store.outbox.owe(first, buildRecipient("a"), NOON);
    await store.outbox.mute(first, ROOM, NOON);
    await store.subscriptions.moveDestination(toWebRoom("old"), ROOM);
    await store.outbox.unmute(first, ROOM, NOON);
    expect(await statesOf("a")).toEqual([[first, "sent"]]);
  });

  test("posts of a muted story are not edited any more; undone, they are again", async () => {
    const first = await store.articles.publish(buildNumberedPublication({ recipients }));
    await sendAll();
    await store.outbox.mute(first, ROOM, NOON);
    const join = (outlet: string) =>
      store.articles.publish({
        ...buildNumberedPublication({ article: { outlet }, now: later(1000) }),
        storyOf: first,
      });
    await join("Quay Post");
    const edits = await store.outbox.claimEdits(later(2000), 60_000, 10);
    expect(edits.map((edit) => edit.destination.address)).toEqual(["b"]);
    expect(await store.outbox.unmute(first, ROOM, NOON)).toBe(true);
    expect(await store.outbox.unmute(first, ROOM, NOON)).toBe(false);
    await join("Glen Post");
    const again = await store.outbox.claimEdits(later(120_000), 60_000, 10);
    expect(again.map((edit) => edit.destination.address).sort()).toContain("a");
  });

  test("an edit already owed is taken back", async () => {
    const first = await store.articles.publish(buildNumberedPublication({ recipients: [buildRecipient("a")] }));
    await sendAll();
    await store.articles.publish({ ...buildNumberedPublication({ article: { outlet: "Quay Post" } }), storyOf: first });
    expect(await store.outbox.countEdits()).toBe(1);
    await store.outbox.mute(first, ROOM, NOON);
    expect(await store.outbox.countEdits()).toBe(0);
  });

  test("a mute moves with its place, is forgotten with the articles, and needs an article", async () => {
    expect(await store.outbox.mute(toArticleId(99), ROOM, NOON)).toBe(false);
    const first = await store.articles.publish(buildNumberedPublication());
    await store.outbox.mute(first, ROOM, NOON);
    await store.outbox.mute(first, ROOM, NOON);
    await store.outbox.mute(first, toWebRoom("z"), NOON);
    await store.subscriptions.moveDestination(ROOM, toWebRoom("z"));
    expect(await store.outbox.unmute(first, ROOM, NOON)).toBe(false);
    expect(await store.outbox.unmute(first, toWebRoom("z"), NOON)).toBe(true);
    await store.outbox.mute(first, ROOM, NOON);
    await store.articles.forget(later(1000));
    expect(await store.outbox.unmute(first, ROOM, NOON)).toBe(false);
  });

  test("subscriptions are counted by server, also after the server's address has changed", async () => {
    const add = (address: string, server: string | null) =>
      store.subscriptions.add({ ...buildSubscription({ destination: { platform: "telegram", address } }), server });
    await add("-5", "-5");
    await add("-5/7", "-5");
    await add("-6", "-6");
    await add("-7", null);
    expect(await store.subscriptions.countServer("telegram", "-5")).toBe(2);
    expect(await store.subscriptions.countServer("discord", "-5")).toBe(0);
    await store.subscriptions.moveDestination(
      { platform: "telegram", address: "-5" },
      { platform: "telegram", address: "-1005" },
    );
    expect(await store.subscriptions.countServer("telegram", "-1005")).toBe(2);
    expect(await store.subscriptions.countServer("telegram", "-5")).toBe(0);
  });
});
