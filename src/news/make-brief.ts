/** An article's quotes and its brief: made alike for the news, for a page somebody asks about and on the command line. */

import { createBrief } from "../briefs/create-brief.ts";
import {
  type Brief,
  type Quote,
  SUMMARY_BUDGET,
  type Summarizer,
  type SummarizerInput,
  type SummaryBudget,
} from "../domain/article.ts";
import { findQuotes } from "../quotes/find-quotes.ts";

/** Key quotes of a brief that is stored: a channel may ask for up to five. */
export const KEY_QUOTES_MAX = 5;

export interface BriefWish {
  readonly summarizer: Summarizer;
  /** Key quotes at most. */
  readonly quotesMax: number;
  /** What a post has room for when absent. */
  readonly budget?: SummaryBudget;
}

export interface MadeBrief {
  readonly brief: Brief;
  /** All quotes of the article; the brief has the key ones. */
  readonly quotes: readonly Quote[];
}

export async function makeBrief(article: SummarizerInput, wish: BriefWish): Promise<MadeBrief> {
  const { summarizer, quotesMax, budget = SUMMARY_BUDGET } = wish;
  const quotes = findQuotes(article.text, { language: article.language, title: article.title });
  const brief = await createBrief(article, { quotes, ...budget, quotesMax, summarizer });
  return { brief, quotes };
}
