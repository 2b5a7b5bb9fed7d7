/** How a subscription does, in sentences: its last post, what waits, what failed, and why nothing came. */

import type { StoredBrief } from "../domain/article.ts";
import type { Hold, OwedArticle, SubscriptionHealth } from "../domain/delivery-reports.ts";
import type { Feed, FeedState } from "../domain/feed.ts";
import type { ArticleId, SubscriptionId } from "../domain/id.ts";
import type { Say } from "../domain/say.ts";
import type { Store } from "../domain/store.ts";
import type { DeliveryState, Destination, Subscription } from "../domain/subscription.ts";
import { matchRecent, type RecentMatches, readRecent } from "../matching/recent-matches.ts";
import { describeDisplay, titleOf } from "./wording.ts";

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;
const WAITING: readonly DeliveryState[] = ["waiting", "gathered", "pending", "claimed", "sending"];
/** The reason of a pause a person asked for. */
export const PAUSED = "paused";

export interface HealthFacts {
  readonly health: ReadonlyMap<SubscriptionId, SubscriptionHealth>;
  readonly states: ReadonlyMap<string, FeedState>;
  readonly feeds: readonly Feed[];
  /** What subscriptions without a post lately would have had; nobody asks of the others. */
  readonly recent: ReadonlyMap<SubscriptionId, RecentMatches>;
  /** What became here of the articles that subscriptions without a post fit. */
  readonly owed: ReadonlyMap<ArticleId, OwedArticle>;
  /** The place refuses the bot for now; null when it does not. */
  readonly hold: Hold | null;
  /** What the channel's subscriptions are called by. */
  readonly numbers: ReadonlyMap<SubscriptionId, number>;
}

function isSilentLately(subscription: Subscription, health: SubscriptionHealth | undefined, now: Date): boolean {
  if (subscription.pausedReason !== null || (health?.waitingCount ?? 0) > 0) return false;
  return now.getTime() - (health?.lastSentAt?.getTime() ?? 0) > WEEK_MS;
}

export async function readHealth(
  store: Pick<Store, "articles" | "feeds" | "holds" | "outbox" | "subscriptions">,
  destination: Destination,
  standing: readonly Subscription[],
  now: Date,
  /** What would have come is looked up for all of them, not only for those that were silent lately. */
  { isThorough = false }: { readonly isThorough?: boolean } = {},
): Promise<HealthFacts> {
  const health = new Map((await store.outbox.listHealth(destination)).map((each) => [each.subscriptionId, each]));
  const silent = isThorough ? standing : standing.filter((each) => isSilentLately(each, health.get(each.id), now));
  const articles = silent.length === 0 ? null : await readRecent(store, now);
  const recent = new Map<SubscriptionId, RecentMatches>();
  for (const { id, filter } of articles === null ? [] : silent) {
    if (articles !== null) recent.set(id, await matchRecent(articles, filter));
  }
  const fitting = new Set([...recent.values()].flatMap(({ matches }) => matches.map(({ article }) => article.id)));
  return {
    health,
    states: new Map((await store.feeds.listStates()).map((state) => [state.feedId, state])),
    feeds: await store.feeds.list(),
    recent,
    hold: await store.holds.find(destination),
    owed: await store.outbox.listOwed([...fitting], destination),
    numbers: new Map((await store.subscriptions.findByDestination(destination)).map(({ id, number }) => [id, number])),
  };
}

/** For what number articles were or will be posted; those of a subscription that has ended last. */
function wordTaken(
  taken: readonly OwedArticle[],
  numbers: HealthFacts["numbers"],
  key: "health.postedFor" | "health.waitsFor",
  say: Say,
): readonly string[] {
  const counts = new Map<number | null, number>();
  for (const { subscriptionId } of taken) {
    const number = numbers.get(subscriptionId) ?? null;
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY))
    .map(([number, count]) =>
      number === null
        ? say("health.postedForEnded", { amount: String(count) })
        : say(key, { id: String(number), amount: String(count) }),
    );
}

/** Why what fits did not come for this subscription. */
function wordFate(
  matches: readonly StoredBrief[],
  { id, createdAt }: Subscription,
  { owed, numbers }: HealthFacts,
  say: Say,
): readonly string[] {
  const fates = matches.flatMap(({ article }) => owed.get(article.id) ?? []);
  const ofOthers = fates.filter((each) => each.subscriptionId !== id);
  const mutedCount = fates.filter((each) => each.state === "muted").length;
  const earlierCount = matches.filter(({ article }) => !owed.has(article.id) && article.fetchedAt < createdAt).length;
  return [
    ...wordTaken(
      ofOthers.filter((each) => each.state === "sent"),
      numbers,
      "health.postedFor",
      say,
    ),
    ...wordTaken(
      ofOthers.filter((each) => WAITING.includes(each.state)),
      numbers,
      "health.waitsFor",
      say,
    ),
    ...(mutedCount === 0 ? [] : [say("health.muted", { amount: String(mutedCount) })]),
    ...(earlierCount === 0 ? [] : [say("health.earlier", { amount: String(earlierCount) })]),
  ];
}

function wordSilence(
  { articleCount, matches, obstacle }: RecentMatches,
  subscription: Subscription,
  facts: HealthFacts,
  say: Say,
): string {
  if (articleCount === 0) return say("health.noArticles");
  if (matches.length > 0) {
    return [say("health.fitting", { count: matches.length }), ...wordFate(matches, subscription, facts, say)].join(" ");
  }
  switch (obstacle) {
    case "language":
      return say("health.otherLanguage", { count: articleCount });
    case "excluded":
      return say("health.excluded", { count: articleCount });
    case "author":
      return say("health.otherAuthors");
    case "category":
      return say("health.otherCategories");
    case "speaker":
      return say("health.otherSpeakers", { count: articleCount });
    default:
      return say("health.otherWords", { count: articleCount });
  }
}

function wordTroubles(subscription: Subscription, { states, feeds }: HealthFacts, say: Say): readonly string[] {
  return subscription.filter.feedIds.flatMap((id) => {
    const state = states.get(id);
    const feed = titleOf(feeds, id, say);
    if (state === undefined) return [say("health.feedGone", { feed })];
    if (state.disabledReason !== null) return [say("health.feedDisabled", { feed, reason: state.disabledReason })];
    return state.lastError === null ? [] : [say("health.feedTrouble", { feed, reason: state.lastError })];
  });
}

/** "Paused, because …"; null for one that is not, by whatever cause. */
export function wordPause({ pausedReason }: Subscription, hold: Hold | null, say: Say): string | null {
  if (pausedReason === PAUSED) return say("health.pausedHere");
  if (pausedReason !== null) return say("health.paused", { reason: pausedReason });
  return hold === null ? null : say("health.held", { reason: hold.reason });
}

export function wordHealth(subscription: Subscription, facts: HealthFacts, say: Say, now: Date): string {
  const health = facts.health.get(subscription.id);
  const described = describeDisplay(subscription.display, say);
  const parts = described === "" ? [] : [say("health.display", { display: described })];
  const paused = wordPause(subscription, facts.hold, say);
  if (subscription.pausedReason !== null && paused !== null) return [...parts, paused].join(" ");
  if (paused !== null) parts.push(paused);
  const last = health?.lastSentAt ?? null;
  parts.push(last === null ? say("health.noPost") : say("health.lastPost", { age: say.age(last, now) }));
  const growingCount = health?.growingCount ?? 0;
  const waitingCount = (health?.waitingCount ?? 0) - growingCount;
  if (waitingCount > 0) parts.push(say("health.waiting", { count: waitingCount }));
  if (growingCount > 0) parts.push(say("health.growing", { amount: String(growingCount) }));
  const failure = health?.lastFailure ?? null;
  if (failure !== null && (last === null || failure.at > last)) {
    parts.push(say("health.lastFailure", { reason: failure.reason ?? say("health.unknownReason") }));
  }
  const troubles = wordTroubles(subscription, facts, say);
  parts.push(...troubles);
  const recent = facts.recent.get(subscription.id);
  if (recent !== undefined && troubles.length === 0) parts.push(wordSilence(recent, subscription, facts, say));
  return parts.join(" ");
}
