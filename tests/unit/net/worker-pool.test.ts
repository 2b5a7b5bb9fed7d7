/** What hangs, grows or dies in a worker does so alone. */

import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { afterEach, expect, test } from "vitest";
import { createWorkerPool, type WorkerPool, WorkStoppedError } from "../../../src/net/worker-pool.ts";

const FILE = new URL("../../helpers/processes/task-worker.ts", import.meta.url);
const pools: WorkerPool<string, string>[] = [];

function open(settings: { size?: number; timeoutMs?: number; memoryMbMax?: number } = {}): WorkerPool<string, string> {
  const pool = createWorkerPool<string, string>({ file: FILE, size: 1, timeoutMs: 20_000, ...settings });
  pools.push(pool);
  return pool;
}

afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.close();
});

test("tasks are answered, each with its own result", async () => {
  const pool = open({ size: 2 });
  expect(await Promise.all(["a", "b", "c", "d", "e"].map((task) => pool.run(task)))).toEqual(["A", "B", "C", "D", "E"]);
});

test("an error comes back as it was, and the worker goes on", async () => {
  const pool = open();
  await expect(pool.run("throw")).rejects.toThrow("That went wrong.");
  expect(await pool.run("a")).toBe("A");
});

test("an endless loop is killed, and the next task gets a new thread", async () => {
  const pool = open({ timeoutMs: 500 });
  const spinning = pool.run("spin");
  const next = pool.run("a");
  await expect(spinning).rejects.toThrow(new WorkStoppedError("time", "The document takes longer than 0.5 s to read."));
  expect(await next).toBe("A");
});

test("a task that eats memory is killed, and the process lives on", async () => {
  const pool = open({ memoryMbMax: 64 });
  await expect(pool.run("eat")).rejects.toThrow("The document takes too much memory to read.");
  expect(await pool.run("a")).toBe("A");
});

test.each(["--max-old-space-size=700", "--max-heap-size=700"])(
  "a thread's memory is its own also where the process was started with %s",
  async (flag) => {
    const ownLimit = getHeapStatistics().heap_size_limit;
    setFlagsFromString(flag);
    const limitMb = Number(await open({ memoryMbMax: 64 }).run("limit"));
    // What is young comes on top.
    expect(limitMb).toBeGreaterThanOrEqual(64);
    expect(limitMb).toBeLessThanOrEqual(64 + 12 + 4);
    expect(getHeapStatistics().heap_size_limit).toBe(ownLimit);
  },
);

test("a worker that ends itself is replaced", async () => {
  const pool = open();
  await expect(pool.run("exit")).rejects.toThrow(WorkStoppedError);
  expect(await pool.run("a")).toBe("A");
});

test("a worker sees none of the process's settings", async () => {
  expect(await open().run("secrets")).not.toContain("PATH");
});

test("closing rejects what is under way and what waits", async () => {
  const pool = open();
  const results = Promise.allSettled([pool.run("spin"), pool.run("a")]);
  await pool.close();
  expect((await results).map((result) => result.status)).toEqual(["rejected", "rejected"]);
  await expect(pool.run("a")).rejects.toThrow("The bot is stopping.");
});
