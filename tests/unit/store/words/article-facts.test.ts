/** The days an index is asked for are those of the search, no more: what lies beyond would be read for nothing. */

import { expect, test } from "vitest";
import { toFactLimits } from "../../../../src/store/words/article-facts.ts";

const listDays = (since: string | null, until: string | null): readonly string[] => {
  const toMoment = (date: string | null): number | null => (date === null ? null : Date.parse(date));
  const limits = { feedIds: [], topics: [], languages: [], since: toMoment(since), until: toMoment(until) };
  return [...JSON.stringify(toFactLimits(limits).map(({ query }) => query)).matchAll(/d(\d{4,8})/g)].map(
    ([, digits = ""]) => digits,
  );
};

test("a search of old news does not read the three days after it", () => {
  const days = listDays(null, "2026-03-02T23:00:00Z");
  expect(days.slice(-5)).toEqual(["2025", "202601", "202602", "20260301", "20260302"]);
});

test.each([
  ["2026-11-30T08:00:00Z", "2026-11-30T09:00:00Z", ["20261130"]],
  ["2026-01-31T23:59:00Z", "2026-03-01T00:00:00Z", ["20260131", "202602", "20260301"]],
  ["2024-01-01T00:00:00Z", "2025-12-31T23:00:00Z", ["2024", "2025"]],
])("from %s to %s", (since, until, days) => {
  expect(listDays(since, until)).toEqual(days);
});
