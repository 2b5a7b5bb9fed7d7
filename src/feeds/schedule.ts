/** When a feed is polled next and what is remembered of this poll: the rules of polite polling, as one pure function. */

import { createHash } from "node:crypto";
import type { Entry, FeedHints, FeedState } from "../domain/feed.ts";
import type { FailedDownload, FreshDownload, UnchangedDownload } from "../net/download.ts";
import { type Memory, readMemory } from "./memory.ts";
import { DAY_MS, isHeavy, measureRhythm, notePace, POLL_MINUTES_MIN, toUsualWait } from "./rhythm.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const INTERVAL_MS_MAX = DAY_MS;
/** So many entries at once are no accident. */
const TURNED_OVER_MIN = 5;
/** A server that asks to be left alone without saying for how long. */
const LEFT_ALONE_MS_MIN = HOUR_MS;
/** Waits grow by up to this share, so that feeds spread over time. */
const JITTER_SHARE = 0.2;
const RETRY_AFTER_MS_MAX = 48 * HOUR_MS;
const REFUSED_INTERVAL_MS = DAY_MS;
/** Failures in a row double the wait up to this power. */
const BACK_OFF_POWER_MAX = 8;
/**
 * A feed that was seen to fail for so long, so often, is given up. Counted from the first failure and not from the last
 * success, since a bot that was off for weeks has not seen anything fail.
 */
const GIVEN_UP_AFTER_MS = 14 * DAY_MS;
const GIVEN_UP_FAILURES_MIN = 10;
/** Two answers "gone" at least this far apart are believed. */
const GONE_APART_MS = 20 * HOUR_MS;
/** A new address is believed after this many polls over this time: hotel networks redirect permanently, too. */
const MOVED_POLLS_MIN = 3;
const MOVED_APART_MS = DAY_MS;
const MOVES_REMEMBERED_MAX = 5;
/** Servers can be stuck on "not modified": after so long the whole feed is asked for once. */
const STUCK_AFTER_MS = 8 * DAY_MS;

/** A download, or what came of reading it. */
export type PollOutcome =
  | (FreshDownload & {
      readonly entries: readonly Entry[];
      readonly feedHints?: FeedHints | undefined;
      /** Entries that could not be published; they are tried again, so the validators are not saved. */
      readonly failedCount?: number;
      /** Entries that were news. */
      readonly newCount?: number;
      /** When the page of an entry is to be looked at again; null when none is awaited. */
      readonly lookAt?: Date | null;
      /** News was left for the next poll, which comes as soon as may be. */
      readonly isMoreWaiting?: boolean;
      /** A site read from its page is to be looked at for a feed. */
      readonly isFeedDue?: boolean;
    })
  | UnchangedDownload
  | (Omit<FailedDownload, "kind"> & { readonly kind: FailedDownload["kind"] | "parse" });

type Fresh = Extract<PollOutcome, { status: "fresh" }>;
type Failed = Extract<PollOutcome, { status: "failed" }>;

/** What every answer is judged by. */
interface Moment {
  readonly now: Date;
  readonly random: number;
  readonly minutesMin: number;
}

const clamp = (value: number, min: number, max: number): number => Math.min(max, Math.max(min, value));

/** Moves a time out of the hours and days in which the feed says nothing is published. */
function skipSilence(at: Date, memory: Memory): Date {
  let time = at.getTime();
  for (let hours = 0; hours < 24 * 7; hours += 1) {
    const date = new Date(time);
    if (!memory.skipHours.includes(date.getUTCHours()) && !memory.skipDays.includes(date.getUTCDay())) break;
    time = (Math.floor(time / HOUR_MS) + 1) * HOUR_MS;
  }
  // A feed that never publishes by its own account is polled all the same, once a day.
  return new Date(Math.min(time, at.getTime() + INTERVAL_MS_MAX));
}

/** Adds 0 to 20 percent and keeps out of the feed's silent hours. */
function toNextPollAt(now: Date, waitMs: number, random: number, memory: Memory): Date {
  const jittered = waitMs * (1 + clamp(random, 0, 1) * JITTER_SHARE);
  return skipSilence(new Date(now.getTime() + jittered), memory);
}

/** The feed's own pace, or longer where its server says so. */
const toInterval = (ownMs: number, memory: Memory, maxAgeMs: number | null, retryAfterMs: number | null): number =>
  Math.max(
    Math.min(Math.max(ownMs, maxAgeMs ?? 0, memory.ttlMs ?? 0), INTERVAL_MS_MAX),
    Math.min(retryAfterMs ?? 0, RETRY_AFTER_MS_MAX),
  );

/** Counts polls that were sent on to the same new address; `movedTo` is set once it may be believed. */
function noteMove(memory: Memory, permanentUrl: string | null, now: Date): Memory {
  if (permanentUrl === null) return { ...memory, move: null, movedTo: null };
  const known = memory.move?.url === permanentUrl ? memory.move : { url: permanentUrl, count: 0, since: now.getTime() };
  const move = { ...known, count: known.count + 1 };
  const isProven = move.count >= MOVED_POLLS_MIN && now.getTime() - move.since >= MOVED_APART_MS;
  return { ...memory, move, movedTo: isProven ? permanentUrl : null };
}

/** What any answer of a server that works brings: the next poll, and the end of all trouble. */
function afterSuccess({ hints }: Fresh | UnchangedDownload, memory: Memory, ownMs: number, { now, random }: Moment) {
  const waitMs = toInterval(ownMs, memory, hints.maxAgeMs, hints.retryAfterMs);
  const nextPollAt = toNextPollAt(now, waitMs, random, memory);
  return {
    nextPollAt: memory.lookAt === null ? nextPollAt : new Date(Math.min(nextPollAt.getTime(), memory.lookAt)),
    lastPollAt: now,
    lastSuccessAt: now,
    failureCount: 0,
    lastError: null,
    disabledReason: null,
  };
}

function afterFresh(state: FeedState, outcome: Fresh, moment: Moment): FeedState {
  const { now, minutesMin } = moment;
  const hints = outcome.feedHints;
  const elapsedMs = state.lastSuccessAt === null ? null : now.getTime() - (state.lastPollAt ?? now).getTime();
  const { entries, newCount = 0, isMoreWaiting = false } = outcome;
  const known = notePace(readMemory(state.memory), { newCount, elapsedMs });
  // A list that is all new may have lost some in between.
  const isHurried = isMoreWaiting || (elapsedMs !== null && newCount >= TURNED_OVER_MIN && newCount >= entries.length);
  const memory: Memory = {
    ...noteMove(known, outcome.permanentUrl, now),
    isHeavy: isHeavy(outcome.body.length, outcome.etag !== null || outcome.lastModified !== null),
    rhythmMs: measureRhythm(entries),
    ttlMs: hints?.ttlMs ?? null,
    skipHours: hints?.skipHours ?? [],
    skipDays: hints?.skipDays ?? [],
    hubUrl: hints?.hubUrl ?? null,
    selfUrl: hints?.selfUrl ?? null,
    pictureUrl: hints?.pictureUrl ?? null,
    goneAt: null,
    failingSince: null,
    lookAt: outcome.lookAt?.getTime() ?? null,
    wholeAt: now.getTime(),
  };
  const isWhole = (outcome.failedCount ?? 0) === 0;
  return {
    ...state,
    // What could not be published is met again only if the server sends the feed again.
    etag: isWhole ? outcome.etag : null,
    lastModified: isWhole ? outcome.lastModified : null,
    bodyHash: isWhole ? toBodyHash(outcome.body) : null,
    ...afterSuccess(outcome, memory, isHurried ? minutesMin * MINUTE_MS : toUsualWait(memory, minutesMin), moment),
    memory: { ...memory },
  };
}

/** True when a page behind the document is to be looked at now, so that the document is wanted whatever it says. */
export function isLookDue(state: FeedState, now: Date): boolean {
  const { lookAt } = readMemory(state.memory);
  return lookAt !== null && lookAt <= now.getTime();
}

function afterUnchanged(state: FeedState, outcome: UnchangedDownload, moment: Moment): FeedState {
  const { now, minutesMin } = moment;
  const known = readMemory(state.memory);
  const memory: Memory = { ...known, quietCount: known.quietCount + 1, goneAt: null, failingSince: null };
  const isStuck = memory.wholeAt !== null && now.getTime() - memory.wholeAt >= STUCK_AFTER_MS;
  return {
    ...state,
    // A 304 may bring new validators; the last ones stay when it brings none.
    etag: isStuck ? null : (outcome.etag ?? state.etag),
    lastModified: isStuck ? null : (outcome.lastModified ?? state.lastModified),
    ...afterSuccess(outcome, memory, toUsualWait(memory, minutesMin), moment),
    memory: { ...memory, wholeAt: isStuck ? now.getTime() : memory.wholeAt },
  };
}

function toFailureWait(outcome: Failed, memory: Memory, failureCount: number, minutesMin: number): number {
  const isLimited = outcome.kind === "rate-limited";
  const usual = Math.max(toUsualWait({ ...memory, quietCount: 0 }, minutesMin), isLimited ? LEFT_ALONE_MS_MIN : 0);
  const backOff = Math.min(usual * 2 ** Math.min(failureCount - 1, BACK_OFF_POWER_MAX), INTERVAL_MS_MAX);
  if (isLimited) {
    return outcome.retryAfterMs === null ? backOff : clamp(outcome.retryAfterMs, LEFT_ALONE_MS_MIN, RETRY_AFTER_MS_MAX);
  }
  if (outcome.httpStatus === 401 || outcome.httpStatus === 403) return REFUSED_INTERVAL_MS;
  return backOff;
}

/** Why the feed is given up now; null while it is not. */
function toDisabledReason(state: FeedState, outcome: Failed, memory: Memory, now: Date): string | null {
  if (outcome.httpStatus === 410 && memory.goneAt !== null && now.getTime() - memory.goneAt >= GONE_APART_MS) {
    return "The server says that the feed is gone for good.";
  }
  const since = memory.failingSince ?? now.getTime();
  if (state.failureCount + 1 >= GIVEN_UP_FAILURES_MIN && now.getTime() - since >= GIVEN_UP_AFTER_MS) {
    return `It could not be read for 14 days: ${outcome.reason}`;
  }
  return state.disabledReason;
}

function afterFailed(state: FeedState, outcome: Failed, { now, random, minutesMin }: Moment): FeedState {
  const known = readMemory(state.memory);
  const isGone = outcome.httpStatus === 410;
  const memory: Memory = {
    ...known,
    failingSince: known.failingSince ?? now.getTime(),
    goneAt: isGone ? (known.goneAt ?? now.getTime()) : null,
  };
  const failureCount = state.failureCount + 1;
  return {
    ...state,
    // Validators and body hash stay: nothing is known to have changed.
    nextPollAt: toNextPollAt(
      now,
      isGone ? DAY_MS : toFailureWait(outcome, memory, failureCount, minutesMin),
      random,
      memory,
    ),
    lastPollAt: now,
    failureCount,
    lastError: outcome.reason,
    disabledReason: toDisabledReason(state, outcome, { ...memory, goneAt: known.goneAt }, now),
    memory: { ...memory },
  };
}

export const toBodyHash = (body: Uint8Array): string => createHash("sha256").update(body).digest("base64url");

/**
 * The state to be saved after a poll. `random` is from 0 to 1; it spreads the polls. `minutesMin` is the least time
 * between two polls of this feed. Pure.
 */
export function nextState(
  state: FeedState,
  outcome: PollOutcome,
  now: Date,
  random: number,
  minutesMin: number = POLL_MINUTES_MIN,
): FeedState {
  const moment = { now, random, minutesMin };
  switch (outcome.status) {
    case "fresh":
      return afterFresh(state, outcome, moment);
    case "unchanged":
      return afterUnchanged(state, outcome, moment);
    case "failed":
      return afterFailed(state, outcome, moment);
  }
}

/** When the feed failed first, of all the failures in a row; null while it does not fail. */
export function findFailingSince(state: FeedState): number | null {
  return readMemory(state.memory).failingSince;
}

/** The feed's proven new address, to be saved in its place; null when it has not moved. */
export function findNewUrl(state: FeedState): string | null {
  return readMemory(state.memory).movedTo;
}

/** The feed was saved under its new address: what was read there stays known, and so does where it was before. */
export function settleMove(state: FeedState, from: string): FeedState {
  const known = readMemory(state.memory);
  const movedFrom = [...known.movedFrom.filter((url) => url !== from), from].slice(-MOVES_REMEMBERED_MAX);
  return { ...state, memory: { ...known, move: null, movedTo: null, movedFrom } };
}

/** True for an address the feed has moved away from, such as the one the catalog still has. */
export const wasAt = (state: FeedState, url: string): boolean => readMemory(state.memory).movedFrom.includes(url);
