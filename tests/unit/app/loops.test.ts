import { expect, test, vi } from "vitest";
import { createLoop } from "../../../src/app/loops.ts";
import { SILENT_LOG } from "../../../src/domain/platform.ts";
import { WAIT } from "../../helpers/wait.ts";

const LONG_MS = 3_600_000;

test("a loop goes on at once while there is more to do, then pauses", async () => {
  let steps = 0;
  const loop = createLoop({ name: "test", pauseMs: LONG_MS, log: SILENT_LOG });
  loop.start(async () => ++steps < 3);
  await vi.waitFor(() => expect(steps).toBe(3), WAIT);
  await loop.stop();
  expect(steps).toBe(3);
});

test("waking ends the pause", async () => {
  let steps = 0;
  const loop = createLoop({
    name: "test",
    pauseMs: LONG_MS,
    log: SILENT_LOG,
  });
  loop.start(async () => {
    steps += 1;
    return false;
  });
  await vi.waitFor(() => expect(steps).toBe(1), WAIT);
  loop.wake();
  await vi.waitFor(() => expect(steps).toBe(2), WAIT);
  await loop.stop();
});

test("waking during a step is not lost", async () => {
  let steps = 0;
  let finish = (): void => {};
  const loop = createLoop({
    name: "test",
    pauseMs: LONG_MS,
    log: SILENT_LOG,
  });
  loop.start(() => {
    steps += 1;
    return new Promise<boolean>((resolve) => {
      finish = () => resolve(false);
    });
  });
  loop.wake();
  finish();
  await vi.waitFor(() => expect(steps).toBe(2), WAIT);
  finish();
  await loop.stop();
});

test("stopping waits for the step that runs", async () => {
  let isDone = false;
  let finish = (): void => {};
  const loop = createLoop({
    name: "test",
    pauseMs: LONG_MS,
    log: SILENT_LOG,
  });
  loop.start(async () => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    isDone = true;
    return false;
  });
  const stopped = loop.stop();
  finish();
  await stopped;
  expect(isDone).toBe(true);
});

test("a step that fails is logged and tried again", async () => {
  let steps = 0;
  const failures: unknown[] = [];
  const loop = createLoop({
    name: "test",
    pauseMs: LONG_MS,
    failurePauseMs: 1,
    log: {
      ...SILENT_LOG,
      error: (facts) => {
        failures.push(facts["reason"]);
      },
    },
  });
  loop.start(async () => {
    steps += 1;
    if (steps === 1) throw new Error("no database");
    return false;
  });
  await vi.waitFor(() => expect(steps).toBe(2), WAIT);
  await loop.stop();
  expect(failures).toEqual(["no database"]);
});
