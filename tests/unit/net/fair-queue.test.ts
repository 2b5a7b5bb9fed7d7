/** Whose work is done next: two lanes share the time, and within a lane nobody takes another's. */

import { beforeEach, expect, test } from "vitest";
import { createFairQueue, type FairQueue, type Turn } from "../../../src/net/fair-queue.ts";

const WINDOW_MS = 600_000;
let nowMs = 0;
let queue: FairQueue<string>;

beforeEach(() => {
  nowMs = 0;
  queue = createFairQueue({ windowMs: WINDOW_MS, now: () => nowMs });
});

const news: Turn = { lane: 0, askers: [{ key: "site:a" }] };
const forPerson = (name: string, channel = name): Turn => ({
  lane: 1,
  askers: [
    { key: `person:${name}`, workMsMax: 30_000 },
    { key: `channel:${channel}`, workMsMax: 90_000 },
  ],
});

/** Takes all that waits, each job costing so much. */
function runAll(costMs: (job: string) => number): readonly string[] {
  const order: string[] = [];
  for (let next = queue.take(); next !== undefined; next = queue.take()) {
    order.push(next.job);
    nowMs += costMs(next.job);
    queue.spend(next.turn, costMs(next.job));
  }
  return order;
}

test("without anybody ahead, what came first goes first, the news before people", () => {
  queue.add("a page", forPerson("ann"));
  queue.add("news 1", news);
  queue.add("news 2", news);
  expect(runAll(() => 0)).toEqual(["news 1", "news 2", "a page"]);
});

test("one person's twelve slow pages make another wait for one of them", () => {
  for (let each = 0; each < 12; each += 1) queue.add(`slow ${each}`, forPerson("mal"));
  const first = queue.take();
  queue.add("ann's page", forPerson("ann"));
  if (first !== undefined) queue.spend(first.turn, 6_000);
  expect(runAll(() => 6_000)[0]).toBe("ann's page");
});

test("slow pages of people leave the news their share, and a pile of news leaves people theirs", () => {
  for (let each = 0; each < 4; each += 1) queue.add(`slow ${each}`, forPerson(`person ${each}`));
  for (let each = 0; each < 40; each += 1) queue.add(`news ${each}`, news);
  const order = runAll((job) => (job.startsWith("slow") ? 6_000 : 300));
  const places = order.flatMap((job, place) => (job.startsWith("slow") ? [place] : []));
  expect(places[0]).toBeLessThan(3);
  for (const [index, place] of places.slice(1).entries()) expect(place - (places[index] ?? 0)).toBeGreaterThan(9);
});

test("many people of one channel have together no more than one person of another", () => {
  const first = forPerson("mal 0", "crowd");
  queue.spend(first, 5_000);
  queue.add("crowd", forPerson("mal 1", "crowd"));
  queue.add("alone", forPerson("ann"));
  expect(queue.take()?.job).toBe("alone");
});

test("whoever has had too much waits, and not for ever; others do not", () => {
  queue.spend(forPerson("mal"), 36_000);
  expect(queue.waitMs(forPerson("ann"))).toBe(0);
  const waitMs = queue.waitMs(forPerson("mal"));
  expect(waitMs).toBeCloseTo(120_000);
  nowMs += waitMs;
  expect(queue.waitMs(forPerson("mal"))).toBeCloseTo(0);
});

test("one asker may not fill the queue", () => {
  let added = 0;
  while (queue.add("again", forPerson("mal"))) added += 1;
  expect(added).toBe(100);
  expect(queue.add("ann's page", forPerson("ann"))).toBe(true);
  expect(queue.drain()).toHaveLength(101);
  expect(queue.take()).toBeUndefined();
});
