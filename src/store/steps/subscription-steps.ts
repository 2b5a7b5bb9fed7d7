/** Steps of the schema for subscriptions: the log of what changes, by which every process keeps them in memory. */

import { type Kysely, sql } from "kysely";
import type { Dialect } from "../dialects/dialect.ts";
import type { Tables } from "../tables.ts";

/** Written by the database itself, so that no statement can forget it; versions come in the order of the commits. */
export async function logSubscriptions(database: Kysely<Tables>, dialect: Dialect): Promise<void> {
  const { id, integer, tableEnd } = dialect.types;
  await sql`create table subscription_changes (
    version ${id}, subscription_id ${integer} not null) ${tableEnd}`.execute(database);
  await dialect.logSubscriptions(database);
}
