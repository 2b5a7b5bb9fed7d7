/** What most outlets carried and who was quoted most since a moment. */

import type { StoredBrief } from "../article.ts";
import type { FeedId } from "../id.ts";

export interface TopQuery {
  readonly since: Date;
  /** Of each kind. */
  readonly limit: number;
  /** As in an audience. */
  readonly ownFeedIds?: readonly FeedId[];
}

export interface TopSpeaker {
  readonly name: string;
  readonly role: string | null;
  /** Stories, or articles without one, that quote them. */
  readonly articleCount: number;
}

export interface Top {
  /** One brief each; those that two outlets or more carry, most first. */
  readonly stories: readonly StoredBrief[];
  /** People named in full, most quoted first. */
  readonly speakers: readonly TopSpeaker[];
}
