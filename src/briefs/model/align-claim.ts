/** Ties each word of a claim to the word of the article it comes from: the cheapest path, kept within one sentence where it can. */

import type { ClaimSentence, ClaimWord } from "./claim-words.ts";

export interface Place {
  /** Which sentence of the article, and which word of it. */
  readonly sentence: number;
  readonly word: number;
}

/** Words of the claim that come one after the other and from one sentence of the article. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly sentence: number;
}

export type Index = ReadonlyMap<string, readonly Place[]>;

const PLACES_MAX = 48;
const COST_UNMATCHED = 6;
const COST_OTHER_SENTENCE = 3;
const COST_OTHER_SENTENCE_WITHIN_CLAUSE = 4;
const COST_OTHER_SENTENCE_IN_NAME = 1.5;
const COST_BACK = 1;
const COST_STEP = 0.04;
const STEPS_MAX = 15;
const COST_OTHER_FORM = 0.1;
const COST_OTHER_OPERATORS = 0.4;
const COST_TITLE = 0.5;

export function indexWords(sentences: readonly ClaimSentence[]): Index {
  const index = new Map<string, Place[]>();
  sentences.forEach((sentence, at) => {
    sentence.words.forEach((word, position) => {
      const places = index.get(word.key) ?? [];
      if (places.length < PLACES_MAX) places.push({ sentence: at, word: position });
      index.set(word.key, places);
    });
  });
  return index;
}

const hasSame = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  one.size === other.size && [...one].every((each) => other.has(each));

function placeCost(word: ClaimWord, truth: ClaimWord, place: Place): number {
  return (
    (word.low === truth.low ? 0 : COST_OTHER_FORM) +
    (hasSame(word.operators, truth.operators) ? 0 : COST_OTHER_OPERATORS) +
    (place.sentence === 0 ? COST_TITLE : 0)
  );
}

function stepCost(from: Place | null, to: Place | null, word: ClaimWord, last: ClaimWord | undefined): number {
  if (from === null || to === null) return COST_OTHER_SENTENCE / 2;
  if (from.sentence === to.sentence) {
    const step = to.word - from.word;
    const length = Math.min(Math.abs(step), STEPS_MAX) * COST_STEP;
    return step > 0 ? length : step === 0 ? COST_UNMATCHED : COST_BACK + length;
  }
  // A full name is put together from two sentences.
  if (word.isName && last?.isName === true && word.marks.trim() === "") return COST_OTHER_SENTENCE_IN_NAME;
  return word.marks.includes(",") || word.isCoordinated || word.opener !== null || /[“”".;:]/.test(word.marks)
    ? COST_OTHER_SENTENCE
    : COST_OTHER_SENTENCE_WITHIN_CLAUSE;
}

/** For each word of the claim its place in the article, or null where there is none. */
export function alignClaim(
  claim: ClaimSentence,
  article: readonly ClaimSentence[],
  index: Index,
): readonly (Place | null)[] {
  interface State {
    readonly place: Place | null;
    readonly cost: number;
    readonly before: State | null;
  }
  let states: readonly State[] = [];
  claim.words.forEach((word, at) => {
    const places: (Place | null)[] = [...(index.get(word.key) ?? []), null];
    const next: State[] = [];
    for (const place of places) {
      const truth = place === null ? undefined : article[place.sentence]?.words[place.word];
      const own = place === null || truth === undefined ? COST_UNMATCHED : placeCost(word, truth, place);
      if (at === 0) {
        next.push({ place, cost: own, before: null });
        continue;
      }
      let best: State | null = null;
      let bestCost = Number.POSITIVE_INFINITY;
      for (const state of states) {
        const cost = state.cost + stepCost(state.place, place, word, claim.words[at - 1]);
        if (cost < bestCost) [best, bestCost] = [state, cost];
      }
      next.push({ place, cost: bestCost + own, before: best });
    }
    states = next;
  });
  let state: State | null = null;
  for (const each of states) if (state === null || each.cost < state.cost) state = each;
  const path: (Place | null)[] = [];
  for (; state !== null; state = state.before) path.push(state.place);
  return path.reverse();
}

export function toSegments(path: readonly (Place | null)[]): readonly Segment[] {
  const segments: Segment[] = [];
  path.forEach((place, at) => {
    if (place === null) return;
    const last = segments.at(-1);
    if (last !== undefined && last.sentence === place.sentence && last.to === at)
      segments[segments.length - 1] = { ...last, to: at + 1 };
    else segments.push({ from: at, to: at + 1, sentence: place.sentence });
  });
  return segments;
}
