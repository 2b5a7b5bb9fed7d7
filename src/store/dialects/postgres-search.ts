/** Searching on PostgreSQL, whose index knows no order: each row is filed under ranges of ids, which are looked through newest first. */

import { type Kysely, type RawBuilder, sql } from "kysely";
import { isStrict, join, type Query, toLoose, toTsquery } from "../query.ts";
import type { Tables } from "../tables.ts";
import { type Database, LOOKED_MAX, type NewestQuery, type WordTable } from "./dialect.ts";

/** Section 0 is the weightiest. */
const WEIGHTS = ["A", "B", "D"] as const;
export const toWeight = (section: number): string => WEIGHTS[section] ?? "D";
const toWeights = (sections: readonly number[]): string => sections.map(toWeight).join("");

export const toText = (query: Query, sections: readonly number[] | null = null): string =>
  toTsquery(query, toWeights, sections === null ? "" : toWeights(sections));

const RANGE = "\uE006r";
/** Ranges of 4,096, 16,384 and 65,536 ids: small ones for what is common, large ones further back. */
const RANGE_BITS = [12, 14, 16];
const WIDEST_BITS = 16;
/** Ranges looked through at once for what is so rare that the last ones had few. */
const RANGES_OF_RARE = 16;
const RARE_MAX = 20;
const ROWS_AT_ONCE = 500;

const toRangeKey = (bits: number, range: number): string => `${RANGE}${bits.toString(36)}x${range.toString(36)}`;
export const listRangeKeys = (id: number): readonly string[] =>
  RANGE_BITS.map((bits) => toRangeKey(bits, Math.floor(id / 2 ** bits)));

interface Range {
  readonly query: Query;
  /** The least id in it. */
  readonly least: number;
}

/** The range below an id that is looked through next. */
function toRange(highest: number, bits: number, count: number): Range {
  const last = Math.floor(highest / 2 ** bits);
  const first = Math.max(0, last - count + 1);
  const keys = Array.from({ length: last - first + 1 }, (_, index) => toRangeKey(bits, first + index));
  const parts = keys.map((key): Query => ({ type: "words", words: [key], isPrefix: false, sections: null }));
  return { query: join("any", parts), least: first * 2 ** bits };
}

const JOINS: Readonly<Record<WordTable, RawBuilder<unknown>>> = {
  article_words: sql`join articles a on a.id = c.id`,
  quote_words: sql`join quotes q on q.id = c.id join articles a on a.id = q.article_id`,
};

interface Candidate {
  readonly id: number;
  readonly is_match: boolean | null;
}

/** What the index can tell by itself, and what has to be looked for in the rows it finds: order, place and limits. */
function toTexts({ facts, included, excluded, sections }: NewestQuery) {
  const all = [...facts.map(({ query }) => query), ...(included === null ? [] : [toLoose(included)])];
  const loose = all.map((each) => toText(each));
  const mustLook = (query: Query | null): query is Query => query !== null && (sections !== null || isStrict(query));
  if (excluded !== null && !mustLook(excluded)) loose.push(`!(${toText(excluded)})`);
  const strict = mustLook(included) ? [toText(included, sections)] : [];
  if (mustLook(excluded)) strict.push(`!(${toText(excluded, sections)})`);
  return { loose, strict };
}

/** By its estimates the planner would rather read every row, each of which has to be unpacked, than ask the index. */
export async function findNewest(
  database: Database,
  ...given: readonly [WordTable, NewestQuery, readonly RawBuilder<unknown>[], number]
): Promise<readonly number[]> {
  return (database as Kysely<Tables>).transaction().execute(async (trx) => {
    await sql`set local enable_seqscan = off`.execute(trx);
    return findByRanges(trx, ...given);
  });
}

async function findByRanges(
  database: Database,
  table: WordTable,
  query: NewestQuery,
  conditions: readonly RawBuilder<unknown>[],
  limit: number,
): Promise<readonly number[]> {
  const { loose, strict } = toTexts(query);
  const own = strict.length === 0 ? sql`` : sql`join ${sql.table(table)} w on w.id = c.id`;
  // What is indexed is current: without a condition no row is read for it.
  const rowsOf = conditions.length === 0 ? sql`` : JOINS[table];
  const isStrictly = strict.length === 0 ? [] : [sql`w.words @@ cast(${strict.join(" & ")} as tsquery)`];
  const asked = [...conditions, ...isStrictly];
  const isMatch = asked.length === 0 ? sql`true` : sql.join(asked, sql` and `);
  const { rows: last } = await sql<{ id: number | null }>`select max(id) as id from ${sql.table(table)}`.execute(
    database,
  );
  const found: number[] = [];
  let looked = 0;
  let met = 0;
  let highest = last[0]?.id ?? 0;
  for (let step = 0; highest > 0 && found.length < limit && looked < LOOKED_MAX; step += 1) {
    const bits = RANGE_BITS[step] ?? WIDEST_BITS;
    const isRare = step >= RANGE_BITS.length && met <= RARE_MAX;
    const range = toRange(highest, bits, isRare ? RANGES_OF_RARE : 1);
    const text = [...loose, toText(range.query)].join(" & ");
    // Whoever wants more gets it at once: each statement walks the whole range again.
    const max = Math.max(ROWS_AT_ONCE, limit - found.length);
    // The sums keep the planner from walking all ids, too.
    const { rows } = await sql<Candidate>`
      with c as materialized (
        select w.id from ${sql.table(table)} w where w.words @@ cast(${text} as tsquery) and w.id + 0 <= ${highest}
        order by w.id + 0 desc limit ${sql.lit(max)})
      select c.id as id, (${isMatch}) as is_match from c ${own} ${rowsOf}
      order by c.id desc`.execute(database);
    if (strict.length > 0) looked += rows.length;
    met += rows.length;
    found.push(...rows.flatMap(({ id, is_match: isMatch }) => (isMatch === true ? [id] : [])));
    const isCut = rows.length >= max;
    highest = (isCut ? (rows.at(-1)?.id ?? 0) : range.least) - 1;
    if (isCut) step -= 1;
  }
  return found.slice(0, limit);
}
