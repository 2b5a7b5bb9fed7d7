/** The posts last sent to a platform that keeps none itself, so that a page opened after a restart is not empty. */

import type { StoredBrief } from "../domain/article.ts";
import type { RecalledPost } from "../domain/platform.ts";
import type { Post } from "../domain/post.ts";
import type { Store } from "../domain/store.ts";
import { type PlatformName, type Subscription, toDestinationKey } from "../domain/subscription.ts";
import { composeDigest } from "./digest-parts.ts";

const POSTS_PER_DESTINATION_MAX = 40;
const DESTINATIONS_MAX = 50;

/** Oldest first; as they would be shown now, by subscriptions that still stand. */
export async function recallPosts(
  store: Store,
  platform: PlatformName,
  toPost: (stored: StoredBrief, subscription: Subscription) => Post | Promise<Post>,
): Promise<readonly RecalledPost[]> {
  const standing = (await store.subscriptions.findActive()).filter((each) => each.destination.platform === platform);
  const byId = new Map(standing.map((each) => [each.id, each]));
  const destinations = new Map(standing.map(({ destination }) => [toDestinationKey(destination), destination]));
  const recalled: RecalledPost[] = [];
  for (const destination of [...destinations.values()].slice(0, DESTINATIONS_MAX)) {
    const deliveries = await store.outbox.findByDestination(destination, POSTS_PER_DESTINATION_MAX);
    for (const { id, articleId, subscriptionId, state, createdAt, digestId } of deliveries.toReversed()) {
      const subscription = byId.get(subscriptionId);
      if (state !== "sent" || subscription === undefined) continue;
      if (digestId === id) {
        const post = await composeDigest(await store.digests.get(id), subscription, { store, toPost });
        recalled.push({ destination, messageId: String(id), post, isCompact: false, sentAt: createdAt });
      }
      if (digestId !== null) continue;
      const sent = await store.articles.find(articleId);
      if (sent === null) continue;
      const newest = (await store.articles.findByUrl(sent.article.url, sent.article.feedId)) ?? sent;
      const post = await toPost(newest, subscription);
      const { isCompact } = subscription.display;
      recalled.push({ destination, messageId: String(id), post, isCompact, sentAt: createdAt });
    }
  }
  return recalled;
}
