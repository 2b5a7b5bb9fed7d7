/** Connections and prepared statements of SQLite, kept for as long as the process lives. */

import Sqlite from "better-sqlite3";
import { type BoundedMap, createBoundedMap } from "../../domain/bounded-map.ts";

/**
 * From Node 24.19 on, better-sqlite3 below 13 aborts the process when a connection or a statement of it is
 * garbage-collected while no JavaScript runs (WiseLibs/better-sqlite3#1515); 13 does not run on Node 20. So none is ever
 * let go: the statements are few, because values are bound and not written into them. Past the limit the one used longest
 * ago is dropped, which is safe everywhere but there.
 */
const STATEMENTS_MAX = 5_000;

interface Kept {
  readonly connection: Sqlite.Database;
  readonly statements: BoundedMap<string, Sqlite.Statement>;
}

const opened = new Set<Kept>();

export interface SqliteConnection {
  /** The same statement for the same text; also spares SQLite reading it again. */
  prepare(text: string): Sqlite.Statement;
  /** Runs statements that give nothing back. */
  exec(text: string): void;
  close(): void;
}

export function openConnection(path: string, options: Sqlite.Options): SqliteConnection {
  const connection = new Sqlite(path, options);
  const statements = createBoundedMap<string, Sqlite.Statement>(STATEMENTS_MAX);
  opened.add({ connection, statements });
  return {
    prepare(text) {
      const statement = statements.get(text) ?? connection.prepare(text);
      statements.set(text, statement);
      return statement;
    },
    exec: (text) => void connection.exec(text),
    close: () => void connection.close(),
  };
}
