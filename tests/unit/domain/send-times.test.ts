/** Hours of digests and quiet hours: around the clock changes of real zones, and as properties over many moments. */

import { describe, expect, test } from "vitest";
import { findMoment, findTimeZone, toLocalDay, toLocalMs, toWeekday } from "../../../src/domain/local-time.ts";
import { findDigestAt, findQuiet, toReleaseAt } from "../../../src/domain/send-times.ts";
import { DEFAULT_DISPLAY, type Display } from "../../../src/domain/subscription.ts";
import { fc } from "../../helpers/property.ts";

const ZONES = [
  "UTC",
  "Europe/Berlin",
  "America/New_York",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Africa/Cairo",
  "Pacific/Chatham",
  "Pacific/Apia",
];
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const daily = (digestAt: string, timeZone: string): Display => ({
  ...DEFAULT_DISPLAY,
  rhythm: "daily",
  digestAt,
  timeZone,
});
const quiet = (quietFrom: string, quietTo: string, timeZone = "UTC"): Display => ({
  ...DEFAULT_DISPLAY,
  quietFrom,
  quietTo,
  timeZone,
});

const zone = fc.constantFrom(...ZONES);
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hours, minutes]) => `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`);
/** Whole minutes of the years 2011 (when Apia left out a day) to 2030. */
const moment = fc
  .integer({ min: Date.UTC(2011, 0, 5) / MINUTE_MS, max: Date.UTC(2030, 11, 1) / MINUTE_MS })
  .map((minutes) => new Date(minutes * MINUTE_MS));

const toMinutes = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

describe("the hour of the digest", () => {
  test.each([
    ["an ordinary day", daily("08:00", "Europe/Berlin"), "2026-01-10T12:00:00Z", "2026-01-11T07:00:00.000Z"],
    ["later the same day", daily("08:00", "Europe/Berlin"), "2026-01-10T03:00:00Z", "2026-01-10T07:00:00.000Z"],
    ["summer time begins", daily("08:00", "Europe/Berlin"), "2026-03-28T12:00:00Z", "2026-03-29T06:00:00.000Z"],
    ["an hour that is skipped", daily("02:30", "Europe/Berlin"), "2026-03-28T12:00:00Z", "2026-03-29T01:00:00.000Z"],
    ["an hour that comes twice", daily("02:30", "Europe/Berlin"), "2026-10-24T12:00:00Z", "2026-10-25T00:30:00.000Z"],
    ["after its first time", daily("02:30", "Europe/Berlin"), "2026-10-25T00:30:00Z", "2026-10-26T01:30:00.000Z"],
    [
      "a midnight that is skipped",
      daily("00:00", "America/Santiago"),
      "2026-09-05T12:00:00Z",
      "2026-09-06T04:00:00.000Z",
    ],
    ["a day that is left out", daily("08:00", "Pacific/Apia"), "2011-12-29T19:00:00Z", "2011-12-30T18:00:00.000Z"],
    [
      "half an hour's change",
      daily("02:15", "Australia/Lord_Howe"),
      "2026-10-03T12:00:00Z",
      "2026-10-03T15:30:00.000Z",
    ],
  ])("%s", (_, display, after, expected) => {
    expect(findDigestAt(display, new Date(after))?.toISOString()).toBe(expected);
  });

  test("a weekly one comes on its weekday", () => {
    const display: Display = { ...daily("18:00", "America/New_York"), rhythm: "weekly", digestWeekday: 7 };
    // A Sunday in New York.
    expect(findDigestAt(display, new Date("2026-11-21T12:00:00Z"))?.toISOString()).toBe("2026-11-22T23:00:00.000Z");
    expect(findDigestAt(display, new Date("2026-11-22T23:00:00Z"))?.toISOString()).toBe("2026-11-29T23:00:00.000Z");
  });

  test("posts one by one have none", () => {
    expect(findDigestAt(DEFAULT_DISPLAY, new Date())).toBeNull();
  });

  test("comes once on each day of the place's calendar, never before its time, in every zone", () => {
    fc.assert(
      fc.property(zone, time, moment, (timeZone, digestAt, after) => {
        const display = daily(digestAt, timeZone);
        let last = after;
        const days: number[] = [];
        for (let count = 0; count < 4; count += 1) {
          const next = findDigestAt(display, last);
          if (next === null) throw new Error("there is a next one");
          expect(next.getTime()).toBeGreaterThan(last.getTime());
          const day = toLocalDay(next, timeZone);
          const shown = Math.round((toLocalMs(next, timeZone) - day * DAY_MS) / MINUTE_MS);
          expect(shown).toBeGreaterThanOrEqual(toMinutes(digestAt));
          // Later than wished only where a clock is put forward, by an hour at most.
          expect(shown - toMinutes(digestAt)).toBeLessThanOrEqual(60);
          days.push(day);
          last = next;
        }
        expect(new Set(days).size).toBe(days.length);
        // No day is passed over, but the one Apia had not.
        const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day));
        expect(gaps.every((gap) => gap === 1 || (gap === 2 && timeZone === "Pacific/Apia"))).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  test("is the first moment of its day that shows the time", () => {
    fc.assert(
      fc.property(zone, time, moment, (timeZone, at, some) => {
        const day = toLocalDay(some, timeZone);
        const found = findMoment(day, at, timeZone);
        if (found === null) return;
        const wanted = day * DAY_MS + toMinutes(at) * MINUTE_MS;
        expect(toLocalMs(found, timeZone)).toBeGreaterThanOrEqual(wanted);
        const justBefore = toLocalMs(new Date(found.getTime() - 1000), timeZone);
        expect(justBefore).toBeLessThan(wanted);
      }),
      { numRuns: 400 },
    );
  });

  test("weekdays run from Monday", () => {
    expect(toWeekday(toLocalDay(new Date("2026-11-23T12:00:00Z"), "UTC"))).toBe(1);
    expect(toWeekday(toLocalDay(new Date("2026-11-22T12:00:00Z"), "UTC"))).toBe(7);
  });
});

describe("quiet hours", () => {
  test.each([
    ["before them", quiet("22:00", "07:00"), "2026-11-20T21:59:59Z", null],
    ["from their first second", quiet("22:00", "07:00"), "2026-11-20T22:00:00Z", "2026-11-21T07:00:00.000Z"],
    ["after midnight", quiet("22:00", "07:00"), "2026-11-21T03:00:00Z", "2026-11-21T07:00:00.000Z"],
    ["until their last second", quiet("22:00", "07:00"), "2026-11-21T07:00:00Z", null],
    ["within a day", quiet("12:00", "14:00"), "2026-11-20T13:00:00Z", "2026-11-20T14:00:00.000Z"],
    ["the same time twice is none", quiet("12:00", "12:00"), "2026-11-20T12:00:00Z", null],
    ["wholly in a skipped hour", quiet("02:10", "02:50", "Europe/Berlin"), "2026-03-29T01:00:00Z", null],
    ["over a change", quiet("22:00", "07:00", "Europe/Berlin"), "2026-03-28T23:00:00Z", "2026-03-29T05:00:00.000Z"],
  ])("%s", (_, display, at, expected) => {
    expect(findQuiet(display, new Date(at))?.to.toISOString() ?? null).toBe(expected);
  });

  test("a digest whose hour lies in them comes at their end", () => {
    const display: Display = { ...quiet("22:00", "09:30"), rhythm: "daily", digestAt: "08:00" };
    expect(toReleaseAt(display, new Date("2026-11-20T12:00:00Z")).toISOString()).toBe("2026-11-21T09:30:00.000Z");
  });

  test("what may leave leaves at once, and never within them", () => {
    fc.assert(
      fc.property(zone, time, time, moment, (timeZone, from, to, at) => {
        const display = quiet(from, to, timeZone);
        const releasedAt = toReleaseAt(display, at);
        expect(releasedAt.getTime()).toBeGreaterThanOrEqual(at.getTime());
        expect(releasedAt.getTime() - at.getTime()).toBeLessThanOrEqual(DAY_MS + 60 * MINUTE_MS);
        if (findQuiet(display, at) === null) expect(releasedAt).toEqual(at);
        else expect(findQuiet(display, releasedAt)).toBeNull();
      }),
      { numRuns: 400 },
    );
  });
});

describe("what people type", () => {
  test.each([
    ["Europe/Berlin", "Europe/Berlin"],
    ["europe/berlin", "Europe/Berlin"],
    ["UTC", "UTC"],
    ["Middle/Earth", null],
    ["+02:00", null],
    ["", null],
    ["x".repeat(1000), null],
  ])("%j as a time zone", (typed, expected) => {
    expect(findTimeZone(typed)).toBe(expected);
  });
});
