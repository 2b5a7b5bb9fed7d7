/** A reader's letter and its answer, told apart by who is spoken of: "I" and "my" above, "you" and "your" below. */

import { findLanguage } from "../../languages/index.ts";
import { toListed } from "../../languages/shared/words.ts";
import type { Unit } from "../unit.ts";

/** Each part has so many sentences at least. */
const PART_MIN = 4;
const LETTER_SINGLE_MIN = 0.4;
const LETTER_YOU_MAX = 0.1;
const ANSWER_YOU_MIN = 0.35;
const ANSWER_SINGLE_MAX = 0.3;
/** The letter stands at the head. */
const LETTER_UNITS_MAX = 40;

const wordsOf = (text: string): readonly string[] => toListed(text).match(/[\p{L}']+/gu) ?? [];

/** The first unit of the answer to a letter whose writer's question the headline asks; null on any other page. */
export function findAnswerStart(units: readonly Unit[], title: string, language: string): number | null {
  const { secondPerson, points } = findLanguage(language).asides;
  const asks = wordsOf(title).some((word) => points.single.has(word)) || /[?？]["”’]?$/u.test(title.trim());
  if (!asks || units.length < 2 * PART_MIN) return null;
  const isSingle = units.map(({ toldWords }) => toldWords.some((word) => points.single.has(word)));
  const isYou = units.map(({ toldWords }) => toldWords.some((word) => secondPerson.has(word)));
  const shareOf = (marks: readonly boolean[], from: number, to: number): number =>
    marks.slice(from, to).filter(Boolean).length / Math.max(1, to - from);
  let best: number | null = null;
  let top = 0;
  for (const { index, place } of units.slice(0, LETTER_UNITS_MAX + 1)) {
    if (place > 0 || index < PART_MIN || units.length - index < PART_MIN) continue;
    const single = [shareOf(isSingle, 0, index), shareOf(isSingle, index, units.length)] as const;
    const you = [shareOf(isYou, 0, index), shareOf(isYou, index, units.length)] as const;
    if (single[0] < LETTER_SINGLE_MIN || you[0] > LETTER_YOU_MAX) continue;
    if (you[1] < ANSWER_YOU_MIN || single[1] > ANSWER_SINGLE_MAX) continue;
    const turn = single[0] - single[1] + you[1] - you[0];
    if (turn > top) [best, top] = [index, turn];
  }
  return best;
}
