/** What those who run the bot ask of the database: rhythms, outcomes, what was given up, its size. */

import { sql } from "kysely";
import { toDeliveryId, toFeedId } from "../../domain/id.ts";
import type { DeskStore } from "../../domain/reading/desk-report.ts";
import type { DeliveryState, PlatformName } from "../../domain/subscription.ts";
import type { Database, Dialect } from "../dialects/dialect.ts";
import { toMoment } from "../tables.ts";

const DAY_MS = 86_400_000;
/** Outcomes are counted among so many of the newest: a large history is not read through for a page. */
const DELIVERIES_MAX = 20_000;

const toDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

export function createDeskStore(database: Database, dialect: Dialect): DeskStore {
  return {
    async countArticles(since) {
      const { rows } = await sql<{ feed_id: string; day: number; count: number }>`
        select feed_id, fetched_at / ${sql.lit(DAY_MS)} as day, count(*) as count from articles
        where fetched_at >= ${toMoment(since)} and is_current = 1 group by feed_id, fetched_at / ${sql.lit(DAY_MS)}`.execute(
        database,
      );
      return rows.map((row) => ({
        feedId: toFeedId(row.feed_id),
        day: toDay(Number(row.day)),
        count: Number(row.count),
      }));
    },
    async countOutcomes(since) {
      const { rows } = await sql<{ day: number; state: string; count: number }>`
        select settled_at / ${sql.lit(DAY_MS)} as day, state, count(*) as count from deliveries
        where id > (select coalesce(max(id), 0) from deliveries) - ${sql.lit(DELIVERIES_MAX)}
          and settled_at >= ${toMoment(since)} group by settled_at / ${sql.lit(DAY_MS)}, state`.execute(database);
      return rows.map((row) => ({
        day: toDay(Number(row.day)),
        state: row.state as DeliveryState,
        count: Number(row.count),
      }));
    },
    async findOldestDue(now) {
      const row = await database
        .selectFrom("deliveries")
        .select("due_at")
        .where("state", "=", "pending")
        .where("due_at", "<=", toMoment(now))
        .orderBy("due_at")
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : new Date(row.due_at);
    },
    async listGivenUp(limit) {
      const rows = await database
        .selectFrom("deliveries")
        .innerJoin("articles", "articles.id", "deliveries.article_id")
        .select([
          "deliveries.id",
          "deliveries.platform",
          "deliveries.address",
          "deliveries.reason",
          "deliveries.settled_at",
          "articles.headline",
        ])
        .where("deliveries.state", "=", "failed")
        .orderBy("deliveries.id", "desc")
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        id: toDeliveryId(row.id),
        destination: { platform: row.platform as PlatformName, address: row.address },
        headline: row.headline,
        reason: row.reason,
        settledAt: new Date(row.settled_at ?? 0),
      }));
    },
    async retry(id, now) {
      const { numUpdatedRows } = await database
        .updateTable("deliveries")
        .set({
          state: "pending",
          attempts: 0,
          fault_count: 0,
          due_at: toMoment(now),
          settled_at: null,
          reason: null,
          lease_owner: null,
          lease_until: null,
        })
        .where("id", "=", id)
        .where("state", "=", "failed")
        .executeTakeFirst();
      return Number(numUpdatedRows) > 0;
    },
    async listPlaces(limit) {
      const rows = await database
        .selectFrom("subscriptions")
        .select(["platform", "address"])
        .distinct()
        .orderBy("platform")
        .orderBy("address")
        .limit(limit)
        .execute();
      return rows.map(({ platform, address }) => ({ platform: platform as PlatformName, address }));
    },
    async countBytes() {
      const size =
        dialect.engine === "sqlite"
          ? sql<{ bytes: number }>`select page_count * page_size as bytes from pragma_page_count(), pragma_page_size()`
          : sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`;
      return Number((await size.execute(database)).rows[0]?.bytes ?? 0);
    },
  };
}
