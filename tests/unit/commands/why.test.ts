import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { toFeedId, toSubscriptionId } from "../../../src/domain/id.ts";
import type { Recipient, Store } from "../../../src/domain/store.ts";
import { EMPTY_FILTER } from "../../../src/domain/subscription.ts";
import { ask, press, WEB_MAIN } from "../../helpers/ask.ts";
import { buildArticle, buildFeed, buildPublication, buildSubscription, NOW } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const URL_OF_FERRY = "http://127.0.0.1:9/ferry";
const HOUR_MS = 60 * 60 * 1000;
const later = (ms: number): Date => new Date(NOW.getTime() + ms);

let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save(
    [buildFeed(), buildFeed({ id: toFeedId("glen-sport"), title: "Glen Sport", url: "http://127.0.0.1:9/s" })],
    NOW,
  );
});
afterEach(() => store.close());

const owe = (part: Partial<Recipient> = {}): readonly Recipient[] => [
  { subscriptionId: toSubscriptionId(1), destination: WEB_MAIN, ...part },
];
const publish = (part: Parameters<typeof buildPublication>[0] = {}) => store.articles.publish(buildPublication(part));
const why = (line = `/why ${URL_OF_FERRY}`, now = NOW) => ask(line, { store, now });
async function settle(result: Parameters<Store["outbox"]["settle"]>[1]): Promise<void> {
  const [delivery] = await store.outbox.claim(NOW, 60_000, 1, "me");
  if (delivery === undefined) throw new Error("Expected a delivery.");
  await store.outbox.markSending(delivery.id, "me", NOW);
  await store.outbox.settle(delivery.id, result, NOW);
}

describe("an article that was owed", () => {
  test("was posted", async () => {
    await publish({ recipients: owe() });
    expect((await why()).text).toBe("It is waiting in line and will be posted in a moment.");
    await settle({ outcome: "sent", messageId: "7" });
    const reply = await why(undefined, later(3 * HOUR_MS));
    // Which subscription brought it was left to be guessed, though none there is does.
    expect(reply.text).toBe("It was posted here: 3 hours ago. The subscription that brought it has ended.");
    expect(reply.lists?.[0]?.items[0]).toEqual({
      text: "Ferry to Port Halden stops for a week",
      url: URL_OF_FERRY,
      detail: "Harbor Wire · 20 Nov 2026",
    });
  });

  test("leads to the post, where the platform has a link for it", async () => {
    await publish({ recipients: owe() });
    const linkTo = (place: { address: string }, messageId: string, server: string | null) =>
      `https://chat.example/${server}/${place.address}/${messageId}`;
    expect((await ask(`/why ${URL_OF_FERRY}`, { store, linkTo, server: "guild" })).buttons).toBeUndefined();
    await settle({ outcome: "sent", messageId: "7" });
    const url = "https://chat.example/guild/main/7";
    expect((await ask(`/why ${URL_OF_FERRY}`, { store, linkTo, server: "guild" })).buttons).toEqual([
      [{ kind: "link", label: "See the post", url }],
    ]);
    expect((await why()).buttons).toBeUndefined();
    await ask("/subscribe everything", { store });
    const listed = await ask("/subscriptions", { store, linkTo, server: "guild" });
    expect(listed.lists?.[0]?.items.map((item) => item.url)).toEqual([url]);
  });

  test("failed, with the reason", async () => {
    await publish({ recipients: owe() });
    await settle({ outcome: "refused", reason: "the embed was too large" });
    expect((await why()).text).toBe("It could not be posted: the embed was too large.");
  });

  test("that was posted before its story was muted said so, and nothing of the mute", async () => {
    await publish({ recipients: owe() });
    await store.subscriptions.add(buildSubscription({ destination: WEB_MAIN }));
    await settle({ outcome: "sent", messageId: "7" });
    await ask(`/mute ${URL_OF_FERRY}`, { store });
    const reply = await why(undefined, later(3 * HOUR_MS));
    expect(reply.text).toBe(
      "It was posted here: 3 hours ago. Its story is muted here since: nothing more of it comes.",
    );
    expect((await press(reply, "Unmute this story", { store })).text).toContain("comes here again");
    expect((await why(undefined, later(3 * HOUR_MS))).text).toBe("It was posted here: 3 hours ago.");
  });

  test("of a muted story was told as a failure; it says that the story is muted, and takes the mute back", async () => {
    await ask("/subscribe everything digest:daily", { store });
    const id = await publish({ recipients: owe({ waitsUntil: later(7 * HOUR_MS) }) });
    await ask(`/mute ${URL_OF_FERRY}`, { store });
    const url = "http://127.0.0.1:9/second";
    const article = buildArticle({ url, canonicalUrl: url, outlet: "Quay Post", title: "No ferry this week" });
    await publish({ article, storyOf: id, recipients: owe() });
    const muted = "It does not come, for its story is muted here.";
    expect((await why()).text).toBe(muted);
    const reply = await why(`/why ${url}`);
    expect(reply.text).toBe(muted);
    expect((await ask(`/why ${url}`, { store, isManager: false })).buttons).toBeUndefined();
    const listed = await ask("/subscriptions", { store });
    expect(listed.lists?.[0]?.items[0]?.detail).not.toMatch(/failure/i);
    expect((await press(reply, "Unmute this story", { store })).text).toContain("comes here again");
    // Its hour is worked out anew in a moment.
    expect((await why()).text).toContain("waiting in line");
  });

  test("may have arrived", async () => {
    await publish({ recipients: owe() });
    await settle({ outcome: "uncertain", reason: "the answer was lost" });
    expect((await why()).text).toContain("It may have been posted");
  });

  test("waits for its hour, told in the subscription's own zone, or for its story", async () => {
    await ask("/subscribe everything digest:daily at:20:00 zone:Europe/Berlin", { store });
    await publish({ recipients: owe({ waitsUntil: later(7 * HOUR_MS) }) });
    expect((await why()).text).toBe(
      "It waits until 20 Nov 2026, 20:00 (Europe/Berlin), for a digest or the end of quiet hours.",
    );
    const url = "http://127.0.0.1:9/pier";
    await publish({ article: buildArticle({ url, canonicalUrl: url }), recipients: owe({ sizeMin: 3 }) });
    expect((await why(`/why ${url}`)).text).toBe("It waits until 3 outlets carry its story.");
  });

  test("is of a story posted before", async () => {
    const first = await publish({ recipients: owe() });
    await settle({ outcome: "sent", messageId: "7" });
    const url = "http://127.0.0.1:9/second";
    const article = buildArticle({ url, canonicalUrl: url, outlet: "Quay Post", title: "No ferry this week" });
    await publish({ article, storyOf: first, recipients: owe() });
    expect((await why(`/why ${url}`, later(HOUR_MS))).text).toBe(
      "It was not posted, for another article of the same story was: “Ferry to Port Halden stops for a week” (1 hour ago).",
    );
  });
});

describe("an article that was not owed", () => {
  test("to a channel without subscriptions", async () => {
    await publish();
    expect((await why()).text).toBe("It was read, but this channel has no subscriptions.");
  });

  test("names for each subscription what it fails at", async () => {
    for (const wish of [
      "glen-sport",
      "everything words:zeppelin",
      "everything without:engine",
      "everything speaker:moen",
      "everything language:de",
      "everything words:ferry",
    ]) {
      await ask(`/subscribe ${wish}`, { store });
    }
    const [last] = (await store.subscriptions.findByDestination(WEB_MAIN)).slice(-1);
    if (last !== undefined) await store.subscriptions.update({ ...last, pausedReason: "paused" });
    await publish();
    const reply = await why();
    expect(reply.text).toBe("It was read, but no subscription of this channel wants it.");
    expect(reply.lists?.[0]?.items.slice(1).map((item) => item.detail)).toEqual([
      "is from another feed: Harbor Wire",
      "has none of its words",
      "has the words left out: “engine”",
      "does not quote moen",
      "is in another language: English",
      "fits, but is paused",
    ]);
  });

  test("was there before the subscription, or came with too much else", async () => {
    await publish();
    await ask("/subscribe everything words:ferry", { store, now: later(HOUR_MS) });
    // The sample is taken back, as if none had been sent.
    const url = "http://127.0.0.1:9/old";
    await publish({ article: buildArticle({ url, canonicalUrl: url }) });
    expect((await why(`/why ${url}`, later(HOUR_MS))).text).toBe(
      "It was read before the subscription that wants it was made.",
    );
    const flood = "http://127.0.0.1:9/flood";
    const article = buildArticle({ url: flood, canonicalUrl: flood, fetchedAt: later(2 * HOUR_MS) });
    await publish({ article });
    expect((await why(`/why ${flood}`, later(2 * HOUR_MS))).text).toContain("/search finds it.");
  });
});

test("an article is found by words and by its number, too; an unknown one is told in words", async () => {
  const id = await publish();
  expect((await why("/why ferry engine")).lists?.[0]?.items[0]?.url).toBe(URL_OF_FERRY);
  expect((await why(`/why #${id}`)).lists?.[0]?.items[0]?.url).toBe(URL_OF_FERRY);
  expect((await why("/why zeppelin")).text).toBe(
    "No article about “zeppelin” has been read. /feeds shows how the feeds do.",
  );
  expect((await why("/why http://127.0.0.1:9/none")).text).toContain(
    "No article at http://127.0.0.1:9/none has been read",
  );
});

test.each([
  `${URL_OF_FERRY}#:~:text=We%20cannot%20sail,-engine&text=Safety`,
  `${URL_OF_FERRY}?utm_source=x`,
  `<${URL_OF_FERRY}/>`,
  "127.0.0.1:9/ferry",
  `${URL_OF_FERRY}#:~:text=${"x".repeat(500)}`,
])("the article the bot itself posted was not known at %s", async (url) => {
  const id = await publish({ recipients: owe() });
  await publish({ article: buildArticle({ url: `${URL_OF_FERRY}-2`, canonicalUrl: `${URL_OF_FERRY}-2` }) });
  expect((await why(`/why ${url}`)).lists?.[0]?.items[0]?.url).toBe(URL_OF_FERRY);
  expect((await ask(`/mute ${url}`, { store })).text).toContain("No more posts");
  expect(await store.outbox.isMuted(id, WEB_MAIN)).toBe(true);
  const carried = await ask(`/brief ${url}`, { store });
  if (/^http/.test(url)) expect(carried.posts?.[0]?.articleId).toBe(id);
});

describe("unsubscribe", () => {
  test("does not drop a waiting post that another subscription of the channel wants, too", async () => {
    await ask("/subscribe everything words:ferry", { store });
    await ask("/subscribe harbor-wire", { store });
    await ask("/subscribe glen-sport", { store });
    await publish({ recipients: owe() });
    await ask("/unsubscribe 1", { store });
    const [owed] = await store.outbox.findByDestination(WEB_MAIN, 5);
    expect(owed).toMatchObject({ subscriptionId: 2, state: "pending" });
    await ask("/unsubscribe harbor-wire", { store });
    expect(await store.outbox.findByDestination(WEB_MAIN, 5)).toEqual([]);
  });

  test("by a feed ended a subscription to several with all of them", async () => {
    const ids = [toFeedId("harbor-wire"), toFeedId("glen-sport")];
    await store.subscriptions.add(buildSubscription({ filter: { ...EMPTY_FILTER, feedIds: ids } }));
    await ask("/subscribe everything words:pier", { store });
    await publish({ recipients: owe({ waitsUntil: later(HOUR_MS) }) });
    const url = "http://127.0.0.1:9/pier";
    const article = buildArticle({ url, canonicalUrl: url, title: "Pier", text: "The pier is open." });
    await publish({ article, recipients: owe({ waitsUntil: later(HOUR_MS) }) });
    expect((await ask("/unsubscribe Harbor Wire", { store })).text).toBe(
      "Harbor Wire is out of number 1, which goes on: Glen Sport.",
    );
    const standing = await store.subscriptions.findByDestination(WEB_MAIN);
    expect(standing.map((each) => each.filter.feedIds)).toEqual([["glen-sport"], []]);
    // What waits of it goes, but for what another subscription wants.
    expect((await why()).text).toBe("It was read, but no subscription of this channel wants it.");
    expect((await why(`/why ${url}`)).text).toContain("waiting in line");
    const listed = await ask("/subscriptions", { store });
    expect(listed.lists?.[0]?.items[0]?.detail).not.toContain("failure");
    expect((await ask("/unsubscribe glen-sport", { store })).text).toBe("Unsubscribed from Glen Sport.");
  });

  test("by a feed leaves nothing of it that an undone mute would bring back", async () => {
    const ids = [toFeedId("harbor-wire"), toFeedId("glen-sport")];
    await store.subscriptions.add(buildSubscription({ filter: { ...EMPTY_FILTER, feedIds: ids } }));
    await publish({ recipients: owe({ waitsUntil: later(HOUR_MS) }) });
    const muted = await ask(`/mute ${URL_OF_FERRY}`, { store });
    await ask("/unsubscribe harbor-wire", { store });
    await press(muted, "Undo", { store });
    expect(await store.outbox.count()).toMatchObject({ waiting: 0, pending: 0, muted: 0 });
  });

  test("by a feed leaves no two of the same", async () => {
    const ids = [toFeedId("harbor-wire"), toFeedId("glen-sport")];
    await store.subscriptions.add(buildSubscription({ filter: { ...EMPTY_FILTER, feedIds: ids } }));
    await ask("/subscribe glen-sport", { store });
    await ask("/unsubscribe harbor-wire", { store });
    const standing = await store.subscriptions.findByDestination(WEB_MAIN);
    expect(standing.map((each) => [each.number, each.filter.feedIds])).toEqual([[2, ["glen-sport"]]]);
  });

  test("of all drops what waits", async () => {
    await ask("/subscribe everything words:ferry", { store });
    await ask("/subscribe harbor-wire", { store });
    await publish({ recipients: owe() });
    await press(await ask("/unsubscribe all", { store }), "End all (2)", { store });
    expect(await store.outbox.findByDestination(WEB_MAIN, 5)).toEqual([]);
  });
});
