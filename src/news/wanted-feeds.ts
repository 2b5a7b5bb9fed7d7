/** Which feeds are polled: those somebody is subscribed to, by name, by topic or place, or with everything there is. */

import type { Feed } from "../domain/feed.ts";
import type { FeedId } from "../domain/id.ts";
import type { Filter } from "../domain/subscription.ts";

/** A feed that a person added is for the channels that name it: without one it is read no more. */
export function findWantedFeeds(
  feeds: readonly Feed[],
  filters: readonly Filter[],
  isCatalogWanted = false,
): ReadonlySet<FeedId> {
  const named = new Set(filters.flatMap(({ feedIds }) => feedIds));
  const open = filters.filter(({ feedIds }) => feedIds.length === 0);
  const isAllWanted = isCatalogWanted || open.some(({ topics }) => topics.length === 0);
  const names = new Set(open.flatMap(({ topics }) => topics));
  const isWanted = ({ id, origin, topics, regions = [] }: Feed): boolean =>
    named.has(id) || (origin === "catalog" && (isAllWanted || [...topics, ...regions].some((name) => names.has(name))));
  return new Set(feeds.filter(isWanted).map(({ id }) => id));
}
