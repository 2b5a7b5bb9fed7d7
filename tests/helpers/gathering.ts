/** The loops of delivery over one chat: with a clock that is moved by hand and a platform that writes down what it gets. */

import { afterEach, beforeEach } from "vitest";
import { type DeliveryDependencies, deliverDue } from "../../src/delivery/deliver.ts";
import { gatherDue } from "../../src/delivery/gather.ts";
import { type Digest, isDigest } from "../../src/domain/digest.ts";
import type { ArticleId, DeliveryId } from "../../src/domain/id.ts";
import type { SendOptions } from "../../src/domain/platform.ts";
import type { Post } from "../../src/domain/post.ts";
import type { Store } from "../../src/domain/store.ts";
import {
  DEFAULT_DISPLAY,
  type Destination,
  type Display,
  type SendResult,
  type Subscription,
} from "../../src/domain/subscription.ts";
import { buildArticle, buildFeed, buildPublication, buildSubscription } from "./build.ts";
import { buildDelivering, buildPlatform } from "./fake-platform.ts";
import { openMemoryStore } from "./test-store.ts";

export const CHAT: Destination = { platform: "telegram", address: "1" };
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
const START = new Date("2026-11-20T12:00:00Z");

interface Sent {
  readonly at: string;
  readonly post: Post | Digest;
  readonly id: DeliveryId;
  readonly options: SendOptions | undefined;
}

export const at = (text: string): Date => new Date(text);
export const headlines = (post: Post | Digest | undefined): readonly string[] => {
  if (post === undefined) return [];
  return isDigest(post) ? post.groups.flatMap((group) => group.entries.map((each) => each.headline)) : [post.headline];
};

interface State {
  store: Store;
  now: Date;
  sent: Sent[];
  answers: SendResult[];
  /** Entries of one message. */
  entriesMax: number;
}

interface GatheringBot extends State {
  /** What the app's loop does, until there is nothing left to do at this moment. */
  step(moment?: Date): Promise<void>;
  subscribe(display: Partial<Display>): Promise<Subscription>;
  /** An article as the pipeline would publish it at this moment. */
  publish(part?: { readonly outlet?: string; readonly storyOf?: ArticleId }): Promise<ArticleId>;
  later(ms: number): Date;
  /** When something came, and its heading or headline. */
  shown(): readonly (readonly [string, string])[];
}

/** A bot whose every test begins with an empty store at noon. */
export function createGatheringBot(): GatheringBot {
  let count = 0;
  const telegram = buildPlatform({
    fitsDigest: ({ groups }) => groups.flatMap((group) => group.entries).length <= bot.entriesMax,
    async send(_destination, post, id, options) {
      bot.sent.push({ at: bot.now.toISOString(), post, id, options });
      return bot.answers.shift() ?? { outcome: "sent", messageId: String(bot.sent.length) };
    },
  });
  const dependencies = (): DeliveryDependencies =>
    buildDelivering({ store: bot.store, platform: telegram, clock: () => bot.now });
  const bot: GatheringBot = {
    store: {} as Store,
    now: START,
    sent: [],
    answers: [],
    entriesMax: 100,
    async step(moment = bot.now) {
      bot.now = moment;
      await gatherDue(dependencies(), 10);
      while ((await deliverDue(dependencies(), 10)) > 0);
    },
    subscribe: (display) =>
      bot.store.subscriptions.add(
        buildSubscription({ destination: CHAT, display: { ...DEFAULT_DISPLAY, ...display } }),
      ),
    async publish(part = {}) {
      count += 1;
      const url = `http://127.0.0.1:9/${count}`;
      const article = buildArticle({
        url,
        canonicalUrl: url,
        title: `News ${count}`,
        text: `Text of ${count}.`,
        fetchedAt: bot.now,
        outlet: part.outlet ?? "Harbor Wire",
      });
      const publication = buildPublication({ article, entryKeys: [url], now: bot.now });
      const matchable = {
        feedId: article.feedId,
        topics: ["local"],
        language: "en",
        brief: publication.brief,
        text: article.text,
        quotes: [],
      };
      const recipients = (await bot.store.subscriptions.readStanding()).match(matchable, bot.now);
      return bot.store.articles.publish({ ...publication, recipients, storyOf: part.storyOf ?? null });
    },
    later: (ms) => new Date(bot.now.getTime() + ms),
    shown: () => bot.sent.map((each) => [each.at, isDigest(each.post) ? each.post.heading : each.post.headline]),
  };
  beforeEach(async () => {
    const store = await openMemoryStore();
    await store.feeds.save([buildFeed()], START);
    Object.assign(bot, { store, now: START, sent: [], answers: [], entriesMax: 100 });
    count = 0;
  });
  afterEach(() => bot.store.close());
  return bot;
}
