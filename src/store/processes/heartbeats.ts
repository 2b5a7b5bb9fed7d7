/** The processes on one store: their heartbeats, the seats one of them holds for all, and what the dead had claimed. */

import { sql } from "kysely";
import type { ProcessStore, SeatGroup } from "../../domain/processes/process-store.ts";
import type { Outbox } from "../../domain/store.ts";
import type { Database, Dialect } from "../dialects/dialect.ts";

/** Longer than any feed is read: the second death within it is of the feed's doing. */
const ORPHAN_PAUSE_MS = 60 * 60 * 1000;

/** All of a group or none: of two processes that begin together, one gets both sides of a token. */
async function takeSeats(database: Database, { nowMs }: Dialect, id: string, group: SeatGroup): Promise<void> {
  const names = [...group].sort();
  if (names.length === 0) return;
  const taken = await database
    .selectFrom("seats")
    .select("name")
    .where("name", "in", names)
    .where("process_id", "!=", id)
    .execute();
  if (taken.length > 0) return;
  // In one order, so that another process's turn waits at the first of them and then finds it taken.
  for (const name of names) {
    await database
      .insertInto("seats")
      .values({ name, process_id: id, taken_at: nowMs })
      .onConflict((conflict) => conflict.column("name").doNothing())
      .execute();
  }
}

export function createProcessStore(
  database: Database,
  dialect: Dialect,
  toOutbox: (database: Database) => Pick<Outbox, "release">,
): ProcessStore {
  const { nowMs } = dialect;

  async function giveBack(trx: Database, id: string): Promise<void> {
    await toOutbox(trx).release(id);
    await trx
      .updateTable("feed_states")
      .set({ lease_owner: null, lease_until: null, orphaned_at: nowMs })
      .where("lease_owner", "=", id)
      .where(sql<boolean>`(orphaned_at is null or orphaned_at < ${nowMs} - ${ORPHAN_PAUSE_MS})`)
      .execute();
    await trx.deleteFrom("seats").where("process_id", "=", id).execute();
  }

  return {
    beat(id, wanted) {
      return database.transaction().execute(async (trx) => {
        const heard = await trx
          .updateTable("processes")
          .set({ heard_at: nowMs })
          .where("id", "=", id)
          .executeTakeFirst();
        const isKnown = heard.numUpdatedRows > 0n;
        if (!isKnown) await trx.insertInto("processes").values({ id, began_at: nowMs, heard_at: nowMs }).execute();
        const names = wanted.flat();
        const unwanted = trx.deleteFrom("seats").where("process_id", "=", id);
        await (names.length === 0 ? unwanted : unwanted.where("name", "not in", names)).execute();
        for (const group of wanted) await takeSeats(trx, dialect, id, group);
        const held = await trx.selectFrom("seats").select("name").where("process_id", "=", id).execute();
        return { seats: new Set(held.map(({ name }) => name)), wasBuried: !isKnown };
      });
    },

    async leave(id) {
      await database.transaction().execute(async (trx) => {
        await trx.deleteFrom("seats").where("process_id", "=", id).execute();
        await trx.deleteFrom("processes").where("id", "=", id).execute();
      });
    },

    async bury(silentMs) {
      const isSilent = sql<boolean>`heard_at < ${nowMs} - ${silentMs}`;
      const silent = await database.selectFrom("processes").select("id").where(isSilent).execute();
      const buried: string[] = [];
      for (const { id } of silent) {
        // Looked at again inside: it may have been heard of, or been buried by another, meanwhile.
        const isBuried = await database.transaction().execute(async (trx) => {
          const gone = await trx.deleteFrom("processes").where("id", "=", id).where(isSilent).executeTakeFirst();
          if (gone.numDeletedRows === 0n) return false;
          await giveBack(trx, id);
          return true;
        });
        if (isBuried) buried.push(id);
      }
      return buried;
    },

    async buryAll() {
      await database.transaction().execute(async (trx) => {
        const leased = trx.selectFrom("feed_states").select("lease_owner as id").where("lease_owner", "is not", null);
        for (const { id } of await leased.distinct().execute()) if (id !== null) await giveBack(trx, id);
        await trx.deleteFrom("seats").execute();
        await trx.deleteFrom("processes").execute();
      });
    },
  };
}
