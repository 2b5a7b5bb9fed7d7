/** How a subscription does, in sentences: its last post, what waits, what failed, and why nothing came. */

import type { FeedState } from "./feed.ts";
import type { SubscriptionId } from "./id.ts";
import type { SubscriptionHealth } from "./inquiries.ts";
import type { Say } from "./messages/say.ts";
import { matchRecent, type RecentArticles, readRecent } from "./recent-matches.ts";
import type { Store } from "./store.ts";
import type { Destination, Subscription } from "./subscription.ts";
import { describeDisplay } from "./wording.ts";

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
/** The reason of a pause a person asked for. */
export const PAUSED = "paused";

export interface HealthFacts {
  readonly health: ReadonlyMap<SubscriptionId, SubscriptionHealth>;
  readonly states: ReadonlyMap<string, FeedState>;
  /** Null when every subscription had a post lately, so that nobody asks. */
  readonly recent: RecentArticles | null;
}

function isSilentLately(subscription: Subscription, health: SubscriptionHealth | undefined, now: Date): boolean {
  if (subscription.pausedReason !== null || (health?.waitingCount ?? 0) > 0) return false;
  return now.getTime() - (health?.lastSentAt?.getTime() ?? 0) > WEEK_MS;
}

export async function readHealth(
  store: Pick<Store, "articles" | "feeds" | "outbox">,
  destination: Destination,
  standing: readonly Subscription[],
  now: Date,
): Promise<HealthFacts> {
  const health = new Map((await store.outbox.listHealth(destination)).map((each) => [each.subscriptionId, each]));
  const isAsked = standing.some((each) => isSilentLately(each, health.get(each.id), now));
  return {
    health,
    states: new Map((await store.feeds.listStates()).map((state) => [state.feedId, state])),
    recent: isAsked ? await readRecent(store, now) : null,
  };
}

function wordSilence(recent: RecentArticles, subscription: Subscription, say: Say): string {
  const { articleCount, matches, obstacle } = matchRecent(recent, subscription.filter);
  if (articleCount === 0) return say("health.noArticles");
  if (matches.length > 0) return say("health.fitting", { count: matches.length });
  switch (obstacle) {
    case "language":
      return say("health.otherLanguage", { count: articleCount });
    case "excluded":
      return say("health.excluded", { count: articleCount });
    case "speaker":
      return say("health.otherSpeakers", { count: articleCount });
    default:
      return say("health.otherWords", { count: articleCount });
  }
}

function wordTroubles(subscription: Subscription, states: HealthFacts["states"], say: Say): readonly string[] {
  return subscription.filter.feedIds.flatMap((id) => {
    const state = states.get(id);
    if (state === undefined) return [say("health.feedGone", { feed: id })];
    if (state.disabledReason !== null) return [say("health.feedDisabled", { feed: id, reason: state.disabledReason })];
    return state.lastError === null ? [] : [say("health.feedTrouble", { feed: id, reason: state.lastError })];
  });
}

export function wordHealth(subscription: Subscription, facts: HealthFacts, say: Say, now: Date): string {
  const health = facts.health.get(subscription.id);
  const described = describeDisplay(subscription.display, say);
  const parts = described === "" ? [] : [say("health.display", { display: described })];
  if (subscription.pausedReason !== null) {
    const isByHand = subscription.pausedReason === PAUSED;
    return [
      ...parts,
      isByHand ? say("health.pausedHere") : say("health.paused", { reason: subscription.pausedReason }),
    ].join(" ");
  }
  const last = health?.lastSentAt ?? null;
  parts.push(last === null ? say("health.noPost") : say("health.lastPost", { age: say.age(last, now) }));
  if (health !== undefined && health.waitingCount > 0)
    parts.push(say("health.waiting", { count: health.waitingCount }));
  const failure = health?.lastFailure ?? null;
  if (failure !== null && (last === null || failure.at > last)) {
    parts.push(say("health.lastFailure", { reason: failure.reason ?? say("health.unknownReason") }));
  }
  const troubles = wordTroubles(subscription, facts.states, say);
  parts.push(...troubles);
  if (facts.recent !== null && troubles.length === 0 && isSilentLately(subscription, health, now)) {
    parts.push(wordSilence(facts.recent, subscription, say));
  }
  return parts.join(" ");
}
