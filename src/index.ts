/** The parts, for programs that want them without the bot. */

export { extractArticle } from "./articles/extract.ts";
export { createBrief } from "./briefs/create-brief.ts";
export { checkGrounding } from "./briefs/model/grounding.ts";
export type { Article, Brief, ExtractedArticle, Quote, Sentence, Speaker } from "./domain/article.ts";
export type { Entry, ParsedFeed } from "./domain/feed.ts";
export { parseFeed } from "./feeds/parse.ts";
export { findQuotes } from "./quotes/find-quotes.ts";
