/** How much a term says: what everybody writes says nothing. */

/** Counted as if there were at least so many articles, so that the first of the day are not all held rare. */
const ARTICLES_MIN = 50;

/** 1 for a term of no article, falling to 0 for one in all of them. */
export function toRarity(articlesWithTerm: number, articles: number): number {
  return Math.max(0, 1 - Math.log(1 + articlesWithTerm) / Math.log(2 + Math.max(articles, ARTICLES_MIN)));
}
