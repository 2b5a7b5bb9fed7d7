/** `pullquote backup|restore|move|migrate`: the database as a whole, into a file, out of it, to the other engine, to this version. */

import { chmodSync, existsSync, renameSync, rmSync } from "node:fs";
import { UserError } from "../domain/errors.ts";
import { toCount } from "../messages/wording.ts";
import { copyStore } from "../store/copy.ts";
import { openStore } from "../store/open.ts";

const OWNER_ONLY = 0o600;

/** Throws when the file is damaged or no database of this version. */
async function checkFile(path: string): Promise<void> {
  const store = await openStore(`sqlite:${path}`, { isReadOnly: true });
  try {
    const damage = await store.checkWhole();
    if (damage !== null) throw new UserError("bad-option", `${path}: ${damage}`);
  } finally {
    await store.close();
  }
}

/**
 * Writes the whole database into a new SQLite file, whatever the engine, while the bot runs on. The file appears when it
 * is complete and was read through, never before.
 */
export async function runBackup(path: string, databaseUrl: string, say: (line: string) => void): Promise<void> {
  if (existsSync(path)) {
    throw new UserError("bad-option", `${path} exists already: name a new file, so that no backup is overwritten.`);
  }
  const unfinished = `${path}.unfinished`;
  for (const each of [unfinished, `${unfinished}.lock`]) rmSync(each, { force: true });
  try {
    const rows = await copyStore({ from: databaseUrl, to: `sqlite:${unfinished}` });
    await checkFile(unfinished);
    chmodSync(unfinished, OWNER_ONLY);
    renameSync(unfinished, path);
    say(`${toCount(rows, "row")} written to ${path}. "pullquote restore ${path}" brings them back.`);
  } finally {
    for (const end of ["", ".lock", "-wal", "-shm"]) rmSync(`${unfinished}${end}`, { force: true });
  }
}

/** Fills an empty database from a backup. The backup stays as it is. */
export async function runRestore(path: string, databaseUrl: string, say: (line: string) => void): Promise<void> {
  if (!existsSync(path)) throw new UserError("bad-option", `${path}: expected a file of "pullquote backup".`);
  await checkFile(path);
  const rows = await copyStore({ from: `sqlite:${path}`, to: databaseUrl });
  say(`${toCount(rows, "row")} restored from ${path}.`);
}

/** Copies the database of DATABASE_URL into an empty one, of the other engine as a rule. */
export async function runMove(to: string, databaseUrl: string, say: (line: string) => void): Promise<void> {
  const rows = await copyStore({
    from: databaseUrl,
    to,
    onTable: (table, count) => say(`${table}: ${toCount(count, "row")}`),
  });
  say(`${toCount(rows, "row")} copied. Now set DATABASE_URL to the new database and start the bot.`);
}

/** One process at a time: others wait, and then find it done. */
export async function runMigrate(databaseUrl: string, say: (line: string) => void): Promise<void> {
  const store = await openStore(databaseUrl);
  await store.close();
  say(`The schema is up to date (${store.engine}).`);
}
