/** How likely one sentence tells by itself what the headline says: the headline's rare words first, then place and form. */

import type { SummarizerInput } from "../../domain/article.ts";
import { findLanguage } from "../../languages/index.ts";
import { createRowLayout } from "../../learned/rows.ts";
import type { Scorer } from "../../learned/trees.ts";
import type { Unit } from "../unit.ts";
import type { Candidate } from "./combine.ts";
import { isFree } from "./leans-on.ts";
import type { Measures } from "./unit-features.ts";
import { unitPlace } from "./unit-row.ts";

const QUOTED = unitPlace("quotedShare");
const DAY = unitPlace("hasDay");
const SPEECH = unitPlace("hasSpeech");
const SECOND_PERSON = unitPlace("isSecondPerson");
const FRAGMENT = unitPlace("isFragment");

/** Longer sentences are as long as this one. */
const WORDS_LONG = 40;
/** Every word of the headline counts something, however often the text uses it. */
const WEIGHT_LEAST = 0.3;
/** Further down no sentence is looked for. */
const PLACE_MAX = 60;

/** How likely what was found tells the news below a headline that asks. */
const ANSWER_TELLS = 0.9;
const QUESTION_SHARE = 0.5;
/** How likely the first finding of a study does, below a headline that says who studied what. */
const FINDING_TELLS = 0.6;
const FINDERS_MIN = 3;
const LEANING_WORDS_MIN = 12;
const EXCLUSIVE_PLACES = 6;

interface TellsView {
  readonly row: Float64Array;
  readonly unit: Unit;
  /** Weight of the headline's words in it: of all that the text has, and of the most any sentence has. */
  readonly cover: number;
  readonly coverBest: number;
  /** The most that a sentence before it has. */
  readonly coverBefore: number;
  /** Its unit score, of the highest. */
  readonly scoreShare: number;
  /** Its place among what may be shown. */
  readonly place: number;
  readonly findings: ReadonlySet<string>;
}

const layout = createRowLayout();
const writeTells = layout.add<TellsView>({
  cover: ({ cover }) => cover,
  coverShare: ({ cover, coverBest }) => cover / coverBest,
  coverBefore: ({ coverBefore }) => coverBefore,
  scoreShare: ({ scoreShare }) => scoreShare,
  place: ({ place }) => Math.log1p(Math.min(PLACE_MAX, place)),
  isFirst: ({ place }) => (place === 0 ? 1 : 0),
  length: ({ unit }) => Math.min(WORDS_LONG, unit.wordCount) / WORDS_LONG,
  quotedShare: ({ row }) => row[QUOTED] ?? 0,
  hasDay: ({ row }) => row[DAY] ?? 0,
  hasSpeech: ({ row }) => row[SPEECH] ?? 0,
  hasFinding: ({ unit, findings }) => (unit.toldWords.some((word) => findings.has(word)) ? 1 : 0),
  isSecondPerson: ({ row }) => row[SECOND_PERSON] ?? 0,
  isFragment: ({ row }) => row[FRAGMENT] ?? 0,
});
/** Names in the order of the numbers. */
export const TELLS_FEATURE_NAMES = layout.names;

/** Weight of each of the headline's words that the text has: the rarer there, the more. */
function weighTitle(units: readonly Unit[], { titleStems, index }: Measures): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const stem of titleStems) {
    const id = index.numbers.get(stem);
    if (id === undefined) continue;
    weights.set(stem, Math.log((units.length + 1) / ((index.uses[id] ?? 0) + 0.5)) + WEIGHT_LEAST);
  }
  return weights;
}

/** What is known of an article when its sentences are judged; `scores` are those of all units. */
export interface Telling {
  readonly article: Pick<SummarizerInput, "title" | "language">;
  readonly candidates: readonly Candidate[];
  readonly units: readonly Unit[];
  readonly measures: Measures;
  readonly scores: Float64Array;
}

/** One row for each candidate, in their order. */
export function measureTelling({ article, candidates, units, measures, scores }: Telling): readonly Float64Array[] {
  const weights = weighTitle(units, measures);
  let total = 1e-9;
  for (const weight of weights.values()) total += weight;
  const covers = Float64Array.from(units, ({ content }) => {
    let sum = 0;
    for (const stem of content) sum += weights.get(stem) ?? 0;
    return sum / total;
  });
  const coverBest = covers.reduce((best, cover) => Math.max(best, cover), 1e-9);
  const scoreBest = scores.reduce((best, score) => Math.max(best, score), 1e-9);
  const { findings } = findLanguage(article.language).asides;
  let coverBefore = 0;
  let read = 0;
  return candidates.map(({ unit, row }, place) => {
    for (; read < unit.index; read++) coverBefore = Math.max(coverBefore, covers[read] ?? 0);
    const cover = covers[unit.index] ?? 0;
    const scoreShare = (scores[unit.index] ?? 0) / scoreBest;
    const found = new Float64Array(TELLS_FEATURE_NAMES.length);
    writeTells(found, { row, unit, cover, coverBest, coverBefore, scoreShare, place, findings });
    return found;
  });
}

/** Below a headline that asks, the first sentence that says what was found: "A team has shown that …"; null when none does. */
function findAnswer({ article: { title, language }, candidates }: Telling): number | null {
  const { asks, finds } = findLanguage(language).asides;
  if (!asks.test(title.trim())) return null;
  const answer = candidates.find(({ unit }) => unit.quotedShare === 0 && finds.test(unit.sentence.text));
  return answer?.unit.index ?? null;
}

/** "The Courier has learned that …" near the head: what the outlet alone found out is the news. */
function isExclusive({ unit }: Candidate, place: number, { article, measures }: Telling): boolean {
  const { exclusive } = findLanguage(article.language).asides;
  if (place >= EXCLUSIVE_PLACES || unit.quotedShare > 0 || !exclusive.test(unit.sentence.text)) return false;
  return unit.content.some((stem) => measures.titleStems.includes(stem));
}

/** "The team found that …": the first finding below a headline that names who studied; null below any other. */
function findFinding({ article: { title, language }, candidates, units }: Telling): number | null {
  const { finds, finders } = findLanguage(language).asides;
  if (!(title.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => finders.has(word))) return null;
  const isOfStudy = ({ toldWords }: Unit): boolean => toldWords.some((word) => finders.has(word));
  if (finders.size === 0 || units.filter(isOfStudy).length < FINDERS_MIN) return null;
  const finding = candidates.find(
    ({ unit }) => unit.quotedShare === 0 && isOfStudy(unit) && finds.test(unit.sentence.text),
  );
  return finding?.unit.index ?? null;
}

/** By unit, how likely each candidate tells what the headline says. */
export function judgeTelling(telling: Telling, scorer: Scorer): ReadonlyMap<number, number> {
  const { candidates } = telling;
  const found = new Map<number, number>();
  measureTelling(telling).forEach((row, at) => {
    const candidate = candidates[at];
    if (candidate === undefined) return;
    const { unit } = candidate;
    // "That was told on Friday" tells nothing of its own.
    const leans = unit.faults.isLeaning || unit.faults.isPronounLed || !isFree(unit.bound);
    const tells = leans && unit.wordCount < LEANING_WORDS_MIN ? 0 : scorer.score(row);
    found.set(unit.index, isExclusive(candidate, at, telling) ? Math.max(tells, ANSWER_TELLS) : tells);
  });
  const finding = findFinding(telling);
  if (finding !== null) found.set(finding, Math.max(FINDING_TELLS, found.get(finding) ?? 0));
  const answer = findAnswer(telling);
  if (answer === null) return found;
  // What has the words of the question is not yet its answer.
  for (const [index, tells] of found) found.set(index, tells * QUESTION_SHARE);
  return found.set(answer, ANSWER_TELLS);
}
