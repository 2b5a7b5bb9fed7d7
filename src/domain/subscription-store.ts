/** The standing wishes that are kept, and what may be asked of them. */

import type { ArticleId, FeedId, SubscriptionId } from "./id.ts";
import type { Destination, NewSubscription, PlatformName, Subscription } from "./subscription.ts";

/** How many subscriptions there may be. */
export interface SubscriptionLimits {
  readonly perDestinationMax: number;
  readonly perServerMax: number;
}

export type AddResult =
  | { readonly outcome: "added" | "known"; readonly subscription: Subscription }
  | { readonly outcome: "full" }
  | { readonly outcome: "server-full" };

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
  /** Named by any subscription, also by one that is paused. */
  listNamedFeeds(): Promise<ReadonlySet<FeedId>>;
  /** Pauses every subscription there and drops what is still owed to it. */
  pauseDestination(destination: Destination, reason: string): Promise<number>;
  /** Lifts the "gone" pauses in a place and what lies in it when the bot is back; a person's own pause stays. */
  resumeDestination(destination: Destination): Promise<number>;
  /** Subscriptions and what is owed go to the new address. */
  moveDestination(from: Destination, to: Destination): Promise<void>;
}
