/** What a poll needs, real but for the network: a test gives the store, the downloads and the clock. */

import { READING_TASKS } from "../../src/answers/reading-tasks.ts";
import { readPage } from "../../src/articles/page/read-page.ts";
import { createSiteMemory } from "../../src/articles/site-lines/site-memory.ts";
import { SILENT_LOG } from "../../src/domain/platform.ts";
import { parseFeed } from "../../src/feeds/parse.ts";
import type { PipelineDependencies } from "../../src/news/pipeline.ts";
import { createStoryLine } from "../../src/news/publish-in-story.ts";

export const buildPolling = (
  given: Pick<PipelineDependencies, "store" | "download" | "clock"> & Partial<PipelineDependencies>,
): PipelineDependencies => ({
  stories: createStoryLine(given.store),
  parseFeed,
  mayRead: async () => true,
  readPage,
  readOwnText: READING_TASKS.readOwnText,
  siteMemory: createSiteMemory(),
  makeBrief: READING_TASKS.briefOf,
  log: SILENT_LOG,
  owner: "me",
  pollEveryMs: null,
  onPolled: () => {},
  onEntryFailed: () => {},
  onPublished: () => {},
  ...given,
});
