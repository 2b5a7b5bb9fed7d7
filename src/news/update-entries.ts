/** Last of the three steps with a feed's entries: what the feed words anew is read again, and becomes a new edition. */

import type { Article, StoredBrief } from "../domain/article.ts";
import type { Feed } from "../domain/feed.ts";
import { fold } from "../domain/fold.ts";
import type { Store } from "../domain/store.ts";
import { type KeyedEntry, leadsToSharedPage, toVersionKey } from "../feeds/entry-key.ts";
import { KEY_QUOTES_MAX } from "./brief-maker.ts";
import type { Poll } from "./choose-entries.ts";
import type { PublishingDependencies } from "./publish-entries.ts";
import { readEntry, toFeedText } from "./read-entry.ts";
import { tryEntry } from "./try-entry.ts";

/** Pages read again in one poll. */
const UPDATES_MAX = 3;
const HOUR_MS = 60 * 60 * 1000;
/** An article older than this is not read again. */
const UPDATE_AGE_MS_MAX = 24 * HOUR_MS;
/** Ages at which the page is looked at again of an article that the feed's text stands in for. */
const SECOND_LOOKS_MS = [HOUR_MS, 4 * HOUR_MS, 12 * HOUR_MS, 20 * HOUR_MS];

/** The new edition is owed to nobody: posts of the one before are edited. */
async function updateEntry(
  each: KeyedEntry,
  known: Article,
  { feed }: Poll,
  dependencies: PublishingDependencies,
): Promise<void> {
  const { stories, makeBrief, clock } = dependencies;
  const read = await readEntry(each.entry, feed, dependencies, { isPageShared: leadsToSharedPage(each) });
  // The feed's summary is no correction of a page that cannot be read just now.
  if (read.basis === "feed" && known.basis === "page") throw new Error(read.basisReason ?? "The page was not read.");
  // The page of one entry is one page, whatever it calls itself now: another name would make it news.
  const article = { ...read, url: known.url, canonicalUrl: known.canonicalUrl };
  // What the feed words as before says nothing new; its page is looked at again later.
  if (read.basis === "feed" && known.basis === "feed" && read.text === known.text && read.title === known.title) {
    const isAwaited = read.mayComeBack && (await toFeedText(each.entry, feed, dependencies)) === known.text;
    if (!isAwaited) await dependencies.store.feeds.markSeen(feed.id, [toVersionKey(each)], clock(), null);
    return;
  }
  const { brief, quotes } = await makeBrief(article, KEY_QUOTES_MAX);
  await stories.publish({
    article,
    brief,
    quotes,
    entryKeys: [toVersionKey(each)],
    topics: feed.topics,
    recipients: [],
    now: clock(),
    storyOf: null,
    editionOf: known.id,
  });
  dependencies.onPublished();
}

/** By the entry and not by its address alone, which several entries may share: a post never becomes another entry's. */
async function findArticle(each: KeyedEntry, { id }: Feed, { articles }: Store): Promise<StoredBrief | null> {
  const { page, link, guid } = each.marks;
  const keys = [guid, page, link].filter((key) => key !== null);
  const own = keys.length === 0 ? null : await articles.findByEntry(id, keys);
  if (own !== null || page === null) return own;
  const atPage = await articles.findByUrl(each.entry.url, { feedId: id });
  // One published before entries' keys were kept, or listed since under a guid it did not have.
  return atPage !== null && fold(atPage.article.title) === fold(each.entry.title) ? atPage : null;
}

/** Whether the feed's text stands in for a page that showed a wall, and it is not yet time to look again. */
async function waitsForPage(
  each: KeyedEntry,
  known: Article,
  { feed, now }: Poll,
  dependencies: PublishingDependencies,
): Promise<boolean> {
  if (known.basis !== "feed") return false;
  const { store } = dependencies;
  // A text that cannot be read is the entry's failure, counted when it is tried.
  const text = await toFeedText(each.entry, feed, dependencies).catch(() => null);
  if (text !== known.text) return false;
  const age = now.getTime() - known.fetchedAt.getTime();
  const look = SECOND_LOOKS_MS.findLastIndex((wait) => age >= wait);
  if (look < 0) return true;
  const key = `look-${look}:${toVersionKey(each)}`;
  if ((await store.feeds.findSeen(feed.id, [key], now)).has(key)) return true;
  await store.feeds.markSeen(feed.id, [key], now, null);
  return false;
}

/** Resolves with how many failed or were left for the next poll. */
export async function updateEntries(
  changed: readonly KeyedEntry[],
  poll: Poll,
  dependencies: PublishingDependencies,
): Promise<number> {
  const { feeds } = dependencies.store;
  const { feed, now } = poll;
  let triedCount = 0;
  let unreadCount = 0;
  for (const each of changed) {
    const stored = await findArticle(each, feed, dependencies.store);
    const version = [toVersionKey(each)];
    if (stored === null || now.getTime() - stored.article.fetchedAt.getTime() > UPDATE_AGE_MS_MAX) {
      await feeds.markSeen(feed.id, version, now, null);
      continue;
    }
    if (await waitsForPage(each, stored.article, poll, dependencies)) continue;
    const isInTurn = triedCount < UPDATES_MAX;
    if (isInTurn) triedCount += 1;
    const isUpdated =
      isInTurn &&
      (await tryEntry(version, poll, dependencies, () => updateEntry(each, stored.article, poll, dependencies)));
    if (!isUpdated) unreadCount += 1;
  }
  return unreadCount;
}
