/** The traps of the two engines, each with the symptom it had where it was met first. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { sql } from "kysely";
import { afterAll, describe, expect, test, vi } from "vitest";
import { SILENT_LOG } from "../../src/domain/platform.ts";
import { openPostgres, POSTGRES } from "../../src/store/dialects/postgres.ts";
import { openSqlite, SQLITE } from "../../src/store/dialects/sqlite.ts";
import { migrate } from "../../src/store/migrations.ts";
import { openStore } from "../../src/store/open.ts";
import { buildNumberedPublication, NOON } from "../helpers/build.ts";
import { createDatabase, runOnServer } from "../helpers/postgres.ts";
import { LASTING_ENGINES } from "../helpers/test-store.ts";
import { WAIT } from "../helpers/wait.ts";

const folder = mkdtempSync(join(tmpdir(), "pullquote-engines-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let count = 0;
const newPath = (): string => join(folder, `${++count}`, "bot.db");

const openDatabase = (url: string) =>
  url.startsWith("sqlite:")
    ? { ...openSqlite(url.slice("sqlite:".length), false), dialect: SQLITE }
    : { ...openPostgres(url, false, SILENT_LOG), dialect: POSTGRES };

describe.each(LASTING_ENGINES)("schema on $name", (engine) => {
  test("a migration that fails half way leaves the schema as it was, and the next start works", async () => {
    const place = await engine.create();
    const { database, dialect, close } = openDatabase(place.url);
    const steps = (isBroken: boolean): Parameters<typeof migrate>[2] => ({
      "0001-first": async (trx) => void (await sql`create table first_things (id integer)`.execute(trx)),
      "0002-second": async (trx) => {
        await sql`alter table first_things add column name text`.execute(trx);
        if (isBroken) await sql`insert into no_such_table values (1)`.execute(trx);
      },
    });
    await expect(migrate(database, dialect, steps(true))).rejects.toThrow("left as it was");
    await migrate(database, dialect, steps(false));
    await sql`insert into first_things (id, name) values (1, 'one')`.execute(database);
    await close();
    await place.remove();
  });

  test("opening again keeps everything and runs no step twice", async () => {
    const place = await engine.create();
    const first = await openStore(place.url);
    const id = await first.articles.publish(buildNumberedPublication());
    await first.close();
    await first.close();
    const second = await openStore(place.url);
    expect((await second.articles.get(id)).article.id).toBe(id);
    await second.close();
    await place.remove();
  });

  test("two that start at once on a new database both come up, or one says who has the file", async () => {
    const place = await engine.create();
    const results = await Promise.allSettled([openStore(place.url), openStore(place.url)]);
    const opened = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(opened).toHaveLength(place.url.startsWith("sqlite:") ? 1 : 2);
    for (const store of opened) await store.close();
    await place.remove();
  });

  test("a database of a newer version is refused in a sentence", async () => {
    const place = await engine.create();
    const { database, dialect, close } = openDatabase(place.url);
    await migrate(database, dialect, { "9999-future": async () => {} });
    await close();
    await expect(openStore(place.url)).rejects.toThrow(/DATABASE_URL: .*newer Pullquote/);
    await place.remove();
  });

  test("counts are numbers, text is not taken for a number, and unique keys hold", async () => {
    const place = await engine.create();
    const store = await openStore(place.url);
    expect(await store.articles.count()).toBe(0);
    await store.close();
    const { database, close } = openDatabase(place.url);
    const insert = sql`insert into notes (name, value, updated_at) values ('a', 'b', 'not a number')`;
    await expect(insert.execute(database)).rejects.toThrow();
    await sql`insert into notes (name, value, updated_at) values ('a', 'b', ${2 ** 53 - 1})`.execute(database);
    const row = await database.selectFrom("notes").selectAll().executeTakeFirstOrThrow();
    expect(row.updated_at).toBe(Number.MAX_SAFE_INTEGER);
    await close();
    await place.remove();
  });

  test("read only, it looks while the bot runs and changes nothing", async () => {
    const place = await engine.create();
    await expect(openStore(place.url, { isReadOnly: true })).rejects.toThrow("DATABASE_URL");
    const bot = await openStore(place.url);
    const id = await bot.articles.publish(buildNumberedPublication());
    const reader = await openStore(place.url, { isReadOnly: true });
    expect((await reader.articles.get(id)).article.id).toBe(id);
    await expect(reader.notes.set("a", "b", NOON)).rejects.toThrow(/read-?only/i);
    const next = await bot.articles.publish(buildNumberedPublication());
    expect(await reader.articles.find(next)).not.toBeNull();
    await reader.close();
    await bot.close();
    await place.remove();
  });
});

describe("SQLite", () => {
  test("is durable, not the binding's default: WAL with synchronous FULL, foreign keys on", async () => {
    const path = newPath();
    await openSqlite(path, false).close();
    // The default is weakened only for a file that is in WAL mode already when it is opened.
    const { database, close } = openSqlite(path, false);
    const read = async (query: ReturnType<typeof sql>) =>
      Object.values((await query.execute(database)).rows[0] ?? {})[0];
    expect(await read(sql`pragma journal_mode`)).toBe("wal");
    expect(await read(sql`pragma synchronous`)).toBe(2);
    expect(await read(sql`pragma foreign_keys`)).toBe(1);
    expect(await read(sql`pragma busy_timeout`)).toBeGreaterThanOrEqual(1_000);
    await close();
  });

  test("a transaction that reads and then writes is not refused because somebody wrote in between", async () => {
    const path = newPath();
    const { database, close } = openSqlite(path, false);
    await sql`create table things (id integer)`.execute(database);
    const other = new Sqlite(path, { timeout: 0 });
    await database.transaction().execute(async (trx) => {
      await sql`select count(*) from things`.execute(trx);
      expect(() => other.exec("insert into things values (1)")).toThrow("locked");
      await sql`insert into things values (2)`.execute(trx);
    });
    other.exec("insert into things values (3)");
    other.close();
    await close();
  });

  test("a second process is told who has the file, and the lock is free after kill -9", async () => {
    const path = newPath();
    mkdirSync(join(path, ".."), { recursive: true });
    const program = `
      const Sqlite = require("better-sqlite3");
      const lock = new Sqlite(${JSON.stringify(`${path}.lock`)});
      lock.exec("begin exclusive");
      console.log("held");
      setInterval(() => {}, 1000);`;
    const holder = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
    await once(holder.stdout, "data");
    await expect(openStore(`sqlite:${path}`)).rejects.toThrow(
      `DATABASE_URL: cannot open the SQLite file ${path}: another Pullquote process is using ${path}.`,
    );
    holder.kill("SIGKILL");
    await once(holder, "exit");
    const store = await openStore(`sqlite:${path}`);
    await store.close();
    // Given back at an orderly close too.
    await (await openStore(`sqlite:${path}`)).close();
  });

  test("a feed that a dead process was visiting is left alone until its lease ends, so that no restart visits it twice", async () => {
    const url = `sqlite:${newPath()}`;
    const first = await openStore(url);
    await first.feeds.save(
      [
        {
          id: "harbor-wire" as never,
          title: "H",
          url: "https://h.example/",
          homepage: null,
          topics: [],
          region: null,
          language: "en",
          origin: "added",
        },
      ],
      NOON,
    );
    expect(await first.feeds.claimDue(NOON, 3_600_000, 9, "dead")).toHaveLength(1);
    await first.close();
    const second = await openStore(url);
    expect(await second.feeds.claimDue(new Date(NOON.getTime() + 3_599_999), 1e9, 9, "alive")).toEqual([]);
    expect(await second.feeds.claimDue(new Date(NOON.getTime() + 3_600_000), 1e9, 9, "alive")).toHaveLength(1);
    await second.close();
  });

  test("the folder is made, the file is its owner's alone, and a clean close leaves no log behind", async () => {
    const path = newPath();
    const store = await openStore(`sqlite:${path}`);
    await store.articles.publish(buildNumberedPublication());
    expect(statSync(path).mode & 0o077).toBe(0);
    await store.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
  });
});

describe("PostgreSQL", () => {
  test("connections cut by the server are replaced; nobody crashes and check says how it is", async () => {
    const place = await createDatabase();
    const store = await openStore(place.url);
    expect(await store.check()).toBeNull();
    const name = new URL(place.url).pathname.slice(1);
    await runOnServer(
      place.url,
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`,
    );
    let answer = await store.check();
    for (let tries = 0; answer !== null && tries < 20; tries += 1) answer = await store.check();
    expect(answer).toBeNull();
    await place.remove();
    expect(await store.check()).toMatch(/^The database does not answer: .+\.$/);
    await store.close();
  });

  test("a connection cut between two statements of a transaction ended the process", async () => {
    const place = await createDatabase();
    const events: string[] = [];
    const log = { ...SILENT_LOG, warn: (_facts: object, event: string) => void events.push(event) };
    const uncaught: unknown[] = [];
    const note = (error: unknown): void => void uncaught.push(error);
    process.prependListener("uncaughtException", note);
    const { database, close } = openPostgres(place.url, false, log);
    const cut = database.transaction().execute(async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      await runOnServer(place.url, `select pg_terminate_backend(${rows[0]?.pid})`);
      await vi.waitFor(() => expect(events.length + uncaught.length).toBeGreaterThan(0), WAIT);
      await sql`select 1`.execute(trx);
    });
    await expect(cut).rejects.toThrow();
    process.off("uncaughtException", note);
    expect(uncaught).toEqual([]);
    expect(new Set(events)).toEqual(new Set(["database_connection_lost"]));
    expect((await sql`select 1 as one`.execute(database)).rows).toEqual([{ one: 1 }]);
    await close();
    await place.remove();
  });

  test("a number past 2^53 is a fault, not a wrong number", async () => {
    const place = await createDatabase();
    const { database, close } = openPostgres(place.url, false, SILENT_LOG);
    await expect(sql`select 9007199254740993::int8`.execute(database)).rejects.toThrow("2^53");
    await close();
    await place.remove();
  });
});

describe("a wrong DATABASE_URL", () => {
  test.each([
    ["mysql://root@h/db", 'DATABASE_URL: expected sqlite:<path> or postgres://user:password@host/name, got "mysql:…".'],
    ["data/bot.db", "DATABASE_URL: expected sqlite:<path> or postgres://user:password@host/name, got no scheme."],
    ["sqlite:", "got a sqlite URL without a path."],
    ["postgres://[", "got a postgres URL that cannot be read."],
  ])("%s is answered in words", async (url, message) => {
    await expect(openStore(url)).rejects.toThrow(message);
  });

  test("a folder, a file that is no database and a place one may not write are named", async () => {
    await expect(openStore(`sqlite:${folder}`)).rejects.toThrow(/^DATABASE_URL: cannot open the SQLite file .+\.$/);
    const path = newPath();
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, "This is a letter, not a database. ".repeat(100));
    await expect(openStore(`sqlite:${path}`)).rejects.toThrow(/not a database/);
    await expect(openStore(`sqlite:${path}/below-a-file/bot.db`)).rejects.toThrow("DATABASE_URL: cannot open");
  });

  test("a server that is not there is named without the password", async () => {
    const failed = openStore("postgres://bot:hunter22@127.0.0.1:1/news").catch((error: Error) => error.message);
    expect(await failed).toMatch(/^DATABASE_URL: cannot use PostgreSQL at 127\.0\.0\.1:1\/news: .*ECONNREFUSED.*\.$/);
    expect(await failed).not.toContain("hunter22");
  });

  test("a path may be written in every usual way", async () => {
    const path = newPath();
    for (const url of [`sqlite:${path}`, `sqlite://${path}`, ` sqlite:${path}\n`]) await (await openStore(url)).close();
    expect(existsSync(path)).toBe(true);
  });
});
