/** A disk without room: the cause is told, and what could not be written is written once there is room. */

import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createBrokenOff } from "../../../src/app/polling.ts";
import { checkHealth } from "../../../src/app/watching/health.ts";
import { SILENT_LOG } from "../../../src/domain/platform.ts";
import type { Store } from "../../../src/domain/store.ts";
import { tryEntry } from "../../../src/news/try-entry.ts";
import { isDatabaseFault } from "../../../src/store/dialects/faults.ts";
import { type Opened, openEngine, toStore } from "../../../src/store/open.ts";
import { buildArticle, buildFeed, buildPublication, NOW } from "../../helpers/build.ts";

const FEED = buildFeed();
const MINUTE_MS = 60_000;
const PAGES_MAX = 1_000_000;

let opened: Opened;
let store: Store;
beforeEach(async () => {
  opened = await openEngine("sqlite::memory:", false, SILENT_LOG);
  store = toStore(opened);
  await store.feeds.save([FEED], NOW);
});
afterEach(() => store.close());

/** 1 stands for what the file has now: it cannot grow. */
const allowPages = (count: number) => sql.raw(`pragma max_page_count = ${count}`).execute(opened.database);
const publish = () => {
  const text = "The harbor council met and talked of the wall for hours. ".repeat(2_000);
  return store.articles.publish(buildPublication({ article: buildArticle({ text }) }));
};
const poll = { feed: FEED, isFirst: false, now: NOW };

test("the error names the full disk, not the rollback that came of it", async () => {
  await allowPages(1);
  await expect(publish()).rejects.toThrow("database or disk is full");
  await allowPages(PAGES_MAX);
  await expect(publish()).resolves.toBeGreaterThan(0);
});

test("health says that nothing can be written, until something can", async () => {
  const check = () => checkHealth(true, store, []);
  expect(await check()).toMatchObject({ ok: true });
  await allowPages(1);
  await fillUp();
  expect(await check()).toMatchObject({ ok: false, reasons: [expect.stringContaining("database or disk is full")] });
  await allowPages(PAGES_MAX);
  expect(await check()).toMatchObject({ ok: true, reasons: [] });
});

/** Also the last free place in pages there are. */
async function fillUp(): Promise<void> {
  for (let size = 100_000; size > 10; size = Math.floor(size / 2)) {
    for (let count = 0; count < 50; count += 1) {
      const isWritten = await store.notes.set(`filler ${size} ${count}`, "x".repeat(size), NOW).then(
        () => true,
        () => false,
      );
      if (!isWritten) break;
    }
  }
}

test("an entry that the full disk had no room for is no failed entry, and is read when there is room", async () => {
  let failedCount = 0;
  const onEntryFailed = (): void => {
    failedCount += 1;
  };
  const dependencies = { store, log: SILENT_LOG, owner: "this run", onEntryFailed };
  const step = (endedCount: number): Promise<void> => publish().then(() => expect(endedCount).toBe(0));
  await allowPages(1);
  for (let visit = 0; visit < 5; visit += 1) {
    await expect(tryEntry(["a"], poll, dependencies, step)).rejects.toThrow("database or disk is full");
  }
  await allowPages(PAGES_MAX);
  expect(await tryEntry(["a"], poll, dependencies, step)).toBe(true);
  expect(failedCount).toBe(0);
  expect(await store.articles.count()).toBe(1);
});

test("a feed whose visit the database broke off is due at once, and the more often broken off the later", async () => {
  let nowMs = 0;
  const brokenOff = createBrokenOff(store, "me", () => nowMs);
  const claim = () => store.feeds.claimDue(NOW, 60 * MINUTE_MS, 5, "me");
  expect(await claim()).toHaveLength(1);
  for (const pauseMs of [0, 30_000, 2 * MINUTE_MS, 10 * MINUTE_MS, 10 * MINUTE_MS]) {
    brokenOff.note(FEED.id);
    if (pauseMs > 0) {
      nowMs += pauseMs - 1;
      await brokenOff.giveBack(new Set());
      expect(await claim()).toEqual([]);
      nowMs += 1;
    }
    await brokenOff.giveBack(new Set());
    expect(await claim()).toHaveLength(1);
  }
  nowMs += 61 * MINUTE_MS;
  brokenOff.note(FEED.id);
  await brokenOff.giveBack(new Set());
  expect(await claim()).toHaveLength(1);
});

test("a feed that was claimed while the database failed, so that nobody knows of it, is due again", async () => {
  const brokenOff = createBrokenOff(store, "me", () => 0);
  const claim = () => store.feeds.claimDue(NOW, 60 * MINUTE_MS, 5, "me");
  expect(await claim()).toHaveLength(1);
  await brokenOff.giveBack(new Set());
  expect(await claim()).toEqual([]);
  brokenOff.noteClaim();
  await brokenOff.giveBack(new Set([FEED.id]));
  expect(await claim()).toEqual([]);
  brokenOff.noteClaim();
  await brokenOff.giveBack(new Set());
  expect(await claim()).toHaveLength(1);
});

test.each([
  ["SQLITE_FULL", true],
  ["SQLITE_BUSY", true],
  ["57P01", true],
  ["08006", true],
  ["SQLITE_CONSTRAINT_UNIQUE", false],
  ["23505", false],
  ["ENOENT", false],
] as const)("%s as the database's own fault: %s", (code, isFault) => {
  expect(isDatabaseFault(Object.assign(new Error("a fault"), { code }))).toBe(isFault);
});
