/** Which of a few articles have some words is looked up near them, not by a walk through all articles that have them. */

import type { Kysely } from "kysely";
import { expect, test } from "vitest";
import { SILENT_LOG } from "../../../../src/domain/platform.ts";
import { SQLITE } from "../../../../src/store/dialects/sqlite.ts";
import { openEngine } from "../../../../src/store/open.ts";
import type { Query } from "../../../../src/store/query.ts";
import type { Tables } from "../../../../src/store/tables.ts";

const ROWS = 20_000;
const ROWS_AT_ONCE = 1_000;
const ROUNDS = 10;
const HARBOR: Query = { type: "words", words: ["harbor"], isPrefix: false, sections: null };

test("a word that every article has is looked for in a few without reading all", async () => {
  const opened = await openEngine("sqlite::memory:", false, SILENT_LOG);
  const database = opened.database as Kysely<Tables>;
  const section = { start: 0, words: ["harbor"], keys: [] };
  for (let from = 1; from <= ROWS; from += ROWS_AT_ONCE) {
    const rows = Array.from({ length: ROWS_AT_ONCE }, (_, at) => ({ id: from + at, sections: [section] }));
    await SQLITE.insertWords("article_words", rows).execute(database);
  }
  const measure = async (ids: readonly number[]): Promise<number> => {
    const before = process.cpuUsage();
    for (let round = 0; round < ROUNDS; round += 1) {
      const found = await SQLITE.keepHaving(database, "article_words", ids, HARBOR, [0]);
      expect([...found].sort((a, b) => a - b)).toEqual(ids);
    }
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  const everywhere = Array.from({ length: ROWS }, (_, index) => index + 1);
  await measure(everywhere);
  const all = await measure(everywhere);
  // Some forty times less.
  expect(await measure([9_001, 9_005, 9_010])).toBeLessThan(all / 4);
  // Few that lie far apart are looked up one by one.
  expect(await measure([1, 9_005, ROWS])).toBeLessThan(all / 4);
  await opened.close();
});

test("of as many quotes as five hundred long articles have, those with a word are told", async () => {
  const opened = await openEngine("sqlite::memory:", false, SILENT_LOG);
  const database = opened.database as Kysely<Tables>;
  const rows = [7, 200_000].map((id) => ({ id, sections: [{ start: 0, words: ["harbor"], keys: [] }] }));
  await SQLITE.insertWords("quote_words", rows).execute(database);
  const ids = Array.from({ length: 250_000 }, (_, index) => index + 1);
  const found = await SQLITE.keepHaving(database, "quote_words", ids, HARBOR, [0]);
  expect([...found]).toEqual([7, 200_000]);
  await opened.close();
});

test("the beginning of a word finds the newest without gathering all that have words which begin so", async () => {
  const opened = await openEngine("sqlite::memory:", false, SILENT_LOG);
  const database = opened.database as Kysely<Tables>;
  for (let from = 1; from <= ROWS; from += ROWS_AT_ONCE) {
    const rows = Array.from({ length: ROWS_AT_ONCE }, (_, at) => {
      return { id: from + at, sections: [{ start: 0, words: [`harb${from + at + 100_000}`], keys: [] }] };
    });
    await SQLITE.insertWords("article_words", rows).execute(database);
  }
  const measure = async (beginning: string): Promise<number> => {
    const included: Query = { type: "words", words: [beginning], isPrefix: true, sections: null };
    const wanted = { facts: [], included, excluded: null, sections: null };
    const before = process.cpuUsage();
    for (let round = 0; round < ROUNDS; round += 1) {
      expect(await SQLITE.findNewest(database, "article_words", wanted, [], 2)).toEqual([ROWS, ROWS - 1]);
    }
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  await measure("harb");
  // A longer one gathers: these are as many words. Some thirty times less.
  expect(await measure("harb")).toBeLessThan((await measure("harb1")) / 4);
  await opened.close();
});
