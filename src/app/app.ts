/** Builds the app from settings: store, news line, platforms, loops; with start and stop. */

import { randomUUID } from "node:crypto";
import { COMMANDS } from "../../commands/index.ts";
import { createAnswer } from "../answers/answer.ts";
import { createFetchFile, listPlatformHosts } from "../answers/fetch-sent-file.ts";
import { createServices } from "../answers/services.ts";
import { createPageReader } from "../articles/page/page-pool.ts";
import { createSiteMemory, type SiteMemory } from "../articles/site-lines/site-memory.ts";
import { createSummarizer } from "../briefs/index.ts";
import { type DeliveryDependencies, deliverDue } from "../delivery/deliver.ts";
import { editDue } from "../delivery/edit.ts";
import { gatherDue } from "../delivery/gather.ts";
import { recallPosts } from "../delivery/recent-posts.ts";
import { sayDue } from "../delivery/say-notices.ts";
import { toMessage } from "../domain/errors.ts";
import type { Feed } from "../domain/feed.ts";
import type { Log, Platform } from "../domain/platform.ts";
import type { Store } from "../domain/store.ts";
import type { PlatformName } from "../domain/subscription.ts";
import { keepMoves, loadCatalog } from "../feeds/load.ts";
import { createFeedParser } from "../feeds/parse-pool.ts";
import { createDownload } from "../net/download.ts";
import { createRobots } from "../net/robots.ts";
import { createWebSub } from "../news/hub-subscriptions.ts";
import { type PipelineDependencies, pollDue } from "../news/pipeline.ts";
import { createStoryLine } from "../news/publish-in-story.ts";
import { createPlatforms } from "../platforms/index.ts";
import { openStore } from "../store/open.ts";
import type { Settings } from "./config.ts";
import { createLoop, type Loop } from "./loops.ts";
import { createMetrics } from "./metrics.ts";

const POLL_PAUSE_MS = 5_000;
const DELIVERY_PAUSE_MS = 1_000;
/** Several processes share a PostgreSQL; what one of them left when it died is taken up by another. */
const RECOVERY_PAUSE_MS = 15_000;
const HOUSEKEEPING_PAUSE_MS = 6 * 60 * 60 * 1000;
const SEEN_DAYS_MIN = 180;
const KEPT_SEARCH_DAYS = 90;
/** The name of the note that keeps what sites repeat on their pages. */
const SITE_MEMORY_NOTE = "site-memory";
const DAY_MS = 24 * 60 * 60 * 1000;

export interface App {
  readonly store: Store;
  start(): Promise<void>;
  /** Platforms stop taking work, what runs is finished, claims are given back, the store is closed. */
  stop(): Promise<void>;
  /** Where the page is, null when it is off. Known after start. */
  webUrl(): string | null;
}

/** What tests and the demo put in place of the real thing. */
export interface AppOverrides {
  readonly log: Log;
  readonly feeds?: readonly Feed[];
  readonly clock?: () => Date;
  readonly pollPauseMs?: number;
  readonly deliveryPauseMs?: number;
  /** Polls every feed this often, whatever its rhythm: only for servers of our own. */
  readonly pollEveryMs?: number;
  /** How long the file somebody sent may take to be fetched. */
  readonly fileTimeoutMs?: number;
}

export async function createApp(settings: Settings, overrides: AppOverrides): Promise<App> {
  const clock = overrides.clock ?? (() => new Date());
  const { log } = overrides;
  const owner = randomUUID();
  const feeds = overrides.feeds ?? (await loadCatalog(settings.feedsPath));
  const store = await openStore(settings.databaseUrl, { log });
  const metrics = createMetrics(store);
  const userAgent = `Pullquote/0.1 (+${settings.contactUrl})`;
  const net = createDownload({ userAgent, allowedHosts: settings.allowedHosts });
  // Apart from what people and feeds can have asked: a private API server is open to the platforms' files alone.
  const files = createDownload({
    userAgent,
    allowedHosts: listPlatformHosts([settings.discordApiUrl, settings.telegramApiUrl]),
  });
  const { fileTimeoutMs } = overrides;
  const parser = createFeedParser();
  const pages = createPageReader();
  const siteMemory = createSiteMemory();
  const robots = createRobots({ download: net.download, userAgent: "Pullquote", clock });
  const summarizer = createSummarizer(settings.summarizer, {
    modelUrl: settings.modelUrl,
    modelName: settings.modelName,
    modelKey: settings.modelKey,
    onFallback: metrics.countFallback,
  });
  const services = createServices({
    store,
    download: net.download,
    readPage: pages.readPage,
    summarizer,
    clock,
    commands: COMMANDS,
    linkTo: (destination, messageId, server) =>
      platforms.get(destination.platform)?.linkTo(destination, messageId, server) ?? null,
    settings,
  });
  const answer = createAnswer({ services, log, clock, language: settings.language });
  let isReady = false;

  async function findTrouble(): Promise<readonly string[]> {
    const reasons = isReady ? [] : ["The bot is starting or stopping."];
    const trouble = await store.check().catch(toMessage);
    if (trouble !== null) reasons.push(`Database: ${trouble}`);
    for (const platform of platforms.values()) {
      const reason = platform.health();
      if (reason !== null) reasons.push(`${platform.name}: ${reason}`);
    }
    return reasons;
  }
  const { publicUrl } = settings;
  const onPing = (): void => pollingLoop.wake();
  const webSub =
    publicUrl === null ? null : createWebSub({ store, sendForm: net.sendForm, publicUrl, clock, log, onPing });
  const platforms: ReadonlyMap<PlatformName, Platform> = await createPlatforms(settings, {
    commands: COMMANDS,
    log,
    clock,
    notes: store.notes,
    metrics: metrics.render,
    fetchFile: createFetchFile({
      download: files.download,
      log,
      ...(fileTimeoutMs === undefined ? {} : { timeoutMs: fileTimeoutMs }),
    }),
    ...(webSub === null ? {} : { callback: webSub }),
    recall: (platform) => recallPosts(platform, { store, language: settings.language }),
    health: async () => {
      const reasons = await findTrouble();
      return { ok: reasons.length === 0, reasons };
    },
  });

  const delivery: DeliveryDependencies = {
    store,
    platforms,
    language: settings.language,
    inDoubt: { web: "repeat", discord: "repeat", telegram: settings.telegramInDoubt },
    owner,
    clock,
    log,
    onSettled: metrics.countSettled,
  };
  const deliveryLoop = createLoop({
    name: "delivery",
    pauseMs: overrides.deliveryPauseMs ?? DELIVERY_PAUSE_MS,
    step: async () => {
      await gatherDue(delivery, settings.deliveryConcurrency);
      const sentCount = await deliverDue(delivery, settings.deliveryConcurrency);
      const editedCount = await editDue(delivery, settings.deliveryConcurrency);
      const saidCount = await sayDue(delivery, settings.deliveryConcurrency);
      return sentCount + editedCount + saidCount > 0;
    },
    log,
  });
  const pipeline: PipelineDependencies = {
    store,
    stories: createStoryLine(store),
    download: net.download,
    summarizer,
    clock,
    log,
    owner,
    parseFeed: parser.parseFeed,
    mayRead: robots.mayRead,
    readPage: pages.readPage,
    siteMemory,
    pollEveryMs: overrides.pollEveryMs ?? null,
    ...(webSub === null ? {} : { onRead: webSub.consider }),
    // The page is on this machine and shows nothing.
    isOnline: () => [...platforms.values()].some(({ name, health }) => name !== "web" && health() === null),
    onPolled: metrics.countPoll,
    onEntryFailed: metrics.countEntryFailure,
    onPublished: () => {
      metrics.countPublished();
      deliveryLoop.wake();
    },
  };
  const pollingLoop = createLoop({
    name: "polling",
    pauseMs: overrides.pollPauseMs ?? POLL_PAUSE_MS,
    step: async () => (await pollDue(pipeline, settings.pollConcurrency)) > 0,
    log,
  });
  const loops: readonly Loop[] = [
    pollingLoop,
    deliveryLoop,
    createLoop({ name: "recovery", pauseMs: RECOVERY_PAUSE_MS, step: () => recoverLeases(store, clock(), log), log }),
    createLoop({
      name: "housekeeping",
      pauseMs: HOUSEKEEPING_PAUSE_MS,
      step: () => keepHouse(store, siteMemory, settings, clock(), log),
      log,
    }),
  ];
  let stopped: Promise<void> | null = null;

  async function stop(): Promise<void> {
    isReady = false;
    await Promise.all(loops.map((loop) => loop.stop()));
    await Promise.all([...platforms.values()].map((platform) => platform.stop()));
    await store.outbox.release(owner);
    await store.notes.set(SITE_MEMORY_NOTE, siteMemory.save(), clock());
    await Promise.all([net.close(), files.close(), parser.close(), pages.close()]);
    await store.close();
    log.info({}, "stopped");
  }

  return {
    store,
    async start() {
      const [stored, states] = await Promise.all([store.feeds.list(), store.feeds.listStates()]);
      await store.feeds.save(keepMoves(feeds, stored, states), clock());
      siteMemory.load((await store.notes.get(SITE_MEMORY_NOTE)) ?? "");
      const recovered = await store.outbox.recover(clock(), store.engine === "sqlite");
      if (recovered > 0) log.warn({ recovered }, "deliveries_recovered");
      await Promise.all([...platforms.values()].map((platform) => platform.start(answer)));
      isReady = true;
      for (const loop of loops) loop.start();
      log.info({ feeds: feeds.length, platforms: [...platforms.keys()], engine: store.engine }, "started");
    },
    stop() {
      stopped ??= stop();
      return stopped;
    },
    webUrl() {
      const web = platforms.get("web");
      return web !== undefined && "url" in web && typeof web.url === "function" ? String(web.url()) : null;
    },
  };
}

/** Leases that ended without a word go back to the outbox. */
async function recoverLeases(store: Store, now: Date, log: Log): Promise<boolean> {
  const recovered = await store.outbox.recover(now, false);
  if (recovered > 0) log.warn({ recovered }, "deliveries_recovered");
  return false;
}

/** Forgets what is older than the settings say; seen marks outlive articles, so that an old entry is not news. */
async function keepHouse(
  store: Store,
  siteMemory: SiteMemory,
  settings: Settings,
  now: Date,
  log: Log,
): Promise<boolean> {
  await store.notes.set(SITE_MEMORY_NOTE, siteMemory.save(), now);
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  const articles = await store.articles.forget(daysAgo(settings.retentionDays));
  const seen = await store.feeds.forgetSeen(daysAgo(Math.max(SEEN_DAYS_MIN, settings.retentionDays * 2)));
  const searches = await store.notes.forgetKept(daysAgo(KEPT_SEARCH_DAYS));
  if (articles + seen + searches > 0) log.info({ articles, seen, searches }, "old_records_forgotten");
  return false;
}
