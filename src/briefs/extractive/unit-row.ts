/** What is asked of each unit: place, ties to headline and text, what it brings in, length, quotation, form. */

import type { Asides } from "../../languages/shared/asides.ts";
import { flag } from "../../learned/features.ts";
import { createRowLayout, type Measures, placeOf } from "../../learned/rows.ts";
import type { Unit } from "../unit.ts";
import { count } from "./quotation.ts";
import type { StemIndex } from "./stems.ts";

/** What is known of the article as a whole. */
export interface ArticleView {
  readonly total: number;
  readonly paragraphCount: number;
  readonly textWords: number;
  readonly meanLength: number;
  /** Words of the first unit. */
  readonly leadLength: number;
  /** Stems of the title that say something, and its pairs of neighbors. */
  readonly titleContent: ReadonlySet<string>;
  readonly titlePairs: ReadonlySet<string>;
  readonly isOwnTitle: boolean;
  /** How often the most frequent stem is used; never 0. */
  readonly topFrequency: number;
  readonly phrases: Asides;
  /** Weekdays. */
  readonly days: ReadonlySet<string>;
  readonly index: StemIndex;
  readonly isLowerCased: boolean;
  readonly language: string;
}

/** One unit of it. */
export interface UnitView {
  readonly article: ArticleView;
  readonly unit: Unit;
  readonly text: string;
  readonly place: number;
  readonly next: Unit | undefined;
  readonly previous: Unit | undefined;
  /** Stems that say something, and those of them in the title. */
  readonly contentCount: number;
  readonly shared: number;
  readonly titlePairCount: number;
  readonly frequencySum: number;
  readonly frequencyMax: number;
  /** Stems first used here; those of them used again, and how often. */
  readonly fresh: number;
  readonly introduced: number;
  readonly introducedSum: number;
  readonly centroid: number;
  readonly centroidRank: number;
  /** Sums of likeness to the units behind and before it. */
  readonly forward: number;
  readonly backward: number;
  readonly firstLikeness: number;
  readonly leadLikeness: number;
  readonly previousLikeness: number;
  readonly nextLikeness: number;
  readonly capitals: number;
  readonly nameCount: number;
  readonly newNames: number;
  readonly numberCount: number;
}

const MEASURES = {
  index: ({ place }) => place,
  relativeIndex: ({ article, place }) => place / Math.max(1, article.total),
  unitCount: ({ article }) => article.total,
  paragraph: ({ unit }) => Math.min(60, unit.paragraph),
  place: ({ unit }) => unit.place,
  paragraphCount: ({ article }) => Math.min(60, article.paragraphCount),
  isLastOfParagraph: ({ unit, next }) => flag(next === undefined || next.paragraph !== unit.paragraph),
  textWords: ({ article }) => article.textWords,
  wordCount: ({ unit }) => unit.wordCount,
  contentCount: ({ contentCount }) => contentCount,
  contentShare: ({ unit, contentCount }) => contentCount / Math.max(1, unit.stems.length),
  relativeLength: ({ article, unit }) => unit.wordCount / Math.max(1, article.meanLength),
  leadLength: ({ article }) => article.leadLength,
  titleShare: ({ contentCount, shared }) => shared / Math.max(1, contentCount),
  titleCover: ({ article, shared }) => shared / Math.max(1, article.titleContent.size),
  titlePairs: ({ article, titlePairCount }) => titlePairCount / Math.max(1, article.titlePairs.size),
  titleBest: () => 0,
  hasTitle: ({ article }) => flag(article.isOwnTitle),
  meanFrequency: ({ article, contentCount, frequencySum }) =>
    frequencySum / article.topFrequency / Math.max(1, contentCount),
  sumFrequency: ({ contentCount, frequencySum }) => frequencySum - contentCount,
  maxFrequency: ({ article, frequencyMax }) => frequencyMax / article.topFrequency,
  centroid: ({ centroid }) => centroid,
  centroidRank: ({ centroidRank }) => centroidRank,
  degree: ({ article, forward, backward }) => (forward + backward) / Math.max(1, article.total - 1),
  forward: ({ forward }) => forward,
  backward: ({ place, backward }) => backward / Math.max(1, place),
  firstLikeness: ({ firstLikeness }) => firstLikeness,
  leadLikeness: ({ leadLikeness }) => leadLikeness,
  previousLikeness: ({ previousLikeness }) => previousLikeness,
  nextLikeness: ({ nextLikeness }) => nextLikeness,
  newShare: ({ contentCount, fresh }) => fresh / Math.max(1, contentCount),
  introduced: ({ introduced }) => introduced,
  introducedSum: ({ introducedSum }) => introducedSum,
  carried: ({ contentCount, fresh }) => (contentCount - fresh) / Math.max(1, contentCount),
  capitals: ({ unit, capitals }) => capitals / Math.max(1, unit.wordCount),
  names: ({ nameCount }) => nameCount,
  newNames: ({ newNames }) => newNames,
  numbers: ({ numberCount }) => numberCount,
  hasMoney: ({ text, article }) => flag(/[$£€¥₹%]/.test(text) || article.phrases.amounts.test(text)),
  quotedShare: ({ unit }) => unit.quotedShare,
  isQuoteLed: ({ text }) => flag(/^["“«„]/.test(text)),
  hasQuote: ({ unit }) => flag(unit.quotedShare > 0),
  hasSpeech: ({ article, unit }) => flag(unit.toldWords.some((word) => article.phrases.speech.has(word))),
  nextIsQuote: ({ next }) => flag(next !== undefined && next.quotedShare > 0.4),
  previousIsQuote: ({ previous }) => flag(previous !== undefined && previous.quotedShare > 0.4),
  isQuestion: ({ unit }) => flag(unit.faults.isQuestion),
  isFirstPerson: ({ unit }) => flag(unit.faults.isFirstPerson),
  isSecondPerson: ({ article, unit }) => flag(unit.toldWords.some((word) => article.phrases.secondPerson.has(word))),
  isPronounLed: ({ unit }) => flag(unit.faults.isPronounLed),
  isLeaning: ({ unit }) => flag(unit.faults.isLeaning || unit.edits.some((edit) => edit.kind === "connective")),
  isNoise: ({ unit }) => flag(unit.faults.isNoise),
  isFragment: ({ unit }) => flag(unit.faults.isFragment),
  isBroken: ({ unit }) => flag(unit.faults.isBroken),
  isDatelined: ({ unit }) => flag(unit.edits.some((edit) => edit.kind === "dateline")),
  hasColon: ({ text }) => flag(text.includes(":")),
  hasBracket: ({ text }) => flag(text.includes("(")),
  hasDash: ({ text }) => flag(/ [-–—]/.test(text)),
  commas: ({ text }) => count(text, ","),
  stopShare: ({ article, unit }) => {
    let content = 0;
    for (const stem of unit.stems) if (article.index.numbers.has(stem)) content++;
    return 1 - content / Math.max(1, unit.stems.length);
  },
  wordLength: ({ unit }) => unit.stems.reduce((sum, stem) => sum + stem.length, 0) / Math.max(1, unit.stems.length),
  hasDay: ({ article, unit }) => flag(unit.toldWords.some((word) => article.days.has(word))),
  hasYear: ({ text }) => flag(/\b(?:19|20)\d\d\b/.test(text)),
  isLowerCased: ({ article }) => flag(article.isLowerCased),
  isEnglish: ({ article }) => flag(article.phrases.fittedRankers.has("units")),
} satisfies Measures<UnitView>;

const layout = createRowLayout();
export const writeUnit = layout.add<UnitView>(MEASURES);
/** Names in the order of the numbers. */
export const FEATURE_NAMES = layout.names;
/** Place of a measure in the row of a unit. */
export const unitPlace = (name: keyof typeof MEASURES): number => placeOf(layout, name);
