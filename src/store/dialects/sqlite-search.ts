/** Searching on SQLite: FTS5 walks its matches from the newest down and stops where it is told. */

import { type RawBuilder, sql } from "kysely";
import { isStrict, join, type Query, toFts5, toLoose } from "../query.ts";
import { EVERYTHING } from "../words/article-facts.ts";
import { type Database, type IdSpan, LOOKED_MAX, type NewestQuery, type WordTable } from "./dialect.ts";

export const COLUMNS: Readonly<Record<WordTable, readonly string[]>> = {
  article_words: ["title", "brief", "body"],
  quote_words: ["speaker", "words", "role"],
};

const JOINS: Readonly<Record<WordTable, RawBuilder<unknown>>> = {
  article_words: sql`cross join articles a on a.id = article_words.rowid`,
  quote_words: sql`cross join quotes q on q.id = quote_words.rowid cross join articles a on a.id = q.article_id`,
};

/** Words one after another are looked for in the newest that have them all: else a search for two common ones walks millions. */
function toLeast(table: WordTable, { facts, included }: NewestQuery): RawBuilder<unknown> {
  if (included === null || !isStrict(included)) return sql``;
  const loose = toFts5(join("all", [...facts, toLoose(included)]), COLUMNS[table]);
  return sql`and ${sql.table(table)}.rowid >= (select coalesce(min(looked.rowid), 0) from (select rowid from ${sql.table(table)}
    where ${sql.table(table)} match ${loose} order by rowid desc limit ${sql.lit(LOOKED_MAX)}) looked)`;
}

export async function findNewest(
  database: Database,
  table: WordTable,
  query: NewestQuery,
  condition: RawBuilder<unknown>,
  limit: number,
): Promise<readonly number[]> {
  const { facts, included, excluded, sections } = query;
  const columns = COLUMNS[table];
  const toText = (each: Query): string => toFts5(each, columns, sections);
  const wanted = [...facts.map((each) => toFts5(each, columns)), ...(included === null ? [] : [toText(included)])];
  const all = wanted.length === 0 ? toFts5(EVERYTHING, columns) : wanted.join(" AND ");
  const expression = excluded === null ? all : `(${all}) NOT (${toText(excluded)})`;
  const { rows } = await sql<{ id: number }>`
    select ${sql.table(table)}.rowid as id from ${sql.table(table)} ${JOINS[table]}
    where ${sql.table(table)} match ${expression} ${toLeast(table, query)} and ${condition}
    order by ${sql.table(table)}.rowid desc limit ${limit}`.execute(database);
  return rows.map(({ id }) => id);
}

/** To look up a word of one id takes as long as to walk through so many ids. */
const WALKED_PER_WORD = 30;

const countWords = (query: Query): number =>
  query.type === "words" ? query.words.length : query.parts.reduce((sum, part) => sum + countWords(part), 0);

/** Ids that lie near one another are looked for in all that match between them, others each by itself. */
export function hasWordsNear(
  table: WordTable,
  id: RawBuilder<unknown>,
  query: Query,
  sections: readonly number[] | null,
  span?: IdSpan,
): RawBuilder<unknown> {
  const words = sql.table(table);
  const matches = sql`select rowid from ${words} where ${words} match ${toFts5(query, COLUMNS[table], sections)}`;
  const isLookedUp = sql`exists (${matches} and rowid = ${id})`;
  if (span === undefined) return isLookedUp;
  const { first, last, count } = span;
  // Numbers are bound as reals, by which FTS5 does not limit what it walks.
  const between = sql`${matches} and rowid between cast(${first} as integer) and cast(${last} as integer)`;
  const isBetween = sql`${id} in (${between})`;
  const max = count * countWords(query) * WALKED_PER_WORD;
  if (last - first <= max) return isBetween;
  return sql`case when (select count(*) from (${between} limit ${max})) < ${max} then ${isBetween} else ${isLookedUp} end`;
}
