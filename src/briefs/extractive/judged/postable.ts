/** How likely an editor posts one sentence right under the headline: it reads alone there, and tells something. */

import { findLanguage } from "../../../languages/index.ts";
import type { Asides } from "../../../languages/shared/asides.ts";
import { toListed } from "../../../languages/shared/words.ts";
import { flag } from "../../../learned/features.ts";
import { createRowLayout } from "../../../learned/rows.ts";
import type { Scorer } from "../../../learned/trees.ts";
import type { Unit } from "../../unit.ts";
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
  isTurned: ({ next, phrases }) => flag(next !== undefined && phrases.turn.test(toListed(next.sentence.text))),
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
  isScene: ({ text, phrases }) => flag(phrases.scene.test(toListed(text))),
});
/** Names in the order of the numbers: those of the unit, of how it tells the news, and its own. */
export const POSTABLE_FEATURE_NAMES = [
  ...FEATURE_NAMES,
  ...TELLS_FEATURE_NAMES.map((name) => `telling ${name}`),
  ...layout.names.map((name) => `own ${name}`),
];

/** Where the text has each stem first. */
function findFirstUses(units: readonly Unit[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { stems, index } of units) for (const stem of stems) if (!found.has(stem)) found.set(stem, index);
  return found;
}

function countNames(
  { stems, capitals, smalls, index }: Unit,
  titleStems: ReadonlySet<string>,
  firstUses: ReadonlyMap<string, number>,
): Pick<PostableView, "inTitle" | "toldBefore" | "fresh"> {
  let [inTitle, toldBefore, fresh] = [0, 0, 0];
  stems.forEach((stem, at) => {
    if (at === 0 || capitals[at] !== 1 || smalls[at] === 1) return;
    if (titleStems.has(stem)) inTitle++;
    else if ((firstUses.get(stem) ?? index) < index) toldBefore++;
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
  const firstUses = findFirstUses(units);
  const phrases = findLanguage(article.language).asides;
  const tellingRows = measureTelling(telling);
  const own = new Float64Array(layout.names.length);
  return (at) => {
    const found = new Float64Array(POSTABLE_FEATURE_NAMES.length);
    const candidate = candidates[at];
    if (candidate === undefined) return found;
    const { unit, row } = candidate;
    writeOwn(own, {
      unit,
      text: unit.sentence.text,
      next: units[unit.index + 1],
      previous: units[unit.index - 1],
      phrases,
      ...countNames(unit, titleStems, firstUses),
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
