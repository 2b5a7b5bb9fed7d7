import { afterEach, beforeEach, expect, test } from "vitest";
import { type DeliveryDependencies, deliverDue } from "../../../src/delivery/deliver.ts";
import { editDue } from "../../../src/delivery/edit.ts";
import type { Post } from "../../../src/domain/post.ts";
import type { Store } from "../../../src/domain/store.ts";
import type { Destination, SendResult } from "../../../src/domain/subscription.ts";
import { buildArticle, buildPublication, buildSubscription, NOW } from "../../helpers/build.ts";
import { buildDelivering, buildPlatform } from "../../helpers/fake-platform.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const CHAT: Destination = { platform: "telegram", address: "1" };
const HOUR_MS = 60 * 60 * 1000;

let store: Store;
let nowMs: number;
let edited: { readonly messageId: string; readonly post: Post }[];
/** What the platform answers, in order; "sent" when the list is used up. */
let answers: (SendResult | Error)[];

const telegram = buildPlatform({
  send: async () => ({ outcome: "sent", messageId: "m1" }),
  async edit(_destination, messageId, post) {
    edited.push({ messageId, post });
    const answer = answers.shift() ?? { outcome: "sent", messageId };
    if (answer instanceof Error) throw answer;
    return answer;
  },
});
const dependencies = (): DeliveryDependencies =>
  buildDelivering({ store, platform: telegram, clock: () => new Date(nowMs) });

/** An article posted to the chat, and its page corrected since. */
async function postAndCorrect(): Promise<void> {
  const subscription = await store.subscriptions.add(buildSubscription({ destination: CHAT }));
  const publication = buildPublication({ recipients: [{ subscriptionId: subscription.id, destination: CHAT }] });
  await store.articles.publish(publication);
  await deliverDue(dependencies(), 10);
  await store.articles.publish(buildPublication({ article: buildArticle({ text: "The ferry stops for a month." }) }));
}

beforeEach(async () => {
  store = await openMemoryStore();
  nowMs = NOW.getTime();
  edited = [];
  answers = [];
});
afterEach(() => store.close());

test("a corrected article is shown in its post, marked updated, once", async () => {
  await postAndCorrect();
  expect(await editDue(dependencies(), 10)).toBe(1);
  expect(edited).toMatchObject([
    { messageId: "m1", post: { isUpdated: true, sentences: ["The ferry stops for a month."] } },
  ]);
  expect(await editDue(dependencies(), 10)).toBe(0);
  expect(await store.outbox.countEdits()).toBe(0);
});

test.each([
  { outcome: "retry", afterMs: 1_000, reason: "429" } as const,
  { outcome: "uncertain", reason: "no answer" } as const,
  new Error("bug"),
])("an edit that did not go through is tried again later", async (answer) => {
  await postAndCorrect();
  answers = [answer];
  await editDue(dependencies(), 10);
  expect(await editDue(dependencies(), 10)).toBe(0);
  nowMs += HOUR_MS;
  await editDue(dependencies(), 10);
  expect(edited).toHaveLength(2);
  expect(await store.outbox.countEdits()).toBe(0);
});

test("an edit the platform refuses, as of a deleted message, is given up and pauses nothing", async () => {
  await postAndCorrect();
  answers = [{ outcome: "gone", reason: "no such message" }];
  await editDue(dependencies(), 10);
  nowMs += HOUR_MS;
  expect(await editDue(dependencies(), 10)).toBe(0);
  expect((await store.subscriptions.findByDestination(CHAT))[0]?.pausedReason).toBeNull();
});

test("an edit that never goes through is given up after some tries", async () => {
  await postAndCorrect();
  answers = Array.from({ length: 50 }, () => ({ outcome: "retry", afterMs: 0, reason: "429" }) as const);
  for (let count = 0; count < 20; count++) {
    await editDue(dependencies(), 10);
    nowMs += HOUR_MS;
  }
  expect(edited).toHaveLength(8);
  expect(await store.outbox.countEdits()).toBe(0);
});

test("after an unsubscribe the posts are left alone", async () => {
  await postAndCorrect();
  const [subscription] = await store.subscriptions.findByDestination(CHAT);
  if (subscription === undefined) throw new Error("Expected a subscription.");
  await store.subscriptions.remove(subscription.id, CHAT);
  await editDue(dependencies(), 10);
  expect(edited).toEqual([]);
  expect(await store.outbox.countEdits()).toBe(0);
});
