/** What those who run the bot see: feeds, deliveries, channels, the database, settings; and what they may do there. */

import type { Feed, FeedState } from "../feed.ts";
import type { DeliveryId, FeedId } from "../id.ts";
import type { Health } from "../platform.ts";
import type { DeliveryState, Destination } from "../subscription.ts";

/** One that was given up: it may be tried again. */
export interface GivenUp {
  readonly id: DeliveryId;
  readonly destination: Destination;
  readonly headline: string;
  readonly reason: string | null;
  readonly settledAt: Date;
}

/** How many deliveries of a UTC day ended so: `2026-11-20`. */
export interface DayOutcome {
  readonly day: string;
  readonly state: DeliveryState;
  readonly count: number;
}

export interface DeskStore {
  /** Articles by feed and day, of the days given up to now. */
  countArticles(
    since: Date,
  ): Promise<readonly { readonly feedId: FeedId; readonly day: string; readonly count: number }[]>;
  /** Among the newest deliveries. */
  countOutcomes(since: Date): Promise<readonly DayOutcome[]>;
  /** Since when the oldest that is due waits; null when none is. */
  findOldestDue(now: Date): Promise<Date | null>;
  /** The newest first. */
  listGivenUp(limit: number): Promise<readonly GivenUp[]>;
  /** Owed anew, as if it had never been tried. False when it was not given up. */
  retry(id: DeliveryId, now: Date): Promise<boolean>;
  /** Places with subscriptions. */
  listPlaces(limit: number): Promise<readonly Destination[]>;
  countBytes(): Promise<number>;
}

export interface DeskFeed {
  readonly feed: Feed;
  readonly state: FeedState;
  /** Articles of each day, the oldest first. */
  readonly days: readonly number[];
}

export interface DeskChannel {
  readonly destination: Destination;
  readonly subscriptions: number;
  readonly paused: number;
  readonly waiting: number;
  readonly lastSentAt: Date | null;
  /** What stands in the way of its news: the newest reason; null when nothing does. */
  readonly trouble: string | null;
}

export interface DeskReport {
  readonly health: Health;
  /** Those in trouble first, then the busiest. */
  readonly feeds: readonly DeskFeed[];
  /** Feeds that are read and not among those. */
  readonly hiddenFeeds: number;
  /** Feeds that are not shown since nothing is asked of them. */
  readonly resting: number;
  readonly queue: Readonly<Record<DeliveryState, number>>;
  readonly oldestDueAt: Date | null;
  /** Days of the report, the oldest first. */
  readonly days: readonly string[];
  readonly outcomes: readonly DayOutcome[];
  readonly givenUp: readonly GivenUp[];
  readonly channels: readonly DeskChannel[];
  readonly database: { readonly engine: string; readonly bytes: number; readonly articles: number };
  /** Those that differ from what they are by default; of a secret only that it is set. */
  readonly settings: readonly { readonly name: string; readonly value: string }[];
  /** What about the settings should be looked at. */
  readonly advice: readonly Advice[];
}

/** Sites that are read can reach nobody; no chat platform has a token. */
export type Advice = "contact" | "no-platform";

export interface Desk {
  /** The whole of it has every feed, not only the first of them. */
  report(wish?: { readonly isWhole: boolean }): Promise<DeskReport>;
  retry(id: DeliveryId): Promise<boolean>;
}
