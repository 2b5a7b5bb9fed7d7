/** Why a subscription brings nothing: its feeds, its filter, what fits it and what became of that, its hours. */

import type { StoredBrief } from "../domain/article.ts";
import type { PressRequest } from "../domain/command.ts";
import type { Feed, FeedState } from "../domain/feed.ts";
import { nameZone } from "../domain/local-time.ts";
import type { Reply, ReplyListItem } from "../domain/post.ts";
import type { Say } from "../domain/say.ts";
import { findDigestAt, findQuiet } from "../domain/send-times.ts";
import type { Filter, Subscription } from "../domain/subscription.ts";
import { UNFIT, UNSUBSCRIBED } from "../matching/end-subscription.ts";
import { readHealth, wordHealth } from "./subscription-health.ts";
import { wordOwed } from "./word-owed.ts";
import { describeSubscription } from "./wording.ts";

const FEEDS_MAX = 4;
const MATCHES_MAX = 3;
const SUBSCRIPTIONS_MAX = 10;

type Request = PressRequest<"articles" | "feeds" | "holds" | "outbox" | "subscriptions">;

const toHeading = (subscription: Subscription, feeds: readonly Feed[], say: Say): string =>
  `${subscription.number}. ${describeSubscription(subscription, feeds, say)}`;

/** When its next digest leaves, and how long it is quiet. */
function wordHours({ display }: Subscription, { say, now }: Request): readonly string[] {
  const { timeZone: zone } = display;
  const [digestAt, quiet] = [findDigestAt(display, now), findQuiet(display, now)];
  return [
    ...(digestAt === null ? [] : [say("why.nextDigest", { moment: say.moment(digestAt, zone), zone: nameZone(zone) })]),
    ...(quiet === null ? [] : [say("why.quietUntil", { moment: say.moment(quiet.to, zone), zone: nameZone(zone) })]),
  ];
}

function wordFeed(state: FeedState | undefined, { say, now }: Request): string {
  if (state === undefined) return say("why.feedNever");
  if (state.disabledReason !== null) return say("why.feedGivenUp", { reason: state.disabledReason });
  const next = say("why.feedNext", { moment: say.moment(state.nextPollAt, "UTC"), zone: "UTC" });
  if (state.lastError !== null) return `${say("why.feedFailed", { reason: state.lastError })} ${next}`;
  const read = state.lastSuccessAt;
  return `${read === null ? say("why.feedNever") : say("why.feedRead", { age: say.age(read, now) })} ${next}`;
}

/** Those in trouble first, then those that were not read for longest. */
const weigh = (state: FeedState | undefined): number =>
  state === undefined || state.disabledReason !== null || state.lastError !== null
    ? Number.NEGATIVE_INFINITY
    : (state.lastSuccessAt?.getTime() ?? 0);

function isOfFilter({ id, topics, regions = [] }: Feed, filter: Filter): boolean {
  if (filter.feedIds.length > 0 && !filter.feedIds.includes(id)) return false;
  return filter.topics.length === 0 || [...topics, ...regions].some((topic) => filter.topics.includes(topic));
}

async function listFeeds({ filter }: Subscription, feeds: readonly Feed[], request: Request) {
  const { store, say } = request;
  const states = new Map((await store.feeds.listStates()).map((state) => [state.feedId, state]));
  const own = feeds
    .filter((feed) => isOfFilter(feed, filter))
    .sort((a, b) => weigh(states.get(a.id)) - weigh(states.get(b.id)));
  const items = own.slice(0, FEEDS_MAX).map(
    (feed): ReplyListItem => ({
      text: feed.title,
      url: feed.homepage,
      detail: wordFeed(states.get(feed.id), request),
    }),
  );
  const more = own.length - items.length;
  const rest = more === 0 ? [] : [{ text: say("reply.listMore", { count: more }), url: null, detail: null }];
  return { title: say("why.feeds", { amount: say.number(own.length) }), items: [...items, ...rest] };
}

async function wordFate({ article }: StoredBrief, subscription: Subscription, request: Request): Promise<string> {
  const { store, destination, say } = request;
  const owed = await store.outbox.findOwed(article.id, destination);
  if (owed !== null && owed.reason !== UNSUBSCRIBED && owed.reason !== UNFIT) {
    const standing = await store.subscriptions.findByDestination(destination);
    const number = standing.find(({ id }) => id === owed.subscriptionId)?.number;
    const isOthers = number !== undefined && number !== subscription.number;
    const told = await wordOwed(owed, standing, request);
    return isOthers ? `${told} ${say("why.forNumber", { id: String(number) })}` : told;
  }
  if (await store.outbox.isMuted(article.id, destination)) return say("why.muted");
  return say(subscription.createdAt > article.fetchedAt ? "why.tooEarly" : "why.notOwed");
}

export async function tellOfSubscription(subscription: Subscription, request: Request): Promise<Reply> {
  const { store, destination, say, now } = request;
  const feeds = await store.feeds.list();
  const facts = await readHealth(store, destination, [subscription], now, { isThorough: true });
  const matches = facts.recent.get(subscription.id)?.matches.slice(0, MATCHES_MAX) ?? [];
  const fits = await Promise.all(
    matches.map(
      async (each): Promise<ReplyListItem> => ({
        text: each.brief.headline,
        url: each.article.url,
        detail: await wordFate(each, subscription, request),
      }),
    ),
  );
  const state = [wordHealth(subscription, facts, say, now), ...wordHours(subscription, request)].join(" ");
  const ofFeeds = await listFeeds(subscription, feeds, request);
  return {
    text: `${toHeading(subscription, feeds, say)}\n${state}`,
    lists: [ofFeeds, { title: say("why.newestFits"), items: fits }].filter(({ items }) => items.length > 0),
    isPrivate: true,
  };
}

/** Of several each in a sentence or two; of one alone all there is to tell. */
export async function tellOfEach(standing: readonly Subscription[], request: Request): Promise<Reply> {
  const { store, destination, say, now } = request;
  const [only, second] = standing;
  if (only === undefined) return { text: say("subscriptions.none"), isPrivate: true };
  if (second === undefined) return tellOfSubscription(only, request);
  const shown = standing.slice(0, SUBSCRIPTIONS_MAX);
  const feeds = await store.feeds.list();
  const facts = await readHealth(store, destination, shown, now, { isThorough: true });
  const items = shown.map((each) => ({
    text: toHeading(each, feeds, say),
    url: null,
    detail: [wordHealth(each, facts, say, now), ...wordHours(each, request)].join(" "),
  }));
  return {
    text: say("why.each", { command: `/why ${only.number}` }),
    lists: [{ title: null, items }],
    isPrivate: true,
  };
}
