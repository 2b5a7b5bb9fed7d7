/** What happened in the rooms of the page, for the pages of other processes: numbered in the order it was added. */

import type { Selectable } from "kysely";
import { z } from "zod";
import type { RoomLog, RoomNote, StoredRoomNote } from "../../domain/processes/process-store.ts";
import type { Database, Dialect } from "../dialects/dialect.ts";
import { toStorable } from "../normalize.ts";
import { type Tables, toMoment } from "../tables.ts";

const LOADED_MAX = 20_000;
/** They may have megabytes. */
const FILES_MAX = 40;
const SECRET_NOTE = "page-secret";

const toNote = (row: Selectable<Tables["room_events"]>): StoredRoomNote => ({
  id: row.id,
  room: row.room,
  onlyFor: row.only_for,
  event: row.event,
});

export function createRoomLog(database: Database, dialect: Dialect): RoomLog {
  async function insert(trx: Database, origin: string, notes: readonly RoomNote[], now: Date): Promise<void> {
    for (const { room, onlyFor, event } of notes) {
      const values = { room: toStorable(room), origin, only_for: onlyFor, event: toStorable(event), at: toMoment(now) };
      await trx.insertInto("room_events").values(values).execute();
    }
  }

  return {
    async add(origin, notes, now) {
      await database.transaction().execute(async (trx) => {
        // Without it a lower number might become visible after a higher one, and would never be read.
        await dialect.lockRooms(trx);
        await insert(trx, origin, notes, now);
      });
    },

    async replace(origin, note, now) {
      await database.transaction().execute(async (trx) => {
        await dialect.lockRooms(trx);
        await trx.deleteFrom("room_events").where("room", "=", toStorable(note.room)).execute();
        await trx.deleteFrom("room_files").where("room", "=", toStorable(note.room)).execute();
        await insert(trx, origin, [note], now);
      });
    },

    async listAfter(id, exceptOrigin, limit) {
      const rows = await database
        .selectFrom("room_events")
        .selectAll()
        .where("id", ">", id)
        .where("origin", "!=", exceptOrigin)
        .orderBy("id")
        .limit(limit)
        .execute();
      return rows.map(toNote);
    },

    async listLast(perRoomMax) {
      const rows = await database
        .selectFrom("room_events")
        .selectAll()
        .orderBy("id", "desc")
        .limit(LOADED_MAX)
        .execute();
      const counts = new Map<string, number>();
      const last = rows.filter(({ room }) => {
        const count = (counts.get(room) ?? 0) + 1;
        counts.set(room, count);
        return count <= perRoomMax;
      });
      return { notes: last.toReversed().map(toNote), lastId: rows[0]?.id ?? 0 };
    },

    async getSecret(fresh, now) {
      const values = { name: SECRET_NOTE, value: JSON.stringify(fresh), updated_at: toMoment(now) };
      await database
        .insertInto("notes")
        .values(values)
        .onConflict((conflict) => conflict.column("name").doNothing())
        .execute();
      const kept = database.selectFrom("notes").select("value").where("name", "=", SECRET_NOTE);
      return z.string().parse(JSON.parse((await kept.executeTakeFirstOrThrow()).value));
    },

    async keepFile(id, { room, name, contentType, text }, now) {
      const texts = { room: toStorable(room), name: toStorable(name), content_type: toStorable(contentType) };
      const at = toMoment(now);
      await database
        .insertInto("room_files")
        .values({ id, ...texts, text: toStorable(text), at })
        .execute();
      const newest = database.selectFrom("room_files").select("id").orderBy("at", "desc").orderBy("id");
      const kept = await newest.limit(FILES_MAX).execute();
      await database
        .deleteFrom("room_files")
        .where(
          "id",
          "not in",
          kept.map((each) => each.id),
        )
        .execute();
    },

    async findFile(id) {
      const row = await database.selectFrom("room_files").selectAll().where("id", "=", id).executeTakeFirst();
      if (row === undefined) return null;
      return { room: row.room, name: row.name, contentType: row.content_type, text: row.text };
    },

    async forget(before) {
      await database.deleteFrom("room_files").where("at", "<", toMoment(before)).execute();
      const old = database.deleteFrom("room_events").where("at", "<", toMoment(before));
      return Number((await old.executeTakeFirst()).numDeletedRows);
    },
  };
}
