/** Subscriptions as they go from one channel to another, with feeds named by address. */

import type { FeedId } from "./id.ts";
import type { ReplyFile } from "./post.ts";
import type { Display, Filter } from "./subscription.ts";

export const TRANSFER_FORMATS = ["json", "opml"] as const;
export type TransferFormat = (typeof TRANSFER_FORMATS)[number];

export interface Transferred extends Omit<Filter, "feedIds"> {
  readonly feeds: readonly { readonly url: string; readonly title: string }[];
  readonly display: Display;
  /** By a person. */
  readonly isPaused: boolean;
}

/** A channel's subscriptions as a file, and what the file cannot hold. */
export interface TransferFile {
  /** Null when nothing would be in it. */
  readonly file: ReplyFile | null;
  /** Wished for, but known here no more. */
  readonly unknownFeedIds: readonly FeedId[];
  /** OPML names feeds only: subscriptions that name none are not in it. */
  readonly leftCount: number;
  /** Those that are in it without their topics, words, speakers, languages or pause. */
  readonly bareCount: number;
}
