/** The same as parseFeed, in worker threads: a hostile feed costs a few seconds of one thread and nothing more. */

import type { ParsedFeed } from "../domain/feed.ts";
import { createWorkerPool } from "../net/worker-pool.ts";

/** Parsing is a small part of the bot's work: 5,000 feeds an hour are less than one at a time. */
const WORKERS = 1;
const TIMEOUT_MS = 10_000;
const MEMORY_MB_MAX = 512;

export interface ParseTask {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  readonly url: string;
}

export type ParseFeed = (bytes: Uint8Array, contentType: string | null, url: string) => Promise<ParsedFeed>;

/** Threads start with the first feed. close() ends them; what is under way is rejected. */
export function createFeedParser({ workers = WORKERS, timeoutMs = TIMEOUT_MS } = {}): {
  readonly parseFeed: ParseFeed;
  close(): Promise<void>;
} {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const pool = createWorkerPool<ParseTask, ParsedFeed>({
    file: new URL(`./parse-worker.${extension}`, import.meta.url),
    size: workers,
    timeoutMs,
    memoryMbMax: MEMORY_MB_MAX,
  });
  return {
    parseFeed: (bytes, contentType, url) => pool.run({ bytes, contentType, url }),
    close: () => pool.close(),
  };
}
