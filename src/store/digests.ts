/** Briefs that wait, and digests: one delivery carries a digest, the others in it are settled with that one. */

import { sql } from "kysely";
import { z } from "zod";
import { type Departure, DIGEST_KINDS, type DigestPart } from "../domain/digest.ts";
import { type SubscriptionId, toArticleId, toDeliveryId, toSubscriptionId } from "../domain/id.ts";
import type { DigestStore } from "../domain/store.ts";
import type { Database, Dialect } from "./dialects/dialect.ts";
import { toStorable } from "./normalize.ts";
import { toChunks } from "./rows/seen.ts";
import { toMoment } from "./tables.ts";

/** More than this is not gathered at once; what is left waits for the next time. */
const WAITING_READ_MAX = 10_000;
const IDS_AT_ONCE = 500;
export const NO_DIGEST = { digest_id: null, digest_position: null, digest: null };

const storedPart = z.object({
  kind: z.enum(DIGEST_KINDS),
  from: z.number(),
  to: z.number(),
  part: z.number().int(),
  partCount: z.number().int(),
  isShared: z.boolean().optional(),
  /** When the brief whose delivery carries it was owed; absent in digests of before. */
  owedAt: z.number().optional(),
});

const toJson = ({ from, to, ...rest }: DigestPart, owedAt: number): string =>
  JSON.stringify({ ...rest, from: toMoment(from), to: toMoment(to), owedAt });

/** Inside the caller's transaction. A story has grown to so many outlets: what waited for that may leave. */
export async function releaseGrown(
  database: Database,
  articleIds: readonly number[],
  size: number,
  now: Date,
): Promise<void> {
  if (articleIds.length === 0) return;
  // Owed from now on: the hour of its digest and its age are counted from here.
  await database
    .updateTable("deliveries")
    .set({ size_min: null, due_at: toMoment(now), created_at: toMoment(now) })
    .where("article_id", "in", articleIds)
    .where("state", "=", "waiting")
    .where("size_min", "<=", size)
    .execute();
}

/** Inside the caller's transaction: the subscription was changed, so its hour is worked out anew for what waits. */
export async function reconsiderWaiting(database: Database, id: SubscriptionId, sizeMin: number): Promise<void> {
  const waiting = database.updateTable("deliveries").where("subscription_id", "=", id).where("state", "=", "waiting");
  await waiting.set({ due_at: 0 }).where("size_min", "is", null).execute();
  const small = waiting.where("size_min", "is not", null);
  await small.set({ size_min: sizeMin }).execute();
  const size = sql<number>`(select count(distinct a.outlet) from articles own
    join articles a on a.id = own.id or a.story_id = own.story_id where own.id = deliveries.article_id)`;
  await small.set({ size_min: null, due_at: 0 }).where(size, ">=", sizeMin).execute();
}

/** Inside the caller's transaction, after the carrier of a digest was deleted or given up with its subscription. */
export async function dropGathered(database: Database, id: SubscriptionId): Promise<void> {
  await sql`delete from deliveries where subscription_id = ${id} and state = 'gathered' and not exists (
    select 1 from deliveries c where c.id = deliveries.digest_id)`.execute(database);
  await sql`update deliveries set state = 'failed', reason = 'unsubscribed'
    where state = 'gathered' and exists (
      select 1 from deliveries c
      where c.id = deliveries.digest_id and c.state = 'failed' and c.subscription_id = ${id})`.execute(database);
}

/** When the brief whose delivery carries the digest was owed: its own hour is worked out from that. */
export function toOwedAt(digest: string): number {
  const { owedAt, from } = storedPart.parse(JSON.parse(digest));
  return owedAt ?? from;
}

/** Put together because it was late or too much, not for its hour. */
export const isRest = (digest: string): boolean => storedPart.parse(JSON.parse(digest)).kind === "rest";

/** Inside the caller's transaction: all in a digest that has surely not left waits again, to be put together anew. */
export async function dissolve(database: Database, id: number, digest: string, until: number): Promise<void> {
  await database
    .updateTable("deliveries")
    .set({ created_at: toOwedAt(digest) })
    .where("id", "=", id)
    .execute();
  await database
    .updateTable("deliveries")
    .set({ state: "waiting", due_at: until, lease_owner: null, lease_until: null, ...NO_DIGEST })
    .where("digest_id", "=", id)
    .execute();
}

/** Inside the caller's transaction: the digests of these places that have surely not left are put together anew. */
export async function dissolveUnsent(
  database: Database,
  places: readonly { readonly platform: string; readonly address: string }[],
): Promise<void> {
  for (const { platform, address } of places) {
    const carriers = await database
      .selectFrom("deliveries")
      .select(["id", "digest"])
      .where("platform", "=", platform)
      .where("address", "=", address)
      .where("state", "in", ["pending", "claimed"])
      .where("first_sent_at", "is", null)
      .where("digest", "is not", null)
      .execute();
    for (const { id, digest } of carriers) if (digest !== null) await dissolve(database, id, digest, 0);
  }
}

/** What was to leave in a digest that is no more waits again. */
export async function releaseOrphans(database: Database): Promise<void> {
  await sql`update deliveries set state = 'waiting', due_at = 0, digest_id = null, digest_position = null
    where state = 'gathered' and not exists (
      select 1 from deliveries c where c.id = deliveries.digest_id)`.execute(database);
}

/** Inside the transaction: the row in a new place at the end of the line, with its new id. */
async function owe(database: Database, id: number, now: Date, digest: DigestPart | null): Promise<number> {
  const { id: _, ...row } = await database
    .deleteFrom("deliveries")
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
  const moment = toMoment(now);
  const counts = { attempts: 0, doubt_count: 0, fault_count: 0, left_after: null };
  const fresh = { ...row, ...counts, state: "pending", due_at: moment, created_at: moment, reason: null };
  const added = await database
    .insertInto("deliveries")
    .values({ ...fresh, ...NO_DIGEST, digest: digest === null ? null : toJson(digest, row.created_at) })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (digest !== null) {
    const place = { digest_id: added.id, digest_position: 0 };
    await database.updateTable("deliveries").set(place).where("id", "=", added.id).execute();
  }
  return added.id;
}

async function depart(database: Database, departure: Departure, now: Date): Promise<void> {
  if (departure.kind === "post") {
    await owe(database, departure.deliveryId, now, null);
    return;
  }
  const [first, ...others] = departure.deliveryIds;
  if (first === undefined) throw new Error("Broken rule: a digest has a brief");
  const carrier = await owe(database, first, now, departure.digest);
  const gathered = { state: "gathered", digest_id: carrier };
  for (const [index, id] of others.entries()) {
    const values = { ...gathered, digest_position: index + 1 };
    await database.updateTable("deliveries").set(values).where("id", "=", id).execute();
  }
  for (const ids of toChunks(departure.unshownIds)) {
    await database.updateTable("deliveries").set(gathered).where("id", "in", ids).execute();
  }
}

const listIds = (departure: Departure): readonly number[] =>
  departure.kind === "post" ? [departure.deliveryId] : [...departure.deliveryIds, ...departure.unshownIds];

const selectDue = (database: Database, now: Date) =>
  database
    .selectFrom("deliveries")
    .where("state", "=", "waiting")
    .where("due_at", "<=", toMoment(now))
    .where("size_min", "is", null);

export function createDigestStore(database: Database, dialect: Dialect): Omit<DigestStore, "holdLate"> {
  /** Those that still wait. */
  const change = async (ids: readonly number[], values: { due_at: number; subscription_id?: number }) => {
    for (const some of toChunks(ids)) {
      const waiting = database.updateTable("deliveries").where("id", "in", some).where("state", "=", "waiting");
      await waiting.set(values).execute();
    }
  };
  return {
    async findDue(now, limit, platforms) {
      if (platforms?.length === 0) return [];
      const rows = await selectDue(database, now)
        .select("subscription_id")
        .$if(platforms !== undefined, (query) => query.where("platform", "in", platforms ?? []))
        .groupBy("subscription_id")
        .orderBy((each) => each.fn.min("due_at"))
        .limit(limit)
        .execute();
      return rows.map((row) => toSubscriptionId(row.subscription_id));
    },

    async findWaiting(id, now) {
      const rows = await selectDue(database, now)
        .select(["id", "article_id", "created_at", "due_at"])
        .where("subscription_id", "=", id)
        .orderBy("id")
        .limit(WAITING_READ_MAX)
        .execute();
      return rows.map((row) => ({
        id: toDeliveryId(row.id),
        articleId: toArticleId(row.article_id),
        owedAt: new Date(row.created_at),
        waitsUntil: new Date(row.due_at),
      }));
    },

    postpone: (ids, until) => change(ids, { due_at: toMoment(until) }),
    handOver: (ids, heir) => change(ids, { subscription_id: heir, due_at: 0 }),

    async drop(ids, reason, now) {
      for (const some of toChunks(ids)) {
        await database
          .updateTable("deliveries")
          .set({ state: "failed", settled_at: toMoment(now), reason: toStorable(reason) })
          .where("id", "in", some)
          .where("state", "in", ["waiting", "muted"])
          .execute();
      }
    },

    async gather(departures, now) {
      const ids = departures.flatMap(listIds);
      return database.transaction().execute(async (trx) => {
        let count = 0;
        for (const some of toChunks([...ids].sort((a, b) => a - b))) {
          const waiting = trx
            .selectFrom("deliveries")
            .select("id")
            .where("id", "in", some)
            .where("state", "=", "waiting")
            .orderBy("id");
          count += (await waiting.$if(dialect.hasSkipLocked, (query) => query.forUpdate()).execute()).length;
        }
        if (count < ids.length) return false;
        for (const departure of departures) await depart(trx, departure, now);
        return true;
      });
    },

    async get(id) {
      const carrier = await database.selectFrom("deliveries").select("digest").where("id", "=", id).executeTakeFirst();
      if (!carrier?.digest) throw new Error(`Expected delivery ${id} to carry a digest; it does not.`);
      const { from, to, owedAt: _, ...part } = storedPart.parse(JSON.parse(carrier.digest));
      const rows = await database
        .selectFrom("deliveries")
        .select(["article_id", "digest_position"])
        .where("digest_id", "=", id)
        .orderBy("digest_position")
        .execute();
      const shown = rows.filter((row) => row.digest_position !== null);
      return {
        ...part,
        from: new Date(from),
        to: new Date(to),
        articleIds: shown.map((row) => toArticleId(row.article_id)),
        moreCount: rows.length - shown.length,
      };
    },

    async hold(id, until, owner) {
      return database.transaction().execute(async (trx) => {
        const held = await trx
          .updateTable("deliveries")
          .set({ state: "waiting", due_at: toMoment(until), lease_owner: null, lease_until: null })
          .where("id", "=", id)
          .where("state", "=", "claimed")
          .where("lease_owner", "=", owner)
          .returning("digest")
          .executeTakeFirst();
        if (held === undefined) return false;
        if (held.digest !== null) await dissolve(trx, id, held.digest, toMoment(until));
        return true;
      });
    },

    async dropSmall(now) {
      const rows = await database
        .selectFrom("deliveries")
        .select("id")
        .where("state", "=", "waiting")
        .where("due_at", "<=", toMoment(now))
        .where("size_min", "is not", null)
        .limit(IDS_AT_ONCE)
        .execute();
      // Asked every second, and nearly always there is none.
      if (rows.length === 0) return 0;
      const { numUpdatedRows } = await database
        .updateTable("deliveries")
        .set({ state: "failed", settled_at: toMoment(now), reason: "too few outlets carried the story" })
        .where(
          "id",
          "in",
          rows.map((row) => row.id),
        )
        .where("state", "=", "waiting")
        .where("size_min", "is not", null)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
  };
}
