/** Feeds, their states and what was seen: the same on every engine. */

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Feed } from "../../src/domain/feed.ts";
import { toFeedId } from "../../src/domain/id.ts";
import type { Store } from "../../src/domain/store.ts";
import { HARBOR, later, NOON } from "../helpers/build.ts";
import { openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

const buildFeed = (id: string, parts: Partial<Feed> = {}): Feed => ({
  id: toFeedId(id),
  title: `The ${id}`,
  url: `https://${id}.example/feed.xml`,
  homepage: null,
  topics: ["harbors"],
  region: null,
  language: "en",
  origin: "catalog",
  ...parts,
});

const HARBOR_FEED = buildFeed("harbor-wire");

describe.each(TEST_ENGINES)("feeds on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  beforeEach(async () => {
    store = await stores.open();
  });
  afterAll(() => stores.closeAll());

  test("a feed saved is found by id and by URL, and one not saved is not", async () => {
    await store.feeds.save([HARBOR_FEED], NOON);
    expect(await store.feeds.find(HARBOR)).toEqual(HARBOR_FEED);
    expect(await store.feeds.findByUrl(HARBOR_FEED.url)).toEqual(HARBOR_FEED);
    expect(await store.feeds.find(toFeedId("hill-post"))).toBeNull();
    expect(await store.feeds.findByUrl("https://hill.example/")).toBeNull();
  });

  test("a feed is found by any form of its address: the catalog's first, which is everybody's", async () => {
    const added = buildFeed("a-twin", { url: "http://www.harbor-wire.example/feed.xml/", origin: "added" });
    await store.feeds.save([HARBOR_FEED, added], NOON);
    const find = async (url: string) => (await store.feeds.findByUrl(url))?.id;
    expect(await find("http://harbor-wire.example/feed.xml#top")).toBe(HARBOR_FEED.id);
    expect(await find(added.url)).toBe(HARBOR_FEED.id);
    expect(await find("https://harbor-wire.example/feed")).toBeUndefined();
    await store.feeds.save([{ ...HARBOR_FEED, url: "https://harbor-wire.example/new" }], NOON);
    expect(await find("http://harbor-wire.example/new")).toBe(HARBOR_FEED.id);
    expect(await find("https://harbor-wire.example/feed.xml")).toBe(added.id);
  });

  test("saving again replaces the feed and keeps what is remembered of it", async () => {
    await store.feeds.save([HARBOR_FEED], NOON);
    const state = await store.feeds.getState(HARBOR);
    await store.feeds.saveState({ ...state, etag: '"a1"', nextPollAt: later(60_000), memory: { rhythm: [1, 2] } });
    await store.feeds.save([{ ...HARBOR_FEED, title: "Harbor Wire" }], later(1_000));
    expect((await store.feeds.list()).map((feed) => feed.title)).toEqual(["Harbor Wire"]);
    expect(await store.feeds.getState(HARBOR)).toMatchObject({
      etag: '"a1"',
      nextPollAt: later(60_000),
      memory: { rhythm: [1, 2] },
    });
  });

  test("a feed that moved to another address forgets the validators of the old one and is due at once", async () => {
    await store.feeds.save([HARBOR_FEED], NOON);
    const state = await store.feeds.getState(HARBOR);
    await store.feeds.saveState({
      ...state,
      etag: '"a1"',
      bodyHash: "b2",
      disabledReason: "gone",
      nextPollAt: later(1),
    });
    await store.feeds.save([{ ...HARBOR_FEED, url: "https://harbor.example/new.xml" }], NOON);
    expect(await store.feeds.getState(HARBOR)).toMatchObject({
      etag: null,
      bodyHash: null,
      disabledReason: null,
      nextPollAt: NOON,
    });
  });

  test("validators come back byte for byte, odd ones too", async () => {
    await store.feeds.save([HARBOR_FEED], NOON);
    const state = await store.feeds.getState(HARBOR);
    const odd = { ...state, etag: 'W/"é\'\\"', lastModified: "Wed, 04 Mar 2026 12:00:00  gmt" };
    await store.feeds.saveState(odd);
    expect(await store.feeds.getState(HARBOR)).toEqual(odd);
  });

  test("feeds are claimed among more than a statement can bind", async () => {
    await store.feeds.save([buildFeed("harbor-news"), buildFeed("other-news")], NOON);
    const among = new Set(Array.from({ length: 70_000 }, (_, index) => toFeedId(`feed-${index}`)));
    expect(await store.feeds.claimDue(NOON, 60_000, 9, "one", among)).toEqual([]);
    const claimed = await store.feeds.claimDue(NOON, 60_000, 9, "one", among.add(toFeedId("harbor-news")));
    expect(claimed.map((state) => state.feedId)).toEqual(["harbor-news"]);
  });

  test("a thousand due feeds that nobody wants hide none that is wanted, and cost as much however many are wanted", async () => {
    const unwanted = Array.from({ length: 1_000 }, (_, index) => buildFeed(`unwanted-${index}`));
    await store.feeds.save(unwanted, NOON);
    await store.feeds.save([buildFeed("late-news"), buildFeed("next-news")], later(1_000));
    await store.feeds.save([buildFeed("last-news")], later(2_000));
    const rest = Array.from({ length: 9_000 }, (_, index) => toFeedId(`wanted-${index}`));
    const among = new Set([...["late-news", "next-news", "last-news"].map(toFeedId), ...rest]);
    const claim = async (limit: number): Promise<readonly string[]> =>
      (await store.feeds.claimDue(later(3_000), 60_000, limit, "one", among)).map((state) => state.feedId);
    expect(await claim(1)).toEqual(["late-news"]);
    expect(await claim(9)).toEqual(["next-news", "last-news"]);
    expect(await claim(9)).toEqual([]);
  });

  test("due feeds are claimed oldest first and not again before the lease ends", async () => {
    await store.feeds.save([buildFeed("late-news")], later(2_000));
    await store.feeds.save([buildFeed("early-news"), buildFeed("next-news")], NOON);
    const claimed = await store.feeds.claimDue(later(1_000), 60_000, 1, "one");
    expect(claimed.map((state) => state.feedId)).toEqual(["early-news"]);
    const rest = await store.feeds.claimDue(later(3_000), 60_000, 9, "two");
    expect(rest.map((state) => state.feedId)).toEqual(["next-news", "late-news"]);
    expect(await store.feeds.claimDue(later(4_000), 60_000, 9, "two")).toEqual([]);
    expect(await store.feeds.claimDue(later(61_000), 60_000, 9, "two")).toHaveLength(1);
  });

  test("saving the state gives the lease back; a disabled feed is not due", async () => {
    await store.feeds.save([HARBOR_FEED], NOON);
    const [state] = await store.feeds.claimDue(NOON, 60_000, 9, "one");
    if (state === undefined) throw new Error("Expected a due feed.");
    await store.feeds.saveState({ ...state, failureCount: 2, lastError: "timed out" });
    expect(await store.feeds.claimDue(NOON, 60_000, 9, "two")).toMatchObject([{ failureCount: 2 }]);
    await store.feeds.saveState({ ...state, disabledReason: "410 Gone" });
    expect(await store.feeds.claimDue(NOON, 60_000, 9, "two")).toEqual([]);
    expect(await store.feeds.listStates()).toMatchObject([{ disabledReason: "410 Gone" }]);
  });

  test("ten processes claim a hundred feeds and none is claimed twice", async () => {
    const feeds = Array.from({ length: 100 }, (_, index) => buildFeed(`feed-${index}`));
    await store.feeds.save(feeds, NOON);
    const claims = await Promise.all(
      Array.from({ length: 10 }, (_, owner) => store.feeds.claimDue(NOON, 60_000, 15, `owner-${owner}`)),
    );
    const ids = claims.flat().map((state) => state.feedId);
    expect(new Set(ids).size).toBe(ids.length);
    const rest = await store.feeds.claimDue(NOON, 60_000, 200, "last");
    expect(ids.length + rest.length).toBe(100);
  });

  test("a feed removed takes its state along, is missed by get, and keeps its seen entries", async () => {
    await store.feeds.save([HARBOR_FEED], NOON);
    await store.feeds.markSeen(HARBOR, ["a"], NOON, null);
    expect(await store.feeds.remove(HARBOR)).toBe(true);
    expect(await store.feeds.remove(HARBOR)).toBe(false);
    expect(await store.feeds.listStates()).toEqual([]);
    await expect(store.feeds.getState(HARBOR)).rejects.toThrow("harbor-wire");
    expect([...(await store.feeds.findSeen(HARBOR, ["a"], NOON))]).toEqual(["a"]);
  });

  test("an entry is seen in its own feed only, and only after it was marked", async () => {
    await store.feeds.markSeen(HARBOR, ["a", "b", "a"], NOON, null);
    expect(await store.feeds.findSeen(HARBOR, ["a", "c"], NOON)).toEqual(new Set(["a"]));
    expect(await store.feeds.findSeen(toFeedId("hill-post"), ["a"], NOON)).toEqual(new Set());
    expect(await store.feeds.findSeen(HARBOR, [], NOON)).toEqual(new Set());
  });

  test("failures of an entry are counted without making it seen", async () => {
    expect(await store.feeds.countFailure(HARBOR, "a", NOON, "no text")).toBe(1);
    expect(await store.feeds.countFailure(HARBOR, "a", NOON, "no text")).toBe(2);
    expect(await store.feeds.findSeen(HARBOR, ["a"], NOON)).toEqual(new Set());
    await store.feeds.markSeen(HARBOR, ["a"], NOON, "no text");
    expect(await store.feeds.findSeen(HARBOR, ["a"], NOON)).toEqual(new Set(["a"]));
  });

  test("an entry is found by its key in any feed there is, and says why it is no article", async () => {
    await store.feeds.save([HARBOR_FEED], NOON);
    await store.feeds.markSeen(toFeedId("hill-post"), ["a"], NOON, "of a feed that is no more");
    expect(await store.feeds.findSeenEntry("a")).toBeNull();
    await store.feeds.countFailure(HARBOR, "a", NOON, "no text");
    expect(await store.feeds.findSeenEntry("a")).toEqual({ feedId: HARBOR, isSettled: false, reason: "no text" });
    await store.feeds.markSeen(HARBOR, ["a"], NOON, "no text");
    expect(await store.feeds.findSeenEntry("a")).toEqual({ feedId: HARBOR, isSettled: true, reason: "no text" });
    await store.feeds.save([{ ...HARBOR_FEED, id: toFeedId("hill-post"), url: "https://hill.example/feed" }], NOON);
    await store.feeds.markSeen(toFeedId("hill-post"), ["a"], later(1000), null);
    expect(await store.feeds.findSeenEntry("a")).toMatchObject({ feedId: HARBOR });
    await store.feeds.markSeen(HARBOR, ["a"], NOON, null);
    expect(await store.feeds.findSeenEntry("a")).toMatchObject({ feedId: "hill-post", reason: null });
  });

  test("seen entries are forgotten only when not met lately", async () => {
    await store.feeds.markSeen(HARBOR, ["old", "met"], NOON, null);
    await store.feeds.findSeen(HARBOR, ["met"], later(10_000));
    expect(await store.feeds.forgetSeen(later(5_000))).toBe(1);
    expect(await store.feeds.findSeen(HARBOR, ["old", "met"], later(10_000))).toEqual(new Set(["met"]));
  });

  test("more keys than one statement can bind, and keys no text should hold, are remembered", async () => {
    const keys = Array.from({ length: 2_000 }, (_, index) => `entry ${index}`);
    const odd = ["nul\0key", "lone \uD800 surrogate", "quote ' and \\ and ?"];
    await store.feeds.markSeen(HARBOR, [...keys, ...odd], NOON, "nul \0 in the error");
    expect((await store.feeds.findSeen(HARBOR, keys, NOON)).size).toBe(2_000);
    expect(await store.feeds.findSeen(HARBOR, odd, NOON)).toEqual(new Set(odd));
  });

  test("notes are replaced under their name; kept values have one id each until forgotten", async () => {
    await store.notes.set("commands", '"a"', NOON);
    await store.notes.set("commands", '"b"', NOON);
    expect(await store.notes.get("commands")).toBe('"b"');
    expect(await store.notes.get("nothing")).toBeNull();
    const id = await store.notes.keep("search", "ferry -late", NOON);
    expect(await store.notes.keep("search", "ferry -late", later(5_000))).toBe(id);
    const other = await store.notes.keep("quotes", "ferry -late", NOON);
    // Whoever has one number can count to no other.
    expect(Math.abs(other - id)).toBeGreaterThan(1_000_000);
    expect(await store.notes.findKept("search", id)).toBe("ferry -late");
    expect(await store.notes.findKept("quotes", id)).toBeNull();
    expect(await store.notes.findKept("search", 1e300)).toBeNull();
    expect(await store.notes.forgetKept(later(1_000))).toBe(1);
    expect(await store.notes.findKept("search", id)).toBe("ferry -late");
  });
});
