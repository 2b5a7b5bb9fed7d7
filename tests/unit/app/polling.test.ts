/** Visits to feeds, of which there may be thousands. */

import { expect, test } from "vitest";
import { createWanted } from "../../../src/app/polling.ts";
import { toFeedId } from "../../../src/domain/id.ts";
import { claimFeeds } from "../../../src/news/pipeline.ts";
import { buildFeed, buildSubscription, NOW } from "../../helpers/build.ts";
import { buildPolling } from "../../helpers/build-polling.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const FEEDS = Array.from({ length: 50 }, (_, index) =>
  buildFeed({ id: toFeedId(`feed-${index}`), url: `https://f${index}.example/feed`, topics: [] }),
);

test("fifty feeds claimed one by one are not all looked at fifty times; what is subscribed to is, a second later", async () => {
  const store = await openMemoryStore();
  await store.feeds.save(FEEDS, NOW);
  let listed = 0;
  const list = (): ReturnType<typeof store.feeds.list> => {
    listed += 1;
    return store.feeds.list();
  };
  const watched = { ...store, feeds: { ...store.feeds, list } };
  const download = () => Promise.reject(new Error("no visit was asked for"));
  const news = buildPolling({ store: watched, clock: () => NOW, download, polled: "subscribed" });
  let nowMs = 0;
  const findWanted = createWanted(() => nowMs);
  expect(await claimFeeds(news, 1, findWanted)).toEqual([]);
  await store.subscriptions.add(buildSubscription());
  nowMs += 1_000;
  const claimed: string[] = [];
  for (let count = 0; count < FEEDS.length; count += 1) {
    claimed.push(...(await claimFeeds(news, 1, findWanted)).map(({ feedId }) => feedId));
  }
  expect(new Set(claimed)).toEqual(new Set(FEEDS.map(({ id }) => id)));
  expect(listed).toBe(2);
  await store.close();
});
