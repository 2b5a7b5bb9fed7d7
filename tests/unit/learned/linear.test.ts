/** Linear models over named features: what is written is what is summed, and weights of another make are refused. */

import { describe, expect, test } from "vitest";
import { createWriters, flag, layOut, readValue, spellValue, WORDS, yesNo } from "../../../src/learned/features.ts";
import { createScorer, createScorers, joinScorers } from "../../../src/learned/linear.ts";

const HARBORS = ["north", "south", "inner"] as const;
const TIDES = ["low", "high"] as const;
const FERRY = { place: [HARBORS, TIDES], captain: WORDS, isLate: [yesNo] } as const;
const ferry = createWriters(FERRY);

describe("features of a linear model", () => {
  test("a value is spelled as its parts and read back", () => {
    expect(spellValue(FERRY.place, 3)).toBe("south|high");
    expect(readValue(FERRY.place, "south|high")).toBe(3);
  });

  test.each(["south", "south|high|low", "west|high", ""])("%j is no value of a feature of two parts", (spelled) => {
    expect(readValue(FERRY.place, spelled)).toBe(-1);
  });

  test("each value of each feature has a slot of its own", () => {
    const slots: number[] = [];
    const sink = { add: (slot: number) => slots.push(slot), addWord: () => {} };
    for (const harbor of HARBORS.keys()) for (const tide of TIDES.keys()) ferry.place(sink, harbor, tide);
    for (const isLate of [false, true]) ferry.isLate(sink, flag(isLate));
    expect(slots).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(layOut(FERRY).count).toBe(8);
  });
});

describe("weights", () => {
  test("are summed over what is written, and count nothing where the file says nothing", () => {
    const scorer = createScorer({ place: { "inner|low": 2 }, captain: { vane: 0.5 }, isLate: { yes: -4 } }, FERRY);
    ferry.place(scorer, HARBORS.indexOf("inner"), TIDES.indexOf("low"));
    ferry.captain(scorer, "vane");
    ferry.captain(scorer, "somebody else");
    ferry.isLate(scorer, flag(false));
    expect(scorer.score()).toBe(2.5);
    scorer.reset();
    ferry.isLate(scorer, flag(true));
    expect(scorer.score()).toBe(-4);
  });

  test("of several outputs are summed in one pass as each is by itself", () => {
    const north = createScorer({ place: { "north|low": 2 }, captain: { vane: 0.5, hale: 1 } }, FERRY);
    const late = createScorer({ captain: { vane: -3 }, isLate: { yes: 4 } }, FERRY);
    const both = joinScorers([north, late]);
    const write = (sink: typeof north | typeof both): void => {
      sink.reset();
      ferry.place(sink, HARBORS.indexOf("north"), TIDES.indexOf("low"));
      for (const captain of ["vane", "hale", "somebody else"]) ferry.captain(sink, captain);
      ferry.isLate(sink, flag(true));
    };
    for (const sink of [both, north, late]) write(sink);
    expect(both.scores()).toEqual([3.5, 1]);
    expect(both.scores()).toEqual([north.score(), late.score()]);
  });

  test("of a feature that is not measured are refused by its name", () => {
    expect(() => createScorer({ depth: { low: 1 } }, FERRY)).toThrow(/not measured: depth/);
  });

  test("of a value that a feature cannot have are refused by its name", () => {
    expect(() => createScorer({ place: { "west|low": 1 } }, FERRY)).toThrow(/"place" cannot have: west\|low/);
  });

  test("with an output too many or too few are refused", () => {
    const about = "Invented.";
    expect(() => createScorers({ about, outputs: { ferry: {}, tram: {} } }, { ferry: FERRY })).toThrow(/tram/);
    expect(() => createScorers({ about, outputs: {} }, { ferry: FERRY })).toThrow(/lack the output "ferry"/);
  });
});
