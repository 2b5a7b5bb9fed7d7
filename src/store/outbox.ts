/** What is owed to destinations: pending, claimed, sending, and at last sent, uncertain or failed. */

import { type Selectable, sql } from "kysely";
import { toDeliveryId } from "../domain/id.ts";
import type { Leaving } from "../domain/platform.ts";
import type { Outbox } from "../domain/store.ts";
import type { DeliveryState, SendResult } from "../domain/subscription.ts";
import { oweCrosspost } from "./crossposts.ts";
import type { Database, Dialect } from "./dialects/dialect.ts";
import { releaseOrphans } from "./digests.ts";
import { createEdits } from "./edits.ts";
import { createMutes, findMuted } from "./mutes.ts";
import { toStorable } from "./normalize.ts";
import { createInquiries } from "./reports.ts";
import { giveBackClaims } from "./rows/claims.ts";
import { insertDeliveries } from "./rows/owed.ts";
import { DELIVERY_STATES, toDelivery, toDeliveryState, toDestination } from "./subscription-rows.ts";
import { type Tables, toMoment } from "./tables.ts";

const UNSETTLED: readonly DeliveryState[] = ["pending", "claimed", "sending"];
const LEASED: readonly DeliveryState[] = ["claimed", "sending"];
const NO_LEASE = { lease_owner: null, lease_until: null };
const REASON_LENGTH_MAX = 500;
const RETRY_AFTER_MAX_MS = 7 * 24 * 60 * 60 * 1000;
const LISTED_MAX = 1_000;

/** What was being sent may have arrived; what was only claimed surely has not. */
const ENDED = {
  is_in_doubt: sql<number>`case when state = 'sending' then 1 else is_in_doubt end`,
  state: "pending",
  ...NO_LEASE,
};

type DeliveryRow = Selectable<Tables["deliveries"]>;

/** Given up before any try, such as while its subscription was paused. In a digest it may have left with others. */
const hasNeverLeft = (row: Pick<DeliveryRow, "state" | "first_sent_at" | "digest_id">): boolean =>
  row.state === "failed" && row.first_sent_at === null && row.digest_id === null;

/** The editions of an article, itself among them. */
const selectFamily = (database: Database, articleId: number) =>
  database
    .selectFrom("articles as own")
    .innerJoin("articles as each", (join) => join.onTrue())
    .select("each.id")
    .where("own.id", "=", articleId)
    .where(
      sql<boolean>`(each.id = coalesce(own.edition_of, own.id) or each.edition_of = coalesce(own.edition_of, own.id))`,
    );

function toSettled(result: Exclude<SendResult, { readonly outcome: "sent" }>, row: DeliveryRow, now: number) {
  const reason = toStorable(result.reason).slice(0, REASON_LENGTH_MAX);
  switch (result.outcome) {
    case "retry": {
      const afterMs = Math.min(Math.max(0, Math.trunc(result.afterMs) || 0), RETRY_AFTER_MAX_MS);
      const mayHaveArrived = result.isInDoubt === true && row.first_sent_at !== null;
      const isInDoubt = row.is_in_doubt === 1 || mayHaveArrived;
      const left = isInDoubt ? {} : { first_sent_at: null, left_after: null };
      const wasSent = row.state === "sending";
      const counts = {
        attempts: row.attempts - (wasSent && result.isUntried === true ? 1 : 0),
        // Counted before it left, in case of a crash; but this time it surely has not arrived.
        doubt_count: row.doubt_count - (wasSent && row.is_in_doubt === 1 && !mayHaveArrived ? 1 : 0),
        fault_count: row.fault_count + (result.isOwnFault === true ? 1 : 0),
      };
      const doubt = { is_in_doubt: isInDoubt ? 1 : 0, ...left, ...counts };
      return { state: "pending", due_at: now + afterMs, reason, ...NO_LEASE, ...doubt };
    }
    case "uncertain":
      return { state: "uncertain", settled_at: now, reason, ...NO_LEASE };
    case "refused":
    case "forbidden":
    case "gone":
      return { state: "failed", settled_at: now, reason, ...NO_LEASE };
  }
}

async function settleSent(
  database: Database,
  row: DeliveryRow,
  { messageId, isForFollowers = false }: Extract<SendResult, { readonly outcome: "sent" }>,
  now: number,
): Promise<void> {
  if (isForFollowers) await oweCrosspost(database, row, messageId, now);
  await database
    .updateTable("deliveries")
    .set({ state: "sent", settled_at: now, reason: null, message_id: toStorable(messageId), ...NO_LEASE })
    .where((each) => each.or([each("id", "=", row.id), each("digest_id", "=", row.id)]))
    .execute();
  // An edit would put one brief in the place of all.
  if (row.digest_id !== null) return;
  const values = { message_id: toStorable(messageId), sent_at: now };
  await database
    .insertInto("sent_posts")
    .values({ article_id: row.article_id, platform: row.platform, address: row.address, ...values })
    .onConflict((conflict) => conflict.columns(["article_id", "platform", "address"]).doUpdateSet(values))
    .execute();
}

/** The channel's next stands behind what is due elsewhere: one with a long line leaves the others their turn. */
async function takeTurns(database: Database, { platform, address }: DeliveryRow, now: number): Promise<void> {
  await sql`update deliveries set due_at = ${now} where due_at < ${now} and id = (
    select min(n.id) from deliveries n
    where n.platform = ${platform} and n.address = ${address} and n.state = 'pending')`.execute(database);
}

export function createOutbox(database: Database, dialect: Dialect): Outbox {
  const skipLocked = dialect.hasSkipLocked ? sql`for update of d skip locked` : sql``;
  return {
    ...createEdits(database, dialect),
    ...createInquiries(database),
    ...createMutes(database, dialect),

    async owe(articleId, recipient, now) {
      return database.transaction().execute(async (trx) => {
        const { platform, address } = recipient.destination;
        const owed = await trx
          .selectFrom("deliveries")
          .select(["id", "state", "first_sent_at", "digest_id"])
          .where("article_id", "in", selectFamily(trx, articleId))
          .where("platform", "=", platform)
          .where("address", "=", toStorable(address))
          .execute();
        if (!owed.every(hasNeverLeft)) return null;
        if ((await findMuted(trx, articleId)).includes(`${platform}:${toStorable(address)}`)) return null;
        for (const { id } of owed) await trx.deleteFrom("deliveries").where("id", "=", id).execute();
        const [id] = await insertDeliveries(trx, dialect, { articleId, recipients: [recipient], now });
        return id === undefined ? null : toDeliveryId(id);
      });
    },

    async claim(now, leaseMs, limit, owner, platforms) {
      const moment = toMoment(now);
      if (limit <= 0 || platforms?.length === 0) return [];
      const isOfThese = platforms === undefined ? sql`` : sql`and d.platform in (${sql.join(platforms)})`;
      // A common table expression, because a planner may run an inner select with a limit more than once.
      const { rows } = await sql<DeliveryRow>`
        with picked as (
          select d.id as id from deliveries d
          where d.state = 'pending' and d.due_at <= ${moment} ${isOfThese} and not exists (
            select 1 from deliveries e
            where e.platform = d.platform and e.address = d.address
              and e.state in ('pending', 'claimed', 'sending') and e.id < d.id)
          order by d.due_at, d.id limit ${limit} ${skipLocked}
        )
        update deliveries
        set state = 'claimed', lease_owner = ${owner}, lease_until = ${moment + leaseMs}, lease_ms = ${leaseMs}
        from picked where deliveries.id = picked.id returning *`.execute(database);
      return [...rows].sort((a, b) => a.due_at - b.due_at || a.id - b.id).map(toDelivery);
    },

    async markSending(id, owner, now, { mark = null, isFirst = false }: Partial<Leaving> = {}) {
      const moment = toMoment(now);
      const first = { first_sent_at: moment, is_in_doubt: 0, doubt_count: 0 };
      const { numUpdatedRows } = await database
        .updateTable("deliveries")
        .set((each) => ({
          state: "sending",
          first_sent_at: each.fn.coalesce("first_sent_at", each.cast<number>(each.val(moment), "bigint")),
          attempts: each("attempts", "+", 1),
          doubt_count: each("doubt_count", "+", each.ref("is_in_doubt")),
          left_after: mark === null ? each.ref("left_after") : mark,
          lease_until: each("lease_ms", "+", moment),
          ...(isFirst ? first : {}),
        }))
        .where("id", "=", id)
        .where("state", "=", "claimed")
        .where("lease_owner", "=", owner)
        .where("lease_until", ">", moment)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async settle(id, result, now, owner) {
      await database.transaction().execute(async (trx) => {
        const found = trx.selectFrom("deliveries").selectAll().where("id", "=", id);
        const row = await found.$if(dialect.hasSkipLocked, (query) => query.forUpdate()).executeTakeFirst();
        if (row === undefined || row.state === "sent") return;
        if (result.outcome === "sent") {
          await settleSent(trx, row, result, toMoment(now));
          return takeTurns(trx, row, toMoment(now));
        }
        const isHeld = owner === undefined || row.lease_owner === owner;
        if (!isHeld || !UNSETTLED.includes(toDeliveryState(row.state))) return;
        const values = toSettled(result, row, toMoment(now));
        await trx.updateTable("deliveries").set(values).where("id", "=", id).execute();
        if (values.state !== "pending") {
          await trx.updateTable("deliveries").set(values).where("digest_id", "=", id).execute();
        }
      });
    },

    async dropOld(before, now) {
      const { numUpdatedRows } = await database
        .updateTable("deliveries")
        .set({ state: "failed", settled_at: toMoment(now), reason: "too old to post" })
        .where("state", "in", ["pending", "waiting"])
        .where("due_at", "<=", toMoment(now))
        .where("created_at", "<", toMoment(before))
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },

    async release(owner) {
      const leased = database.updateTable("deliveries").where("state", "in", LEASED).where("lease_owner", "=", owner);
      await leased.set(ENDED).execute();
      await giveBackClaims(database, owner);
    },

    async recover(now, isSoleProcess) {
      const moment = toMoment(now);
      const { numUpdatedRows } = await database
        .updateTable("deliveries")
        .set(ENDED)
        .where("state", "in", LEASED)
        .$if(!isSoleProcess, (query) => query.where("lease_until", "<=", moment))
        .executeTakeFirst();
      if (isSoleProcess) await giveBackClaims(database, null);
      await releaseOrphans(database);
      return Number(numUpdatedRows);
    },

    async count() {
      const rows = await database
        .selectFrom("deliveries")
        .select(["state", (each) => each.fn.countAll<number>().as("count")])
        .groupBy("state")
        .execute();
      const counts = new Map(rows.map((row) => [row.state, row.count]));
      const zeros = DELIVERY_STATES.map((state) => [state, counts.get(state) ?? 0] as const);
      return Object.fromEntries(zeros) as Record<DeliveryState, number>;
    },

    async findByDestination({ platform, address }, limit) {
      const rows = await database
        .selectFrom("deliveries")
        .selectAll()
        .where("platform", "=", platform)
        .where("address", "=", toStorable(address))
        .orderBy("id", "desc")
        .limit(Math.min(Math.max(0, Math.trunc(limit)), LISTED_MAX))
        .execute();
      return rows.map((row) => ({ ...toDelivery(row), state: toDeliveryState(row.state), reason: row.reason }));
    },

    async findSent(articleId) {
      const rows = await database
        .selectFrom("sent_posts")
        .selectAll()
        .where("article_id", "in", selectFamily(database, articleId))
        .orderBy("sent_at")
        .orderBy("address")
        .execute();
      return rows.map((row) => ({
        articleId,
        destination: toDestination(row),
        messageId: row.message_id,
        sentAt: new Date(row.sent_at),
      }));
    },
  };
}
