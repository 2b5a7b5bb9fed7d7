/** A post that those who follow a channel from elsewhere are to see too: published once it stands there. */

import type { Claim } from "./processes/claim.ts";
import type { Destination } from "./subscription.ts";

export interface Crosspost {
  readonly destination: Destination;
  readonly messageId: string;
  /** When the post was sent. */
  readonly sentAt: Date;
  /** Tries so far, this one included. */
  readonly attempts: number;
}

/** What is owed to followers; owed in the transaction that settles the post (`SendResult.isForFollowers`). */
export interface CrosspostStore {
  /**
   * Leases those that are due, of each channel one, and none of a channel where ten were tried within the hour. One not
   * settled before the lease ends is claimed again: publishing twice shows the same.
   */
  claim: Claim<Crosspost>;
  /** Done or given up; with a time, to be tried again then. */
  settle(crosspost: Crosspost, retryAt: Date | null, now: Date): Promise<void>;
  /** How many wait. */
  count(): Promise<number>;
}
