/** A pace of one's own, as in the demo: quick where there is news, not where nobody answers. */

import { expect, test } from "vitest";
import { pollFeed } from "../../../src/news/pipeline.ts";
import { buildFeed, NOW } from "../../helpers/build.ts";
import { buildPolling } from "../../helpers/build-polling.ts";
import { createMadeWeb } from "../../helpers/made-web.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

test("a dead feed was asked each second: every failure in a row doubles the wait, and an answer ends that", async () => {
  const store = await openMemoryStore();
  const feed = buildFeed();
  await store.feeds.save([feed], NOW);
  const web = createMadeWeb({});
  const polling = buildPolling({ store, download: web.download, clock: () => NOW, pollEveryMs: 1000 });
  const poll = async (): Promise<number> => {
    await pollFeed(await store.feeds.getState(feed.id), polling);
    return ((await store.feeds.getState(feed.id)).nextPollAt?.getTime() ?? 0) - NOW.getTime();
  };
  expect([await poll(), await poll(), await poll()]).toEqual([2000, 4000, 8000]);
  web.pages.set(feed.url, '<rss version="2.0"><channel><title>Harbor Wire</title></channel></rss>');
  expect(await poll()).toBe(1000);
  await store.close();
});
