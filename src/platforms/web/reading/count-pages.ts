/** How many pages there are of what a search finds. */

/** More is not counted. */
const COUNTED_MAX = 500;

export const countPages = (total: number, limit: number): number =>
  Math.max(1, Math.ceil(Math.min(total, COUNTED_MAX) / limit));
