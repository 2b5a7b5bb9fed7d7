/** Whether two texts in the same words tell of different events: what differs is who, where, when and how many. */

import type { Fingerprint } from "./fingerprint.ts";

/** So many of each, and so much of all, that the other does not have at all. */
const OWN_MIN = 2;
const DETAILS_SHARE_MIN = 0.45;
/** Whoever edits a text leaves its figures alone. */
const FIGURES_SHARE_MIN = 0.5;

function has(sorted: Uint32Array, value: number): boolean {
  let [low, high] = [0, sorted.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle] ?? 0;
    if (at === value) return true;
    if (at < value) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

const countOwn = (of: ReadonlySet<number>, other: Uint32Array): number =>
  [...of].filter((each) => !has(other, each)).length;

/** Each title names something the other article does not say. */
export const hasAnotherTitle = (a: Fingerprint, b: Fingerprint): boolean =>
  Math.min(countOwn(a.titleSaid, b.said), countOwn(b.titleSaid, a.said)) > 0;

/**
 * Of formulas such as those of agencies and offices. Each must have something the other lacks: a copy that was cut, or that
 * somebody added to, lacks nothing on one side.
 */
export function isAnotherEvent(a: Fingerprint, b: Fingerprint): boolean {
  if (hasAnotherTitle(a, b)) return true;
  return differ(a, b, "figures", FIGURES_SHARE_MIN) || differ(a, b, "details", DETAILS_SHARE_MIN);
}

function differ(a: Fingerprint, b: Fingerprint, part: "figures" | "details", shareMin: number): boolean {
  const own = Math.min(countOwn(a[part], b.said), countOwn(b[part], a.said));
  return own >= OWN_MIN && own >= shareMin * Math.min(a[part].size, b[part].size);
}
