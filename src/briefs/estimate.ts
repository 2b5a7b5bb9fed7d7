/** How good a set of units is expected to be as a whole summary: what it tells of the news, against its length. */

import type { Candidate } from "./combine.ts";

/** What a unit repeats of an earlier one counts for less by this much. */
const REPEAT_COST = 0.5;
const SCORE_MIN = 0.001;
/** Words a person would spend on the article, by its form; see docs/briefs.md for how they were chosen. */
const WORDS_STANDFIRST = 20;
const WORDS_UNTITLED = 30;
const WORDS_TITLED = 60;
const WORDS_LONG = 200;
const LONG_TEXT_WORDS = 800;
const STANDFIRST_WORDS_MAX = 45;

export interface Form {
  readonly hasTitle: boolean;
  readonly textWords: number;
  readonly paragraphCount: number;
  readonly openingWords: number;
}

/** An article with a deck above it is told by the deck; a long one without takes more words. */
export function expectedWords(form: Form): number {
  const hasStandfirst = form.paragraphCount > 2 && form.openingWords <= STANDFIRST_WORDS_MAX;
  if (form.textWords >= LONG_TEXT_WORDS && form.paragraphCount > 2) return WORDS_LONG;
  if (hasStandfirst) return WORDS_STANDFIRST;
  return form.hasTitle ? WORDS_TITLED : WORDS_UNTITLED;
}

function repeatedShare(candidate: Candidate, earlier: readonly Candidate[]): number {
  const { content } = candidate.unit;
  let most = 0;
  for (const { unit } of earlier) {
    const known = new Set(unit.content);
    let shared = 0;
    for (const stem of content) if (known.has(stem)) shared++;
    most = Math.max(most, shared / Math.max(1, content.length));
  }
  return most;
}

/** Expected share of the news told, as the harmonic mean of coverage and brevity has it. */
export function estimateSet(set: readonly Candidate[], wordsExpected: number): number {
  let told = 0;
  let words = 0;
  set.forEach((candidate, index) => {
    told += Math.max(SCORE_MIN, candidate.score) * (1 - REPEAT_COST * repeatedShare(candidate, set.slice(0, index)));
    words += candidate.unit.wordCount;
  });
  return told / (words + wordsExpected);
}
