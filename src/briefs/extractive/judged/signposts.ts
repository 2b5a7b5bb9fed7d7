/** Sentences that say what the page will tell, cheer or have one imagine something, rather than tell it: "She explains how nets are mended". */

import { findLanguage } from "../../../languages/index.ts";
import type { Unit } from "../../unit.ts";

/** What such a sentence is worth of what it else would be. */
const SIGNPOST_SHARE = 0.5;
/** With more words it tells something besides. */
const PROMISE_WORDS_MAX = 25;
const CHEER = /![)\]’”"»]*$/;

/** By unit that promises or cheers, its share of worth. */
export function weighSignposts(units: readonly Unit[], language: string): ReadonlyMap<number, number> {
  const { signpost, scene, secondPerson, finders, wordsShort } = findLanguage(language).asides;
  const found = new Map<number, number>();
  let sceneParagraph = -1;
  for (const unit of units) {
    const { text } = unit.sentence;
    if (unit.quotedShare > 0) continue;
    // "The study explains why" is the news.
    const isPromise =
      unit.wordCount <= PROMISE_WORDS_MAX && signpost.test(text) && !unit.toldWords.some((word) => finders.has(word));
    // "The pier is not happy." tells a word or two, and takes the place of a sentence.
    const isShort = unit.wordCount < wordsShort && !unit.faults.isFragment;
    const isScene = scene.test(text);
    if (isScene && unit.place === 0) sceneParagraph = unit.paragraph;
    const isInScene = unit.paragraph === sceneParagraph && unit.toldWords.some((word) => secondPerson.has(word));
    if (isScene || isInScene || isShort || isPromise || CHEER.test(text)) found.set(unit.index, SIGNPOST_SHARE);
  }
  return found;
}
