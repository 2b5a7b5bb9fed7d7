/** The newest articles against a filter: what would have come, and what stopped the rest. */

import type { StoredBrief } from "../domain/article.ts";
import { EMPTY_QUERY, type Store } from "../domain/store.ts";
import type { Filter } from "../domain/subscription.ts";
import type { Document } from "./document.ts";
import { judge, type Matchable, type Obstacle, toFoldedText } from "./filter.ts";
import { createPauses } from "./pauses.ts";

/** Articles looked at, so many at once. */
const ARTICLES_MAX = 300;
const PAGE = 25;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

export interface RecentArticles {
  /** Newest first. */
  readonly articles: readonly {
    readonly stored: StoredBrief;
    readonly matchable: Matchable;
    readonly document: Document;
  }[];
}

export interface RecentMatches {
  /** From the feeds and topics asked for. */
  readonly articleCount: number;
  readonly matches: readonly StoredBrief[];
  /** What stopped most of the others; null when nothing did. */
  readonly obstacle: Exclude<Obstacle["cause"], "feed" | "topic"> | null;
}

/** A stored brief as a filter looks at it. */
export async function toMatchables(
  { articles }: Pick<Store, "articles">,
  stored: readonly StoredBrief[],
): Promise<readonly Matchable[]> {
  const quotes = await articles.listQuotes(stored.map((each) => each.article.id));
  return stored.map(({ article, brief, topics, regions = [] }) => ({
    feedId: article.feedId,
    topics: [...topics, ...regions],
    language: article.language,
    brief,
    text: article.text,
    byline: article.byline,
    categories: article.categories ?? [],
    quotes: quotes.get(article.id) ?? [],
  }));
}

/** Those of the last week, at most the newest 300; newest first. */
async function* findRecent(
  store: Pick<Store, "articles">,
  now: Date,
): AsyncGenerator<RecentArticles["articles"][number]> {
  const since = new Date(now.getTime() - WEEK_MS);
  for (let offset = 0; offset < ARTICLES_MAX; offset += PAGE) {
    const { briefs } = await store.articles.search({ ...EMPTY_QUERY, since, limit: PAGE, offset });
    const matchables = await toMatchables(store, briefs);
    for (const [index, stored] of briefs.entries()) {
      const matchable = matchables[index];
      if (matchable !== undefined) yield { stored, matchable, document: toFoldedText(matchable) };
    }
    if (briefs.length < PAGE) break;
  }
}

export async function readRecent(store: Pick<Store, "articles">, now: Date): Promise<RecentArticles> {
  const articles: RecentArticles["articles"][number][] = [];
  const pause = createPauses();
  for await (const each of findRecent(store, now)) {
    articles.push(each);
    await pause();
  }
  return { articles };
}

/** The newest that passes the filter and is wanted; no more is read than that takes. */
export async function findNewestMatch(
  store: Pick<Store, "articles">,
  now: Date,
  filter: Filter,
  isWanted: (stored: StoredBrief) => boolean | Promise<boolean>,
): Promise<StoredBrief | null> {
  const pause = createPauses();
  for await (const { stored, matchable, document } of findRecent(store, now)) {
    if (judge(filter, matchable, document).isMatch && (await isWanted(stored))) return stored;
    await pause();
  }
  return null;
}

export async function matchRecent({ articles }: RecentArticles, filter: Filter): Promise<RecentMatches> {
  const pause = createPauses();
  const matches: StoredBrief[] = [];
  const counts = new Map<NonNullable<RecentMatches["obstacle"]>, number>();
  for (const { stored, matchable, document } of articles) {
    await pause();
    const verdict = judge(filter, matchable, document);
    if (verdict.isMatch) {
      matches.push(stored);
      continue;
    }
    const { cause } = verdict.obstacle;
    // Other feeds are what most articles are from; that says nothing about how narrow the rest is.
    if (cause !== "feed" && cause !== "topic") counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  const stopped = [...counts].sort((a, b) => b[1] - a[1]);
  const articleCount = matches.length + stopped.reduce((sum, [, count]) => sum + count, 0);
  return { articleCount, matches, obstacle: stopped[0]?.[0] ?? null };
}
