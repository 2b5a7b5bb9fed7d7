/** Small named values, and values kept under a short id for buttons. */

import { randomInt } from "node:crypto";
import { sql } from "kysely";
import type { Keeper, NoteStore } from "../domain/note-store.ts";
import type { Database } from "./dialects/dialect.ts";
import { toStorable } from "./normalize.ts";
import { deleteOld } from "./rows/forget.ts";
import { toHash, toMoment } from "./tables.ts";

const toKeeperColumns = (keeper: Keeper | undefined) => ({
  platform: keeper === undefined ? null : keeper.destination.platform,
  address: keeper === undefined ? null : toStorable(keeper.destination.address),
  person_id: keeper === undefined || keeper.personId === null ? null : toStorable(keeper.personId),
});

export function createNoteStore(database: Database): NoteStore {
  return {
    async get(name) {
      const row = await database.selectFrom("notes").select("value").where("name", "=", name).executeTakeFirst();
      return row?.value ?? null;
    },

    async set(name, value, now) {
      const values = { value: toStorable(value), updated_at: toMoment(now) };
      await database
        .insertInto("notes")
        .values({ name, ...values })
        .onConflict((conflict) => conflict.column("name").doUpdateSet(values))
        .execute();
    },

    async keep(kind, value, now, keeper) {
      const columns = toKeeperColumns(keeper);
      const row = await database
        .insertInto("kept_values")
        // Not counted up: whoever sees one number is to know no other.
        .values({
          id: randomInt(2 ** 47),
          kind,
          value_hash: toHash(JSON.stringify([columns, value])),
          value: toStorable(value),
          kept_at: toMoment(now),
          ...columns,
        })
        .onConflict((conflict) => conflict.columns(["kind", "value_hash"]).doUpdateSet({ kept_at: toMoment(now) }))
        .returning("id")
        .executeTakeFirstOrThrow();
      return row.id;
    },

    async findKept(kind, id, keeper) {
      if (!Number.isSafeInteger(id)) return null;
      const found = await database
        .selectFrom("kept_values")
        .select(["value", "platform", "address", "person_id"])
        .where("kind", "=", kind)
        .where("id", "=", id)
        .executeTakeFirst();
      if (found === undefined) return null;
      const { platform, address, person_id: personId } = toKeeperColumns(keeper);
      const isThere = found.platform === platform && found.address === address;
      return isThere && (found.person_id === null || found.person_id === personId) ? found.value : null;
    },

    async isKept(kind, id, { platform, address }) {
      if (!Number.isSafeInteger(id)) return false;
      const found = await database
        .selectFrom("kept_values")
        .select(sql<number>`1`.as("one"))
        .where("kind", "=", kind)
        .where("id", "=", id)
        .where("platform", "=", platform)
        .where("address", "=", toStorable(address))
        .executeTakeFirst();
      return found !== undefined;
    },

    forgetKept: (before) => deleteOld(database, "kept_values", toMoment(before)),
  };
}
