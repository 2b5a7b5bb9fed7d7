/** What a channel is told about a feed it is subscribed to: that no more comes from it. Said once, in plain words. */

import type { FeedId, NoticeId } from "./id.ts";
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
