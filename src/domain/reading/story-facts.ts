/** Facts of stored news in short: a story's articles, an article's editions, and how the matches of a search fall. */

import type { ArticleId, FeedId } from "../id.ts";

/** One article of a story, in short. */
export interface StoryMember {
  readonly id: ArticleId;
  readonly feedId: FeedId;
  readonly outlet: string;
  readonly headline: string;
  readonly url: string;
  /** BCP 47 primary tag. */
  readonly language: string;
  /** The article's own date, never later than when it was fetched. */
  readonly at: Date;
  readonly isUpdated: boolean;
}

/** One text of an article that was corrected. */
export interface Edition {
  readonly id: ArticleId;
  readonly headline: string;
  readonly fetchedAt: Date;
  readonly isCurrent: boolean;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** How the matches of a search fall, the most frequent first; days newest first, as `2026-11-20` in UTC. */
export interface Facets {
  readonly feeds: readonly FacetCount[];
  readonly topics: readonly FacetCount[];
  readonly languages: readonly FacetCount[];
  readonly speakers: readonly FacetCount[];
  readonly days: readonly FacetCount[];
}
