/** Sends matching briefs to this channel from now on: by feed, site, topic, words or speaker. */

import { isDeepStrictEqual } from "node:util";
import type { StoredBrief } from "../src/domain/article.ts";
import type { PressRequest } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";
import type { Feed } from "../src/domain/feed.ts";
import { nameZone } from "../src/domain/local-time.ts";
import type { Button, Reply } from "../src/domain/post.ts";
import { findWait } from "../src/domain/send-times.ts";
import { DEFAULT_DISPLAY, EMPTY_FILTER, type Filter, type Subscription } from "../src/domain/subscription.ts";
import { findFirst } from "../src/matching/covers.ts";
import { findNewestMatch } from "../src/matching/recent-matches.ts";
import { wordPause } from "../src/messages/subscription-health.ts";
import { describeWhole, isPhrase, nameFeed, wordFirst, wordUnmet } from "../src/messages/wording.ts";
import { findAddresses, readSiteAddress } from "../src/typed/addresses.ts";
import { defineCommand } from "../src/typed/define-command.ts";
import { findEach, findFeed, findTopics } from "../src/typed/feed-choice.ts";
import { findNearNames } from "../src/typed/near-names.ts";
import { listNearOffers, type Near, type NearOffer, offerNamed, shortenLabel } from "../src/typed/near-offers.ts";
import { EVERYTHING, rest, subscribable } from "../src/typed/options/index.ts";
import { isRefusedIn } from "../src/typed/plain/refusals.ts";
import { toUnknownOption } from "../src/typed/stray-options.ts";
import { findStrayOption } from "../src/typed/typed-command.ts";
import { findUnmet } from "../src/typed/unmet.ts";
import {
  readDisplay,
  readFilter,
  refuseUnoffered,
  typeDisplay,
  WISH_OPTIONS,
  type Wishes,
} from "../src/typed/wishes.ts";

const CHOICES_SHOWN_MAX = 5;
/** Rows of buttons under an answer. */
const ROWS_MAX = 5;

type Request = PressRequest<
  "articles" | "feeds" | "holds" | "notes" | "outbox" | "subscriptions",
  "addFeed" | "findFeeds" | "limits" | "offers"
>;

/** What a choice between feeds needs when it is made, kept behind its buttons. */
interface KeptChoice {
  readonly urls: readonly string[];
  readonly wishes: Wishes;
  /** What may have been meant by words that name nothing. */
  readonly near?: readonly Near[];
}

/** Exactly one feed, or a list to choose from. */
async function readFeed(text: string, wishes: Wishes, request: Request): Promise<Feed | Reply> {
  const found = await request.findFeeds(text);
  const [first] = found;
  if (first === undefined) throw new UserError("not-found", (say) => say("subscribe.noFeedAt", { url: text }));
  if (found.length === 1) return request.addFeed(first);
  const shown = found.slice(0, CHOICES_SHOWN_MAX);
  const kept: KeptChoice = { urls: shown.map((feed) => feed.url), wishes };
  const keptId = await request.store.notes.keep("subscribe", JSON.stringify(kept), request.now);
  return {
    text: request.say("subscribe.several"),
    lists: [
      {
        title: null,
        items: shown.map((feed) => ({
          text: nameFeed(feed, request.say),
          url: feed.url,
          detail: `/subscribe ${feed.url}`,
        })),
      },
    ],
    buttons: shown.map((feed, index): readonly Button[] => [
      { kind: "action", label: feed.title.slice(0, 40), id: `v1:subscribe:feed:${keptId}:${index}` },
    ]),
    isPrivate: true,
  };
}

/** Nothing is subscribed to before one of them is pressed. */
async function offerEach(text: string, offers: readonly NearOffer[], wishes: Wishes, request: Request): Promise<Reply> {
  const { store, now } = request;
  const near = offers.map(({ label: _, ...each }) => each);
  const keptId = await store.notes.keep(
    "subscribe",
    JSON.stringify({ urls: [], wishes, near } satisfies KeptChoice),
    now,
  );
  return {
    text,
    buttons: offers
      .map(({ label }, index): readonly Button[] => [
        { kind: "action", label, id: `v1:subscribe:near:${keptId}:${index}` },
      ])
      .slice(0, ROWS_MAX),
    isPrivate: true,
  };
}

/** For what names no feed and no topic: what is called so, or nearly so, and the words themselves. */
async function offerNear(text: string, wishes: Wishes, request: Request): Promise<Reply> {
  const { say, store } = request;
  const shown = shortenLabel(text);
  const known = await store.feeds.list();
  // "everything except politics" is no wish for politics.
  if (isRefusedIn(text, say.language) && findNearNames(known, text).feeds.length === 0)
    return { text: say("plain.negated"), isPrivate: true };
  const offers: readonly NearOffer[] = [
    ...listNearOffers(known, text, say),
    ...(wishes.words === undefined
      ? [{ label: say("subscribe.withWords", { words: say.inMarks(shown) }), what: "", words: text }]
      : []),
    ...(wishes.speaker === undefined
      ? [{ label: say("plain.speaker", { name: shown }), what: "", speaker: text }]
      : []),
  ];
  return offerEach(say("subscribe.near", { name: say.inMarks(shown) }), offers, wishes, request);
}

/** Several feeds are one subscription; a topic and a feed in one would let pass what is of both only. */
async function subscribeToEach(named: readonly (Feed | string)[], wishes: Wishes, request: Request): Promise<Reply> {
  const { say } = request;
  const feeds = named.filter((each) => typeof each !== "string");
  if (feeds.length === named.length) return add({ feedIds: feeds.map(({ id }) => id), topics: [] }, wishes, request);
  const offers = named.map((each) => offerNamed(each, say));
  return offerEach(say("subscribe.oneOf"), offers, wishes, request);
}

/** Where each address leads to one feed, they are one subscription; else each is offered. */
async function subscribeAt(urls: readonly string[], wishes: Wishes, request: Request): Promise<Reply> {
  const { say } = request;
  if (urls.length > ROWS_MAX) {
    throw new UserError("bad-option", (say) => say("subscribe.manyAddresses", { max: String(ROWS_MAX) }));
  }
  const found: (readonly Feed[])[] = [];
  for (const url of urls) found.push(await request.findFeeds(url));
  if (found.every(({ length }) => length === 1)) {
    const feeds: Feed[] = [];
    for (const feed of found.flat()) feeds.push(await request.addFeed(feed));
    return add({ feedIds: [...new Set(feeds.map(({ id }) => id))], topics: [] }, wishes, request);
  }
  const offers = urls.map((url) => ({ label: shortenLabel(url), what: url }));
  return offerEach(say("subscribe.several"), offers, wishes, request);
}

async function changeDisplay(idText: string, wishes: Wishes, request: Request): Promise<Reply> {
  const { say, store, destination } = request;
  const standing = await store.subscriptions.findByDestination(destination);
  const subscription = standing.find((each) => String(each.id) === idText);
  if (subscription === undefined) throw new UserError("not-found", (say) => say("subscriptions.ended"));
  const changed = { ...subscription, display: readDisplay(wishes, subscription.display, destination) };
  await store.subscriptions.update(changed);
  return {
    text: say("edit.done", { id: String(changed.number), what: describeWhole(changed, await store.feeds.list(), say) }),
  };
}

const toPrimary = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? "";

const isReply = (value: Feed | Reply): value is Reply => "text" in value;

/**
 * The newest brief that passes, so that a person sees soon what will come. It comes as all else will: with the first
 * digest, or when quiet hours end.
 */
async function oweSample({ id, destination, filter, display }: Subscription, request: Request): Promise<string | null> {
  const { store, now, say, language } = request;
  const isLarge = ({ alsoOutlets }: StoredBrief): boolean => alsoOutlets.length + 1 >= display.sizeMin;
  // One that can be read there, if there is one.
  const isInLanguage = (stored: StoredBrief): boolean =>
    isLarge(stored) && toPrimary(stored.article.language) === toPrimary(language);
  const newest =
    (await findNewestMatch(store, now, filter, isInLanguage)) ?? (await findNewestMatch(store, now, filter, isLarge));
  if (newest === null) return null;
  const waitsUntil = findWait(display, now);
  if ((await store.outbox.owe(newest.article.id, { subscriptionId: id, destination, waitsUntil }, now)) === null) {
    return null;
  }
  const { timeZone: zone } = display;
  return waitsUntil === null
    ? say("subscribe.sample")
    : say("subscribe.sampleWaits", { moment: say.moment(waitsUntil, zone), zone: nameZone(zone) });
}

/** A wish for one that stands already is a wish to change it, if it is one for anything else. */
async function offerChange(standing: Subscription, wishes: Wishes, request: Request): Promise<Reply> {
  const { say, store, destination, now } = request;
  const id = String(standing.number);
  const paused = wordPause(standing, await store.holds.find(destination), say);
  const withPause = (text: string): string => (paused === null ? text : `${text} ${paused}`);
  if (isDeepStrictEqual(readDisplay(wishes, standing.display, destination), standing.display)) {
    return { text: withPause(say("subscribe.already", { id })), isPrivate: true };
  }
  const keptId = await store.notes.keep("subscribe", JSON.stringify({ urls: [], wishes } satisfies KeptChoice), now);
  return {
    text: withPause(say("subscribe.alreadyOther", { id, command: `/edit ${id} ${typeDisplay(wishes)}` })),
    buttons: [[{ kind: "action", label: say("subscribe.change"), id: `v1:subscribe:change:${keptId}:${standing.id}` }]],
    isPrivate: true,
  };
}

async function add(from: Pick<Filter, "feedIds" | "topics">, wishes: Wishes, request: Request): Promise<Reply> {
  const { say, store, destination, now } = request;
  const wished = readFilter(wishes, EMPTY_FILTER, await store.feeds.list());
  const filter = { ...wished, feedIds: from.feedIds, topics: [...new Set([...from.topics, ...wished.topics])] };
  const display = readDisplay(wishes, DEFAULT_DISPLAY, destination);
  // Whoever wants a feed that was given up wants it tried again.
  for (const feedId of filter.feedIds) await store.feeds.revive(feedId, now);
  const wanted = { destination, server: request.server, filter, display, createdAt: now, pausedReason: null };
  const { limits } = request;
  const { perDestinationMax: count, perServerMax: max } = limits;
  const result = await store.subscriptions.addWithin(wanted, limits);
  if (result.outcome === "full") throw new UserError("limit", (say) => say("subscribe.full", { count }));
  if (result.outcome === "server-full") throw new UserError("limit", (say) => say("subscribe.serverFull", { max }));
  const { subscription, outcome } = result;
  if (outcome === "known") return offerChange(subscription, wishes, request);
  const sample = await oweSample(subscription, request);
  const what = describeWhole(subscription, await store.feeds.list(), say);
  const done = say("subscribe.done", { what, id: String(subscription.number) });
  const first = findFirst(subscription, await store.subscriptions.findByDestination(destination), now);
  const covered = wordFirst(first, say);
  const usual = display.rhythm === "each" ? say("subscribe.next") : say("subscribe.nextDigest");
  // A place that refuses the bot gets nothing, whatever was subscribed.
  const paused = wordPause(subscription, await store.holds.find(destination), say);
  const next = [sample, covered].filter((each) => each !== null).join(" ");
  // What comes shows that the rest is right; but of words side by side, a phrase may not have been meant.
  const doubted = sample === null ? filter : { ...filter, speakers: [], words: filter.words.filter(isPhrase) };
  const unmet = wordUnmet(await findUnmet(doubted, store), say);
  return { text: [done, paused ?? (next === "" ? usual : next), unmet].filter((each) => each !== null).join(" ") };
}

async function subscribeTo(what: string, wishes: Wishes, request: Request): Promise<Reply> {
  // Mistakes in the wishes are told before a site is visited.
  const known = await request.store.feeds.list();
  readFilter(wishes, EMPTY_FILTER, known);
  readDisplay(wishes, DEFAULT_DISPLAY, request.destination);
  refuseUnoffered(wishes, request.offers);
  const topics = findTopics(known, what);
  if (what === "" || what.toLowerCase() === EVERYTHING) return add({ feedIds: [], topics: [] }, wishes, request);
  if (topics !== null) return add({ feedIds: [], topics }, wishes, request);
  const named = findFeed(known, what);
  const stray = named === null ? findStrayOption(what) : null;
  if (stray !== null) throw toUnknownOption(stray, "subscribe");
  const each = named === null ? findEach(known, what) : [];
  const several = each.filter((one) => one !== null);
  if (several.length > 0 && several.length === each.length) return subscribeToEach(several, wishes, request);
  const urls = named === null ? findAddresses(what) : null;
  if (urls !== null) return subscribeAt(urls, wishes, request);
  if (named === null && readSiteAddress(what) === null) return offerNear(what, wishes, request);
  const feed = named ?? (await readFeed(what, wishes, request));
  return isReply(feed) ? feed : add({ feedIds: [feed.id], topics: [] }, wishes, request);
}

export const subscribe = defineCommand({
  name: "subscribe",
  access: "managers",
  needs: {
    store: ["articles", "feeds", "holds", "notes", "outbox", "subscriptions"],
    services: ["addFeed", "findFeeds", "limits", "offers"],
  },
  options: {
    what: rest(subscribable()),
    ...WISH_OPTIONS,
  },
  examples: [
    "/subscribe everything",
    "/subscribe topic:world, science",
    "/subscribe everything words:ferry, harbor without:football",
    "/subscribe speaker:minister digest:daily at:07:30 zone:Europe/Berlin",
  ],

  async run({ options, ...request }) {
    const { what = "", ...wishes } = options;
    const { speaker, words, topic: wishedTopic, author, category } = wishes;
    if (what === "" && [speaker, words, wishedTopic, author, category].every((each) => each === undefined)) {
      throw new UserError("bad-option", (say) => say("subscribe.nothingAsked"));
    }
    return subscribeTo(what, wishes, request);
  },

  /** `feed:KEPT:INDEX`: one of the feeds of a site. `near`: one of what may have been meant. `change:KEPT:ID`: the wishes for one that stands. */
  async press(rest, request) {
    const [what = "", keptText = "", indexText = ""] = rest.split(":");
    const isKnown = ["feed", "change", "near"].includes(what);
    const kept = isKnown ? await request.store.notes.findKept("subscribe", Number(keptText)) : null;
    if (kept === null) throw new UserError("not-found", (say) => say("answer.oldButton"));
    const { urls, wishes, near = [] } = JSON.parse(kept) as KeptChoice;
    if (what === "change") return changeDisplay(indexText, wishes, request);
    const meant = near[Number(indexText)];
    if (what === "near" && meant !== undefined) {
      const { what: named, ...own } = meant;
      return subscribeTo(named, { ...wishes, ...own }, request);
    }
    const url = urls[Number(indexText)];
    if (url === undefined) throw new UserError("not-found", (say) => say("answer.oldButton"));
    const feed = await readFeed(url, wishes, request);
    return isReply(feed) ? feed : add({ feedIds: [feed.id], topics: [] }, wishes, request);
  },
});
