/** Sends matching briefs to this channel from now on: by feed, site, topic, words or speaker. */

import { type CommandRequest, defineCommand, type Options } from "../src/domain/command.ts";
import { UserError } from "../src/domain/errors.ts";
import type { Feed } from "../src/domain/feed.ts";
import { findFeed, findTopic } from "../src/domain/feed-choice.ts";
import type { Reply } from "../src/domain/post.ts";
import { parseSearch } from "../src/domain/search-text.ts";
import { EMPTY_QUERY } from "../src/domain/store.ts";
import { DEFAULT_DISPLAY, EMPTY_FILTER, type Filter, type Subscription } from "../src/domain/subscription.ts";
import { describeSubscription } from "../src/domain/wording.ts";

const WORDS_MAX = 20;
const CHOICES_SHOWN_MAX = 5;

/** `ferry, "port strike"` to its parts; commas part wishes, so that a phrase stays whole. */
function readWords(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  const words = text
    .split(",")
    .map((each) => each.trim().replace(/^["“]|["”]$/g, ""))
    .filter((each) => each !== "");
  if (words.length > WORDS_MAX) {
    throw new UserError("limit", (say) => say("subscribe.tooManyWords", { count: WORDS_MAX }));
  }
  return words;
}

/** Exactly one feed, or a list to choose from. */
async function readFeed(text: string, request: CommandRequest<Options>): Promise<Feed | Reply> {
  const found = await request.findFeeds(text);
  const [first] = found;
  if (first === undefined) throw new UserError("not-found", (say) => say("subscribe.noFeedAt", { url: text }));
  if (found.length === 1) {
    await request.addFeed(first);
    return first;
  }
  return {
    text: request.say("subscribe.several"),
    lists: [
      {
        title: null,
        items: found
          .slice(0, CHOICES_SHOWN_MAX)
          .map((feed) => ({ text: feed.title, url: feed.url, detail: `/subscribe ${feed.url}` })),
      },
    ],
    isPrivate: true,
  };
}

const isReply = (value: Feed | Reply): value is Reply => "text" in value;

/** The newest brief that passes the filter, so that a person sees at once what will come. */
async function oweSample(subscription: Subscription, request: CommandRequest<Options>): Promise<boolean> {
  const { filter } = subscription;
  const page = await request.store.articles.search({
    ...EMPTY_QUERY,
    terms: filter.words.length === 1 ? parseSearch(`"${filter.words[0] ?? ""}"`) : [],
    feedIds: filter.feedIds,
    topics: filter.topics,
    languages: filter.languages,
    speaker: filter.speakers[0] ?? null,
    limit: 1,
  });
  const [newest] = page.briefs;
  if (newest === undefined || filter.words.length > 1 || filter.excludedWords.length > 0) return false;
  const recipient = { subscriptionId: subscription.id, destination: subscription.destination };
  return (await request.store.outbox.owe(newest.article.id, recipient, request.now)) !== null;
}

function isEqual(a: Filter, b: Filter): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export const subscribe = defineCommand({
  name: "subscribe",
  access: "managers",
  options: {
    what: {
      type: "text",
      isRest: true,
      lengthMax: 400,
      completes: "feed",
    },
    words: { type: "text", lengthMax: 300 },
    without: { type: "text", lengthMax: 300 },
    speaker: { type: "text", lengthMax: 100, completes: "speaker" },
    language: { type: "text", lengthMax: 3 },
    quotes: {
      type: "integer",
      min: 0,
      max: 5,
      default: DEFAULT_DISPLAY.quotesMax,
    },
    sentences: {
      type: "integer",
      min: 0,
      max: 5,
      default: DEFAULT_DISPLAY.sentencesMax,
    },
    silent: { type: "boolean" },
    compact: { type: "boolean" },
  },
  examples: ["/subscribe everything", "/subscribe everything words:ferry, harbor without:football"],

  async run(request) {
    const { say, options, store, destination, now } = request;
    const what = options.what ?? "";
    if (what === "" && options.speaker === undefined && options.words === undefined) {
      throw new UserError("bad-option", (say) => say("subscribe.nothingAsked"));
    }
    const known = await store.feeds.list();
    const topic = findTopic(known, what);
    let feed: Feed | null = null;
    if (what !== "" && what.toLowerCase() !== "everything" && topic === null) {
      const found = findFeed(known, what) ?? (await readFeed(what, request));
      if (isReply(found)) return found;
      feed = found;
      // Whoever wants a feed that was given up wants it tried again.
      await store.feeds.revive(feed.id, now);
    }
    const filter: Filter = {
      ...EMPTY_FILTER,
      feedIds: feed === null ? [] : [feed.id],
      topics: topic === null ? [] : [topic],
      words: readWords(options.words),
      excludedWords: readWords(options.without),
      speakers: options.speaker === undefined ? [] : [options.speaker],
      languages: options.language === undefined ? [] : [options.language.toLowerCase()],
    };
    const standing = await store.subscriptions.findByDestination(destination);
    const same = standing.find((each) => isEqual(each.filter, filter));
    if (same !== undefined) {
      return { text: say("subscribe.already", { id: String(same.id) }), isPrivate: true };
    }
    if (standing.length >= request.subscriptionsPerDestinationMax) {
      const count = request.subscriptionsPerDestinationMax;
      throw new UserError("limit", (say) => say("subscribe.full", { count }));
    }
    const display = {
      ...DEFAULT_DISPLAY,
      quotesMax: options.quotes,
      sentencesMax: options.sentences,
      isSilent: options.silent ?? false,
      isCompact: options.compact ?? false,
    };
    const subscription = await store.subscriptions.add({
      destination,
      filter,
      display,
      createdAt: now,
      pausedReason: null,
    });
    const isSampled = await oweSample(subscription, request);
    const feeds = feed === null ? known : [...known, feed];
    const described = describeSubscription(subscription, feeds, say);
    const done = say("subscribe.done", { what: described, id: String(subscription.id) });
    return { text: `${done} ${say(isSampled ? "subscribe.sample" : "subscribe.next")}` };
  },
});
