/** Steps of the schema for searches: indexes that have what is asked of many rows, so that no whole row is read for it. */

import { type Kysely, sql } from "kysely";
import type { Tables } from "../tables.ts";

/** Of articles and quotes by their ids, and of articles by their dates. */
export async function addListed(database: Kysely<Tables>): Promise<void> {
  await sql`create index articles_listed on articles (
    id, is_current, is_added, dated_at, story_id, edition_of, feed_id, language)`.execute(database);
  await sql`create index quotes_listed on quotes (id, article_id, dated_at, position)`.execute(database);
  await sql`drop index articles_feed`.execute(database);
  await sql`create index articles_feed on articles (
    feed_id, dated_at, id, is_current, is_added, story_id, edition_of)`.execute(database);
}
