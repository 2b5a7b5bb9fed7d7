/** Makes briefs where reading is done elsewhere: in a thread by the default summarizer, or by one that asks a server. */

import type { Quote, Sentence, Summarizer, SummarizerInput } from "../domain/article.ts";
import { SUMMARY_BUDGET } from "../domain/article.ts";
import { toMessage } from "../domain/errors.ts";
import type { MadeBrief } from "./make-brief.ts";

/** Key quotes of a brief that is stored: a channel may ask for up to five. */
export const KEY_QUOTES_MAX = 5;

export type BriefMaker = (article: SummarizerInput, quotesMax: number) => Promise<MadeBrief>;

export interface BriefReading {
  readonly findQuotes: (article: SummarizerInput) => Promise<readonly Quote[]>;
  /** By the default summarizer, unless a summary is given. */
  readonly briefOf: (
    article: SummarizerInput,
    quotesMax: number,
    given?: { readonly summarizer: string; readonly sentences: readonly Sentence[] } | null,
  ) => Promise<MadeBrief>;
}

/** What an article's title, text, language and date are; the rest of it need not go to another thread. */
const toInput = ({ title, text, language, publishedAt }: SummarizerInput): SummarizerInput => ({
  title,
  text,
  language,
  publishedAt,
});

/** `summarizer` waits for a server, and stays on this thread; null for the default one. */
export function createBriefMaker(
  { findQuotes, briefOf }: BriefReading,
  summarizer: Summarizer | null,
  onFallback: (reason: string) => void,
): BriefMaker {
  if (summarizer === null) return (article, quotesMax) => briefOf(toInput(article), quotesMax);
  return async (given, quotesMax) => {
    const article = toInput(given);
    const quotes = await findQuotes(article);
    let sentences: readonly Sentence[];
    try {
      sentences = await summarizer.summarize(article, quotes, SUMMARY_BUDGET);
    } catch (error) {
      onFallback(toMessage(error));
      return briefOf(article, quotesMax);
    }
    const made = await briefOf(article, quotesMax, { summarizer: summarizer.name, sentences });
    if (made.brief.summarizer !== summarizer.name) onFallback("Its summary was not the article's own.");
    return made;
  };
}
