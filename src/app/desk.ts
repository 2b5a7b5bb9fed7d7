/** Puts together what those who run the bot see of it, from the store, the platforms and the settings. */

import type { FeedState } from "../domain/feed.ts";
import type { Health } from "../domain/platform.ts";
import type { Advice, Desk, DeskChannel, DeskFeed } from "../domain/reading/desk-report.ts";
import type { Store } from "../domain/store.ts";
import type { Destination, Subscription } from "../domain/subscription.ts";
import { findWantedFeeds } from "../news/wanted-feeds.ts";
import { type Row, SECRET_NAMES, type Settings, TABLE } from "./settings.ts";

const DAY_MS = 86_400_000;
const DAYS = 14;
const FEEDS_MAX = 150;
/** More than one looks through, and a page that is still drawn at once. */
const ALL_FEEDS_MAX = 3_000;
const CHANNELS_MAX = 60;
const GIVEN_UP_MAX = 30;

export interface DeskDependencies {
  readonly store: Store;
  readonly settings: Settings;
  readonly clock: () => Date;
  readonly checkHealth: () => Promise<Health>;
}

/** What is worse stands first. */
function weigh({ disabledReason, failureCount }: FeedState): number {
  if (disabledReason !== null) return 1_000;
  return Math.min(failureCount, 999);
}

const sum = (counts: readonly number[]): number => counts.reduce((total, each) => total + each, 0);

async function readFeeds(
  store: Store,
  isCatalogPolled: boolean,
  days: readonly string[],
  since: Date,
  feedsMax: number,
) {
  const { feeds, desk, subscriptions } = store;
  const [all, states, counted, standing] = await Promise.all([
    feeds.list(),
    feeds.listStates(),
    desk.countArticles(since),
    subscriptions.readStanding(),
  ]);
  const wanted = findWantedFeeds(all, standing.listFilters(), isCatalogPolled);
  const stateOf = new Map(states.map((state) => [state.feedId, state]));
  const countOf = new Map(counted.map(({ feedId, day, count }) => [`${feedId} ${day}`, count]));
  const rows = all.flatMap((feed): readonly DeskFeed[] => {
    const state = stateOf.get(feed.id);
    if (state === undefined) return [];
    return [{ feed, state, days: days.map((day) => countOf.get(`${feed.id} ${day}`) ?? 0) }];
  });
  const used = rows.filter(
    ({ feed, state }) => state.lastPollAt !== null || state.disabledReason !== null || wanted.has(feed.id),
  );
  const sorted = used.toSorted((a, b) => weigh(b.state) - weigh(a.state) || sum(b.days) - sum(a.days));
  const feedsShown = sorted.slice(0, feedsMax);
  return { feeds: feedsShown, hiddenFeeds: used.length - feedsShown.length, resting: all.length - used.length };
}

async function readChannel(
  destination: Destination,
  standing: readonly Subscription[],
  { outbox, holds }: Store,
): Promise<DeskChannel> {
  const [health, hold] = await Promise.all([outbox.listHealth(destination), holds.find(destination)]);
  const ids = new Set(standing.map(({ id }) => id));
  const own = health.filter(({ subscriptionId }) => ids.has(subscriptionId));
  const sent = own.flatMap(({ lastSentAt }) => lastSentAt ?? []).sort((a, b) => b.getTime() - a.getTime())[0] ?? null;
  const failed = own
    .flatMap(({ lastFailure }) => lastFailure ?? [])
    .filter(({ at }) => sent === null || at > sent)
    .sort((a, b) => b.at.getTime() - a.at.getTime())[0];
  const paused = standing.filter(({ pausedReason }) => pausedReason !== null);
  return {
    destination,
    subscriptions: standing.length,
    paused: paused.length,
    waiting: sum(own.map(({ waitingCount }) => waitingCount)),
    lastSentAt: sent,
    trouble: hold?.reason ?? paused[0]?.pausedReason ?? failed?.reason ?? null,
  };
}

/** Those in trouble first, then those that wait for most. */
async function readChannels(store: Store): Promise<readonly DeskChannel[]> {
  const channels: DeskChannel[] = [];
  for (const destination of await store.desk.listPlaces(CHANNELS_MAX)) {
    channels.push(await readChannel(destination, await store.subscriptions.findByDestination(destination), store));
  }
  const isTroubled = ({ trouble }: DeskChannel): number => Number(trouble !== null);
  return channels.sort((a, b) => isTroubled(b) - isTroubled(a) || b.waiting - a.waiting);
}

/** Of an address only the host: what stands before it may be a password. */
const toShown = (text: string): string => (URL.canParse(text) && text.includes("://") ? new URL(text).host : text);

function listSettings(settings: Settings): readonly { readonly name: string; readonly value: string }[] {
  return Object.entries(TABLE).flatMap(([key, row]) => {
    const value = settings[key as Row];
    const usual: unknown = row.kind.safeParse(row.fallback).data;
    if (value === null || JSON.stringify(value) === JSON.stringify(usual)) return [];
    if (SECRET_NAMES.includes(row.name)) return [{ name: row.name, value: "•••" }];
    const texts = Array.isArray(value) ? value.map(String) : [String(value)];
    return [{ name: row.name, value: texts.map(toShown).join(" ") }];
  });
}

const listAdvice = ({ contactUrl, discordToken, telegramToken }: Settings): readonly Advice[] => [
  ...(contactUrl === TABLE.contactUrl.fallback ? (["contact"] as const) : []),
  ...(discordToken === null && telegramToken === null ? (["no-platform"] as const) : []),
];

export function createDesk({ store, settings, clock, checkHealth }: DeskDependencies): Desk {
  return {
    async report({ isWhole } = { isWhole: false }) {
      const now = clock();
      const today = Math.floor(now.getTime() / DAY_MS);
      const days = Array.from({ length: DAYS }, (_, index) =>
        new Date((today - DAYS + 1 + index) * DAY_MS).toISOString().slice(0, 10),
      );
      const since = new Date((today - DAYS + 1) * DAY_MS);
      const { desk, outbox, articles } = store;
      const [health, feeds, queue, oldestDueAt, outcomes, givenUp, channels, bytes, count] = await Promise.all([
        checkHealth(),
        readFeeds(store, settings.pollFeeds === "all", days, since, isWhole ? ALL_FEEDS_MAX : FEEDS_MAX),
        outbox.count(),
        desk.findOldestDue(now),
        desk.countOutcomes(since),
        desk.listGivenUp(GIVEN_UP_MAX),
        readChannels(store),
        desk.countBytes(),
        articles.count(),
      ]);
      return {
        health,
        ...feeds,
        queue,
        oldestDueAt,
        days,
        outcomes,
        givenUp,
        channels,
        database: { engine: store.engine, bytes, articles: count },
        settings: listSettings(settings),
        advice: listAdvice(settings),
      };
    },
    retry: (id) => store.desk.retry(id, clock()),
  };
}
