/** Where a page lost the space behind a full stop, two sentences are still two. */

import { expect, test } from "vitest";
import { findQuotes } from "../../../../src/quotes/find-quotes.ts";

const speakers = (text: string) => findQuotes(text, { language: "en" }).map(({ speaker }) => speaker);

test("whoever is named first in the next sentence says what follows, and no role runs across the stop", () => {
  const text =
    "“We will have to protest,” said Bo Hale, a Jewar resident.However, district judge Ada Moor said, “We will talk to the farmers and hear them all.”";
  expect(speakers(text).map((speaker) => [speaker?.name, speaker?.role])).toEqual([
    ["Bo Hale", "a Jewar resident"],
    ["Ada Moor", "district judge"],
  ]);
});

test("a surname is not one word with what follows it", () => {
  expect(speakers("“We will have to protest about it,” added Tarrow.Hillard fell asleep.")[0]?.name).toBe("Tarrow");
});

test("an address with a capital stays one word", () => {
  expect(speakers("“We will sell rooms there for years,” said Harbor.Com on Monday.")[0]?.name).toBe("Harbor.Com");
});
