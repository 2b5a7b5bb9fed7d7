/** Opens the store named by DATABASE_URL: engine, schema, lock. Every failure is a sentence that names the setting. */

import { sql } from "kysely";
import { toMessage } from "../domain/errors.ts";
import { type Log, SILENT_LOG } from "../domain/platform.ts";
import type { Bell } from "../domain/processes/process-store.ts";
import type { Store } from "../domain/store.ts";
import { createArticleStore } from "./articles.ts";
import { createCrosspostStore } from "./crossposts.ts";
import type { Database, Dialect } from "./dialects/dialect.ts";
import type { WriteWatch } from "./dialects/faults.ts";
import { openPostgres, POSTGRES } from "./dialects/postgres.ts";
import { openSqlite, SQLITE } from "./dialects/sqlite.ts";
import { createDigestStore } from "./digests.ts";
import { createFeedStore } from "./feeds.ts";
import { createHoldStore, createLate } from "./holds.ts";
import { checkSchema, migrate } from "./migrations.ts";
import { createNoteStore } from "./notes.ts";
import { createNoticeStore } from "./notices.ts";
import { createOutbox } from "./outbox.ts";
import { NO_BELL } from "./processes/bell.ts";
import { createProcessStore } from "./processes/heartbeats.ts";
import { createRoomLog } from "./processes/room-log.ts";
import { createDeskStore } from "./reading/desk-read.ts";
import { putBack } from "./rows/put-back.ts";
import { createSubscriptionStore } from "./subscriptions.ts";
import { toMoment } from "./tables.ts";
import { createTraceStore } from "./traces.ts";
import { createTranslationStore } from "./translating/translations.ts";

export interface OpenOptions {
  readonly log?: Log;
  /** For looking while a bot runs on the same file: takes no lock, changes nothing, needs a schema that is up to date. */
  readonly isReadOnly?: boolean;
}

export interface Opened {
  readonly database: Database;
  readonly dialect: Dialect;
  readonly writes: WriteWatch;
  /** Gives back to the disk what the log holds, and what the file no longer uses; others have their turn meanwhile. */
  truncateLog(): Promise<void>;
  reclaim(): Promise<void>;
  readonly bell: Bell;
  close(): Promise<void>;
}

const FAULTS_SHOWN_MAX = 3;
/** Written to see whether the database can be written again. */
const WRITE_CHECK_NOTE = "write-check";

const EXPECTED = "DATABASE_URL: expected sqlite:<path> or postgres://user:password@host/name";

/** `sqlite:data/bot.db`, `sqlite:/srv/bot.db`, `sqlite:///srv/bot.db` or `sqlite::memory:`. */
function readSqlitePath(url: string): string {
  const path = url.slice("sqlite:".length).replace(/^\/\//, "");
  if (path === "") throw new Error(`${EXPECTED}, got a sqlite URL without a path.`);
  return path;
}

/** What may be shown of a URL: never the password. */
function toShown(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url);
    return `${hostname}${port === "" ? "" : `:${port}`}${pathname}`;
  } catch {
    throw new Error(`${EXPECTED}, got a postgres URL that cannot be read.`);
  }
}

/** Some connection errors are several in one, with an empty message of their own. */
function toReason(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return toReason(error.errors[0]);
  return toMessage(error).replace(/\.$/, "");
}

async function prepare(opened: Opened, isReadOnly: boolean): Promise<void> {
  if (isReadOnly) return checkSchema(opened.database, opened.dialect);
  await migrate(opened.database, opened.dialect);
  await opened.truncateLog();
}

/** A database whose schema is this version's. Rejects with a sentence that names DATABASE_URL. */
export async function openEngine(url: string, isReadOnly: boolean, log: Log): Promise<Opened> {
  const isSqlite = url.startsWith("sqlite:");
  if (!isSqlite && !/^postgres(?:ql)?:\/\//.test(url)) {
    const scheme = /^[a-z][a-z0-9+.-]{0,20}:/i.exec(url)?.[0] ?? "no scheme";
    throw new Error(`${EXPECTED}, got ${scheme === "no scheme" ? scheme : `"${scheme}…"`}.`);
  }
  const path = isSqlite ? readSqlitePath(url) : toShown(url);
  const what = isSqlite ? `cannot open the SQLite file ${path}` : `cannot use PostgreSQL at ${path}`;
  try {
    const opened: Opened = isSqlite
      ? { ...openSqlite(path, isReadOnly), dialect: SQLITE, bell: NO_BELL }
      : { ...openPostgres(url, isReadOnly, log), dialect: POSTGRES };
    try {
      await prepare(opened, isReadOnly);
    } catch (error) {
      await opened.close();
      throw error;
    }
    return opened;
  } catch (error) {
    throw new Error(`DATABASE_URL: ${what}: ${toReason(error)}.`, { cause: error });
  }
}

export async function openStore(url: string, options: OpenOptions = {}): Promise<Store> {
  const { isReadOnly = false, log = SILENT_LOG } = options;
  return toStore(await openEngine(url.trim(), isReadOnly, log), log);
}

export function toStore(
  { database, dialect, writes, bell, truncateLog, reclaim, close }: Opened,
  log: Log = SILENT_LOG,
): Store {
  const notes = createNoteStore(database);
  let closing: Promise<void> | null = null;
  return {
    engine: dialect.engine,
    feeds: createFeedStore(database, dialect),
    articles: createArticleStore(database, dialect, log),
    subscriptions: createSubscriptionStore(database, dialect),
    outbox: createOutbox(database, dialect),
    digests: { ...createDigestStore(database, dialect), ...createLate(database, dialect) },
    translations: createTranslationStore(database, dialect),
    holds: createHoldStore(database),
    notes,
    notices: createNoticeStore(database, dialect),
    crossposts: createCrosspostStore(database, dialect),
    traces: createTraceStore(database, dialect),
    processes: createProcessStore(database, dialect, (within) => createOutbox(within, dialect)),
    roomLog: createRoomLog(database, dialect),
    bell,
    desk: createDeskStore(database, dialect),
    async check() {
      try {
        await sql`select 1`.execute(database);
      } catch (error) {
        return `The database does not answer: ${toReason(error)}.`;
      }
      if (writes.trouble() === null) return null;
      try {
        // What was given back may be all the room there is.
        await truncateLog().catch(() => {});
        await notes.set(WRITE_CHECK_NOTE, "written", new Date());
        writes.forget();
        return null;
      } catch (error) {
        return `The database cannot be written: ${toReason(error)}.`;
      }
    },
    putBack: (now) => putBack(database, dialect, toMoment(now)),
    async checkWhole() {
      const faults = await dialect.findDamage(database);
      if (faults.length === 0) return null;
      return `The database is damaged: ${faults.slice(0, FAULTS_SHOWN_MAX).join("; ")}. Stop the bot and restore a backup (pullquote restore).`;
    },
    reclaim,
    close() {
      closing ??= close();
      return closing;
    },
  };
}
