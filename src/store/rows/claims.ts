/** What a process had claimed beside posts is given back when it ends: edits, notices, and what followers are owed. */

import { sql } from "kysely";
import type { Database } from "../dialects/dialect.ts";

/** Due at once, whoever held it where no owner is named. A notice that may have been said stays in doubt. */
export async function giveBackClaims(database: Database, owner: string | null): Promise<void> {
  const isTheirs = owner === null ? sql`lease_owner is not null` : sql`lease_owner = ${owner}`;
  await sql`update edits set due_at = 0, lease_owner = null where ${isTheirs}`.execute(database);
  for (const table of ["notices", "crossposts"])
    await sql`update ${sql.table(table)} set due_at = 0, lease_owner = null
      where ${isTheirs} and settled_at is null`.execute(database);
}
