/** Mends what was written under a clock that was ahead: nothing waits for a time that was never meant. */

import { type RawBuilder, sql } from "kysely";
import type { Database, Dialect } from "../dialects/dialect.ts";
import { reindexArticle } from "../words/article-words.ts";
import { doInPieces } from "./turns.ts";

const HOUR_MS = 60 * 60 * 1000;
/** Nothing is put off for longer than an hour, but places on hold for a day. */
const HOLD_MS_MAX = 25 * HOUR_MS;

/** Articles of one transaction; each is indexed anew. */
const ARTICLES_AT_ONCE = 50;

/** Articles dated under the wrong clock, with their quotes, in the indexes of words, too: these know the day. */
function dateAnew(database: Database, dialect: Dialect, now: number): Promise<number> {
  return doInPieces(ARTICLES_AT_ONCE, (limit) =>
    database.transaction().execute(async (trx) => {
      const rows = await trx
        .selectFrom("articles")
        .selectAll()
        .where("fetched_at", ">", now)
        .where("dated_at", ">", now)
        .limit(limit)
        .$if(dialect.hasSkipLocked, (query) => query.forUpdate())
        .execute();
      for (const row of rows) {
        await trx.updateTable("articles").set({ dated_at: now }).where("id", "=", row.id).execute();
        await trx.updateTable("quotes").set({ dated_at: now }).where("article_id", "=", row.id).execute();
        if (row.is_current === 1) await reindexArticle(trx, dialect, { ...row, dated_at: now });
      }
      return rows.length;
    }),
  );
}

/** Brings back what lies further ahead of now than it can. Resolves with how many rows it was. */
export async function putBack(database: Database, dialect: Dialect, now: number): Promise<number> {
  const statements: readonly RawBuilder<unknown>[] = [
    sql`update deliveries set due_at = 0, created_at = ${now}
      where state = 'waiting' and created_at > ${now} and size_min is null`,
    sql`update deliveries set due_at = due_at - created_at + ${now}, created_at = ${now}
      where state = 'waiting' and created_at > ${now}`,
    sql`update deliveries set created_at = ${now}
      where state in ('gathered', 'pending', 'claimed', 'sending') and created_at > ${now}`,
    sql`update deliveries set due_at = ${now} where state = 'pending' and due_at > ${now + HOUR_MS}`,
    sql`update deliveries set first_sent_at = ${now} where first_sent_at > ${now} and state in ('pending', 'sending')`,
    sql`update deliveries set lease_until = ${now} + lease_ms
      where state in ('claimed', 'sending') and lease_until > ${now} + lease_ms`,
    sql`update feed_states set lease_until = ${now + HOUR_MS} where lease_until > ${now + HOUR_MS}`,
    sql`update feed_states set next_poll_at = next_poll_at - last_poll_at + ${now}
      where last_poll_at > ${now} and next_poll_at > last_poll_at`,
    sql`update feed_states set last_poll_at = ${now} where last_poll_at > ${now}`,
    sql`update feed_states set last_success_at = ${now} where last_success_at > ${now}`,
    sql`update holds set until = ${now} where until > ${now + HOLD_MS_MAX}`,
    sql`update holds set since = ${now} where since > ${now}`,
    sql`update edits set due_at = ${now} where due_at > ${now + HOUR_MS}`,
    sql`update notices set due_at = ${now} where due_at > ${now + HOUR_MS} and settled_at is null`,
    sql`update crossposts set due_at = ${now} where due_at > ${now + HOUR_MS} and settled_at is null`,
    sql`update articles set fetched_at = ${now} where fetched_at > ${now}`,
  ];
  const dated = await dateAnew(database, dialect, now);
  return database.transaction().execute(async (trx) => {
    let count = dated;
    for (const statement of statements) count += Number((await statement.execute(trx)).numAffectedRows ?? 0);
    return count;
  });
}
