/** Dates are read by rule, the same on every machine; what is not sure is no date. */

import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { parseDate } from "../../../src/feeds/feed-dates.ts";

/** Machines that run the tests may be busy. */
vi.setConfig({ testTimeout: 60_000 });

test.each([
  ["Mon, 23 Nov 2026 08:09:10 GMT", "2026-11-23T08:09:10Z"],
  ["Mon, 23 Nov 2026 08:09:10 +0100", "2026-11-23T07:09:10Z"],
  ["Mon, 23 Nov 2026 08:09 EST", "2026-11-23T13:09:00Z"],
  ["23 Nov 26 08:09 PDT", "2026-11-23T15:09:00Z"],
  ["Monday, 23-Nov-26 08:09:10 UTC", "2026-11-23T08:09:10Z"],
  ["Mon Nov 23 08:09:10 2026", "2026-11-23T08:09:10Z"],
  ["Mon Nov 23 08:09:10 CET 2026", "2026-11-23T07:09:10Z"],
  ["Nov 23, 2026 8:09 pm", "2026-11-23T20:09:00Z"],
  ["Sat, Dec 16 2023 02:02:33 PM", "2023-12-16T14:02:33Z"],
  ["November 23, 2026", "2026-11-23T00:00:00Z"],
  ["23. November 2026, 8:09 Uhr MEZ", "2026-11-23T07:09:00Z"],
  ["lundi 23 novembre 2026 08:09", "2026-11-23T08:09:00Z"],
  ["23 de noviembre de 2026 08:09", "2026-11-23T08:09:00Z"],
  ["23 ноября 2026 08:09 MSK", "2026-11-23T05:09:00Z"],
  ["08:09 23-Nov-2026", "2026-11-23T08:09:00Z"],
  ["Mon, 23 Nov 2026 08:09:10 GMT+0200 (EET)", "2026-11-23T06:09:10Z"],
  ["2026-11-23T8:09:10Z", "2026-11-23T08:09:10Z"],
  ["2026-11-23", "2026-11-23T00:00:00Z"],
  ["2026-11", "2026-11-01T00:00:00Z"],
  ["2026-11-23T08:09Z", "2026-11-23T08:09:00Z"],
  ["2026-11-23T08:09:10.123456+09:30", "2026-11-22T22:39:10Z"],
  ["2026-11-23t08:09:10z", "2026-11-23T08:09:10Z"],
  ["2026-11-23 08:09:10", "2026-11-23T08:09:10Z"],
  ["2026-11-23 08:09:10 -0500", "2026-11-23T13:09:10Z"],
  ["20261123T080910Z", "2026-11-23T08:09:10Z"],
  ["2026/1/10 14:33:00", "2026-01-10T14:33:00Z"],
  ["23.11.2026", "2026-11-23T00:00:00Z"],
  ["01.02.2026 08:09", "2026-02-01T08:09:00Z"],
  ["11/23/2026 8:09 AM", "2026-11-23T08:09:00Z"],
  ["23/11/2026", "2026-11-23T00:00:00Z"],
  ["2026年11月23日 08:09", "2026-11-23T08:09:00Z"],
  ["12:00 AM, 23 Nov 2026", "2026-11-23T00:00:00Z"],
  ["1795421350", "2026-11-23T08:09:10Z"],
  ["1795421350000", "2026-11-23T08:09:10Z"],
])("%s is %s", (text, expected) => {
  expect(parseDate(text)?.toISOString()).toBe(expected.replace("Z", ".000Z"));
});

test.each([
  "",
  "not a date",
  "yesterday",
  "Mon, 31 Feb 2026 08:00:00 GMT",
  "2026-13-01",
  "2026-11-23T25:00:00Z",
  "23 Nov 1789",
  "1 Jan ".repeat(20_000),
  "Nov",
  "0000-00-00T00:00:00Z",
])("%j is no date", (text) => {
  expect(parseDate(text)).toBeNull();
});

test("what a date prints is what it is", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date("1991-01-01"), max: new Date("2099-01-01"), noInvalidDate: true }), (date) => {
      const whole = new Date(Math.floor(date.getTime() / 1000) * 1000);
      for (const text of [whole.toISOString(), whole.toUTCString(), whole.toISOString().replace("T", " ")]) {
        expect(parseDate(text)).toEqual(whole);
      }
    }),
  );
});

test("any text is a date or none", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-zA-Z:/., +-]{0,40}$/)), (text) => {
      const date = parseDate(text);
      expect(date === null || !Number.isNaN(date.getTime())).toBe(true);
    }),
  );
});
