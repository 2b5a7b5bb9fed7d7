/** One bad entry never stops the others: it is tried again at the next polls, and given up in the end. */

import { toMessage } from "../domain/errors.ts";
import type { Log } from "../domain/platform.ts";
import type { Store } from "../domain/store.ts";
import { isDatabaseFault } from "../store/dialects/faults.ts";
import type { Poll } from "./choose-entries.ts";
import { beginEntry, endEntry } from "./entry-in-work.ts";

/** An entry that failed this often is marked seen with its error, so that one page cannot hold a feed for ever. */
const ENTRY_FAILURES_MAX = 3;
/**
 * With its page once, and then without it: the bot may end for another reason while it reads, even several times in a
 * row, and what is given up is lost.
 */
const ENDS_MAX = 5;

export interface TryingDependencies {
  readonly store: Store;
  readonly log: Log;
  readonly onEntryFailed: () => void;
  /** Names this run of the bot. */
  readonly owner?: string;
  /** True once the bot stops: what fails from then on says nothing of an entry or a feed. */
  readonly isStopping?: () => boolean;
}

/** The step is told how often the bot ended during it. Resolves with whether it went well; its failure is counted under each of the entry's keys, unless the bot stops. */
export async function tryEntry(
  keys: readonly string[],
  { feed, now }: Poll,
  { store, log, onEntryFailed, isStopping, owner }: TryingDependencies,
  step: (endedCount: number) => Promise<void>,
): Promise<boolean> {
  const key = keys[0] ?? "";
  const endedCount = await beginEntry(store.notes, feed.id, key, now, owner);
  try {
    if (endedCount >= ENDS_MAX)
      await store.feeds.markSeen(feed.id, keys, now, `The bot ended ${ENDS_MAX} times while it read this.`);
    else await step(endedCount);
    return true;
  } catch (error) {
    // What the database could not take is read again; it is no failure of the entry.
    if (isStopping?.() === true || isDatabaseFault(error)) throw error;
    onEntryFailed();
    const reason = toMessage(error);
    log.warn({ feedId: feed.id, reason }, "entry_failed");
    // Under every key, for people ask by address.
    const counts: number[] = [];
    for (const key of keys) counts.push(await store.feeds.countFailure(feed.id, key, now, reason));
    if (Math.max(...counts) >= ENTRY_FAILURES_MAX) await store.feeds.markSeen(feed.id, keys, now, reason);
    return false;
  } finally {
    await endEntry(store.notes, feed.id, key, now).catch((error: unknown) => {
      if (!isDatabaseFault(error)) throw error;
    });
  }
}
