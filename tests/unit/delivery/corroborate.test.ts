/** A post tells where else its quote stands under the same name, by the edit its story owes, and names nobody in doubt. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { findAllElsewhere } from "../../../src/delivery/corroborate.ts";
import { deliverDue } from "../../../src/delivery/deliver.ts";
import { editDue } from "../../../src/delivery/edit.ts";
import { type ArticleId, toArticleId, toFeedId, toStoryId } from "../../../src/domain/id.ts";
import type { Post } from "../../../src/domain/post.ts";
import type { Store } from "../../../src/domain/store.ts";
import type { Destination } from "../../../src/domain/subscription.ts";
import { LANGUAGES } from "../../../src/messages/languages.ts";
import { sayIn } from "../../../src/messages/say.ts";
import { toQuoteBlock } from "../../../src/platforms/discord/post-text.ts";
import { renderPost } from "../../../src/platforms/telegram/posts/render.ts";
import { renderRichPost } from "../../../src/platforms/telegram/posts/rich.ts";
import { renderPost as renderWebPost } from "../../../src/platforms/web/render.ts";
import { buildArticle, buildPublication, buildQuote, buildSubscription, NOW } from "../../helpers/build.ts";
import { buildDelivering, buildPlatform } from "../../helpers/fake-platform.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const CHAT: Destination = { platform: "telegram", address: "1" };
const WHOLE = "The slipway is too short for the new boat, and 40 families wait for it";

let store: Store;
let sent: Post[];
let edited: Post[];

const telegram = buildPlatform({
  async send(_destination, post) {
    sent.push(post as Post);
    return { outcome: "sent", messageId: "m1" };
  },
  async edit(_destination, messageId, post) {
    edited.push(post);
    return { outcome: "sent", messageId };
  },
});
const dependencies = () => buildDelivering({ store, platform: telegram, clock: () => NOW });

interface Telling {
  readonly outlet: string;
  readonly words: string;
  readonly speaker: string | null;
  readonly isAdded?: boolean;
}

/** An article of one outlet, in the story of another where there is one; posted to the chat when it is the first. */
async function publish({ outlet, words, speaker, isAdded = false }: Telling, storyOf?: ArticleId): Promise<ArticleId> {
  const text = `The slipway of Torsholm was measured on Friday.\n\n“${words},” said ${speaker ?? "a visitor"} at the quay.`;
  const url = `http://127.0.0.1:9/${encodeURIComponent(outlet)}`;
  const article = buildArticle({
    feedId: toFeedId(outlet.toLowerCase().replaceAll(" ", "-")),
    url,
    canonicalUrl: url,
    outlet,
    text,
    title: `Slipway measured, says ${outlet}`,
  });
  const recipients =
    storyOf === undefined
      ? [
          {
            subscriptionId: (await store.subscriptions.add(buildSubscription({ destination: CHAT }))).id,
            destination: CHAT,
          },
        ]
      : [];
  const quotes = [buildQuote(text, words, speaker)];
  const publication = buildPublication({ article, quotes, recipients, isAdded });
  return store.articles.publish(storyOf === undefined ? publication : { ...publication, storyOf });
}

async function postFirst(): Promise<ArticleId> {
  const first = await publish({ outlet: "Harbor Wire", words: WHOLE, speaker: "Ada Lindqvist" });
  await deliverDue(dependencies(), 10);
  return first;
}

beforeEach(async () => {
  store = await openMemoryStore();
  sent = [];
  edited = [];
});
afterEach(() => store.close());

test("a post is edited once to tell who else has the words, cut and under a shorter name", async () => {
  const first = await postFirst();
  expect(sent[0]?.quotes[0]?.alsoIn).toBeUndefined();
  await publish(
    { outlet: "Tide Daily", words: "the slipway is too short for the new boat", speaker: "Lindqvist" },
    first,
  );
  expect(await editDue(dependencies(), 10)).toBe(1);
  expect(edited).toMatchObject([
    { alsoOutlets: ["Tide Daily"], quotes: [{ text: WHOLE, speaker: "Ada Lindqvist", alsoIn: ["Tide Daily"] }] },
  ]);
  expect(await deliverDue(dependencies(), 10)).toBe(0);
});

test("nobody is named from then on where another outlet names somebody else", async () => {
  const first = await postFirst();
  await publish({ outlet: "Tide Daily", words: WHOLE, speaker: "Ada Lindqvist" }, first);
  await publish({ outlet: "Glen Post", words: WHOLE, speaker: "Mats Brandt" }, first);
  await editDue(dependencies(), 10);
  expect(edited.at(-1)?.quotes).toMatchObject([{ text: WHOLE, speaker: null, role: null }]);
  expect(edited.at(-1)?.quotes[0]?.alsoIn).toBeUndefined();
});

test("on a page of very many stories the newest were told without their other outlets", async () => {
  const stored = await store.articles.get(await postFirst());
  const asked: number[] = [];
  const many = Array.from({ length: 300 }, (_, index) => ({
    ...stored,
    article: { ...stored.article, id: toArticleId(1_000 + index) },
    storyId: toStoryId(1_000 + index),
    alsoOutlets: ["Post"],
  }));
  await findAllElsewhere(many, {
    ...store.articles,
    listMembers: async (ids) => {
      asked.push(ids.length);
      return new Map();
    },
  });
  // A thousand articles are listed at most.
  expect(Math.max(...asked)).toBeLessThanOrEqual(20);
  expect(asked.reduce((sum, each) => sum + each, 0)).toBe(300);
});

test.each<[string, Telling]>([
  ["another number", { outlet: "Tide Daily", words: WHOLE.replace("40", "14"), speaker: "Mats Brandt" }],
  ["nobody named", { outlet: "Tide Daily", words: WHOLE, speaker: null }],
  ["a feed that somebody added", { outlet: "Tide Daily", words: WHOLE, speaker: "Lindqvist", isAdded: true }],
])("%s neither backs a quote nor doubts it", async (_case, telling) => {
  await publish(telling, await postFirst());
  expect(await editDue(dependencies(), 10)).toBe(1);
  expect(edited[0]?.quotes[0]).toMatchObject({ speaker: "Ada Lindqvist" });
  expect(edited[0]?.quotes[0]?.alsoIn).toBeUndefined();
});

test("every platform tells it beside the name, in every language, at most three and short", () => {
  const alsoIn = ["Tide *Daily*", "Glen <b>Post</b>", `Very ${"long ".repeat(60)}Herald`, "Fourth Paper"];
  for (const language of LANGUAGES) {
    const post: Post = {
      articleId: null,
      headline: "Slipway measured",
      url: "https://wire.example/slipway",
      outlet: "Harbor Wire",
      agency: null,
      publishedAt: null,
      languageShown: null,
      sentences: [],
      quotes: [{ text: WHOLE, speaker: "Ada Lindqvist", role: null, url: "https://wire.example/slipway", alsoIn }],
      imageUrl: null,
      alsoOutlets: [],
      isUpdated: false,
      isFeedSummary: false,
      topics: [],
      language,
    };
    const [quote] = post.quotes;
    if (quote === undefined) throw new Error("The post has a quote.");
    const start =
      sayIn(language)("post.alsoIn", { outlets: "|" })
        .split("|")[0]
        ?.replace(/\p{Cf}/gu, "") ?? "";
    const shown = [
      toQuoteBlock(quote, post.url, sayIn(language)),
      JSON.stringify(renderPost(post)),
      JSON.stringify(renderRichPost(post)),
      JSON.stringify(renderWebPost(post).quotes),
    ];
    for (const text of shown) {
      expect(text).toContain("Tide");
      expect(text).not.toContain("Fourth Paper");
      expect(text.length).toBeLessThan(1_500);
    }
    for (const text of shown.slice(0, 3)) expect(text.replace(/\p{Cf}/gu, ""), language).toContain(start.trim());
    expect(shown[0]).toContain("Tide \\*Daily\\*");
  }
});
