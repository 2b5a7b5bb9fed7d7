/** What was carried by most outlets and who was quoted in most articles, since a moment. */

import { type Kysely, sql } from "kysely";
import { CJK, fold } from "../../domain/fold.ts";
import type { Top, TopQuery, TopSpeaker } from "../../domain/reading/top-facts.ts";
import { findBriefs } from "../briefs.ts";
import { readQuote, type Tables, toMoment } from "../tables.ts";

/** The newest of so many are looked at: a week of a large newsroom. */
const QUOTES_READ_MAX = 20_000;
const OUTLETS_MIN = 2;

const toAudience = (own: readonly string[] | undefined) => {
  if (own === undefined) return sql<boolean>`1 = 1`;
  if (own.length === 0) return sql<boolean>`a.is_added = 0`;
  return sql<boolean>`(a.is_added = 0 or a.feed_id in (${sql.join([...own])}))`;
};

const isFull = (name: string): boolean => name.trim().includes(" ") || CJK.test(name);

interface Counted {
  name: string;
  role: string | null;
  readonly articles: Set<number>;
}

/** Each article counts once, however much of somebody it quotes. Newest first, so the newest role is kept. */
function countSpeakers(rows: readonly { readonly article: number; readonly quote: unknown }[]): readonly TopSpeaker[] {
  const counted = new Map<string, Counted>();
  for (const { article, quote } of rows) {
    const { speaker } = readQuote(quote as Parameters<typeof readQuote>[0]);
    // Surnames and offices alone name nobody for certain: two ministers are not one.
    if (speaker === null || speaker.kind !== "person" || !isFull(speaker.name)) continue;
    const key = fold(speaker.name);
    const known = counted.get(key) ?? { name: speaker.name, role: null, articles: new Set<number>() };
    known.articles.add(article);
    known.role ??= speaker.role;
    counted.set(key, known);
  }
  return [...counted.values()].map(({ name, role, articles }) => ({ name, role, articleCount: articles.size }));
}

export async function findTop(database: Kysely<Tables>, { since, limit, ownFeedIds }: TopQuery): Promise<Top> {
  const audience = toAudience(ownFeedIds);
  const { rows: stories } = await sql<{ id: number }>`
    select max(a.id) as id from articles a
    where a.is_current = 1 and a.story_id is not null and a.dated_at >= ${toMoment(since)} and ${audience}
    group by a.story_id having count(distinct a.outlet) >= ${OUTLETS_MIN}
    order by count(distinct a.outlet) desc, max(a.dated_at) desc, max(a.id) desc limit ${limit}`.execute(database);
  const { rows: quotes } = await sql<{ article: number; quote: unknown }>`
    select coalesce(a.story_id, a.id) as article, q.quote as quote
    from quotes q join articles a on a.id = q.article_id
    where q.dated_at >= ${toMoment(since)} and a.is_current = 1 and ${audience}
    order by q.dated_at desc, q.id desc limit ${QUOTES_READ_MAX}`.execute(database);
  const speakers = countSpeakers(quotes.map(({ article, quote }) => ({ article: Number(article), quote })));
  return {
    stories: await findBriefs(
      database,
      stories.map(({ id }) => Number(id)),
    ),
    speakers: speakers
      .toSorted((a, b) => b.articleCount - a.articleCount || a.name.localeCompare(b.name, "en"))
      .slice(0, limit),
  };
}
