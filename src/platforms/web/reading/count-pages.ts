/** How many pages there are of what a search finds. */

import { PAGES_MAX } from "./questions.ts";

/** More is not counted. */
const COUNTED_MAX = 500;

/** No more are told than may be asked for. */
export const countPages = (total: number, limit: number): number =>
  Math.min(PAGES_MAX, Math.max(1, Math.ceil(Math.min(total, COUNTED_MAX) / limit)));
