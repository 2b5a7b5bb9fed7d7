/** The posts last sent to a platform that keeps none itself, so that a page opened after a restart is not empty. */

import type { RecalledPost } from "../domain/platform.ts";
import type { Store } from "../domain/store.ts";
import { type PlatformName, toDestinationKey } from "../domain/subscription.ts";
import { type ComposeDependencies, composeForChannel } from "./compose.ts";
import { composeDigest } from "./digest-parts.ts";

const POSTS_PER_DESTINATION_MAX = 40;
const DESTINATIONS_MAX = 50;

export interface RecallDependencies extends ComposeDependencies {
  readonly store: Store;
}

/** Oldest first; as they would be shown now, by subscriptions that still stand. */
export async function recallPosts(
  platform: PlatformName,
  dependencies: RecallDependencies,
): Promise<readonly RecalledPost[]> {
  const { store } = dependencies;
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
        const post = await composeDigest(await store.digests.get(id), subscription, dependencies);
        recalled.push({ destination, messageId: String(id), post, isCompact: false, sentAt: createdAt });
      }
      if (digestId !== null) continue;
      const newest = await store.articles.findNewest(articleId);
      if (newest === null) continue;
      const post = await composeForChannel(newest, subscription, dependencies, createdAt);
      const { isCompact } = subscription.display;
      recalled.push({ destination, messageId: String(id), post, isCompact, sentAt: createdAt });
    }
  }
  return recalled;
}
