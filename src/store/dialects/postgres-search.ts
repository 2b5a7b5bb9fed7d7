/** Searching on PostgreSQL, whose index knows no order: each row is filed under ranges of ids, which are looked through newest first. */

import { type Kysely, type RawBuilder, sql } from "kysely";
import { isStrict, type Query, toLoose, toTsquery } from "../query.ts";
import type { Tables } from "../tables.ts";
import { type Database, LOOKED_MAX, type NewestQuery, type WordTable } from "./dialect.ts";

/** Section 0 is the weightiest. */
const WEIGHTS = ["A", "B", "D"] as const;
export const toWeight = (section: number): string => WEIGHTS[section] ?? "D";
const toWeights = (sections: readonly number[]): string => sections.map(toWeight).join("");

export const toText = (query: Query, sections: readonly number[] | null = null): string =>
  toTsquery(query, toWeights, sections === null ? "" : toWeights(sections));

const RANGE = "\uE006r";
/** Ranges of 4,096, 16,384 and 65,536 ids. */
const RANGE_BITS = [12, 14, 16];
/** In the order in which they are walked: small ones for what is common, large ones further back. */
const WALKED_BITS = [12, 12, 14, 14];
const WIDEST_BITS = 16;
/** How many of the widest are walked as one: there are some times as many quotes as articles. */
const WIDEST_TOGETHER: Readonly<Record<WordTable, number>> = { article_words: 1, quote_words: 2 };
/** Ranges a statement may walk; it stops at the one that gives enough. */
const RANGES_AT_ONCE = 64;
const ROWS_AT_ONCE = 500;

const toRangeKey = (bits: number, range: number): string => `${RANGE}${bits.toString(36)}x${range.toString(36)}`;
export const listRangeKeys = (id: number): readonly string[] =>
  RANGE_BITS.map((bits) => toRangeKey(bits, Math.floor(id / 2 ** bits)));

interface Range {
  /** The keys of what lies in it, any of which a row may have. */
  readonly text: string;
  readonly highest: number;
  /** The least id in it. */
  readonly least: number;
}

/** The ranges from an id downwards, in the order in which they are walked. */
function listRanges(from: number, table: WordTable): readonly Range[] {
  const ranges: Range[] = [];
  for (let highest = from; highest > 0 && ranges.length < RANGES_AT_ONCE; ) {
    const bits = WALKED_BITS[ranges.length] ?? WIDEST_BITS;
    const count = ranges.length < WALKED_BITS.length ? 1 : WIDEST_TOGETHER[table];
    const last = Math.floor(highest / 2 ** bits);
    const first = Math.max(0, last - count + 1);
    const keys = Array.from({ length: last - first + 1 }, (_, index) => `'${toRangeKey(bits, first + index)}'`);
    ranges.push({ text: `(${keys.join(" | ")})`, highest, least: first * 2 ** bits });
    highest = first * 2 ** bits - 1;
  }
  return ranges;
}

const listConditions = (query: Query): readonly Query[] =>
  query.type === "all" ? query.parts.flatMap(listConditions) : [query];

const JOINS: Readonly<Record<WordTable, RawBuilder<unknown>>> = {
  article_words: sql`join articles a on a.id = c.id`,
  quote_words: sql`join quotes q on q.id = c.id join articles a on a.id = q.article_id`,
};

interface Candidate {
  readonly id: number;
  readonly is_match: boolean | null;
}

/**
 * What the index can tell by itself, and what has to be looked for in the rows it finds: order, place and limits. Each is
 * a condition of its own: the index goes from one to what the next has there, while in a query of several words it walks
 * all that has the rarest.
 */
function toTexts({ facts, included, excluded, sections }: NewestQuery) {
  const all = [...facts.map(({ query }) => query), ...(included === null ? [] : [toLoose(included)])];
  const mustLook = (query: Query | null): query is Query => query !== null && (sections !== null || isStrict(query));
  const isLeftOut = excluded === null || mustLook(excluded) ? "" : ` & !(${toText(excluded)})`;
  const strict = mustLook(included) ? [toText(included, sections)] : [];
  if (mustLook(excluded)) strict.push(`!(${toText(excluded, sections)})`);
  return { loose: all.flatMap(listConditions).map((each) => toText(each)), isLeftOut, strict };
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
  const { loose, isLeftOut, strict } = toTexts(query);
  const own = strict.length === 0 ? sql`` : sql`join ${sql.table(table)} w on w.id = c.id`;
  // What is indexed is current: without a condition no row is read for it.
  const rowsOf = conditions.length === 0 ? sql`` : JOINS[table];
  const isStrictly = strict.length === 0 ? [] : [sql`w.words @@ cast(${strict.join(" & ")} as tsquery)`];
  const asked = [...conditions, ...isStrictly];
  const isMatch = asked.length === 0 ? sql`true` : sql.join(asked, sql` and `);
  const { rows: last } = await sql<{ id: number | null }>`select max(id) as id from ${sql.table(table)}`.execute(
    database,
  );
  const isWanted = sql.join(
    loose.map((text) => sql`and w.words @@ cast(${text} as tsquery)`),
    sql` `,
  );
  const found: number[] = [];
  let looked = 0;
  let highest = last[0]?.id ?? 0;
  while (highest > 0 && found.length < limit && looked < LOOKED_MAX) {
    const ranges = listRanges(highest, table);
    // What is left out goes with the range: alone, it would be looked for in the whole index.
    const texts = ranges.map(({ text }) => `${text}${isLeftOut}`);
    const highests = ranges.map((range) => range.highest);
    // Whoever wants more gets it at once.
    const max = Math.max(ROWS_AT_ONCE, limit - found.length);
    // A range is walked only when those before it gave too little: the join takes them one by one, and ends with the
    // limit. The sums keep the planner from walking all ids.
    const { rows } = await sql<Candidate>`
      with c as materialized (
        select f.id from unnest(cast(${texts} as text[]), cast(${highests} as bigint[])) as r (text, highest)
        cross join lateral (
          select w.id from ${sql.table(table)} w
          where w.words @@ cast(r.text as tsquery) ${isWanted} and w.id + 0 <= r.highest
          order by w.id + 0 desc limit ${sql.lit(max)}) f
        limit ${sql.lit(max)})
      select c.id as id, (${isMatch}) as is_match from c ${own} ${rowsOf}
      order by c.id desc`.execute(database);
    if (strict.length > 0) looked += rows.length;
    found.push(...rows.flatMap(({ id, is_match: isMatch }) => (isMatch === true ? [id] : [])));
    highest = (rows.length >= max ? (rows.at(-1)?.id ?? 0) : (ranges.at(-1)?.least ?? 0)) - 1;
  }
  return found.slice(0, limit);
}
