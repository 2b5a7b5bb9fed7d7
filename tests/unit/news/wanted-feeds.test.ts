/** Which feeds are polled, and that one nobody wants rests without a backlog. */

import { expect, test } from "vitest";
import { toFeedId } from "../../../src/domain/id.ts";
import { EMPTY_FILTER, type Filter } from "../../../src/domain/subscription.ts";
import { pollDue } from "../../../src/news/pipeline.ts";
import { findWantedFeeds } from "../../../src/news/wanted-feeds.ts";
import { buildFeed, buildSubscription, NOW } from "../../helpers/build.ts";
import { buildPolling } from "../../helpers/build-polling.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const feed = (id: string, part: Parameters<typeof buildFeed>[0] = {}) =>
  buildFeed({ id: toFeedId(id), url: `https://${id}.example/feed`, topics: [], ...part });
const FEEDS = [
  feed("general"),
  feed("politics", { topics: ["politics"] }),
  feed("vessland", { regions: ["vessland", "europe"] }),
  feed("added", { origin: "added" }),
];
const wantedBy = (...filters: readonly Partial<Filter>[]): readonly string[] =>
  [
    ...findWantedFeeds(
      FEEDS,
      filters.map((filter) => ({ ...EMPTY_FILTER, ...filter })),
    ),
  ].sort();

test("a feed is wanted by name, by topic, by place, or with everything; words alone ask for everything", () => {
  expect(wantedBy()).toEqual([]);
  expect(wantedBy({ feedIds: [toFeedId("general")] })).toEqual(["general"]);
  expect(wantedBy({ topics: ["politics"] })).toEqual(["politics"]);
  expect(wantedBy({ topics: ["europe"] })).toEqual(["vessland"]);
  expect(wantedBy({ feedIds: [toFeedId("added")] }, { topics: ["politics"] })).toEqual(["added", "politics"]);
  expect(wantedBy({ words: ["ferry"] })).toEqual(["general", "politics", "vessland"]);
});

test("a feed a person added rests as soon as nobody names it, though the whole catalog is polled", () => {
  const filters = [EMPTY_FILTER];
  expect([...findWantedFeeds(FEEDS, filters, true)].sort()).toEqual(["general", "politics", "vessland"]);
  const named = [{ ...EMPTY_FILTER, feedIds: [toFeedId("added")] }];
  expect([...findWantedFeeds(FEEDS, named, true)].sort()).toEqual(["added", "general", "politics", "vessland"]);
});

test("what a feed's name and topic both narrow is asked of that feed alone", () => {
  expect(wantedBy({ feedIds: [toFeedId("general")], topics: ["politics"] })).toEqual(["general"]);
});

test("only wanted feeds are asked, and one that was not wanted for a while is read as if for the first time", async () => {
  const store = await openMemoryStore();
  await store.feeds.save(FEEDS, NOW);
  const asked: string[] = [];
  let nowMs = NOW.getTime();
  const download = async (url: string) => {
    asked.push(url);
    return { status: "failed", kind: "http", httpStatus: 404, retryAfterMs: null, reason: "HTTP 404" } as const;
  };
  const polling = { ...buildPolling({ store, download, clock: () => new Date(nowMs) }), polled: "subscribed" as const };
  expect(await pollDue(polling, 10)).toBe(0);
  const { feedId, ...state } = { ...(await store.feeds.getState(toFeedId("politics"))) };
  await store.feeds.saveState({ feedId, ...state, lastSuccessAt: NOW });
  await store.subscriptions.addWithin(
    buildSubscription({ filter: { ...EMPTY_FILTER, feedIds: [toFeedId("general")] } }),
    {
      perDestinationMax: 5,
      perServerMax: 5,
    },
  );
  nowMs += 60_000;
  expect(await pollDue(polling, 10)).toBe(1);
  expect(asked).toEqual(["https://general.example/feed"]);
  expect((await store.feeds.getState(toFeedId("politics"))).lastSuccessAt).toBeNull();
});
