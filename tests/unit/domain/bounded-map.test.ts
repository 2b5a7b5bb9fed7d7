/** What gives way in a map that is full. */

import { expect, test } from "vitest";
import { createBoundedMap } from "../../../src/domain/bounded-map.ts";

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
