/** Everything that reads text from outside, in a worker thread: a hostile text costs that thread some seconds, nothing more. */

import type { Reading } from "../answers/reading-tasks.ts";
import { createWorkerPool } from "../net/worker-pool.ts";

/** One reads some thirty pages a second; the network is slower than that. */
const WORKERS = 1;
/** The largest page that is downloaded, 10 MB of paragraphs, took 4 s on a quiet machine and 16 s on a crowded one. */
const TIMEOUT_MS = 20_000;
/** Two such threads and the bot itself have to fit into 512 MB (docs/architecture.md). */
const MEMORY_MB_MAX = 144;

export interface ReadingTask {
  readonly name: keyof Reading;
  readonly given: readonly unknown[];
}

export interface Reader extends Reading {
  /** Ends the threads; what is under way is rejected. */
  close(): Promise<void>;
}

/** Threads start with the first task. A task that is stopped rejects with WorkStoppedError. */
export function createReader({ workers = WORKERS, timeoutMs = TIMEOUT_MS, memoryMbMax = MEMORY_MB_MAX } = {}): Reader {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const pool = createWorkerPool<ReadingTask, unknown>({
    file: new URL(`./reading-worker.${extension}`, import.meta.url),
    size: workers,
    timeoutMs,
    memoryMbMax,
  });
  const inThread =
    <Name extends keyof Reading>(name: Name) =>
    (...given: Parameters<Reading[Name]>): ReturnType<Reading[Name]> =>
      pool.run({ name, given }) as ReturnType<Reading[Name]>;
  return {
    parseFeed: inThread("parseFeed"),
    findLinksIn: inThread("findLinksIn"),
    // What else a download holds stays here.
    readPage: ({ body, contentType, url, xRobotsTag, tdmReservation }) =>
      inThread("readPage")({ body, contentType, url, xRobotsTag, tdmReservation }),
    readOwnText: inThread("readOwnText"),
    findQuotes: inThread("findQuotes"),
    briefOf: inThread("briefOf"),
    judgeRobots: inThread("judgeRobots"),
    readTransfer: inThread("readTransfer"),
    close: () => pool.close(),
  };
}
