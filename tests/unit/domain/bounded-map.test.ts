/** What gives way in a map that is full. */

import { expect, test } from "vitest";
import { createBoundedMap, remember } from "../../../src/domain/bounded-map.ts";

test("the key set longest ago gives way, and one set again is the newest", () => {
  const map = createBoundedMap<string, number>(2);
  map.set("harbor", 1);
  map.set("tide", 2);
  map.set("harbor", 3);
  map.set("ferry", 4);
  expect([map.get("harbor"), map.get("tide"), map.get("ferry")]).toEqual([3, undefined, 4]);
  expect([...map.keys()]).toEqual(["harbor", "ferry"]);
});

test("a key that was taken out leaves room", () => {
  const map = createBoundedMap<string, number>(2);
  map.set("harbor", 1);
  map.set("tide", 2);
  map.delete("tide");
  map.set("ferry", 3);
  expect([map.has("harbor"), map.has("tide"), map.has("ferry")]).toEqual([true, false, true]);
});

test("a key is worked out once while it is kept, and again when all were let go", () => {
  const asked: string[] = [];
  const shout = remember(2, (word: string) => {
    asked.push(word);
    return word.toUpperCase();
  });
  expect([shout("tide"), shout("tide"), shout("ferry"), shout("tide")]).toEqual(["TIDE", "TIDE", "FERRY", "TIDE"]);
  expect(asked).toEqual(["tide", "ferry"]);
  // The third key makes room by letting go of both.
  shout("harbor");
  shout("tide");
  expect(asked).toEqual(["tide", "ferry", "harbor", "tide"]);
});

test("a function that throws is asked again", () => {
  let isBroken = true;
  const read = remember(2, (word: string) => {
    if (isBroken) throw new Error("no such room");
    return word;
  });
  expect(() => read("tide")).toThrow();
  isBroken = false;
  expect(read("tide")).toBe("tide");
});

test("the oldest give way until what is left may weigh what it weighs, and what was taken out weighs nothing", () => {
  const map = createBoundedMap<string, string>(10, { weightMax: 6, weigh: ({ length }) => length });
  map.set("harbor", "xxx");
  map.set("tide", "xx");
  map.set("ferry", "xxx");
  expect([...map.keys()]).toEqual(["tide", "ferry"]);
  map.delete("tide");
  map.set("ferry", "x");
  map.set("quay", "xxxxx");
  expect([...map.keys()]).toEqual(["ferry", "quay"]);
  map.set("storm", "xxxxxxx");
  expect([...map.keys()]).toEqual([]);
});
