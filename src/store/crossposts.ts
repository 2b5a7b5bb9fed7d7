/** Posts that followers are owed: at most ten tries an hour in a channel, which outlive a restart. */

import { type Selectable, sql } from "kysely";
import type { CrosspostStore } from "../domain/crosspost.ts";
import type { Database, Dialect } from "./dialects/dialect.ts";
import { toStorable } from "./normalize.ts";
import { toDestination } from "./subscription-rows.ts";
import { type Tables, toMoment } from "./tables.ts";

/** Seen by many, documented by nobody; Discord's own answer is obeyed besides. */
const PER_HOUR_MAX = 10;
const HOUR_MS = 60 * 60 * 1000;
/** More waiting than a channel can publish in half a day is news no more: the oldest are left unpublished. */
const WAITING_MAX = 50;

type Row = Selectable<Tables["crossposts"]>;

/** Inside the transaction that settles the post. Behind all that waits there already. */
export async function oweCrosspost(
  database: Database,
  { platform, address }: { readonly platform: string; readonly address: string },
  messageId: string,
  now: number,
): Promise<void> {
  const waiting = database
    .selectFrom("crossposts")
    .where("platform", "=", platform)
    .where("address", "=", address)
    .where("settled_at", "is", null);
  const last = await waiting.select((each) => each.fn.max("due_at").as("due_at")).executeTakeFirst();
  const row = { platform, address, message_id: toStorable(messageId), sent_at: now, attempts: 0 };
  await database
    .insertInto("crossposts")
    .values({
      ...row,
      due_at: Math.min(now + HOUR_MS, Math.max(now, last?.due_at ?? 0)),
      tried_at: null,
      settled_at: null,
      lease_owner: null,
    })
    .onConflict((conflict) => conflict.columns(["platform", "address", "message_id"]).doNothing())
    .execute();
  const newest = waiting.select("message_id").orderBy("sent_at", "desc").orderBy("message_id", "desc");
  const kept = (await newest.limit(WAITING_MAX + 1).execute()).map((each) => each.message_id);
  const oldest = kept[WAITING_MAX];
  if (oldest === undefined) return;
  await database
    .updateTable("crossposts")
    .set({ settled_at: now })
    .where("platform", "=", platform)
    .where("address", "=", address)
    .where("message_id", "=", oldest)
    .execute();
}

export function createCrosspostStore(database: Database, dialect: Dialect): CrosspostStore {
  const skipLocked = dialect.hasSkipLocked ? sql`for update of c skip locked` : sql``;
  const isSame = (one: string, other: string) =>
    sql`${sql.raw(one)}.platform = ${sql.raw(other)}.platform and ${sql.raw(one)}.address = ${sql.raw(other)}.address`;

  /** What can be published no sooner than in a while is not asked for each second. */
  async function putOff(trx: Database, { platform, address }: Pick<Row, "platform" | "address">, now: number) {
    const tried = trx
      .selectFrom("crossposts")
      .where("platform", "=", platform)
      .where("address", "=", address)
      .where("tried_at", ">", now - HOUR_MS)
      .where("tried_at", "<=", now);
    const rows = await tried.select("tried_at").orderBy("tried_at", "desc").limit(PER_HOUR_MAX).execute();
    const first = rows[PER_HOUR_MAX - 1]?.tried_at ?? null;
    if (first === null) return;
    await trx
      .updateTable("crossposts")
      .set({ due_at: first + HOUR_MS })
      .where("platform", "=", platform)
      .where("address", "=", address)
      .where("settled_at", "is", null)
      .where("due_at", "<", first + HOUR_MS)
      .execute();
  }

  return {
    async claim(now, leaseMs, limit, platforms, owner) {
      const moment = toMoment(now);
      if (limit <= 0 || platforms?.length === 0) return [];
      const isOfThese = platforms === undefined ? sql`` : sql`and c.platform in (${sql.join(platforms)})`;
      const due = database.selectFrom("crossposts").select("message_id").where("settled_at", "is", null);
      // Asked every second, and nearly always there is none.
      if ((await due.where("due_at", "<=", moment).limit(1).execute()).length === 0) return [];
      const { rows } = await sql<Row>`
        with picked as (
          select c.platform as platform, c.address as address, c.message_id as message_id from crossposts c
          where c.settled_at is null and c.due_at <= ${moment} ${isOfThese}
            and not exists (
              select 1 from crossposts e where ${isSame("e", "c")} and e.settled_at is null
                and (e.due_at < c.due_at or (e.due_at = c.due_at and e.message_id < c.message_id)))
            and (
              select count(*) from crossposts t where ${isSame("t", "c")} and t.message_id <> c.message_id
                and t.tried_at > ${moment - HOUR_MS} and t.tried_at <= ${moment}) < ${PER_HOUR_MAX}
          order by c.due_at, c.message_id limit ${limit} ${skipLocked}
        )
        update crossposts set due_at = ${moment + leaseMs}, tried_at = ${moment}, attempts = attempts + 1, lease_owner = ${owner ?? null}
        from picked
        where ${isSame("crossposts", "picked")} and crossposts.message_id = picked.message_id
        returning *`.execute(database);
      return rows.map((row) => ({
        destination: toDestination(row),
        messageId: row.message_id,
        sentAt: new Date(row.sent_at),
        attempts: row.attempts,
      }));
    },

    async settle({ destination: { platform, address }, messageId }, retryAt, now) {
      const moment = toMoment(now);
      const place = { platform, address: toStorable(address) };
      await database.transaction().execute(async (trx) => {
        const values = retryAt === null ? { settled_at: moment } : { due_at: toMoment(retryAt) };
        await trx
          .updateTable("crossposts")
          .set({ ...values, lease_owner: null })
          .where("platform", "=", place.platform)
          .where("address", "=", place.address)
          .where("message_id", "=", toStorable(messageId))
          .where("settled_at", "is", null)
          .execute();
        await putOff(trx, place, moment);
        // Kept for the hour in which they count.
        await trx
          .deleteFrom("crossposts")
          .where("platform", "=", place.platform)
          .where("address", "=", place.address)
          .where("settled_at", "<=", moment - HOUR_MS)
          .execute();
      });
    },

    async count() {
      const waiting = database.selectFrom("crossposts").where("settled_at", "is", null);
      return (await waiting.select((each) => each.fn.countAll<number>().as("count")).executeTakeFirstOrThrow()).count;
    },
  };
}
