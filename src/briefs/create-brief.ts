/** Makes an article's brief: its sentences by the summarizer asked for, its key quotes, and the checks on both. */

import {
  assertVerbatim,
  type Brief,
  type Quote,
  type Sentence,
  type Span,
  SUMMARY_BUDGET,
  type Summarizer,
  type SummarizerInput,
  type SummaryBudget,
} from "../domain/article.ts";
import { assert, toMessage } from "../domain/errors.ts";
import { countWords } from "../languages/shared/words.ts";
import { chooseQuotes } from "../quotes/choosing/choose-quotes.ts";
import { findQuotes } from "../quotes/find-quotes.ts";
import { findDisowned, isWithin } from "./disowned.ts";
import { createExtractiveSummarizer } from "./extractive/summarize.ts";
import { findNotOwn } from "./not-own.ts";
import { findStaged } from "./staged.ts";
import { tellNotes } from "./told-notes.ts";

/** All may be left out: a brief is then what a post has room for, by the default summarizer. */
export interface BriefOptions {
  /** All quotes found in the article; the key ones are chosen here. `findQuotes` looks for them when absent. */
  readonly quotes?: readonly Quote[];
  readonly sentencesMax?: number;
  /** Of all sentences together. */
  readonly wordsMax?: number;
  /** Key quotes at most. */
  readonly quotesMax?: number;
  /** The extractive one when absent. */
  readonly summarizer?: Summarizer;
  /** Told when another summarizer failed and the default stood in. */
  readonly onFallback?: (reason: string) => void;
}

/** As many as a channel is shown that asked for no number. */
const QUOTES_MAX = 3;

const extractive = createExtractiveSummarizer();

function assertFromSource(sentences: readonly Sentence[], text: string): void {
  for (const sentence of sentences) {
    assert(
      sentence.edited || text.slice(sentence.start, sentence.end) === sentence.text,
      "a sentence that is not edited is copied from its article unchanged",
    );
  }
}

/** What never was is told by the sentences that say so alone; none of its words were said to anybody. */
function toStagedBrief(
  { title, text }: SummarizerInput,
  staged: readonly Span[],
  { sentencesMax, wordsMax }: SummaryBudget,
): Pick<Brief, "headline" | "sentences" | "quotes"> {
  let left = wordsMax;
  const sentences = staged.slice(0, sentencesMax).flatMap(({ start, end }): readonly Sentence[] => {
    const told = text.slice(start, end);
    left -= countWords(told);
    return left < 0 ? [] : [{ text: told, start, end, edited: false }];
  });
  return { headline: title, sentences, quotes: [] };
}

/**
 * Makes the brief of an article: headline, summary sentences, key quotes (docs/briefs.md). `quotes` are all that
 * `findQuotes` found in `article.text`; `sentencesMax` and `quotesMax` are numbers of each, `wordsMax` is for all sentences
 * together. A short article gives less than is asked for. Offsets are into `article.text`; a sentence that is not
 * `edited` stands there to the letter.
 *
 * When `summarizer` fails or breaks that rule, the default one stands in and `onFallback` is told why; the brief's
 * `summarizer` names the one that was used. Rejects when a quote given is not the article's own words, or the default
 * summarizer fails: both are faults of the program.
 */
export async function createBrief(article: SummarizerInput, options: BriefOptions = {}): Promise<Brief> {
  const {
    quotes = findQuotes(article.text, { language: article.language, title: article.title }),
    sentencesMax = SUMMARY_BUDGET.sentencesMax,
    wordsMax = SUMMARY_BUDGET.wordsMax,
    quotesMax = QUOTES_MAX,
    summarizer: asked = extractive,
  } = options;
  assertVerbatim(quotes, article.text);
  const disowned = findDisowned(article);
  const notes = tellNotes(article, { sentencesMax, wordsMax });
  if (notes.isAlone)
    return { headline: article.title, sentences: notes.sentences, quotes: [], summarizer: extractive.name };
  const staged = findStaged(article);
  if (staged.length > 0)
    return { ...toStagedBrief(article, staged, { sentencesMax, wordsMax }), summarizer: extractive.name };
  // A model does not know which of two versions is the right one.
  const summarizer = disowned.notes.length > 0 ? extractive : asked;
  const told = notes.sentences.reduce((sum, { text }) => sum + countWords(text), 0);
  const budget = { sentencesMax: sentencesMax - notes.sentences.length, wordsMax: wordsMax - told };
  let used = summarizer;
  let sentences: readonly Sentence[];
  try {
    sentences = await summarizer.summarize(article, quotes, budget);
    assertFromSource(sentences, article.text);
  } catch (error) {
    // The default has nothing to fall back to: its fault is the program's.
    if (summarizer.name === extractive.name) throw error;
    options.onFallback?.(toMessage(error));
    used = extractive;
    sentences = await extractive.summarize(article, quotes, budget);
    assertFromSource(sentences, article.text);
  }
  sentences = [...notes.sentences, ...sentences.filter((sentence) => !isWithin(notes.sentences, sentence))];
  const outside = [...disowned.notes, ...findNotOwn(article)];
  const chosen = chooseQuotes(outside.length === 0 ? quotes : quotes.filter((quote) => !isWithin(outside, quote)), {
    headline: article.title,
    text: article.text,
    language: article.language,
    sentences,
    publishedAt: article.publishedAt,
    max: quotesMax,
  });
  assertVerbatim(chosen, article.text);
  return { headline: article.title, sentences, quotes: chosen, summarizer: used.name };
}
