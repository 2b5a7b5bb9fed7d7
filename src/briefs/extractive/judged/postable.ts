/** How likely an editor posts one sentence right under the headline: it reads alone there, and tells something. */

import { findLanguage } from "../../../languages/index.ts";
import type { Asides } from "../../../languages/shared/asides.ts";
import { flag } from "../../../learned/features.ts";
import { createRowLayout } from "../../../learned/rows.ts";
import type { Scorer } from "../../../learned/trees.ts";
import type { Unit } from "../../unit.ts";
import { fold } from "../inner-references.ts";
import { isFree } from "../leans-on.ts";
import { measureTelling, TELLS_FEATURE_NAMES, type Telling } from "../tells-news.ts";
import { FEATURE_NAMES } from "../unit-row.ts";
import { createNeeds } from "./needs.ts";

/** More words or names of a kind are as many as these. */
const COUNTED_MAX = 4;
const WORDS_SHORT = 9;

const NUMBER = /\d/;
const EXCLAIMS = /!["”»“'’)\]]*$/;
const TRAILS_OFF = /(?:…|\.\.\.)["”»“'’)\]]*$/;

/** One sentence and those beside it. */
interface PostableView {
  readonly unit: Unit;
  readonly text: string;
  readonly next: Unit | undefined;
  readonly previous: Unit | undefined;
  readonly phrases: Asides;
  /** Stems of the words with a capital behind the first: those that the headline has, those told of before, all others. */
  readonly inTitle: number;
  readonly toldBefore: number;
  readonly fresh: number;
  readonly needs: number;
  readonly tells: number;
}

const leans = ({ faults, bound }: Unit): boolean => faults.isLeaning || faults.isPronounLed || !isFree(bound);

const countOf = (words: readonly string[], set: ReadonlySet<string>): number =>
  Math.min(COUNTED_MAX, words.filter((word) => set.has(word)).length);

const layout = createRowLayout();
const writeOwn = layout.add<PostableView>({
  tells: ({ tells }) => tells,
  needs: ({ needs }) => needs,
  leans: ({ unit }) => flag(leans(unit)),
  isBoundToSentence: ({ unit }) => flag(unit.bound?.to === "sentence"),
  isBoundToSpeaker: ({ unit }) => flag(unit.bound?.to === "speaker"),
  isBoundToNoun: ({ unit }) => flag(unit.bound?.to === "noun"),
  isBoundToEvent: ({ unit }) => flag(unit.bound?.to === "event"),
  // "But it sank": takes back what this sentence says, or limits it.
  isTurned: ({ next, phrases }) => flag(next !== undefined && phrases.turn.test(fold(next.sentence.text))),
  nextLeans: ({ next }) => flag(next !== undefined && leans(next)),
  nextAsks: ({ next }) => flag(next?.faults.isQuestion === true),
  previousAsks: ({ previous }) => flag(previous?.faults.isQuestion === true),
  previousIsFragment: ({ previous }) => flag(previous?.faults.isFragment === true),
  hasAdditive: ({ text, phrases }) => flag(phrases.additive.test(text)),
  pronouns: ({ unit, phrases }) => countOf(unit.toldWords, phrases.pronouns),
  owners: ({ unit, phrases }) => countOf(unit.toldWords, phrases.owners),
  /** How far in the first pronoun stands; 1 without any. */
  pronounPlace: ({ unit: { toldWords }, phrases }) => {
    const at = toldWords.findIndex((word) => phrases.pronouns.has(word));
    return at < 0 ? 1 : at / toldWords.length;
  },
  firstPersons: ({ unit, phrases }) => countOf(unit.toldWords, phrases.firstPerson),
  secondPersons: ({ unit, phrases }) => countOf(unit.toldWords, phrases.secondPerson),
  lostConnective: ({ unit }) => flag(unit.edits.some(({ kind }) => kind === "connective")),
  namesInTitle: ({ inTitle }) => inTitle,
  namesToldBefore: ({ toldBefore }) => toldBefore,
  namesFresh: ({ fresh }) => fresh,
  opensWithName: ({ unit }) => flag(unit.capitals[0] === 1 && unit.smalls[0] !== 1),
  opensWithSmall: ({ unit }) => flag(unit.smalls[0] === 1),
  hasNumber: ({ text }) => flag(NUMBER.test(text)),
  isShort: ({ unit }) => flag(unit.wordCount < WORDS_SHORT),
  exclaims: ({ text }) => flag(EXCLAIMS.test(text)),
  trailsOff: ({ text }) => flag(TRAILS_OFF.test(text)),
  isScene: ({ text, phrases }) => flag(phrases.scene.test(fold(text))),
});
/** Names in the order of the numbers: those of the unit, of how it tells the news, and its own. */
export const POSTABLE_FEATURE_NAMES = [
  ...FEATURE_NAMES,
  ...TELLS_FEATURE_NAMES.map((name) => `telling ${name}`),
  ...layout.names.map((name) => `own ${name}`),
];

function countNames(
  { stems, capitals, smalls }: Unit,
  titleStems: ReadonlySet<string>,
  before: ReadonlySet<string>,
): Pick<PostableView, "inTitle" | "toldBefore" | "fresh"> {
  let [inTitle, toldBefore, fresh] = [0, 0, 0];
  stems.forEach((stem, at) => {
    if (at === 0 || capitals[at] !== 1 || smalls[at] === 1) return;
    if (titleStems.has(stem)) inTitle++;
    else if (before.has(stem)) toldBefore++;
    else fresh++;
  });
  return {
    inTitle: Math.min(COUNTED_MAX, inTitle),
    toldBefore: Math.min(COUNTED_MAX, toldBefore),
    fresh: Math.min(COUNTED_MAX, fresh),
  };
}

/** Gives the row of a candidate by its place among them; `tells` is how likely each unit tells the news. */
function createRowReader(telling: Telling, tells: ReadonlyMap<number, number>): (at: number) => Float64Array {
  const { article, candidates, units, measures } = telling;
  const titleStems = new Set(measures.titleStems);
  const needsOf = createNeeds(units, article.language, titleStems);
  const phrases = findLanguage(article.language).asides;
  const tellingRows = measureTelling(telling);
  const own = new Float64Array(layout.names.length);
  return (at) => {
    const found = new Float64Array(POSTABLE_FEATURE_NAMES.length);
    const candidate = candidates[at];
    if (candidate === undefined) return found;
    const { unit, row } = candidate;
    const before = new Set(units.slice(0, unit.index).flatMap(({ stems }) => stems));
    writeOwn(own, {
      unit,
      text: unit.sentence.text,
      next: units[unit.index + 1],
      previous: units[unit.index - 1],
      phrases,
      ...countNames(unit, titleStems, before),
      needs: needsOf(unit).length,
      tells: tells.get(unit.index) ?? 0,
    });
    found.set(row);
    found.set(tellingRows[at] ?? [], FEATURE_NAMES.length);
    found.set(own, FEATURE_NAMES.length + TELLS_FEATURE_NAMES.length);
    return found;
  };
}

/** One row for each candidate, in their order. */
export function measurePostable(telling: Telling, tells: ReadonlyMap<number, number>): readonly Float64Array[] {
  const readRow = createRowReader(telling, tells);
  return telling.candidates.map((_, at) => readRow(at));
}

/** How likely a sentence is posted: right under the headline, and right behind the sentence that the text has before it. */
export interface Posted {
  readonly alone: number;
  readonly behind: number;
}

/** Logits of both. */
export interface PostedScorers {
  readonly alone: Scorer;
  readonly behind: Scorer;
}

const toLikelihood = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** By unit, how likely a candidate is posted; undefined where nobody judged. */
export type PostedByUnit = Pick<ReadonlyMap<number, Posted>, "get">;

/** Judges a candidate when it is asked for: of dozens only those that would be shown are. */
export function judgePostable(
  telling: Telling,
  tells: ReadonlyMap<number, number>,
  scorers: PostedScorers,
): PostedByUnit {
  const judged = new Map<number, Posted>();
  let readRow: ((at: number) => Float64Array) | null = null;
  return {
    get(index) {
      const known = judged.get(index);
      const at = known === undefined ? telling.candidates.findIndex(({ unit }) => unit.index === index) : -1;
      if (at < 0) return known;
      readRow ??= createRowReader(telling, tells);
      const row = readRow(at);
      const alone = toLikelihood(scorers.alone.score(row));
      const posted = { alone, behind: Math.max(alone, toLikelihood(scorers.behind.score(row))) };
      judged.set(index, posted);
      return posted;
    },
  };
}

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

/** "Moor denied that.", "But the film shows …": against something said shortly before, which is shown. */
function isAnswer({ index, edits, sentence }: Unit, shown: readonly Unit[], { answer }: Asides): boolean {
  const stands = answer.test(sentence.text) || edits.some(({ kind }) => kind === "connective");
  return stands && shown.some((other) => other.index < index && other.index >= index - ANSWERED_WITHIN);
}

/**
 * Leaves out what is not sure to be posted, the least sure first, as long as what is left tells the news and reads
 * alone: two good sentences beat three. What answers a sentence that is shown stays. `limited` are those that the
 * next sentence of the article turns. One is always kept, and all where
 * nobody judged.
 */
export function keepPostable(
  units: readonly Unit[],
  posts: PostedByUnit,
  tells: ReadonlyMap<number, number>,
  { phrases, limited }: { readonly phrases: Asides; readonly limited: ReadonlySet<number> },
  isAllowed: (units: readonly Unit[]) => boolean,
): readonly Unit[] {
  const tellsOf = ({ index }: Unit): number => tells.get(index) ?? 0;
  const postsOf = ({ index }: Unit, shown: readonly Unit[]): number => {
    const { alone, behind } = posts.get(index) ?? { alone: 1, behind: 1 };
    const likely = shown.some((other) => other.index === index - 1) ? behind : alone;
    const isTurned = limited.has(index) && !shown.some((other) => other.index === index + 1);
    return isTurned ? Math.min(TURNED_MAX, likely) : likely;
  };
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
      .filter(({ unit, likely }) => likely < least && tellsOf(unit) < TELLS_KEPT_MIN && !isAnswer(unit, shown, phrases))
      .sort((a, b) => a.likely - b.likely)
      .map(({ unit }) => shown.filter((each) => each !== unit));
    const rest = unsure.find((others) => others.length > 0 && tellTogether(others) >= enough && isAllowed(others));
    if (rest === undefined) return kept;
    kept = rest;
  }
}
