/** Posts wait for their translation, a while and no longer: each is made once, what fails goes out as it was published. */

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type DeliveryDependencies, deliverDue, TRANSLATION_LOOK_MS } from "../../../src/delivery/deliver.ts";
import { editDue } from "../../../src/delivery/edit.ts";
import { createTranslating, type Translating } from "../../../src/delivery/translate.ts";
import { isDigest } from "../../../src/domain/digest.ts";
import { SILENT_LOG } from "../../../src/domain/platform.ts";
import type { Post } from "../../../src/domain/post.ts";
import type { Store } from "../../../src/domain/store.ts";
import type { Destination } from "../../../src/domain/subscription.ts";
import {
  TRANSLATION_WAIT_MS,
  type TranslatableBrief,
  type Translated,
} from "../../../src/domain/translation/translation.ts";
import {
  saveChannelLanguage,
  saveTranslation,
  type TranslationChoice,
} from "../../../src/messages/channel-language.ts";
import { saveChannelTemplate } from "../../../src/messages/channel-template.ts";
import { findQuotes } from "../../../src/quotes/find-quotes.ts";
import { buildArticle, buildFeed, buildPublication, buildSubscription, NOW } from "../../helpers/build.ts";
import { buildDelivering, buildPlatform } from "../../helpers/fake-platform.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const CHAT: Destination = { platform: "telegram", address: "1" };
const SENTENCE = "The council kept the pier open.";
const TEXT = `${SENTENCE}\n\n“We will not sell the pier to anybody,” said Ada Lindqvist, the harbor master.`;

let store: Store;
let nowMs: number;
let posts: Post[];
let told: string[];
let asked: { readonly brief: TranslatableBrief; readonly to: string }[];
let answer: (brief: TranslatableBrief) => Translated;

const well = ({ headline, sentences, quotes }: TranslatableBrief): Translated => {
  const originals = [headline, ...sentences, ...quotes.flatMap(({ text, role }) => [text, role ?? text])];
  return { outcome: "made", calls: 1, lines: Object.fromEntries(originals.map((each) => [each, `~${each}`])) };
};
const unreachable = (): Translated => ({
  outcome: "unreachable",
  reason: "The model server gave no answer.",
  calls: 1,
});

beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([buildFeed()], NOW);
  nowMs = NOW.getTime();
  posts = [];
  told = [];
  asked = [];
  answer = well;
});
afterEach(() => store.close());

const clock = (): Date => new Date(nowMs);
const open = (owner = "me", callsPerDayMax = 100): Translating =>
  createTranslating({
    store,
    callsPerDayMax,
    language: "en",
    clock,
    owner,
    log: SILENT_LOG,
    translator: {
      name: "tiny",
      canTranslate: (from, to) => from !== to && from !== "ja",
      translate: async (brief, to) => {
        asked.push({ brief, to });
        return answer(brief);
      },
    },
  });

const keep = async (post: unknown): Promise<void> => {
  if (!isDigest(post as Post)) posts.push(post as Post);
};
const telegram = buildPlatform({
  async send(_destination, post) {
    await keep(post);
    return { outcome: "sent", messageId: String(posts.length) };
  },
  async edit(_destination, messageId, post) {
    await keep(post);
    return { outcome: "sent", messageId };
  },
});

const log = { ...SILENT_LOG, info: (_: object, event: string) => told.push(event) };
const dependencies = (translating: Translating | null): DeliveryDependencies =>
  buildDelivering({ store, platform: telegram, clock }, { log, ...(translating === null ? {} : { translating }) });

async function publish(number = 1, part: { readonly language?: string; readonly text?: string } = {}): Promise<void> {
  const [standing] = await store.subscriptions.findByDestination(CHAT);
  const subscription = standing ?? (await store.subscriptions.add(buildSubscription({ destination: CHAT })));
  const url = `http://127.0.0.1:9/${number}`;
  const { language = "en", text = TEXT } = part;
  const title = `Pier ${number} stays`;
  const article = buildArticle({ url, canonicalUrl: url, title, text, language });
  const quotes = findQuotes(text, { language: "en" });
  const sentences = [{ text: SENTENCE, start: 0, end: SENTENCE.length, edited: false }];
  const brief = { headline: title, sentences, quotes, summarizer: "extractive" };
  const recipients = [{ subscriptionId: subscription.id, destination: CHAT }];
  await store.articles.publish(
    buildPublication({ article, brief, quotes, entryKeys: [url], recipients, now: clock() }),
  );
}

const choose = (choice: TranslationChoice): Promise<void> => saveTranslation(store.notes, CHAT, choice, NOW);

/** Looks, makes what is wanted, and looks again once it is time. */
async function deliver(translating: Translating | null): Promise<void> {
  await deliverDue(dependencies(translating), 10);
  for (const wanted of (await translating?.claim(10)) ?? []) await translating?.make(wanted);
  nowMs += TRANSLATION_LOOK_MS;
  await deliverDue(dependencies(translating), 10);
}

test("a post waits until it is translated, and leaves once, marked, with each quote in its own words", async () => {
  await choose("de");
  await publish();
  const translating = open();
  await deliverDue(dependencies(translating), 10);
  expect([posts, told]).toEqual([[], []]);
  await deliver(translating);
  await deliver(translating);
  expect(posts).toHaveLength(1);
  expect(posts[0]).toMatchObject({
    headline: "~Pier 1 stays",
    sentences: [`~${SENTENCE}`],
    translated: { by: "tiny", from: "en" },
    languageShown: null,
  });
  expect(posts[0]?.quotes).toMatchObject([
    {
      text: "We will not sell the pier to anybody",
      translation: "~We will not sell the pier to anybody",
      speaker: "Ada Lindqvist",
      role: "~the harbor master",
    },
  ]);
  expect(asked).toMatchObject([{ to: "de", brief: { speakers: ["Ada Lindqvist"] } }]);
});

test("a look of the channel's own shows what is translated", async () => {
  await choose("de");
  await saveChannelTemplate(store.notes, CHAT, { text: "{headline}\n{quotes:no-role}" }, NOW);
  await publish();
  await deliver(open());
  expect(posts[0]).toMatchObject({ headline: "~Pier 1 stays", sentences: [], quotes: [{ role: null }] });
  expect(posts[0]?.quotes[0]?.translation).toMatch(/^~We/);
});

describe("nothing is asked", () => {
  test.each<readonly [what: string, choice: TranslationChoice | null, language: string]>([
    ["where nobody has chosen", null, "en"],
    ["where it is off", "off", "en"],
    ["of an article in the language chosen", "de", "de"],
    ["of a language that cannot be checked", "de", "ja"],
    ["where the channel's language is the article's", "channel", "en"],
  ])("%s", async (_what, choice, language) => {
    if (choice !== null) await choose(choice);
    await publish(1, { language });
    await deliver(open());
    expect(asked).toEqual([]);
    expect(posts).toMatchObject([{ headline: "Pier 1 stays" }]);
  });

  test("where there is no model", async () => {
    await choose("de");
    await publish();
    await deliver(null);
    expect(posts).toMatchObject([{ headline: "Pier 1 stays" }]);
    expect(posts[0]?.translated).toBeUndefined();
  });
});

test("on follows the language of the channel, whatever it becomes", async () => {
  await choose("channel");
  await saveChannelLanguage(store.notes, CHAT, "fr", NOW);
  await publish();
  await deliver(open());
  expect(asked).toMatchObject([{ to: "fr" }]);
});

test("a topic of a chat has its chat's choice until it has its own", async () => {
  await choose("de");
  await publish();
  const topic: Destination = { ...CHAT, address: "1/7" };
  const articleId = (await store.articles.findByUrl("http://127.0.0.1:9/1"))?.article.id;
  if (articleId === undefined) throw new Error("The article is not stored.");
  expect(await open().isAwaited(articleId, topic)).toBe(true);
  await saveTranslation(store.notes, topic, "off", NOW);
  expect(await open().isAwaited(articleId, topic)).toBe(false);
});

test("what is refused goes out as it was published, and is not asked for again", async () => {
  answer = () => ({ outcome: "refused", reason: "The number 7 does not stand in both.", calls: 2 });
  await choose("de");
  await publish();
  await deliver(open());
  expect(posts).toMatchObject([{ headline: "Pier 1 stays", languageShown: null }]);
  expect(posts[0]?.translated).toBeUndefined();
  expect(asked).toHaveLength(1);
});

test("a model that never answers holds a post no longer than the wait", async () => {
  await choose("de");
  await publish();
  const translating = open();
  await deliverDue(dependencies(translating), 10);
  await translating.claim(10);
  nowMs += TRANSLATION_WAIT_MS - 1;
  await deliverDue(dependencies(translating), 10);
  expect(posts).toEqual([]);
  nowMs += TRANSLATION_LOOK_MS;
  await deliverDue(dependencies(translating), 10);
  expect(posts).toMatchObject([{ headline: "Pier 1 stays" }]);
});

test("after a crash in the middle another process translates it, and it is posted once", async () => {
  await choose("de");
  await publish();
  const crashed = open("crashed");
  await deliverDue(dependencies(crashed), 10);
  expect(await crashed.claim(10)).toHaveLength(1);
  nowMs += 60_000;
  const other = open("other");
  await deliver(other);
  await deliver(other);
  expect(asked).toHaveLength(1);
  expect(posts).toMatchObject([{ headline: "~Pier 1 stays" }]);
});

test("a server that was not there three times in a row is left alone, and no post waits for it", async () => {
  answer = unreachable;
  await choose("de");
  const translating = open();
  for (let number = 1; number <= 3; number += 1) {
    await publish(number);
    await deliver(translating);
  }
  answer = well;
  await publish(4);
  await deliverDue(dependencies(translating), 10);
  expect(posts.map(({ headline }) => headline)).toEqual([1, 2, 3, 4].map((number) => `Pier ${number} stays`));
  expect(asked).toHaveLength(3);
  nowMs += 5 * 60_000;
  await publish(5);
  await deliver(translating);
  expect(posts.at(-1)).toMatchObject({ headline: "~Pier 5 stays" });
});

test("beyond the calls of a day posts go out as they were published", async () => {
  await choose("de");
  const translating = open("me", 1);
  await publish(1);
  await deliver(translating);
  await publish(2);
  await deliverDue(dependencies(translating), 10);
  expect(posts.map(({ headline }) => headline)).toEqual(["~Pier 1 stays", "Pier 2 stays"]);
  expect(asked).toHaveLength(1);
  nowMs += 24 * 60 * 60_000;
  await publish(3);
  await deliver(translating);
  expect(posts.at(-1)).toMatchObject({ headline: "~Pier 3 stays" });
});

test("a new edition is translated before the post is changed to it", async () => {
  await choose("de");
  await publish();
  const translating = open();
  await deliver(translating);
  await publish(1, { text: `${TEXT}\n\nIt was mended in spring.` });
  await editDue(dependencies(translating), 10);
  expect(posts).toHaveLength(1);
  for (const wanted of await translating.claim(10)) await translating.make(wanted);
  nowMs += 60_000;
  await editDue(dependencies(translating), 10);
  expect(posts[1]).toMatchObject({ headline: "~Pier 1 stays", isUpdated: true });
});

test("an article that is gone meanwhile ends its translation without a call", async () => {
  await choose("de");
  await publish();
  const translating = open();
  await deliverDue(dependencies(translating), 10);
  const [wanted] = await translating.claim(1);
  if (wanted === undefined) throw new Error("Nothing is wanted.");
  const found = store.articles.find;
  Object.assign(store.articles, { find: async () => null });
  await translating.make(wanted);
  Object.assign(store.articles, { find: found });
  expect(asked).toEqual([]);
  expect(await store.translations.find(wanted.articleId, "de")).toMatchObject({ state: "failed" });
});
