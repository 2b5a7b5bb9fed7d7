/** What searches of briefs and of quotes share: limits as conditions, who spoke, and which match is the better one. */

import { type RawBuilder, sql } from "kysely";
import type { BriefQuery } from "../../domain/store.ts";
import type { Database, Dialect } from "../dialects/dialect.ts";
import { toStorable } from "../normalize.ts";
import { type Query, toNamesQuery } from "../query.ts";
import { toMoment } from "../tables.ts";
import type { FactLimits } from "../words/article-facts.ts";
import { SPEAKER } from "../words/quote-words.ts";

/** Matches looked at and counted; also the deepest page. */
export const MATCHES_MAX = 500;
export const PAGE_MAX = 100;
/** Sections of the index of articles. */
const HEADLINE = [0];
const HEADLINE_AND_BRIEF = [0, 1];

export type Condition = RawBuilder<unknown>;
export const joinAll = (conditions: readonly Condition[]): Condition => sql.join([...conditions], sql` and `);
export const isIn = (column: string, values: readonly (string | number)[]): Condition =>
  sql`${sql.ref(column)} in (${sql.join([...values])})`;

/** Of very many ids; as one value, for a statement that binds each takes longer to read than to answer. */
export const isOneOf = (dialect: Dialect, column: string, ids: readonly number[]): Condition =>
  sql`${sql.ref(column)} in (
    select cast(e.value ->> 0 as bigint) from ${dialect.listJson(JSON.stringify(ids.map((id) => [id])))} e)`;

/** The moments, feeds, topics and languages of a query, as they are stored. */
export const toLimits = ({
  feedIds,
  topics,
  languages,
  ownFeedIds,
  since,
  until,
}: Omit<BriefQuery, "terms">): FactLimits => ({
  feedIds: feedIds.map(toStorable),
  topics: topics.map(toStorable),
  languages: languages.map(toStorable),
  ...(ownFeedIds === undefined ? {} : { ownFeedIds: ownFeedIds.map(toStorable) }),
  since: since === null ? null : toMoment(since),
  until: until === null ? null : toMoment(until),
});

/** Of articles `a`: what no index of words decides. */
export function toRowConditions(
  { since, until }: FactLimits,
  { withoutStoryOf, newestId }: Pick<BriefQuery, "withoutStoryOf" | "newestId">,
): readonly Condition[] {
  const conditions = [sql`a.is_current = 1`];
  if (since !== null) conditions.push(sql`a.dated_at >= ${since}`);
  if (until !== null) conditions.push(sql`a.dated_at <= ${until}`);
  // A corrected article stays where it was.
  if (newestId != null) conditions.push(sql`coalesce(a.edition_of, a.id) <= ${newestId}`);
  if (withoutStoryOf != null) {
    conditions.push(sql`not exists (
      select 1 from articles o where o.id = ${withoutStoryOf} and (
        coalesce(o.edition_of, o.id) = coalesce(a.edition_of, a.id) or o.story_id = a.story_id))`);
  }
  return conditions;
}

/** Of articles `a`, where they are listed by their dates: whose they are, and of which feed. */
export function toListConditions({ feedIds, ownFeedIds }: FactLimits): readonly Condition[] {
  const conditions = feedIds.length === 0 ? [] : [isIn("a.feed_id", feedIds)];
  if (ownFeedIds === undefined) return conditions;
  const isOwn = ownFeedIds.length === 0 ? sql`` : sql` or ${isIn("a.feed_id", ownFeedIds)}`;
  return [...conditions, sql`(a.is_added = 0${isOwn})`];
}

export const toCount = (value: number, max: number): number => Math.min(Math.max(0, Math.trunc(value) || 0), max);

export interface Match {
  readonly id: number;
  readonly story_id: number | null;
  readonly dated_at: number;
}

/** In no order. */
export async function readMatches(
  database: Database,
  dialect: Dialect,
  ids: readonly number[],
): Promise<readonly Match[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Match>`select a.id as id, a.story_id as story_id, a.dated_at as dated_at
    from articles a where ${isOneOf(dialect, "a.id", ids)}`.execute(database);
  return rows;
}

/** Of so few each is looked at by itself; more lie near one another. */
const FEW = 50;

/** Of quotes `q` of these articles: somebody with all the names said it. */
export async function toSpokenCondition(
  database: Database,
  dialect: Dialect,
  articleIds: readonly number[],
  names: readonly string[],
  isBegun = false,
): Promise<Condition> {
  const isOfThese = isOneOf(dialect, "q.article_id", articleIds);
  const { rows } = await sql<{ first: number | null; last: number | null; count: number | string }>`
    select min(q.id) as first, max(q.id) as last, count(*) as count from quotes q where ${isOfThese}`.execute(database);
  const { first = null, last = null, count = 0 } = rows[0] ?? {};
  const isMany = articleIds.length > FEW && first !== null && last !== null;
  const span = isMany ? { first, last, count: Number(count) } : undefined;
  return sql`${isOfThese} and ${dialect.hasWords("quote_words", sql`q.id`, toNamesQuery(names, isBegun), SPEAKER, span)}`;
}

/** The index knows of whom an article has words, not whether one person has all of them. */
export async function keepSpoken(
  database: Database,
  dialect: Dialect,
  ids: readonly number[],
  names: readonly string[],
  isBegun = false,
) {
  if (names.length < 2 || ids.length === 0) return ids;
  const isSpoken = await toSpokenCondition(database, dialect, ids, names, isBegun);
  const { rows } = await sql<{ id: number }>`
    select distinct q.article_id as id from quotes q where ${isSpoken}`.execute(database);
  const kept = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => kept.has(id));
}

export const byDate = (a: Match, b: Match): number => b.dated_at - a.dated_at || b.id - a.id;

/**
 * First what has all words in its headline, then in headline and brief; of these the newest first. Last of all what has
 * words that were to be left out: of a quote without them it is still the article.
 */
export async function rank(
  database: Database,
  dialect: Dialect,
  ids: readonly number[],
  query: Query,
  excluded: Query | null = null,
) {
  if (ids.length === 0) return [];
  const span = { first: Math.min(...ids), last: Math.max(...ids), count: ids.length };
  const has = (wanted: Query, sections: readonly number[] | null): Condition =>
    dialect.hasWords("article_words", sql`a.id`, wanted, sections, span);
  const isLast = excluded === null ? sql`` : sql`when ${has(excluded, null)} then 3`;
  const { rows } = await sql<Match & { readonly place: number }>`
    select a.id as id, a.story_id as story_id, a.dated_at as dated_at,
      case ${isLast} when ${has(query, HEADLINE)} then 0 when ${has(query, HEADLINE_AND_BRIEF)} then 1 else 2 end as place
    from articles a where ${isOneOf(dialect, "a.id", ids)}`.execute(database);
  return [...rows].sort((a, b) => a.place - b.place || b.id - a.id);
}
