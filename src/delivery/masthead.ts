/** What an outlet is known by where a post stands under its name: as the article names it, with its feed's own picture. */

import type { Article } from "../domain/article.ts";
import type { FeedStore } from "../domain/feed.ts";
import type { Masthead } from "../domain/platform.ts";

/** A page another site's feed led to has none of that feed's pictures. */
export async function findMasthead(
  { outlet, feedId, foundVia }: Pick<Article, "outlet" | "feedId" | "foundVia">,
  feeds: Pick<FeedStore, "find" | "getState">,
): Promise<Masthead> {
  const isKnown = foundVia === undefined && (await feeds.find(feedId)) !== null;
  const picture = isKnown ? (await feeds.getState(feedId)).memory["pictureUrl"] : null;
  return { name: outlet, pictureUrl: typeof picture === "string" ? picture : null };
}
