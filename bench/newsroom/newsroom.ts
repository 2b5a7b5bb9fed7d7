/** A newsroom as a bench has it: outlets and receivers here, the built bot in a process of its own. */

import { type ChildProcess, fork } from "node:child_process";
import { constants, copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import type { FeedId } from "../../src/domain/id.ts";
import { DEFAULT_DISPLAY, EMPTY_FILTER, type PlatformName } from "../../src/domain/subscription.ts";
import { type Outlets, type OutletsOptions, openOutlets } from "./outlets.ts";
import { openReceivers, type Receivers } from "./receivers.ts";

const BOT = fileURLToPath(new URL("./bot.mjs", import.meta.url));
const LOOK_MS = 20;

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves with whether it came true in time. */
export async function waitFor(
  isSo: () => Promise<boolean> | boolean,
  timeoutMs: number,
  lookMs = LOOK_MS,
): Promise<boolean> {
  for (const end = performance.now() + timeoutMs; performance.now() < end; await sleep(lookMs))
    if (await isSo()) return true;
  return false;
}

export interface Usage {
  /** Of the main thread. */
  readonly mainMs: number | null;
  /** Of all threads. */
  readonly allMs: number;
  readonly residentMb: number;
  /** Since the start. */
  readonly mostMb: number;
}

export interface Subscriber {
  readonly platform: PlatformName;
  readonly address: string;
  /** All when empty. */
  readonly feedIds: readonly FeedId[];
}

export interface Newsroom {
  readonly outlets: Outlets;
  readonly receivers: Receivers;
  /** How long it took to start. */
  startBot(): Promise<number>;
  subscribe(subscribers: readonly Subscriber[]): Promise<void>;
  usage(): Promise<Usage>;
  /** How many feeds have been visited with success. */
  visitedCount(): Promise<number>;
  close(): Promise<void>;
}

export interface NewsroomOptions extends OutletsOptions {
  readonly latencyMs?: number;
  /** Each feed is visited this often, whatever its rhythm. */
  readonly pollEveryMs: number;
  /** An SQLite file with what was stored before; a copy of it is used. */
  readonly storePath?: string | undefined;
}

function createAsk(child: ChildProcess): <T>(act: string, given?: object) => Promise<T> {
  let next = 0;
  return (act, given = {}) =>
    new Promise((resolve, reject) => {
      next += 1;
      const own = next;
      const take = (message: { readonly id: number; readonly result: never; readonly error?: string }): void => {
        if (message.id !== own) return;
        child.off("message", take);
        if (message.error === undefined) resolve(message.result);
        else reject(new Error(`The bot: ${message.error}`));
      };
      child.on("message", take);
      child.send({ id: own, act, ...given });
    });
}

export async function openNewsroom(options: NewsroomOptions): Promise<Newsroom> {
  const { latencyMs = 0, pollEveryMs, storePath, ...given } = options;
  const folder = await mkdtemp(join(tmpdir(), "pullquote-newsroom-"));
  const path = join(folder, "bot.sqlite");
  if (storePath !== undefined) await copyFile(storePath, path, constants.COPYFILE_FICLONE);
  const [outlets, receivers] = await Promise.all([openOutlets(given), openReceivers(latencyMs)]);
  const child = fork(BOT, [], {
    cwd: folder,
    serialization: "advanced",
    // As in its container.
    execArgv: ["--max-semi-space-size=4", "--max-old-space-size=256"],
    env: {
      PATH: process.env["PATH"] ?? "",
      TZ: "UTC",
      LOG_LEVEL: process.env["LOG_LEVEL"] ?? "error",
      WEB_PORT: "0",
      RETENTION_DAYS: "3650",
      DATABASE_URL: `sqlite:${path}`,
      ...receivers.environment,
    },
  });
  const ask = createAsk(child);
  return {
    outlets,
    receivers,
    async startBot() {
      const startedAt = performance.now();
      await ask("start", { feeds: outlets.feeds, pollEveryMs, hosts: outlets.hosts });
      return performance.now() - startedAt;
    },
    async subscribe(subscribers) {
      const subscriptions = subscribers.map(({ platform, address, feedIds }) => ({
        destination: { platform, address },
        filter: { ...EMPTY_FILTER, feedIds },
        display: DEFAULT_DISPLAY,
        createdAt: new Date(),
        pausedReason: null,
      }));
      await ask("subscribe", { subscriptions });
    },
    usage: () => ask("usage"),
    async visitedCount() {
      // Counted from here: the states of ten thousand feeds, listed by the bot, would be in its memory.
      const file = new Database(path, { readonly: true });
      try {
        const count = file.prepare("select count(*) from feed_states where last_success_at is not null").pluck().get();
        return Number(count);
      } finally {
        file.close();
      }
    },
    async close() {
      await Promise.race([ask("stop").catch(() => undefined), sleep(6_000)]);
      child.kill();
      outlets.close();
      await receivers.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
