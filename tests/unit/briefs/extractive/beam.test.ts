/** Sets that a beam builds: the best of each size, and only those are gone on with. */

import { describe, expect, it } from "vitest";
import { runBeam } from "../../../../src/briefs/extractive/beam.ts";

interface Sum {
  readonly members: readonly number[];
  readonly last: number;
  readonly worth: number;
}

const list = (items: readonly number[], width: number, membersMax: number, sumMax: number): readonly Sum[][] => {
  const sizes: Sum[][] = [];
  runBeam<number, Sum, Sum>({
    items,
    start: { members: [], last: -1, worth: 0 },
    membersMax,
    width,
    grow: ({ members, worth }, item, index) =>
      worth + item > sumMax ? null : { members: [...members, item], last: index, worth: worth + item },
    see: (sums) => sizes.push([...sums]),
    keep: (sum) => sum,
  });
  return sizes;
};

describe("runBeam", () => {
  it("shows the sets of each size, the most worth first", () => {
    const [ones, twos] = list([1, 4, 2], 9, 2, 99);
    expect(ones?.map(({ worth }) => worth)).toEqual([4, 2, 1]);
    expect(twos?.map(({ members }) => members)).toEqual([
      [4, 2],
      [1, 4],
      [1, 2],
    ]);
  });

  it("goes on with the best only", () => {
    const [, twos] = list([1, 4, 2], 1, 2, 99);
    expect(twos?.map(({ members }) => members)).toEqual([[4, 2]]);
  });

  it("leaves out what may not be added, and ends when nothing can", () => {
    const sizes = list([3, 4, 5], 9, 3, 7);
    expect(sizes.map((sums) => sums.map(({ members }) => members))).toEqual([[[5], [4], [3]], [[3, 4]], []]);
  });
});
