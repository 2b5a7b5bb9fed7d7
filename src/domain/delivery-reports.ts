/** What people ask about a channel's news, which stories they want no more of, and which places refuse the bot. */

import type { ArticleId, SubscriptionId } from "./id.ts";
import type { DeliveryState, Destination, PlatformName } from "./subscription.ts";

/** How one subscription does. */
export interface SubscriptionHealth {
  readonly subscriptionId: SubscriptionId;
  /** Owed and not sent yet, whatever it waits for. */
  readonly waitingCount: number;
  /** Those of them that wait for their stories to grow. */
  readonly growingCount: number;
  readonly lastSentAt: Date | null;
  /** The platform's id of the last post; null when it is not known any more. */
  readonly lastMessageId: string | null;
  readonly lastFailure: { readonly at: Date; readonly reason: string | null } | null;
}

/** What became of one article in one place. */
export interface OwedArticle {
  readonly articleId: ArticleId;
  /** False when it is another article of the same story. */
  readonly isSameArticle: boolean;
  readonly subscriptionId: SubscriptionId;
  readonly state: DeliveryState;
  readonly reason: string | null;
  readonly dueAt: Date;
  readonly settledAt: Date | null;
  /** Set while it waits for so many outlets to carry its story. */
  readonly sizeMin: number | null;
  /** The platform's id of the post or digest; null when it was not posted, or is not known any more. */
  readonly messageId: string | null;
}

export interface Inquiries {
  /** Of every subscription, ended ones too, that anything was ever owed to in a place. */
  listHealth(destination: Destination): Promise<readonly SubscriptionHealth[]>;
  /** What became of an article, in any of its editions, in a place; else of another of its story; null for neither. */
  findOwed(articleId: ArticleId, destination: Destination): Promise<OwedArticle | null>;
  /** The same for several; those for which there is neither are not in the map. */
  listOwed(ids: readonly ArticleId[], destination: Destination): Promise<ReadonlyMap<ArticleId, OwedArticle>>;
}

/** Stories a place wants no more of. */
export interface Mutes {
  /**
   * From now on no article of its story is owed there and no post of it edited; what has not left stays, also out of a
   * digest that has not begun to leave. False when the article is not stored any more.
   */
  mute(articleId: ArticleId, destination: Destination, now: Date): Promise<boolean>;
  /**
   * What the mute kept waits again, for its own hour or, if that has passed, for none; what has been kept for longer than
   * news are posted late is given up. False when its story was not muted there.
   */
  unmute(articleId: ArticleId, destination: Destination, now: Date): Promise<boolean>;
  isMuted(articleId: ArticleId, destination: Destination): Promise<boolean>;
}

/** A place that refuses the bot for now. */
export interface Hold {
  readonly destination: Destination;
  /** As the platform gave it. */
  readonly reason: string;
  /** The first refusal of those in a row. */
  readonly since: Date;
  readonly until: Date;
}

export interface HoldStore {
  find(destination: Destination): Promise<Hold | null>;
  list(platform: PlatformName): Promise<readonly Hold[]>;
  /** The place refused the bot: until when nothing is sent there; null when it has done so for too long. */
  refuse(destination: Destination, reason: string, now: Date): Promise<Date | null>;
  /** The place and what lies in it take posts, or may do so again: what is owed there is due now. False without a hold. */
  lift(destination: Destination, now: Date): Promise<boolean>;
}
