/** All that reads text from outside, as one table of functions: what runs in the reader's threads (src/app/reader.ts). */

import { boundText, hasEndlessWord } from "../articles/bound-text.ts";
import { articleFromEntry } from "../articles/from-entry.ts";
import { readPage } from "../articles/page/read-page.ts";
import { createExtractiveSummarizer } from "../briefs/extractive/summarize.ts";
import type { ExtractedArticle, Quote, Sentence, SummarizerInput } from "../domain/article.ts";
import { UserError } from "../domain/errors.ts";
import type { Transfer } from "../domain/subscription.ts";
import { findLinksIn } from "../feeds/discover.ts";
import { parseFeed } from "../feeds/parse.ts";
import { readSite } from "../feeds/sites/read-site.ts";
import { decodeBytes, isBinary } from "../net/decode.ts";
import { judgeRobots } from "../net/robots.ts";
import { findArticleQuotes, type MadeBrief, makeBrief } from "../news/make-brief.ts";
import { parseTransfer } from "./transfer.ts";

/** Not by the table of summarizers: what another needs would be in the thread for nothing. */
const extractive = createExtractiveSummarizer();

/** A summary somebody else made, to be checked and completed with quotes. */
export interface GivenSummary {
  readonly summarizer: string;
  readonly sentences: readonly Sentence[];
}

/** By the default summarizer, unless a summary is given. */
function briefOf(article: SummarizerInput, quotesMax: number, given: GivenSummary | null = null): Promise<MadeBrief> {
  const summarizer = given === null ? extractive : { name: given.summarizer, summarize: async () => given.sentences };
  return makeBrief(article, { summarizer, quotesMax });
}

/** Subscriptions in a file; or what it is instead: unknown to us, or no text at all. */
export type ReadTransfer = Transfer | { readonly problem: "unknown" | "binary" };

async function readTransfer(bytes: Uint8Array, contentType: string | null): Promise<ReadTransfer> {
  const text = decodeBytes(bytes, contentType, "xml");
  if (isBinary(text)) return { problem: "binary" };
  try {
    return parseTransfer(text, "import.unreadable");
  } catch (error) {
    if (error instanceof UserError) return { problem: "unknown" };
    throw error;
  }
}

/** An entry's text that is bait is left out, as if the entry had none. */
async function readOwnText(...given: Parameters<typeof articleFromEntry>): Promise<ExtractedArticle> {
  const article = articleFromEntry(...given);
  const text = boundText(article.text);
  return { ...article, text: hasEndlessWord(text) ? "" : text };
}

/** Arguments and results are plain data: they go to another thread and come back. */
export const READING_TASKS = {
  parseFeed,
  findLinksIn,
  readSite,
  readPage,
  readOwnText,
  findQuotes: async (article: SummarizerInput): Promise<readonly Quote[]> => findArticleQuotes(article),
  briefOf,
  judgeRobots,
  readTransfer,
} as const;

/** The same functions, wherever they run. */
export type Reading = typeof READING_TASKS;
