/** What cannot leave now: places that refuse the bot, and lines that have stood for so long that they leave as one digest. */

import { type Selectable, sql } from "kysely";
import type { Hold, HoldStore } from "../domain/delivery-reports.ts";
import { findNextTry } from "../domain/send-times.ts";
import type { DigestStore } from "../domain/store.ts";
import type { Destination } from "../domain/subscription.ts";
import type { Database, Dialect } from "./dialects/dialect.ts";
import { dissolve, isRest } from "./digests.ts";
import { toStorable } from "./normalize.ts";
import { hasSubscriptions } from "./rows/owed.ts";
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
        if (!(await hasSubscriptions(trx, place))) return until;
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

/** More than this is not taken at once; what is left is met again. */
const LINE_MAX = 5_000;

/** A digest made for its hour leaves as it is. */
const canBeGathered = ({ digest }: { readonly digest: string | null }): boolean => digest === null || isRest(digest);

export function createLate(database: Database, { hasSkipLocked }: Dialect): Pick<DigestStore, "holdLate"> {
  return {
    async holdLate(id, owner, now) {
      const moment = toMoment(now);
      return database.transaction().execute(async (trx) => {
        const claimed = await trx
          .selectFrom("deliveries")
          .select(["id", "digest", "platform", "address"])
          .where("id", "=", id)
          .where("state", "=", "claimed")
          .where("lease_owner", "=", owner)
          .where("first_sent_at", "is", null)
          .$if(hasSkipLocked, (query) => query.forUpdate())
          .executeTakeFirst();
        if (claimed === undefined || !canBeGathered(claimed)) return false;
        const behind = await trx
          .selectFrom("deliveries")
          .select(["id", "digest"])
          .where("platform", "=", claimed.platform)
          .where("address", "=", claimed.address)
          .where("state", "=", "pending")
          .where("first_sent_at", "is", null)
          .orderBy("id")
          .limit(LINE_MAX)
          .$if(hasSkipLocked, (query) => query.forUpdate())
          .execute();
        const line = [claimed, ...behind.filter(canBeGathered)];
        // A digest is put together anew even alone: some of it may be too old by now.
        if (line.length === 1 && claimed.digest === null) return false;
        for (const each of line) {
          const waiting = { state: "waiting", due_at: moment, lease_owner: null, lease_until: null };
          await trx.updateTable("deliveries").set(waiting).where("id", "=", each.id).execute();
          if (each.digest !== null) await dissolve(trx, each.id, each.digest, moment);
        }
        return true;
      });
    },
  };
}
