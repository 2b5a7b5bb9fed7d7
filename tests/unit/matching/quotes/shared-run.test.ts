/** A speaker's page with 300 quotes read every word of every outlet of 300 stories: most are told apart by one of their words. */

import { expect, test } from "vitest";
import { mayBeSame, readRun } from "../../../../src/matching/quotes/shared-run.ts";

const may = (a: string, b: string): boolean => mayBeSame(readRun(a), readRun(b));
const WHOLE = "The slipway is too short for the new boat, and 40 families wait for it";

test("the same words, cut, otherwise written or in another order, are never told apart", () => {
  expect(may(WHOLE, "40 FAMILIES wait for it … the slip\u00adway is too short")).toBe(true);
  expect(may("Die Straße bleibt offen", "die Strasse bleibt offen")).toBe(true);
  expect(may("We go on. We do not stop", "We do not stop. We go on")).toBe(true);
  expect(may(WHOLE, WHOLE.replace("slipway is", "slipway has been widened, which is"))).toBe(true);
  expect(may("Мы останемся", "Мы останемся здесь")).toBe(true);
});

test("what shares no long word is another quote", () => {
  expect(may(WHOLE, "Nobody has measured the channel since the winter")).toBe(false);
});
