/** A sweep merges the indexes of words a little at a time, and what was swept takes no room in them afterwards. */

import { type Kysely, sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SILENT_LOG } from "../../../../src/domain/platform.ts";
import { SQLITE } from "../../../../src/store/dialects/sqlite.ts";
import { type Opened, openEngine } from "../../../../src/store/open.ts";
import type { Tables } from "../../../../src/store/tables.ts";

const ROWS = 1_500;
const SWEPT = 400;
const ids = Array.from({ length: SWEPT }, (_, index) => index + 1);

let opened: Opened;
let database: Kysely<Tables>;
beforeAll(async () => {
  opened = await openEngine("sqlite::memory:", false, SILENT_LOG);
  database = opened.database as Kysely<Tables>;
  for (let id = 1; id <= ROWS; id += 1) {
    const words = Array.from({ length: 300 }, (_, at) => `w${(id * 7 + at * at * 13) % 9_000}`);
    const sections = [[], [], words].map((each) => ({ words: each, keys: [], start: 0 }));
    await SQLITE.insertWords("article_words", [{ id, sections }]).execute(database);
  }
});
afterAll(() => opened.close());

async function readCount(query: ReturnType<typeof sql<{ count: number }>>): Promise<number> {
  return (await query.execute(database)).rows[0]?.count ?? Number.NaN;
}
const countChanges = (): Promise<number> => readCount(sql`select total_changes() as count`);
const countPages = (): Promise<number> => readCount(sql`select count(*) as count from article_words_data`);
const countFound = (): Promise<number> =>
  readCount(sql`select count(*) as count from article_words where article_words match 'w13'`);

test("a sweep does not stand the bot still for a merge at its commit, nor keeps what it deleted", async () => {
  const [pagesBefore, foundBefore, changesBefore] = [await countPages(), await countFound(), await countChanges()];
  await database.transaction().execute((trx) => SQLITE.sweepWords(trx, "article_words", ids));
  // Three rows each, the pages of a small merge, and settings; twice as many when FTS5 merged as much as it wished.
  expect((await countChanges()) - changesBefore).toBeLessThan(4 * SWEPT);
  await opened.reclaim();
  expect(await countPages()).toBeLessThan(pagesBefore * 0.85);
  expect(await countFound()).toBeLessThan(foundBefore);
  expect(await SQLITE.findDamage(database)).toEqual([]);
});

test("what is stored after a sweep is merged as before", async () => {
  const { rows } = await sql<{ v: number }>`select v from article_words_config where k = 'automerge'`.execute(database);
  expect(rows).toEqual([{ v: 4 }]);
});
