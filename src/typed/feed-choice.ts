/** From what a person typed to the feeds and topics they mean. */

import { UserError } from "../domain/errors.ts";
import type { Feed } from "../domain/feed.ts";
import { fold } from "../domain/fold.ts";
import type { FeedId } from "../domain/id.ts";

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

const sortNames = (names: readonly string[]): readonly string[] =>
  [...new Set(names)].sort((a, b) => a.localeCompare(b, "en"));

export const listTopics = (feeds: readonly Feed[]): readonly string[] =>
  sortNames(feeds.flatMap((feed) => feed.topics));

/** Places, which are asked for as topics are. */
export const listRegions = (feeds: readonly Feed[]): readonly string[] =>
  sortNames(feeds.flatMap((feed) => feed.regions ?? []));

/** Topics first, then places. */
const listNames = (feeds: readonly Feed[]): readonly string[] => [
  ...new Set([...listTopics(feeds), ...listRegions(feeds)]),
];

/** A place of several words is typed with hyphens or without. */
const isSameName = (a: string, b: string): boolean => isSame(a.replaceAll("-", " "), b.replaceAll("-", " "));

function findTopic(feeds: readonly Feed[], typed: string): string | null {
  return listNames(feeds).find((name) => isSameName(name, typed)) ?? null;
}

const COMMA = /[,،]/;

const toParts = (typed: string): readonly string[] =>
  typed
    .split(COMMA)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** One, or several parted by commas; null when any of them is none. */
export function findTopics(feeds: readonly Feed[], typed: string): readonly string[] | null {
  const whole = findTopic(feeds, typed);
  if (whole !== null) return [whole];
  const found = toParts(typed).map((part) => findTopic(feeds, part));
  const topics = found.filter((topic) => topic !== null);
  return topics.length === 0 || topics.length < found.length ? null : [...new Set(topics)];
}

/** Any of these is enough. Throws UserError naming those there are when one is unknown. */
export function readTopics(feeds: readonly Feed[], typed: string | undefined): readonly string[] {
  if (typed === undefined) return [];
  const topics = findTopics(feeds, typed);
  if (topics === null) {
    const name = toParts(typed).find((part) => findTopic(feeds, part) === null) ?? typed;
    const topics = listTopics(feeds);
    const known = topics.length > 0 ? topics : listRegions(feeds);
    throw new UserError("not-found", (say) => say("topic.unknown", { name, topics: say.series(known) }));
  }
  return topics;
}

/** The last one typed is completed; those before it stay, and are not offered again. */
export function completeTopics(feeds: readonly Feed[], typed: string): readonly string[] {
  const parts = typed.split(COMMA);
  const last = fold(parts.pop() ?? "").trim();
  const before = parts.map((part) => part.trim()).filter((part) => part !== "");
  return listNames(feeds)
    .filter((topic) => fold(topic).startsWith(last) && !before.some((part) => isSame(part, topic)))
    .map((topic) => [...before, topic].join(", "));
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
