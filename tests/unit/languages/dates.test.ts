/** Dates are read by rule, the same on every machine; what is not sure is no date. */

import { expect, test } from "vitest";
import {
  type DateRule,
  findDate,
  findDateFields,
  readDate,
  readDateFields,
  toMoment,
} from "../../../src/languages/shared/dates/dates.ts";
import { fc } from "../../helpers/property.ts";

/** Machines that run the tests may be busy. */
const FEED: DateRule = { language: null, hasShortYears: true, hasMissingDays: true };
const parseDate = (text: string): Date | null => readDate(text, FEED);

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

test("what is not written is left out", () => {
  expect(readDateFields("23 November 2026", FEED)).toEqual({ year: 2026, month: 11, day: 23 });
  expect(readDateFields("23 November 2026, 20:24 MSK", FEED)).toEqual({
    year: 2026,
    month: 11,
    day: 23,
    hour: 20,
    minute: 24,
    second: 0,
    zone: 180,
  });
  expect(readDateFields("2026-11-23 20:24 Asia/Kolkata", FEED)?.zone).toBe("Asia/Kolkata");
});

test("a date without a zone is meant in the caller's", () => {
  const fields = { year: 2026, month: 7, day: 3, hour: 8 };
  expect(toMoment(fields).toISOString()).toBe("2026-07-03T08:00:00.000Z");
  expect(toMoment(fields, -300).toISOString()).toBe("2026-07-03T13:00:00.000Z");
  expect(toMoment(fields, "Europe/Lisbon").toISOString()).toBe("2026-07-03T07:00:00.000Z");
  expect(toMoment({ ...fields, zone: 120 }, -300).toISOString()).toBe("2026-07-03T06:00:00.000Z");
});

test.each([
  ["en", "03/04/2026", "2026-03-04"],
  ["fr-CA", "03/04/2026", "2026-04-03"],
  ["de", "03/04/2026", "2026-04-03"],
  [null, "03/04/2026", "2026-03-04"],
  ["es", "03-04-2026", "2026-04-03"],
  ["en", "03-14-2026", "2026-03-14"],
  ["en", "03.04.2026", "2026-04-03"],
  ["hr", "24. listopada 2026", "2026-10-24"],
  ["pl", "24 listopada 2026", "2026-11-24"],
])("in %s %s is %s", (language, text, day) => {
  expect(readDate(text, { language })?.toISOString().slice(0, 10)).toBe(day);
});

test.each([
  ["en-GB", "site.example", "03/11/2026", "2026-11-03"],
  ["en_AU", "site.example", "03/11/2026", "2026-11-03"],
  ["en-US", "site.co.uk", "03/11/2026", "2026-03-11"],
  ["en", "gazette.co.uk", "03/11/2026", "2026-11-03"],
  ["en", "herald.com.ng", "03-11-2026", "2026-11-03"],
  [null, "post.com.au", "03/11/2026", "2026-11-03"],
  ["en", "gazette.example", "03/11/2026", "2026-03-11"],
  ["en", "gazette.example", "Tuesday 3/11/2026", "2026-11-03"],
  ["en-GB", "gazette.example", "Wed, 3/11/2026", "2026-03-11"],
  ["en", "gazette.example", "Sunday 3/11/2026", "2026-03-11"],
  ["fr", "journal.example", "mardi 03/11/2026", "2026-11-03"],
  ["en-GB", "gazette.example", "11/23/2026", "2026-11-23"],
])("in %s on %s, %s was read with the month first whatever the page says: %s", (language, host, text, day) => {
  expect(readDate(text, { language, host })?.toISOString().slice(0, 10)).toBe(day);
});

test.each([
  ["03/11/2026", 11, "2026-11-03"],
  ["03-11-2026", 3, "2026-03-11"],
  ["03/11/2026", 7, "2026-03-11"],
])("the address tells the month of %s: %i", (text, month, day) => {
  const addressed = { year: 2026, month };
  expect(readDate(text, { language: "en", addressed })?.toISOString().slice(0, 10)).toBe(day);
});

test("hyphens between two numbers that may both be the month are no sure date in English", () => {
  expect(readDate("03-04-2026", { language: "en" })).toBeNull();
});

test.each([
  ["By Ann Lee | Updated 4 March 2031 18:20", "2031-03-04T18:20:00.000Z"],
  ["Posted May 4, 2031 / 5 comments", "2031-05-04T00:00:00.000Z"],
  ["Open from 3 May 2031, 10:00-12:00", "2031-05-03T10:00:00.000Z"],
])("a date is found in %s", (line, moment) => {
  expect(findDate(line, { language: "en" })?.toISOString()).toBe(moment);
});

test("a line's short year is no year", () => {
  expect(findDateFields("23 Nov 26", { language: "en" })).toBeNull();
});
