import { expect, test } from "vitest";
import { createLimiter } from "../../../src/answers/limiter.ts";

function createTestLimiter(perMinuteMax: number, keysMax = 100) {
  let nowMs = 0;
  const limiter = createLimiter({ max: perMinuteMax, windowMs: 60_000, keysMax, clock: () => new Date(nowMs) });
  return {
    take: (key: string) => limiter.take(key),
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

test("a key may go on as often as allowed in a minute, then no more", () => {
  const { take } = createTestLimiter(3);
  expect([take("a"), take("a"), take("a"), take("a")]).toEqual([true, true, true, false]);
});

test("waiting gives tokens back, one for each part of the minute", () => {
  const { take, pass } = createTestLimiter(2);
  take("a");
  take("a");
  pass(29_000);
  expect(take("a")).toBe(false);
  pass(1_000);
  expect(take("a")).toBe(true);
});

test("one key's haste does not hold up another", () => {
  const { take } = createTestLimiter(1);
  take("a");
  expect(take("a")).toBe(false);
  expect(take("b")).toBe(true);
});

test("memory is bounded: the key used longest ago is forgotten", () => {
  const { take } = createTestLimiter(1, 2);
  take("a");
  take("b");
  take("c");
  expect(take("b")).toBe(false);
  expect(take("a")).toBe(true);
});
