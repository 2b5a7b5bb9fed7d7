/** How much two units say the same: the content stems that both hold. */

import type { Unit } from "../unit.ts";

export interface Overlap {
  /** Content stems of the unit that has fewer. */
  readonly shorter: number;
  /** Share of the shorter unit's content stems that the other holds too. */
  readonly ofShorter: number;
  /** Share of the first unit's. */
  readonly ofFirst: number;
}

type Measured = Pick<Unit, "index" | "content">;

/** No article has more units. */
const UNITS_MAX = 1024;

/** Measures pairs of one article's units, each once. */
export function createOverlaps(): (one: Measured, two: Measured) => Overlap {
  const known = new Map<number, Overlap>();
  const sets = new Map<number, ReadonlySet<string>>();
  const stemsOf = ({ index, content }: Measured): ReadonlySet<string> => {
    const found = sets.get(index) ?? new Set(content);
    sets.set(index, found);
    return found;
  };
  return (one, two) => {
    const key = one.index * UNITS_MAX + two.index;
    const found = known.get(key);
    if (found !== undefined) return found;
    const other = stemsOf(two);
    let shared = 0;
    for (const stem of one.content) if (other.has(stem)) shared++;
    const shorter = Math.max(1, Math.min(one.content.length, other.size));
    const overlap = { shorter, ofShorter: shared / shorter, ofFirst: shared / Math.max(1, one.content.length) };
    known.set(key, overlap);
    return overlap;
  };
}
