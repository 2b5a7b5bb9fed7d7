/** What is done from time to time: leases that ended without a word are taken back, and what is old is forgotten. */

import type { SiteMemory } from "../articles/site-lines/site-memory.ts";
import type { Log } from "../domain/platform.ts";
import type { Store } from "../domain/store.ts";

const SEEN_DAYS_MIN = 180;
const KEPT_SEARCH_DAYS = 90;
/** A feed that a person added and no subscription names is polled so long. */
const UNWANTED_FEED_DAYS = 1;
/** Long after it was too old to be tried: nobody has tried it, since its platform is not connected any more. */
const OWED_DAYS_MAX = 30;
/** What was typed and answered on the page; posts are shown again from what was sent. */
const ROOM_DAYS = 1;
const DAY_MS = 24 * 60 * 60 * 1000;
/** The name of the note that keeps what sites repeat on their pages. */
const SITE_MEMORY_NOTE = "site-memory";

export interface HousekeepingDependencies {
  readonly store: Store;
  readonly siteMemory: SiteMemory;
  /** Days an article is kept. */
  readonly retentionDays: number;
  readonly clock: () => Date;
  readonly log: Log;
}

type MemoryDependencies = Pick<HousekeepingDependencies, "store" | "siteMemory" | "clock">;

export async function loadSiteMemory({ store, siteMemory }: MemoryDependencies): Promise<void> {
  siteMemory.load((await store.notes.get(SITE_MEMORY_NOTE)) ?? "");
}

export async function saveSiteMemory({ store, siteMemory, clock }: MemoryDependencies): Promise<void> {
  await store.notes.set(SITE_MEMORY_NOTE, siteMemory.save(), clock());
}

/** `isAlone`: no other process can hold a lease, so all of them are from before. */
export async function recoverLeases(
  { store, clock, log }: Pick<HousekeepingDependencies, "store" | "clock" | "log">,
  isAlone: boolean,
): Promise<void> {
  const recovered = await store.outbox.recover(clock(), isAlone);
  if (recovered > 0) log.warn({ recovered }, "deliveries_recovered");
}

export async function mendIndex({ store, log }: Pick<HousekeepingDependencies, "store" | "log">): Promise<void> {
  const count = await store.articles.mendIndex();
  if (count > 0) log.info({ count }, "articles_indexed_anew");
}

/** Forgets what is older than the settings say; seen marks outlive articles, so that an old entry is not news. */
export async function keepHouse(dependencies: HousekeepingDependencies): Promise<void> {
  const { store, retentionDays, clock, log } = dependencies;
  await saveSiteMemory(dependencies);
  const now = clock().getTime();
  const daysAgo = (days: number): Date => new Date(now - days * DAY_MS);
  const owed = await store.outbox.dropOld(daysAgo(OWED_DAYS_MAX), clock());
  const articles = await store.articles.forget(daysAgo(retentionDays));
  const seen = await store.feeds.forgetSeen(daysAgo(Math.max(SEEN_DAYS_MIN, retentionDays * 2)));
  const unwanted = await store.feeds.removeUnwanted(
    await store.subscriptions.listNamedFeeds(),
    clock(),
    daysAgo(UNWANTED_FEED_DAYS),
  );
  await store.roomLog.forget(daysAgo(ROOM_DAYS));
  const searches = await store.notes.forgetKept(daysAgo(KEPT_SEARCH_DAYS));
  await store.reclaim();
  if (articles + seen + searches + unwanted + owed > 0) {
    log.info({ articles, seen, searches, feeds: unwanted, owed }, "old_records_forgotten");
  }
}
