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

export const findArticleQuotes = ({ text, language, title }: SummarizerInput): readonly Quote[] =>
  findQuotes(text, { language, title });

export async function makeBrief(article: SummarizerInput, wish: BriefWish): Promise<MadeBrief> {
  const { summarizer, quotesMax, budget = SUMMARY_BUDGET } = wish;
  const quotes = findArticleQuotes(article);
  const brief = await createBrief(article, { quotes, ...budget, quotesMax, summarizer });
  return { brief, quotes };
}
