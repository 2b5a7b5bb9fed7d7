/** Entries met before, by their keys: marking many of them, within what a statement can bind. */

import { type RawBuilder, sql } from "kysely";
import type { Database, Dialect } from "../dialects/dialect.ts";
import { toStorable } from "../normalize.ts";
import { toMoment } from "../tables.ts";

/** Below the smallest limit of bound values in one statement (SQLite: 32,766). */
const KEYS_PER_STATEMENT_MAX = 500;
const ERROR_LENGTH_MAX = 500;

export function toChunks<T>(list: readonly T[]): readonly (readonly T[])[] {
  const chunks: (readonly T[])[] = [];
  for (let start = 0; start < list.length; start += KEYS_PER_STATEMENT_MAX) {
    chunks.push(list.slice(start, start + KEYS_PER_STATEMENT_MAX));
  }
  return chunks;
}

export const toKeys = (keys: readonly string[]): readonly string[] => [...new Set(keys.map(toStorable))];

/** What an entry failed at, within bounds. */
export const toStoredError = (error: string): string => toStorable(error).slice(0, ERROR_LENGTH_MAX);

/** Entries of a feed met at a moment; none of them twice in one list. */
export interface Met {
  readonly feedId: string;
  readonly keys: readonly string[];
  readonly now: Date;
}

/** Statements that mark entries as seen. */
export function toSeenStatements(
  dialect: Dialect,
  met: readonly Met[],
  error: string | null,
): readonly RawBuilder<unknown>[] {
  const text = error === null ? null : toStoredError(error);
  const rows = met.flatMap(({ feedId, keys, now }) => {
    const values = { feed_id: feedId, last_met_at: toMoment(now), failure_count: 0, is_seen: 1, error: text };
    return toKeys(keys).map((key) => ({ ...values, key }));
  });
  return toChunks(rows).map(
    (chunk) => sql`${dialect.insertRows("seen", chunk)} on conflict (feed_id, key) do update set
      last_met_at = excluded.last_met_at, is_seen = excluded.is_seen, error = excluded.error`,
  );
}

/** Marks entries as seen inside the caller's transaction. */
export async function insertSeen(
  database: Database,
  dialect: Dialect,
  met: Met,
  error: string | null = null,
): Promise<void> {
  for (const each of toSeenStatements(dialect, [met], error)) await each.execute(database);
}
