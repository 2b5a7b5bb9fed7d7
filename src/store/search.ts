/** Search of the stored briefs: the newest 500 matches, then by relevance; and the quotes by speaker and words. */

import { type RawBuilder, sql } from "kysely";
import {
  type ArticleStore,
  type Audience,
  type BriefPage,
  type BriefQuery,
  EMPTY_QUERY,
  type FoundQuote,
  type QuoteQuery,
} from "../domain/store.ts";
import { findBriefs } from "./briefs.ts";
import type { Database, Dialect, QuotePlace, QuoteWordQuery, RankedArticle } from "./dialects/dialect.ts";
import { toStorable } from "./normalize.ts";
import { toSpeakerQuery, toWordQuery, type WordQuery } from "./query.ts";
import { countFacets } from "./reading/facets.ts";
import { findSpeakers } from "./speakers.ts";
import { readQuote, readSentences, toMoment } from "./tables.ts";
import { isFound, keepFound } from "./words/look.ts";
import { QUOTE_WORDS, SPEAKER, SPEAKER_NAME } from "./words/quote-words.ts";

/** Matches looked at and counted; also the deepest page. */
const MATCHES_MAX = 500;
const PAGE_MAX = 100;
/** The newest looked at for what has only words left out: nearly all may have them, and then all would be walked. */
const LOOKED_MAX = 2_000;
const LEAST = sql`select min(id) from looked`;

const NOTHING: BriefPage = { briefs: [], total: 0 };

type Condition = RawBuilder<unknown>;
const joinAll = (conditions: readonly Condition[]): Condition => sql.join([...conditions], sql` and `);
const isIn = (column: string, values: readonly string[]): Condition =>
  sql`${sql.ref(column)} in (${sql.join(values.map(toStorable))})`;

/** What people added is looked at by its own channels only; no condition where everybody's and nobody's is looked at. */
function toAudienceConditions({ ownFeedIds }: Audience): readonly Condition[] {
  if (ownFeedIds === undefined) return [];
  return ownFeedIds.length === 0 ? [sql`a.is_added = 0`] : [sql`(a.is_added = 0 or ${isIn("a.feed_id", ownFeedIds)})`];
}

/** The limits other than words on articles `a`. Null when nothing can pass them. */
function toConditions(query: Omit<BriefQuery, "terms" | "limit" | "offset">, dialect: Dialect): Condition[] | null {
  const conditions = [sql`a.is_current = 1`];
  conditions.push(...toAudienceConditions(query));
  if (query.feedIds.length > 0) conditions.push(isIn("a.feed_id", query.feedIds));
  if (query.languages.length > 0) conditions.push(isIn("a.language", query.languages));
  if (query.since !== null) conditions.push(sql`a.dated_at >= ${toMoment(query.since)}`);
  if (query.until !== null) conditions.push(sql`a.dated_at <= ${toMoment(query.until)}`);
  // A corrected article stays where it was.
  if (query.newestId != null) conditions.push(sql`coalesce(a.edition_of, a.id) <= ${query.newestId}`);
  if (query.topics.length > 0) {
    const topics = query.topics.map((topic) => topic.toLowerCase());
    conditions.push(
      sql`exists (select 1 from article_topics t where t.article_id = a.id and ${isIn("t.topic", topics)})`,
    );
  }
  if (query.withoutStoryOf != null) {
    conditions.push(sql`not exists (
      select 1 from articles o where o.id = ${query.withoutStoryOf} and (
        coalesce(o.edition_of, o.id) = coalesce(a.edition_of, a.id) or o.story_id = a.story_id))`);
  }
  if (query.speaker !== null) {
    const speaker = toSpeakerQuery(query.speaker);
    if (speaker === null) return null;
    const isQuoted = dialect.hasWords("quote_words", sql`q.id`, speaker, SPEAKER);
    conditions.push(sql`a.id in (select q.article_id from quotes q where ${isQuoted})`);
  }
  return conditions;
}

const toCount = (value: number, max: number): number => Math.min(Math.max(0, Math.trunc(value) || 0), max);

type Match = Pick<RankedArticle, "id" | "story_id">;

/** The first of each story. */
function toStories(matches: readonly Match[]): readonly Match[] {
  const met = new Set<number>();
  return matches.filter(({ story_id: story }) => {
    if (story === null) return true;
    const isFirst = !met.has(story);
    met.add(story);
    return isFirst;
  });
}

async function toPage(
  database: Database,
  matches: readonly Match[],
  { limit, offset, isPerStory = false, hasFacets = false }: BriefQuery,
): Promise<BriefPage> {
  const start = toCount(offset, MATCHES_MAX);
  const ids = (isPerStory ? toStories(matches) : matches).map((match) => match.id);
  const shown = ids.slice(start, start + toCount(limit, PAGE_MAX));
  const page = { briefs: await findBriefs(database, shown), total: ids.length };
  if (!hasFacets) return page;
  return {
    ...page,
    facets: await countFacets(
      database,
      matches.map(({ id, story_id: story }) => ({ id, story: isPerStory ? story : null })),
    ),
  };
}

export async function search(database: Database, dialect: Dialect, query: BriefQuery): Promise<BriefPage> {
  const words = toWordQuery(query.terms);
  const conditions = toConditions(query, dialect);
  if (words === null || conditions === null) return NOTHING;
  const { included, excluded } = words;
  if (included !== null) {
    const candidates = await dialect.findNewest(database, { included, excluded }, joinAll(conditions), MATCHES_MAX);
    const found = await keepFound(database, candidates, words.looked);
    const ranked = [...found].sort((a, b) => a.score - b.score || b.id - a.id);
    return toPage(database, ranked, query);
  }
  const isLeft =
    excluded === null ? sql`` : sql`where not (${dialect.hasWords("article_words", sql`l.id`, excluded, null, LEAST)})`;
  const { rows } = await sql<Match>`
    with looked as (
      select a.id as id, a.story_id as story_id, a.dated_at as dated_at from articles a where ${joinAll(conditions)}
      order by a.dated_at desc, a.id desc limit ${excluded === null ? MATCHES_MAX : LOOKED_MAX})
    select l.id as id, l.story_id as story_id from looked l ${isLeft}
    order by l.dated_at desc, l.id desc limit ${MATCHES_MAX}`.execute(database);
  return toPage(database, await keepFound(database, rows, words.looked), query);
}

interface Subjects {
  /** The articles that are about the words: their headline or summary has all of them. */
  readonly ids: readonly number[];
  /** How well each article that has the words fits them; less is better. */
  readonly scores: ReadonlyMap<number, number>;
}

const NO_SUBJECTS: Subjects = { ids: [], scores: new Map() };

/** Among the newest articles. */
async function findSubjects(
  database: Database,
  dialect: Dialect,
  words: WordQuery,
  condition: Condition,
): Promise<Subjects> {
  const { included, excluded, phrases } = words;
  if (included === null) return NO_SUBJECTS;
  const found = await dialect.findNewest(database, { included, excluded }, condition, MATCHES_MAX);
  if (found.length === 0) return NO_SUBJECTS;
  const rows = await database
    .selectFrom("articles")
    .select(["id", "title", "headline", "sentences", "language"])
    .where(
      "id",
      "in",
      found.map((row) => row.id),
    )
    .execute();
  const ids = rows.flatMap(({ id, title, headline, sentences, language }) => {
    const texts = [title, headline, ...readSentences(sentences).map((each) => each.text)];
    return phrases.every((phrase) => isFound(texts, language, phrase)) ? [id] : [];
  });
  return { ids, scores: new Map(found.map(({ id, score }) => [id, score])) };
}

async function listQuotePlaces(
  database: Database,
  dialect: Dialect,
  query: QuoteWordQuery,
  conditions: readonly Condition[],
): Promise<readonly QuotePlace[]> {
  const { excluded } = query;
  if (query.speaker !== null || query.included !== null) {
    const found = await dialect.findNewestQuotes(database, query, joinAll(conditions), MATCHES_MAX);
    return [...found].sort((a, b) => b.dated_at - a.dated_at || b.article_id - a.article_id || a.position - b.position);
  }
  const isLeft =
    excluded === null
      ? sql``
      : sql`where not (${dialect.hasWords("quote_words", sql`l.id`, excluded, QUOTE_WORDS, LEAST)})`;
  const { rows } = await sql<QuotePlace>`
    with looked as (
      select q.id as id, q.article_id as article_id, q.dated_at as dated_at, q.position as position
      from quotes q join articles a on a.id = q.article_id where ${joinAll(conditions)}
      order by q.dated_at desc, q.article_id desc, q.position
      limit ${excluded === null ? MATCHES_MAX : LOOKED_MAX})
    select l.id as id, l.article_id as article_id, l.dated_at as dated_at, l.position as position from looked l ${isLeft}
    order by l.dated_at desc, l.article_id desc, l.position limit ${MATCHES_MAX}`.execute(database);
  return rows;
}

/** The ids of all that match, the best first; null when what was asked for has no word to look for. */
async function rankQuotes(database: Database, dialect: Dialect, query: QuoteQuery): Promise<readonly number[] | null> {
  const words = toWordQuery(query.terms);
  const limits = { ...query, speaker: null, topics: [], languages: [], until: null };
  const conditions = toConditions(limits, dialect);
  const speaker = query.speaker === null ? null : toSpeakerQuery(query.speaker);
  if (words === null || conditions === null || (query.speaker !== null && speaker === null)) return null;
  const list = (parts: Partial<QuoteWordQuery>, more: readonly Condition[] = []) =>
    listQuotePlaces(database, dialect, { ...words, speaker, speakerSections: SPEAKER, ...parts }, [
      ...conditions,
      ...more,
    ]);
  const { ids, scores } = await findSubjects(database, dialect, words, joinAll(conditions));
  const toScore = ({ article_id: id }: QuotePlace): number => scores.get(id) ?? Number.MAX_VALUE;
  // A stable sort: the newest stay first among those that fit as well.
  const byWorth = (found: readonly QuotePlace[]): readonly QuotePlace[] =>
    speaker === null ? [...found].sort((a, b) => toScore(a) - toScore(b)) : found;
  const places = [
    ...(speaker === null ? [] : await list({ speakerSections: SPEAKER_NAME })),
    ...byWorth(await list({})),
    ...(ids.length === 0
      ? []
      : byWorth(await list({ included: null, excluded: null }, [sql`q.article_id in (${sql.join([...ids])})`]))),
  ];
  return [...new Set(places.map((place) => place.id))].slice(0, MATCHES_MAX);
}

async function findQuotes(database: Database, dialect: Dialect, query: QuoteQuery): Promise<readonly FoundQuote[]> {
  const start = toCount(query.offset, MATCHES_MAX);
  const ranked = (await rankQuotes(database, dialect, query)) ?? [];
  const ids = ranked.slice(start, start + toCount(query.limit, PAGE_MAX));
  if (ids.length === 0) return [];
  const rows = await database
    .selectFrom("quotes")
    .select(["id", "article_id", "quote"])
    .where("id", "in", ids)
    .execute();
  const quotes = new Map(rows.map((row) => [row.id, row]));
  const briefs = await findBriefs(database, [...new Set(rows.map((row) => row.article_id))]);
  const byId = new Map<number, (typeof briefs)[number]>(briefs.map((stored) => [stored.article.id, stored]));
  return ids.flatMap((id) => {
    const row = quotes.get(id);
    const stored = row === undefined ? undefined : byId.get(row.article_id);
    return row === undefined || stored === undefined ? [] : [{ quote: readQuote(row.quote), stored }];
  });
}

export function createSearch(
  database: Database,
  dialect: Dialect,
): Pick<ArticleStore, "search" | "latest" | "findQuotes" | "findSpeakers"> {
  return {
    search: (query) => search(database, dialect, query),
    latest: (query) => search(database, dialect, { ...EMPTY_QUERY, isPerStory: true, ...query }),
    findQuotes: (query) => findQuotes(database, dialect, query),
    findSpeakers: (prefix, limit, audience) => findSpeakers(database, prefix, limit, audience),
  };
}
