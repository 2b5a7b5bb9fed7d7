/** What searches of briefs and of quotes share: limits as conditions, who spoke, and which match is the better one. */

import { type RawBuilder, sql } from "kysely";
import type { BriefQuery } from "../../domain/store.ts";
import type { Database, Dialect, Fact } from "../dialects/dialect.ts";
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

/** Of articles `a`: what no index of words decides. What is indexed is current. */
export function toRowConditions(
  { since, until }: FactLimits,
  { withoutStoryOf, newestId }: Pick<BriefQuery, "withoutStoryOf" | "newestId">,
): readonly Condition[] {
  const conditions: Condition[] = [];
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

/** Of articles `a`, where they are listed by their dates. */
export const toListConditions = (facts: readonly Fact[]): readonly Condition[] => [
  sql`a.is_current = 1`,
  ...facts.flatMap(({ condition }) => condition ?? []),
];

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
    from ${dialect.listed.articles} where ${isOneOf(dialect, "a.id", ids)}`.execute(database);
  return rows;
}

/** The quotes of these articles that somebody with all the names said. */
export async function listSpoken(
  database: Database,
  dialect: Dialect,
  articleIds: readonly number[],
  names: readonly string[],
  isBegun = false,
): Promise<readonly { readonly id: number; readonly article_id: number }[]> {
  const { rows } = await sql<{ id: number; article_id: number }>`select q.id as id, q.article_id as article_id
    from quotes q where ${isOneOf(dialect, "q.article_id", articleIds)}`.execute(database);
  const quoteIds = rows.map(({ id }) => id);
  const spoken = await dialect.keepHaving(database, "quote_words", quoteIds, toNamesQuery(names, isBegun), SPEAKER);
  return rows.filter(({ id }) => spoken.has(id));
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
  const spoken = await listSpoken(database, dialect, ids, names, isBegun);
  const kept = new Set(spoken.map((quote) => quote.article_id));
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
): Promise<readonly (Match & { readonly place: number })[]> {
  const keep = (of: readonly number[], wanted: Query, sections: readonly number[] | null) =>
    dialect.keepHaving(database, "article_words", of, wanted, sections);
  const inBrief = await keep(ids, query, HEADLINE_AND_BRIEF);
  const inHeadline = await keep([...inBrief], query, HEADLINE);
  const last = excluded === null ? null : await keep(ids, excluded, null);
  const toPlace = (id: number): number => {
    if (last?.has(id) === true) return 3;
    if (inHeadline.has(id)) return 0;
    return inBrief.has(id) ? 1 : 2;
  };
  const rows = await readMatches(database, dialect, ids);
  return rows.map((row) => ({ ...row, place: toPlace(row.id) })).sort((a, b) => a.place - b.place || b.id - a.id);
}
