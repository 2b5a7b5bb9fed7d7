/** Chooses the two or three quotes that carry a story: whole, substantial, from several sides, not told already. */

import type { Quote, Sentence } from "../domain/article.ts";

export interface ChooseContext {
  readonly headline: string;
  readonly text: string;
  /** The summary's sentences; what they hold is not quoted again. */
  readonly sentences: readonly Sentence[];
  readonly max: number;
}

const WORDS_MIN = 5;
const WORDS_BEST_MAX = 45;
const WORDS_MAX = 90;
/** A quote this short is shown only when the headline holds its very words. */
const SHORT_WORDS_MIN = 2;
const STEM_LENGTH = 4;
/** What each sign of a key quote is worth: length, place and central fitted by tools/quotes/score-choice.ts, the others as briefs ask. */
export interface ChoiceWorth {
  readonly headline: number;
  readonly speaker: number;
  readonly direct: number;
  readonly length: number;
  readonly place: number;
  readonly whole: number;
  /** Words that the article repeats. */
  readonly central: number;
  readonly sameSpeaker: number;
}
export const WORTH: ChoiceWorth = {
  headline: 2.2,
  speaker: 2,
  direct: 1,
  length: 4.7,
  place: 1.9,
  whole: 1.5,
  central: 0.7,
  sameSpeaker: -5,
};

const WORD_PATTERN = /[\p{L}\p{N}]+/gu;

const toWords = (text: string): readonly string[] => text.toLowerCase().match(WORD_PATTERN) ?? [];

/** Words long enough to mean something, cut to their stems' length. */
function toStems(text: string): ReadonlySet<string> {
  return new Set(
    toWords(text)
      .filter((word) => word.length > 3)
      .map((word) => word.slice(0, STEM_LENGTH)),
  );
}

/** Whether the marks inside a quote are in pairs: what was cut wrongly is never shown. */
function isBalanced(text: string): boolean {
  const count = (mark: string): number => text.split(mark).length - 1;
  return count("“") === count("”") && count('"') % 2 === 0 && count("«") === count("»") && count("(") === count(")");
}

const overlaps = (quote: Quote, sentence: Sentence): boolean =>
  quote.start < sentence.end && sentence.start < quote.end;

interface Rated {
  readonly quote: Quote;
  readonly stems: ReadonlySet<string>;
  readonly worth: number;
  readonly tie: number;
}

/** What quotes are held against: stems of the headline, and how often the article has each stem. */
interface Topic {
  readonly headline: ReadonlySet<string>;
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

function toTopic({ headline, text }: ChooseContext): Topic {
  const counts = new Map<string, number>();
  for (const word of toWords(text)) {
    if (word.length <= 3) continue;
    const stem = word.slice(0, STEM_LENGTH);
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  return { headline: toStems(headline), counts, length: text.length };
}

/** How often the article says a quote's words, on average: 0 for words said once, 1 and more for its catchwords. */
function centrality(stems: ReadonlySet<string>, counts: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const stem of stems) sum += Math.log(Math.max(1, counts.get(stem) ?? 1));
  return sum / Math.max(1, stems.size);
}

function rate(quote: Quote, { headline, counts, length }: Topic, weights: ChoiceWorth): Rated {
  const words = toWords(quote.text).length;
  const stems = toStems(quote.text);
  let shared = 0;
  for (const stem of stems) if (headline.has(stem)) shared++;
  const speakerStems = toStems(quote.speaker?.name ?? "");
  const isInHeadline = [...speakerStems].some((stem) => headline.has(stem));
  const tie = Math.min(1, shared / 3) + (isInHeadline ? 0.5 : 0);
  const fit =
    words < 8 ? words / 8 : words <= WORDS_BEST_MAX ? 1 : Math.max(0, 1 - (words - WORDS_BEST_MAX) / WORDS_MAX);
  const isWhole = /^\P{Ll}/u.test(quote.text) && /[.!?,…]$/u.test(quote.text);
  const worth =
    weights.headline * tie +
    (quote.speaker === null ? 0 : weights.speaker) +
    (quote.type === "direct" ? weights.direct : 0) +
    weights.length * fit +
    weights.place * (1 - quote.start / Math.max(1, length)) +
    (isWhole ? weights.whole : 0) +
    weights.central * centrality(stems, counts);
  return { quote, stems, worth, tie };
}

function isEligible(quote: Quote, context: ChooseContext): boolean {
  const words = toWords(quote.text).length;
  if (words > WORDS_MAX || !isBalanced(quote.text)) return false;
  if (context.sentences.some((sentence) => overlaps(quote, sentence))) return false;
  if (words >= WORDS_MIN) return true;
  const isNews = toWords(context.headline).join(" ").includes(toWords(quote.text).join(" "));
  return isNews && words >= SHORT_WORDS_MIN && quote.speaker !== null;
}

function sharedShare(one: ReadonlySet<string>, two: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of one) if (two.has(stem)) shared++;
  return shared / Math.max(1, Math.min(one.size, two.size));
}

/** Key quotes, the one most tied to the headline first; fewer than `max` when fewer are worth showing. */
export function chooseQuotes(
  quotes: readonly Quote[],
  context: ChooseContext,
  weights: ChoiceWorth = WORTH,
): readonly Quote[] {
  const topic = toTopic(context);
  const rest = quotes.filter((quote) => isEligible(quote, context)).map((quote) => rate(quote, topic, weights));
  const chosen: Rated[] = [];
  while (chosen.length < context.max && rest.length > 0) {
    const worthNow = (rated: Rated): number => {
      const isHeard = chosen.some((each) => each.quote.speaker?.name === rated.quote.speaker?.name);
      const repeats = Math.max(0, ...chosen.map((each) => sharedShare(rated.stems, each.stems)));
      return rated.worth + (isHeard ? weights.sameSpeaker : 0) - 2 * repeats;
    };
    const best = rest.reduce((one, two) => (worthNow(two) > worthNow(one) ? two : one));
    rest.splice(rest.indexOf(best), 1);
    chosen.push(best);
  }
  return chosen.sort((one, two) => two.tie - one.tie || one.quote.start - two.quote.start).map((rated) => rated.quote);
}
