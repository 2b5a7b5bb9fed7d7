/** A backup and what comes back from it, as somebody uses them who runs the bot. */

import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runBackup, runRestore } from "../../../src/cli/database-commands.ts";
import { openStore } from "../../../src/store/open.ts";
import { buildFeed, buildNumberedPublication, HARBOR, NOON } from "../../helpers/build.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pullquote-backup-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const silent = (): void => {};

test("a backup is made while the bot has its database open, and fills a new one", async () => {
  const url = `sqlite:${join(folder, "bot.sqlite")}`;
  const running = await openStore(url);
  await running.feeds.save([buildFeed({ id: HARBOR })], NOON);
  await running.articles.publish(buildNumberedPublication({ headline: "Ferry sails" }));
  const file = join(folder, "monday.backup");
  await runBackup(file, url, silent);
  await running.close();
  const restored = `sqlite:${join(folder, "new", "bot.sqlite")}`;
  const said: string[] = [];
  await runRestore(file, restored, (line) => said.push(line));
  const store = await openStore(restored);
  expect(await store.articles.count()).toBe(1);
  await store.close();
  expect(said.join("\n")).toContain("restored from");
  expect(readdirSync(folder).filter((name) => name.includes("unfinished"))).toEqual([]);
});

test("a backup never overwrites a file, and one that cannot be made leaves none", async () => {
  const file = join(folder, "monday.backup");
  writeFileSync(file, "last week's");
  const url = `sqlite:${join(folder, "bot.sqlite")}`;
  await expect(runBackup(file, url, silent)).rejects.toThrow(/exists already/);
  await expect(runBackup(join(folder, "tuesday.backup"), url, silent)).rejects.toThrow(/DATABASE_URL/);
  expect(existsSync(join(folder, "tuesday.backup"))).toBe(false);
});

test("a restore into a database in use, or from a file that is no backup, changes nothing", async () => {
  const url = `sqlite:${join(folder, "bot.sqlite")}`;
  const store = await openStore(url);
  await store.feeds.save([buildFeed({ id: HARBOR })], NOON);
  const file = join(folder, "monday.backup");
  await runBackup(file, url, silent);
  await expect(runRestore(file, url, silent)).rejects.toThrow(/another Pullquote process is using/);
  await store.close();
  await expect(runRestore(file, url, silent)).rejects.toThrow(/Expected an empty database/);
  await expect(runRestore(join(folder, "none"), url, silent)).rejects.toThrow(/expected a file of/);
  writeFileSync(join(folder, "text"), "no database at all, but long enough to be looked at".repeat(100));
  await expect(runRestore(join(folder, "text"), url, silent)).rejects.toThrow(/file is not a database/);
});
