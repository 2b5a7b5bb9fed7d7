/** Draws cards in a process of its own: started with the first, ended when nothing is drawn for a while, and its memory with it. */

import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { Card, CardResult, DrawCard } from "../../domain/cards/card.ts";
import type { Log } from "../../domain/platform.ts";
import { createFairQueue } from "../../net/fair-queue.ts";

const TIMEOUT_MS = 10_000;
/** It loads the library and the fonts of the machine, which is none of a card's time. */
const START_TIMEOUT_MS = 30_000;
const IDLE_MS = 60_000;
const MEMORY_MB_MAX = 128;
/** Drawing done for one person, and for one channel, within ten minutes: a card takes a tenth of a second. */
const WINDOW_MS = 10 * 60_000;
const PERSON_MS_MAX = 20_000;
const CHANNEL_MS_MAX = 60_000;
const OWN_FILE = new URL(`./drawing-process.${import.meta.url.endsWith(".ts") ? "ts" : "js"}`, import.meta.url);
const LIBRARY = "@napi-rs/canvas";

export interface Drawer {
  readonly draw: DrawCard;
  /** Ends the process; what is under way is answered as busy. */
  close(): void;
}

interface Job {
  readonly card: Card;
  readonly resolve: (result: CardResult) => void;
}

/** False where the optional packages were left out. */
export function isDrawingInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve(LIBRARY);
    return true;
  } catch {
    return false;
  }
}

/** From source, in tests and development, tsx is brought in first. */
function toArguments(file: URL): readonly string[] {
  const memory = `--max-old-space-size=${MEMORY_MB_MAX}`;
  if (!file.pathname.endsWith(".ts")) return [memory];
  const loader = createRequire(import.meta.url).resolve("tsx");
  return [memory, "--import", pathToFileURL(loader).href];
}

export function createDrawer({
  log,
  file = OWN_FILE,
  idleMs = IDLE_MS,
  timeoutMs = TIMEOUT_MS,
}: {
  readonly log: Log;
  readonly file?: URL | undefined;
  readonly idleMs?: number;
  readonly timeoutMs?: number;
}): Drawer {
  const waiting = createFairQueue<Job>({ windowMs: WINDOW_MS, now: () => performance.now() });
  let child: ChildProcess | null = null;
  let isReady = false;
  let current: { readonly job: Job; readonly end: () => void } | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isClosed = false;

  function setTimer(ms: number, then: () => void): void {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(then, ms).unref();
  }

  function settle(result: CardResult): void {
    const ended = current;
    current = null;
    ended?.end();
    ended?.job.resolve(result);
  }

  function retire(): void {
    child?.removeAllListeners();
    child?.on("error", () => undefined);
    child?.kill("SIGKILL");
    child = null;
    isReady = false;
  }

  function fail(reason: string): void {
    log.warn({ reason }, "card_not_drawn");
    retire();
    settle({ outcome: "busy" });
    next();
  }

  function open(): ChildProcess {
    const { SystemRoot } = process.env;
    const opened = fork(file, {
      execArgv: [...toArguments(file)],
      // It has no business with the settings and their secrets.
      env: SystemRoot === undefined ? {} : { SystemRoot },
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    opened.on("message", (message: CardResult | "ready") => {
      if (message === "ready") {
        isReady = true;
        if (current !== null) begin(current.job);
        return;
      }
      settle(message);
      next();
    });
    opened.on("error", (error) => fail(error.message));
    opened.on("exit", (code, signal) => fail(`the process that draws ended: ${code ?? signal}`));
    // An idle process does not keep this one alive.
    opened.unref();
    opened.channel?.unref();
    return opened;
  }

  function begin({ card }: Job): void {
    setTimer(timeoutMs, () => fail("it takes too long"));
    child?.send(card);
  }

  function next(): void {
    if (current !== null || isClosed) return;
    const taken = waiting.take();
    if (taken === undefined) {
      if (child !== null) setTimer(idleMs, retire);
      return;
    }
    const begunAt = performance.now();
    current = { job: taken.job, end: () => waiting.spend(taken.turn, isReady ? performance.now() - begunAt : 0) };
    child ??= open();
    if (isReady) begin(taken.job);
    else setTimer(START_TIMEOUT_MS, () => fail("it does not start"));
  }

  return {
    draw(card, { person, channel }) {
      const turn = {
        lane: 1,
        askers: [
          { key: `person:${person}`, workMsMax: PERSON_MS_MAX },
          { key: `channel:${channel}`, workMsMax: CHANNEL_MS_MAX },
        ],
      } as const;
      return new Promise((resolve) => {
        if (isClosed || waiting.waitMs(turn) > 0 || !waiting.add({ card, resolve }, turn)) resolve({ outcome: "busy" });
        else next();
      });
    },
    close() {
      isClosed = true;
      if (timer !== null) clearTimeout(timer);
      retire();
      settle({ outcome: "busy" });
      for (const { resolve } of waiting.drain()) resolve({ outcome: "busy" });
    },
  };
}
