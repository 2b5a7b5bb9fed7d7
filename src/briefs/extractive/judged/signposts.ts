/** Sentences that say what the page will tell, or cheer, rather than tell it: "She explains how nets are mended", "No more wet feet!" */

import { findLanguage } from "../../../languages/index.ts";
import type { Unit } from "../../unit.ts";

/** What such a sentence is worth of what it else would be. */
const SIGNPOST_SHARE = 0.5;
/** With more words it tells something besides. */
const PROMISE_WORDS_MAX = 25;
const CHEER = /![)\]’”"»]*$/;

/** By unit that promises or cheers, its share of worth. */
export function weighSignposts(units: readonly Unit[], language: string): ReadonlyMap<number, number> {
  const { signpost, finders, wordsShort } = findLanguage(language).asides;
  const found = new Map<number, number>();
  for (const unit of units) {
    const { text } = unit.sentence;
    if (unit.quotedShare > 0) continue;
    // "The study explains why" is the news.
    const isPromise =
      unit.wordCount <= PROMISE_WORDS_MAX && signpost.test(text) && !unit.toldWords.some((word) => finders.has(word));
    // "The pier is not happy." tells a word or two, and takes the place of a sentence.
    const isShort = unit.wordCount < wordsShort && !unit.faults.isFragment;
    if (isShort || isPromise || CHEER.test(text)) found.set(unit.index, SIGNPOST_SHARE);
  }
  return found;
}
