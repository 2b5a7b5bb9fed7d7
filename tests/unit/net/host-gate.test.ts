/** A host is asked a few things at once, with pauses, and left alone when it says so. */

import { expect, test, vi } from "vitest";
import { createHostGate } from "../../../src/net/host-gate.ts";
import { WAIT } from "../../helpers/wait.ts";

test("no more than two are inside, and the rest follow in order", async () => {
  const gate = createHostGate({ concurrencyMax: 2, spacingMs: 0, now: () => 0 });
  const inside: number[] = [];
  const leaves: (() => void)[] = [];
  for (const number of [1, 2, 3, 4]) {
    void gate.enter("harbor.example").then((leave) => {
      inside.push(number);
      if (leave !== null) leaves.push(leave);
    });
  }
  await vi.waitFor(() => expect(inside).toEqual([1, 2]), WAIT);
  leaves.shift()?.();
  await vi.waitFor(() => expect(inside).toEqual([1, 2, 3]), WAIT);
  leaves.shift()?.();
  await vi.waitFor(() => expect(inside).toEqual([1, 2, 3, 4]), WAIT);
});

test("a pause lies between requests to one host, and none between hosts", async () => {
  vi.useFakeTimers({ now: 0 });
  try {
    const gate = createHostGate({ concurrencyMax: 2, spacingMs: 1000, now: Date.now });
    const starts: string[] = [];
    for (const host of ["a", "a", "a", "b"]) void gate.enter(host).then(() => starts.push(`${host} ${Date.now()}`));
    await vi.advanceTimersByTimeAsync(999);
    expect(starts).toEqual(["a 0", "b 0"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(starts).toEqual(["a 0", "b 0", "a 1000"]);
  } finally {
    vi.useRealTimers();
  }
});

test("too many waiting are turned away", async () => {
  const gate = createHostGate({ concurrencyMax: 1, spacingMs: 0, now: () => 0 });
  const entries = Array.from({ length: 600 }, () => gate.enter("harbor.example"));
  expect(await entries.at(-1)).toBeNull();
  gate.close();
});

test("a host is held until the latest time it asked for, and others are not", () => {
  let now = 0;
  const gate = createHostGate({ concurrencyMax: 1, spacingMs: 0, now: () => now });
  gate.hold("a", 1000);
  gate.hold("a", 500);
  expect([gate.heldMs("a"), gate.heldMs("b")]).toEqual([1000, 0]);
  now = 1001;
  expect(gate.heldMs("a")).toBe(0);
});
