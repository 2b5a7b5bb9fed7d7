/** Which of the feeds just named cannot be read: told at once, where else nothing would ever come. */

import type { CommandServices } from "../domain/command.ts";
import type { FeedId } from "../domain/id.ts";
import type { Store } from "../domain/store.ts";
import type { DocumentReading } from "../feeds/discover.ts";
import type { Download } from "../net/download.ts";

interface TrialDependencies {
  readonly store: Pick<Store, "feeds">;
  readonly download: Download;
  readonly reading: Pick<DocumentReading, "parseFeed">;
}

type Unreadable = Awaited<ReturnType<CommandServices["findUnreadable"]>>[number];

/** A long list is read by and by; its first feeds show whether it is any good. */
const FEEDS_TRIED_MAX = 20;
const TRIED_AT_ONCE = 5;
const TRIED_FOR_MS = 8_000;

async function tryFeed(id: FeedId, dependencies: TrialDependencies): Promise<Unreadable | null> {
  const { store, download, reading } = dependencies;
  const feed = await store.feeds.find(id);
  if (feed === null || feed.isPage === true) return null;
  if ((await store.feeds.getState(id)).lastSuccessAt !== null) return null;
  const { title, url } = feed;
  const downloaded = await download(url, { accept: "feed", timeoutMs: TRIED_FOR_MS });
  if (downloaded.status === "failed") return { title, reason: downloaded.reason };
  if (downloaded.status !== "fresh") return null;
  const parsed = await reading.parseFeed(downloaded.body, downloaded.contentType, downloaded.url).catch(() => null);
  return parsed === null ? { title, reason: null } : null;
}

/** What is not known in time is not called unreadable. */
export async function findUnreadable(
  ids: readonly FeedId[],
  dependencies: TrialDependencies,
): Promise<readonly Unreadable[]> {
  const left = [...new Set(ids)].slice(0, FEEDS_TRIED_MAX);
  const found: Unreadable[] = [];
  let isOver = false;
  const work = async (): Promise<void> => {
    for (let id = left.shift(); id !== undefined && !isOver; id = left.shift()) {
      const unreadable = await tryFeed(id, dependencies);
      if (unreadable !== null && !isOver) found.push(unreadable);
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, TRIED_FOR_MS);
  });
  await Promise.race([Promise.all(Array.from({ length: TRIED_AT_ONCE }, work)), timeUp]);
  clearTimeout(timer);
  isOver = true;
  return found;
}
