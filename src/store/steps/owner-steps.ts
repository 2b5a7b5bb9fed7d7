/** Steps of the schema for whose things are: what is kept behind buttons, and what lies in which server. */

import { type Kysely, sql } from "kysely";
import type { Dialect } from "../dialects/dialect.ts";
import type { Tables } from "../tables.ts";

/** Kept for one person in one place. What was kept for nobody in particular is nobody's, and is asked for again. */
export async function addKeepers(database: Kysely<Tables>, { types: { key } }: Dialect): Promise<void> {
  await sql`delete from kept_values`.execute(database);
  for (const column of ["platform", "address", "person_id"]) {
    await sql`alter table kept_values add column ${sql.ref(column)} ${key}`.execute(database);
  }
  await sql`create index kept_values_place on kept_values (platform, address)`.execute(database);
  await sql`create index kept_values_person on kept_values (platform, person_id)`.execute(database);
}

/** Which server a subscription lies in, where the platform says; for limits. */
export async function addServers(database: Kysely<Tables>, { types: { key } }: Dialect): Promise<void> {
  await sql`alter table subscriptions add column server ${key}`.execute(database);
  await sql`create index subscriptions_server on subscriptions (server) where server is not null`.execute(database);
}

/** What people added is told apart from the catalog, also once its feed is gone. */
export async function addOwners(database: Kysely<Tables>, { types: { integer } }: Dialect): Promise<void> {
  await sql`alter table feeds add column unwanted_since ${integer}`.execute(database);
  await sql`alter table articles add column is_added ${integer} not null default 0`.execute(database);
  await sql`update articles set is_added = 1
    where feed_id in (select id from feeds where origin = 'added')`.execute(database);
}
