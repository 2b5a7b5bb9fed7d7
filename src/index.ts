/**
 * The parts, for programs that want them without the bot: each step of the line from a feed to a brief as a function.
 * Offsets count UTF-16 units, as JavaScript's strings do. Nothing here downloads, stores or writes. The reader of a feed
 * answers with a promise, and so does the maker of a brief, since a summarizer may ask a server.
 */

export { extractArticle } from "./articles/extract.ts";
export { type BriefOptions, createBrief } from "./briefs/create-brief.ts";
export { checkGrounding, type Grounding } from "./briefs/model/grounding.ts";
export type {
  Article,
  Brief,
  Cue,
  ExtractedArticle,
  Quote,
  Sentence,
  Span,
  Speaker,
  Summarizer,
  SummarizerInput,
  SummaryBudget,
} from "./domain/article.ts";
export type { Entry, FeedHints, ParsedFeed } from "./domain/feed.ts";
export { parseFeed } from "./feeds/parse.ts";
export { type FindOptions, findQuotes } from "./quotes/find-quotes.ts";
