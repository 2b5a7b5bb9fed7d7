/** The route of the news, top to bottom: poll, parse, extract, quote, summarize, match, publish. */

import { toMessage } from "../domain/errors.ts";
import type { Feed, FeedHints, FeedState, ParsedFeed } from "../domain/feed.ts";
import type { FeedId } from "../domain/id.ts";
import { findNewUrl, isLookDue, nextState, type PollOutcome, settleMove, toBodyHash } from "../feeds/schedule.ts";
import { readHubLinks } from "../feeds/websub.ts";
import type { Download } from "../net/download.ts";
import { isDatabaseFault } from "../store/dialects/faults.ts";
import { chooseEntries, type Poll } from "./choose-entries.ts";
import { noteTrouble } from "./feed-notices.ts";
import { type PublishingDependencies, publishEntries } from "./publish-entries.ts";
import { updateEntries } from "./update-entries.ts";
import {
  isFeedSought,
  noteSought,
  PAGE_POLL_MINUTES_MIN,
  readVisit,
  refuseVisit,
  type SiteVisits,
  turnToFeed,
} from "./visit-site.ts";
import { findWantedFeeds } from "./wanted-feeds.ts";

/** As long as a server is left alone: a crash in the middle of a poll, or a fault in it, is no reason to ask again sooner. */
const LEASE_MS = 60 * 60 * 1000;
/** For servers of our own. */
const OWN_LEASE_MS = 5 * 60 * 1000;
const OWN_BACK_OFF_POWER_MAX = 8;

/** Ways to the network. */
export type Reach = Pick<PublishingDependencies, "mayRead"> & {
  readonly download: Download;
  readonly isReserved?: SiteVisits["isReserved"];
};

/** Only what reaches outside the process is passed in; the steps between are plain functions. */
export interface PipelineDependencies extends PublishingDependencies {
  /** In a thread of its own, killed when it takes too long. */
  readonly parseFeed: (bytes: Uint8Array, contentType: string | null, url: string) => Promise<ParsedFeed>;
  /** What of the network a feed and its pages may reach; the same for all where absent. */
  readonly reachOf?: (feed: Feed) => Reach;
  /** Reads sites without a feed from their pages; none are where absent. */
  readonly sites?: SiteVisits;
  /** True where whole articles may be shown: then sites are asked whether they allow it. */
  readonly showsWholeText?: boolean;
  readonly owner: string;
  /** What somebody is subscribed to, or the whole catalog as well; every stored feed when absent. */
  readonly polled?: "subscribed" | "catalog";
  /** Polls at this pace, whatever the feed's rhythm; null for the polite schedule. */
  readonly pollEveryMs: number | null;
  /** The least time between two polls of a feed that names none of its own; 10 minutes when absent. */
  readonly pollMinutesMin?: number;
  /** After each poll that went well, with the state as saved. */
  readonly onRead?: (feed: Feed, state: FeedState) => Promise<void>;
  /** A process that only polls leaves what is new to one that reads; it does both when absent. */
  readonly does?: { readonly polls: boolean; readonly reads: boolean };
  /** There is something new that another process is to read. */
  readonly onUnread?: () => void;
  /** True when something other than feeds shows that the bot's own network works. */
  readonly isOnline?: () => boolean;
  /** The database failed in the middle of a visit: it is to be made again. */
  readonly onBrokenOff?: (feedId: FeedId) => void;
  readonly onPolled: (status: "fresh" | "unchanged" | "failed") => void;
}

/** Undefined for every stored feed. What is no longer wanted rests, so that it brings no backlog once it is wanted again. */
export async function chooseWanted({ store, polled }: PipelineDependencies): Promise<ReadonlySet<FeedId> | undefined> {
  if (polled === undefined) return undefined;
  const [feeds, standing] = await Promise.all([store.feeds.list(), store.subscriptions.readStanding()]);
  const wanted = findWantedFeeds(feeds, standing.listFilters(), polled === "catalog");
  await store.feeds.rest(wanted);
  return wanted;
}

export async function claimFeeds(
  dependencies: PipelineDependencies,
  limit: number,
  findWanted = chooseWanted,
): Promise<readonly FeedState[]> {
  const { store, clock, owner, pollEveryMs } = dependencies;
  const wanted = await findWanted(dependencies);
  const leaseMs = pollEveryMs === null ? LEASE_MS : OWN_LEASE_MS;
  const { polls = true, reads = true } = dependencies.does ?? {};
  const isUnread = polls && reads ? undefined : reads;
  return store.feeds.claimDue(clock(), leaseMs, limit, owner, wanted, isUnread);
}

/** One claimed feed. A fault in it ends its visit and no other; a visit broken off by a stop is made again. */
export async function pollClaimed(state: FeedState, dependencies: PipelineDependencies): Promise<void> {
  try {
    await pollFeed(state, dependencies);
  } catch (error) {
    if (dependencies.isStopping?.() === true) return;
    dependencies.log.error({ feedId: state.feedId, reason: toMessage(error) }, "poll_fault");
    if (isDatabaseFault(error)) dependencies.onBrokenOff?.(state.feedId);
  }
}

/** Polls what is due, feeds side by side; resolves with how many were polled. */
export async function pollDue(dependencies: PipelineDependencies, limit: number): Promise<number> {
  const states = await claimFeeds(dependencies, limit);
  await Promise.all(states.map((state) => pollClaimed(state, dependencies)));
  return states.length;
}

/** One visit: what came is taken in first, and the feed's state is saved last, so that a crash replays the visit. */
export async function pollFeed(state: FeedState, given: PipelineDependencies): Promise<void> {
  const { store, clock, log, pollEveryMs } = given;
  const feed = await store.feeds.find(state.feedId);
  if (feed === null) return;
  const { isReserved, ...reach } = given.reachOf?.(feed) ?? {};
  const sites = given.sites === undefined || isReserved === undefined ? given.sites : { ...given.sites, isReserved };
  const reserved = given.showsWholeText !== true || isReserved === undefined ? {} : { isReserved };
  const dependencies = { ...given, ...reach, ...reserved, ...(sites === undefined ? {} : { sites }) };
  const startedAt = clock();
  const outcome = await visit(feed, state, dependencies);
  if (outcome === "unread") {
    await store.feeds.leaveUnread(feed.id, clock());
    return dependencies.onUnread?.();
  }
  // Its lease is given back with all others.
  if (outcome.status === "failed" && dependencies.isStopping?.() === true) return;
  dependencies.onPolled(outcome.status);
  // It went with the only channel that had named it, while it was read.
  if (feed.origin === "added" && (await store.feeds.find(feed.id)) === null) return store.traces.forgetFeed(feed.id);
  if (outcome.status === "fresh" && outcome.isFeedDue === true) {
    if (await turnToFeed(feed, state, dependencies)) return log.info({ feedId: feed.id }, "feed_found");
  }
  const judged = await noteTrouble(
    feed,
    state,
    nextState(noteVisit(feed, state, outcome, clock()), outcome, clock(), Math.random(), minutesOf(feed, dependencies)),
    outcome,
    dependencies,
  );
  const next = await followMove(feed, judged, dependencies);
  await store.feeds.saveState(
    pollEveryMs === null ? next : { ...next, nextPollAt: new Date(clock().getTime() + toOwnWait(pollEveryMs, next)) },
  );
  if (outcome.status !== "failed") await dependencies.onRead?.(feed, next);
  const facts = { feedId: feed.id, outcome: outcome.status, durationMs: clock().getTime() - startedAt.getTime() };
  if (outcome.status === "failed") log.warn({ ...facts, reason: outcome.reason }, "feed_polled");
  else log.info(facts, "feed_polled");
}

/** A pace of its own is no licence to ask a dead address each second: every failure in a row doubles the wait. */
const toOwnWait = (pollEveryMs: number, { failureCount }: FeedState): number =>
  pollEveryMs * 2 ** Math.min(failureCount, OWN_BACK_OFF_POWER_MAX);

/** A page is asked less often than a feed. */
function minutesOf({ isPage, pollMinutesMin }: Feed, dependencies: PipelineDependencies): number | undefined {
  const usual = pollMinutesMin ?? dependencies.pollMinutesMin;
  return isPage === true ? Math.max(usual ?? 0, PAGE_POLL_MINUTES_MIN) : usual;
}

/** A page that was just added was just looked at for a feed. */
function noteVisit({ isPage }: Feed, state: FeedState, outcome: PollOutcome, now: Date): FeedState {
  const isLooked = outcome.status === "fresh" && (outcome.isFeedDue === true || state.lastSuccessAt === null);
  return isPage === true && isLooked ? noteSought(state, now) : state;
}

async function visit(
  feed: Feed,
  state: FeedState,
  dependencies: PipelineDependencies,
): Promise<PollOutcome | "unread"> {
  const { etag, lastModified, bodyHash } = state;
  // A page that showed a wall is looked at again in its time, whether or not the feed has anything new.
  const now = dependencies.clock();
  const isLook = isLookDue(state, now) || (feed.isPage === true && isFeedSought(state, false, now));
  const validators = isLook ? {} : { etag, lastModified };
  const refusal = feed.isPage === true ? await refuseVisit(feed, dependencies) : null;
  if (refusal !== null) return refusal;
  const accept = feed.isPage === true ? "page" : "feed";
  const downloaded = await dependencies.download(feed.url, { accept, ...validators });
  if (downloaded.status !== "fresh") return downloaded;
  // A server without validators sends the same document again and again; nothing in it is new.
  if (!isLook && toBodyHash(downloaded.body) === bodyHash) return { ...downloaded, status: "unchanged" };
  if (dependencies.does?.reads === false) return "unread";
  return takeNews(downloaded, feed, state, dependencies);
}

/** The state to be saved, once the feed has its proven new address. */
async function followMove(feed: Feed, state: FeedState, { store, clock }: PipelineDependencies): Promise<FeedState> {
  const movedTo = findNewUrl(state);
  if (movedTo === null || movedTo === feed.url) return state;
  // Saved before the state, since a feed at another address begins anew; but what was just read was read there.
  await store.feeds.save([{ ...feed, url: movedTo }], clock());
  return settleMove(state, feed.url);
}

type Fresh = Extract<Awaited<ReturnType<Download>>, { status: "fresh" }>;

/** Reads a document that came: chooses among its entries, publishes what is new, updates what changed. */
async function takeNews(
  downloaded: Fresh,
  feed: Feed,
  state: FeedState,
  dependencies: PipelineDependencies,
): Promise<PollOutcome> {
  let parsed: ParsedFeed;
  let isFeedDue = false;
  try {
    if (feed.isPage === true) {
      const visited = await readVisit(downloaded, dependencies);
      parsed = visited.parsed;
      isFeedDue = isFeedSought(state, visited.namesFeeds, dependencies.clock());
    } else parsed = await dependencies.parseFeed(downloaded.body, downloaded.contentType, downloaded.url);
  } catch (error) {
    return { status: "failed", kind: "parse", httpStatus: null, retryAfterMs: null, reason: toMessage(error) };
  }
  const looks: number[] = [];
  const poll: Poll = {
    feed,
    isFirst: state.lastSuccessAt === null,
    now: dependencies.clock(),
    awaitLook: (at) => looks.push(at.getTime()),
  };
  const { fresh, changed, later } = await chooseEntries(parsed, downloaded.url, poll, dependencies);
  const unpublishedCount = await publishEntries(fresh, poll, dependencies);
  const unreadCount = await updateEntries(changed, poll, dependencies);
  return {
    ...downloaded,
    // What was left for later makes the next poll read the document again, though it has not changed.
    failedCount: unpublishedCount + later.length + unreadCount,
    entries: parsed.entries,
    newCount: fresh.length + later.length,
    lookAt: looks.length === 0 ? null : new Date(Math.min(...looks)),
    isMoreWaiting: later.length > 0,
    isFeedDue,
    feedHints: parsed.hints === undefined ? undefined : preferLinks(parsed.hints, downloaded),
  };
}

/** The server's own word on the hub counts before the document's. */
function preferLinks(hints: FeedHints, { link, url }: Fresh): FeedHints {
  const { hubUrl, selfUrl } = readHubLinks(link, url);
  return { ...hints, hubUrl: hubUrl ?? hints.hubUrl, selfUrl: selfUrl ?? hints.selfUrl };
}
