/** A clock that is wrong for minutes, one that is put right, and a machine that slept. */

import { beforeEach, expect, test } from "vitest";
import { createSteadyClock } from "../../../src/app/clock.ts";
import { SILENT_LOG } from "../../../src/domain/platform.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const START_MS = Date.parse("2026-11-20T12:00:00Z");

let wallMs: number;
let runningMs: number;
let uptimeMs: number;
let putBackCount: number;
let clock: () => Date;

beforeEach(() => {
  [wallMs, runningMs, uptimeMs, putBackCount] = [START_MS, 5_000, 90 * DAY_MS, 0];
  clock = createSteadyClock({
    log: SILENT_LOG,
    onPutBack: () => {
      putBackCount += 1;
    },
    wallMs: () => wallMs,
    runningMs: () => runningMs,
    uptimeMs: () => uptimeMs,
  });
});

/** Asked every ten seconds, as the loops do; resolves with the minutes since the start. */
function pass(minutes: number): number {
  for (let step = 0; step < minutes * 6; step += 1) {
    for (const more of [10_000]) [wallMs, runningMs, uptimeMs] = [wallMs + more, runningMs + more, uptimeMs + more];
    clock();
  }
  return Math.round((clock().getTime() - START_MS) / MINUTE_MS);
}

test("it follows the machine's clock, and its small corrections, at once", () => {
  expect(pass(5)).toBe(5);
  wallMs += MINUTE_MS;
  expect(pass(5)).toBe(11);
  wallMs -= MINUTE_MS;
  expect(pass(5)).toBe(15);
});

test.each([3 * DAY_MS, -3 * DAY_MS, 400 * DAY_MS])(
  "a clock wrong by %i ms for twenty minutes is not believed",
  (offMs) => {
    pass(5);
    wallMs += offMs;
    expect(pass(20)).toBe(25);
    wallMs -= offMs;
    expect(pass(60)).toBe(85);
    expect(putBackCount).toBe(0);
  },
);

test("a clock that stays where it was put is believed after half an hour", () => {
  wallMs += 3 * DAY_MS;
  expect(pass(31)).toBe(3 * 24 * 60 + 31);
  expect(putBackCount).toBe(0);
});

test("put back for good, it is followed, and what was set under the other time is mended", () => {
  wallMs -= 3 * DAY_MS;
  expect(pass(29)).toBe(29);
  expect(pass(2)).toBe(-3 * 24 * 60 + 31);
  expect(putBackCount).toBe(1);
  expect(pass(60)).toBe(-3 * 24 * 60 + 91);
});

test("wrong in turns, it is believed in none of them", () => {
  for (let turn = 0; turn < 6; turn += 1) {
    wallMs += (turn % 2 === 0 ? 3 : -3) * DAY_MS;
    expect(pass(20)).toBe(20 * (turn + 1));
  }
});

test("after a night asleep a notebook's clock is right at once", () => {
  pass(5);
  [wallMs, uptimeMs] = [wallMs + 8 * 60 * MINUTE_MS, uptimeMs + 8 * 60 * MINUTE_MS];
  expect(pass(1)).toBe(8 * 60 + 6);
});

test("a machine that slept while its clock was wrong does not make it right", () => {
  wallMs += 3 * DAY_MS;
  pass(1);
  [wallMs, uptimeMs] = [wallMs + 60 * MINUTE_MS, uptimeMs + 60 * MINUTE_MS];
  expect(pass(1)).toBeLessThan(DAY_MS / MINUTE_MS);
});
