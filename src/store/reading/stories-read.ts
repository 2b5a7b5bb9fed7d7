/** Stories with their articles and articles with their editions, as the page reads them. */

import { sql } from "kysely";
import { type ArticleId, type StoryId, toArticleId, toFeedId, toStoryId } from "../../domain/id.ts";
import type { Edition, StoryMember } from "../../domain/reading/story-facts.ts";
import type { ArticleStore, Audience } from "../../domain/store.ts";
import type { Database } from "../dialects/dialect.ts";

/** Of all stories asked for together; the rest of a story that never ends is left out. */
const MEMBERS_MAX = 1_000;
const EDITIONS_MAX = 50;

/** What people added is seen by its own channels only. */
function isForAudience({ ownFeedIds }: Audience) {
  if (ownFeedIds === undefined) return sql<boolean>`1 = 1`;
  if (ownFeedIds.length === 0) return sql<boolean>`is_added = 0`;
  return sql<boolean>`(is_added = 0 or feed_id in (${sql.join([...ownFeedIds])}))`;
}

async function listMembers(database: Database, ids: readonly StoryId[], audience: Audience) {
  const members = new Map<StoryId, StoryMember[]>();
  if (ids.length === 0) return members;
  const rows = await database
    .selectFrom("articles")
    .select(["id", "story_id", "feed_id", "outlet", "headline", "url", "language", "dated_at", "edition_of"])
    .where("story_id", "in", [...ids])
    .where("is_current", "=", 1)
    .where(isForAudience(audience))
    .orderBy("dated_at")
    .orderBy("id")
    .limit(MEMBERS_MAX)
    .execute();
  for (const row of rows) {
    const story = toStoryId(row.story_id ?? row.id);
    const member = {
      id: toArticleId(row.id),
      feedId: toFeedId(row.feed_id),
      outlet: row.outlet,
      headline: row.headline,
      url: row.url,
      language: row.language,
      at: new Date(row.dated_at),
      isUpdated: row.edition_of !== null,
    };
    members.set(story, [...(members.get(story) ?? []), member]);
  }
  return members;
}

async function listEditions(database: Database, id: ArticleId, audience: Audience): Promise<readonly Edition[]> {
  const own = await database
    .selectFrom("articles")
    .select(["id", "edition_of"])
    .where("id", "=", id)
    .where(isForAudience(audience))
    .executeTakeFirst();
  if (own === undefined) return [];
  const first = own.edition_of ?? own.id;
  const rows = await database
    .selectFrom("articles")
    .select(["id", "headline", "fetched_at", "is_current"])
    .where((each) => each.or([each("id", "=", first), each("edition_of", "=", first)]))
    .where(isForAudience(audience))
    .orderBy("id")
    .limit(EDITIONS_MAX)
    .execute();
  return rows.map((row) => ({
    id: toArticleId(row.id),
    headline: row.headline,
    fetchedAt: new Date(row.fetched_at),
    isCurrent: row.is_current === 1,
  }));
}

export const createStoryReadings = (database: Database): Pick<ArticleStore, "listMembers" | "listEditions"> => ({
  listMembers: (ids, audience = {}) => listMembers(database, ids, audience),
  listEditions: (id, audience = {}) => listEditions(database, id, audience),
});
