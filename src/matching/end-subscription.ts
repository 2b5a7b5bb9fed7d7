/** Ends a subscription without dropping what still waits there and another subscription of the channel wants, too. */

import type { ArticleId, SubscriptionId } from "../domain/id.ts";
import type { Store } from "../domain/store.ts";
import type { DeliveryState, Subscription } from "../domain/subscription.ts";
import { isSameFilter, judge, toFoldedText } from "./filter.ts";
import { toMatchables } from "./recent-matches.ts";

/** Why it was given up: no failure. */
export const UNSUBSCRIBED = "unsubscribed";
/** Why what waited was given up after an edit: no failure either. */
export const UNFIT = "no longer wished for";
const OWED_READ_MAX = 1_000;
const NOT_SENT: readonly DeliveryState[] = ["waiting", "gathered", "pending", "claimed", "muted"];

async function findHeirs(
  store: Pick<Store, "articles" | "outbox">,
  ended: Subscription,
  others: readonly Subscription[],
): Promise<ReadonlyMap<ArticleId, SubscriptionId>> {
  const heirs = new Map<ArticleId, SubscriptionId>();
  const active = others.filter((each) => each.pausedReason === null);
  if (active.length === 0) return heirs;
  const listed = await store.outbox.findByDestination(ended.destination, OWED_READ_MAX);
  const owed = listed.filter((each) => each.subscriptionId === ended.id && NOT_SENT.includes(each.state));
  const found = await Promise.all(owed.map((each) => store.articles.find(each.articleId)));
  const stored = found.filter((each) => each !== null);
  for (const [index, matchable] of (await toMatchables(store, stored)).entries()) {
    const document = toFoldedText(matchable);
    const heir = active.find((each) => judge(each.filter, matchable, document).isMatch);
    const article = stored[index]?.article;
    if (heir !== undefined && article !== undefined) heirs.set(article.id, heir.id);
  }
  return heirs;
}

/** The others are those that stay. Resolves with false when it has ended already. */
export async function endSubscription(
  store: Pick<Store, "articles" | "outbox" | "subscriptions">,
  ended: Subscription,
  others: readonly Subscription[],
): Promise<boolean> {
  const heirs = await findHeirs(store, ended, others);
  return store.subscriptions.remove(ended.id, ended.destination, heirs);
}

/**
 * A feed leaves a subscription to several, and so does what waits of it, unless another subscription wants that. Null when
 * it would then be the same as another: nothing is changed then.
 */
export async function takeFeedOut(
  store: Pick<Store, "articles" | "digests" | "outbox" | "subscriptions">,
  subscription: Subscription,
  feedId: string,
  others: readonly Subscription[],
  now: Date,
): Promise<Subscription | null> {
  const { filter } = subscription;
  const left = { ...subscription, filter: { ...filter, feedIds: filter.feedIds.filter((id) => id !== feedId) } };
  if (others.some((each) => isSameFilter(each.filter, left.filter))) return null;
  await store.subscriptions.update(left);
  const heirs = await findHeirs(store, subscription, others);
  const listed = await store.outbox.findByDestination(subscription.destination, OWED_READ_MAX);
  const waiting = listed.filter(
    (each) =>
      each.subscriptionId === subscription.id &&
      (each.state === "waiting" || each.state === "muted") &&
      !heirs.has(each.articleId),
  );
  const articles = await Promise.all(waiting.map((each) => store.articles.find(each.articleId)));
  const dropped = waiting.filter((_, index) => articles[index]?.article.feedId === feedId);
  await store.digests.drop(
    dropped.map((each) => each.id),
    UNSUBSCRIBED,
    now,
  );
  return left;
}
