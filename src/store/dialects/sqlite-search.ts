/** Searching on SQLite: FTS5 walks its matches from the newest down and stops where it is told. */

import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { isStrict, join, type Query, toFts5, toLoose } from "../query.ts";
import { readJson } from "../tables.ts";
import { EVERYTHING } from "../words/article-facts.ts";
import { type Database, type Fact, LOOKED_MAX, type NewestQuery, type WordTable } from "./dialect.ts";

export const COLUMNS: Readonly<Record<WordTable, readonly string[]>> = {
  article_words: ["title", "brief", "body"],
  quote_words: ["speaker", "words", "role"],
};

/** The rows are wide, and where matches lie far apart each is a page of the file, and more with a long text. */
export const LISTED = {
  articles: sql`articles a indexed by articles_listed`,
  quotes: sql`quotes q indexed by quotes_listed`,
};

/** After what is matched, so that it is walked first. */
const JOINS: Readonly<Record<WordTable, (id: RawBuilder<unknown>) => RawBuilder<unknown>>> = {
  article_words: (id) => sql`left join ${LISTED.articles} on a.id = ${id}`,
  quote_words: (id) =>
    sql`left join ${LISTED.quotes} on q.id = ${id} left join ${LISTED.articles} on a.id = q.article_id`,
};

/** Words one after another are looked for in the newest that have them all: else a search for two common ones walks millions. */
function toLeast(table: WordTable, { facts, included }: NewestQuery): RawBuilder<unknown> {
  if (included === null || !isStrict(included)) return sql``;
  const loose = toFts5(join("all", [...facts.map(({ query }) => query), toLoose(included)]), COLUMNS[table]);
  return sql`and ${sql.table(table)}.rowid >= (select coalesce(min(looked.rowid), 0) from (select rowid from ${sql.table(table)}
    where ${sql.table(table)} match ${loose} order by rowid desc limit ${sql.lit(LOOKED_MAX)}) looked)`;
}

function toExpression(table: WordTable, { included, excluded, sections }: NewestQuery, facts: readonly Fact[]): string {
  const columns = COLUMNS[table];
  const toText = (each: Query): string => toFts5(each, columns, sections);
  const wanted = [
    ...facts.map(({ query }) => toFts5(query, columns)),
    ...(included === null ? [] : [toText(included)]),
  ];
  const all = wanted.length === 0 ? toFts5(EVERYTHING, columns) : wanted.join(" AND ");
  return excluded === null ? all : `(${all}) NOT (${toText(excluded)})`;
}

interface Candidate {
  readonly id: number;
  readonly is_match: number | null;
}

const joinAll = (conditions: readonly RawBuilder<unknown>[]) => sql.join([...conditions], sql` and `);

/**
 * Each word more is looked up in its own list for every match of the others, which for what is rare is a page of the file
 * each time. So of the newest that have the words the rows are asked the rest; an index of facts walks what is left.
 */
export async function findNewest(
  database: Database,
  table: WordTable,
  query: NewestQuery,
  conditions: readonly RawBuilder<unknown>[],
  limit: number,
): Promise<readonly number[]> {
  const told = query.facts.flatMap(({ condition }) => condition ?? []);
  if (query.included === null || isStrict(query.included) || told.length === 0) {
    return findByFacts(database, table, query, conditions, limit);
  }
  const untold = query.facts.filter(({ condition }) => condition === null);
  const { rows } = await sql<Candidate>`
    select m.id as id, (${joinAll([...told, ...conditions])}) as is_match from (
      select rowid as id from ${sql.table(table)} where ${sql.table(table)} match ${toExpression(table, query, untold)}
      order by rowid desc limit ${limit}) m ${JOINS[table](sql`m.id`)} order by m.id desc`.execute(database);
  const found = rows.flatMap(({ id, is_match: isMatch }) => (isMatch === 1 ? [id] : []));
  const last = rows.at(-1);
  if (last === undefined || rows.length < limit || found.length >= limit) return found;
  return [...found, ...(await findByFacts(database, table, query, conditions, limit - found.length, last.id))];
}

/** What is indexed is current: without another condition the index tells by itself. */
async function findByFacts(
  database: Database,
  table: WordTable,
  query: NewestQuery,
  conditions: readonly RawBuilder<unknown>[],
  limit: number,
  below?: number,
): Promise<readonly number[]> {
  const words = sql.table(table);
  const all = conditions.length === 0 ? sql`` : sql`and ${joinAll(conditions)}`;
  const { rows } = await sql<{ id: number }>`select ${words}.rowid as id
    from ${words} ${conditions.length === 0 ? sql`` : JOINS[table](sql`${words}.rowid`)}
    where ${words} match ${toExpression(table, query, query.facts)} ${toLeast(table, query)} ${all}
      ${below === undefined ? sql`` : sql`and ${words}.rowid < cast(${below} as integer)`}
    order by ${words}.rowid desc limit ${limit}`.execute(database);
  return rows.map(({ id }) => id);
}

/** To look up a word of one id takes as long as to walk through so many ids. */
const WALKED_PER_WORD = 30;

const countWords = (query: Query): number =>
  query.type === "words" ? query.words.length : query.parts.reduce((sum, part) => sum + countWords(part), 0);

const readIds = (json: string): readonly number[] => readJson(z.array(z.number()), json);

/** Ids that lie near one another are looked for in all that match between them, others each by itself. */
export async function keepHaving(
  database: Database,
  table: WordTable,
  ids: readonly number[],
  query: Query,
  sections: readonly number[] | null,
): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set();
  const words = sql.table(table);
  const isHaving = sql`${words} match ${toFts5(query, COLUMNS[table], sections)}`;
  const max = ids.length * countWords(query) * WALKED_PER_WORD;
  const list = sql`json_each(${JSON.stringify(ids)}) e`;
  // There may be more than a function can be given.
  const first = ids.reduce((least, id) => Math.min(least, id));
  const last = ids.reduce((most, id) => Math.max(most, id));
  // Numbers are bound as reals, by which FTS5 does not limit what it walks.
  const { rows: near } = await sql<{ count: number; ids: string }>`select count(*) as count,
      json_group_array(m.id) filter (where m.id in (select e.value from ${list})) as ids
    from (select rowid as id from ${words} where ${isHaving} and rowid between cast(${first} as integer)
      and cast(${last} as integer) limit ${max}) m`.execute(database);
  const [all] = near;
  if (all !== undefined && all.count < max) return new Set(readIds(all.ids));
  const { rows } = await sql<{ id: number }>`select e.value as id from ${list}
    where exists (select rowid from ${words} where ${isHaving} and rowid = e.value)`.execute(database);
  return new Set(rows.map(({ id }) => id));
}
