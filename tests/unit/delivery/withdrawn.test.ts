/** A quote that its article takes back or puts right is marked in the posts that carried it, also in other outlets' posts. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { deliverDue } from "../../../src/delivery/deliver.ts";
import { editDue } from "../../../src/delivery/edit.ts";
import type { Brief } from "../../../src/domain/article.ts";
import { type ArticleId, toFeedId } from "../../../src/domain/id.ts";
import type { Post } from "../../../src/domain/post.ts";
import type { Store } from "../../../src/domain/store.ts";
import type { Destination } from "../../../src/domain/subscription.ts";
import { sayIn } from "../../../src/messages/say.ts";
import { toQuoteBlock } from "../../../src/platforms/discord/post-text.ts";
import { renderPost } from "../../../src/platforms/telegram/posts/render.ts";
import { renderRichPost } from "../../../src/platforms/telegram/posts/rich.ts";
import { renderPost as renderWebPost } from "../../../src/platforms/web/render.ts";
import { buildArticle, buildPublication, buildQuote, buildSubscription, NOW } from "../../helpers/build.ts";
import { buildDelivering, buildPlatform } from "../../helpers/fake-platform.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const CHAT: Destination = { platform: "telegram", address: "1" };
const WORDS = "The slipway will be closed before the first frost of the year";
const AROUND = ["The slipway of Torsholm was measured on Friday.", "Forty families wait for a place at the quay."];

let store: Store;
let edited: Post[];

const telegram = buildPlatform({
  send: async () => ({ outcome: "sent", messageId: "m1" }),
  async edit(_destination, messageId, post) {
    edited.push(post);
    return { outcome: "sent", messageId };
  },
});
const dependencies = (now = NOW) => buildDelivering({ store, platform: telegram, clock: () => now });
const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

interface Telling {
  readonly outlet: string;
  /** Null: nobody is quoted. */
  readonly words: string | null;
  readonly around?: readonly string[];
  readonly editionOf?: ArticleId;
  readonly storyOf?: ArticleId;
  readonly at?: Date;
  /** In place of key quotes. */
  readonly sentences?: Brief["sentences"];
}

async function publish({
  outlet,
  words,
  around = AROUND,
  editionOf,
  storyOf,
  at = NOW,
  sentences,
}: Telling): Promise<ArticleId> {
  const said = words === null ? [] : [`“${words},” said Ada Lindqvist at the quay.`];
  const text = [around[0], ...said, ...around.slice(1)].join("\n\n");
  const url = `http://127.0.0.1:9/${encodeURIComponent(outlet)}`;
  const subscription = buildSubscription({ destination: CHAT });
  const isFirst = editionOf === undefined && storyOf === undefined;
  const recipients = isFirst
    ? [{ subscriptionId: (await store.subscriptions.add(subscription)).id, destination: CHAT }]
    : [];
  const publication = buildPublication({
    article: buildArticle({
      feedId: toFeedId(outlet.toLowerCase().replaceAll(" ", "-")),
      url,
      canonicalUrl: url,
      outlet,
      text,
      title: `Slipway measured, says ${outlet}`,
      fetchedAt: at,
    }),
    quotes: words === null ? [] : [buildQuote(text, words, "Ada Lindqvist")],
    recipients,
  });
  return store.articles.publish({
    ...publication,
    ...(sentences === undefined ? {} : { brief: { ...publication.brief, sentences, quotes: [] } }),
    now: at,
    ...(editionOf === undefined ? {} : { editionOf }),
    ...(storyOf === undefined ? {} : { storyOf }),
  });
}

async function postFirst(): Promise<ArticleId> {
  const first = await publish({ outlet: "Harbor Wire", words: WORDS });
  await deliverDue(dependencies(later(1)), 10);
  return first;
}

/** The post as it is once its article has become that. */
async function correct(change: Partial<Telling>): Promise<Post | undefined> {
  const editionOf = await postFirst();
  await publish({ outlet: "Harbor Wire", words: WORDS, at: later(5), editionOf, ...change });
  expect(await editDue(dependencies(later(6)), 10)).toBe(1);
  return edited.at(-1);
}

beforeEach(async () => {
  store = await openMemoryStore();
  edited = [];
});
afterEach(() => store.close());

test("a quote taken back stays in the post, marked, and once only", async () => {
  const editionOf = await postFirst();
  await publish({ outlet: "Harbor Wire", words: null, at: later(5), editionOf });
  await editDue(dependencies(later(6)), 10);
  await publish({ outlet: "Harbor Wire", words: null, around: [...AROUND, "A note."], at: later(9), editionOf });
  await editDue(dependencies(later(10)), 10);
  for (const post of edited) {
    expect(post.quotes).toMatchObject([{ text: WORDS, speaker: "Ada Lindqvist", fate: "withdrawn" }]);
  }
  expect(edited).toHaveLength(2);
});

test("one that was put right stands beside the right words", async () => {
  const right = "The slipway will not be closed before the first frost of the year";
  const post = await correct({ words: right });
  expect(post?.quotes.map(({ text, fate = null }) => [text, fate])).toEqual([
    [right, null],
    [WORDS, "corrected"],
  ]);
});

test.each<[string, Partial<Telling>]>([
  ["was cut", { words: "The slipway will be closed before the first frost" }],
  ["has other marks", { words: "The slipway will be closed — before the first frost, of the year" }],
  ["stands in an article written anew", { words: null, around: ["Winter came early this time.", "Boats lie ashore."] }],
  ["stands as it stood", { around: [...AROUND, "The council meets on Monday."] }],
])("nothing is said of a quote that %s", async (_case, change) => {
  expect((await correct(change))?.quotes.every(({ fate }) => fate === undefined)).toBe(true);
});

test("a quote that stood in the summary is marked, too", async () => {
  const said = `“${WORDS},” said Ada Lindqvist at the quay.`;
  const text = [AROUND[0], said, AROUND[1]].join("\n\n");
  const start = text.indexOf(said);
  const sentences = [{ text: said, start, end: start + said.length, edited: false }];
  const editionOf = await publish({ outlet: "Harbor Wire", words: WORDS, sentences });
  await deliverDue(dependencies(later(1)), 10);
  await publish({ outlet: "Harbor Wire", words: null, at: later(5), editionOf });
  await editDue(dependencies(later(6)), 10);
  expect(edited.at(-1)?.quotes).toMatchObject([{ text: WORDS, fate: "withdrawn" }]);
});

test("what was gone before the post left was never in it", async () => {
  const editionOf = await publish({ outlet: "Harbor Wire", words: WORDS });
  await publish({ outlet: "Harbor Wire", words: null, at: later(5), editionOf });
  await deliverDue(dependencies(later(6)), 10);
  await publish({ outlet: "Harbor Wire", words: null, around: [...AROUND, "A note."], at: later(9), editionOf });
  await editDue(dependencies(later(10)), 10);
  expect(edited.at(-1)?.quotes).toEqual([]);
});

test("another outlet that takes the words back is named beside them, in place of “also in”", async () => {
  const first = await postFirst();
  const other = await publish({ outlet: "Tide Daily", words: WORDS, storyOf: first });
  await editDue(dependencies(later(2)), 10);
  expect(edited.at(-1)?.quotes).toMatchObject([{ alsoIn: ["Tide Daily"] }]);
  await publish({ outlet: "Tide Daily", words: null, at: later(5), editionOf: other });
  expect(await editDue(dependencies(later(6)), 10)).toBe(1);
  expect(edited.at(-1)?.quotes).toMatchObject([{ text: WORDS, goneFrom: ["Tide Daily"] }]);
  expect(edited.at(-1)?.quotes[0]).not.toHaveProperty("alsoIn");
});

test("every platform strikes it through or says so", async () => {
  const post = await correct({ words: null });
  const quote = post?.quotes[0];
  if (post === undefined || quote === undefined) throw new Error("There is no quote.");
  const discord = toQuoteBlock(quote, post.url, sayIn("en"));
  expect(discord).toContain(`> ~~${WORDS}~~`);
  expect(discord).toMatch(/— Ada Lindqvist · no longer in the article$/);
  expect(JSON.stringify(renderPost(post))).toContain(`<s>${WORDS}</s>`);
  for (const text of [renderPost(post), renderRichPost(post)].map((each) => JSON.stringify(each))) {
    expect(text).toContain("no longer in the article");
  }
  expect(renderWebPost(post).quotes).toMatchObject([{ fate: "withdrawn" }]);
});
