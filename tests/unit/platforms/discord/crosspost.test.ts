import { HTTPError } from "discord.js";
import { expect, test } from "vitest";
import { SILENT_LOG } from "../../../../src/domain/platform.ts";
import { createCrosspostQueue } from "../../../../src/platforms/discord/crosspost.ts";

const HOUR_MS = 3_600_000;

/** A queue on a clock that the test moves; timers run when their time has come. */
function createBench(answer: (channelId: string, messageId: string) => Promise<void> = () => Promise.resolve()) {
  let now = Date.parse("2026-11-20T10:00:00Z");
  const timers: { at: number; run: () => void }[] = [];
  const published: string[] = [];
  const queue = createCrosspostQueue({
    async post(channelId, messageId) {
      await answer(channelId, messageId);
      published.push(`${channelId}/${messageId}`);
    },
    log: SILENT_LOG,
    clock: () => new Date(now),
    schedule(afterMs, run) {
      const timer = { at: now + afterMs, run };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  });
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 500; turn += 1) await Promise.resolve();
  };
  return {
    queue,
    published,
    timers,
    settle,
    async pass(ms: number) {
      now += ms;
      for (const timer of timers.filter((each) => each.at <= now)) {
        timers.splice(timers.indexOf(timer), 1);
        timer.run();
      }
      await settle();
    },
  };
}

test("ten an hour are published, the eleventh when the first is an hour old", async () => {
  const { queue, published, settle, pass } = createBench();
  for (let id = 1; id <= 11; id += 1) queue.add("a", String(id));
  await settle();
  expect(published).toHaveLength(10);
  await pass(HOUR_MS - 1);
  expect(published).toHaveLength(10);
  await pass(1);
  expect(published.at(-1)).toBe("a/11");
});

test("channels do not wait for one another", async () => {
  const { queue, published, settle } = createBench();
  for (let id = 1; id <= 12; id += 1) queue.add("a", String(id));
  queue.add("b", "1");
  await settle();
  expect(published).toContain("b/1");
});

test("what Discord refuses is left, what it puts off is tried again", async () => {
  let isDown = true;
  const { queue, published, settle, pass } = createBench((_, messageId) => {
    if (messageId === "bad") return Promise.reject(new Error("a fault"));
    if (isDown) return Promise.reject(new HTTPError(503, "", "POST", "", { body: null, files: undefined }));
    return Promise.resolve();
  });
  queue.add("a", "bad");
  queue.add("a", "good");
  await settle();
  expect(published).toEqual([]);
  isDown = false;
  await pass(30_000);
  expect(published).toEqual(["a/good"]);
});

test("a message that never goes through does not block those after it", async () => {
  const { queue, published, settle, pass } = createBench((_, messageId) =>
    messageId === "stuck"
      ? Promise.reject(new HTTPError(503, "", "POST", "", { body: null, files: undefined }))
      : Promise.resolve(),
  );
  queue.add("a", "stuck");
  queue.add("a", "next");
  await settle();
  for (let time = 0; time < 5; time += 1) await pass(30_000);
  expect(published).toEqual(["a/next"]);
});

test("of too many waiting the oldest are left unpublished", async () => {
  const { queue, published, settle, pass } = createBench();
  for (let id = 1; id <= 80; id += 1) queue.add("a", String(id));
  await settle();
  for (let hour = 0; hour < 10; hour += 1) await pass(HOUR_MS);
  expect(published.at(-1)).toBe("a/80");
  expect(published.length).toBeLessThanOrEqual(61);
});

test("after a stop nothing is published and no timer is left", async () => {
  const { queue, published, timers, settle } = createBench();
  for (let id = 1; id <= 11; id += 1) queue.add("a", String(id));
  await settle();
  queue.stop();
  queue.add("a", "12");
  await settle();
  expect(published).toHaveLength(10);
  expect(timers).toEqual([]);
});
