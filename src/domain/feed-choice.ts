/** From what a person typed to the feeds and topics they mean. */

import { UserError } from "./errors.ts";
import type { Feed } from "./feed.ts";
import { fold } from "./fold.ts";
import type { FeedId } from "./id.ts";

const isSame = (a: string, b: string): boolean => fold(a).trim() === fold(b).trim();

/** A feed by its id or title; null when there is none. */
export function findFeed(feeds: readonly Feed[], typed: string): Feed | null {
  return (
    feeds.find((feed) => feed.id === typed.trim().toLowerCase()) ??
    feeds.find((feed) => isSame(feed.title, typed)) ??
    null
  );
}

/** The ids to search in. Throws UserError naming what to do when the feed is unknown. */
export function readFeedIds(feeds: readonly Feed[], typed: string | undefined): readonly FeedId[] {
  if (typed === undefined) return [];
  const feed = findFeed(feeds, typed);
  if (feed === null) throw new UserError("not-found", (say) => say("feed.unknown", { name: typed }));
  return [feed.id];
}

export function listTopics(feeds: readonly Feed[]): readonly string[] {
  return [...new Set(feeds.flatMap((feed) => feed.topics))].sort((a, b) => a.localeCompare(b, "en"));
}

export function findTopic(feeds: readonly Feed[], typed: string): string | null {
  return listTopics(feeds).find((topic) => isSame(topic, typed)) ?? null;
}

export function readTopics(feeds: readonly Feed[], typed: string | undefined): readonly string[] {
  if (typed === undefined) return [];
  const topic = findTopic(feeds, typed);
  if (topic === null) {
    throw new UserError("not-found", (say) =>
      say("topic.unknown", { name: typed, topics: say.series(listTopics(feeds)) }),
    );
  }
  return [topic];
}

/** Feeds whose id or title has a word that begins as typed; for completion. */
export function completeFeeds(feeds: readonly Feed[], typed: string, limit: number): readonly Feed[] {
  const wanted = fold(typed).trim();
  const starts = (feed: Feed): number => {
    const title = fold(feed.title);
    if (feed.id.startsWith(wanted) || title.startsWith(wanted)) return 0;
    return ` ${title.replace(/[^\p{L}\p{N}]+/gu, " ")} ${feed.id.replaceAll("-", " ")}`.includes(` ${wanted}`) ? 1 : 2;
  };
  return feeds
    .map((feed) => ({ feed, rank: starts(feed) }))
    .filter((each) => each.rank < 2)
    .sort((a, b) => a.rank - b.rank || a.feed.title.localeCompare(b.feed.title, "en"))
    .slice(0, limit)
    .map((each) => each.feed);
}
