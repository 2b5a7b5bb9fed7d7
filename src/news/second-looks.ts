/** When the page of an article is looked at again for which the feed's own text stands in. */

const HOUR_MS = 60 * 60 * 1000;
/** Ages of the article. */
const SECOND_LOOKS_MS = [HOUR_MS, 4 * HOUR_MS, 12 * HOUR_MS, 20 * HOUR_MS];

/** The look whose time has come last, counted from 0; -1 while none has. */
export const findLook = (fetchedAt: Date, now: Date): number =>
  SECOND_LOOKS_MS.findLastIndex((wait) => now.getTime() - fetchedAt.getTime() >= wait);

/** When the next one is; null after the last. */
export function findNextLook(fetchedAt: Date, now: Date): Date | null {
  const wait = SECOND_LOOKS_MS[findLook(fetchedAt, now) + 1];
  return wait === undefined ? null : new Date(fetchedAt.getTime() + wait);
}
