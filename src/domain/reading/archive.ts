/** The stored news as one room of the page may read it. */

import type { Postable } from "../article.ts";
import type { FeedStore } from "../feed.ts";
import type { Post } from "../post.ts";
import type { ArticleStore } from "../store.ts";

type Read = "find" | "findQuotes" | "findSpeakers" | "listEditions" | "listMembers" | "listQuotes";

export interface Archive {
  readonly articles: Pick<ArticleStore, Read | "search">;
  readonly feeds: Pick<FeedStore, "list">;
  /** A stored brief as a post for readers of a language. */
  toPost(stored: Postable, language: string): Post;
}
