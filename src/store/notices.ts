/** Notices owed to destinations: at most one for a feed and a place, kept after it was said until the feed works again. */

import { type Selectable, sql } from "kysely";
import { z } from "zod";
import { toFeedId, toNoticeId } from "../domain/id.ts";
import { NOTICE_KINDS, type Notice, type NoticeStore } from "../domain/notice.ts";
import type { Database, Dialect } from "./dialects/dialect.ts";
import { toStorable } from "./normalize.ts";
import { toDestination } from "./subscription-rows.ts";
import { type Tables, toMoment } from "./tables.ts";

type NoticeRow = Selectable<Tables["notices"]>;

const toNotice = (row: NoticeRow): Notice => ({
  id: toNoticeId(row.id),
  feedId: toFeedId(row.feed_id),
  kind: z.enum(NOTICE_KINDS).parse(row.kind),
  destination: toDestination(row),
  attempts: row.attempts,
  inDoubtSince: row.in_doubt_since === null ? null : new Date(row.in_doubt_since),
});

export function createNoticeStore(database: Database, dialect: Dialect): NoticeStore {
  const skipLocked = dialect.hasSkipLocked ? sql`for update skip locked` : sql``;
  return {
    async owe(feedId, kind, destinations, now) {
      return database.transaction().execute(async (trx) => {
        let count = 0;
        for (const { platform, address } of destinations) {
          const { numInsertedOrUpdatedRows = 0n } = await trx
            .insertInto("notices")
            .values({
              feed_id: feedId,
              kind,
              platform,
              address: toStorable(address),
              attempts: 0,
              due_at: toMoment(now),
              first_said_at: null,
              in_doubt_since: null,
              settled_at: null,
              lease_owner: null,
            })
            .onConflict((conflict) => conflict.columns(["feed_id", "platform", "address"]).doNothing())
            .executeTakeFirst();
          count += Number(numInsertedOrUpdatedRows);
        }
        return count;
      });
    },

    async claim(now, leaseMs, limit, platforms, owner) {
      if (platforms?.length === 0) return [];
      const isOfThese = platforms === undefined ? sql`` : sql`and platform in (${sql.join(platforms)})`;
      const moment = toMoment(now);
      const due = database.selectFrom("notices").select("id").where("settled_at", "is", null);
      // Asked every second, and nearly always there is none.
      if ((await due.where("due_at", "<=", moment).limit(1).execute()).length === 0) return [];
      const { rows } = await sql<NoticeRow>`
        with picked as (
          select id from notices where settled_at is null and due_at <= ${moment} ${isOfThese}
          order by due_at, id limit ${limit} ${skipLocked}
        )
        update notices
        set due_at = ${moment + leaseMs}, attempts = attempts + 1, in_doubt_since = first_said_at,
          first_said_at = coalesce(first_said_at, ${moment}), lease_owner = ${owner ?? null}
        from picked where notices.id = picked.id returning *`.execute(database);
      return [...rows].sort((a, b) => a.id - b.id).map(toNotice);
    },

    async settle(id, retry, now) {
      const values =
        retry === null
          ? { settled_at: toMoment(now) }
          : { due_at: toMoment(retry.at), ...(retry.isInDoubt ? {} : { first_said_at: null }) };
      await database
        .updateTable("notices")
        .set({ ...values, lease_owner: null })
        .where("id", "=", id)
        .execute();
    },

    async retract(feedId) {
      await database.deleteFrom("notices").where("feed_id", "=", feedId).execute();
    },
  };
}
