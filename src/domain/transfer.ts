/** Subscriptions as they go from one channel to another, with feeds named by address. */

import type { Display, Filter } from "./subscription.ts";

export const TRANSFER_FORMATS = ["json", "opml"] as const;
export type TransferFormat = (typeof TRANSFER_FORMATS)[number];

export interface Transferred extends Omit<Filter, "feedIds"> {
  readonly feeds: readonly { readonly url: string; readonly title: string }[];
  readonly display: Display;
}
