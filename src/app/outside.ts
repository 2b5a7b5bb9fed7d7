/** What reaches outside the process, and what reads outside text in threads of its own: built together, closed together. */

import { createFetchFile, listPlatformHosts } from "../answers/fetch-sent-file.ts";
import { createPageReader } from "../articles/page/page-pool.ts";
import type { Log } from "../domain/platform.ts";
import { createFeedParser } from "../feeds/parse-pool.ts";
import { createDownload } from "../net/download.ts";
import { createRobots } from "../net/robots.ts";
import type { Settings } from "./settings.ts";

interface OutsideOptions {
  readonly log: Log;
  readonly clock: () => Date;
  /** How long the file somebody sent may take to be fetched. */
  readonly fileTimeoutMs?: number | undefined;
}

export function createOutside(settings: Settings, { log, clock, fileTimeoutMs }: OutsideOptions) {
  const userAgent = `Pullquote/0.1 (+${settings.contactUrl})`;
  const net = createDownload({ userAgent, allowedHosts: settings.allowedHosts });
  // Apart from what people and feeds can have asked: a private API server is open to the platforms' files alone.
  const files = createDownload({
    userAgent,
    allowedHosts: listPlatformHosts([settings.discordApiUrl, settings.telegramApiUrl]),
  });
  const robots = createRobots({ download: net.download, userAgent: "Pullquote", clock });
  const parser = createFeedParser();
  const pages = createPageReader();
  return {
    download: net.download,
    sendForm: net.sendForm,
    mayRead: robots.mayRead,
    parseFeed: parser.parseFeed,
    readPage: pages.readPage,
    fetchFile: createFetchFile({
      download: files.download,
      log,
      ...(fileTimeoutMs === undefined ? {} : { timeoutMs: fileTimeoutMs }),
    }),
    async close(): Promise<void> {
      await Promise.all([net.close(), files.close(), parser.close(), pages.close()]);
    },
  };
}
