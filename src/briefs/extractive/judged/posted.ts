/** Which sentences are shown, by how likely an editor posts them: one of the sets found, without what is not sure to be posted. */

import type { Asides } from "../../../languages/shared/asides.ts";
import type { Unit } from "../../unit.ts";
import type { FoundSet } from "../search-units.ts";
import type { PostedByUnit } from "./postable.ts";

/** So many of the sets that tell the most are looked at; each tells what the headline says about as likely as the first. */
const SETS_MAX = 12;
const TELLS_BELOW_FIRST_MAX = 0.02;

/** Below this, a third sentence is left out where others tell the news; and a second one below that. */
const POSTED_MIN = 0.75;
const SECOND_POSTED_MIN = 0.55;
/** What tells the news by itself so likely is never left out. */
const TELLS_KEPT_MIN = 0.3;
/** How much less likely, at most, the news is told without it, unless what is left tells it likely enough. */
const TELLS_LESS_MAX = 0.015;
const TELLS_ENOUGH = 0.97;

/** What the next sentence turns ("But …") and that is not shown, is no likelier than this to be posted. */
const TURNED_MAX = 0.5;
/** So many sentences behind a claim, what stands against it answers it. */
const ANSWERED_WITHIN = 4;

/** What is known of an article's sentences when some are chosen. */
export interface Judged {
  readonly posts: PostedByUnit;
  /** By unit, how likely it tells what the headline says. */
  readonly tells: ReadonlyMap<number, number>;
  /** Those that the next sentence of the article turns. */
  readonly limited: ReadonlySet<number>;
  readonly phrases: Asides;
  readonly isAllowed: (units: readonly Unit[]) => boolean;
}

/** Whether the next sentence turns it, and is not shown. */
const isTurned = ({ index }: Unit, shown: readonly Unit[], { limited }: Judged): boolean =>
  limited.has(index) && !shown.some((other) => other.index === index + 1);

/** How likely one of the sentences shown is posted: behind the one the text has before it, or alone. */
function likelihoodOf(unit: Unit, shown: readonly Unit[], judged: Judged): number {
  const { alone, behind } = judged.posts.get(unit.index) ?? { alone: 1, behind: 1 };
  const likely = shown.some((other) => other.index === unit.index - 1) ? behind : alone;
  return isTurned(unit, shown, judged) ? Math.min(TURNED_MAX, likely) : likely;
}

/** Of the sets, the most worth first, the one that tells the most and is likely to be posted; the first where nobody judged. */
export function choosePosted(sets: readonly FoundSet[], judged: Judged): readonly Unit[] {
  const [first] = sets;
  if (first === undefined) return [];
  let [best, top] = [first, Number.NEGATIVE_INFINITY];
  for (const set of sets.slice(0, SETS_MAX)) {
    if (set.tells < first.tells - TELLS_BELOW_FIRST_MAX) continue;
    const units = set.choices.map(({ unit }) => unit);
    const product = units.reduce((likely, unit) => likely * likelihoodOf(unit, units, judged), 1);
    const worth = set.worth * product ** (1 / units.length);
    if (worth > top) [best, top] = [set, worth];
  }
  return best.choices.map(({ unit }) => unit);
}

/** "Moor denied that.", "But the film shows …": against something said shortly before, which is shown. */
function isAnswer({ index, edits, sentence }: Unit, shown: readonly Unit[], { answer }: Asides): boolean {
  const stands = answer.test(sentence.text) || edits.some(({ kind }) => kind === "connective");
  return stands && shown.some((other) => other.index < index && other.index >= index - ANSWERED_WITHIN);
}

/**
 * Leaves out what is not sure to be posted, the least sure first, as long as what is left tells the news and reads
 * alone: two good sentences beat three. What answers a sentence that is shown stays. One is always kept, and all where
 * nobody judged.
 */
export function keepPostable(units: readonly Unit[], judged: Judged): readonly Unit[] {
  const { tells, phrases, isAllowed } = judged;
  const tellsOf = ({ index }: Unit): number => tells.get(index) ?? 0;
  const postsOf = (unit: Unit, shown: readonly Unit[]): number => likelihoodOf(unit, shown, judged);
  /** How likely they tell the news; what is not sure to be posted tells the less of it. */
  const tellTogether = (shown: readonly Unit[]): number => {
    const misses = shown.map((unit) => 1 - tellsOf(unit) * Math.min(1, postsOf(unit, shown) / POSTED_MIN));
    return 1 - misses.reduce((product, miss) => product * miss, 1);
  };
  let kept = units;
  for (;;) {
    const shown = kept;
    const least = shown.length > 2 ? POSTED_MIN : SECOND_POSTED_MIN;
    const enough = Math.min(TELLS_ENOUGH, tellTogether(shown) - TELLS_LESS_MAX);
    const unsure = shown
      .map((unit) => ({ unit, likely: postsOf(unit, shown) }))
      .filter(({ unit, likely }) => likely < least && !isAnswer(unit, shown, phrases))
      .filter(({ unit }) => tellsOf(unit) < TELLS_KEPT_MIN || isTurned(unit, shown, judged))
      .sort((a, b) => a.likely - b.likely)
      .map(({ unit }) => shown.filter((each) => each !== unit));
    const rest = unsure.find((others) => others.length > 0 && tellTogether(others) >= enough && isAllowed(others));
    if (rest === undefined) return kept;
    kept = rest;
  }
}
