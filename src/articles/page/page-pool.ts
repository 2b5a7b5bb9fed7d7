/** The same as readPage, in worker threads: a hostile page costs a few seconds of one thread and nothing more. */

import { createWorkerPool } from "../../net/worker-pool.ts";
import type { PageAnswer, PageSource, ReadPage } from "./read-page.ts";

/** One reads some thirty pages a second; the network is slower than that. */
const WORKERS = 1;
/** The largest page that is downloaded, 10 MB of paragraphs, took 4 s on a quiet machine and 16 s on a crowded one. */
const TIMEOUT_MS = 20_000;
/** That page needs more than 256, one of 5 MB less than 192. */
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
