/** What goes wrong with the database: held by another writer, restarted, its connections ended, its disk full. */

import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TestPostgres } from "../../tests/helpers/postgres.ts";
import { sleep } from "./arena.ts";
import type { Fault } from "./faults.ts";

const HOLDER = fileURLToPath(new URL("../../tests/helpers/processes/hold-database.mjs", import.meta.url));
const HELD_MS = 8_000;
const AWAY_MS = 4_000;
const FULL_MS = 10_000;
const DISK = "24m";

export const SQLITE_FAULTS: readonly Fault[] = [
  {
    name: "SQLite: another program writes for eight seconds",
    // A process of its own: whoever waits here for the database would hold up the one that is to let it go.
    async begin({ databaseUrl }) {
      const holder = fork(HOLDER, [databaseUrl.slice("sqlite:".length), String(HELD_MS)]);
      await once(holder, "message");
    },
  },
];

/** Met as the first posts leave, so that some are under way. */
export const postgresFaults = (server: TestPostgres): readonly Fault[] => [
  {
    name: "PostgreSQL: restarted while posts leave",
    begin({ telegram }) {
      telegram.fault({ kind: "lost", method: "sendMessage", onMet: () => void server.restart(AWAY_MS) });
    },
  },
  {
    name: "PostgreSQL: restarted while nothing leaves",
    async begin() {
      await server.restart(AWAY_MS);
    },
  },
  {
    name: "PostgreSQL: all connections ended",
    begin({ discord, ask }) {
      const end = (): void =>
        void ask(
          "select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()",
        ).catch(() => undefined);
      discord.inject("POST /channels/:channel/messages", { kind: "reset", isStored: true, onMet: end });
    },
  },
];

export interface SmallDisk {
  readonly folder: string;
  fill(): void;
  empty(): void;
  remove(): void;
}

/** A disk of some megabytes, or in words why there is none: only the superuser may make one. */
export function makeSmallDisk(folder: string): SmallDisk | string {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${DISK}`, "none", folder], { stdio: "pipe" });
  } catch (error) {
    return `no small disk could be mounted: ${String(error).split("\n").at(-1)}`;
  }
  const filler = join(folder, "filler");
  const empty = (): void => rmSync(filler, { force: true });
  return {
    folder,
    fill() {
      const file = openSync(filler, "w");
      const chunk = Buffer.alloc(4_096, 1);
      try {
        while (statfsSync(folder).bavail > 0) writeSync(file, chunk);
      } catch {
        // Full before it said so.
      }
      closeSync(file);
    },
    empty,
    remove() {
      empty();
      execFileSync("umount", ["--lazy", folder]);
    },
  };
}

export const diskFaults = ({ fill, empty }: SmallDisk): readonly Fault[] => [
  {
    name: "SQLite: the disk is full from the first post on",
    begin({ telegram }) {
      telegram.fault({
        kind: "lost",
        method: "sendMessage",
        onMet() {
          fill();
          void sleep(FULL_MS).then(empty);
        },
      });
    },
  },
  {
    name: "SQLite: the disk is full as news comes",
    begin() {
      fill();
      void sleep(FULL_MS).then(empty);
    },
  },
];
