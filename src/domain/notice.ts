/** What a channel is told about a feed it is subscribed to: that no more comes from it. Said once, in plain words. */

import type { FeedId, NoticeId } from "./id.ts";
import type { Claim } from "./processes/claim.ts";
import type { Destination } from "./subscription.ts";

/** `feed-gone`: its server said so for good. `feed-failed`: it could not be read for so long that it is given up. */
export const NOTICE_KINDS = ["feed-gone", "feed-failed"] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** One notice owed to one destination; there is at most one for a feed and a destination. */
export interface Notice {
  readonly id: NoticeId;
  readonly feedId: FeedId;
  readonly kind: NoticeKind;
  readonly destination: Destination;
  /** Tries so far, this one included. */
  readonly attempts: number;
  /** When it was first tried, if that try may have arrived: a crash or a lost answer left it so. */
  readonly inDoubtSince: Date | null;
}

/** The same key for every try, so that a platform knows a notice sent again. */
export const toNoticeKey = (notice: Notice): string => `notice-${notice.id}`;

/** What channels are told about their feeds; kept after it was said, so that it is not said again. */
export interface NoticeStore {
  /** At most one for a feed and a destination, whatever its kind. Returns how many are new. */
  owe(feedId: FeedId, kind: NoticeKind, destinations: readonly Destination[], now: Date): Promise<number>;
  /** Leases those that are due: one not settled before the lease ends is claimed again, with inDoubtSince set. */
  claim: Claim<Notice>;
  /** Done or given up; with a time, to be tried again then, in doubt when this try may have arrived. */
  settle(id: NoticeId, retry: { readonly at: Date; readonly isInDoubt: boolean } | null, now: Date): Promise<void>;
  /** The feed works again: what was not said yet never is, and a new failure is told anew. */
  retract(feedId: FeedId): Promise<void>;
}
