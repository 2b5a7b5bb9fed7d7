/** Several briefs as one post: what a platform is asked to show, and what the store keeps of it. */

import type { ArticleId, DeliveryId, SubscriptionId } from "./id.ts";
import type { Post, PostQuote } from "./post.ts";
import type { Language } from "./say.ts";
import type { PlatformName } from "./subscription.ts";

/** Of a day or a week, the quotes of a week, of what waited in quiet hours, or of what was too much to post one by one. */
export const DIGEST_KINDS = ["daily", "weekly", "quotes", "quiet", "rest"] as const;
export type DigestKind = (typeof DIGEST_KINDS)[number];

export interface DigestEntry {
  readonly headline: string;
  readonly url: string;
  readonly outlet: string;
  /** The best short one; null when there is none, or none is wanted. */
  readonly quote: PostQuote | null;
}

export interface DigestGroup {
  /** Null for what has no topic. */
  readonly topic: string | null;
  readonly entries: readonly DigestEntry[];
}

/** A digest, or a part of one that was too long for one message. Texts are plain: every platform escapes them. */
export interface Digest {
  /** "Daily digest, 24 Nov 2026", in the readers' language. */
  readonly heading: string;
  /** The channel's own title; null when it was given none. */
  readonly title: string | null;
  readonly groups: readonly DigestGroup[];
  /** Briefs that are not shown: named by their number, with how to find them. */
  readonly moreCount: number;
  readonly language: Language;
}

export const isDigest = (post: Post | Digest): post is Digest => "groups" in post;

/** What is known of a part when it is put together; its briefs are read when it leaves. */
export interface DigestPart {
  readonly kind: DigestKind;
  /** When the first and the last of its briefs were owed. */
  readonly from: Date;
  readonly to: Date;
  /** 1 to partCount. */
  readonly part: number;
  readonly partCount: number;
  /** Of several of the channel's subscriptions, so that the title of none stands above it. */
  readonly isShared?: boolean | undefined;
}

export interface StoredDigest extends DigestPart {
  /** In the order to be shown; newest editions. */
  readonly articleIds: readonly ArticleId[];
  readonly moreCount: number;
}

/** A brief that waits for its hour. */
export interface WaitingBrief {
  readonly id: DeliveryId;
  readonly articleId: ArticleId;
  readonly owedAt: Date;
  readonly waitsUntil: Date;
}

/** How waiting briefs leave: one as a post of its own, or several as (a part of) a digest. */
export type Departure =
  | { readonly kind: "post"; readonly deliveryId: DeliveryId }
  | {
      readonly kind: "digest";
      readonly digest: DigestPart;
      /** In the order to be shown; at least one. */
      readonly deliveryIds: readonly DeliveryId[];
      /** Only counted. */
      readonly unshownIds: readonly DeliveryId[];
    };

/**
 * The same digest with a little less in it: without its last quote or, once none is left, without its last brief, which
 * is then counted. Null when one bare brief is left.
 */
export function shortenDigest(digest: Digest): Digest | null {
  const groups = digest.groups.map((group) => ({ ...group, entries: [...group.entries] }));
  const entries = groups.flatMap((group) => group.entries);
  const last = entries.findLast((entry) => entry.quote !== null);
  if (last === undefined && entries.length <= 1) return null;
  if (last !== undefined) {
    for (const group of groups) {
      const index = group.entries.indexOf(last);
      if (index >= 0) group.entries[index] = { ...last, quote: null };
    }
    return { ...digest, groups };
  }
  groups.at(-1)?.entries.pop();
  return { ...digest, groups: groups.filter((group) => group.entries.length > 0), moreCount: digest.moreCount + 1 };
}

/** "Local" for the topic `local`. */
export const toTopicName = (topic: string): string => `${topic.charAt(0).toUpperCase()}${topic.slice(1)}`;

/** How an entry is shown, worked out once for each: while a digest is shortened, most of its entries stay the same. */
export function showEachOnce<Shown>(show: (entry: DigestEntry) => Shown): (entry: DigestEntry) => Shown {
  const known = new Map<DigestEntry, Shown>();
  return (entry) => {
    const before = known.get(entry);
    if (before !== undefined) return before;
    const shown = show(entry);
    known.set(entry, shown);
    return shown;
  };
}

/** What waits for its hour, its story's growth or the end of quiet hours, and how it leaves. */
export interface DigestStore {
  /** Subscriptions for which something has waited long enough, longest first. */
  findDue(now: Date, limit: number, platforms?: readonly PlatformName[]): Promise<readonly SubscriptionId[]>;
  /** What has waited long enough for one subscription, oldest first. */
  findWaiting(id: SubscriptionId, now: Date): Promise<readonly WaitingBrief[]>;
  postpone(ids: readonly DeliveryId[], until: Date): Promise<void>;
  /** Those that still wait, or that a mute keeps, are given up. */
  drop(ids: readonly DeliveryId[], reason: string, now: Date): Promise<void>;
  /** Those that still wait are owed for another subscription of their channel, by whose hour they leave. */
  handOver(ids: readonly DeliveryId[], heir: SubscriptionId): Promise<void>;
  /**
   * In one transaction, all or none: what waited is owed in this order, after all that is owed there already; a digest
   * as one delivery of its own. False when any of it waits no more, such as when another process was first.
   */
  gather(departures: readonly Departure[], now: Date): Promise<boolean>;
  get(id: DeliveryId): Promise<StoredDigest>;
  /**
   * A claimed delivery that has surely not left waits instead; all that is in a digest is gathered anew then. False when
   * the lease was lost.
   */
  hold(id: DeliveryId, until: Date, owner: string): Promise<boolean>;
  /**
   * A claimed delivery that has surely not left waits for now with whatever stands behind it in its channel's line, to be
   * gathered: so what is late leaves as one digest. False for a post behind which nothing stands, for a digest made
   * for its hour, and when the lease was lost.
   */
  holdLate(id: DeliveryId, owner: string, now: Date): Promise<boolean>;
  /** Gives up what waited too long for its story to grow. Returns how many. */
  dropSmall(now: Date): Promise<number>;
}
