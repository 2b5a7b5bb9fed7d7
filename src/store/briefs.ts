/** Rows of articles read back as stored briefs, with the outlets that carried the same story. */

import type { StoredBrief } from "../domain/article.ts";
import { type ArticleId, toArticleId, toStoryId } from "../domain/id.ts";
import type { Database } from "./dialects/dialect.ts";
import { toPostKey } from "./rows/post-key.ts";
import { type ArticleRow, readQuotes, readSentences, readTopics, toArticle } from "./tables.ts";

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

/** What each feed of these is filed under and where it is from, as it is today. */
async function findFeedNames(database: Database, rows: readonly ArticleRow[]) {
  const ids = [...new Set(rows.map((row) => row.feed_id))];
  if (ids.length === 0)
    return new Map<string, { readonly topics: readonly string[]; readonly regions: readonly string[] }>();
  const feeds = await database.selectFrom("feeds").select(["id", "topics", "regions"]).where("id", "in", ids).execute();
  return new Map(
    feeds.map((feed) => [feed.id, { topics: readTopics(feed.topics), regions: readTopics(feed.regions) }]),
  );
}

/** What the articles are about and where from, in the order of their feeds' lists, then by name. */
async function findTopics(
  database: Database,
  rows: readonly ArticleRow[],
): Promise<ReadonlyMap<number, Pick<StoredBrief, "topics" | "regions">>> {
  if (rows.length === 0) return new Map();
  const feeds = await findFeedNames(database, rows);
  const ids = rows.map((row) => row.id);
  const named = await database
    .selectFrom("article_topics")
    .selectAll()
    .where("article_id", "in", ids)
    .orderBy("topic")
    .execute();
  const byArticle = new Map<number, string[]>();
  for (const { article_id: id, topic } of named) byArticle.set(id, [...(byArticle.get(id) ?? []), topic]);
  return new Map(
    rows.map((row) => {
      const { topics = [], regions = [] } = feeds.get(row.feed_id) ?? {};
      const own = byArticle.get(row.id) ?? [];
      const places = regions.filter((region) => own.includes(region));
      const others = own.filter((topic) => !regions.includes(topic));
      const inOrder = [...topics.filter((topic) => others.includes(topic)), ...others];
      return [row.id, { topics: [...new Set(inOrder)], regions: places }];
    }),
  );
}

/** In the order of the rows. */
export async function toStoredBriefs(database: Database, rows: readonly ArticleRow[]): Promise<readonly StoredBrief[]> {
  const outlets = await findStoryOutlets(database, rows);
  const topics = await findTopics(database, rows);
  return rows.map((row) => ({
    article: toArticle(row),
    brief: {
      headline: row.headline,
      sentences: readSentences(row.sentences),
      quotes: readQuotes(row.key_quotes),
      summarizer: row.summarizer,
    },
    storyId: row.story_id === null ? null : toStoryId(row.story_id),
    ...(topics.get(row.id) ?? { topics: [], regions: [] }),
    alsoOutlets: [...new Set(row.story_id === null ? [] : outlets.get(row.story_id))]
      .filter((outlet) => outlet !== row.outlet)
      .slice(0, ALSO_OUTLETS_MAX),
    isUpdated: row.edition_of !== null,
    ...(row.edition_of === null ? {} : { editionOf: toArticleId(row.edition_of) }),
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
