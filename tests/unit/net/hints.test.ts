/** What servers say about coming back, in all the ways they say it. */

import { expect, test } from "vitest";
import { readCacheHints, readRetryAfter } from "../../../src/net/hints.ts";

const NOW = new Date("2026-11-23T08:00:00Z");
const DATE = "Mon, 23 Nov 2026 08:00:00 GMT";

test.each([
  [{ "cache-control": "max-age=600" }, 600_000],
  [{ "cache-control": "public, MAX-AGE = 600" }, 600_000],
  [{ "cache-control": 's-maxage=9, max-age="600"' }, 600_000],
  [{ "cache-control": "max-age=600", age: "100" }, 500_000],
  [{ "cache-control": "max-age=600", age: "9999" }, 0],
  [{ "cache-control": "no-cache, max-age=600" }, null],
  [{ "cache-control": "no-store" }, null],
  [{ "cache-control": "max-age=soon" }, null],
  [{ "cache-control": "s-maxage=600" }, null],
  [{ expires: "Mon, 23 Nov 2026 09:00:00 GMT", date: DATE }, 3_600_000],
  [{ expires: "Mon, 23 Nov 2026 09:00:00 GMT" }, 3_600_000],
  [{ expires: "Mon, 23 Nov 2026 07:00:00 GMT", date: DATE }, null],
  [{ expires: "0" }, null],
  [{ expires: "-1" }, null],
  [{ expires: "Monday, 23-Nov-26 09:00:00 GMT", date: DATE }, 3_600_000],
  [{ "cache-control": "max-age=60", expires: "Mon, 23 Nov 2026 09:00:00 GMT" }, 60_000],
  [{}, null],
])("%j is fresh for %s ms", (headers, expected) => {
  expect(readCacheHints(headers, NOW).maxAgeMs).toBe(expected);
});

test("a server's clock that is wrong does not lengthen what it says", () => {
  const headers = { date: "Tue, 23 Nov 2027 08:00:00 GMT", expires: "Tue, 23 Nov 2027 08:10:00 GMT" };
  expect(readCacheHints(headers, NOW).maxAgeMs).toBe(600_000);
});

test.each([
  ["120", 120_000],
  [" 0 ", 0],
  ["Mon, 23 Nov 2026 08:05:00 GMT", 300_000],
  ["Mon, 23 Nov 2026 07:00:00 GMT", 0],
  ["-5", null],
  ["soon", null],
  ["1e9", null],
  ["99999999999999", null],
])("Retry-After: %s is %s ms", (text, expected) => {
  expect(readRetryAfter({ "retry-after": text }, NOW)).toBe(expected);
});
