/** An entry that ended the bot is known when it starts again. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { SILENT_LOG } from "../../../src/domain/platform.ts";
import type { Store } from "../../../src/domain/store.ts";
import { toUrlEntryKey } from "../../../src/feeds/entry-key.ts";
import { beginEntry, endEntry } from "../../../src/news/entry-in-work.ts";
import { tryEntry } from "../../../src/news/try-entry.ts";
import { buildFeed, NOW } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const FEED = buildFeed();
const KEY = toUrlEntryKey("https://gazette.example/bait");
const POLL = { feed: FEED, isFirst: false, now: NOW };
let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([FEED], NOW);
});
afterEach(() => store.close());

/** As after a crash: begun, and never ended. */
const crash = (): Promise<number> => beginEntry(store.notes, FEED.id, KEY, NOW);

test("what was ended is forgotten; what was not is counted, also when others come between", async () => {
  expect(await crash()).toBe(0);
  await endEntry(store.notes, FEED.id, KEY, NOW);
  expect(await crash()).toBe(0);
  expect(await beginEntry(store.notes, FEED.id, "another", NOW)).toBe(0);
  await endEntry(store.notes, FEED.id, "another", NOW);
  expect(await crash()).toBe(1);
  expect(await crash()).toBe(2);
});

test("an article was lost when the bot was killed twice for another reason while it read it", async () => {
  const counts: number[] = [];
  const step = async (endedCount: number): Promise<void> => void counts.push(endedCount);
  for (let count = 1; count <= 4; count++) await crash();
  await tryEntry([KEY], POLL, { store, log: SILENT_LOG, onEntryFailed: () => {} }, step);
  expect(counts).toEqual([4]);
});

test("the second time its page is left alone, the sixth time all of it, and people can ask why", async () => {
  const counts: number[] = [];
  const dependencies = { store, log: SILENT_LOG, onEntryFailed: () => {} };
  const step = async (endedCount: number): Promise<void> => void counts.push(endedCount);
  await crash();
  expect(await tryEntry([KEY], POLL, dependencies, step)).toBe(true);
  expect(counts).toEqual([1]);
  for (let count = 1; count <= 5; count++) await crash();
  expect(await tryEntry([KEY], POLL, dependencies, step)).toBe(true);
  expect(counts).toEqual([1]);
  expect(await store.feeds.findSeenEntry(KEY)).toMatchObject({
    isSettled: true,
    reason: "The bot ended 5 times while it read this.",
  });
});
