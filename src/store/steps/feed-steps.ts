/** Steps of the schema for feeds: their paces, their places, and what their articles are filed under. */

import { type Kysely, sql } from "kysely";
import type { Dialect } from "../dialects/dialect.ts";
import type { Tables } from "../tables.ts";

export async function addTopics(database: Kysely<Tables>, { types: { text } }: Dialect): Promise<void> {
  await sql`alter table feeds add column regions ${text} not null default '[]'`.execute(database);
  await sql`alter table articles add column categories ${text} not null default '[]'`.execute(database);
}

export async function addPaces(database: Kysely<Tables>, { types: { integer } }: Dialect): Promise<void> {
  await sql`alter table feeds add column poll_minutes_min ${integer}`.execute(database);
}
