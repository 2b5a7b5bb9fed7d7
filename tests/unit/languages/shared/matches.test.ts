/** Matches listed without a pattern made for each text. */

import { expect, test } from "vitest";
import { listMatches } from "../../../../src/languages/shared/matches.ts";

const FERRY = /(?<name>\p{Lu}\p{Ll}+) ferry/gu;

test("the same matches as matchAll gives, whatever was looked for before", () => {
  const text = "The Hale ferry passed the Moor ferry. Nobody waits for the Venn ferry.";
  FERRY.lastIndex = 20;
  const found = listMatches(FERRY, text);
  expect(found.map(({ index, groups }) => [index, groups?.["name"]])).toEqual(
    [...text.matchAll(FERRY)].map(({ index, groups }) => [index, groups?.["name"]]),
  );
  expect(found).toHaveLength(3);
  expect(listMatches(FERRY, "No tram.")).toEqual([]);
});
