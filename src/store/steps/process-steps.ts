/** Steps of the schema for several processes that share the work: who is there, who owns what, what the page showed. */

import { type Kysely, sql } from "kysely";
import type { Dialect } from "../dialects/dialect.ts";
import type { Tables } from "../tables.ts";

/** The times are the database's own. */
export async function createProcesses(database: Kysely<Tables>, { types }: Dialect): Promise<void> {
  const { integer, key, tableEnd } = types;
  await sql`create table processes (
    id ${key} primary key, began_at ${integer} not null, heard_at ${integer} not null) ${tableEnd}`.execute(database);
  await sql`create table seats (
    name ${key} primary key, process_id ${key} not null, taken_at ${integer} not null) ${tableEnd}`.execute(database);
  await sql`create index seats_process on seats (process_id)`.execute(database);
  // When its visit was last broken off by the death of a process: what kills one must not kill them all.
  await sql`alter table feed_states add column orphaned_at ${integer}`.execute(database);
  // What was seen to be new there and waits for a process that reads.
  await sql`alter table feed_states add column is_unread ${integer} not null default 0`.execute(database);
}

/** Whose claims they are, so that what a dead process had claimed need not wait for its lease to end. */
export async function addLeaseOwners(database: Kysely<Tables>, { types: { key } }: Dialect): Promise<void> {
  for (const table of ["edits", "notices", "crossposts"])
    await sql`alter table ${sql.table(table)} add column lease_owner ${key}`.execute(database);
}

export async function createRoomEvents(database: Kysely<Tables>, { types }: Dialect): Promise<void> {
  const { id, integer, text, key, tableEnd } = types;
  await sql`create table room_events (
    id ${id}, room ${key} not null, origin ${key} not null, only_for ${key}, event ${text} not null,
    at ${integer} not null) ${tableEnd}`.execute(database);
  await sql`create index room_events_room on room_events (room, id)`.execute(database);
}

export async function createRoomFiles(database: Kysely<Tables>, { types }: Dialect): Promise<void> {
  const { integer, text, key, tableEnd } = types;
  await sql`create table room_files (
    id ${key} primary key, room ${key} not null, name ${text} not null, content_type ${text} not null,
    text ${text} not null, at ${integer} not null) ${tableEnd}`.execute(database);
}
