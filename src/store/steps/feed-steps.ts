/** Steps of the schema for feeds: their paces and the places whose news they bring. */

import { type Kysely, sql } from "kysely";
import type { Dialect } from "../dialects/dialect.ts";
import type { Tables } from "../tables.ts";

export async function addRegions(database: Kysely<Tables>, { types: { text } }: Dialect): Promise<void> {
  await sql`alter table feeds add column regions ${text} not null default '[]'`.execute(database);
}

/** Another site's feed is named beside the outlet of a page it led to. */
export async function addFoundVia(database: Kysely<Tables>, { types: { text } }: Dialect): Promise<void> {
  await sql`alter table articles add column found_via ${text}`.execute(database);
}

export async function addPaces(database: Kysely<Tables>, { types: { integer } }: Dialect): Promise<void> {
  await sql`alter table feeds add column poll_minutes_min ${integer}`.execute(database);
}

/** A site without a feed is read from its page. */
export async function addPages(database: Kysely<Tables>, { types: { integer } }: Dialect): Promise<void> {
  await sql`alter table feeds add column is_page ${integer} not null default 0`.execute(database);
}
