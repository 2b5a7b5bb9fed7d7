/** What was written under a clock that was days ahead, on every engine: once it is right, nothing waits for it. */

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Store } from "../../src/domain/store.ts";
import { EMPTY_QUERY } from "../../src/domain/store.ts";
import type { Destination } from "../../src/domain/subscription.ts";
import { parseSearch } from "../../src/typed/search-text.ts";
import { buildArticle, buildFeed, buildPublication, buildSubscription, later, NOON } from "../helpers/build.ts";
import { openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const AHEAD = later(72 * HOUR_MS);
const CHAT: Destination = { platform: "telegram", address: "7" };

describe.each(TEST_ENGINES)("times put back on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  beforeEach(async () => {
    store = await stores.open();
    await store.feeds.save([buildFeed()], NOON);
  });
  afterAll(() => stores.closeAll());

  async function publish(now: Date, waitsUntil: Date | null = null): Promise<void> {
    const { id } = await store.subscriptions.add(buildSubscription({ destination: CHAT }));
    const article = buildArticle({ fetchedAt: now });
    const recipients = [{ subscriptionId: id, destination: CHAT, waitsUntil }];
    await store.articles.publish(buildPublication({ article, recipients, now }));
  }
  const claim = (now: Date) => store.outbox.claim(now, MINUTE_MS, 5, "me");

  test("a post put off under the wrong clock is due, and no older than now", async () => {
    await publish(AHEAD);
    const [owed] = await claim(AHEAD);
    if (owed === undefined) throw new Error("Expected a delivery that is due.");
    await store.outbox.markSending(owed.id, "me", AHEAD);
    const retry = { outcome: "retry", afterMs: MINUTE_MS, reason: "HTTP 502", isInDoubt: true } as const;
    await store.outbox.settle(owed.id, retry, AHEAD);
    expect(await claim(NOON)).toEqual([]);
    expect(await store.putBack(NOON)).toBeGreaterThan(0);
    expect(await claim(NOON)).toMatchObject([{ id: owed.id, createdAt: NOON, firstSentAt: NOON }]);
    expect((await store.articles.get(owed.articleId)).article.fetchedAt).toEqual(NOON);
  });

  test("a lease taken under the wrong clock ends", async () => {
    await publish(NOON);
    expect(await claim(AHEAD)).toHaveLength(1);
    await store.putBack(NOON);
    expect(await store.outbox.recover(later(2 * MINUTE_MS), false)).toBe(1);
    expect(await claim(later(2 * MINUTE_MS))).toHaveLength(1);
  });

  test("what waits for an hour of its own is looked at again", async () => {
    await publish(AHEAD, later(96 * HOUR_MS));
    expect(await store.digests.findDue(NOON, 5)).toEqual([]);
    await store.putBack(NOON);
    expect(await store.digests.findDue(NOON, 5)).toHaveLength(1);
  });

  test("feeds polled under the wrong clock are not silent until then", async () => {
    const [state] = await store.feeds.claimDue(AHEAD, HOUR_MS, 5, "me");
    if (state === undefined) throw new Error("Expected a feed that is due.");
    const nextPollAt = new Date(AHEAD.getTime() + HOUR_MS);
    await store.feeds.saveState({ ...state, lastPollAt: AHEAD, lastSuccessAt: AHEAD, nextPollAt });
    await store.putBack(NOON);
    expect(await store.feeds.getState(state.feedId)).toMatchObject({
      lastPollAt: NOON,
      lastSuccessAt: NOON,
      nextPollAt: later(HOUR_MS),
    });
  });

  test("a feed in work under the wrong clock can be polled within the hour", async () => {
    expect(await store.feeds.claimDue(AHEAD, HOUR_MS, 5, "gone")).toHaveLength(1);
    await store.putBack(NOON);
    expect(await store.feeds.claimDue(later(HOUR_MS), HOUR_MS, 5, "me")).toHaveLength(1);
  });

  test("a place on hold is tried again, within a day", async () => {
    await store.subscriptions.add(buildSubscription({ destination: CHAT }));
    await store.holds.refuse(CHAT, "a right is missing", AHEAD);
    await store.putBack(NOON);
    expect(await store.holds.find(CHAT)).toMatchObject({ since: NOON, until: NOON });
  });

  test("news of weeks ahead is found where it is put, also by those who ask for what was said until then", async () => {
    const now = later(20 * 24 * HOUR_MS);
    const article = buildArticle({ fetchedAt: now, publishedAt: now });
    await store.articles.publish(buildPublication({ article, now }));
    await store.putBack(NOON);
    const until = later(MINUTE_MS);
    const found = await store.articles.search({ ...EMPTY_QUERY, until, terms: parseSearch("-nothing") });
    expect(found.briefs.map((each) => each.article.title)).toEqual([article.title]);
    const quotes = await store.articles.findQuotes({ ...EMPTY_QUERY, since: NOON, terms: parseSearch("-nothing") });
    expect(quotes.length).toBeGreaterThan(0);
  });

  test("where the clock was right nothing changes", async () => {
    await publish(NOON, later(20 * HOUR_MS));
    await store.holds.refuse(CHAT, "a right is missing", NOON);
    expect(await store.putBack(NOON)).toBe(0);
    expect(await store.putBack(later(HOUR_MS))).toBe(0);
  });
});
