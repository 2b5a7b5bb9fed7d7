/** Last of the three steps with a feed's entries: what the feed words anew is read again, and becomes a new edition. */

import type { Article, NewArticle, StoredBrief } from "../domain/article.ts";
import type { Feed } from "../domain/feed.ts";
import { fold } from "../domain/fold.ts";
import type { Store } from "../domain/store.ts";
import { type KeyedEntry, leadsToSharedPage, toVersionKey } from "../feeds/entry-key.ts";
import { findArticleTopics } from "./article-topics.ts";
import { KEY_QUOTES_MAX } from "./brief-maker.ts";
import type { Poll } from "./choose-entries.ts";
import type { PublishingDependencies } from "./publish-entries.ts";
import { readEntry, toFeedText } from "./read-entry.ts";
import { findLook, findNextLook } from "./second-looks.ts";
import { tryEntry } from "./try-entry.ts";

/** Pages read again in one poll. */
const UPDATES_MAX = 3;
const HOUR_MS = 60 * 60 * 1000;
/** An article older than this is not read again. */
const UPDATE_AGE_MS_MAX = 24 * HOUR_MS;

type Shown = Pick<StoredBrief, "brief"> & { readonly article: NewArticle };

/** What a reader sees of an article: its words, who said them, and who wrote it. */
const toShown = ({ article, brief }: Shown): string =>
  JSON.stringify([
    brief.headline,
    brief.sentences.map(({ text }) => text),
    brief.quotes.map(({ text, speaker }) => [text, speaker?.name, speaker?.role]),
    article.title,
    article.byline,
    article.outlet,
    article.agency,
    article.imageUrl,
  ]);

const isShownAlike = (one: Shown, other: Shown): boolean => toShown(one) === toShown(other);

/** The new edition is owed to nobody: posts of the one before are edited. */
async function updateEntry(
  each: KeyedEntry,
  stored: StoredBrief,
  { feed }: Poll,
  dependencies: PublishingDependencies,
): Promise<void> {
  const known = stored.article;
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
  // A counter, a date, a note at the foot: nobody who reads the post would see what the edit was for.
  if (known.basis === read.basis && isShownAlike({ article, brief }, stored)) {
    await dependencies.store.feeds.markSeen(feed.id, [toVersionKey(each)], clock(), null);
    return;
  }
  await stories.publish({
    article,
    brief,
    quotes,
    entryKeys: [toVersionKey(each)],
    topics: findArticleTopics(article, feed),
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
  { feed, now, awaitLook }: Poll,
  dependencies: PublishingDependencies,
): Promise<boolean> {
  if (known.basis !== "feed") return false;
  const { store } = dependencies;
  // A text that cannot be read is the entry's failure, counted when it is tried.
  const text = await toFeedText(each.entry, feed, dependencies).catch(() => null);
  if (text !== known.text) return false;
  const next = findNextLook(known.fetchedAt, now);
  if (next !== null) awaitLook?.(next);
  const look = findLook(known.fetchedAt, now);
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
      isInTurn && (await tryEntry(version, poll, dependencies, () => updateEntry(each, stored, poll, dependencies)));
    if (!isUpdated) unreadCount += 1;
  }
  return unreadCount;
}
