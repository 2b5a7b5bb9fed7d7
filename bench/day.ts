/**
 * A busy newsroom played through the whole app at sixty times its pace: 60 feeds of all habits, three platforms, walls,
 * corrections and a stop in the middle. Says what came twice, late, not at all, and what was edited without cause.
 * `npx tsx bench/day.ts [hours]` (24 when not given: 24 minutes)
 */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApp } from "../src/app/app.ts";
import { readSettings } from "../src/app/read-settings.ts";
import type { Feed } from "../src/domain/feed.ts";
import { toFeedId } from "../src/domain/id.ts";
import { SILENT_LOG } from "../src/domain/platform.ts";
import { DEFAULT_DISPLAY, type Destination, EMPTY_FILTER, type PlatformName } from "../src/domain/subscription.ts";
import { startDiscordEmulator } from "../tests/helpers/discord/emulator.ts";
import { readEvents } from "../tests/helpers/events.ts";
import { startNewsServer } from "../tests/helpers/news-server.ts";
import { startTelegramEmulator } from "../tests/helpers/telegram/emulator.ts";
import { HABITS, habitOf, tellDay, toPage, toRss } from "./day-news.ts";

const PACE = 60;
const HOURS = Number(process.argv[2] ?? 24);
const MINUTE_MS = 60_000;
const FEEDS = 60;
/** Each platform's channels share the feeds, so that none gets more than people read. */
const CHANNELS = 6;
/** On top of the poll: reading, the queue of its channel, our own looking. A second of this machine is a minute of theirs. */
const DELIVERY_MINUTES = 20;
/** How often a feed is visited whose rhythm is not known: without dates it has to be learned. */
const UNKNOWN_MINUTES = 60;
/** The schedule adds up to a fifth. */
const SPREAD = 1.2;
/** More than five of one poll wait ten minutes and come as one digest. */
const REST_MINUTES = 10;
/** What is told last may take its time. */
const AFTER_MINUTES = 110;

const realStartMs = Date.now();
const startMs = Date.parse("2026-11-27T06:00:00Z");
const clock = (): Date => new Date(startMs + (Date.now() - realStartMs) * PACE);
const endMs = startMs + HOURS * 60 * MINUTE_MS;
const quietMs = endMs + AFTER_MINUTES * MINUTE_MS;
const all = tellDay(FEEDS, startMs, endMs);

const [server, discord, telegram] = await Promise.all([
  startNewsServer(),
  startDiscordEmulator(),
  startTelegramEmulator(),
]);
const urlOf = ({ feed, id }: { readonly feed: number; readonly id: number }): string =>
  `${server.url}/feed${feed}/news/${id}`;

for (let feed = 0; feed < FEEDS; feed += 1) {
  server.set(`/feed${feed}`, () => ({
    body: toRss(feed, all, clock().getTime(), urlOf),
    contentType: "application/rss+xml",
  }));
}
for (const told of all) {
  server.set(new URL(urlOf(told)).pathname, () => ({
    body: toPage(told, clock().getTime()),
    contentType: "text/html; charset=utf-8",
  }));
}

const folder = await mkdtemp(join(tmpdir(), "pullquote-day-"));
const settings = readSettings({
  DISCORD_TOKEN: discord.token,
  DISCORD_API_URL: discord.apiUrl,
  TELEGRAM_TOKEN: telegram.token,
  TELEGRAM_API_URL: telegram.url,
  DATABASE_URL: `sqlite:${join(folder, "day.sqlite")}`,
  WEB_PORT: "0",
  ALLOWED_HOSTS: server.host,
});
const feeds = Array.from(
  { length: FEEDS },
  (_, feed): Feed => ({
    id: toFeedId(`feed-${feed}`),
    title: `Outlet ${feed}`,
    url: `${server.url}/feed${feed}`,
    homepage: null,
    topics: [],
    region: null,
    language: "en",
    origin: "catalog",
  }),
);
const open = async () => {
  const opened = await createApp(settings, { feeds, log: SILENT_LOG, clock, pollPauseMs: 100, deliveryPauseMs: 50 });
  await opened.start();
  return opened;
};
let app = await open();

const guildId = discord.addGuild("Watchers");
const groupOf = (feed: number): number => feed % CHANNELS;
const channels: Record<PlatformName, string[]> = { web: [], discord: [], telegram: [] };
for (let group = 0; group < CHANNELS; group += 1) {
  channels.web.push(`room-${group}`);
  channels.discord.push(discord.addChannel(guildId, { name: `news-${group}` }));
  const personId = 601 + group;
  await telegram.type(personId, personId, "/help");
  channels.telegram.push(String(personId));
}
for (const [platform, addresses] of Object.entries(channels) as [PlatformName, string[]][]) {
  for (const [group, address] of addresses.entries()) {
    const destination: Destination = { platform, address };
    const feedIds = feeds.filter((_, feed) => groupOf(feed) === group).map(({ id }) => id);
    await app.store.subscriptions.addWithin(
      {
        destination,
        filter: { ...EMPTY_FILTER, feedIds },
        display: DEFAULT_DISPLAY,
        createdAt: clock(),
        pausedReason: null,
      },
      { perDestinationMax: 5, perServerMax: 50 },
    );
  }
}

/** Per platform and entry: when it was first met, and in which messages. */
interface Arrival {
  readonly atMs: number;
  readonly messages: Set<string>;
}
const arrivals: Record<PlatformName, Map<number, Arrival>> = {
  web: new Map(),
  discord: new Map(),
  telegram: new Map(),
};
const walls = new Set<string>();
const met: Record<PlatformName, Set<string>> = { web: new Set(), discord: new Set(), telegram: new Set() };

function note(platform: PlatformName, key: string, text: string): void {
  if (met[platform].has(key)) return;
  met[platform].add(key);
  if (/checking your browser|verify you are human/i.test(text)) walls.add(`${platform} ${key}`);
  for (const [, id] of text.matchAll(/\/news\/(\d+)(?!\d)/g)) {
    const known = arrivals[platform].get(Number(id));
    if (known === undefined) arrivals[platform].set(Number(id), { atMs: clock().getTime(), messages: new Set([key]) });
    else known.messages.add(key);
  }
}

/** When each feed was first seen to have been read: what was told before is no news. */
const firstReadMs = new Map<string, number>();

async function look(): Promise<void> {
  for (const { feedId, lastSuccessAt } of await app.store.feeds.listStates()) {
    if (lastSuccessAt !== null && !firstReadMs.has(feedId)) firstReadMs.set(feedId, clock().getTime());
  }
  for (const address of channels.discord) {
    for (const message of discord.messages(address)) note("discord", String(message.id), JSON.stringify(message));
  }
  for (const address of channels.telegram) {
    for (const message of telegram.posts(Number(address)))
      note("telegram", `${address}/${message.message_id}`, message.raw);
  }
  for (const room of channels.web) {
    const events = await readEvents(`${app.webUrl()}events?room=${room}`);
    for (let event = await events.next(); event.event !== "ready"; event = await events.next()) {
      if (event.event === "post" || event.event === "digest") {
        note("web", `${room}/${(event.data as { readonly key: string }).key}`, JSON.stringify(event.data));
      }
    }
    events.close();
  }
}

const stopAtMs = startMs + (HOURS / 2) * 60 * MINUTE_MS;
let hasStopped = false;
while (clock().getTime() < quietMs) {
  await look().catch(() => {});
  if (!hasStopped && clock().getTime() > stopAtMs) {
    hasStopped = true;
    await app.stop();
    app = await open();
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
}
await look();

const wanted = all.filter(({ feed, atMs }) => atMs > (firstReadMs.get(`feed-${feed}`) ?? startMs) && atMs <= endMs);
const editedIds = new Set<number>();
for (const address of channels.telegram) {
  for (const message of telegram.posts(Number(address))) {
    const id = /\/news\/(\d+)(?!\d)/.exec(message.raw)?.[1];
    if (message.editCount > 0 && id !== undefined) editedIds.add(Number(id));
  }
}
const mayBeEdited = new Set(all.filter(({ isCorrected, isWalled }) => isCorrected || isWalled).map(({ id }) => id));
const causeless = [...editedIds].filter((id) => !mayBeEdited.has(id));
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

console.log(
  `${HOURS} hours at ${PACE} times their pace, ${FEEDS} feeds, ${wanted.length} new entries, one stop of the bot`,
);
console.log(
  "| platform | feeds | entries | missing | twice | rule, min | late | median | longest |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- |",
);
let faults = walls.size + causeless.length;
for (const platform of ["discord", "telegram", "web"] as const) {
  for (const habit of HABITS) {
    const mine = wanted.filter(({ feed }) => habitOf(feed) === habit);
    const found = mine.map((told) => ({ told, arrival: arrivals[platform].get(told.id) }));
    const delays = found.flatMap(({ told, arrival }) =>
      arrival === undefined ? [] : [(arrival.atMs - told.atMs) / MINUTE_MS],
    );
    const pollMinutes = habit.isUndated === true ? UNKNOWN_MINUTES : Math.max(10, habit.everyMinutes / 2);
    const ruleMinutes = Math.ceil(pollMinutes * SPREAD) + REST_MINUTES + DELIVERY_MINUTES;
    const missing = found.filter(({ arrival }) => arrival === undefined).length;
    const twice = found.filter(({ arrival }) => (arrival?.messages.size ?? 0) > 1).length;
    const late = delays.filter((delay) => delay > ruleMinutes).length;
    faults += missing + twice + late;
    const longest = Math.max(0, ...delays);
    console.log(
      `| ${platform} | ${habit.name} | ${mine.length} | ${missing} | ${twice} | ${ruleMinutes} | ${late} | ${median(delays).toFixed(1)} | ${longest.toFixed(1)} |`,
    );
  }
}
console.log(`walls posted: ${walls.size}; posts edited: ${editedIds.size}, without cause: ${causeless.length}`);
console.log(
  faults === 0 ? "Every entry once on every platform, in time; no wall, no edit without cause." : `${faults} faults.`,
);

await app.stop();
await Promise.all([discord.close(), telegram.stop(), server.close()]);
await rm(folder, { recursive: true, force: true });
process.exitCode = faults === 0 ? 0 : 1;
