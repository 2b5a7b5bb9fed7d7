/** The stored news as one room of the page may read it. */

import type { Postable, StoredBrief } from "../article.ts";
import type { FeedStore } from "../feed.ts";
import type { Post } from "../post.ts";
import type { ArticleStore } from "../store.ts";

type Read = "find" | "findQuotes" | "findSpeakers" | "listEditions" | "listMembers" | "listQuotes";

export interface Archive {
  readonly articles: Pick<ArticleStore, Read | "search">;
  readonly feeds: Pick<FeedStore, "list">;
  /** The number of what the room is subscribed to that brings everything a speaker says; null for none. */
  findFollowing(speaker: string): Promise<number | null>;
  /** A stored brief as a post for readers of a language, by itself: what other outlets say of its quotes is not known. */
  toPost(stored: Postable, language: string): Post;
  /** Each as it stands in its story: who else carries its quotes, and no name where outlets differ. */
  toPosts(stored: readonly StoredBrief[], language: string): Promise<readonly Post[]>;
}
