/** How long a host's pages are waited for: less after it let one wait in vain, and for a while not at all. */

import { createBoundedMap } from "../domain/bounded-map.ts";
import type { Download, FailedDownload } from "./download.ts";

/** The first time an answer may take as long as it may anywhere. */
const AFTER_LATENESS_MS = 10_000;
/** So often in a row no answer came, before the host is left alone. */
const LATE_MAX = 3;
const REST_MS = 10 * 60_000;
const REST_MS_MAX = 60 * 60_000;
const HOSTS_MAX = 5_000;

interface Lateness {
  /** In a row. */
  readonly count: number;
  readonly restsUntil: number;
}

/**
 * News must not wait for pages that do not come: their entries are published by what the feed says, and looked at again
 * later. After each rest, which doubles up to an hour, one is waited for as long as at first. Anything but pages passes.
 */
export function createPatience(download: Download, now: () => number): Download {
  const late = createBoundedMap<string, Lateness>(HOSTS_MAX);

  function noteLate(host: string): void {
    const count = (late.get(host)?.count ?? 0) + 1;
    const restMs = count < LATE_MAX ? 0 : Math.min(REST_MS_MAX, REST_MS * 2 ** (count - LATE_MAX));
    late.set(host, { count, restsUntil: restMs === 0 ? 0 : now() + restMs });
  }

  return async (url, request = {}) => {
    if (request.accept !== "page" || !URL.canParse(url)) return download(url, request);
    const { host, hostname } = new URL(url);
    const { count = 0, restsUntil = 0 } = late.get(host) ?? {};
    if (restsUntil > now()) {
      const reason = `${hostname} gave no answer lately; its pages are left alone for a while.`;
      return {
        status: "failed",
        kind: "timeout",
        httpStatus: null,
        retryAfterMs: null,
        reason,
      } satisfies FailedDownload;
    }
    const isShort = count > 0 && count < LATE_MAX;
    const downloaded = await download(url, isShort ? { timeoutMs: AFTER_LATENESS_MS, ...request } : request);
    const isLate = downloaded.status === "failed" && downloaded.kind === "timeout";
    if (isLate) noteLate(host);
    else late.delete(host);
    return downloaded;
  };
}
