/** Small named values, and values kept under a short id for buttons. */

import { randomInt } from "node:crypto";
import type { NoteStore } from "../domain/store.ts";
import type { Database } from "./dialects/dialect.ts";
import { toStorable } from "./normalize.ts";
import { toHash, toMoment } from "./tables.ts";

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

    async keep(kind, value, now) {
      const row = await database
        .insertInto("kept_values")
        // Not counted up: whoever sees one number is to know no other.
        .values({
          id: randomInt(2 ** 47),
          kind,
          value_hash: toHash(value),
          value: toStorable(value),
          kept_at: toMoment(now),
        })
        .onConflict((conflict) => conflict.columns(["kind", "value_hash"]).doUpdateSet({ kept_at: toMoment(now) }))
        .returning("id")
        .executeTakeFirstOrThrow();
      return row.id;
    },

    async findKept(kind, id) {
      if (!Number.isSafeInteger(id)) return null;
      const found = database.selectFrom("kept_values").select("value").where("kind", "=", kind).where("id", "=", id);
      return (await found.executeTakeFirst())?.value ?? null;
    },

    async forgetKept(before) {
      const result = await database
        .deleteFrom("kept_values")
        .where("kept_at", "<", toMoment(before))
        .executeTakeFirst();
      return Number(result.numDeletedRows);
    },
  };
}
