/** The same as readPage, in worker threads: a hostile page costs a few seconds of one thread and nothing more. */

import { createWorkerPool } from "../net/worker-pool.ts";
import type { PageAnswer, PageSource, ReadPage } from "./read-page.ts";

/** One reads some thirty pages a second; the network is slower than that. */
const WORKERS = 1;
/** The largest page that is read, 10 MB, takes a second or two; a page at the limits of elements and nesting less. */
const TIMEOUT_MS = 10_000;
/** A page of 10 MB needs about 150. */
const MEMORY_MB_MAX = 384;

/** Threads start with the first page. close() ends them; what is under way is rejected. */
export function createPageReader({ workers = WORKERS, timeoutMs = TIMEOUT_MS, memoryMbMax = MEMORY_MB_MAX } = {}): {
  readonly readPage: ReadPage;
  close(): Promise<void>;
} {
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const pool = createWorkerPool<PageSource, PageAnswer>({
    file: new URL(`./page-worker.${extension}`, import.meta.url),
    size: workers,
    timeoutMs,
    memoryMbMax,
  });
  return {
    readPage: ({ body, contentType, url, xRobotsTag, tdmReservation }) =>
      pool.run({ body, contentType, url, xRobotsTag, tdmReservation }),
    close: () => pool.close(),
  };
}
