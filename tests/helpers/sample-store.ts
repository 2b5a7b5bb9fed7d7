/** A store that has carried the whole sample newsroom, as the demo has after its last article. */

import { listSamples } from "../../samples/list.ts";
import { startNewsroom } from "../../samples/newsroom.ts";
import { extractArticle } from "../../src/articles/extract.ts";
import { createBrief } from "../../src/briefs/create-brief.ts";
import { createSummarizer } from "../../src/briefs/index.ts";
import { toFeedId } from "../../src/domain/id.ts";
import type { Store } from "../../src/domain/store.ts";
import { DEFAULT_DISPLAY } from "../../src/domain/subscription.ts";
import { createStoryLine } from "../../src/news/publish-in-story.ts";
import { findQuotes } from "../../src/quotes/find-quotes.ts";
import { openMemoryStore } from "./test-store.ts";

const SUMMARY_WORDS_MAX = 90;

export async function openSampleStore(now: Date): Promise<Store> {
  const store = await openMemoryStore();
  const newsroom = await startNewsroom({ intervalMs: 0 });
  await newsroom.stop();
  await store.feeds.save(newsroom.feeds, now);
  const summarizer = createSummarizer("extractive", { modelUrl: null, modelName: null, modelKey: null });
  const stories = createStoryLine(store);
  for (const sample of listSamples()) {
    if (sample.expected.text === "") continue;
    const extracted = extractArticle(sample.html, sample.url);
    const { text, language, title } = extracted;
    const quotes = findQuotes(text, { language, title });
    const options = { quotes, summarizer, wordsMax: SUMMARY_WORDS_MAX, ...DEFAULT_DISPLAY };
    const feed = newsroom.feeds.find((each) => each.title === sample.expected.outlet);
    await stories.publish({
      article: {
        ...extracted,
        feedId: feed?.id ?? toFeedId("samples"),
        url: sample.url,
        canonicalUrl: sample.url,
        outlet: sample.expected.outlet,
        publishedAt: now,
        fetchedAt: now,
        basis: "page",
        basisReason: null,
      },
      brief: await createBrief(extracted, options),
      quotes,
      entryKeys: [sample.url],
      topics: feed?.topics ?? [],
      recipients: [],
      now,
    });
  }
  return store;
}
