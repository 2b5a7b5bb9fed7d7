/** Room a SQLite file and its write-ahead log no longer need goes back to the disk. */

import { type Kysely, sql } from "kysely";
import { takeTurn } from "../rows/turns.ts";
import type { Tables } from "../tables.ts";
import type { WordTable } from "./dialect.ts";
import type { SqliteConnection } from "./sqlite-connection.ts";
import { mergeLittle } from "./sqlite-merging.ts";

/** How long a statement waits for another process. */
export const BUSY_TIMEOUT_MS = 5_000;
/** Moved to the end of the file and cut off at once; some 5 ms. */
const PAGES_AT_ONCE = 200;
/** Merges of each index in an hour, at most: a few seconds beside all else, 16 MB. */
const MERGES_MAX = 500;
const WORD_TABLES: readonly WordTable[] = ["article_words", "quote_words"];
/** Left for what is stored next. */
const PAGES_KEPT_FREE = 500;

export interface Reclaiming {
  /** Empties the write-ahead log into the file. */
  truncateLog(): Promise<void>;
  /** The same; before it the indexes let go of the words of what was deleted, and the file gives back what is free. */
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
      for (const table of WORD_TABLES) {
        const merge = (): Promise<boolean> => database.connection().execute((held) => mergeLittle(held, table));
        for (let count = 0; count < MERGES_MAX && (await merge()); count += 1) await takeTurn();
      }
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
