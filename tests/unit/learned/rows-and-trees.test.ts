/** Rows whose columns have names, and the trees that read them. */

import { describe, expect, test } from "vitest";
import { createRowLayout, type Measures, placeOf } from "../../../src/learned/rows.ts";
import { createScorer } from "../../../src/learned/trees.ts";

interface Boat {
  readonly length: number;
  readonly crew: readonly string[];
}
const BOAT: Measures<Boat> = { length: ({ length }) => length, crew: ({ crew }) => crew.length };

describe("a row", () => {
  const layout = createRowLayout();
  const writeOwn = layout.add(BOAT);
  const writeNext = layout.add(BOAT, "next");

  test("has each measure at the place of its name", () => {
    const row = new Float64Array(layout.names.length);
    writeNext(row, { length: 9, crew: [] });
    writeOwn(row, { length: 14, crew: ["Ada Moor", "Joris Venn"] });
    expect(layout.names).toEqual(["length", "crew", "nextLength", "nextCrew"]);
    expect([...row]).toEqual([14, 2, 9, 0]);
    expect(row[placeOf(layout, "nextLength")]).toBe(9);
  });

  test("has no two columns of one name, and none that nobody measures", () => {
    expect(() => layout.add(BOAT)).toThrow(/one name: length/);
    expect(() => placeOf(layout, "mast")).toThrow(/mast/);
  });
});

describe("trees", () => {
  const model = { about: "Invented.", base: 1, trees: [["crew", 2, 10, ["length", 0.5, 20, 40]] as const, 0.25] };

  test("add up a leaf each: at most the limit goes below, more than it above", () => {
    const scorer = createScorer(model, ["length", "crew"]);
    expect(scorer.score(Float64Array.of(9, 2))).toBe(11.25);
    expect(scorer.score(Float64Array.of(0.5, 3))).toBe(21.25);
    expect(scorer.score(Float64Array.of(0.6, 3))).toBe(41.25);
  });

  test("score many rows as they score each of them", () => {
    const scorer = createScorer(model, ["length", "crew"]);
    const rows = [0.1, 0.5, 0.6, 3, 9].flatMap((length) => [Float64Array.of(length, 2), Float64Array.of(length, 3)]);
    const scores = rows.map((row) => scorer.score(row));
    expect([...scorer.scoreAll(Float64Array.from(rows.flatMap((row) => [...row])))]).toEqual(scores);
    expect([...scorer.scoreAll(Float64Array.of(0.5, 3))]).toEqual([21.25]);
    expect([...scorer.scoreAll(new Float64Array(0))]).toEqual([]);
  });

  test("that name what is not measured are refused", () => {
    expect(() => createScorer(model, ["crew"])).toThrow(/not measured: length/);
  });
});
