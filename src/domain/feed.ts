/** Feeds, what is remembered of them between polls, their untrusted entries, and what is asked of the store of them. */

import type { FeedId } from "./id.ts";

/** A published list of links: one line of feeds.json, or one a person added. */
export interface Feed {
  readonly id: FeedId;
  readonly title: string;
  readonly url: string;
  readonly homepage: string | null;
  readonly topics: readonly string[];
  /** Where the outlet is at home, in words. */
  readonly region: string | null;
  /** Places whose news it brings, as one asks for them: "germany", "europe". None when absent. */
  readonly regions?: readonly string[];
  /** BCP 47 primary tag such as `en`. */
  readonly language: string;
  readonly origin: "catalog" | "added";
  /** The least time between two polls of it; absent: as the bot's settings say. */
  readonly pollMinutesMin?: number | undefined;
  /** True for a site without a feed: its url is the page, or the news sitemap, whose own structure is read. */
  readonly isPage?: boolean | undefined;
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
  /** The picture the feed gives it beside its text; absent or null for none. */
  readonly imageUrl?: string | null;
  /** What the feed files it under, as written there. */
  readonly categories?: readonly string[];
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
  /** The outlet's own picture, as the document gives it; absent or null when it gives none. */
  readonly pictureUrl?: string | null;
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

export interface FeedStore {
  /** Adds or replaces feeds; a new one gets a state due at once. Catalog feeds absent from the list stay. */
  save(feeds: readonly Feed[], now: Date): Promise<void>;
  list(): Promise<readonly Feed[]>;
  find(id: FeedId): Promise<Feed | null>;
  /** By any form of its address (see toUrlKey). */
  findByUrl(url: string): Promise<Feed | null>;
  remove(id: FeedId): Promise<boolean>;
  /** Makes a feed somebody added one of the catalog, with its articles: everybody's. False when there is no such feed. */
  promote(id: FeedId): Promise<boolean>;
  /**
   * Notes which of the feeds people added no subscription names, and removes those that none has named since before the
   * moment given. Resolves with how many went.
   */
  removeUnwanted(wanted: ReadonlySet<FeedId>, now: Date, before: Date): Promise<number>;
  /**
   * A feed that was given up is due at once, as if it had just been added: no backlog comes of it. False when it was not
   * given up.
   */
  revive(id: FeedId, now: Date): Promise<boolean>;
  /** Due at this time if it were due later; one that was given up stays so. */
  hasten(id: FeedId, at: Date): Promise<void>;
  /**
   * Due feeds, oldest due first, leased to the owner: no other process gets them before the lease ends. Of those given, or
   * of all when none are. With a last word only those that were left unread, or only the others.
   */
  claimDue(
    now: Date,
    leaseMs: number,
    limit: number,
    owner: string,
    among?: ReadonlySet<FeedId>,
    isUnread?: boolean,
  ): Promise<readonly FeedState[]>;
  /** There is something new, which a process that reads is to visit the feed for at once. Until its state is saved. */
  leaveUnread(id: FeedId, now: Date): Promise<void>;
  /** Feeds whose visit was broken off are due again as they were: those given, or all of this owner at an orderly stop. */
  release(owner: string, ids?: readonly FeedId[]): Promise<void>;
  /** All that this owner has claimed is due again, but for these. */
  releaseOthers(owner: string, ids: readonly FeedId[]): Promise<void>;
  /** Those not among the given forget that they were read: when they are wanted again, no backlog comes of it. */
  rest(wanted: ReadonlySet<FeedId>): Promise<void>;
  getState(id: FeedId): Promise<FeedState>;
  listStates(): Promise<readonly FeedState[]>;
  /** Replaces the state and gives the lease back. Called last in a poll. */
  saveState(state: FeedState): Promise<void>;
  /** Which of these keys were met before in this feed. Also refreshes their last-met time. */
  findSeen(feedId: FeedId, keys: readonly string[], now: Date): Promise<ReadonlySet<string>>;
  markSeen(feedId: FeedId, keys: readonly string[], now: Date, error: string | null): Promise<void>;
  /** Counts one more failure of an entry; returns how many there have been. */
  countFailure(feedId: FeedId, key: string, now: Date, error: string): Promise<number>;
  /** An entry met in any feed there is, by one of its keys: of several one that tells why it is no article. */
  findSeenEntry(key: string): Promise<SeenEntry | null>;
  /** Forgets seen entries last met before this. Returns how many. */
  forgetSeen(before: Date): Promise<number>;
}
