/** What reaches outside the process, and what reads outside text in threads of its own: built together, closed together. */

import { createFetchPicture } from "../answers/fetch-picture.ts";
import { createFetchFile, listPlatformHosts } from "../answers/fetch-sent-file.ts";
import type { Log } from "../domain/platform.ts";
import { createDownload } from "../net/download.ts";
import { createRobots } from "../net/robots.ts";
import { createReader } from "./reader.ts";
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
  // The news and people each have a thread: neither waits for what the other is given to read.
  const ofNews = createReader();
  const ofPeople = createReader();
  const robots = createRobots({ download: net.download, userAgent: "Pullquote", clock, judge: ofNews.judgeRobots });
  return {
    download: net.download,
    sendForm: net.sendForm,
    mayRead: robots.mayRead,
    ofNews,
    ofPeople,
    fetchFile: createFetchFile({
      download: files.download,
      log,
      ...(fileTimeoutMs === undefined ? {} : { timeoutMs: fileTimeoutMs }),
    }),
    fetchPicture: createFetchPicture({ download: net.download, clock }),
    async close(): Promise<void> {
      await Promise.all([net.close(), files.close(), ofNews.close(), ofPeople.close()]);
    },
  };
}
