/**
 * When FTS5 merges what its indexes are written in. Left to itself it merges 64 pages for each level of an index as soon
 * as 64 rows were deleted, inside a commit: a tenth of a second, and most of what a sweep took.
 */

import { sql } from "kysely";
import type { Database, WordTable } from "./dialect.ts";

/** At once; some 3 ms. */
const PAGES_AT_ONCE = 8;
/** FTS5's own. */
const AUTOMERGE = 4;
/** A merge that changes less has found nothing to do. */
const CHANGES_MIN = 2;

const order = (database: Database, table: WordTable, what: "automerge" | "merge", value: number) =>
  sql`insert into ${sql.table(table)} (${sql.ref(table)}, rank) values (${sql.lit(what)}, ${sql.lit(value)})`.execute(
    database,
  );

/** Inside a transaction: deletes, then merges a little and no more. */
export async function whileMergingLittle(
  database: Database,
  table: WordTable,
  deleteRows: () => Promise<void>,
): Promise<void> {
  await order(database, table, "automerge", 0);
  await deleteRows();
  await order(database, table, "merge", PAGES_AT_ONCE);
  await order(database, table, "automerge", AUTOMERGE);
}

async function countChanges(database: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select total_changes() as count`.execute(database);
  return rows[0]?.count ?? 0;
}

/** Resolves with whether there was anything to merge. Alone on its connection. */
export async function mergeLittle(database: Database, table: WordTable): Promise<boolean> {
  const before = await countChanges(database);
  await order(database, table, "merge", PAGES_AT_ONCE);
  return (await countChanges(database)) - before >= CHANGES_MIN;
}
