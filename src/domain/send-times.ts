/** When what is owed to a subscription may leave: at once, at the hour of its digest, or when its quiet hours end; and when a place that refuses is tried. */

import { findMoment, toLocalDay, toWeekday } from "./local-time.ts";
import type { Display } from "./subscription.ts";

/** A week and the days a place may leave out of its calendar. */
const DAYS_AHEAD_MAX = 16;
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** Each refusal counts towards what a platform takes before it turns a whole address away, so it is tried rarely. */
const WAITS_MS = [
  { untilMs: HOUR_MS / 2, waitMs: HOUR_MS },
  { untilMs: 6 * HOUR_MS, waitMs: 6 * HOUR_MS },
] as const;
const TRIED_DAYS_MAX = 30;

/** The first hour of the digest after a moment; null for a subscription without digests. */
export function findDigestAt(display: Display, after: Date): Date | null {
  const { rhythm, digestAt, digestWeekday, timeZone } = display;
  if (rhythm === "each") return null;
  const today = toLocalDay(after, timeZone);
  for (let day = today; day <= today + DAYS_AHEAD_MAX; day += 1) {
    if (rhythm !== "daily" && toWeekday(day) !== digestWeekday) continue;
    const moment = findMoment(day, digestAt, timeZone);
    if (moment !== null && moment > after) return moment;
  }
  throw new Error(`Broken rule: there is an hour of the digest within ${DAYS_AHEAD_MAX} days (${timeZone})`);
}

/** The quiet hours a moment lies in, the beginning within and the end without; null outside of them. */
export function findQuiet(display: Display, moment: Date): { readonly from: Date; readonly to: Date } | null {
  const { quietFrom, quietTo, timeZone } = display;
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return null;
  const today = toLocalDay(moment, timeZone);
  for (const day of [today, today - 1]) {
    const from = findMoment(day, quietFrom, timeZone);
    // Zero-padded times compare as text.
    const to = findMoment(quietTo > quietFrom ? day : day + 1, quietTo, timeZone);
    if (from !== null && to !== null && from <= moment && moment < to) return { from, to };
  }
  return null;
}

/**
 * When a brief owed at a moment may leave: the moment itself, the next hour of the digest, or the end of the quiet hours
 * either of these lies in.
 */
export function toReleaseAt(display: Display, owedAt: Date): Date {
  const moment = findDigestAt(display, owedAt) ?? owedAt;
  return findQuiet(display, moment)?.to ?? moment;
}

/** Until when a brief owed now waits; null when it may leave at once. */
export function findWait(display: Display, now: Date): Date | null {
  const releaseAt = toReleaseAt(display, now);
  return releaseAt > now ? releaseAt : null;
}

/** When a place that refuses the bot is tried again: after one hour, six more, and then daily for a month; null when that is over. */
export function findNextTry(since: Date, now: Date): Date | null {
  const elapsedMs = now.getTime() - since.getTime();
  if (elapsedMs >= TRIED_DAYS_MAX * DAY_MS) return null;
  const waitMs = WAITS_MS.find(({ untilMs }) => elapsedMs < untilMs)?.waitMs ?? DAY_MS;
  return new Date(now.getTime() + waitMs);
}
