/** How often a feed brings something, and so how long it is left alone: soon for who publishes often, seldom for the rest. */

import type { Entry } from "../domain/feed.ts";
import type { Memory } from "./memory.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** No feed is asked more often than this, unless a setting says so. */
export const POLL_MINUTES_MIN = 10;
/** A large document that must be sent whole each time is not asked for more often than this. */
const HEAVY_MS_MIN = 30 * MINUTE_MS;
const HEAVY_BYTES_MIN = 200_000;
/** Entries whose rhythm is measured. */
const ENTRIES_MAX = 20;
/** So many answers without news are within the rhythm; each more lengthens the wait, up to an hour. */
const QUIET_POLLS_MAX = 4;
const QUIET_GROWTH = 1.5;
/** How much the latest arrivals count against those before. */
const ARRIVAL_SHARE = 0.5;

/**
 * Half the median gap between the newest entries, of those without hours half the mean; null when too few have dates, or
 * all have one: a feed that dates anew whatever it holds tells nothing by it.
 */
export function measureRhythm(entries: readonly Entry[]): number | null {
  const times = entries
    .map((entry) => entry.publishedAt?.getTime() ?? Number.NaN)
    .filter((time) => !Number.isNaN(time))
    .sort((a, b) => b - a)
    .slice(0, ENTRIES_MAX + 1);
  const gaps = times
    .slice(1)
    .map((time, index) => (times[index] ?? time) - time)
    .sort((a, b) => a - b);
  const median = gaps[Math.floor(gaps.length / 2)];
  if (gaps.length < 2 || median === undefined) return null;
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const gap = median > 0 ? median : mean;
  return gap > 0 ? gap / 2 : null;
}

export interface Arrivals {
  /** Entries that were news at this poll. */
  readonly newCount: number;
  /** Since the poll before; null at the first. */
  readonly elapsedMs: number | null;
}

/** What is remembered of the feed's pace: `arrivalMs` is the gap between news as the bot met it. */
export function notePace(memory: Memory, { newCount, elapsedMs }: Arrivals): Memory {
  if (elapsedMs === null) return { ...memory, quietCount: 0 };
  if (newCount === 0) return { ...memory, quietCount: memory.quietCount + 1 };
  // News may have come at any time since the last that was met.
  const met = (elapsedMs * (memory.quietCount + 1)) / newCount;
  const before = memory.arrivalMs ?? met;
  return { ...memory, arrivalMs: before * (1 - ARRIVAL_SHARE) + met * ARRIVAL_SHARE, quietCount: 0 };
}

export const isHeavy = (bytes: number, hasValidator: boolean): boolean => !hasValidator && bytes >= HEAVY_BYTES_MIN;

/** Half the gap between its entries: by their dates, else as they came. */
export function toUsualWait(memory: Memory, minutesMin: number): number {
  const own = memory.rhythmMs ?? (memory.arrivalMs === null ? HOUR_MS : memory.arrivalMs / 2);
  const leastMs = Math.max(minutesMin * MINUTE_MS, memory.isHeavy ? HEAVY_MS_MIN : 0);
  const waitMs = Math.min(Math.max(own, leastMs), DAY_MS);
  const quietMs = waitMs * QUIET_GROWTH ** Math.max(0, Math.min(memory.quietCount, 20) - QUIET_POLLS_MAX);
  return Math.max(waitMs, Math.min(quietMs, HOUR_MS));
}
