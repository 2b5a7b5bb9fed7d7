/** Chooses the quotes that carry a story: fit to stand alone beside headline and summary, from several sides, not told already. */

import type { Quote, Sentence } from "../../domain/article.ts";
import { hangs } from "./hangs.ts";
import { holdsMarked, readMarked } from "./headline-words.ts";
import { findLeaning } from "./leaning.ts";
import { isNoStatement } from "./no-statement.ts";
import { isFalseAlone } from "./outside-words.ts";
import { type JudgeWorth, judgeWorth } from "./quote-worth.ts";
import { isNobodyShown, isOnlyDescribed } from "./shown-speaker.ts";
import { standsAlone } from "./stands-alone.ts";
import { isOffSubject, isOtherTime, toSubject } from "./subject.ts";
import { stemsOf, toStems, toWords, toWorthContext, type WorthContext, wordsOf } from "./worth-context.ts";

export interface ChooseContext {
  readonly headline: string;
  readonly text: string;
  /** BCP 47 tag of the text. */
  readonly language: string;
  /** The summary's sentences; what they hold is not quoted again. */
  readonly sentences: readonly Sentence[];
  /** When the article was published; null or absent when nobody knows. */
  readonly publishedAt?: Date | null;
  readonly max: number;
}

const WORDS_MIN = 5;
const WORDS_MAX = 90;
/** A quote this short is shown only when the headline holds its very words. */
const SHORT_WORDS_MIN = 2;
/** How sure of a quote's fitness one must be, over folds of the editor's sets. Two good quotes beat three. */
export interface FitLimits {
  readonly any: number;
  /** For a whole sentence that stands alone. */
  readonly alone: number;
  /** For such a one where a brief would have no quote at all, which says less than one that is less sure. */
  readonly only: number;
  /** The same, for one by somebody the reader knows that is about what only the article goes into. */
  readonly aside: number;
}
export const FIT_LIMITS: FitLimits = { any: 0.85, alone: 0.65, only: 0.6, aside: 0.75 };
/** Each further quote must be this much surer to be fit. */
const FIT_STEP = 0.02;
/** What is taken off for the speaker of a quote already chosen, and for words that one has. */
const SAME_SPEAKER = 0.3;
const SAME_WORDS = 0.4;
/** The same, for somebody of whom the brief says nothing but a name. */
const UNKNOWN_SPEAKER = 0.3;
const KEY_SHARE = 0.6;
/** A quote with this share of another's words says the same again. */
const COPY_SHARE = 0.85;
/** More than any quote has words of the headline. */
const FIRST_TIE = 100;
/** So many words in a row are the same words. */
const SAME_RUN = 5;

/** Whether the marks inside a quote are in pairs: what was cut wrongly is never shown. */
function isBalanced(text: string): boolean {
  const count = (mark: string): number => text.split(mark).length - 1;
  return count("“") === count("”") && count('"') % 2 === 0 && count("«") === count("»") && count("(") === count(")");
}

const overlaps = (quote: Quote, sentence: Sentence): boolean =>
  quote.start < sentence.end && sentence.start < quote.end;

/** So many words of meaning, and this share of them in one sentence, are the same words. */
const SAME_STEMS_MIN = 4;
const SAME_SHARE = 0.6;

/** A sentence of the summary, read once for all quotes. */
interface ToldSentence {
  readonly sentence: Sentence;
  readonly stems: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** Its words in order, a space around each. */
  readonly line: string;
  /** What stands in marks in it, the same way. */
  readonly marked: readonly string[];
}

function toTold(sentence: Sentence): ToldSentence {
  const words = toWords(sentence.text);
  const marked = [...sentence.text.matchAll(QUOTED)]
    .map((match) => toWords(match[1] ?? ""))
    .filter(({ length }) => length >= SAME_MARKED)
    .map((each) => ` ${each.join(" ")} `);
  return { sentence, stems: toStems(sentence.text), words: new Set(words), line: ` ${words.join(" ")} `, marked };
}

/** “makes no sense at all”, which the sentence has in marks and the quote says again. */
const QUOTED = /[“"«„]([^“”"«»„]+)/gu;
const SAME_MARKED = 4;

/** Whether so many words of the quote stand in the sentence in their order, though it is another place of the text. */
function isToldBy(words: readonly string[], stems: ReadonlySet<string>, told: ToldSentence): boolean {
  let same = 0;
  for (const stem of stems) if (told.stems.has(stem)) same++;
  if (stems.size >= SAME_STEMS_MIN && same >= SAME_SHARE * stems.size) return true;
  return words.some((word, at) => {
    const last = words[at + SAME_RUN - 1];
    if (last === undefined || !told.words.has(word) || !told.words.has(last)) return false;
    return told.line.includes(` ${words.slice(at, at + SAME_RUN).join(" ")} `);
  });
}

/** Whether the quote says what the sentence has in marks already. */
function holdsAgain(words: readonly string[], { marked }: ToldSentence): boolean {
  const own = marked.length === 0 ? "" : ` ${words.join(" ")} `;
  return marked.some((each) => own.includes(each));
}

function isEligible(
  quote: Quote,
  context: ChooseContext,
  held: WorthContext,
  told: readonly ToldSentence[],
  isMarked: boolean,
): boolean {
  // What is soon known comes first: most quotes are not read to the end.
  const words = wordsOf(quote);
  if (words.length > WORDS_MAX || (words.length < WORDS_MIN && !isHeadline(quote, context))) return false;
  if (told.some((each) => overlaps(quote, each.sentence)) || !isBalanced(quote.text)) return false;
  if (isNoStatement(quote, held) || isFalseAlone(quote, held) || isNobodyShown(quote, held)) return false;
  // What the headline quotes, it makes clear.
  if (findLeaning(quote, held) === "leans" && !isMarked) return false;
  const stems = stemsOf(quote);
  return !told.some((each) => isToldBy(words, stems, each) || (!isMarked && holdsAgain(words, each)));
}

const MARKED = /[“"‘«„]([^“”"‘«»„]+)|(?<!\p{L})'(\S[^']+)'(?!\p{L})/gu;
const SMALL_WORD_LENGTH = 3;

/** “The Long Ferry of Hale”: each long word with a capital, so most likely a title. */
const isTitle = (text: string): boolean =>
  (text.match(/[\p{L}’']+/gu) ?? []).every((word) => /^\p{Lu}/u.test(word) || word.length <= SMALL_WORD_LENGTH);

/** The words of the news: somebody says them and the headline holds them, though not as a quotation already. */
function isHeadline(quote: Quote, { headline }: ChooseContext): boolean {
  const words = wordsOf(quote);
  if (words.length < SHORT_WORDS_MIN || quote.speaker === null || quote.cue === null) return false;
  const own = ` ${words.join(" ")} `;
  const isIn = (text: string): boolean => ` ${toWords(text).join(" ")} `.includes(own);
  if (words.length < WORDS_MIN) {
    const isMarked = [...headline.matchAll(MARKED)].some((match) => isIn(match[1] ?? match[2] ?? ""));
    if (isMarked || isTitle(quote.text)) return false;
  }
  return isIn(headline);
}

function sharedShare(one: ReadonlySet<string>, two: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of one) if (two.has(stem)) shared++;
  return shared / Math.max(1, Math.min(one.size, two.size));
}

const isCopy = (one: ReadonlySet<string>, two: ReadonlySet<string>): boolean =>
  sharedShare(one, two) * Math.min(one.size, two.size) >= COPY_SHARE * Math.max(one.size, two.size, 1);

/** "Ada Moor", of whom neither headline nor summary tells, and no role: readers ask who that is. */
function isUnknown({ speaker }: Quote, { shownWords }: WorthContext): boolean {
  if (speaker?.kind !== "person" || speaker.role !== null) return false;
  const last = toWords(speaker.name).at(-1);
  return last === undefined || !shownWords.has(last);
}

interface Rated {
  readonly quote: Quote;
  readonly stems: ReadonlySet<string>;
  readonly fit: number;
  readonly worth: number;
  readonly tie: number;
  readonly isAlone: boolean;
  /** About something else than headline and summary, though of these days. */
  readonly isAside: boolean;
  readonly isUnknown: boolean;
}

/** Key quotes, the speaker most tied to the headline first; fewer than `max` when fewer are worth showing. */
export function chooseQuotes(
  quotes: readonly Quote[],
  context: ChooseContext,
  judge: JudgeWorth = judgeWorth,
  limits: FitLimits = FIT_LIMITS,
): readonly Quote[] {
  const { max } = context;
  if (quotes.length === 0 || max === 0) return [];
  const held = toWorthContext(quotes, context);
  const told = context.sentences.map(toTold);
  const subject = toSubject(context);
  const marked = readMarked(context.headline);
  // Words that nothing parts have no stems to be held against.
  const isOff = (quote: Quote): boolean => held.speech?.isSpaceless !== true && isOffSubject(quote, subject);
  const fitMin = Math.min(limits.any, limits.alone, limits.only, limits.aside);
  const rated = quotes.flatMap((quote): readonly Rated[] => {
    const isMarked = holdsMarked(quote, marked);
    if (!isEligible(quote, context, held, told, isMarked)) return [];
    const { fit, key } = judge(quote, held);
    const sure = isMarked || isHeadline(quote, context) ? 1 : fit;
    if (sure < fitMin || (!isMarked && hangs(quote, held))) return [];
    const isAside = isOff(quote);
    if (isAside && isOtherTime(quote, subject)) return [];
    const stems = stemsOf(quote);
    const named = [...stems, ...toStems(quote.speaker?.name ?? "")];
    const tie = isMarked ? FIRST_TIE : named.filter((stem) => held.headline.has(stem)).length;
    const isStranger = isUnknown(quote, held);
    const unknown = isStranger ? UNKNOWN_SPEAKER : 0;
    const worth = KEY_SHARE * key + (1 - KEY_SHARE) * sure + (isMarked ? 1 : 0) - unknown;
    const isAlone = standsAlone(quote, held);
    return [{ quote, stems, fit: sure, worth, tie, isAlone, isAside, isUnknown: isStranger }];
  });
  const rest = rated.filter(({ isAside }) => !isAside);
  const chosen: Rated[] = [];
  while (chosen.length < max) {
    const worthNow = (rated: Rated): number => {
      const isHeard = chosen.some((each) => each.quote.speaker?.name === rated.quote.speaker?.name);
      const repeats = Math.max(0, ...chosen.map((each) => sharedShare(rated.stems, each.stems)));
      return rated.worth - (isHeard ? SAME_SPEAKER : 0) - SAME_WORDS * repeats;
    };
    const step = FIT_STEP * chosen.length;
    const isNew = (rated: Rated): boolean => chosen.every((each) => each !== rated && !isCopy(each.stems, rated.stems));
    const fit = rest.filter((rated) => rated.fit >= (rated.isAlone ? limits.alone : limits.any) + step && isNew(rated));
    const only = chosen.length > 0 ? [] : rest.filter(({ fit, isAlone }) => fit >= limits.only && isAlone);
    if (fit.length === 0 && only.length === 0) break;
    if (fit.length === 0) fit.push(...only);
    chosen.push(fit.reduce((one, two) => (worthNow(two) > worthNow(one) ? two : one)));
  }
  if (chosen.length === 0) {
    const asides = rated.filter(
      ({ isAside, isAlone, isUnknown, fit }) => isAside && isAlone && !isUnknown && fit >= limits.aside,
    );
    chosen.push(...asides.sort((one, two) => two.worth - one.worth).slice(0, 1));
  }
  // Beside somebody's words, those of nobody named, or of "the statement", would be read as theirs.
  const isNamed = ({ quote: { speaker } }: Rated): boolean =>
    speaker !== null && (speaker.kind !== "document" || /\p{Lu}/u.test(speaker.name));
  const named = chosen.some(isNamed) ? chosen.filter(isNamed) : chosen;
  // "The actor" beside her name: nobody knows whether that is she.
  const hasPerson = named.some(({ quote }) => quote.speaker?.kind === "person");
  const known = hasPerson ? named.filter(({ quote }) => !isOnlyDescribed(quote.speaker, held)) : named;
  return toOrder(known.filter(({ quote }) => !isTakenForOther(quote, known)));
}

/** "Moor" beside "Ada Moor": nobody knows whether that is she, and readers would take it for her. */
function isTakenForOther({ speaker }: Quote, chosen: readonly Rated[]): boolean {
  const own = speaker?.kind === "person" && !/\s/.test(speaker.name) ? ` ${speaker.name}` : null;
  return own !== null && chosen.some(({ quote }) => quote.speaker?.name.endsWith(own) === true);
}

/** The speaker most tied to the headline first; what one speaker said stays together, in the order it was said. */
function toOrder(chosen: readonly Rated[]): readonly Quote[] {
  const bySpeaker = new Map<string, Rated[]>();
  for (const rated of chosen) {
    const key = rated.quote.speaker?.name ?? `${rated.quote.start}`;
    bySpeaker.set(key, [...(bySpeaker.get(key) ?? []), rated]);
  }
  const inOrder = (rated: readonly Rated[]): readonly Rated[] =>
    [...rated].sort((one, two) => one.quote.start - two.quote.start);
  const tieOf = (rated: readonly Rated[]): number => Math.max(...rated.map(({ tie }) => tie));
  return [...bySpeaker.values()]
    .map(inOrder)
    .sort((one, two) => tieOf(two) - tieOf(one) || (one[0]?.quote.start ?? 0) - (two[0]?.quote.start ?? 0))
    .flatMap((rated) => rated.map(({ quote }) => quote));
}
