/** What stood in a channel's line for too long waits to be gathered, with all that stands behind it. */

import type { DigestStore } from "../domain/store.ts";
import type { Database, Dialect } from "./dialects/dialect.ts";
import { dissolve, isRest } from "./digests.ts";
import { toMoment } from "./tables.ts";

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
          .select(["id", "digest", "platform", "address", "subscription_id"])
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
          .where("subscription_id", "=", claimed.subscription_id)
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
