/** Forgetting what is old, a few rows at a time, so that nobody who asks meanwhile waits long. */

import { sql } from "kysely";
import type { DeliveryState } from "../../domain/subscription.ts";
import type { Database, Dialect } from "../dialects/dialect.ts";
import { doInPieces } from "./turns.ts";

/** Rows of one transaction. */
const ARTICLES_AT_ONCE = 200;
const ROWS_AT_ONCE = 1_000;
const OWED: readonly DeliveryState[] = ["waiting", "gathered", "pending", "claimed", "sending"];

/** Inside the caller's transaction: with all that hangs from them, and out of the indexes. */
export async function deleteArticles(database: Database, dialect: Dialect, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  const quotes = await database.selectFrom("quotes").select("id").where("article_id", "in", ids).execute();
  await dialect.sweepWords(
    database,
    "quote_words",
    quotes.map((quote) => quote.id),
  );
  await dialect.sweepWords(database, "article_words", ids);
  await database.deleteFrom("articles").where("id", "in", ids).execute();
}

/** Beforehand, where an article went to thousands of places: with the article they would go in one piece. */
async function deleteDeliveries(database: Database, ids: readonly number[]): Promise<void> {
  const all = database.selectFrom("deliveries").select("id").where("article_id", "in", ids);
  if ((await all.limit(ROWS_AT_ONCE).execute()).length < ROWS_AT_ONCE) return;
  await doInPieces(ROWS_AT_ONCE, async (limit) => {
    const some = database.deleteFrom("deliveries").where("id", "in", all.limit(limit));
    return Number((await some.executeTakeFirst()).numDeletedRows);
  });
}

const KEYS = {
  kept_values: { key: ["id"], moment: "kept_at" },
  mutes: { key: ["story_key", "platform", "address"], moment: "muted_at" },
  seen: { key: ["feed_id", "key"], moment: "last_met_at" },
  speakers: { key: ["id"], moment: "last_quoted_at" },
} as const;

/** Rows of before; resolves with how many there were. */
export async function deleteOld(database: Database, table: keyof typeof KEYS, before: number): Promise<number> {
  const { key, moment } = KEYS[table];
  const columns = sql.join(key.map((column) => sql.ref(column)));
  return doInPieces(ROWS_AT_ONCE, async (limit) => {
    const { numAffectedRows = 0n } = await sql`delete from ${sql.table(table)} where (${columns}) in (
      select ${columns} from ${sql.table(table)} where ${sql.ref(moment)} < ${before} limit ${limit})`.execute(
      database,
    );
    return Number(numAffectedRows);
  });
}

/** Whole families only: while one edition is young or owed, the others stay too. */
async function findForgotten(database: Database, before: number, limit: number): Promise<readonly number[]> {
  const { rows } = await sql<{ id: number }>`
    select a.id as id from articles a
    where a.fetched_at < ${before} and not exists (
      select 1 from articles e
      where (e.id = coalesce(a.edition_of, a.id) or e.edition_of = coalesce(a.edition_of, a.id)) and (
        e.fetched_at >= ${before} or exists (
          select 1 from deliveries d
          where d.article_id = e.id and d.state in (${sql.join(OWED)}))))
    order by a.fetched_at limit ${limit}`.execute(database);
  return rows.map((row) => row.id);
}

/** Articles fetched before, with their deliveries and quotes, and speakers not quoted and mutes not renewed since. */
export async function forgetArticles(database: Database, dialect: Dialect, before: number): Promise<number> {
  const count = await doInPieces(ARTICLES_AT_ONCE, async (limit) => {
    const ids = await findForgotten(database, before, limit);
    if (ids.length === 0) return 0;
    await deleteDeliveries(database, ids);
    await database.transaction().execute(async (trx) => {
      // One may be owed again since: looked at anew inside the transaction.
      const sent = trx.selectFrom("deliveries").select("article_id").where("article_id", "in", ids);
      const owed = await sent.where("state", "in", OWED).execute();
      const kept = new Set(owed.map((row) => row.article_id));
      await deleteArticles(
        trx,
        dialect,
        ids.filter((id) => !kept.has(id)),
      );
    });
    return ids.length;
  });
  await deleteOld(database, "speakers", before);
  await deleteOld(database, "mutes", before);
  return count;
}
