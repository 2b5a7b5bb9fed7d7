/** Articles about the same event: what is needed to tell them apart, and which belong together. */

import { sql } from "kysely";
import { type ArticleId, type StoryId, toArticleId, toFeedId, toStoryId } from "../domain/id.ts";
import type { RecentArticle } from "../domain/store.ts";
import type { Database, Dialect } from "./dialects/dialect.ts";
import { toMoment } from "./tables.ts";

const TEXT_LENGTH = 4_000;
const LISTED_MAX = 1_000;
/** A story that grew beyond this is one of the year; the rest of its articles are left alone. */
const STORY_ARTICLES_MAX = 500;

/** Inside the caller's transaction. A story is named after the article it began with. */
export async function joinStory(database: Database, id: ArticleId, other: ArticleId): Promise<StoryId> {
  const known = await database
    .selectFrom("articles")
    .select(["story_id", "edition_of"])
    .where("id", "=", other)
    .executeTakeFirst();
  if (known === undefined) throw new Error(`Expected article ${other}; it is not stored.`);
  const first = known.edition_of ?? other;
  const story = known.story_id ?? first;
  await database
    .updateTable("articles")
    .set({ story_id: story })
    .where((each) => each.or([each("id", "in", [id, first]), each("edition_of", "in", [id, first])]))
    .execute();
  return toStoryId(story);
}

/** The articles of a story in all their editions, without one. */
export async function findStoryArticles(
  database: Database,
  story: StoryId,
  withoutId: number,
): Promise<readonly { readonly id: number; readonly outlet: string }[]> {
  return database
    .selectFrom("articles")
    .select(["id", "outlet"])
    .where("story_id", "=", story)
    .where("id", "!=", withoutId)
    .orderBy("id", "desc")
    .limit(STORY_ARTICLES_MAX)
    .execute();
}

export async function listRecent(
  database: Database,
  dialect: Dialect,
  since: Date,
  afterId: number,
  limit: number,
  known: readonly number[] = [],
): Promise<readonly RecentArticle[]> {
  // Ids go by when articles were read, none of which is dated later: the first id of those days is found by its date, and
  // from there the table is walked by id. The sum keeps PostgreSQL from looking for the least id from the first article on.
  const first = sql`select min(r.id + 0) from articles r where r.is_current = 1 and r.dated_at >= ${toMoment(since)}`;
  const list = dialect.listJson(JSON.stringify(known.map((id) => [id])));
  const isNew = known.length === 0 ? sql`true` : sql`a.id not in (select cast(e.value ->> 0 as bigint) from ${list} e)`;
  const isAfter = afterId > 0 ? sql`a.id > ${afterId}` : sql`a.id >= (${first})`;
  const { rows } = await sql<{
    id: number;
    feed_id: string;
    language: string;
    title: string;
    text: string;
    dated_at: number;
    story_id: number | null;
    is_added: number;
  }>`
    select a.id as id, a.feed_id as feed_id, a.language as language, a.title as title,
      substr(a.text, 1, ${sql.lit(TEXT_LENGTH)}) as text, a.dated_at as dated_at, a.story_id as story_id,
      a.is_added as is_added
    from articles a
    where a.is_current = 1 and a.dated_at >= ${toMoment(since)} and ${isAfter} and ${isNew}
    order by a.id limit ${Math.min(Math.max(0, Math.trunc(limit)), LISTED_MAX)}`.execute(database);
  return rows.map((row) => ({
    id: toArticleId(row.id),
    feedId: toFeedId(row.feed_id),
    language: row.language,
    title: row.title,
    text: row.text.toWellFormed(),
    at: new Date(row.dated_at),
    storyId: row.story_id === null ? null : toStoryId(row.story_id),
    isAdded: row.is_added === 1,
  }));
}
