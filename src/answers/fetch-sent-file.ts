/** Gets the files people sent, from their platform's own servers only: bounded, and in a download of its own. */

import type { Log } from "../domain/platform.ts";
import { type FetchFile, FILE_BYTES_MAX, fileGone, fileNotFetched, fileTooLarge } from "../domain/sent-file.ts";
import type { Download } from "../net/download.ts";

/** People wait for the answer. */
const TIMEOUT_MS = 15_000;
const GONE_STATUSES: ReadonlySet<number | null> = new Set([401, 403, 404, 410]);

export interface UploadsDependencies {
  readonly download: Download;
  readonly log: Log;
  readonly timeoutMs?: number;
}

/** URLs of files hold secrets (Telegram's the token, Discord's a signature), so none is ever logged or thrown. */
export function createFetchFile({ download, log, timeoutMs = TIMEOUT_MS }: UploadsDependencies): FetchFile {
  return async (url, origins) => {
    const downloaded = await download(url, { origins, bytesMax: FILE_BYTES_MAX, timeoutMs });
    if (downloaded.status === "fresh") return downloaded.body;
    const failure = downloaded.status === "failed" ? downloaded : null;
    log.warn({ kind: failure?.kind ?? downloaded.status, reason: failure?.reason ?? "" }, "file_not_fetched");
    if (failure?.kind === "too-large") throw fileTooLarge();
    throw failure?.kind === "http" && GONE_STATUSES.has(failure.httpStatus) ? fileGone() : fileNotFetched();
  };
}

/** The hosts of the platforms' interfaces, where they are others than the platforms' own: they may be private. */
export function listPlatformHosts(apiUrls: readonly (string | null)[]): readonly string[] {
  return apiUrls.flatMap((url) => (url === null ? [] : [new URL(url).host]));
}
