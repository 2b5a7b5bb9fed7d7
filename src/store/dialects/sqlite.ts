/** SQLite: one file, one process, full text by FTS5 fed with words folded here. */

import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  sql,
} from "kysely";
import { toMessage } from "../../domain/errors.ts";
import type { IndexedSection } from "../normalize.ts";
import type { Tables } from "../tables.ts";
import { CHANGES_KEPT, CHANGES_TRIMMED, type Dialect } from "./dialect.ts";
import { createWriteWatch, type WriteWatch } from "./faults.ts";
import { BUSY_TIMEOUT_MS, createReclaiming, type Reclaiming } from "./reclaiming.ts";
import { openConnection, type SqliteConnection } from "./sqlite-connection.ts";
import { whileMergingLittle } from "./sqlite-merging.ts";
import { COLUMNS, findNewest, keepHaving, LISTED } from "./sqlite-search.ts";

const LOG_PAGES_MAX = 400;
const LOG_BYTES_KEPT = 256 * 1024;
/** Stands where a word was left out. The tokenizer counts it as a word; nobody can search for it. */
const LEFT_OUT = "\uE000";

/** A transaction that reads and then writes would fail with "busy snapshot" beside another connection if begun as usual. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw("begin immediate"));
  }
  /** A full disk rolls back by itself; "cannot rollback" would then hide what was wrong. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      if (!/no transaction is active/.test(toMessage(error))) throw error;
    }
  }
}

/** SQLite can roll a schema change back; kysely's own adapter does not say so and would leave half a migration behind. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class PullquoteSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }
  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#config);
  }
  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

export interface OpenedSqlite extends Reclaiming {
  readonly database: Kysely<Tables>;
  readonly writes: WriteWatch;
  close(): Promise<void>;
}

/** Held while the process lives and freed by the system even after kill -9. Null when another process holds it. */
function takeLock(path: string): SqliteConnection | null {
  const lock = openConnection(`${path}.lock`, { timeout: 0 });
  try {
    lock.exec("begin exclusive");
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof Sqlite.SqliteError && error.code === "SQLITE_BUSY") return null;
    throw error;
  }
}

/** A better-sqlite3 connection with the settings a durable store needs. */
function connect(path: string, isReadOnly: boolean): SqliteConnection {
  const connection = openConnection(path, {
    readonly: isReadOnly,
    fileMustExist: isReadOnly,
    timeout: BUSY_TIMEOUT_MS,
  });
  try {
    // Before the first table; a file made without it keeps what it has till it is copied.
    if (!isReadOnly) connection.exec("pragma auto_vacuum = INCREMENTAL");
    if (!isReadOnly) connection.exec("pragma journal_mode = WAL");
    // A small disk is not to be taken by the write-ahead log, which grows while it may and keeps what it had.
    connection.exec(`pragma wal_autocheckpoint = ${LOG_PAGES_MAX}`);
    connection.exec(`pragma journal_size_limit = ${LOG_BYTES_KEPT}`);
    // The binding's own default in WAL is NORMAL, which loses acknowledged commits when the power fails.
    connection.exec("pragma synchronous = FULL");
    connection.exec("pragma foreign_keys = ON");
    connection.exec(`pragma busy_timeout = ${BUSY_TIMEOUT_MS}`);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** What kysely asks of a connection; its types know better-sqlite3's statements only by their shape. */
const toKyselyDatabase = (connection: SqliteConnection): SqliteDatabase => ({
  prepare: (text) => connection.prepare(text) as unknown as ReturnType<SqliteDatabase["prepare"]>,
  close: () => connection.close(),
});

/** Opens a file or ":memory:". Throws with a sentence when another process uses the file. */
export function openSqlite(path: string, isReadOnly: boolean): OpenedSqlite {
  const isFile = path !== ":memory:";
  if (isFile && !isReadOnly) {
    mkdirSync(dirname(path), { recursive: true });
    // The file holds channel ids: nobody but its owner reads it.
    closeSync(openSync(path, "a", 0o600));
  }
  const lock = isFile && !isReadOnly ? takeLock(path) : null;
  if (isFile && !isReadOnly && lock === null) {
    throw new Error(
      `another Pullquote process is using ${path}. Stop it first, give this one its own file, or use PostgreSQL to run several`,
    );
  }
  try {
    const connection = connect(path, isReadOnly);
    const writes = createWriteWatch();
    const database = new Kysely<Tables>({
      dialect: new PullquoteSqliteDialect({ database: toKyselyDatabase(connection) }),
      log: writes.note,
    });
    return {
      database,
      writes,
      ...createReclaiming(connection, database),
      async close() {
        if (isFile && !isReadOnly) connection.exec("pragma wal_checkpoint(TRUNCATE)");
        await database.destroy();
        connection.close();
        lock?.close();
      },
    };
  } catch (error) {
    lock?.close();
    throw error;
  }
}

const toColumnText = (section: IndexedSection | undefined): string =>
  section === undefined ? "" : [...section.words.map((word) => word ?? LEFT_OUT), LEFT_OUT, ...section.keys].join(" ");

export const SQLITE: Dialect = {
  engine: "sqlite",
  hasSkipLocked: false,
  // There are no round trips, and many at once would let nobody else in.
  articlesTogether: 1,
  types: {
    // Autoincrement: an id is never given twice, so a button or nonce of a deleted row means nothing else later.
    id: sql`integer primary key autoincrement`,
    integer: sql`integer`,
    real: sql`real`,
    text: sql`text`,
    key: sql`text`,
    tableEnd: sql`strict`,
  },

  // Transactions begin immediate: one at a time already.
  async lockAdding() {},
  async lockRooms() {},
  // The file has one process, which holds its lock.
  alone: (_database, work) => work(),
  nowMs: sql`cast(unixepoch('subsec') * 1000 as integer)`,

  async holdSubscriptions() {},

  // Nobody else writes meanwhile; ids that are given and not used are given again.
  async reserve(database, articleCount, quoteCount) {
    const { rows } = await sql<{ name: string; seq: number }>`
      select name, seq from sqlite_sequence where name in ('articles', 'quotes', 'subscriptions')`.execute(database);
    const lastOf = (table: string): number => rows.find(({ name }) => name === table)?.seq ?? 0;
    const listNext = (table: string, count: number): readonly number[] =>
      Array.from({ length: count }, (_, index) => lastOf(table) + 1 + index);
    return {
      articleIds: listNext("articles", articleCount),
      quoteIds: listNext("quotes", quoteCount),
      lastSubscriptionId: lastOf("subscriptions"),
    };
  },

  async runTogether(database, statements, last) {
    for (const each of statements) await sql`${each}`.execute(database);
    return (await last.execute(database)).rows;
  },

  listJson: (json) => sql`json_each(${json})`,

  insertRows(table, rows) {
    const columns = Object.keys(rows[0] ?? {});
    const values = columns.map((column) => sql`e.value ->> ${sql.lit(column)}`);
    return sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      select ${sql.join(values)} from json_each(${JSON.stringify(rows)}) e where true`;
  },

  async logSubscriptions(database) {
    const rows = { insert: "new", update: "new", delete: "old" };
    for (const [event, row] of Object.entries(rows)) {
      await sql`create trigger ${sql.ref(`subscriptions_${event}`)} after ${sql.raw(event)} on subscriptions begin
        insert into subscription_changes (subscription_id) values (${sql.ref(row)}.id);
      end`.execute(database);
    }
    await sql`create trigger subscription_changes_trim after insert on subscription_changes
      when new.version % ${sql.lit(CHANGES_TRIMMED)} = 0 begin
        delete from subscription_changes where version <= new.version - ${sql.lit(CHANGES_KEPT)};
      end`.execute(database);
  },

  // The ascii tokenizer takes every letter beyond ASCII as part of a word, so the words stay as they were folded.
  async createWordTables(database) {
    await sql`create virtual table article_words using fts5(
      title, brief, body, content='', contentless_delete=1, tokenize='ascii')`.execute(database);
    await sql`create virtual table quote_words using fts5(
      speaker, words, content='', contentless_delete=1, tokenize='ascii')`.execute(database);
  },

  async readLastId(database, table) {
    const { rows } = await sql<{ seq: number }>`select seq from sqlite_sequence where name = ${table}`.execute(
      database,
    );
    return rows[0]?.seq ?? 0;
  },

  async passIds(database, table, lastId) {
    await sql`delete from sqlite_sequence where name = ${table}`.execute(database);
    await sql`insert into sqlite_sequence (name, seq) values (${table}, ${lastId})`.execute(database);
  },

  async findDamage(database) {
    const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check`.execute(database);
    return rows.map((row) => row.integrity_check).filter((line) => line !== "ok");
  },

  async renewQuoteWords(database) {
    await sql`drop table quote_words`.execute(database);
    await sql`create virtual table quote_words using fts5(
      speaker, words, role, content='', contentless_delete=1, tokenize='ascii')`.execute(database);
  },

  async renewWords(database) {
    await sql`insert into article_words (article_words) values ('delete-all')`.execute(database);
    await sql`insert into quote_words (quote_words) values ('delete-all')`.execute(database);
  },

  // Else all words that begin so are gathered first, however few matches are wanted. Each length costs a third of the
  // index again; longer beginnings have few words, shorter ones gather those of this length. To index what is stored
  // would take an hour for a million articles: such a file stays as it is.
  async indexBeginnings(database) {
    const { rows } = await sql`select 1 from articles limit 1`.execute(database);
    if (rows.length > 0) return;
    await sql`drop table article_words`.execute(database);
    await sql`create virtual table article_words using fts5(
      title, brief, body, content='', contentless_delete=1, tokenize='ascii', prefix='4')`.execute(database);
  },

  // FTS5 does that by itself.
  async gatherWords() {},

  insertWords(table, rows) {
    const columns = COLUMNS[table];
    const toValues = (sections: readonly IndexedSection[]) => columns.map((_, index) => toColumnText(sections[index]));
    const values = rows.map(({ id, sections }) => sql`(${id}, ${sql.join(toValues(sections))})`);
    return sql`insert into ${sql.table(table)} (rowid, ${sql.join(columns.map((each) => sql.ref(each)))})
      values ${sql.join(values)}`;
  },

  async deleteWords(database, table, ids) {
    for (const id of ids) await sql`delete from ${sql.table(table)} where rowid = ${id}`.execute(database);
  },

  sweepWords: (database, table, ids) =>
    whileMergingLittle(database, table, () => SQLITE.deleteWords(database, table, ids)),

  listed: LISTED,

  keepHaving,

  findNewest,
};
