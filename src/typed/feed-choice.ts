/** From what a person typed to the feeds and topics they mean. */

import { UserError } from "../domain/errors.ts";
import type { Feed } from "../domain/feed.ts";
import { fold } from "../domain/fold.ts";
import type { FeedId } from "../domain/id.ts";
import { AND_WORDS } from "../messages/typed-words.ts";

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

/** Arabic writes its "and" as one with what follows. */
const AND = new RegExp(String.raw`\s+(?:(?:${AND_WORDS.join("|")}|[&+])\s+|و(?=\S))`, "giu");
const LEADING_AND = new RegExp(String.raw`^(?:${AND_WORDS.join("|")}|[&+])\s+`, "iu");
const NAMES_MAX = 50;

/** Those parted by commas; those parted by "and", too, where they are nothing together: "Rock and Roll" may be one. */
function splitNames(typed: string, isKnown: (name: string) => boolean): readonly string[] {
  return toParts(typed)
    .flatMap((part) => (isKnown(part) ? [part] : part.replace(LEADING_AND, "").split(AND)))
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .slice(0, NAMES_MAX);
}

/** One, or several parted by commas or "and"; null when any of them is none. */
export function findTopics(feeds: readonly Feed[], typed: string): readonly string[] | null {
  const whole = findTopic(feeds, typed);
  if (whole !== null) return [whole];
  const found = splitNames(typed, (name) => findTopic(feeds, name) !== null).map((part) => findTopic(feeds, part));
  const topics = found.filter((topic) => topic !== null);
  return topics.length === 0 || topics.length < found.length ? null : [...new Set(topics)];
}

/** What several names in one line name, each a feed or a topic, or null where it is none; no list for a single name. */
export function findEach(feeds: readonly Feed[], typed: string): readonly (Feed | string | null)[] {
  const find = (name: string): Feed | string | null => findFeed(feeds, name) ?? findTopic(feeds, name);
  const parts = splitNames(typed, (name) => find(name) !== null);
  return parts.length < 2 ? [] : [...new Set(parts.map(find))];
}

/** Any of these is enough. Throws UserError naming those there are when one is unknown. */
export function readTopics(feeds: readonly Feed[], typed: string | undefined): readonly string[] {
  if (typed === undefined) return [];
  const topics = findTopics(feeds, typed);
  if (topics === null) {
    const names = splitNames(typed, (part) => findTopic(feeds, part) !== null);
    const name = names.find((part) => findTopic(feeds, part) === null) ?? typed;
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
