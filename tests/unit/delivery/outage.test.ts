/** A platform that is away for hours: with a clock moved by hand, and a platform that fails as it is told. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { type DeliveryDependencies, deliverDue } from "../../../src/delivery/deliver.ts";
import { gatherDue } from "../../../src/delivery/gather.ts";
import { type Digest, isDigest } from "../../../src/domain/digest.ts";
import type { Post } from "../../../src/domain/post.ts";
import type { Store } from "../../../src/domain/store.ts";
import {
  DEFAULT_DISPLAY,
  type Destination,
  type PlatformName,
  type SendResult,
} from "../../../src/domain/subscription.ts";
import { buildArticle, buildFeed, buildPublication, buildSubscription } from "../../helpers/build.ts";
import { buildDelivering, buildPlatform } from "../../helpers/fake-platform.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const CHAT: Destination = { platform: "telegram", address: "1" };
const OTHER: Destination = { platform: "telegram", address: "2" };
const MINUTE_MS = 60_000;
const START_MS = Date.parse("2026-11-20T12:00:00Z");

let store: Store;
let nowMs: number;
let tries: { readonly address: string; readonly at: number }[];
let sent: { readonly address: string; readonly post: Post | Digest }[];
let fail: (destination: Destination) => SendResult | null;
let count: number;
const lastSentAt = new Map<PlatformName, number>();

beforeEach(async () => {
  store = await openMemoryStore();
  nowMs = START_MS;
  await store.feeds.save([buildFeed()], new Date(nowMs));
  for (const destination of [CHAT, OTHER]) await store.subscriptions.add(buildSubscription({ destination }));
  tries = [];
  sent = [];
  fail = () => null;
  count = 0;
  lastSentAt.clear();
});
afterEach(() => store.close());

const telegram = buildPlatform({
  async send(destination, post) {
    tries.push({ address: destination.address, at: nowMs });
    const failure = fail(destination);
    if (failure !== null) return failure;
    sent.push({ address: destination.address, post });
    return { outcome: "sent", messageId: String(sent.length) };
  },
});

const dependencies = (): DeliveryDependencies =>
  buildDelivering({ store, platform: telegram, clock: () => new Date(nowMs) }, { lastSentAt });

async function publish(destination = CHAT, which = 0): Promise<string> {
  count += 1;
  const url = `http://127.0.0.1:9/${count}`;
  const title = `News ${count}`;
  const subscription = (await store.subscriptions.findByDestination(destination))[which];
  if (subscription === undefined) throw new Error("No subscription there.");
  const recipients = [{ subscriptionId: subscription.id, destination }];
  const article = buildArticle({ url, canonicalUrl: url, title, text: `Text of ${count}.` });
  await store.articles.publish(buildPublication({ article, entryKeys: [url], recipients, now: new Date(nowMs) }));
  return title;
}

/** Minute by minute, or where hours pass in longer steps, as the app's loop does. */
async function pass(minutes: number): Promise<void> {
  const step = minutes >= 600 ? 60 : minutes > 30 ? 10 : 1;
  for (let minute = 0; minute < minutes; minute += step) {
    nowMs += step * MINUTE_MS;
    do await gatherDue(dependencies(), 10);
    while ((await deliverDue(dependencies(), 10)) > 0);
  }
}

const headlines = (post: Post | Digest): readonly string[] =>
  isDigest(post) ? post.groups.flatMap(({ entries }) => entries.map(({ headline }) => headline)) : [post.headline];
const listSent = (address = CHAT.address): readonly string[] =>
  sent.filter((each) => each.address === address).flatMap(({ post }) => headlines(post));

const AWAY: SendResult = { outcome: "retry", afterMs: 15_000, reason: "HTTP 502", isServerFault: true };

test("a platform that is away for a day and a half loses no post", async () => {
  const titles: string[] = [];
  fail = () => AWAY;
  for (let hour = 0; hour < 36; hour += 3) {
    titles.push(await publish());
    await pass(180);
  }
  expect(sent).toEqual([]);
  fail = () => null;
  await pass(15);
  expect([...listSent()].sort()).toEqual([...titles].sort());
  expect(await store.outbox.count()).toMatchObject({ failed: 0, pending: 0, waiting: 0, uncertain: 0 });
});

test("what waited longer than an hour leaves as one digest, not as a burst", async () => {
  fail = () => AWAY;
  const titles = [await publish(), await publish(), await publish()];
  await pass(90);
  titles.push(await publish());
  await pass(90);
  fail = () => null;
  await pass(15);
  expect(sent).toHaveLength(1);
  expect([...listSent()].sort()).toEqual(titles);
  await publish();
  await pass(1);
  expect(sent).toHaveLength(2);
  expect(sent[1]?.post).not.toHaveProperty("groups");
});

/** Three subscriptions in the chat, one with a title and one with quiet hours at night; each is owed something. */
async function oweThree(): Promise<readonly string[]> {
  for (const display of [{ title: "Harbor" }, { quietFrom: "23:00", quietTo: "06:00" }]) {
    await store.subscriptions.add(
      buildSubscription({ destination: CHAT, display: { ...DEFAULT_DISPLAY, ...display } }),
    );
  }
  const titles: string[] = [];
  for (const which of [0, 1, 2, 1]) titles.push(await publish(CHAT, which));
  return titles;
}

test("what is late by several subscriptions of a channel leaves as one digest under no one's title", async () => {
  fail = () => AWAY;
  const titles = await oweThree();
  await pass(120);
  fail = () => null;
  await pass(15);
  expect(sent.map(({ post }) => isDigest(post) && post.title)).toEqual([null]);
  expect([...listSent()].sort()).toEqual([...titles].sort());
  expect(await store.outbox.count()).toMatchObject({ sent: 4, pending: 0, waiting: 0, gathered: 0 });
});

test("a subscription that ends takes nothing of the others out of their late digest", async () => {
  fail = () => AWAY;
  const [ofFirst, ...others] = await oweThree();
  await pass(120);
  const [first] = await store.subscriptions.findByDestination(CHAT);
  if (first === undefined) throw new Error("No subscription there.");
  await store.subscriptions.remove(first.id, CHAT);
  fail = () => null;
  await pass(15);
  expect([...listSent()].sort()).toEqual([...others].sort());
  expect(listSent()).not.toContain(ofFirst);
  expect(await store.outbox.count()).toMatchObject({ sent: 3, pending: 0, waiting: 0, gathered: 0 });
});

test("one post alone leaves as a post, however late", async () => {
  fail = () => AWAY;
  const title = await publish();
  await pass(300);
  fail = () => null;
  await pass(15);
  expect(sent.map(({ post }) => isDigest(post))).toEqual([false]);
  expect(listSent()).toEqual([title]);
});

test("what is older than two days is dropped after an outage, the rest is not", async () => {
  fail = () => AWAY;
  await publish();
  await pass(30 * 60);
  const titles = [await publish(), await publish()];
  await pass(20 * 60);
  fail = () => null;
  await pass(15);
  expect([...listSent()].sort()).toEqual(titles);
  expect(await store.outbox.count()).toMatchObject({ failed: 1, sent: 2 });
});

test("a chat on hold for three hours loses nothing: waiting is no try", async () => {
  fail = () => ({ outcome: "retry", afterMs: MINUTE_MS, reason: "the chat is on hold", isUntried: true });
  const title = await publish();
  await pass(3 * 60);
  expect(tries.length).toBeGreaterThan(15);
  fail = () => null;
  await pass(2);
  expect(listSent()).toEqual([title]);
});

test("a post the server fails at each time does not hold up its channel while others pass", async () => {
  fail = ({ address }) => (address === CHAT.address && tries.length < 1_000 && listSent().length === 0 ? AWAY : null);
  await publish();
  for (let round = 0; round < 20; round += 1) {
    await publish(OTHER);
    await pass(60);
  }
  expect(await store.outbox.count()).toMatchObject({ failed: 1, pending: 0 });
});

test("a fault of the program with one post is given up after twelve tries", async () => {
  let faultCount = 0;
  const { get } = store.articles;
  store.articles.get = async () => {
    faultCount += 1;
    throw new Error("a bug");
  };
  await publish();
  await pass(24 * 60);
  store.articles.get = get;
  expect(faultCount).toBe(12);
  expect(await store.outbox.count()).toMatchObject({ failed: 1 });
});

test("a channel with a long line leaves the others their turn", async () => {
  for (let each = 0; each < 5; each += 1) await publish();
  nowMs += MINUTE_MS;
  await publish(OTHER);
  nowMs += MINUTE_MS;
  for (let each = 0; each < 3; each += 1) await deliverDue(dependencies(), 1);
  expect(sent.map(({ address }) => address)).toContain(OTHER.address);
});
