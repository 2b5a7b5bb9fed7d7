/** Room a SQLite file and its write-ahead log no longer need goes back to the disk. */

import { type Kysely, sql } from "kysely";
import { takeTurn } from "../rows/turns.ts";
import type { Tables } from "../tables.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";

/** How long a statement waits for another process. */
export const BUSY_TIMEOUT_MS = 5_000;
/** Moved to the end of the file and cut off at once; some 5 ms. */
const PAGES_AT_ONCE = 200;
/** Left for what is stored next. */
const PAGES_KEPT_FREE = 500;

export interface Reclaiming {
  /** Empties the write-ahead log into the file. */
  truncateLog(): Promise<void>;
  /** The same, and before it the file gives back what is free in it, a little at a time. */
  reclaim(): Promise<void>;
}

export function createReclaiming(connection: SqliteConnection, database: Kysely<Tables>): Reclaiming {
  /** Alone on the connection: inside another's transaction it could be taken back. */
  const run = (text: string): Promise<void> => database.connection().execute(async () => void connection.exec(text));
  const countFree = async (): Promise<number> => {
    const { rows } = await sql<{ freelist_count: number }>`pragma freelist_count`.execute(database);
    return rows[0]?.freelist_count ?? 0;
  };
  /** At once or not at all: whoever reads meanwhile, such as a backup, would be waited for with nobody else served. */
  const truncateLog = (): Promise<void> =>
    run(`pragma busy_timeout = 0; pragma wal_checkpoint(TRUNCATE); pragma busy_timeout = ${BUSY_TIMEOUT_MS}`);
  return {
    truncateLog,
    async reclaim() {
      // A file made before this was so gives nothing back.
      for (let free = await countFree(), before = free + 1; free > PAGES_KEPT_FREE && free < before; ) {
        await run(`pragma incremental_vacuum(${PAGES_AT_ONCE})`);
        await takeTurn();
        before = free;
        free = await countFree();
      }
      await truncateLog();
    },
  };
}
