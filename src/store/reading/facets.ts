/** How the matches of a search fall by feed, topic, language, speaker and day: what one may narrow it by. */

import type { FacetCount, Facets } from "../../domain/reading/story-facts.ts";
import type { Database } from "../dialects/dialect.ts";
import { readQuotes } from "../tables.ts";

const SHOWN_MAX = 20;
const DAYS_MAX = 31;
/** Matches whose key quotes are read for their speakers; the others are counted by what stands in columns. */
const READ_MAX = 200;

export const NO_FACETS: Facets = { feeds: [], topics: [], languages: [], speakers: [], days: [] };

const toCounts = (values: Iterable<string>): readonly FacetCount[] => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count }));
};

const byFrequency = (counts: readonly FacetCount[]): readonly FacetCount[] =>
  [...counts].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, SHOWN_MAX);

/** "she" and "the minister" stand for somebody, but nobody looks for them. */
const isName = (name: string): boolean => name !== name.toLowerCase() || name === name.toUpperCase();

/** The named speakers of an article's key quotes, each once. */
function readSpeakers(json: string): readonly string[] {
  const named = readQuotes(json).flatMap(({ speaker }) =>
    speaker !== null && (speaker.kind === "person" || speaker.kind === "organization") && isName(speaker.name)
      ? [speaker.name]
      : [],
  );
  return [...new Set(named)];
}

export async function countFacets(database: Database, ids: readonly number[]): Promise<Facets> {
  if (ids.length === 0) return NO_FACETS;
  const rows = await database
    .selectFrom("articles")
    .select(["feed_id", "language", "dated_at"])
    .where("id", "in", [...ids])
    .execute();
  const quoted = await database
    .selectFrom("articles")
    .select("key_quotes")
    .where("id", "in", ids.slice(0, READ_MAX))
    .execute();
  const topics = await database
    .selectFrom("article_topics")
    .select("topic")
    .where("article_id", "in", [...ids])
    .execute();
  const days = toCounts(rows.map((row) => new Date(row.dated_at).toISOString().slice(0, 10)));
  return {
    feeds: byFrequency(toCounts(rows.map((row) => row.feed_id))),
    topics: byFrequency(toCounts(topics.map((row) => row.topic))),
    languages: byFrequency(toCounts(rows.map((row) => row.language))),
    speakers: byFrequency(toCounts(quoted.flatMap((row) => readSpeakers(row.key_quotes)))),
    days: [...days].sort((a, b) => (a.value < b.value ? 1 : -1)).slice(0, DAYS_MAX),
  };
}
