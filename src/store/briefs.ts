/** Rows of articles read back as stored briefs, with the outlets that carried the same story. */

import type { StoredBrief } from "../domain/article.ts";
import { type ArticleId, toStoryId } from "../domain/id.ts";
import type { Database } from "./dialects/dialect.ts";
import { type ArticleRow, readQuotes, readSentences, readTopics, toArticle, toPostKey } from "./tables.ts";

const ALSO_OUTLETS_MAX = 20;

async function findStoryOutlets(database: Database, rows: readonly ArticleRow[]): Promise<Map<number, string[]>> {
  const stories = [...new Set(rows.flatMap((row) => (row.story_id === null ? [] : [row.story_id])))];
  const outlets = new Map<number, string[]>();
  if (stories.length === 0) return outlets;
  const found = await database
    .selectFrom("articles")
    .select(["story_id", "outlet"])
    .where("story_id", "in", stories)
    .where("is_current", "=", 1)
    .orderBy("id")
    .execute();
  for (const { story_id: story, outlet } of found) {
    if (story !== null) outlets.set(story, [...(outlets.get(story) ?? []), outlet]);
  }
  return outlets;
}

async function findFeedTopics(
  database: Database,
  rows: readonly ArticleRow[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = [...new Set(rows.map((row) => row.feed_id))];
  if (ids.length === 0) return new Map();
  const feeds = await database.selectFrom("feeds").select(["id", "topics"]).where("id", "in", ids).execute();
  return new Map(feeds.map((feed) => [feed.id, readTopics(feed.topics)]));
}

/** In the order of the rows. */
export async function toStoredBriefs(database: Database, rows: readonly ArticleRow[]): Promise<readonly StoredBrief[]> {
  const outlets = await findStoryOutlets(database, rows);
  const topics = await findFeedTopics(database, rows);
  return rows.map((row) => ({
    article: toArticle(row),
    brief: {
      headline: row.headline,
      sentences: readSentences(row.sentences),
      quotes: readQuotes(row.key_quotes),
      summarizer: row.summarizer,
    },
    storyId: row.story_id === null ? null : toStoryId(row.story_id),
    topics: topics.get(row.feed_id) ?? [],
    alsoOutlets: [...new Set(row.story_id === null ? [] : outlets.get(row.story_id))]
      .filter((outlet) => outlet !== row.outlet)
      .slice(0, ALSO_OUTLETS_MAX),
    isUpdated: row.edition_of !== null,
    postKey: toPostKey(row),
  }));
}

/** In the order of the ids; those that are gone are left out. */
export async function findBriefs(database: Database, ids: readonly number[]): Promise<readonly StoredBrief[]> {
  if (ids.length === 0) return [];
  const rows = await database.selectFrom("articles").selectAll().where("id", "in", ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return toStoredBriefs(
    database,
    ids.flatMap((id) => byId.get(id) ?? []),
  );
}

export async function findBrief(database: Database, id: ArticleId): Promise<StoredBrief | null> {
  return (await findBriefs(database, [id]))[0] ?? null;
}
