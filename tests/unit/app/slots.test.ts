import { expect, test } from "vitest";
import { createSlots, fillSlots } from "../../../src/app/slots.ts";
import { SILENT_LOG } from "../../../src/domain/platform.ts";

/** Jobs that end when they are told to. */
function createJobs(names: readonly string[]) {
  const waiting = [...names];
  const ends = new Map<string, () => void>();
  return {
    begun: () => [...ends.keys()],
    claim: async (limit: number) => waiting.splice(0, limit),
    work: (name: string) => new Promise<void>((resolve) => ends.set(name, resolve)),
    end: (name: string) => ends.get(name)?.(),
  };
}

test("one slow job holds up no other: each slot takes the next as soon as it is free", async () => {
  const jobs = createJobs(["slow", "a", "b", "c"]);
  let freed: (() => void) | null = null;
  const onFree = () => freed?.();
  const slots = createSlots({ name: "posts", count: 2, log: SILENT_LOG, onFree });
  await fillSlots(slots, jobs.claim, jobs.work);
  for (const name of ["a", "b"]) {
    const free = new Promise<void>((resolve) => {
      freed = resolve;
    });
    jobs.end(name);
    await free;
    await fillSlots(slots, jobs.claim, jobs.work);
  }
  expect(jobs.begun()).toEqual(["slow", "a", "b", "c"]);
});

test("nothing is claimed that no slot is free for", async () => {
  const jobs = createJobs(["a", "b"]);
  const slots = createSlots({ name: "posts", count: 1, log: SILENT_LOG, onFree: () => {} });
  expect(await fillSlots(slots, jobs.claim, jobs.work)).toBe(1);
  expect(await fillSlots(slots, jobs.claim, jobs.work)).toBe(0);
  expect(jobs.begun()).toEqual(["a"]);
});

test("a job that throws frees its slot, and is logged", async () => {
  const events: string[] = [];
  const log = { ...SILENT_LOG, error: (_: unknown, event: string) => void events.push(event) };
  const slots = createSlots({ name: "posts", count: 1, log, onFree: () => {} });
  slots.run(() => Promise.reject(new Error("a bug")));
  await slots.settle(10_000);
  expect([slots.free(), events]).toEqual([1, ["job_failed"]]);
});

/** Slots whose jobs count as slow at once; `turn` resolves when one has left its slot or ended. */
function createQuickSlots(count: number, slowMax: number) {
  let wake: () => void = () => {};
  let turn = Promise.resolve();
  const renew = (): void => {
    turn = new Promise((resolve) => {
      wake = () => {
        renew();
        resolve();
      };
    });
  };
  renew();
  const slots = createSlots({ name: "posts", count, slowMax, slowAfterMs: 1, log: SILENT_LOG, onFree: () => wake() });
  return { slots, turn: () => turn };
}

test("jobs that hang leave their slots to the others, and get no new ones beyond a bound", async () => {
  const jobs = createJobs(["hangs 1", "hangs 2", "a", "b", "c"]);
  const { slots, turn } = createQuickSlots(1, 2);
  for (const begun of [1, 2, 3]) {
    expect(await fillSlots(slots, jobs.claim, jobs.work)).toBe(1);
    expect(jobs.begun()).toHaveLength(begun);
    await turn();
  }
  // Three take long, and two may.
  expect(slots.free()).toBe(0);
  const ended = turn();
  jobs.end("hangs 1");
  await ended;
  expect(await fillSlots(slots, jobs.claim, jobs.work)).toBe(1);
  expect(jobs.begun().at(-1)).toBe("b");
});
