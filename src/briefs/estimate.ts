/** How good a set of units is expected to be as a whole summary: what it tells of the news, against its length. */

import type { Candidate } from "./combine.ts";

/** What a unit repeats of an earlier one counts for less by this much. */
const REPEAT_COST = 0.5;
/** A unit that shares this much with an earlier one, by the shorter of the two, says the same again: it adds nothing. */
const SAME_SHARE_MIN = 0.6;
/** Shorter units share words by chance. */
const CONTENT_MIN = 5;
const SCORE_MIN = 0.001;
/** Words a person would spend on the article, by its form; see docs/briefs.md for how they were chosen. */
const WORDS_STANDFIRST = 20;
const WORDS_UNTITLED = 30;
const WORDS_TITLED = 40;
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

/**
 * Worth of a set: the share of the news it is expected to tell, as the harmonic mean of coverage and brevity has it.
 * One estimate serves one article, since it remembers how much of a unit another repeats.
 */
export function createEstimate(wordsExpected: number): (set: readonly Candidate[]) => number {
  const contents = new Map<number, ReadonlySet<string>>();
  const shares = new Map<number, number>();
  const contentOf = ({ unit }: Candidate): ReadonlySet<string> => {
    const known = contents.get(unit.index) ?? new Set(unit.content);
    contents.set(unit.index, known);
    return known;
  };
  const repeatedShare = (candidate: Candidate, earlier: Candidate): number => {
    const key = candidate.unit.index * 1000 + earlier.unit.index;
    const known = shares.get(key);
    if (known !== undefined) return known;
    const others = contentOf(earlier);
    let shared = 0;
    for (const stem of candidate.unit.content) if (others.has(stem)) shared++;
    const shorter = Math.max(1, Math.min(candidate.unit.content.length, others.size));
    const isSame = shorter >= CONTENT_MIN && shared / shorter >= SAME_SHARE_MIN;
    const share = isSame ? 1 / REPEAT_COST : shared / Math.max(1, candidate.unit.content.length);
    shares.set(key, share);
    return share;
  };
  return (set) => {
    let told = 0;
    let words = 0;
    for (let index = 0; index < set.length; index++) {
      const candidate = set[index];
      if (candidate === undefined) continue;
      let repeated = 0;
      for (let other = 0; other < index; other++) {
        const earlier = set[other];
        if (earlier !== undefined) repeated = Math.max(repeated, repeatedShare(candidate, earlier));
      }
      told += Math.max(SCORE_MIN, candidate.score) * (1 - REPEAT_COST * repeated);
      words += candidate.unit.wordCount;
    }
    return told / (words + wordsExpected);
  };
}
