/** How much two units say the same. */

import { expect, it } from "vitest";
import { createOverlaps } from "../../../../src/briefs/extractive/overlap.ts";

const long = { index: 0, content: ["harbor", "ferri", "storm", "crew"] };
const short = { index: 1, content: ["ferri", "storm"] };

it("gives shares of the shorter unit and of the first", () => {
  const overlapOf = createOverlaps();
  expect(overlapOf(long, short)).toEqual({ shorter: 2, ofShorter: 1, ofFirst: 0.5 });
  expect(overlapOf(short, long)).toEqual({ shorter: 2, ofShorter: 1, ofFirst: 1 });
});

it("finds nothing shared with a unit that has no content", () => {
  expect(createOverlaps()({ index: 2, content: [] }, short)).toEqual({ shorter: 1, ofShorter: 0, ofFirst: 0 });
});
