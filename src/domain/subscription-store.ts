/** The standing wishes that are kept, and what may be asked of them. */

import type { Brief, Quote } from "./article.ts";
import type { ArticleId, FeedId, SubscriptionId } from "./id.ts";
import type { Destination, Filter, NewSubscription, PlatformName, Subscription } from "./subscription.ts";

/** How many subscriptions there may be. */
export interface SubscriptionLimits {
  readonly perDestinationMax: number;
  readonly perServerMax: number;
}

export type AddResult =
  | { readonly outcome: "added" | "known"; readonly subscription: Subscription }
  | { readonly outcome: "full" }
  | { readonly outcome: "server-full" };

/** What a filter looks at. */
export interface Matchable {
  readonly feedId: FeedId;
  /** Its feed was added by a person: it is for the channels that name the feed. False when absent. */
  readonly isAdded?: boolean;
  readonly topics: readonly string[];
  readonly language: string;
  readonly brief: Brief;
  readonly text: string;
  readonly quotes: readonly Quote[];
  readonly byline?: string | null;
  /** As the feed's entry names them. */
  readonly categories?: readonly string[];
}

export interface Recipient {
  readonly subscriptionId: SubscriptionId;
  readonly destination: Destination;
  /**
   * Not posted before this: the brief waits, and then leaves with whatever else waits for the subscription, as one
   * digest. Null or absent: it is owed at once.
   */
  readonly waitsUntil?: Date | null;
  /** Outlets that must carry the story before it is owed; 1 when absent. */
  readonly sizeMin?: number;
}

export interface Standing {
  /**
   * One recipient for each destination: of the matching subscriptions the one that posts it soonest speaks for it, the
   * first one where several do.
   */
  match(matchable: Matchable, now: Date): readonly Recipient[];
  /** The filters there are, each once. */
  listFilters(): readonly Filter[];
  /** The destinations whose subscriptions name a feed, each once. */
  listNaming(feedId: FeedId): readonly Destination[];
}

export interface SubscriptionStore {
  add(subscription: NewSubscription): Promise<Subscription>;
  /**
   * Added unless the place has one with the same filter, or the place or its server has as many as it may: looked at and
   * added in one transaction, so that of several at once none passes a limit.
   */
  addWithin(subscription: NewSubscription, limits: SubscriptionLimits): Promise<AddResult>;
  /** Replaces filter, display and paused reason. False when there is none by that id at this destination. */
  update(subscription: Subscription): Promise<boolean>;
  /**
   * False when there is none by that id at this destination; never removes another's. What it was owed goes with it, but
   * for the articles another subscription of the place wanted, too: those go to their heirs.
   */
  remove(
    id: SubscriptionId,
    destination: Destination,
    heirs?: ReadonlyMap<ArticleId, SubscriptionId>,
  ): Promise<boolean>;
  find(id: SubscriptionId): Promise<Subscription | null>;
  findByDestination(destination: Destination): Promise<readonly Subscription[]>;
  /** Of all places in one server. */
  countServer(platform: PlatformName, server: string): Promise<number>;
  findActive(): Promise<readonly Subscription[]>;
  /** The active ones as they are now, whichever process changed them; kept in memory. */
  readStanding(): Promise<Standing>;
  /** Named by any subscription, also by one that is paused. */
  listNamedFeeds(): Promise<ReadonlySet<FeedId>>;
  /** Pauses every subscription there and drops what is still owed to it. */
  pauseDestination(destination: Destination, reason: string): Promise<number>;
  /** Lifts the "gone" pauses in a place and what lies in it when the bot is back; a person's own pause stays. */
  resumeDestination(destination: Destination): Promise<number>;
  /** Subscriptions and what is owed go to the new address. */
  moveDestination(from: Destination, to: Destination): Promise<void>;
}
