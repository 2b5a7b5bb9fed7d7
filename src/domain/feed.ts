/** Feeds, what is remembered of them between polls, and their untrusted entries. */

import type { FeedId } from "./id.ts";

/** A published list of links: one line of feeds.json, or one a person added. */
export interface Feed {
  readonly id: FeedId;
  readonly title: string;
  readonly url: string;
  readonly homepage: string | null;
  readonly topics: readonly string[];
  readonly region: string | null;
  /** BCP 47 primary tag such as `en`. */
  readonly language: string;
  readonly origin: "catalog" | "added";
  /** The least time between two polls of it; absent: as the bot's settings say. */
  readonly pollMinutesMin?: number | undefined;
}

export interface FeedState {
  readonly feedId: FeedId;
  /** Validators, kept byte for byte as the server sent them. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly bodyHash: string | null;
  readonly nextPollAt: Date;
  readonly lastPollAt: Date | null;
  readonly lastSuccessAt: Date | null;
  readonly failureCount: number;
  /** A sentence, shown by /feeds and `feeds check`. */
  readonly lastError: string | null;
  /** Why it is no longer polled; null while it is. */
  readonly disabledReason: string | null;
  /** Anything more the schedule wants to remember, as it was returned by it; opaque to the store. */
  readonly memory: Readonly<Record<string, unknown>>;
}

/** One item of a feed, untrusted, as given; the url is absolute, or empty when the feed gives none. */
export interface Entry {
  /** Unique within the feed, supposedly. Never trusted alone: see feeds/entry-key.ts. */
  readonly guid: string | null;
  readonly url: string;
  readonly title: string;
  readonly byline: string | null;
  readonly publishedAt: Date | null;
  /** The entry's own text or summary as untrusted HTML; may be empty. */
  readonly html: string;
}

/** What a feed says of its own rhythm and whereabouts. */
export interface FeedHints {
  readonly ttlMs: number | null;
  /** Hours of the day (0 to 23, UTC) in which nothing is published. */
  readonly skipHours: readonly number[];
  /** Days of the week (0 is Sunday, UTC) on which nothing is published. */
  readonly skipDays: readonly number[];
  readonly hubUrl: string | null;
  readonly selfUrl: string | null;
  /** The page of older entries behind this document (RFC 5005: `prev-archive`, `next`); absent or null when there is none. */
  readonly olderUrl?: string | null;
}

/** A parsed feed document. */
export interface ParsedFeed {
  readonly title: string | null;
  /** The site's page, absolute. */
  readonly link: string | null;
  readonly language: string | null;
  readonly entries: readonly Entry[];
  readonly hints?: FeedHints;
}

/** Kept with an entry that was passed over, as its error. */
export const PASSED_OVER = {
  atFirstReading: "it was there when its feed was first read",
  asOld: "it was too old when it came",
  asRenamed: "its feed gave a new name to something old",
  asEmpty: "it has neither a page nor a text",
} as const;

/** An entry met in a feed, by the page it leads to. */
export interface SeenEntry {
  readonly feedId: FeedId;
  /** False while it failed, and will be tried again. */
  readonly isSettled: boolean;
  /** What it failed at, or why it was passed over; null when neither is known of it. */
  readonly reason: string | null;
}
