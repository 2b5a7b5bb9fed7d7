/** How the matches of a search fall by feed, topic, language, speaker and day: what one may narrow it by. */

import type { FacetCount, Facets } from "../../domain/reading/story-facts.ts";
import type { Database } from "../dialects/dialect.ts";
import { readQuotes } from "../tables.ts";

const SHOWN_MAX = 20;
const DAYS_MAX = 31;
/** Matches whose key quotes are read for their speakers; the others are counted by what stands in columns. */
const READ_MAX = 200;

export const NO_FACETS: Facets = { feeds: [], topics: [], languages: [], speakers: [], days: [] };

/** A value of an article, counted once for each story that has it. */
type Met = readonly [articleId: number, value: string];

const toCounts = (met: readonly Met[], storyOf: ReadonlyMap<number, string>): readonly FacetCount[] => {
  const stories = new Map<string, Set<string>>();
  for (const [id, value] of met) {
    const known = stories.get(value) ?? new Set();
    stories.set(value, known.add(storyOf.get(id) ?? String(id)));
  }
  return [...stories].map(([value, { size }]) => ({ value, count: size }));
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

export interface FacetMatch {
  readonly id: number;
  /** Matches of one story are one; null for a match by itself. */
  readonly story: number | null;
}

export async function countFacets(database: Database, matches: readonly FacetMatch[]): Promise<Facets> {
  if (matches.length === 0) return NO_FACETS;
  const ids = matches.map(({ id }) => id);
  const storyOf = new Map(matches.map(({ id, story }) => [id, story === null ? `article ${id}` : `story ${story}`]));
  const rows = await database
    .selectFrom("articles")
    .select(["id", "feed_id", "language", "dated_at"])
    .where("id", "in", ids)
    .execute();
  const quoted = await database
    .selectFrom("articles")
    .select(["id", "key_quotes"])
    .where("id", "in", ids.slice(0, READ_MAX))
    .execute();
  const topics = await database
    .selectFrom("article_topics")
    .select(["article_id", "topic"])
    .where("article_id", "in", ids)
    .execute();
  const count = (met: readonly Met[]): readonly FacetCount[] => toCounts(met, storyOf);
  const days = count(rows.map((row) => [row.id, new Date(row.dated_at).toISOString().slice(0, 10)]));
  return {
    feeds: byFrequency(count(rows.map((row) => [row.id, row.feed_id]))),
    topics: byFrequency(count(topics.map((row) => [row.article_id, row.topic]))),
    languages: byFrequency(count(rows.map((row) => [row.id, row.language]))),
    speakers: byFrequency(
      count(quoted.flatMap((row) => readSpeakers(row.key_quotes).map((name): Met => [row.id, name]))),
    ),
    days: [...days].sort((a, b) => (a.value < b.value ? 1 : -1)).slice(0, DAYS_MAX),
  };
}
