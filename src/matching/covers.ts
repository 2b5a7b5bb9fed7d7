/** Whether all that a subscription wants comes by another one of its channel already: nothing is posted twice there. */

import { findWait } from "../domain/send-times.ts";
import type { Filter, Subscription } from "../domain/subscription.ts";

/** What narrows a filter; each list lets through what has one of its members. */
const LIMITS = ["feedIds", "topics", "words", "speakers", "languages", "authors", "categories"] as const;

function isWithin(inner: Filter, outer: Filter): boolean {
  const isNarrower = LIMITS.every((name) => {
    const [allowed, wanted]: readonly (readonly string[])[] = [outer[name], inner[name]];
    return allowed?.length === 0 || (wanted?.length !== 0 && wanted?.every((each) => allowed?.includes(each)) === true);
  });
  return isNarrower && outer.excludedWords.every((each) => inner.excludedWords.includes(each));
}

/** As standing.ts chooses: what leaves sooner stands first, and of two alike the one that was there first. */
function isBefore(a: Subscription, b: Subscription, now: Date): boolean {
  if (a.display.sizeMin !== b.display.sizeMin) return a.display.sizeMin < b.display.sizeMin;
  const [aWait, bWait] = [a, b].map(({ display }) => findWait(display, now)?.getTime() ?? 0);
  return aWait === bWait ? a.id < b.id : (aWait ?? 0) < (bWait ?? 0);
}

/** The one that brings all of it; null when some of it comes by this one alone. */
export function findFirst(
  subscription: Subscription,
  standing: readonly Subscription[],
  now: Date,
): Subscription | null {
  const others = standing.filter(
    (other) =>
      other.id !== subscription.id &&
      other.pausedReason === null &&
      isWithin(subscription.filter, other.filter) &&
      isBefore(other, subscription, now),
  );
  return others[0] ?? null;
}
