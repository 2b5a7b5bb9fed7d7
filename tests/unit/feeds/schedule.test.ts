/** When a feed is visited next: politely, by its rhythm and its server's wishes, and never too often. */

import { expect, test } from "vitest";
import type { Entry, FeedState } from "../../../src/domain/feed.ts";
import { toFeedId } from "../../../src/domain/id.ts";
import { findNewUrl, nextState, type PollOutcome, toBodyHash } from "../../../src/feeds/schedule.ts";
import { fc } from "../../helpers/property.ts";

/** Machines that run the tests may be busy. */
const NOW = new Date("2026-11-23T12:00:00Z");
const HOUR_MS = 3_600_000;
const hoursLater = (hours: number): Date => new Date(NOW.getTime() + hours * HOUR_MS);

const STATE: FeedState = {
  feedId: toFeedId("harbor-wire"),
  etag: null,
  lastModified: null,
  bodyHash: null,
  nextPollAt: NOW,
  lastPollAt: null,
  lastSuccessAt: null,
  failureCount: 0,
  lastError: null,
  disabledReason: null,
  memory: {},
};

/** Entries published this many hours apart. */
function entriesApart(hours: number, count = 10): readonly Entry[] {
  return Array.from({ length: count }, (_, i) => ({
    guid: `${i}`,
    url: `https://harbor.example/${i}`,
    title: "x",
    byline: null,
    publishedAt: hoursLater(-hours * i),
    html: "",
  }));
}

type Fresh = Extract<PollOutcome, { status: "fresh" }>;
type Unchanged = Extract<PollOutcome, { status: "unchanged" }>;
type Failed = Extract<PollOutcome, { status: "failed" }>;

const fresh = (changes: Partial<Fresh> = {}): Fresh => ({
  status: "fresh",
  url: "https://harbor.example/feed",
  permanentUrl: null,
  body: Buffer.from("<rss/>"),
  contentType: null,
  etag: 'W/"v1"',
  lastModified: "Mon, 23 Nov 2026 08:00:00 GMT",
  hints: { maxAgeMs: null, retryAfterMs: null },
  xRobotsTag: null,
  tdmReservation: null,
  link: null,
  entries: [],
  ...changes,
});
const unchanged = (changes: Partial<Unchanged> = {}): Unchanged => ({
  status: "unchanged",
  url: "https://harbor.example/feed",
  etag: null,
  lastModified: null,
  hints: { maxAgeMs: null, retryAfterMs: null },
  ...changes,
});
const failed = (changes: Partial<Failed> = {}): Failed => ({
  status: "failed",
  kind: "http",
  httpStatus: 500,
  retryAfterMs: null,
  reason: "harbor.example is in trouble (500).",
  ...changes,
});

const waitOf = (outcome: PollOutcome, state: FeedState = STATE, random = 0): number =>
  (nextState(state, outcome, NOW, random).nextPollAt.getTime() - NOW.getTime()) / HOUR_MS;

test("validators are kept byte for byte", () => {
  expect(nextState(STATE, fresh(), NOW, 0)).toMatchObject({
    etag: 'W/"v1"',
    lastModified: "Mon, 23 Nov 2026 08:00:00 GMT",
    bodyHash: toBodyHash(Buffer.from("<rss/>")),
    lastPollAt: NOW,
    lastSuccessAt: NOW,
    failureCount: 0,
    lastError: null,
  });
});

test("an unchanged feed keeps its validators, and takes new ones when the server sends them", () => {
  const state = nextState(STATE, fresh(), NOW, 0);
  expect(nextState(state, unchanged(), NOW, 0)).toMatchObject({ etag: 'W/"v1"', lastSuccessAt: NOW });
  expect(nextState(state, unchanged({ etag: '"v2"' }), NOW, 0)).toMatchObject({ etag: '"v2"' });
});

test("after entries that failed the feed is asked for whole again", () => {
  expect(nextState(STATE, fresh({ failedCount: 1 }), NOW, 0)).toMatchObject({
    etag: null,
    lastModified: null,
    bodyHash: null,
  });
});

test("a failure leaves validators alone and is kept in words", () => {
  const state = nextState(STATE, fresh(), NOW, 0);
  expect(nextState(state, failed(), NOW, 0)).toMatchObject({
    etag: 'W/"v1"',
    bodyHash: state.bodyHash,
    failureCount: 1,
    lastError: "harbor.example is in trouble (500).",
    lastSuccessAt: NOW,
  });
});

test.each([
  ["that publishes by the minute is visited every ten minutes", fresh({ entries: entriesApart(0.02) }), 1 / 6],
  ["that publishes every forty minutes is visited after twenty", fresh({ entries: entriesApart(2 / 3) }), 1 / 3],
  ["with a day for a date goes by the mean", fresh({ entries: [...entriesApart(0, 6), ...entriesApart(24, 3)] }), 3],
  ["that publishes every eight hours is visited after four", fresh({ entries: entriesApart(8) }), 4],
  ["that publishes monthly is visited daily", fresh({ entries: entriesApart(700) }), 24],
  ["that dates all anew is visited as one without dates", fresh({ entries: entriesApart(0, 9) }), 1],
  ["without dates is visited hourly", fresh({ entries: [] }), 1],
  ["with max-age waits for it", fresh({ hints: { maxAgeMs: 3 * HOUR_MS, retryAfterMs: null } }), 3],
  ["with a max-age of a year is visited daily", fresh({ hints: { maxAgeMs: 8760 * HOUR_MS, retryAfterMs: null } }), 24],
  [
    "with Retry-After on a good answer waits for it",
    fresh({ hints: { maxAgeMs: null, retryAfterMs: 5 * HOUR_MS } }),
    5,
  ],
  [
    "with a ttl waits for it",
    fresh({ feedHints: { ttlMs: 6 * HOUR_MS, skipHours: [], skipDays: [], hubUrl: null, selfUrl: null } }),
    6,
  ],
] as const)("a feed %s", (_name, outcome, hours) => {
  expect(waitOf(outcome)).toBeCloseTo(hours, 5);
});

test("silent hours are left out", () => {
  const feedHints = { ttlMs: null, skipHours: [13, 14, 15], skipDays: [], hubUrl: null, selfUrl: null };
  expect(waitOf(fresh({ feedHints }))).toBe(4);
  const always = { ...feedHints, skipHours: Array.from({ length: 24 }, (_, i) => i) };
  expect(waitOf(fresh({ feedHints: always }))).toBeLessThanOrEqual(25);
});

test("the rhythm is remembered when nothing has changed", () => {
  const state = nextState(STATE, fresh({ entries: entriesApart(8) }), NOW, 0);
  expect(waitOf(unchanged(), state)).toBe(4);
});

test("failures in a row wait longer and longer, up to a day", () => {
  let state = STATE;
  const waits: number[] = [];
  for (let i = 0; i < 8; i += 1) {
    waits.push(waitOf(failed(), state));
    state = nextState(state, failed(), NOW, 0);
  }
  expect(waits).toEqual([1, 2, 4, 8, 16, 24, 24, 24]);
});

test.each([
  ["a refused feed a day", failed({ httpStatus: 403 }), 24],
  ["a feed that is gone a day", failed({ httpStatus: 410 }), 24],
  ["Retry-After as long as it says", failed({ kind: "rate-limited", httpStatus: 429, retryAfterMs: 5 * HOUR_MS }), 5],
  [
    "a short Retry-After an hour all the same",
    failed({ kind: "rate-limited", httpStatus: 429, retryAfterMs: 1000 }),
    1,
  ],
  ["an endless Retry-After two days", failed({ kind: "rate-limited", httpStatus: 503, retryAfterMs: 9e12 }), 48],
  ["429 without a time an hour", failed({ kind: "rate-limited", httpStatus: 429 }), 1],
  ["a feed that cannot be parsed an hour", failed({ kind: "parse", httpStatus: null }), 1],
] as const)("%s", (_name, outcome, hours) => {
  expect(waitOf(outcome)).toBe(hours);
});

/** Visits a feed that fails whenever it is due, from then on for so many days. */
function failFor(start: FeedState, fromHour: number, days: number): FeedState {
  let state = nextState(start, failed(), hoursLater(fromHour), 0);
  while (state.disabledReason === null && state.nextPollAt <= hoursLater(fromHour + days * 24)) {
    state = nextState(state, failed(), state.nextPollAt, 0);
  }
  return state;
}

test("a feed that fails for 14 days is given up, and said to be", () => {
  const state = nextState(STATE, fresh(), hoursLater(-20 * 24), 0);
  expect(failFor(state, -19 * 24, 13).disabledReason).toBeNull();
  expect(failFor(state, -19 * 24, 15).disabledReason).toBe(
    "It could not be read for 14 days: harbor.example is in trouble (500).",
  );
});

test("a feed that never worked is given up 14 days after the first try", () => {
  expect(failFor(STATE, -16 * 24, 13).disabledReason).toBeNull();
  expect(failFor(STATE, -16 * 24, 15).disabledReason).toMatch(/^It could not be read for 14 days/);
});

test("a bot that was off for weeks does not give up a feed at its first failure", () => {
  const state = nextState(STATE, fresh(), hoursLater(-40 * 24), 0);
  expect(nextState(state, failed(), NOW, 0).disabledReason).toBeNull();
  const failing = nextState(state, failed(), hoursLater(-39 * 24), 0);
  expect(nextState(failing, failed(), NOW, 0).disabledReason).toBeNull();
});

test("a success ends a row of failures", () => {
  const recovered = nextState(failFor(STATE, -20 * 24, 13), unchanged(), hoursLater(-24), 0);
  expect(failFor(recovered, -23, 2).disabledReason).toBeNull();
});

test("gone is believed the second time, on another day", () => {
  const first = nextState(
    nextState(STATE, fresh(), hoursLater(-30), 0),
    failed({ httpStatus: 410 }),
    hoursLater(-24),
    0,
  );
  expect(first.disabledReason).toBeNull();
  expect(nextState(first, failed({ httpStatus: 410 }), hoursLater(-23), 0).disabledReason).toBeNull();
  expect(nextState(first, failed({ httpStatus: 410 }), NOW, 0).disabledReason).toBe(
    "The server says that the feed is gone for good.",
  );
  const better = nextState(first, unchanged(), hoursLater(-1), 0);
  expect(nextState(better, failed({ httpStatus: 410 }), NOW, 0).disabledReason).toBeNull();
});

test("a feed that comes back is polled again as if nothing had been", () => {
  const broken = { ...STATE, failureCount: 9, lastError: "x", disabledReason: "y" };
  expect(nextState(broken, fresh(), NOW, 0)).toMatchObject({ failureCount: 0, lastError: null, disabledReason: null });
});

test("a server stuck on not modified is asked for the whole feed after eight days, at most weekly", () => {
  const state = nextState(STATE, fresh(), hoursLater(-8 * 24), 0);
  const asked = nextState(state, unchanged(), NOW, 0);
  expect(asked).toMatchObject({ etag: null, lastModified: null });
  const again = nextState({ ...asked, etag: '"v"' }, unchanged(), hoursLater(24), 0);
  expect(again.etag).toBe('"v"');
});

test("a new address is believed after three polls over a day, and only the same one", () => {
  const to = (url: string | null) => fresh({ permanentUrl: url });
  let state = nextState(STATE, to("https://new.example/feed"), hoursLater(-25), 0);
  state = nextState(state, to("https://new.example/feed"), hoursLater(-12), 0);
  expect(findNewUrl(state)).toBeNull();
  expect(findNewUrl(nextState(state, to("https://new.example/feed"), hoursLater(-11), 0))).toBeNull();
  expect(findNewUrl(nextState(state, to("https://portal.example/"), NOW, 0))).toBeNull();
  expect(findNewUrl(nextState(state, to(null), NOW, 0))).toBeNull();
  expect(findNewUrl(nextState(state, to("https://new.example/feed"), NOW, 0))).toBe("https://new.example/feed");
});

const BUSY = nextState(STATE, fresh({ entries: entriesApart(1 / 3) }), NOW, 0);

test("the least time between polls is a setting, and a feed may have its own", () => {
  const busy = fresh({ entries: entriesApart(0.02) });
  for (const [minutes, hours] of [
    [2, 1 / 30],
    [60, 1],
    [1440, 24],
  ] as const) {
    const { nextPollAt } = nextState(STATE, busy, NOW, 0, minutes);
    expect((nextPollAt.getTime() - NOW.getTime()) / HOUR_MS).toBeCloseTo(hours, 5);
  }
});

test("a busy server's own word counts all the same", () => {
  const entries = entriesApart(0.02);
  expect(waitOf(fresh({ entries, hints: { maxAgeMs: HOUR_MS, retryAfterMs: null } }))).toBe(1);
  const feedHints = { ttlMs: HOUR_MS / 2, skipHours: [], skipDays: [], hubUrl: null, selfUrl: null };
  expect(waitOf(fresh({ entries, feedHints }))).toBe(0.5);
  expect(waitOf(failed({ kind: "rate-limited", httpStatus: 429 }), BUSY)).toBe(1);
});

test("a large document without validators is asked for twice an hour at most", () => {
  const entries = entriesApart(0.02);
  const body = Buffer.alloc(300_000, "x");
  expect(waitOf(fresh({ entries, body }))).toBeCloseTo(1 / 6, 5);
  const bare = fresh({ entries, body, etag: null, lastModified: null });
  expect(waitOf(bare)).toBe(0.5);
  expect(waitOf(unchanged(), nextState(STATE, bare, NOW, 0))).toBe(0.5);
});

test("a busy feed that brings nothing, as at night, is asked less and less, at most hourly, until it brings something", () => {
  let state = BUSY;
  const waits: number[] = [];
  for (let i = 0; i < 12; i += 1) {
    waits.push(waitOf(unchanged(), state));
    state = nextState(state, unchanged(), NOW, 0);
  }
  expect(waits.slice(0, 4).every((wait) => Math.abs(wait - 1 / 6) < 1e-5)).toBe(true);
  expect(waits.toSorted((a, b) => a - b)).toEqual(waits);
  expect(waits.at(-1)).toBe(1);
  expect(waitOf(fresh({ entries: entriesApart(1 / 3), newCount: 2 }), state)).toBeCloseTo(1 / 6, 5);
});

test("a feed without dates is visited at the pace of its news", () => {
  let state: FeedState = { ...nextState(STATE, fresh(), hoursLater(-2), 0), lastPollAt: hoursLater(-2) };
  const undated = entriesApart(1, 20).map((entry) => ({ ...entry, publishedAt: null }));
  state = nextState(state, fresh({ entries: undated, newCount: 20 }), hoursLater(-1), 0);
  expect(state.nextPollAt.getTime() - hoursLater(-1).getTime()).toBe(HOUR_MS / 6);
  state = nextState({ ...state, lastPollAt: hoursLater(-1) }, fresh({ entries: undated, newCount: 1 }), NOW, 0);
  expect(state.nextPollAt.getTime()).toBeGreaterThan(NOW.getTime() + HOUR_MS / 6);
  const slow = nextState({ ...STATE, lastSuccessAt: NOW, lastPollAt: hoursLater(-10) }, fresh({ newCount: 1 }), NOW, 0);
  expect(slow.nextPollAt).toEqual(hoursLater(5));
});

test("news that one poll could not bring is fetched as soon as may be", () => {
  const entries = entriesApart(8);
  expect(waitOf(fresh({ entries, newCount: 30, isMoreWaiting: true }))).toBeCloseTo(1 / 6, 5);
});

test("whatever happens, the next visit is ten minutes to two and a half days off, and the memory survives JSON", () => {
  const outcome = fc.oneof(
    fc
      .record({ maxAgeMs: fc.option(fc.double({ noNaN: true, min: 0 })), retryAfterMs: fc.option(fc.nat()) })
      .map((hints) => fresh({ hints })),
    fc.double({ min: 0.001, max: 5000, noNaN: true }).map((hours) => fresh({ entries: entriesApart(hours) })),
    fc.record({ httpStatus: fc.constantFrom(401, 404, 410, 429, 500), retryAfterMs: fc.option(fc.nat()) }).map(failed),
    fc.constant(failed({ kind: "rate-limited", retryAfterMs: 1e15 })),
    fc.constant(unchanged()),
  );
  fc.assert(
    fc.property(
      fc.array(outcome, { minLength: 1, maxLength: 12 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (outcomes, random) => {
        let state = STATE;
        for (const each of outcomes) {
          state = nextState({ ...state, memory: JSON.parse(JSON.stringify(state.memory)) }, each, NOW, random);
          const wait = (state.nextPollAt.getTime() - NOW.getTime()) / HOUR_MS;
          expect(wait).toBeGreaterThanOrEqual(1 / 6);
          expect(wait).toBeLessThan(58);
        }
      },
    ),
  );
});

test("polls spread by up to a fifth of the wait", () => {
  expect(waitOf(fresh(), STATE, 1)).toBeCloseTo(1.2, 5);
});
