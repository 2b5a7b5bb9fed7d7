/** Lines that the text has again further down, and that are no telling of their own. */

import type { Unit } from "../../unit.ts";

/** So near, the first is the news and what follows says it again. */
const DISTANCE_MIN = 4;

/** A line set apart, whose words stand in the text further down, too: the words beneath a picture, or a pulled sentence. */
export function findEchoes(units: readonly Unit[]): ReadonlySet<number> {
  const last = new Map(units.map(({ sentence, index }) => [sentence.text, index]));
  const found = units.filter(
    ({ sentence, index, paragraph, place }) =>
      (last.get(sentence.text) ?? 0) >= index + DISTANCE_MIN &&
      place === 0 &&
      units[index + 1]?.paragraph !== paragraph,
  );
  return new Set(found.map(({ index }) => index));
}
