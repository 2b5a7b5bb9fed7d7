/** Who is owed a brief: the active subscriptions in memory, those with the same filter judged once. */

import type { FeedId, SubscriptionId } from "../domain/id.ts";
import { findWait } from "../domain/send-times.ts";
import type { Recipient } from "../domain/store.ts";
import {
  type Destination,
  type Display,
  type Filter,
  type Subscription,
  toDestinationKey,
} from "../domain/subscription.ts";
import type { Standing } from "../domain/subscription-store.ts";
import { type Anchor, createAnchorIndex, listAnchors } from "./anchors.ts";
import { judge, toFoldedText } from "./filter.ts";

interface Member {
  readonly id: SubscriptionId;
  readonly key: string;
  readonly destination: Destination;
  readonly display: Display;
}

interface Group {
  readonly filter: Filter;
  readonly text: string;
  readonly anchors: readonly Anchor[];
  readonly members: Map<SubscriptionId, Member>;
}

export interface MutableStanding extends Standing {
  /** Added, or in the place of what stood under its id; one that is paused is taken out. */
  set(subscription: Subscription): void;
  remove(id: SubscriptionId): void;
}

/** What may wait for its story to grow may never come, so it counts as later than any hour. */
function isSooner(a: Recipient, b: Recipient): boolean {
  const [aSize = 1, bSize = 1] = [a.sizeMin, b.sizeMin];
  return aSize === bSize ? (a.waitsUntil?.getTime() ?? 0) < (b.waitsUntil?.getTime() ?? 0) : aSize < bSize;
}

/** One for each destination; the members are those that match, by their ids. */
function toRecipients(members: readonly Member[], now: Date): readonly Recipient[] {
  const waits = new Map<Display, Date | null>();
  const findOnce = (display: Display): Date | null => {
    const known = waits.get(display);
    if (known !== undefined) return known;
    const wait = findWait(display, now);
    waits.set(display, wait);
    return wait;
  };
  const recipients = new Map<string, Recipient>();
  for (const { id, key, destination, display } of members) {
    const { sizeMin } = display;
    const recipient = { subscriptionId: id, destination, waitsUntil: findOnce(display), sizeMin };
    const known = recipients.get(key);
    if (known === undefined || isSooner(recipient, known)) recipients.set(key, recipient);
  }
  return [...recipients.values()];
}

export function createStanding(subscriptions: Iterable<Subscription> = []): MutableStanding {
  const groups = new Map<string, Group>();
  const groupOf = new Map<SubscriptionId, Group>();
  const naming = new Map<FeedId, Set<Group>>();
  const anchored = createAnchorIndex<Group>();

  function addGroup(filter: Filter, text: string): Group {
    const group: Group = { filter, text, anchors: listAnchors(filter), members: new Map() };
    groups.set(text, group);
    anchored.add(group.anchors, group);
    for (const feedId of filter.feedIds) naming.set(feedId, (naming.get(feedId) ?? new Set()).add(group));
    return group;
  }

  function removeGroup(group: Group): void {
    groups.delete(group.text);
    anchored.remove(group.anchors, group);
    for (const feedId of group.filter.feedIds) {
      naming.get(feedId)?.delete(group);
      if (naming.get(feedId)?.size === 0) naming.delete(feedId);
    }
  }

  function remove(id: SubscriptionId): void {
    const group = groupOf.get(id);
    group?.members.delete(id);
    groupOf.delete(id);
    if (group?.members.size === 0) removeGroup(group);
  }

  function set({ id, destination, filter, display, pausedReason }: Subscription): void {
    remove(id);
    if (pausedReason !== null) return;
    const text = JSON.stringify(filter);
    const group = groups.get(text) ?? addGroup(filter, text);
    group.members.set(id, { id, key: toDestinationKey(destination), destination, display });
    groupOf.set(id, group);
  }

  /** By the key of each destination. */
  function findNaming(feedId: FeedId): ReadonlyMap<string, Destination> {
    const members = [...(naming.get(feedId) ?? [])].flatMap((group) => [...group.members.values()]);
    return new Map(members.sort((a, b) => a.id - b.id).map(({ key, destination }) => [key, destination]));
  }

  for (const subscription of subscriptions) set(subscription);

  return {
    set,
    remove,
    match(matchable, now) {
      const document = toFoldedText(matchable);
      // An added feed belongs to the channels that name it.
      const owners = matchable.isAdded === true ? findNaming(matchable.feedId) : null;
      const matching: Member[] = [];
      for (const { filter, members } of anchored.find(matchable, document)) {
        if (!judge(filter, matchable, document).isMatch) continue;
        for (const member of members.values()) if (owners === null || owners.has(member.key)) matching.push(member);
      }
      return toRecipients(
        matching.sort((a, b) => a.id - b.id),
        now,
      );
    },
    listFilters: () => [...groups.values()].map(({ filter }) => filter),
    listNaming: (feedId) => [...findNaming(feedId).values()],
  };
}
