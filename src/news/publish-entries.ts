/** Second of the three steps with a feed's entries: each new one is read, made a brief of, matched and published. */

import { PASSED_OVER } from "../domain/feed.ts";
import type { Recipient } from "../domain/store.ts";
import { AGE_MS_MAX, type KeyedEntry, leadsToSharedPage, toVersionKey } from "../feeds/entry-key.ts";
import { findArticleTopics } from "./article-topics.ts";
import { type BriefMaker, KEY_QUOTES_MAX } from "./brief-maker.ts";
import type { Poll } from "./choose-entries.ts";
import type { StoryLine } from "./publish-in-story.ts";
import { type ReadArticle, type ReadingDependencies, readEntry } from "./read-entry.ts";
import { findNextLook } from "./second-looks.ts";
import { type TryingDependencies, tryEntry } from "./try-entry.ts";

/** Of the entries of one poll the newest are posted one by one, so that no channel is flooded. */
const POSTS_PER_POLL_MAX = 5;
/** A digest of fewer would be a late post under another name. */
const REST_MIN = 3;
/** The rest waits until the whole poll is surely read, and then leaves as one digest for each channel. */
const REST_WAIT_MS = 10 * 60 * 1000;

export interface PublishingDependencies extends ReadingDependencies, TryingDependencies {
  readonly stories: StoryLine;
  readonly makeBrief: BriefMaker;
  readonly onPublished: () => void;
  /** An entry first met when it is older than this is no news; two days when absent. */
  readonly ageMsMax?: number;
}

/** What a site lists that is read from its page, and is no news after all. Null for news; throws for what may be later. */
function findNoNews(
  { basis, basisReason, mayComeBack, publishedAt }: ReadArticle,
  { now }: Poll,
  ageMsMax: number,
): string | null {
  // A headline alone is no article: the page of a site is all there is of it.
  if (basis === "feed" && mayComeBack) throw new Error(basisReason ?? "The page was not read.");
  if (basis === "feed") return basisReason;
  const isOld = publishedAt !== null && now.getTime() - publishedAt.getTime() > ageMsMax;
  return isOld ? PASSED_OVER.asOld : null;
}

/** Waits at least until then, and longer where the subscription says so. */
function holdBack(recipient: Recipient, until: Date): Recipient {
  const { waitsUntil = null } = recipient;
  return waitsUntil !== null && waitsUntil > until ? recipient : { ...recipient, waitsUntil: until };
}

/** `owedFrom`: null for what is owed to nobody; a time to come for what waits until then. */
async function publishEntry(
  each: KeyedEntry,
  poll: Poll,
  owedFrom: Date | null,
  endedCount: number,
  dependencies: PublishingDependencies,
): Promise<void> {
  const { feed } = poll;
  const { store, stories, makeBrief, clock } = dependencies;
  const article = await readEntry(each.entry, feed, dependencies, {
    isPageShared: leadsToSharedPage(each),
    endedCount,
  });
  const noNews = feed.isPage === true ? findNoNews(article, poll, dependencies.ageMsMax ?? AGE_MS_MAX) : null;
  if (noNews !== null) return store.feeds.markSeen(feed.id, [...each.keys, toVersionKey(each)], poll.now, noNews);
  const { brief, quotes } = await makeBrief(article, KEY_QUOTES_MAX);
  const topics = findArticleTopics(article, feed);
  const isAdded = feed.origin === "added";
  const { language, text, byline, categories = [] } = article;
  const matchable = { feedId: feed.id, isAdded, topics, language, brief, text, quotes, byline, categories };
  const now = clock();
  const findRecipients = async (): Promise<readonly Recipient[]> => {
    if (owedFrom === null) return [];
    const matching = (await store.subscriptions.readStanding()).match(matchable, now);
    return owedFrom > now ? matching.map((each) => holdBack(each, owedFrom)) : matching;
  };
  // Without its version an entry counts as changed, and its page is looked at again: see update-entries.ts.
  const entryKeys = article.mayComeBack ? each.keys : [...each.keys, toVersionKey(each)];
  const publication = { article, brief, quotes, entryKeys, topics, recipients: [], isAdded, now };
  await stories.publish(publication, findRecipients);
  if (article.mayComeBack) poll.awaitLook?.(findNextLook(article.fetchedAt, now) ?? now);
  dependencies.onPublished();
}

/** Resolves with how many failed. */
export async function publishEntries(
  fresh: readonly KeyedEntry[],
  poll: Poll,
  dependencies: PublishingDependencies,
): Promise<number> {
  const { isFirst, now } = poll;
  const postsMax = fresh.length < POSTS_PER_POLL_MAX + REST_MIN ? fresh.length : POSTS_PER_POLL_MAX;
  const posted = new Set(isFirst ? fresh.slice(-1) : fresh.slice(fresh.length - postsMax));
  // A feed that was just added is no backlog: its articles can be searched, and only the newest is posted.
  const restFrom = isFirst ? null : new Date(now.getTime() + REST_WAIT_MS);
  let failedCount = 0;
  for (const each of fresh) {
    const owedFrom = posted.has(each) ? now : restFrom;
    const isPublished = await tryEntry(each.keys, poll, dependencies, (endedCount) =>
      publishEntry(each, poll, owedFrom, endedCount, dependencies),
    );
    if (!isPublished) failedCount += 1;
  }
  return failedCount;
}
