/** Builds the app from settings: store, news line, platforms, loops; with start and stop. */

import { randomUUID } from "node:crypto";
import { createAnswer } from "../answers/answer.ts";
import { openForPage } from "../answers/open-archive.ts";
import { createServices } from "../answers/services.ts";
import { createSiteMemory } from "../articles/site-lines/site-memory.ts";
import type { DeliveryDependencies } from "../delivery/deliver.ts";
import { recallPosts } from "../delivery/recent-posts.ts";
import { toMessage } from "../domain/errors.ts";
import type { Feed } from "../domain/feed.ts";
import type { Answer, Log } from "../domain/platform.ts";
import type { Store } from "../domain/store.ts";
import type { PlatformName } from "../domain/subscription.ts";
import { toHonestName } from "../feeds/honest-name.ts";
import { keepMoves, loadCatalog } from "../feeds/load.ts";
import { createBriefMaker } from "../news/brief-maker.ts";
import { createWebSub } from "../news/hub-subscriptions.ts";
import type { PipelineDependencies } from "../news/pipeline.ts";
import { createStoryLine } from "../news/publish-in-story.ts";
import { openStore } from "../store/open.ts";
import { OFFERED_COMMANDS as commands } from "./cards/offered-commands.ts";
import { createSteadyClock } from "./clock.ts";
import { createDesk } from "./desk.ts";
import { keepHouse, loadSiteMemory, mendIndex, recoverLeases, saveSiteMemory } from "./housekeeping.ts";
import { createLoop } from "./loops.ts";
import { createModel } from "./model/create-model.ts";
import { createOutside } from "./outside.ts";
import { createPolling } from "./polling.ts";
import { createPresence } from "./presence.ts";
import { createRings } from "./rings.ts";
import { createSending } from "./sending.ts";
import type { Settings } from "./settings.ts";
import { createSharedPlatforms } from "./shared-platforms.ts";
import { waitAtMost } from "./slots.ts";
import { checkHealth } from "./watching/health.ts";
import { createMetrics } from "./watching/metrics.ts";

const POLL_PAUSE_MS = 5_000;
const DELIVERY_PAUSE_MS = 1_000;
/** Several processes share a PostgreSQL; what one of them left when it died is taken up by another. */
const RECOVERY_PAUSE_MS = 15_000;
/** For what runs to write down how it ended. */
const POOLS_STOP_MS = 400;
/** For a step that was begun: sweeping out a year's articles may take long. */
const LOOPS_STOP_MS = 300;
const HOUSEKEEPING_PAUSE_MS = 6 * 60 * 60 * 1000;
/** A process of the release before may go on beside this one. */
const INDEXING_PAUSE_MS = 60 * 60 * 1000;

export interface App {
  readonly store: Store;
  start(): Promise<void>;
  /** Platforms stop taking work, what runs is finished, claims are given back, the store is closed. */
  stop(): Promise<void>;
  /** Where the page is, null when it is off. Known after start. */
  webUrl(): string | null;
  /** Where one lets the bot into servers and chats; of the platforms that are connected. */
  invites(): readonly { readonly platform: PlatformName; readonly url: string }[];
}

/** What tests and the demo put in place of the real thing. */
export interface AppOverrides {
  readonly log: Log;
  readonly feeds?: readonly Feed[];
  readonly clock?: () => Date;
  readonly pollPauseMs?: number;
  readonly deliveryPauseMs?: number;
  /** Commands a person may give in a minute, for those who play many people from one address. */
  readonly commandsPerMinuteMax?: number;
  /** Polls every feed this often, whatever its rhythm: only for servers of our own. */
  readonly pollEveryMs?: number;
  /** How long the file somebody sent may take to be fetched. */
  readonly fileTimeoutMs?: number;
  /** The file of the thread that reads: compiled, it starts in half the time. */
  readonly readingFile?: URL;
  readonly drawingFile?: URL;
}

export async function createApp(settings: Settings, overrides: AppOverrides): Promise<App> {
  const { log } = overrides;
  const mendTimes = async (): Promise<void> => {
    const count = await store.putBack(clock());
    if (count > 0) log.warn({ count }, "times_put_back");
  };
  const clock =
    overrides.clock ??
    createSteadyClock({
      log,
      onPutBack: () => void mendTimes().catch((error) => log.error({ reason: toMessage(error) }, "times_not_put_back")),
    });
  const { language, roles } = settings;
  const owner = randomUUID();
  const feeds = overrides.feeds ?? (await loadCatalog(settings.feedsPath));
  const store = await openStore(settings.databaseUrl, { log });
  const metrics = createMetrics(store);
  const outside = createOutside(settings, { ...overrides, catalog: feeds, log, clock });
  const { ofNews, forPerson } = outside;
  const siteMemory = createSiteMemory();
  const { summarizer, translating } = await createModel(settings, { store, metrics, clock, owner, log });

  // Told what to do when they start; what is built before that may already wake them.
  const polling = createLoop({ name: "polling", pauseMs: overrides.pollPauseMs ?? POLL_PAUSE_MS, log });
  const delivering = createLoop({ name: "delivery", pauseMs: overrides.deliveryPauseMs ?? DELIVERY_PAUSE_MS, log });
  const recovery = createLoop({ name: "recovery", pauseMs: RECOVERY_PAUSE_MS, log });
  const housekeeping = createLoop({ name: "housekeeping", pauseMs: HOUSEKEEPING_PAUSE_MS, log });
  const indexing = createLoop({ name: "indexing", pauseMs: INDEXING_PAUSE_MS, log });
  const loops = [polling, delivering, recovery, housekeeping, indexing];

  const { publicUrl } = settings;
  const { sendFormFor } = outside;
  const webSub =
    publicUrl === null ? null : createWebSub({ store, sendFormFor, publicUrl, clock, log, onPing: polling.wake });
  const rings = createRings(store.bell);
  const { all: platforms, owned } = await createSharedPlatforms(settings, {
    commands,
    log,
    clock,
    notes: store.notes,
    metrics: metrics.render,
    fetchFile: outside.fetchFile,
    fetchPicture: outside.fetchPicture,
    ...openForPage(store, { draw: outside.drawCard, language }),
    desk: createDesk({ store, settings, clock, checkHealth: () => checkHealth(isUp, store, platforms.values()) }),
    ...(webSub === null ? {} : { callback: webSub }),
    recall: (platform) => recallPosts(platform, { store, language }),
    ...(store.engine === "sqlite" ? {} : { shared: rings.shareRooms(store.roomLog, owner) }),
  });
  const presence = createPresence({
    store,
    id: owner,
    wanted: () => owned.flatMap((platform) => platform.seats()),
    onSeats(held) {
      for (const platform of owned) platform.follow(held);
    },
    onTakenOver() {
      for (const loop of [polling, delivering]) loop.wake();
    },
    log,
  });

  const services = createServices({
    store,
    download: outside.downloadForPeople,
    findBlock: outside.findBlockForPeople,
    leave: outside.leaveForPeople,
    readFor(asker) {
      const reading = forPerson(asker);
      const makeBrief = createBriefMaker(reading, summarizer, metrics.countFallback);
      return { reading, readPage: reading.readPage, makeBrief };
    },
    clock,
    commands,
    language,
    drawCard: outside.drawCard,
    model: translating?.model ?? null,
    emptyPlace: (destination) => platforms.get(destination.platform)?.emptyPlace?.(destination),
    linkTo: (destination, messageId, server) =>
      platforms.get(destination.platform)?.linkTo(destination, messageId, server) ?? null,
    settings,
  });
  let isUp = false;
  let isStopping = false;
  const answer: Answer = {
    ...createAnswer({ services, log, clock, language, commandsPerMinuteMax: overrides.commandsPerMinuteMax }),
    health: () => checkHealth(isUp, store, platforms.values()),
  };

  const news: PipelineDependencies = {
    store,
    stories: createStoryLine(store),
    ...outside.ofCatalog,
    reachOf: outside.reachOf,
    makeBrief: createBriefMaker(ofNews, summarizer, metrics.countFallback),
    clock,
    log,
    owner,
    isStopping: () => isStopping,
    parseFeed: ofNews.parseFeed,
    showsWholeText: settings.wholeText,
    sites: { ...ofNews, isReserved: outside.ofCatalog.isReserved },
    readPage: ofNews.readPage,
    readOwnText: ofNews.readOwnText,
    toHonestOutlet: async (name, url) => toHonestName(name, url, await store.feeds.list()),
    siteMemory,
    pollEveryMs: overrides.pollEveryMs ?? null,
    // Servers of our own may be asked for all they have.
    does: { polls: roles.has("poll"), reads: roles.has("read") },
    onUnread: () => rings.ring("feeds"),
    polled: settings.pollFeeds === "subscribed" && overrides.pollEveryMs === undefined ? "subscribed" : "catalog",
    pollMinutesMin: settings.pollMinutesMin,
    ageMsMax: settings.newsHoursMax * 60 * 60 * 1000,
    ...(webSub === null ? {} : { onRead: webSub.consider }),
    // The page is on this machine and shows nothing.
    isOnline: () =>
      [...platforms.values()].some(
        ({ name, health, isStandingBy }) => name !== "web" && isStandingBy?.() !== true && health() === null,
      ),
    onPolled: metrics.countPoll,
    onEntryFailed: metrics.countEntryFailure,
    onPublished: () => {
      metrics.countPublished();
      delivering.wake();
      rings.ring("owed");
    },
  };
  const delivery: DeliveryDependencies = {
    store,
    platforms,
    language,
    showsWholeText: settings.wholeText,
    ...(translating === null ? {} : { translating }),
    inDoubt: { web: "repeat", discord: "repeat", telegram: settings.telegramInDoubt },
    owner,
    clock,
    log,
    ageMsMax: settings.newsHoursMax * 60 * 60 * 1000,
    lastSentAt: new Map(),
    onSettled: metrics.countSettled,
  };
  const { retentionDays } = settings;
  const house = { store, siteMemory, retentionDays, clock, log };

  const polls = createPolling(news, { count: settings.pollConcurrency, onFree: polling.wake });
  const sending = createSending(delivery, { count: settings.deliveryConcurrency, onFree: delivering.wake });

  async function recover(): Promise<boolean> {
    await recoverLeases(house, false);
    await polls.giveBack();
    return false;
  }

  async function start(): Promise<void> {
    const [stored, states] = await Promise.all([store.feeds.list(), store.feeds.listStates()]);
    await store.feeds.save(keepMoves(feeds, stored, states), clock());
    await loadSiteMemory(house);
    await recoverLeases(house, store.engine === "sqlite");
    await mendTimes();
    await rings.start({ owed: delivering.wake, feeds: polling.wake, seats: presence.wake });
    await presence.start();
    const started = await Promise.allSettled([...platforms.values()].map((platform) => platform.start(answer)));
    const failures = started.flatMap((each) => (each.status === "rejected" ? [toMessage(each.reason)] : []));
    // Somebody with two wrong tokens is told of both at once.
    if (failures.length > 0) throw new Error(failures.join("\n"));
    isUp = true;
    if (roles.has("poll") || roles.has("read")) polling.start(polls.poll);
    if (roles.has("deliver")) delivering.start(sending.sendDue);
    recovery.start(recover);
    housekeeping.start(() => keepHouse(house).then(() => false));
    indexing.start(() => mendIndex(house).then(() => false));
    const facts = { feeds: feeds.length, platforms: [...platforms.keys()], engine: store.engine };
    log.info({ ...facts, roles: [...roles], process: owner }, "started");
  }

  async function stop(): Promise<void> {
    isUp = false;
    isStopping = true;
    // First, since what hangs there would hold up all else: a stop takes less than five seconds.
    const closed = outside.close();
    await waitAtMost(Promise.all(loops.map((loop) => loop.stop())), LOOPS_STOP_MS);
    await Promise.all([...platforms.values()].map((platform) => platform.stop()));
    await Promise.all([polls, sending].map((each) => each.settle(POOLS_STOP_MS)));
    await Promise.all([store.outbox, store.feeds, store.translations].map((each) => each.release(owner)));
    await presence.stop();
    await rings.stop();
    await saveSiteMemory(house);
    await closed;
    await store.close();
    log.info({}, "stopped");
  }

  let stopped: Promise<void> | null = null;
  return {
    store,
    start,
    stop() {
      stopped ??= stop();
      return stopped;
    },
    webUrl: () => platforms.get("web")?.url?.() ?? null,
    invites: () =>
      [...platforms.values()].flatMap(({ name, invite }) => {
        const url = invite?.() ?? null;
        return url === null ? [] : [{ platform: name, url }];
      }),
  };
}
