/** When a feed is given up its channels are owed a notice; when it works again, what was not said yet is taken back. */

import type { Feed, FeedState } from "../domain/feed.ts";
import type { Store } from "../domain/store.ts";
import { findFailingSince, type PollOutcome } from "../feeds/schedule.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Another feed read within this time shows that the bot's own network works. */
const NETWORK_PROVEN_MS = DAY_MS;
/** Where nothing shows it, such as on a bot with one feed and only its own page, nobody waits for longer than this. */
const UNPROVEN_MS_MAX = 60 * DAY_MS;

export interface TroubleDependencies {
  readonly store: Store;
  readonly clock: () => Date;
  /** True when something other than feeds shows that the bot's own network works. */
  readonly isOnline?: () => boolean;
}

type Failed = Extract<PollOutcome, { status: "failed" }>;

/** Every feed of a bot without a network fails alike; none of them is given up for that. */
async function isItsOwnFault(
  { kind, httpStatus }: Failed,
  failingSince: number,
  { store, clock, isOnline }: TroubleDependencies,
): Promise<boolean> {
  if (httpStatus !== null || (kind !== "network" && kind !== "timeout")) return true;
  const now = clock().getTime();
  if (isOnline?.() === true || now - failingSince >= UNPROVEN_MS_MAX) return true;
  const since = now - NETWORK_PROVEN_MS;
  return (await store.feeds.listStates()).some(({ lastSuccessAt }) => (lastSuccessAt?.getTime() ?? 0) > since);
}

/**
 * The state to be saved after a poll: the given one, but not given up while it may be the bot's own network that fails.
 * Called before that state is saved, so that a crash in between repeats the poll, and a notice is owed only once.
 */
export async function noteTrouble(
  feed: Feed,
  before: FeedState,
  next: FeedState,
  outcome: PollOutcome,
  dependencies: TroubleDependencies,
): Promise<FeedState> {
  const { store, clock } = dependencies;
  if (outcome.status !== "failed") {
    if (before.failureCount > 0) await store.notices.retract(feed.id);
    return next;
  }
  if (next.disabledReason === null) return next;
  const failingSince = findFailingSince(next) ?? clock().getTime();
  if (!(await isItsOwnFault(outcome, failingSince, dependencies))) return { ...next, disabledReason: null };
  const kind = outcome.httpStatus === 410 ? "feed-gone" : "feed-failed";
  // Channels that take a topic or everything go on getting the rest.
  const naming = (await store.subscriptions.readStanding()).listNaming(feed.id);
  await store.notices.owe(feed.id, kind, naming, clock());
  return next;
}
