/** What the form of an article says of how long its summary should be, and whether its opening is a deck. */

import { findLanguage } from "../../languages/index.ts";
import type { Unit } from "../unit.ts";

/** Words a person would spend; see docs/figures.md for how they were chosen. */
const WORDS_DECK = 15;
/** An article with a title and paragraphs is a news page, and told as fully as the budget lets. */
const WORDS_PAGE = 100;
/** Any other text in one block is told in one word for every so many of its own, within bounds. */
const WORDS_PER_WORD = 6;
const WORDS_BLOCK_MIN = 40;
const WORDS_BLOCK_MAX = 110;
const DECK_WORDS_MAX = 45;
const DECK_WORDS_MIN = 5;
const PARAGRAPHS_MIN = 3;
const countParagraphs = (units: readonly Unit[]): number => (units.at(-1)?.paragraph ?? 0) + 1;

/** The units of the deck above the text, to be shown together; empty when there is none. */
export function findDeck(units: readonly Unit[], language: string): readonly Unit[] {
  if (!findLanguage(language).asides.hasDeck || countParagraphs(units) < PARAGRAPHS_MIN) return [];
  const opening = units.filter((unit) => unit.paragraph === 0);
  const words = opening.reduce((sum, unit) => sum + unit.wordCount, 0);
  if (words > DECK_WORDS_MAX || words < DECK_WORDS_MIN) return [];
  const isShowable = opening.every(({ faults }) => !faults.isNoise && !faults.isBroken && !faults.isQuestion);
  return isShowable && opening[0]?.faults.isPronounLed === false ? opening : [];
}

/** Words a person would spend on the article. */
export function expectedWords(
  units: readonly Unit[],
  language: string,
  { hasTitle, hasDeck }: { readonly hasTitle: boolean; readonly hasDeck: boolean },
): number {
  if (hasDeck) return WORDS_DECK;
  // What agencies send without a title is told in two or three short lines.
  const { wordsUntitled } = findLanguage(language).asides;
  if (!hasTitle && wordsUntitled !== null) return wordsUntitled;
  if (countParagraphs(units) >= PARAGRAPHS_MIN) return WORDS_PAGE;
  const words = units.reduce((sum, unit) => sum + unit.wordCount, 0);
  return Math.min(WORDS_BLOCK_MAX, Math.max(WORDS_BLOCK_MIN, words / WORDS_PER_WORD));
}
