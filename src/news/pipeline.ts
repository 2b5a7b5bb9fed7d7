/** The route of the news, top to bottom: poll, parse, extract, quote, summarize, match, publish. */

import { matchSubscriptions } from "../delivery/match.ts";
import type { Article, Summarizer } from "../domain/article.ts";
import { toMessage } from "../domain/errors.ts";
import { type Entry, type Feed, type FeedHints, type FeedState, PASSED_OVER, type ParsedFeed } from "../domain/feed.ts";
import type { Log } from "../domain/platform.ts";
import type { Recipient, Store } from "../domain/store.ts";
import { chooseChanged, chooseNew, entryKeys, type KeyedEntry, toVersionKey } from "../feeds/entry-key.ts";
import { findNewUrl, nextState, type PollOutcome, settleMove, toBodyHash } from "../feeds/schedule.ts";
import { readHubLinks } from "../feeds/websub.ts";
import type { Download } from "../net/download.ts";
import { noteTrouble } from "./feed-notices.ts";
import { makeBrief } from "./make-brief.ts";
import { readOlderPages } from "./older-pages.ts";
import type { StoryLine } from "./publish-in-story.ts";
import { type ReadingDependencies, readEntry } from "./reading.ts";

/** As long as a server is left alone: a crash in the middle of a poll, or a fault in it, is no reason to ask again sooner. */
const LEASE_MS = 60 * 60 * 1000;
/** For servers of our own. */
const OWN_LEASE_MS = 5 * 60 * 1000;
/** An entry that failed this often is marked seen with its error, so that one page cannot hold a feed for ever. */
const ENTRY_FAILURES_MAX = 3;
/** Pages read again in one poll because their entries changed. */
const UPDATES_MAX = 3;
/** An article older than this is not read again. */
const UPDATE_AGE_MS_MAX = 24 * 60 * 60 * 1000;
/** Entries of one poll that are read; of these the newest are posted one by one, so that no channel is flooded. */
const ENTRIES_PER_POLL_MAX = 25;
const POSTS_PER_POLL_MAX = 5;
/** The rest waits until the whole poll is surely read, and then leaves as one digest for each channel. */
const REST_WAIT_MS = 10 * 60 * 1000;
/** Key quotes stored: a channel may ask for up to five. */
const KEY_QUOTES_MAX = 5;

/** Only what reaches outside the process is passed in; the steps between are plain functions. */
export interface PipelineDependencies extends ReadingDependencies {
  /** In a thread of its own, killed when it takes too long. */
  readonly parseFeed: (bytes: Uint8Array, contentType: string | null, url: string) => Promise<ParsedFeed>;
  readonly store: Store;
  readonly stories: StoryLine;
  readonly summarizer: Summarizer;
  readonly log: Log;
  readonly owner: string;
  /** Polls at this pace, whatever the feed's rhythm; null for the polite schedule. */
  readonly pollEveryMs: number | null;
  /** After each poll that went well, with the state as saved. */
  readonly onRead?: (feed: Feed, state: FeedState) => Promise<void>;
  /** True when something other than feeds shows that the bot's own network works. */
  readonly isOnline?: () => boolean;
  readonly onPolled: (status: "fresh" | "unchanged" | "failed") => void;
  readonly onEntryFailed: () => void;
  readonly onPublished: () => void;
}

/** Polls what is due, feeds side by side; resolves with how many were polled. */
export async function pollDue(dependencies: PipelineDependencies, limit: number): Promise<number> {
  const { store, clock, owner, log, pollEveryMs } = dependencies;
  const leaseMs = pollEveryMs === null ? LEASE_MS : OWN_LEASE_MS;
  const states = await store.feeds.claimDue(clock(), leaseMs, limit, owner);
  await Promise.all(
    states.map((state) =>
      pollFeed(state, dependencies).catch((error: unknown) =>
        log.error({ feedId: state.feedId, reason: toMessage(error) }, "poll_fault"),
      ),
    ),
  );
  return states.length;
}

export async function pollFeed(state: FeedState, dependencies: PipelineDependencies): Promise<void> {
  const { store, download, clock, log } = dependencies;
  const feed = await store.feeds.find(state.feedId);
  if (feed === null) return;
  const startedAt = clock();
  const downloaded = await download(feed.url, { accept: "feed", etag: state.etag, lastModified: state.lastModified });
  const isSameBody = downloaded.status === "fresh" && toBodyHash(downloaded.body) === state.bodyHash;
  let outcome: PollOutcome;
  if (downloaded.status !== "fresh") outcome = downloaded;
  // A server without validators sends the same document again and again; nothing in it is new.
  else if (isSameBody) outcome = { ...downloaded, status: "unchanged" };
  else outcome = await publishFeed(downloaded, feed, state, dependencies);
  dependencies.onPolled(outcome.status);
  let next = await noteTrouble(feed, state, nextState(state, outcome, clock(), Math.random()), outcome, dependencies);
  const { pollEveryMs } = dependencies;
  const movedTo = findNewUrl(next);
  if (movedTo !== null && movedTo !== feed.url) {
    // Saved before the state, since a feed at another address begins anew; but what was just read was read there.
    await store.feeds.save([{ ...feed, url: movedTo }], clock());
    next = settleMove(next, feed.url);
  }
  // The validators are saved last, so that a crash replays the poll.
  await store.feeds.saveState(
    pollEveryMs === null ? next : { ...next, nextPollAt: new Date(clock().getTime() + pollEveryMs) },
  );
  if (outcome.status !== "failed") await dependencies.onRead?.(feed, next);
  const facts = { feedId: feed.id, outcome: outcome.status, durationMs: clock().getTime() - startedAt.getTime() };
  if (outcome.status === "failed") log.warn({ ...facts, reason: outcome.reason }, "feed_polled");
  else log.info(facts, "feed_polled");
}

type Fresh = Extract<Awaited<ReturnType<Download>>, { status: "fresh" }>;

async function publishFeed(
  downloaded: Fresh,
  feed: Feed,
  state: FeedState,
  dependencies: PipelineDependencies,
): Promise<PollOutcome> {
  const { store, clock, log } = dependencies;
  let parsed: ParsedFeed;
  try {
    parsed = await dependencies.parseFeed(downloaded.body, downloaded.contentType, downloaded.url);
  } catch (error) {
    return { status: "failed", kind: "parse", httpStatus: null, retryAfterMs: null, reason: toMessage(error) };
  }
  const now = clock();
  const findSeen = (some: readonly KeyedEntry[]): Promise<ReadonlySet<string>> =>
    store.feeds.findSeen(
      feed.id,
      some.flatMap((each) => [...each.keys, toVersionKey(each)]),
      now,
    );
  let keyed = entryKeys(parsed.entries);
  let seen = await findSeen(keyed);
  const isFirstPoll = state.lastSuccessAt === null;
  if (!isFirstPoll && seen.size === 0 && keyed.length > 0) {
    const isAnyKnown = async (entries: readonly Entry[]): Promise<boolean> =>
      (await findSeen(entryKeys(entries))).size > 0;
    const older = await readOlderPages(parsed, downloaded.url, { ...dependencies, isAnyKnown });
    if (older.length > 0) {
      keyed = entryKeys([...parsed.entries, ...older]);
      seen = await findSeen(keyed);
    }
  }
  const chosen = chooseNew(keyed, { seen, isFirstPoll, now, freshMax: ENTRIES_PER_POLL_MAX });
  const changed = chooseChanged(keyed, seen);
  const isMet = new Set(changed);
  const known = chosen.seeded.filter((each) => each.keys.some((key) => seen.has(key)));
  const isKnown = new Set(known);
  const passedOver = chosen.seeded.filter((each) => !isKnown.has(each));
  const toKeys = (some: readonly KeyedEntry[]): readonly string[] =>
    some.flatMap((each) => (isMet.has(each) ? each.keys : [...each.keys, toVersionKey(each)]));
  await store.feeds.markSeen(feed.id, toKeys(known), now, null);
  await store.feeds.markSeen(
    feed.id,
    toKeys(passedOver),
    now,
    isFirstPoll ? PASSED_OVER.atFirstReading : PASSED_OVER.asOld,
  );
  let failedCount = 0;
  /** One bad entry never stops the others; it is tried again at the next polls, and given up in the end. */
  async function attempt(keys: readonly string[], step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      failedCount += 1;
      dependencies.onEntryFailed();
      const reason = toMessage(error);
      log.warn({ feedId: feed.id, reason }, "entry_failed");
      // Under every key, for people ask by address.
      const counts = [];
      for (const key of keys) counts.push(await store.feeds.countFailure(feed.id, key, now, reason));
      if (Math.max(...counts) >= ENTRY_FAILURES_MAX) {
        await store.feeds.markSeen(feed.id, keys, now, reason);
      }
    }
  }
  const posted = new Set(chosen.fresh.slice(isFirstPoll ? -1 : -POSTS_PER_POLL_MAX));
  const restAt = new Date(now.getTime() + REST_WAIT_MS);
  for (const each of chosen.fresh) {
    // A feed that was just added is no backlog: its articles can be searched, and only the newest is posted.
    const owedFrom = posted.has(each) ? now : isFirstPoll ? null : restAt;
    await attempt(each.keys, () => publishEntry(each, feed, owedFrom, dependencies));
  }
  let updateCount = 0;
  for (const each of changed) {
    const stored = await store.articles.findByUrl(each.entry.url, feed.id);
    const version = [toVersionKey(each)];
    if (stored === null || now.getTime() - stored.article.fetchedAt.getTime() > UPDATE_AGE_MS_MAX) {
      await store.feeds.markSeen(feed.id, version, now, null);
      continue;
    }
    updateCount += 1;
    if (updateCount <= UPDATES_MAX) {
      await attempt(version, () => updateEntry(each, stored.article, feed, dependencies));
    }
  }
  return {
    ...downloaded,
    // What was left for later makes the next poll read the document again, though it has not changed.
    failedCount: failedCount + chosen.later.length + Math.max(0, updateCount - UPDATES_MAX),
    entries: parsed.entries,
    feedHints: parsed.hints === undefined ? undefined : preferLinks(parsed.hints, downloaded),
  };
}

/** The server's own word on the hub counts before the document's. */
function preferLinks(hints: FeedHints, { link, url }: Fresh): FeedHints {
  const { hubUrl, selfUrl } = readHubLinks(link, url);
  return { ...hints, hubUrl: hubUrl ?? hints.hubUrl, selfUrl: selfUrl ?? hints.selfUrl };
}

/** Waits at least until then, and longer where the subscription says so. */
function holdBack(recipient: Recipient, until: Date): Recipient {
  const { waitsUntil = null } = recipient;
  return waitsUntil !== null && waitsUntil > until ? recipient : { ...recipient, waitsUntil: until };
}

/** `owedFrom`: null for what is owed to nobody; a time to come for what waits until then. */
async function publishEntry(
  each: KeyedEntry,
  feed: Feed,
  owedFrom: Date | null,
  dependencies: PipelineDependencies,
): Promise<void> {
  const { store, stories, summarizer, clock } = dependencies;
  const article = await readEntry(each.entry, feed, dependencies);
  const { brief, quotes } = await makeBrief(article, { summarizer, quotesMax: KEY_QUOTES_MAX });
  const { topics } = feed;
  const matchable = { feedId: feed.id, topics, language: article.language, brief, text: article.text, quotes };
  const now = clock();
  const matching = owedFrom === null ? [] : matchSubscriptions(matchable, await store.subscriptions.findActive(), now);
  const recipients = matching.map((each) => (owedFrom !== null && owedFrom > now ? holdBack(each, owedFrom) : each));
  const entryKeys = [...each.keys, toVersionKey(each)];
  await stories.publish({ article, brief, quotes, entryKeys, topics, recipients, now });
  dependencies.onPublished();
}

/** The feed words an entry anew: its page is read again, and another text becomes a new edition, owed to nobody. */
async function updateEntry(
  each: KeyedEntry,
  known: Article,
  feed: Feed,
  dependencies: PipelineDependencies,
): Promise<void> {
  const { stories, summarizer, clock } = dependencies;
  const read = await readEntry(each.entry, feed, dependencies);
  // The feed's summary is no correction of a page that cannot be read just now.
  if (read.basis === "feed" && known.basis === "page") throw new Error(read.basisReason ?? "The page was not read.");
  // The page of one entry is one page, whatever it calls itself now: another name would make it news.
  const article = { ...read, url: known.url, canonicalUrl: known.canonicalUrl };
  const { brief, quotes } = await makeBrief(article, { summarizer, quotesMax: KEY_QUOTES_MAX });
  await stories.publish({
    article,
    brief,
    quotes,
    entryKeys: [toVersionKey(each)],
    topics: feed.topics,
    recipients: [],
    now: clock(),
    storyOf: null,
  });
  dependencies.onPublished();
}
