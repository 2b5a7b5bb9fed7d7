/** The plain way to find who is owed a brief, which the index in memory must agree with: each subscription judged by itself. */

import { findWait } from "../../src/domain/send-times.ts";
import type { Recipient } from "../../src/domain/store.ts";
import { type Subscription, toDestinationKey } from "../../src/domain/subscription.ts";
import { judge, type Matchable, toFoldedText } from "../../src/matching/filter.ts";

function toRecipient({ id, destination, display }: Subscription, now: Date): Recipient {
  return { subscriptionId: id, destination, waitsUntil: findWait(display, now), sizeMin: display.sizeMin };
}

/** What may wait for its story to grow may never come, so it counts as later than any hour. */
function isSooner(a: Recipient, b: Recipient): boolean {
  const [aSize = 1, bSize = 1] = [a.sizeMin, b.sizeMin];
  return aSize === bSize ? (a.waitsUntil?.getTime() ?? 0) < (b.waitsUntil?.getTime() ?? 0) : aSize < bSize;
}

/** The channels an added feed belongs to: those that name it. Null for a feed that is everybody's. */
function findOwners(
  { feedId, isAdded = false }: Matchable,
  subscriptions: readonly Subscription[],
): ReadonlySet<string> | null {
  if (!isAdded) return null;
  const naming = subscriptions.filter(({ filter }) => filter.feedIds.includes(feedId));
  return new Set(naming.map(({ destination }) => toDestinationKey(destination)));
}

/**
 * One recipient for each destination: of the matching subscriptions the one that posts it soonest speaks for it, the
 * first one where several do.
 */
export function matchSubscriptions(
  matchable: Matchable,
  subscriptions: readonly Subscription[],
  now: Date,
): readonly Recipient[] {
  const document = toFoldedText(matchable);
  const owners = findOwners(matchable, subscriptions);
  const recipients = new Map<string, Recipient>();
  for (const subscription of subscriptions) {
    const key = toDestinationKey(subscription.destination);
    if (subscription.pausedReason !== null || (owners !== null && !owners.has(key))) continue;
    if (!judge(subscription.filter, matchable, document).isMatch) continue;
    const recipient = toRecipient(subscription, now);
    const known = recipients.get(key);
    if (known === undefined || isSooner(recipient, known)) recipients.set(key, recipient);
  }
  return [...recipients.values()];
}
