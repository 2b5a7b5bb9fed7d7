/** Places that refuse the bot for now, and since when. */

import { type Selectable, sql } from "kysely";
import type { Hold, HoldStore } from "../domain/delivery-reports.ts";
import { findNextTry } from "../domain/send-times.ts";
import type { Destination } from "../domain/subscription.ts";
import type { Database } from "./dialects/dialect.ts";
import { toStorable } from "./normalize.ts";
import { toDestination } from "./subscription-rows.ts";
import { type Tables, toMoment } from "./tables.ts";

interface Place {
  readonly platform: string;
  readonly address: string;
}

const toPlace = ({ platform, address }: Destination): Place => ({ platform, address: toStorable(address) });

const toHold = (row: Selectable<Tables["holds"]>): Hold => ({
  destination: toDestination(row),
  reason: row.reason,
  since: new Date(row.since),
  until: new Date(row.until),
});

/** The place itself, and what lies in it, such as the topics of a Telegram chat: `whole/part`. */
export const isWithin = ({ platform, address }: Place) => sql<boolean>`(platform = ${platform}
  and (address = ${address} or substr(address, 1, ${address.length + 1}) = ${`${address}/`}))`;

/** Inside the caller's transaction: the place has a new address, where it may be let in. */
export async function dropHold(database: Database, { platform, address }: Place): Promise<void> {
  await database.deleteFrom("holds").where("platform", "=", platform).where("address", "=", address).execute();
}

async function find(database: Database, { platform, address }: Place): Promise<Hold | null> {
  const all = database.selectFrom("holds").selectAll().where("platform", "=", platform);
  const row = await all.where("address", "=", address).executeTakeFirst();
  return row === undefined ? null : toHold(row);
}

export function createHoldStore(database: Database): HoldStore {
  return {
    find: (destination) => find(database, toPlace(destination)),

    async list(platform) {
      const rows = await database.selectFrom("holds").selectAll().where("platform", "=", platform).execute();
      return rows.map(toHold);
    },

    async refuse(destination, reason, now) {
      const place = toPlace(destination);
      return database.transaction().execute(async (trx) => {
        const since = (await find(trx, place))?.since ?? now;
        const until = findNextTry(since, now);
        if (until === null) {
          await dropHold(trx, place);
          return null;
        }
        const values = { reason: toStorable(reason), until: toMoment(until) };
        await trx
          .insertInto("holds")
          .values({ ...place, ...values, since: toMoment(since) })
          .onConflict((conflict) => conflict.columns(["platform", "address"]).doUpdateSet(values))
          .execute();
        return until;
      });
    },

    async lift(destination, now) {
      // Asked after every post, and nearly always there is none.
      const held = await database
        .selectFrom("holds")
        .select(["platform", "address"])
        .where(isWithin(toPlace(destination)))
        .execute();
      for (const place of held) {
        await database.transaction().execute(async (trx) => {
          await dropHold(trx, place);
          await trx
            .updateTable("deliveries")
            .set({ due_at: toMoment(now) })
            .where("platform", "=", place.platform)
            .where("address", "=", place.address)
            .where("state", "=", "pending")
            .where("due_at", ">", toMoment(now))
            .execute();
        });
      }
      return held.length > 0;
    },
  };
}
