/** Whether two articles carry the same text or tell of the same event. Precision first: a wrong merge hides news. */

import { hasAnotherTitle, isAnotherEvent } from "./another-event.ts";
import type { Fingerprint } from "./fingerprint.ts";

export const WINDOW_MS = 72 * 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Measured in reference "feeds" 4.3: finds 94 to 100% of edited copies, no false pair among 846,892. */
const SAME_TEXT_JACCARD_MIN = 0.3;
const SAME_TEXT_CONTAINMENT_MIN = 0.5;
const SHINGLES_MIN = 5;
/** Tellings of one event by two hands have hardly a row of words in common. */
const FRAME_SHARE_MIN = 0.3;
/** With less in common, the titles must follow one formula, too. */
const TITLE_FRAME_SHARE_MIN = 0.6;
const TITLE_FRAME_TEXT_SHARE_MIN = 0.1;

/** How rare a term is among the articles of the window: 0 (in all) to 1 (in one). */
export type Rarity = (term: string) => number;

export interface Likeness {
  readonly isSame: boolean;
  readonly by: "text" | "event" | null;
  /** 0 to 1, of the measure that decided. */
  readonly score: number;
}

const NOT_SAME: Likeness = { isSame: false, by: null, score: 0 };

function countShared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let count = 0;
  for (const each of small) if (large.has(each)) count += 1;
  return count;
}

/** Of two ordered lists. */
function countSharedHashes(a: Uint32Array, b: Uint32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left = 0, right = 0] = [a[i], b[j]];
    if (left === right) count += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return count;
}

/** Shared weight over the weight of the smaller set, so that a short notice can match a long report. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>, rarity: Rarity): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  let whole = 0;
  for (const term of small) {
    const weight = rarity(term);
    whole += weight;
    if (large.has(term)) shared += weight;
  }
  return whole === 0 ? 0 : shared / whole;
}

/** Weighted Jaccard. */
function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>, rarity: Rarity): number {
  let shared = 0;
  let union = 0;
  for (const term of a) {
    const weight = rarity(term);
    union += weight;
    if (b.has(term)) shared += weight;
  }
  for (const term of b) if (!a.has(term)) union += rarity(term);
  return union === 0 ? 0 : shared / union;
}

/** How much of one article's headline the other's beginning tells: a follow-up's headline is news to the first report. */
function cover(title: ReadonlySet<string>, lead: ReadonlySet<string>, rarity: Rarity): number {
  let told = 0;
  let whole = 0;
  for (const term of title) {
    const weight = rarity(term);
    whole += weight;
    if (lead.has(term)) told += weight;
  }
  return whole === 0 ? 0 : told / whole;
}

/** The parts of the event measure, each 0 to 1; what `tools/stories/score-stories.ts` fits the weights to. */
export function toParts(a: Fingerprint, b: Fingerprint, rarity: Rarity): readonly number[] {
  const numbersShared = countShared(a.numbers, b.numbers);
  const numbersLeast = Math.min(a.numbers.size, b.numbers.size);
  const covers = [cover(a.titleTerms, b.leadTerms, rarity), cover(b.titleTerms, a.leadTerms, rarity)] as const;
  const daysShared = countShared(a.days, b.days);
  const daysAll = a.days.size + b.days.size - daysShared;
  return [
    Math.min(...covers),
    Math.max(...covers),
    overlap(a.leadTerms, b.leadTerms, rarity),
    jaccard(a.leadTerms, b.leadTerms, rarity),
    overlap(a.names, b.names, rarity),
    Math.min(1, numbersShared / 3),
    numbersLeast === 0 ? 0 : 1 - numbersShared / numbersLeast,
    a.days.size === 0 || b.days.size === 0 ? 0 : 1 - daysShared / daysAll,
    Math.min(1, Math.abs(a.atMs - b.atMs) / DAY_MS),
  ];
}

/** In the order of the parts, then the bias: fitted to labeled pairs (docs/stories.md). */
const EVENT_WEIGHTS: readonly number[] = [1.07, 1.04, 1.45, 1.13, 1.55, 1.91, -1.48, -1.23, -2.5, -3.76];
/** Of the tuning pairs the likest different one has 0.21, all but one of the same 0.39 and more: nearer to these, for precision. */
const EVENT_SCORE_MIN = 0.36;
const NAMES_SHARED_MIN = 2;
/** Two headlines alike without a text ("Markets today") prove nothing. */
const LEAD_TERMS_MIN = 12;

/** 0 to 1. */
export function toEventScore(parts: readonly number[], weights: readonly number[] = EVENT_WEIGHTS): number {
  const sum = parts.reduce((total, part, index) => total + part * (weights[index] ?? 0), weights[parts.length] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

export function compare(a: Fingerprint, b: Fingerprint, rarity: Rarity): Likeness {
  if (Math.abs(a.atMs - b.atMs) > WINDOW_MS) return NOT_SAME;
  const shared = countSharedHashes(a.shingles, b.shingles);
  const smaller = Math.min(a.shingles.length, b.shingles.length);
  if (smaller >= SHINGLES_MIN) {
    const likeness = shared / (a.shingles.length + b.shingles.length - shared);
    if (likeness >= SAME_TEXT_JACCARD_MIN || shared / smaller >= SAME_TEXT_CONTAINMENT_MIN) {
      return isAnotherEvent(a, b)
        ? NOT_SAME
        : { isSame: true, by: "text", score: Math.max(likeness, shared / smaller) };
    }
  }
  // Told by one formula, if not word for word.
  if (smaller >= SHINGLES_MIN && shared / smaller >= FRAME_SHARE_MIN && isAnotherEvent(a, b)) return NOT_SAME;
  const isTitleAlike =
    countShared(a.titleTerms, b.titleTerms) >= TITLE_FRAME_SHARE_MIN * Math.min(a.titleTerms.size, b.titleTerms.size);
  if (isTitleAlike && shared / smaller >= TITLE_FRAME_TEXT_SHARE_MIN && hasAnotherTitle(a, b)) return NOT_SAME;
  const isTold = Math.min(a.leadTerms.size, b.leadTerms.size) >= LEAD_TERMS_MIN;
  // First, since it is quickly told of nearly all that are compared.
  if (!isTold || countShared(a.names, b.names) < NAMES_SHARED_MIN) return NOT_SAME;
  const score = toEventScore(toParts(a, b, rarity));
  const isSame = score >= EVENT_SCORE_MIN;
  return { isSame, by: isSame ? "event" : null, score };
}

/** A notice shorter than this may well be given twice in the same words. */
const AGAIN_SHINGLES_MIN = 25;
const AGAIN_TITLE_SHARE_MIN = 0.5;

/** Whether an outlet gives a text it gave before, word for word, under much the same title. */
export function isToldAgain(a: Fingerprint, b: Fingerprint): boolean {
  const { length } = a.shingles;
  if (length < AGAIN_SHINGLES_MIN || length !== b.shingles.length) return false;
  if (countSharedHashes(a.shingles, b.shingles) !== length) return false;
  const least = Math.min(a.titleTerms.size, b.titleTerms.size);
  return countShared(a.titleTerms, b.titleTerms) >= least * AGAIN_TITLE_SHARE_MIN;
}
