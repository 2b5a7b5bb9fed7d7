/** Entries met before, by their keys: marking many of them, within what a statement can bind. */

import type { Database } from "../dialects/dialect.ts";
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

/** Statements that mark entries as seen. */
export function toSeenStatements(
  database: Database,
  feedId: string,
  keys: readonly string[],
  now: Date,
  error: string | null,
) {
  const text = error === null ? null : toStoredError(error);
  const values = { feed_id: feedId, last_met_at: toMoment(now), failure_count: 0, is_seen: 1, error: text };
  return toChunks(toKeys(keys)).map((chunk) =>
    database
      .insertInto("seen")
      .values(chunk.map((key) => ({ ...values, key })))
      .onConflict((conflict) =>
        conflict.columns(["feed_id", "key"]).doUpdateSet((row) => ({
          last_met_at: row.ref("excluded.last_met_at"),
          is_seen: row.ref("excluded.is_seen"),
          error: row.ref("excluded.error"),
        })),
      ),
  );
}

/** Marks entries as seen inside the caller's transaction. */
export async function insertSeen(...given: Parameters<typeof toSeenStatements>): Promise<void> {
  for (const each of toSeenStatements(...given)) await each.execute();
}
