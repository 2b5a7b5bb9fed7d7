/** Forgetting stands in nobody's way, and what is forgotten takes no room on the disk any more. */

import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import type { Store } from "../../../src/domain/store.ts";
import { openStore } from "../../../src/store/open.ts";
import { doInPieces } from "../../../src/store/rows/turns.ts";
import { buildNumberedPublication, buildRecipient, later } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const folder = mkdtempSync(join(tmpdir(), "pullquote-forgetting-"));
afterAll(() => rmSync(folder, { recursive: true }));

const DAY_MS = 24 * 60 * 60 * 1000;

async function publishMany(store: Store, count: number, text = "The pier is closed."): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await store.articles.publish(buildNumberedPublication({ article: { text }, quotes: [] }));
  }
}

test("a sweep of many articles lets others have their turn all along", async () => {
  const store = await openMemoryStore();
  await publishMany(store, 300);
  let [turns, isDone] = [0, false];
  const count = async (): Promise<void> => {
    for (; !isDone; turns += 1) await nextTurn();
  };
  const counted = count();
  expect(await store.articles.forget(later(DAY_MS))).toBe(300);
  isDone = true;
  await counted;
  expect(turns).toBeGreaterThan(3);
  expect(await store.articles.count()).toBe(0);
  await store.close();
});

test("articles that were sent to few places are forgotten, and what is owed still stays", async () => {
  const store = await openMemoryStore();
  const recipients = [buildRecipient("a"), buildRecipient("b")];
  for (let count = 0; count < 5; count += 1) await store.articles.publish(buildNumberedPublication({ recipients }));
  await store.outbox.dropOld(later(DAY_MS), later(DAY_MS));
  const owed = await store.articles.publish(buildNumberedPublication({ recipients }));
  expect(await store.articles.forget(later(2 * DAY_MS))).toBe(5);
  expect(await store.articles.count()).toBe(1);
  expect(await store.articles.find(owed)).not.toBeNull();
  await store.close();
});

test("an article sent to thousands of places is forgotten with its deliveries", async () => {
  const store = await openMemoryStore();
  const recipients = Array.from({ length: 2_300 }, (_, index) => buildRecipient(`room-${index}`));
  await store.articles.publish(buildNumberedPublication({ recipients }));
  await store.outbox.dropOld(later(DAY_MS), later(DAY_MS));
  expect((await store.outbox.count()).failed).toBe(2_300);
  expect(await store.articles.forget(later(2 * DAY_MS))).toBe(1);
  expect((await store.outbox.count()).failed).toBe(0);
  await store.close();
});

test("pieces that take long are cut smaller, quick ones grow, and the end is found", async () => {
  const limits: number[] = [];
  let [left, nowMs] = [2_000, 0];
  const total = await doInPieces(
    160,
    async (limit) => {
      limits.push(limit);
      const count = Math.min(left, limit);
      left -= count;
      nowMs += count < 100 ? count * 0.1 : count * 0.3;
      return count;
    },
    () => nowMs,
  );
  expect(total).toBe(2_000);
  // From a few, for nobody knows at first what a row takes.
  expect(limits.slice(0, 9)).toEqual([2, 4, 8, 16, 32, 64, 128, 64, 128]);
  expect(limits.at(-1)).toBeGreaterThan(0);
});

test("the file shrinks when what it held is forgotten, and the log keeps no more than it needs", async () => {
  const path = join(folder, "bot.db");
  const store = await openStore(`sqlite:${path}`);
  const size = (): number => statSync(path).size + statSync(`${path}-wal`).size;
  expect(statSync(`${path}-wal`).size).toBe(0);
  await publishMany(store, 60, "The harbor council met and talked of the wall for hours. ".repeat(1_500));
  await store.reclaim();
  const full = size();
  await store.articles.forget(later(DAY_MS));
  await store.reclaim();
  expect(size()).toBeLessThan(full / 2);
  expect(await store.checkWhole()).toBeNull();
  await store.close();
});
