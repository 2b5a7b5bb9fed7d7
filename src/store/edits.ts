/** Edits owed to posts already sent: marked in the transaction that changes the brief, kept until they are done. */

import { sql } from "kysely";
import { toArticleId, toDeliveryId, toSubscriptionId } from "../domain/id.ts";
import type { Outbox } from "../domain/store.ts";
import type { Database, Dialect } from "./dialects/dialect.ts";
import { isHeard } from "./mutes.ts";
import { toDestination } from "./subscription-rows.ts";
import { toMoment } from "./tables.ts";

/** A post older than this stays as it is: nobody reads it again. */
const POST_AGE_MS_MAX = 24 * 60 * 60 * 1000;

/**
 * Inside the caller's transaction. What is being sent just now is owed an edit as well: it may be showing what was known
 * before. What still waits is not; it is composed when it leaves.
 */
export async function oweEdits(database: Database, articleIds: readonly number[], now: Date): Promise<void> {
  if (articleIds.length === 0) return;
  const moment = toMoment(now);
  // A digest is what was known at its hour.
  await sql`insert into edits (delivery_id, due_at, attempts, version)
    select id, cast(${moment} as bigint), 0, 1 from deliveries
    where article_id in (${sql.join([...articleIds])}) and digest_id is null and ${isHeard} and (
      state in ('claimed', 'sending') or (state = 'pending' and first_sent_at is not null)
      or (state = 'sent' and settled_at > ${moment - POST_AGE_MS_MAX}))
    on conflict (delivery_id) do update set attempts = 0, version = edits.version + 1`.execute(database);
}

interface EditRow {
  readonly delivery_id: number;
  readonly attempts: number;
  readonly version: number;
}

async function dropHopeless(database: Database, moment: number): Promise<void> {
  await sql`
    delete from edits where due_at <= ${moment} and delivery_id in (
      select d.id from deliveries d join edits e on e.delivery_id = d.id
      where d.state in ('failed', 'uncertain') or (d.state = 'sent' and d.settled_at <= ${moment - POST_AGE_MS_MAX}))`.execute(
    database,
  );
}

export function createEdits(
  database: Database,
  dialect: Dialect,
): Pick<Outbox, "claimEdits" | "settleEdit" | "countEdits"> {
  const skipLocked = dialect.hasSkipLocked ? sql`for update of e skip locked` : sql``;
  return {
    async claimEdits(now, leaseMs, limit, platforms, owner) {
      if (platforms?.length === 0) return [];
      const isOfThese = platforms === undefined ? sql`` : sql`and d.platform in (${sql.join(platforms)})`;
      const moment = toMoment(now);
      const due = await database
        .selectFrom("edits")
        .select("delivery_id")
        .where("due_at", "<=", moment)
        .limit(1)
        .execute();
      // Asked every second, and nearly always there is none.
      if (due.length === 0) return [];
      await dropHopeless(database, moment);
      const { rows } = await sql<EditRow>`
        with picked as (
          select e.delivery_id as delivery_id from edits e join deliveries d on d.id = e.delivery_id
          where e.due_at <= ${moment} and d.state = 'sent' ${isOfThese}
          order by e.due_at, e.delivery_id limit ${limit} ${skipLocked}
        )
        update edits set due_at = ${moment + leaseMs}, attempts = attempts + 1, lease_owner = ${owner ?? null}
        from picked where edits.delivery_id = picked.delivery_id
        returning edits.delivery_id as delivery_id, edits.attempts as attempts, edits.version as version`.execute(
        database,
      );
      if (rows.length === 0) return [];
      const claimed = new Map(rows.map((row) => [row.delivery_id, row]));
      const posts = await database
        .selectFrom("deliveries as d")
        .innerJoin("sent_posts as s", (join) =>
          join
            .onRef("s.article_id", "=", "d.article_id")
            .onRef("s.platform", "=", "d.platform")
            .onRef("s.address", "=", "d.address"),
        )
        .innerJoin("articles as own", "own.id", "d.article_id")
        .innerJoin("articles as current", (join) =>
          join
            .on("current.is_current", "=", 1)
            .on(
              sql<boolean>`(current.id = coalesce(own.edition_of, own.id) or current.edition_of = coalesce(own.edition_of, own.id))`,
            ),
        )
        .select(["d.id", "d.subscription_id", "d.platform", "d.address", "s.message_id", "s.sent_at"])
        .select("current.id as article_id")
        .where("d.id", "in", [...claimed.keys()])
        .orderBy("d.id")
        .execute();
      return posts.map((row) => ({
        deliveryId: toDeliveryId(row.id),
        articleId: toArticleId(row.article_id),
        subscriptionId: toSubscriptionId(row.subscription_id),
        destination: toDestination(row),
        messageId: row.message_id,
        sentAt: new Date(row.sent_at),
        attempts: claimed.get(row.id)?.attempts ?? 1,
        version: claimed.get(row.id)?.version ?? 1,
      }));
    },

    async settleEdit({ deliveryId, version }, retryAt) {
      const isThis = database.deleteFrom("edits").where("delivery_id", "=", deliveryId).where("version", "=", version);
      if (retryAt === null && (await isThis.executeTakeFirst()).numDeletedRows > 0n) return;
      // Owed anew while it was made: due at once.
      const dueAt = retryAt === null ? 0 : toMoment(retryAt);
      const values = { due_at: dueAt, lease_owner: null };
      await database.updateTable("edits").set(values).where("delivery_id", "=", deliveryId).execute();
    },

    async countEdits() {
      const count = database.selectFrom("edits").select((each) => each.fn.countAll<number>().as("count"));
      return (await count.executeTakeFirstOrThrow()).count;
    },
  };
}
