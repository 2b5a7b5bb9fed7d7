/** Steps of the schema that came for the sake of delivery: doubts that are counted, places on hold, stories not wanted, what followers are owed. */

import { type Kysely, sql } from "kysely";
import type { Dialect } from "../dialects/dialect.ts";
import type { Tables } from "../tables.ts";

/** Counted before a post leaves, so that a crash cannot forget it; and where to look for what left. */
export async function addDoubts(database: Kysely<Tables>, { types }: Dialect): Promise<void> {
  const { integer, text } = types;
  await sql`alter table deliveries add column doubt_count ${integer} not null default 0`.execute(database);
  await sql`alter table deliveries add column fault_count ${integer} not null default 0`.execute(database);
  await sql`alter table deliveries add column left_after ${text}`.execute(database);
}

export async function createMutes(database: Kysely<Tables>, { types }: Dialect): Promise<void> {
  const { integer, key, tableEnd } = types;
  await sql`create table mutes (
    platform ${key} not null, address ${key} not null, story_key ${integer} not null, muted_at ${integer} not null,
    primary key (story_key, platform, address)) ${tableEnd}`.execute(database);
  await sql`create index mutes_destination on mutes (platform, address)`.execute(database);
}

export async function createHolds(database: Kysely<Tables>, { types }: Dialect): Promise<void> {
  const { integer, text, key, tableEnd } = types;
  await sql`create table holds (
    platform ${key} not null, address ${key} not null, reason ${text} not null, since ${integer} not null,
    until ${integer} not null, primary key (platform, address)) ${tableEnd}`.execute(database);
}

export async function createCrossposts(database: Kysely<Tables>, { types }: Dialect): Promise<void> {
  const { integer, key, tableEnd } = types;
  await sql`create table crossposts (
    platform ${key} not null, address ${key} not null, message_id ${key} not null, sent_at ${integer} not null,
    attempts ${integer} not null, due_at ${integer} not null, tried_at ${integer}, settled_at ${integer},
    primary key (platform, address, message_id)) ${tableEnd}`.execute(database);
  await sql`create index crossposts_due on crossposts (due_at) where settled_at is null`.execute(database);
}
