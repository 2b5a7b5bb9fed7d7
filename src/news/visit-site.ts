/** A poll of a site without a feed: whether it may be read, what its page lists, and whether it has a feed by now. */

import type { Feed, FeedState, ParsedFeed } from "../domain/feed.ts";
import type { Store } from "../domain/store.ts";
import { type DocumentReading, discoverFeeds } from "../feeds/discover.ts";
import { entryKeys, findKnown } from "../feeds/entry-key.ts";
import { readMemory } from "../feeds/memory.ts";
import { findRefusal, followIndex, type SiteLeave } from "../feeds/sites/find-site.ts";
import { type SiteAnswer, type SiteSource, toParsedFeed } from "../feeds/sites/read-site.ts";
import type { Download, FailedDownload } from "../net/download.ts";

/** A page is larger than a feed, and has no validators as a rule. */
export const PAGE_POLL_MINUTES_MIN = 30;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Sites get feeds seldom; one that the page names is tried sooner. */
const SOUGHT_EVERY_MS = 7 * DAY_MS;
const NAMED_EVERY_MS = DAY_MS;

/** What reads sites besides feeds. */
export interface SiteVisits extends DocumentReading {
  readonly isReserved: SiteLeave["isReserved"];
  /** In a thread of its own, killed when it takes too long. */
  readonly readSite: (source: SiteSource) => Promise<SiteAnswer>;
}

export interface SiteDependencies {
  readonly sites?: SiteVisits;
  readonly store: Store;
  readonly download: Download;
  readonly mayRead: (url: string) => Promise<boolean>;
  readonly clock: () => Date;
}

const refuse = (reason: string): FailedDownload => ({
  status: "failed",
  kind: "blocked",
  httpStatus: null,
  retryAfterMs: null,
  reason,
});

/** Asked before each visit, as a site may change its mind. Null when it may be read. */
export async function refuseVisit(feed: Feed, { sites, mayRead }: SiteDependencies): Promise<FailedDownload | null> {
  if (sites === undefined) return refuse("Pages are not read here.");
  const refusal = await findRefusal(feed.url, { mayRead, isReserved: sites.isReserved });
  return refusal === null ? null : refuse(refusal);
}

export interface VisitedSite {
  readonly parsed: ParsedFeed;
  /** Whether the page names feeds. */
  readonly namesFeeds: boolean;
}

/** What the page lists; throws with a sentence when its structure is lost. */
export async function readVisit(
  source: SiteSource,
  { sites, mayRead, download }: SiteDependencies,
): Promise<VisitedSite> {
  if (sites === undefined) throw new Error("Pages are not read here.");
  // The page may lead elsewhere by now, to a site with wishes of its own.
  const refusal = await findRefusal(source.url, { mayRead, isReserved: sites.isReserved });
  if (refusal !== null) throw new Error(refusal);
  const read = await sites.readSite(source);
  const answer = await followIndex(read, { ...sites, mayRead, download });
  if ("site" in answer) return { parsed: toParsedFeed(answer.site), namesFeeds: answer.site.feeds.length > 0 };
  if (answer.feeds.length > 0) {
    return { parsed: { title: null, link: null, language: null, entries: [] }, namesFeeds: true };
  }
  throw new Error(answer.reason);
}

/** Whether it is time to look for a feed. */
export function isFeedSought(state: FeedState, namesFeeds: boolean, now: Date): boolean {
  const { soughtAt } = readMemory(state.memory);
  const everyMs = namesFeeds ? NAMED_EVERY_MS : SOUGHT_EVERY_MS;
  return soughtAt === null ? namesFeeds : now.getTime() - soughtAt >= everyMs;
}

/** The site was looked at for a feed just now, or is new. */
export const noteSought = (state: FeedState, now: Date): FeedState => ({
  ...state,
  memory: { ...state.memory, soughtAt: now.getTime() },
});

/**
 * A feed always wins: where the site has one by now, the feed takes the page's place for all who are subscribed to it. What
 * it holds from before the last visit is old, and what the page brought is known. False when there is none.
 */
export async function turnToFeed(feed: Feed, state: FeedState, given: SiteDependencies): Promise<boolean> {
  const { sites, store, download, clock } = given;
  if (sites === undefined) return false;
  const from = feed.homepage ?? feed.url;
  const [found] = (await discoverFeeds(from, download, sites)).feeds;
  if (found === undefined) return false;
  const downloaded = await download(found.url, { accept: "feed" });
  if (downloaded.status !== "fresh") return false;
  const parsed = await sites.parseFeed(downloaded.body, downloaded.contentType, downloaded.url).catch(() => null);
  if (parsed === null || parsed.entries.length === 0) return false;
  const now = clock();
  const since = (state.lastSuccessAt ?? now).getTime();
  const keyed = entryKeys(parsed.entries);
  const pageKeys = keyed.flatMap(({ marks }) => marks.page ?? []);
  const seen = await store.feeds.findSeen(feed.id, [...pageKeys, ...keyed.flatMap(({ keys }) => keys)], now);
  const known = findKnown(keyed, seen);
  const isOld = ({ entry }: (typeof keyed)[number]): boolean => (entry.publishedAt?.getTime() ?? 0) <= since;
  const old = keyed.filter((each) => known.has(each) || isOld(each) || seen.has(each.marks.page ?? ""));
  await store.feeds.markSeen(
    feed.id,
    old.flatMap(({ keys }) => keys),
    now,
    null,
  );
  await store.feeds.save([{ ...feed, url: downloaded.url, homepage: from, isPage: false }], now);
  const fresh = await store.feeds.getState(feed.id);
  await store.feeds.saveState({ ...fresh, lastPollAt: now, lastSuccessAt: state.lastSuccessAt, nextPollAt: now });
  return true;
}
