/** How many died or were hurt: what nobody leaves out who tells of a disaster. */

import { findLanguage } from "../../../languages/index.ts";
import type { Unit } from "../../unit.ts";
import { isFree } from "../leans-on.ts";
import type { PostedByUnit } from "./postable.ts";

/** What happened stands so near the head. */
const HEAD_UNITS = 2;
/** An editor posts it surely, however plain it is. */
const POSTED = 0.8;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/** The first sentence that tells the toll of the disaster the headline or the first sentences tell of; null where the headline has it. */
export function findToll(units: readonly Unit[], title: string, language: string): number | null {
  const { disaster, toll, quoted } = findLanguage(language).asides;
  const head = [title, ...units.slice(0, HEAD_UNITS).map(({ sentence }) => sentence.text)].join("\n");
  if (!disaster.test(head) || toll.test(title)) return null;
  const told = units.find(
    ({ sentence: { text }, faults, bound, quotedShare }) =>
      quotedShare === 0 &&
      !faults.isPronounLed &&
      !faults.isLeaning &&
      isFree(bound) &&
      toll.test(text) &&
      // "In 2011 a fire killed nine": another one.
      !YEAR.test(text) &&
      !quoted.earlier.test(text),
  );
  return told?.index ?? null;
}

/** What an editor posts, the toll among it. */
export const keepToll = (posts: PostedByUnit, toll: number | null): PostedByUnit => ({
  get(index) {
    const posted = posts.get(index);
    if (index !== toll || posted === undefined) return posted;
    return { alone: Math.max(POSTED, posted.alone), behind: Math.max(POSTED, posted.behind) };
  },
});
