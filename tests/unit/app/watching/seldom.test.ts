/** A count that walks millions of rows is not made at every scrape. */

import { expect, test } from "vitest";
import { askSeldom } from "../../../../src/app/watching/seldom.ts";

test("what took long is answered from memory for a hundred times as long, and what was quick at once anew", async () => {
  let nowMs = 0;
  let [askedCount, tookMs] = [0, 300];
  const ask = askSeldom(
    async () => {
      askedCount += 1;
      nowMs += tookMs;
      return askedCount;
    },
    () => nowMs,
  );
  expect(await ask()).toBe(1);
  nowMs += 29_000;
  expect(await ask()).toBe(1);
  nowMs += 1_001;
  tookMs = 0;
  expect(await ask()).toBe(2);
  expect(await ask()).toBe(3);
});

test("those who ask meanwhile wait for the same answer, and one that failed is asked anew", async () => {
  let askedCount = 0;
  const ask = askSeldom(
    async () => {
      askedCount += 1;
      if (askedCount === 1) throw new Error("the database is away");
      return askedCount;
    },
    () => 0,
  );
  const both = await Promise.allSettled([ask(), ask()]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await ask()).toBe(2);
});
