/** The bot on the sample newsroom: no account, no internet, and plain words about what is happening. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startNewsroom } from "../../samples/newsroom.ts";
import { type App, createApp } from "../app/app.ts";
import type { Settings } from "../app/settings.ts";
import type { Log } from "../domain/platform.ts";
import { DEFAULT_DISPLAY, EMPTY_FILTER } from "../domain/subscription.ts";

const PUBLISH_EVERY_MS = 5_000;
const POLL_EVERY_MS = 1_000;
/** None: a feed that is new to the bot posts only its newest article, and a newcomer should see them all. */
const ARTICLES_AT_START = 0;

export interface Demo {
  readonly app: App;
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts newsroom and bot on loopback with a database that is thrown away afterwards. */
export async function startDemo(settings: Settings, log: Log, say: (line: string) => void): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), "pullquote-demo-"));
  const newsroom = await startNewsroom({ intervalMs: PUBLISH_EVERY_MS, startWith: ARTICLES_AT_START });
  const app = await createApp(
    {
      ...settings,
      databaseUrl: `sqlite:${join(folder, "demo.sqlite")}`,
      isWebOn: true,
      allowedHosts: [new URL(newsroom.url).host],
      allowedHostsTyped: [new URL(newsroom.url).host],
    },
    { feeds: newsroom.feeds, log, pollEveryMs: POLL_EVERY_MS, pollPauseMs: 500 },
  );
  const main = { platform: "web", address: "main" } as const;
  await app.store.subscriptions.add({
    destination: main,
    filter: EMPTY_FILTER,
    display: DEFAULT_DISPLAY,
    createdAt: new Date(),
    pausedReason: null,
  });
  await app.start();
  const url = app.webUrl() ?? "";

  say("");
  say("  Pullquote is running on the sample newsroom. Everything happens on this machine.");
  say("");
  if (settings.webPort !== 0 && new URL(url).port !== String(settings.webPort)) {
    say(`  Port ${settings.webPort} is taken, so the page is on another one.`);
  }
  say(`  Open  ${url}`);
  say("");
  say(
    `  The newsroom (${newsroom.url}) has ${newsroom.feeds.length} feeds and publishes an article every ${PUBLISH_EVERY_MS / 1000} seconds.`,
  );
  say("  Each is published once; then it is quiet, but for a correction now and then, which edits a post.");
  say("  The bot polls it, reads each page, finds the quotes and who said them, and posts a brief.");
  say("  On the page, try  /help   /latest   /search harbor   /quotes moreau   /subscriptions");
  say("  Stop with Ctrl+C.");
  say("");
  return {
    app,
    url,
    async stop() {
      await app.stop();
      await newsroom.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
