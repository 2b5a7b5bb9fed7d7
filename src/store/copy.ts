/** Copies a whole store into an empty one of either engine: a backup, a restored one, a move from SQLite to PostgreSQL. */

import { type Kysely, sql } from "kysely";
import { SILENT_LOG } from "../domain/platform.ts";
import type { Database, TableWithIds } from "./dialects/dialect.ts";
import { type Opened, openEngine } from "./open.ts";
import type { Tables } from "./tables.ts";
import { indexAll } from "./words/article-words.ts";

type Table = keyof Tables;
type Row = Readonly<Record<string, unknown>>;

/** Whose rows others name come first; the columns are those of each primary key. */
export const COPIED: readonly (readonly [table: Table, key: readonly string[]])[] = [
  ["feeds", ["id"]],
  ["feed_states", ["feed_id"]],
  ["seen", ["feed_id", "key"]],
  ["articles", ["id"]],
  ["article_topics", ["article_id", "topic"]],
  ["quotes", ["id"]],
  ["speakers", ["id"]],
  ["speaker_words", ["beginning", "speaker_id"]],
  ["speaker_role_words", ["beginning", "speaker_id"]],
  ["subscriptions", ["id"]],
  ["last_numbers", ["platform", "address"]],
  ["deliveries", ["id"]],
  ["edits", ["delivery_id"]],
  ["sent_posts", ["article_id", "platform", "address"]],
  ["mutes", ["story_key", "platform", "address"]],
  ["holds", ["platform", "address"]],
  ["notices", ["id"]],
  ["translations", ["article_id", "language"]],
  ["crossposts", ["platform", "address", "message_id"]],
  ["notes", ["name"]],
  ["kept_values", ["id"]],
];
const WITH_IDS: readonly TableWithIds[] = [
  "articles",
  "quotes",
  "speakers",
  "subscriptions",
  "deliveries",
  "notices",
  "kept_values",
];
/** Few enough that a statement's values stay below what either engine can bind. */
const ROWS_AT_ONCE = 250;

export interface CopyOptions {
  readonly from: string;
  readonly to: string;
  /** Told after each table. */
  readonly onTable?: (table: string, rows: number) => void;
}

/** A page of rows behind the last one, by their key. */
async function* readPages(database: Database, table: Table, key: readonly string[]): AsyncGenerator<readonly Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const readAfter = (last: Row | undefined) => {
    const place =
      last === undefined ? sql`` : sql`where (${columns}) > (${sql.join(key.map((column) => last[column]))})`;
    return sql<Row>`select * from ${sql.table(table)} ${place} order by ${columns} limit ${ROWS_AT_ONCE}`.execute(
      database,
    );
  };
  let { rows } = await readAfter(undefined);
  while (rows.length > 0) {
    yield rows;
    if (rows.length < ROWS_AT_ONCE) return;
    ({ rows } = await readAfter(rows.at(-1)));
  }
}

async function copyTable(from: Database, to: Database, table: Table, key: readonly string[]): Promise<number> {
  let count = 0;
  for await (const rows of readPages(from, table, key)) {
    const names = Object.keys(rows[0] ?? {});
    const columns = sql.join(names.map((name) => sql.ref(name)));
    const values = sql.join(rows.map((row) => sql`(${sql.join(names.map((name) => row[name] ?? null))})`));
    await sql`insert into ${sql.table(table)} (${columns}) values ${values}`.execute(to);
    count += rows.length;
  }
  return count;
}

async function assertEmpty(database: Database, url: string): Promise<void> {
  for (const table of ["feeds", "articles", "subscriptions"] as const) {
    const found = await database.selectFrom(table).select(sql<number>`1`.as("one")).limit(1).executeTakeFirst();
    if (found === undefined) continue;
    const where = url.startsWith("sqlite:") ? url : "the PostgreSQL database";
    throw new Error(`Expected an empty database to copy into, but ${where} holds ${table} already. Name another one.`);
  }
}

/** As it stood at one moment, while a bot goes on writing. */
async function inSnapshot<T>({ database, dialect }: Opened, work: (database: Database) => Promise<T>): Promise<T> {
  const whole = database as Kysely<Tables>;
  if (dialect.engine === "postgres") return whole.transaction().setIsolationLevel("repeatable read").execute(work);
  // The store's own transactions claim the right to write, which a file opened for reading does not give.
  return whole.connection().execute(async (connection) => {
    await sql`begin`.execute(connection);
    try {
      return await work(connection);
    } finally {
      await sql`rollback`.execute(connection);
    }
  });
}

/**
 * Copies all rows, makes the full-text indexes anew and goes on with the ids where the source stood. All or nothing: a
 * copy that fails leaves the target empty. The source may be in use. Resolves with the number of rows copied; rejects
 * with a sentence when either cannot be opened, the source is of another version or the target is not empty.
 */
export async function copyStore({ from, to, onTable = () => {} }: CopyOptions): Promise<number> {
  const source = await openEngine(from.trim(), true, SILENT_LOG);
  try {
    const target = await openEngine(to.trim(), false, SILENT_LOG);
    try {
      return await inSnapshot(source, (reading) =>
        (target.database as Kysely<Tables>).transaction().execute(async (writing) => {
          await assertEmpty(writing, to);
          let total = 0;
          for (const [table, key] of COPIED) {
            const count = await copyTable(reading, writing, table, key);
            total += count;
            onTable(table, count);
          }
          for (const table of WITH_IDS) {
            await target.dialect.passIds(writing, table, await source.dialect.readLastId(reading, table));
          }
          await indexAll(writing, target.dialect);
          return total;
        }),
      );
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}
