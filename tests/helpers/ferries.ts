/** A store of two feeds, and news of ferries in it, one a second. */

import { toFeedId } from "../../src/domain/id.ts";
import type { Store } from "../../src/domain/store.ts";
import { buildArticle, buildFeed, buildPublication, NOW } from "./build.ts";
import { openMemoryStore } from "./test-store.ts";

export async function openTwoFeeds(): Promise<Store> {
  const store = await openMemoryStore();
  await store.feeds.save(
    [
      buildFeed(),
      buildFeed({ id: toFeedId("glen-sport"), title: "Glen Sport", url: "http://127.0.0.1:9/s", topics: ["sport"] }),
    ],
    NOW,
  );
  return store;
}

export async function publishFerries(store: Store, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    const url = `http://127.0.0.1:9/ferry-${number}`;
    const text = `Ferry number ${number} sails to Port Halden.`;
    const article = buildArticle({
      url,
      canonicalUrl: url,
      title: `Ferry news ${number}`,
      text,
      publishedAt: new Date(NOW.getTime() - (count - number) * 1000),
    });
    await store.articles.publish(buildPublication({ article, entryKeys: [url] }));
  }
}
