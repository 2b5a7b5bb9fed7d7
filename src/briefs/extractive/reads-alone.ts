/** Whether units read alone: what a stranger who sees only the summary would stumble over. */

import type { Unit } from "../unit.ts";
import { NAME_LABEL } from "./units.ts";

const FRAGMENT_INDEX_MAX = 1;
const FRAGMENT_WORDS_MIN = 6;
const UNIT_WORDS_MIN = 4;

/** "TEN WORST BRIDGES": capitals throughout and no stop, or none that ends a sentence. */
export const isHeading = (text: string): boolean =>
  !/\p{Ll}/u.test(text) && /\p{Lu}{3}/u.test(text) && !/[.!?]["”»]?$/.test(text);

const TITLE_WORD_LENGTH = 4;
const TITLE_WORDS_MIN = 4;

/** "At Nine, Mara Hale Crossed the Widest Strait": each long word with a capital and no stop, so a heading or a title. */
function isTitleCased(text: string): boolean {
  const long = (text.match(/[\p{L}’'-]+/gu) ?? []).filter((word) => word.length >= TITLE_WORD_LENGTH);
  return long.length >= TITLE_WORDS_MIN && long.every((word) => /^\p{Lu}/u.test(word));
}

/** What no summary takes, whatever stands beside it. */
export function isUsable(unit: Unit): boolean {
  const { faults } = unit;
  if (faults.isNoise || faults.isQuestion || faults.isFirstPerson || faults.isBroken || faults.isUnattributed)
    return false;
  if (unit.bound?.to === "nothing" || unit.wordCount < UNIT_WORDS_MIN || isHeading(unit.sentence.text)) return false;
  // The deck above an article often has no full stop; further down such a line is a heading.
  if (!faults.isFragment) return true;
  const isDeck = unit.index <= FRAGMENT_INDEX_MAX && unit.wordCount >= FRAGMENT_WORDS_MIN;
  return isDeck && !isTitleCased(unit.sentence.text) && !NAME_LABEL.test(unit.sentence.text);
}

/** News told in the first sentences is what "The decision" further down stands for. */
const NEWS_INDEX_MAX = 1;

/** Whether what the unit is bound to was shown, other than by the sentence right before. */
function isShown({ bound }: Unit, earlier: readonly Unit[], titleStems: ReadonlySet<string>): boolean {
  if (bound === null) return true;
  if (bound.to === "sentence" || bound.to === "speaker") return false;
  if (titleStems.has(bound.stem) || earlier.some(({ content }) => content.includes(bound.stem))) return true;
  return bound.to === "event" && earlier.some(({ index }) => index <= NEWS_INDEX_MAX);
}

/**
 * Whether each unit that leans on the one before has it beside it, and each subject known from before was shown; the
 * first `sure` units are known to read well, and the title stands above them all.
 */
export function readsAlone(set: readonly Unit[], sure = 0, titleStems: ReadonlySet<string> = new Set()): boolean {
  return set.every((unit, index) => {
    if (index < sure) return true;
    const isBound = !isShown(unit, set.slice(0, index), titleStems);
    if (!unit.faults.isPronounLed && !unit.faults.isLeaning && !isBound) return true;
    const before = set[index - 1];
    // What the pronoun stands for may have been in the part left out.
    return before?.index === unit.index - 1 && !before.edits.some((edit) => edit.kind === "aside");
  });
}
