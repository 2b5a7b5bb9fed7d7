/** Search of the stored briefs: the newest 500 matches, those first that have the words in their headline. */

import { sql } from "kysely";
import { type ArticleStore, type BriefPage, type BriefQuery, EMPTY_QUERY } from "../domain/store.ts";
import { findBriefs } from "./briefs.ts";
import { type Database, type Dialect, LOOKED_MAX } from "./dialects/dialect.ts";
import { listNames, toWordQuery } from "./query.ts";
import { countFacets } from "./reading/facets.ts";
import { findQuotes } from "./searching/quote-search.ts";
import {
  byDate,
  type Condition,
  joinAll,
  keepSpoken,
  MATCHES_MAX,
  type Match,
  PAGE_MAX,
  rank,
  readMatches,
  toCount,
  toLimits,
  toListConditions,
  toRowConditions,
} from "./searching/shared.ts";
import { findSpeakers } from "./speakers.ts";
import { toFactLimits, toSpeakerFacts } from "./words/article-facts.ts";
import { keepFound } from "./words/look.ts";

const NOTHING: BriefPage = { briefs: [], total: 0 };

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
  const counted = matches.map(({ id, story_id: story }) => ({ id, story: isPerStory ? story : null }));
  return { ...page, facets: await countFacets(database, counted) };
}

async function listByDate(database: Database, conditions: readonly Condition[]): Promise<readonly Match[]> {
  const { rows } = await sql<Match>`
    select a.id as id, a.story_id as story_id, a.dated_at as dated_at from articles a where ${joinAll(conditions)}
    order by a.dated_at desc, a.id desc limit ${sql.lit(MATCHES_MAX)}`.execute(database);
  return rows;
}

export async function search(database: Database, dialect: Dialect, query: BriefQuery): Promise<BriefPage> {
  const words = toWordQuery(query.terms);
  const names = query.speaker === null ? [] : listNames(query.speaker);
  if (words === null || (query.speaker !== null && names.length === 0)) return NOTHING;
  const limits = toLimits(query);
  const conditions = toRowConditions(limits, query);
  const limiting = toFactLimits(limits);
  const { included, excluded } = words;
  const isListed = included === null && excluded === null && names.length + limits.topics.length === 0;
  if (isListed && limits.languages.length === 0 && limits.feedIds.length < 2) {
    return toPage(database, await listByDate(database, [...conditions, ...toListConditions(limiting)]), query);
  }
  const facts = [...limiting, ...toSpeakerFacts(names, false, query.isSpeakerBegun)];
  const wanted = { facts, included, excluded, sections: null };
  // What is dated latest is seldom read latest: of what has no order but its date, more are looked at.
  const max = included === null ? LOOKED_MAX : MATCHES_MAX;
  const ids = await dialect.findNewest(database, "article_words", wanted, conditions, max);
  const spoken = await keepSpoken(database, dialect, ids, names, query.isSpeakerBegun);
  const matches =
    included === null
      ? [...(await readMatches(database, dialect, spoken))].sort(byDate).slice(0, MATCHES_MAX)
      : await rank(database, dialect, spoken, included);
  return toPage(database, await keepFound(database, matches, words.looked), query);
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
