import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { toFeedId } from "../../../src/domain/id.ts";
import type { Reply } from "../../../src/domain/post.ts";
import type { Recipient, Store } from "../../../src/domain/store.ts";
import type { Subscription } from "../../../src/domain/subscription.ts";
import { ask, press, pressId, WEB_MAIN } from "../../helpers/ask.ts";
import { buildArticle, buildFeed, buildPublication, NOW } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const DISCORD = { platform: "discord", address: "1" } as const;

let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([buildFeed()], NOW);
});
afterEach(() => store.close());

const standing = () => store.subscriptions.findByDestination(WEB_MAIN);
const labels = (reply: Reply) => reply.buttons?.flat().map((button) => button.label) ?? [];
const details = (reply: Reply) => reply.lists?.[0]?.items.map((item) => item.detail) ?? [];
async function only(): Promise<Subscription> {
  const [first] = await standing();
  if (first === undefined) throw new Error("Expected a subscription.");
  return first;
}

test("who subscribes where the bot is refused is told so, not that news will come", async () => {
  await ask("/subscribe harbor-wire", { store });
  await store.holds.refuse(WEB_MAIN, "it may not send messages there", NOW);
  const { text } = await ask("/subscribe everything", { store });
  expect(text).toContain("Subscribed to all feeds (number 2). Paused, because the bot was refused here");
  expect(text).not.toContain("will come here");
});

describe("the list", () => {
  test("of one has its buttons at once; of several a number opens each", async () => {
    await ask("/subscribe everything", { store });
    expect(labels(await ask("/subscriptions", { store }))).toEqual(["Pause", "Edit", "Test", "Remove"]);
    await ask("/subscribe harbor-wire", { store });
    const list = await ask("/subscriptions", { store });
    expect(list.text).toBe("2 subscriptions in this channel. Press a number to pause, change, test or end one:");
    expect(labels(list)).toEqual(["1", "2"]);
    const one = await press(list, "2", { store });
    expect(one.lists?.[0]?.items.map((item) => item.text)).toEqual(["2. Harbor Wire"]);
    expect(labels(await press(one, "◀ All", { store }))).toEqual(["1", "2"]);
  });

  test("of many has pages", async () => {
    for (let number = 1; number <= 12; number++) await ask(`/subscribe everything words:word${number}`, { store });
    const first = await ask("/subscriptions", { store });
    expect(first.buttons?.map((row) => row.length)).toEqual([5, 5, 1]);
    const second = await press(first, "More ▶", { store });
    expect(labels(second)).toEqual(["11", "12", "◀ Back"]);
  });

  test("has no buttons for those who may not change anything, and a forged press is refused", async () => {
    await ask("/subscribe everything", { store });
    expect((await ask("/subscriptions", { store, isManager: false })).buttons).toBeUndefined();
    const refused = await pressId("v1:subscriptions:removed:1", { store, isManager: false });
    expect(refused.text).toBe("/subscriptions changes this channel, so only those who manage it may use it.");
    expect(await standing()).toHaveLength(1);
  });

  test("buttons fit where every platform keeps them: at most 64 bytes", async () => {
    await ask("/subscribe everything", { store });
    const list = await ask("/subscriptions", { store });
    const edit = await press(list, "Edit", { store });
    for (const button of [...(list.buttons?.flat() ?? []), ...(edit.buttons?.flat() ?? [])]) {
      expect(button.kind === "action" && Buffer.byteLength(button.id)).toBeLessThanOrEqual(64);
    }
  });
});

describe("health", () => {
  test("says that nothing was read, and which filter stops what came", async () => {
    await ask("/subscribe everything", { store });
    await ask("/subscribe everything words:zeppelin", { store });
    await ask("/subscribe everything speaker:moen", { store });
    await ask("/subscribe everything language:de", { store });
    await ask("/subscribe everything without:ferry", { store });
    expect(details(await ask("/subscriptions", { store }))[0]).toBe(
      "No post yet. No article came from its feeds in the last week.",
    );
    await store.articles.publish(buildPublication());
    expect(details(await ask("/subscriptions", { store }))).toEqual([
      "No post yet. 1 article of the last week fits.",
      "No post yet. Of 1 article of the last week none has its words.",
      "No post yet. Of 1 article of the last week none quotes its speaker.",
      "No post yet. Of 1 article of the last week none fits; it is in another language.",
      "No post yet. Of 1 article of the last week none fits; it has words left out.",
    ]);
  });

  test("names the last post, what waits, and what failed last", async () => {
    await ask("/subscribe everything", { store });
    const { id } = await only();
    const article = await store.articles.publish(buildPublication());
    await store.outbox.owe(article, { subscriptionId: id, destination: WEB_MAIN }, NOW);
    expect(details(await ask("/subscriptions", { store }))).toEqual(["No post yet. 1 post waiting."]);
    const [delivery] = await store.outbox.claim(NOW, 60_000, 1, "me");
    if (delivery === undefined) throw new Error("Expected a delivery.");
    await store.outbox.settle(delivery.id, { outcome: "refused", reason: "the embed was too large" }, NOW);
    expect(details(await ask("/subscriptions", { store }))[0]).toContain("Last failure: the embed was too large.");
    await store.outbox.settle(delivery.id, { outcome: "sent", messageId: "7" }, NOW);
    const later = new Date(NOW.getTime() + 3 * 60 * 60 * 1000);
    expect(details(await ask("/subscriptions", { store, now: later }))).toEqual(["Last post: 3 hours ago."]);
  });

  test("did not say that what fits was posted, waits, or is muted for another subscription", async () => {
    for (const wish of ["everything words:one", "everything digest:daily words:two", "everything"]) {
      await ask(`/subscribe ${wish}`, { store });
    }
    const [one, two] = await store.subscriptions.findByDestination(WEB_MAIN);
    if (one === undefined || two === undefined) throw new Error("Expected subscriptions.");
    const early = new Date(NOW.getTime() - 1000);
    const publish = (number: number, recipients: readonly Recipient[], fetchedAt = NOW) => {
      const url = `http://127.0.0.1:9/${number}`;
      const article = buildArticle({ url, canonicalUrl: url, title: `News ${number}`, fetchedAt });
      return store.articles.publish(buildPublication({ article, recipients }));
    };
    const posted = { subscriptionId: one.id, destination: WEB_MAIN };
    await publish(1, [posted]);
    await publish(2, [posted]);
    for (const { id } of [...(await store.outbox.claim(NOW, 60_000, 1, "me"))]) {
      await store.outbox.settle(id, { outcome: "sent", messageId: "7" }, NOW);
    }
    const waits = { subscriptionId: two.id, destination: WEB_MAIN, waitsUntil: new Date(NOW.getTime() + 1000) };
    await publish(3, [waits]);
    const muted = await publish(4, [waits]);
    await store.outbox.mute(muted, WEB_MAIN, NOW);
    await publish(5, [], early);
    expect(details(await ask("/subscriptions", { store }))[2]).toBe(
      "No post yet. 5 articles of the last week fit. Posted for number 1: 1. Waiting for number 1: 1. Waiting for number 2: 1. Of muted stories: 1. Read before it was made: 1.",
    );
    await store.subscriptions.remove(one.id, WEB_MAIN);
    expect(details(await ask("/subscriptions", { store }))[1]).toContain(
      "Posted for a subscription that has ended: 1.",
    );
  });

  test("did not say that what waits does so for its story to grow", async () => {
    await ask("/subscribe everything size:3", { store });
    const { id } = await only();
    await store.articles.publish(
      buildPublication({ recipients: [{ subscriptionId: id, destination: WEB_MAIN, sizeMin: 3 }] }),
    );
    expect(details(await ask("/subscriptions", { store }))).toEqual([
      "carried by 3 outlets or more. No post yet. Waiting for their stories to grow: 1.",
    ]);
  });

  test("names a feed that fails, one that is read no more, and one that is gone", async () => {
    await ask("/subscribe harbor-wire", { store });
    const state = await store.feeds.getState(toFeedId("harbor-wire"));
    await store.feeds.saveState({ ...state, lastError: "The server answered 500." });
    expect(details(await ask("/subscriptions", { store }))[0]).toContain(
      "Harbor Wire has trouble: The server answered 500.",
    );
    await store.feeds.saveState({ ...state, disabledReason: "It is gone (410)." });
    expect(details(await ask("/subscriptions", { store }))[0]).toContain(
      "Harbor Wire is no longer read: It is gone (410).",
    );
    await store.feeds.remove(toFeedId("harbor-wire"));
    expect(details(await ask("/subscriptions", { store }))[0]).toContain("harbor-wire is no feed any more.");
  });
});

describe("buttons", () => {
  test("pause and resume", async () => {
    await ask("/subscribe everything", { store });
    const paused = await press(await ask("/subscriptions", { store }), "Pause", { store });
    expect(paused.text).toBe("Paused: nothing more comes until you resume it.");
    expect((await only()).pausedReason).toBe("paused");
    expect(details(paused)).toEqual(["Paused here."]);
    await press(paused, "Resume", { store });
    expect((await only()).pausedReason).toBeNull();
  });

  test("test posts the newest that fits, and what was posted before only shows", async () => {
    await ask("/subscribe everything words:ferry", { store });
    const list = await ask("/subscriptions", { store });
    expect((await press(list, "Test", { store })).text).toBe(
      "Nothing of the last week fits, so there is nothing to post.",
    );
    await store.articles.publish(buildPublication());
    expect((await press(list, "Test", { store })).text).toBe("The newest brief that fits is being posted.");
    expect(await store.outbox.findByDestination(WEB_MAIN, 5)).toHaveLength(1);
    const again = await press(list, "Test", { store });
    expect(again.posts?.map((post) => post.headline)).toEqual(["Ferry to Port Halden stops for a week"]);
    expect(await store.outbox.findByDestination(WEB_MAIN, 5)).toHaveLength(1);
  });

  test("test said that what waits, or was given up before any try, was posted before", async () => {
    await ask("/subscribe everything digest:daily", { store });
    const { id } = await only();
    const waits = { subscriptionId: id, destination: WEB_MAIN, waitsUntil: new Date(NOW.getTime() + 1000) };
    await store.articles.publish(buildPublication({ recipients: [waits] }));
    const list = await ask("/subscriptions", { store });
    expect((await press(list, "Test", { store })).text).toBe(
      "The newest brief that fits waits already and comes by itself. This is it:",
    );
    const [delivery] = await store.outbox.findByDestination(WEB_MAIN, 5);
    if (delivery === undefined) throw new Error("Expected a delivery.");
    await store.digests.drop([delivery.id], "the subscription is paused", NOW);
    expect((await press(list, "Test", { store })).text).toBe("The newest brief that fits is being posted.");
    const [claimed] = await store.outbox.claim(NOW, 60_000, 1, "me");
    if (claimed === undefined) throw new Error("Expected a delivery.");
    await store.outbox.markSending(claimed.id, "me", NOW);
    await store.outbox.settle(claimed.id, { outcome: "refused", reason: "too large" }, NOW, "me");
    expect((await press(list, "Test", { store })).text).toBe(
      "The newest brief that fits could not be posted here: too large. This is it:",
    );
  });

  test("remove asks first", async () => {
    await ask("/subscribe everything", { store });
    const asked = await press(await ask("/subscriptions", { store }), "Remove", { store });
    expect(asked.text).toBe("Remove this subscription for good?");
    await press(asked, "No, keep", { store });
    expect(await standing()).toHaveLength(1);
    const removed = await press(asked, "Yes, remove", { store });
    expect(removed.text).toContain("Unsubscribed from all feeds.");
    expect(await standing()).toEqual([]);
    expect((await press(asked, "Yes, remove", { store })).text).toContain("That subscription has ended.");
  });

  test("edit changes how posts look and when they come", async () => {
    await ask("/subscribe everything", { store });
    let shown = await press(await ask("/subscriptions", { store }), "Edit", { store });
    expect(shown.text).toContain("/edit 1 words:ferry");
    for (const label of ["Fewer quotes", "Longer", "Silent", "Compact", "Daily digest"]) {
      shown = await press(shown, label, { store });
    }
    expect((await only()).display).toMatchObject({
      quotesMax: 2,
      sentencesMax: 4,
      isSilent: true,
      isCompact: true,
      rhythm: "daily",
    });
    expect(labels(shown)).toContain("With sound");
    expect(labels(await press(shown, "◀ Done", { store }))).toContain("Pause");
  });

  test.each(["set:1:quotes:9", "set:1:rhythm:hourly", "set:1:color:1", "explode:1", "set"])(
    "%s is no button",
    async (rest) => {
      await ask("/subscribe everything", { store });
      const before = await only();
      expect((await pressId(`v1:subscriptions:${rest}`, { store })).text).toMatch(/button is old|has ended/);
      expect(await only()).toEqual(before);
    },
  );

  test("never touch another channel's", async () => {
    await ask("/subscribe everything", { store });
    expect((await pressId("v1:subscriptions:removed:1", { store, destination: DISCORD })).text).toContain("has ended");
    expect(await standing()).toHaveLength(1);
  });
});
