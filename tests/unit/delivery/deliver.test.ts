import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type DeliveryDependencies, deliverDue, toBackOffMs } from "../../../src/delivery/deliver.ts";
import { isDigest } from "../../../src/domain/digest.ts";
import type { SendOptions } from "../../../src/domain/platform.ts";
import type { Post } from "../../../src/domain/post.ts";
import type { Store } from "../../../src/domain/store.ts";
import { DEFAULT_DISPLAY, type Destination, type SendResult } from "../../../src/domain/subscription.ts";
import { buildArticle, buildFeed, buildPublication, buildSubscription, NOW } from "../../helpers/build.ts";
import { buildDelivering, buildPlatform } from "../../helpers/fake-platform.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const CHAT: Destination = { platform: "telegram", address: "1" };
const HOUR_MS = 60 * 60 * 1000;

interface Sent {
  readonly destination: Destination;
  readonly post: Post;
  readonly options: SendOptions | undefined;
}

let store: Store;
let nowMs: number;
let sent: Sent[];
/** What the platform answers, in order; "sent" when the list is used up. */
let answers: (SendResult | Error)[];

beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([buildFeed()], NOW);
  nowMs = NOW.getTime();
  sent = [];
  answers = [];
});
afterEach(() => store.close());

const telegram = buildPlatform({
  async send(destination, post, _id, options) {
    if (isDigest(post)) throw new Error("No digest is owed here.");
    sent.push({ destination, post, options });
    const answer = answers.shift() ?? { outcome: "sent", messageId: String(sent.length) };
    if (answer instanceof Error) throw answer;
    return answer;
  },
});

function dependencies(part: Partial<DeliveryDependencies> = {}): DeliveryDependencies {
  return buildDelivering({ store, platform: telegram, clock: () => new Date(nowMs) }, part);
}

/** Owes so many articles to the chat, oldest first. */
async function owe(count: number, part: Parameters<typeof buildSubscription>[0] = {}): Promise<void> {
  const subscription = await store.subscriptions.add(buildSubscription({ destination: CHAT, ...part }));
  const recipients = [{ subscriptionId: subscription.id, destination: CHAT }];
  for (let number = 1; number <= count; number++) {
    const url = `http://127.0.0.1:9/${number}`;
    const article = buildArticle({ url, canonicalUrl: url, title: `News ${number}`, text: `Text of ${number}.` });
    await store.articles.publish(buildPublication({ article, entryKeys: [url], recipients }));
  }
}

async function deliverAll(part: Partial<DeliveryDependencies> = {}): Promise<void> {
  while ((await deliverDue(dependencies(part), 10)) > 0);
}

test("what is owed is sent once, in order, as the subscription wants it shown", async () => {
  await owe(3, { display: { ...DEFAULT_DISPLAY, quotesMax: 0, sentencesMax: 1, isSilent: true } });
  await deliverAll();
  expect(sent.map((each) => each.post.headline)).toEqual(["News 1", "News 2", "News 3"]);
  expect(sent[0]?.options).toMatchObject({ isSilent: true, isCompact: false });
  await deliverAll();
  expect(sent).toHaveLength(3);
  expect(await store.outbox.count()).toMatchObject({ sent: 3, pending: 0 });
});

test("a channel told to wait keeps its order, and nothing overtakes", async () => {
  await owe(2);
  answers = [{ outcome: "retry", afterMs: 30_000, reason: "too many requests" }];
  await deliverAll();
  expect(sent).toHaveLength(1);
  nowMs += 30_001;
  await deliverAll();
  expect(sent.map((each) => each.post.headline)).toEqual(["News 1", "News 1", "News 2"]);
});

test("a send whose answer was lost is tried once more, then left uncertain", async () => {
  await owe(1);
  answers = [
    { outcome: "uncertain", reason: "reset" },
    { outcome: "uncertain", reason: "reset" },
  ];
  await deliverAll();
  nowMs += HOUR_MS;
  await deliverAll();
  nowMs += HOUR_MS;
  await deliverAll();
  expect(sent).toHaveLength(2);
  expect(sent[1]?.options?.firstSentAt).toEqual(NOW);
  expect(await store.outbox.count()).toMatchObject({ uncertain: 1 });
});

test("where nothing may be doubled, a lost answer is not tried again", async () => {
  await owe(1);
  answers = [{ outcome: "uncertain", reason: "reset" }];
  const inDoubt = { web: "repeat", discord: "repeat", telegram: "skip" } as const;
  await deliverAll({ inDoubt });
  nowMs += HOUR_MS;
  await deliverAll({ inDoubt });
  expect(sent).toHaveLength(1);
  expect(await store.outbox.count()).toMatchObject({ uncertain: 1 });
});

test("a channel that is gone is paused, and what it was owed is dropped", async () => {
  await owe(3);
  answers = [{ outcome: "gone", reason: "the bot was kicked" }];
  await deliverAll();
  expect(sent).toHaveLength(1);
  const [subscription] = await store.subscriptions.findByDestination(CHAT);
  expect(subscription?.pausedReason).toBe("gone: the bot was kicked");
  expect((await store.outbox.count()).pending).toBe(0);
});

test("a post the platform will never take does not hold up the next", async () => {
  await owe(2);
  answers = [{ outcome: "refused", reason: "bad request" }];
  await deliverAll();
  expect(sent.map((each) => each.post.headline)).toEqual(["News 1", "News 2"]);
  expect(await store.outbox.count()).toMatchObject({ failed: 1, sent: 1 });
});

test("a fault of the program is tried again, not lost", async () => {
  await owe(1);
  answers = [new Error("bug")];
  await deliverAll();
  nowMs += HOUR_MS;
  await deliverAll();
  expect(await store.outbox.count()).toMatchObject({ sent: 1 });
});

describe("not sent at all", () => {
  test("when the subscription has ended meanwhile", async () => {
    await owe(1);
    const [subscription] = await store.subscriptions.findByDestination(CHAT);
    if (subscription !== undefined) await store.subscriptions.remove(subscription.id, CHAT);
    await deliverAll();
    expect(sent).toEqual([]);
  });

  test("when it is two days old", async () => {
    await owe(1);
    nowMs += 49 * HOUR_MS;
    await deliverAll();
    expect(sent).toEqual([]);
    expect((await store.outbox.count()).pending).toBe(0);
  });
});

test("pauses double from five seconds to an hour, and obey the platform", () => {
  expect([1, 2, 3, 20].map((attempts) => toBackOffMs(attempts, 0))).toEqual([5_000, 10_000, 20_000, HOUR_MS]);
  expect(toBackOffMs(1, 90_000)).toBe(90_000);
});
