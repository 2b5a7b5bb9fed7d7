/** Visits to feeds side by side; those that the database broke off are made again. */

import type { FeedState } from "../domain/feed.ts";
import type { FeedId } from "../domain/id.ts";
import type { Store } from "../domain/store.ts";
import { chooseWanted, claimFeeds, type PipelineDependencies, pollClaimed } from "../news/pipeline.ts";
import { isDatabaseFault } from "../store/dialects/faults.ts";
import { createSlots, fillSlots } from "./slots.ts";

/** A server whose visits are broken off again and again is left alone for longer, whatever is wrong on this side. */
const PAUSES_MS: readonly number[] = [0, 30_000, 120_000];
const PAUSE_MS_MAX = 10 * 60 * 1000;
const FORGOTTEN_AFTER_MS = 60 * 60 * 1000;
/** A slot that is free claims one feed; to look at thousands each time would take longer than to visit it. */
const WANTED_MS = 1_000;

export interface BrokenOff {
  /** The database failed in the middle of a visit to this feed. */
  note(id: FeedId): void;
  /** It failed while feeds were claimed: which ones it gave is not known. */
  noteClaim(): void;
  /** Visits that can be made again now are due. */
  giveBack(inWork: ReadonlySet<FeedId>): Promise<void>;
}

/** Feeds whose visit is to be made again though nothing could be written down of it: at once, the next times later. */
export function createBrokenOff(
  { feeds }: Pick<Store, "feeds">,
  owner: string,
  now = (): number => performance.now(),
): BrokenOff {
  const dueAt = new Map<FeedId, number>();
  const broken = new Map<FeedId, { readonly count: number; readonly atMs: number }>();
  let isClaimLost = false;

  async function giveBackBroken(): Promise<void> {
    const ids = [...dueAt].filter(([, at]) => at <= now()).map(([id]) => id);
    if (ids.length === 0) return;
    await feeds.release(owner, ids);
    for (const id of ids) dueAt.delete(id);
  }

  return {
    note(id) {
      const before = broken.get(id);
      const count = before === undefined || now() - before.atMs > FORGOTTEN_AFTER_MS ? 0 : before.count;
      broken.set(id, { count: count + 1, atMs: now() });
      dueAt.set(id, now() + (PAUSES_MS[count] ?? PAUSE_MS_MAX));
    },
    noteClaim() {
      isClaimLost = true;
    },
    async giveBack(inWork) {
      await giveBackBroken();
      if (!isClaimLost) return;
      await feeds.releaseOthers(owner, [...inWork, ...dueAt.keys()]);
      isClaimLost = false;
    },
  };
}

export interface Polling {
  /** Begins the visits that are due and have a slot; a slot that is filled calls `onFree` when it is free again. */
  poll(): Promise<boolean>;
  /** What the database broke off is due again. */
  giveBack(): Promise<void>;
  /** Resolves when no feed is visited any more, or the time is over. */
  settle(timeoutMs: number): Promise<void>;
}

/** Which feeds are wanted, looked up once a second at most. */
export function createWanted(now = (): number => performance.now()): typeof chooseWanted {
  let known: { readonly wanted: Awaited<ReturnType<typeof chooseWanted>>; readonly atMs: number } | null = null;
  return async (dependencies) => {
    if (known === null || now() - known.atMs >= WANTED_MS) {
      const atMs = now();
      known = { wanted: await chooseWanted(dependencies), atMs };
    }
    return known.wanted;
  };
}

export function createPolling(
  given: PipelineDependencies,
  { count, onFree }: { readonly count: number; readonly onFree: () => void },
): Polling {
  const brokenOff = createBrokenOff(given.store, given.owner);
  const news = { ...given, onBrokenOff: brokenOff.note };
  const slots = createSlots({ name: "polls", count, log: news.log, onFree });
  const inWork = new Set<FeedId>();
  const findWanted = createWanted();
  let isClaiming = false;

  async function claim(limit: number): Promise<readonly FeedState[]> {
    isClaiming = true;
    try {
      const states = await claimFeeds(news, limit, findWanted);
      for (const { feedId } of states) inWork.add(feedId);
      return states;
    } catch (error) {
      if (isDatabaseFault(error)) brokenOff.noteClaim();
      throw error;
    } finally {
      isClaiming = false;
    }
  }

  return {
    async poll() {
      await fillSlots(slots, claim, async (state) => {
        await pollClaimed(state, news);
        inWork.delete(state.feedId);
      });
      return false;
    },
    async giveBack() {
      // What is being claimed is in work already, and not known yet.
      if (!isClaiming) await brokenOff.giveBack(inWork);
    },
    settle: (timeoutMs) => slots.settle(timeoutMs),
  };
}
