/** How a process takes what is owed, so that no other does it meanwhile. */

import type { PlatformName } from "../subscription.ts";

/** Leases what is due, on these platforms only when they are given; the owner's end gives it back. */
export type Claim<T> = (
  now: Date,
  leaseMs: number,
  limit: number,
  platforms?: readonly PlatformName[],
  owner?: string,
) => Promise<readonly T[]>;
