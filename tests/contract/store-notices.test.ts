/** What channels are told about their feeds, the same on every engine: once, also after a crash. */

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { toFeedId } from "../../src/domain/id.ts";
import type { Store } from "../../src/domain/store.ts";
import { openStore } from "../../src/store/open.ts";
import { buildFeed, later, NOON, toWebRoom } from "../helpers/build.ts";
import { LASTING_ENGINES, openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

const FEED = buildFeed();
const LEASE_MS = 60_000;
const [A, B] = [toWebRoom("a"), toWebRoom("b")];

describe.each(TEST_ENGINES)("notices on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  beforeEach(async () => {
    store = await stores.open();
    await store.feeds.save([FEED], NOON);
  });
  afterAll(() => stores.closeAll());

  const owe = (...places: readonly ReturnType<typeof toWebRoom>[]) =>
    store.notices.owe(FEED.id, "feed-failed", places, NOON);
  const claim = (now = NOON, limit = 10) => store.notices.claim(now, LEASE_MS, limit);
  async function claimOne(now = NOON) {
    const [notice] = await claim(now);
    if (notice === undefined) throw new Error("Expected a notice that is due.");
    return notice;
  }

  test("each channel is owed one notice of a feed, however often it is noted", async () => {
    expect(await owe(A, B)).toBe(2);
    expect(await owe(A, B)).toBe(0);
    expect(await store.notices.owe(FEED.id, "feed-gone", [A], NOON)).toBe(0);
    const notices = await claim();
    expect(notices).toMatchObject([
      { feedId: FEED.id, kind: "feed-failed", destination: A, attempts: 1, inDoubtSince: null },
      { feedId: FEED.id, kind: "feed-failed", destination: B, attempts: 1, inDoubtSince: null },
    ]);
  });

  test("one that was said is never owed again", async () => {
    await owe(A);
    await store.notices.settle((await claimOne()).id, null, NOON);
    expect(await owe(A)).toBe(0);
    expect(await claim(later(LEASE_MS))).toEqual([]);
  });

  test("one is claimed once until its lease ends, and then is in doubt", async () => {
    await owe(A);
    await claimOne(later(1));
    expect(await claim(later(LEASE_MS))).toEqual([]);
    expect(await claimOne(later(LEASE_MS + 1))).toMatchObject({ attempts: 2, inDoubtSince: later(1) });
    expect(await claimOne(later(2 * LEASE_MS + 1))).toMatchObject({ attempts: 3, inDoubtSince: later(1) });
  });

  test("one to be tried again is due then; in doubt only when that try may have arrived", async () => {
    await owe(A);
    await store.notices.settle((await claimOne()).id, { at: later(5_000), isInDoubt: false }, NOON);
    expect(await claim(later(4_999))).toEqual([]);
    const second = await claimOne(later(5_000));
    expect(second.inDoubtSince).toBeNull();
    await store.notices.settle(second.id, { at: later(6_000), isInDoubt: true }, later(5_000));
    expect(await claimOne(later(6_000))).toMatchObject({ inDoubtSince: later(5_000) });
  });

  test("a feed that works again takes back what was not said, and may be told of anew", async () => {
    await owe(A, B);
    await store.notices.settle((await claim(NOON, 1))[0]?.id ?? raise(), null, NOON);
    await store.notices.retract(FEED.id);
    expect(await claim(later(LEASE_MS))).toEqual([]);
    expect(await owe(A, B)).toBe(2);
  });

  test("a feed that was given up is due at once when it is wanted again, as a new one", async () => {
    const state = await store.feeds.getState(FEED.id);
    await store.feeds.saveState({ ...state, etag: '"1"', lastSuccessAt: NOON, failureCount: 12, disabledReason: "no" });
    await owe(A);
    expect(await store.feeds.claimDue(later(1), LEASE_MS, 10, "me")).toEqual([]);
    expect(await store.feeds.revive(FEED.id, later(1))).toBe(true);
    expect(await store.feeds.revive(FEED.id, later(1))).toBe(false);
    expect(await store.feeds.claimDue(later(1), LEASE_MS, 10, "me")).toMatchObject([
      { feedId: FEED.id, etag: null, lastSuccessAt: null, failureCount: 0, disabledReason: null },
    ]);
    expect(await owe(A)).toBe(1);
    expect(await store.feeds.revive(toFeedId("no-such-feed"), NOON)).toBe(false);
  });

  test("a feed that works is left alone when somebody subscribes to it", async () => {
    const state = await store.feeds.getState(FEED.id);
    await store.feeds.saveState({ ...state, etag: '"1"', lastSuccessAt: NOON, nextPollAt: later(9) });
    expect(await store.feeds.revive(FEED.id, NOON)).toBe(false);
    expect(await store.feeds.getState(FEED.id)).toMatchObject({ etag: '"1"', nextPollAt: later(9) });
  });

  test("a feed at a new address may be told of anew", async () => {
    await owe(A);
    await store.feeds.save([{ ...FEED, url: "http://127.0.0.1:9/new.xml" }], NOON);
    expect(await owe(A)).toBe(1);
  });

  test("notices go with a channel to its new address, and none comes twice there", async () => {
    await owe(A);
    await store.subscriptions.moveDestination(A, B);
    expect(await claimOne()).toMatchObject({ destination: B });
    expect(await owe(B)).toBe(0);
    await owe(A);
    await store.subscriptions.moveDestination(A, B);
    expect(await claim(later(LEASE_MS))).toHaveLength(1);
  });

  test("notices of a feed that was removed go with it", async () => {
    await owe(A);
    await store.feeds.remove(FEED.id);
    expect(await claim()).toEqual([]);
  });

  test("two that claim at once never get the same one", async () => {
    await owe(...Array.from({ length: 12 }, (_, i) => toWebRoom(`room-${i}`)));
    const claimed = (await Promise.all(Array.from({ length: 6 }, () => claim(NOON, 4)))).flat();
    expect(new Set(claimed.map((each) => each.id)).size).toBe(claimed.length);
  });
});

function raise(): never {
  throw new Error("Expected a notice.");
}

test.each(LASTING_ENGINES)("a notice owed before a crash is owed after it, on $name", async (engine) => {
  const place = await engine.create();
  const before = await openStore(place.url);
  await before.feeds.save([FEED], NOON);
  await before.notices.owe(FEED.id, "feed-gone", [A], NOON);
  await before.close();
  const after = await openStore(place.url);
  expect(await after.notices.claim(NOON, LEASE_MS, 10)).toMatchObject([{ kind: "feed-gone", inDoubtSince: null }]);
  await after.close();
  await place.remove();
});
