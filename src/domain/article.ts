/** The article behind an entry, what was said in it, and the brief made of it. */

import { assert } from "./errors.ts";
import type { ArticleId, FeedId, StoryId } from "./id.ts";

/** What an extractor reads from a page: everything but where it came from. */
export interface ExtractedArticle {
  readonly title: string;
  readonly byline: string | null;
  readonly outlet: string | null;
  /** The wire credited, as the text gives it ("France Media", "Reuters"). */
  readonly agency: string | null;
  /** The article's own date; never the page's clock. */
  readonly publishedAt: Date | null;
  /** BCP 47 primary tag, `und` when unknown. */
  readonly language: string;
  readonly canonicalUrl: string | null;
  readonly imageUrl: string | null;
  /** What it is filed under, as the feed and the page name it; absent where neither does. */
  readonly categories?: readonly string[];
  /** Plain text, paragraphs parted by a blank line. Offsets elsewhere count UTF-16 units in it. */
  readonly text: string;
  /** True when the page says that its full text is for subscribers. */
  readonly isPartial?: boolean;
  /** True when the page asks that its text be shown in parts only. */
  readonly isForPartsOnly?: boolean;
  /** True when the page opts out of use by machines (robots noai, TDM reservation). */
  readonly isReserved?: boolean;
}

export interface Article extends ExtractedArticle {
  readonly id: ArticleId;
  readonly feedId: FeedId;
  readonly url: string;
  readonly canonicalUrl: string;
  readonly outlet: string;
  /** The name of the feed that led to it, where that is another site's; absent otherwise. */
  readonly foundVia?: string;
  readonly fetchedAt: Date;
  /** "page", or "feed" when the page could not be read and the feed's own summary stands in for it. */
  readonly basis: "page" | "feed";
  /** One sentence on why the page was not used; null when it was. */
  readonly basisReason: string | null;
}
export type NewArticle = Omit<Article, "id">;

/** A stretch of the article's text: UTF-16 units, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The words that tie a quote to its speaker: "said", "according to". */
export interface Cue extends Span {
  readonly text: string;
}

/** Who said a quote, as the article tells it. */
export interface Speaker extends Span {
  /** As printed at this quote: "he", "the minister". start and end are its offsets. */
  readonly mention: string;
  /** Fullest name found in the article; the mention itself when nothing fuller is sure. */
  readonly name: string;
  /** As printed beside the name ("harbor master"); null when none is. */
  readonly role: string | null;
  readonly kind: "person" | "organization" | "document" | "unnamed";
}

/** Words somebody said. */
export interface Quote extends Span {
  /** Verbatim, without the outer marks: article.text.slice(start, end). */
  readonly text: string;
  /** Mixed: a fragment within the writer's own sentence. */
  readonly type: "direct" | "mixed";
  /** Null when the article does not say. Never guessed. */
  readonly speaker: Speaker | null;
  readonly cue: Cue | null;
  /** Fragments of one utterance (“…,” he said. “…”) share it. */
  readonly group: number;
}

/** A sentence of a brief. When not edited, text is article.text.slice(start, end). */
export interface Sentence extends Span {
  readonly text: string;
  readonly edited: boolean;
}

/** What is told of an article: what is posted and searched. */
export interface Brief {
  readonly headline: string;
  readonly sentences: readonly Sentence[];
  readonly quotes: readonly Quote[];
  /** Name of the summarizer that made the sentences. */
  readonly summarizer: string;
}

/** An article with its brief, as stored: what is posted and searched. */
export interface StoredBrief {
  readonly article: Article;
  readonly brief: Brief;
  readonly storyId: StoryId | null;
  /** What it is about, the main one of its feed first. */
  readonly topics: readonly string[];
  /** Places whose news its feed brings; none when absent. */
  readonly regions?: readonly string[];
  /** Outlets that carried the same story, other than this one. */
  readonly alsoOutlets: readonly string[];
  /** True when this edition replaced an earlier one. */
  readonly isUpdated: boolean;
  /** The edition it was first published as; absent for that one. */
  readonly editionOf?: ArticleId;
  /** Lets whoever has the post ask for an article that is not everybody's; absent or null for one that is. */
  readonly postKey?: string | null;
}

/** What a post is made of: a stored brief, or that of a page just read, which has no id. */
export interface Postable extends Pick<StoredBrief, "brief" | "topics" | "alsoOutlets" | "isUpdated" | "postKey"> {
  readonly article: Pick<
    Article,
    | "agency"
    | "basis"
    | "byline"
    | "categories"
    | "foundVia"
    | "imageUrl"
    | "language"
    | "outlet"
    | "publishedAt"
    | "text"
    | "url"
  > & { readonly id: ArticleId | null };
}

export interface SummaryBudget {
  readonly sentencesMax: number;
  readonly wordsMax: number;
}

/** What a brief is given to read well: three sentences, none of them shortened unless they are long. */
export const SUMMARY_BUDGET: SummaryBudget = { sentencesMax: 3, wordsMax: 120 };

export type SummarizerInput = Pick<Article, "title" | "text" | "language" | "publishedAt">;

export interface Summarizer {
  readonly name: string;
  /** Sentences in the order to be read; may be empty, never padded. Rejects only on a fault. */
  summarize(article: SummarizerInput, quotes: readonly Quote[], budget: SummaryBudget): Promise<readonly Sentence[]>;
}

export function isVerbatim(quote: Quote, text: string): boolean {
  return quote.end > quote.start && text.slice(quote.start, quote.end) === quote.text;
}

/** Asserted where quotes are made and again before they are stored: promise 1 of the product. */
export function assertVerbatim(quotes: readonly Quote[], text: string): void {
  for (const quote of quotes) assert(isVerbatim(quote, text), "a quote is copied from its article unchanged");
}
