/** The whole app against a sample newsroom and strict emulators of Discord and Telegram, all on loopback. */

import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, vi } from "vitest";
import { type Newsroom, startNewsroom } from "../../samples/newsroom.ts";
import { type App, type AppOverrides, createApp } from "../../src/app/app.ts";
import { readSettings } from "../../src/app/read-settings.ts";
import type { StoredBrief } from "../../src/domain/article.ts";
import { SILENT_LOG } from "../../src/domain/platform.ts";
import { type DiscordEmulator, startDiscordEmulator } from "./discord/emulator.ts";
import { readEvents } from "./events.ts";
import { toCompiled } from "./processes/compiled.ts";
import { startTelegramEmulator, type TelegramEmulator } from "./telegram/emulator.ts";
import { createTemporaryFolder } from "./temporary-folder.ts";
import { WAIT } from "./wait.ts";

export interface WebPost {
  readonly key: string;
  readonly headline: string;
  readonly url: string;
  readonly alsoOutlets: readonly string[];
  readonly isUpdated: boolean;
  readonly buttons: readonly { readonly label: string; readonly id?: string; readonly url?: string }[];
}

export interface WholeApp {
  readonly app: App;
  readonly newsroom: Newsroom;
  readonly discord: DiscordEmulator;
  readonly telegram: TelegramEmulator;
  /** Waits until every feed was read once: what comes from now on is news. */
  waitForFirstPolls(): Promise<void>;
  /** Publishes the newsroom's next article and waits until it is stored. */
  publishNext(): Promise<StoredBrief>;
  /** Types into the web page's main room; resolves with what it shows. */
  askWeb(text: string): Promise<{ readonly text: string }>;
  /** The posts a room of the web page shows now, the main room when none is named. */
  webPosts(room?: string): Promise<readonly WebPost[]>;
  /** The same with digests among them, each as the page is sent it. */
  webArrivals(room: string): Promise<readonly unknown[]>;
  /** What became of posts a room shows, the main room when none is named: the same key again, with the new facts. */
  webEdits(room?: string): Promise<readonly WebPost[]>;
  /** Stops the bot and starts it again on the same database. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const POLL_MS = 150;

/** Only what is in the room now: the stream itself never ends, and says "ready" when its history is told. */
async function readPosts(url: string, ...types: readonly ("post" | "edit" | "digest")[]): Promise<readonly WebPost[]> {
  const events = await readEvents(url);
  const posts: WebPost[] = [];
  try {
    for (let event = await events.next(); event.event !== "ready"; event = await events.next()) {
      if (types.some((type) => type === event.event)) posts.push(event.data as WebPost);
    }
  } finally {
    events.close();
  }
  return posts;
}

export async function startWholeApp(
  overrides: Partial<AppOverrides> & {
    readonly databaseUrl?: string;
    readonly allowedHosts?: readonly string[];
    /** Settings besides those that every test has. */
    readonly env?: Readonly<Record<string, string>>;
    /** Articles already out when the bot starts. */
    readonly startWith?: number;
  } = {},
): Promise<WholeApp> {
  const folder = createTemporaryFolder("pullquote-e2e-");
  const [newsroom, discord, telegram] = await Promise.all([
    startNewsroom({
      intervalMs: 0,
      startWith: overrides.startWith ?? 0,
      ...(overrides.clock === undefined ? {} : { clock: overrides.clock }),
    }),
    startDiscordEmulator(),
    startTelegramEmulator(),
  ]);
  const hosts = [new URL(newsroom.url).host, ...(overrides.allowedHosts ?? [])].join(",");
  const settings = readSettings({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    TELEGRAM_TOKEN: telegram.token,
    TELEGRAM_API_URL: telegram.url,
    DATABASE_URL: overrides.databaseUrl ?? `sqlite:${join(folder, "test.sqlite")}`,
    WEB_PORT: "0",
    ALLOWED_HOSTS: hosts,
    ALLOWED_HOSTS_TYPED: hosts,
    ...overrides.env,
  });
  const open = async (): Promise<App> => {
    const opened = await createApp(settings, {
      feeds: newsroom.feeds,
      log: SILENT_LOG,
      pollEveryMs: POLL_MS,
      commandsPerMinuteMax: 10_000,
      pollPauseMs: POLL_MS / 3,
      deliveryPauseMs: POLL_MS / 3,
      readingFile: toCompiled("app/reading-worker.js"),
      drawingFile: toCompiled("app/cards/drawing-process.js"),
      ...overrides,
    });
    await opened.start();
    return opened;
  };
  let app = await open();
  return {
    get app() {
      return app;
    },
    newsroom,
    discord,
    telegram,
    waitForFirstPolls: () =>
      vi.waitFor(async () => {
        for (const state of await app.store.feeds.listStates()) expect(state.lastSuccessAt).not.toBeNull();
      }, WAIT),
    async publishNext() {
      const url = newsroom.publishNext() ?? "";
      return vi.waitFor(async () => {
        const stored = await app.store.articles.findByUrl(url);
        if (stored === null) throw new Error(`${url} is not stored.`);
        return stored;
      }, WAIT);
    },
    async askWeb(text) {
      const response = await fetch(`${app.webUrl()}api/command`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ room: "main", text }),
      });
      return (await response.json()) as { text: string };
    },
    webPosts: (room = "main") => readPosts(`${app.webUrl()}events?room=${room}`, "post"),
    webArrivals: (room) => readPosts(`${app.webUrl()}events?room=${room}`, "post", "digest"),
    webEdits: (room = "main") => readPosts(`${app.webUrl()}events?room=${room}`, "edit"),
    async restart() {
      await app.stop();
      app = await open();
    },
    async stop() {
      await app.stop();
      await Promise.all([newsroom.stop(), discord.close(), telegram.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
