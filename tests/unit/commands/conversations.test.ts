import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { toFeedId } from "../../../src/domain/id.ts";
import type { Reply } from "../../../src/domain/post.ts";
import type { Store } from "../../../src/domain/store.ts";
import { ask, complete, press, pressId, serving, WEB_MAIN } from "../../helpers/ask.ts";
import { buildArticle, buildPublication, NOW } from "../../helpers/build.ts";
import { openTwoFeeds, publishFerries } from "../../helpers/ferries.ts";

let store: Store;

beforeEach(async () => {
  store = await openTwoFeeds();
});
afterEach(() => store.close());

const publishMany = (count: number): Promise<void> => publishFerries(store, count);

describe("subscribe", () => {
  test("to a topic, and the channel lists it", async () => {
    expect((await ask("/subscribe sport", { store })).text).toBe(
      "Subscribed to news on sport (number 1). The next brief will come here by itself.",
    );
    const listed = await ask("/subscriptions", { store });
    expect(listed.lists?.[0]?.items).toEqual([
      { text: "1. news on sport", url: null, detail: "No post yet. No article came from its feeds in the last week." },
    ]);
  });

  test("to a feed by its title, with words; the newest brief comes as a sample", async () => {
    await store.articles.publish(buildPublication());
    const reply = await ask("/subscribe harbor wire words:ferry", { store });
    expect(reply.text).toBe(
      "Subscribed to Harbor Wire, with “ferry” (number 1). The newest brief follows as a sample.",
    );
    expect(await store.outbox.findByDestination(WEB_MAIN, 5)).toHaveLength(1);
  });

  test("with a digest, the sample came at once as a post of its own; now it comes with the first digest", async () => {
    await store.articles.publish(buildPublication());
    const reply = await ask("/subscribe everything digest:daily at:20:00 zone:Europe/Berlin", { store });
    expect(reply.text).toContain(
      "The newest brief comes with the first digest or when quiet hours end: 20 Nov 2026, 20:00 (Europe/Berlin).",
    );
    const [owed] = await store.outbox.findByDestination(WEB_MAIN, 5);
    expect(owed).toMatchObject({ state: "waiting", dueAt: new Date("2026-11-20T19:00:00Z") });
  });

  test("in quiet hours the sample waits for their end", async () => {
    await store.articles.publish(buildPublication());
    const reply = await ask("/subscribe everything quiet:10:00-15:00", { store });
    expect(reply.text).toContain("when quiet hours end: 20 Nov 2026, 15:00 (UTC).");
    expect(await store.outbox.findByDestination(WEB_MAIN, 5)).toMatchObject([
      { state: "waiting", dueAt: new Date("2026-11-20T15:00:00Z") },
    ]);
  });

  test("to large stories only, the sample is one of those", async () => {
    const first = await store.articles.publish(buildPublication());
    const url = "http://127.0.0.1:9/alone";
    const alone = buildArticle({ url, canonicalUrl: url, fetchedAt: new Date(NOW.getTime() + 1000) });
    await store.articles.publish(buildPublication({ article: alone }));
    expect((await ask("/subscribe everything size:2", { store })).text).toContain("The next brief will come here");
    await ask("/unsubscribe all", { store });
    const second = buildArticle({ url: `${url}-2`, canonicalUrl: `${url}-2`, outlet: "Quay Post" });
    const joined = await store.articles.publish(buildPublication({ article: second, storyOf: first }));
    expect((await ask("/subscribe everything size:2", { store })).text).toContain("follows as a sample");
    const [owed] = await store.outbox.findByDestination(WEB_MAIN, 5);
    expect([first, joined]).toContain(owed?.articleId);
    expect(owed?.state).toBe("pending");
  });

  test.each([
    "topic:local, sport",
    "topic:sport,LOCAL,sport",
    "topic:local، sport",
    "local, sport",
    "sport topic:local",
  ])("to several topics by %s means any of them", async (wish) => {
    await ask(`/subscribe ${wish}`, { store });
    const [added] = await store.subscriptions.findByDestination(WEB_MAIN);
    expect(new Set(added?.filter.topics)).toEqual(new Set(["local", "sport"]));
    expect((await ask("/subscriptions", { store })).lists?.[0]?.items[0]?.text).toMatch(
      /^1\. news on (local or sport|sport or local)$/,
    );
    // In whatever order: the same subscription.
    expect((await ask("/subscribe topic:sport, local", { store })).text).toContain("has that subscription already");
  });

  test("to a topic that is none is told which, and what there is", async () => {
    expect((await ask("/subscribe topic:local, gardening", { store })).text).toBe(
      "There is no topic called gardening. The topics are local, sport.",
    );
    expect(await store.subscriptions.findByDestination(WEB_MAIN)).toEqual([]);
  });

  test("topics are changed and taken back by /edit", async () => {
    await ask("/subscribe local", { store });
    expect((await ask("/edit 1 topic:local, sport", { store })).text).toBe(
      "Subscription 1 is now: news on local or sport.",
    );
    expect((await ask("/edit 1 words:ferry", { store })).text).toContain("news on local or sport");
    expect((await ask("/edit 1 topic:none", { store })).text).toContain("all feeds");
    expect((await ask("/edit 1 topic:gardening", { store })).text).toContain("no topic called gardening");
  });

  test("the last of several topics is completed, and none is offered twice", async () => {
    expect(await complete("subscribe", "topic", "", { store })).toEqual(["local", "sport"]);
    expect(await complete("subscribe", "topic", "local, s", { store })).toEqual(["local, sport"]);
    expect(await complete("edit", "topic", "Sport,", { store })).toEqual(["Sport, local"]);
    expect(await complete("latest", "topic", "local,sport,", { store })).toEqual([]);
  });

  test("twice to the same is one subscription", async () => {
    await ask("/subscribe everything", { store });
    expect((await ask("/subscribe everything", { store })).text).toBe(
      "This channel has that subscription already: number 1. /subscriptions lists them.",
    );
  });

  test("is for managers", async () => {
    expect((await ask("/subscribe sport", { store, isManager: false })).text).toBe(
      "/subscribe changes this channel, so only those who manage it may use it.",
    );
    expect(await store.subscriptions.findByDestination(WEB_MAIN)).toEqual([]);
  });

  test("stops at the channel's limit", async () => {
    await ask("/subscribe sport", { store, subscriptionsMax: 1 });
    expect((await ask("/subscribe everything", { store, subscriptionsMax: 1 })).text).toBe(
      "A channel may have 1 subscription. Remove it with /unsubscribe first.",
    );
  });

  test.each([
    [
      "/subscribe",
      "Say what to subscribe to: a feed id, an address, a topic, or everything; words:ferry is news with a word, speaker:minister what somebody says. /feeds lists the feeds.",
    ],
    ["/subscribe everything quotes:9", "The option quotes must be a whole number from 0 to 5."],
  ])("%s is answered in words", async (line, text) => {
    expect(await ask(line, { store })).toEqual({ text, isPrivate: true });
  });
});

describe("unsubscribe", () => {
  test("by number, by feed, and all", async () => {
    await ask("/subscribe sport", { store });
    await ask("/subscribe glen-sport", { store });
    await ask("/subscribe everything", { store });
    expect((await ask("/unsubscribe 1", { store })).text).toBe("Unsubscribed from news on sport.");
    expect((await ask("/unsubscribe glen-sport", { store })).text).toBe("Unsubscribed from Glen Sport.");
    expect((await ask("/unsubscribe all", { store })).text).toBe("Unsubscribed from all feeds.");
    expect((await ask("/unsubscribe 1", { store })).text).toBe(
      "This channel has no subscriptions. /subscribe adds one.",
    );
  });

  test("never ends another channel's", async () => {
    await ask("/subscribe sport", { store, destination: { platform: "discord", address: "1" } });
    await ask("/subscribe sport", { store });
    const removeThere = await pressId("v1:subscriptions:removed:1", { store });
    expect(removeThere.text).toBe("That subscription has ended. /subscriptions lists those there are.");
    await ask("/unsubscribe 1", { store });
    expect((await ask("/unsubscribe 1", { store })).text).toBe(
      "This channel has no subscriptions. /subscribe adds one.",
    );
    expect(await store.subscriptions.findByDestination({ platform: "discord", address: "1" })).toHaveLength(1);
  });
});

describe("search", () => {
  test("finds briefs by words, with a piece of the text", async () => {
    await store.articles.publish(buildPublication());
    const reply = await ask("/search engine", { store });
    expect(reply.text).toBe("1 brief about “engine”:");
    expect(reply.lists?.[0]?.items[0]).toMatchObject({
      text: "Ferry to Port Halden stops for a week",
      url: "http://127.0.0.1:9/ferry",
    });
    expect(reply.lists?.[0]?.items[0]?.detail).toContain("one engine");
  });

  test("pages by buttons that need nothing but the store", async () => {
    await publishMany(12);
    const first = await ask("/search ferry", { store });
    expect(first.text).toBe("12 briefs about “ferry”:");
    expect(first.lists?.[0]?.items.map((item) => item.text)).toHaveLength(5);
    const second = await press(first, "More ▶", { store });
    const third = await press(second, "More ▶", { store });
    expect(third.lists?.[0]?.items).toHaveLength(2);
    const seen = [first, second, third].flatMap((page) => page.lists?.[0]?.items.map((item) => item.text) ?? []);
    expect(new Set(seen).size).toBe(12);
    expect(third.buttons?.flat().map((button) => button.label)).toEqual(["◀ Newer page"]);
  });

  test("an old or forged button is answered in words", async () => {
    for (const id of ["v1:search:999:1", "v1:search:x:y", "v0:search:1:1", "v1:nothing:1", ""]) {
      expect((await pressId(id, { store })).text).toMatch(/button is old|no command/);
    }
  });

  test.each([
    ["/search", "Say what to look for, such as /search ferry, or a speaker, such as /search speaker:minister."],
    ["/search days:0 ferry", "The option days must be a whole number from 1 to 365."],
    ["/search feed:nope ferry", "There is no feed called nope. /feeds lists them."],
    ["/search zeppelin", "Nothing about “zeppelin”. Try fewer or other words, or a longer time with days:365."],
    ["/nonsense", "There is no command /nonsense. /help lists them."],
  ])("%s is answered in words", async (line, text) => {
    expect(await ask(line, { store })).toEqual({ text, isPrivate: true });
  });
});

describe("quotes", () => {
  test("who said what, with a link to its place in the article", async () => {
    await store.articles.publish(buildPublication());
    const reply = await ask("/quotes lindqvist", { store });
    expect(reply.text).toBe("Quotes by lindqvist:");
    const [first] = reply.lists?.[0]?.items ?? [];
    expect(first?.text).toBe("“We cannot sail with one engine”");
    expect(first?.detail).toBe("— Ada Lindqvist · “Ferry to Port Halden stops for a week” · Harbor Wire · 20 Nov 2026");
    expect(first?.url).toContain("#:~:text=");
  });

  test("about a subject", async () => {
    await store.articles.publish(buildPublication());
    const reply = await ask("/quotes about:safety", { store });
    expect(reply.lists?.[0]?.items.map((item) => item.text)).toEqual(["“Safety comes first.”"]);
  });
});

test("latest shows posts, newest first", async () => {
  await publishMany(4);
  const reply = await ask("/latest count:2", { store });
  expect(reply.posts?.map((post) => post.headline)).toEqual(["Ferry news 4", "Ferry news 3"]);
});

test("latest has the buttons of each post, and twenty come by pages", async () => {
  await publishMany(10);
  const labels = (row: Reply["buttons"]) => row?.map((each) => each.map(({ label }) => label));
  const one = await ask("/latest count:1", { store });
  expect(labels(one.buttons)?.[0]).toEqual(["Search similar", "More quotes", "Mute this story", "Read the article"]);
  const first = await ask("/latest count:9", { store });
  expect(first.posts?.map(({ title }) => title)).toEqual(["1", "2", "3", "4"]);
  expect(labels(first.buttons)?.[1]).toEqual(["2 · Search similar", "2 · More quotes", "2 · Read the article"]);
  const second = await press(first, "More ▶", { store });
  expect(second.posts?.map(({ headline }) => headline)).toEqual([6, 5, 4, 3].map((number) => `Ferry news ${number}`));
  const third = await press(second, "More ▶", { store });
  expect(third.posts?.map(({ title }) => title)).toEqual(["9"]);
  expect(third.buttons?.flat().map(({ label }) => label)).not.toContain("More ▶");
  expect((await press(third, "◀ Newer page", { store })).posts).toHaveLength(4);
  expect((await ask("/latest count:21", { store })).posts).toBeUndefined();
});

test("feeds show their trouble", async () => {
  const state = await store.feeds.getState(toFeedId("glen-sport"));
  await store.feeds.saveState({ ...state, lastError: "The server answered 500." });
  const reply = await ask("/feeds sport", { store });
  expect(reply.lists?.[0]?.items).toEqual([
    {
      text: "Glen Sport",
      url: "http://127.0.0.1:9/",
      detail: "glen-sport · sport · English · trouble: The server answered 500.",
    },
  ]);
});

test("brief of a page that cannot be read says why", async () => {
  expect((await ask("/brief http://127.0.0.1:9/x", { store })).text).toBe(
    "That page could not be read: There is no network here.",
  );
  expect((await ask("/brief ferry", { store })).text).toBe(
    "Give the full address of an article, beginning with https://.",
  );
});

test("a site that cannot be read says why, as a page does; one without a feed says so", async () => {
  expect((await ask("/subscribe http://127.0.0.1:9/x", { store })).text).toBe(
    "http://127.0.0.1:9/x could not be read: There is no network here.",
  );
  expect(
    (await ask("/subscribe 127.0.0.1", { store, download: serving("<html><body>hello</body></html>") })).text,
  ).toBe("No feed was found at https://127.0.0.1. Try the address of the feed itself.");
});

test("a link that says it is a feed and is none is answered with a sentence", async () => {
  const html = '<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>';
  expect((await ask("/subscribe http://127.0.0.1:9/x", { store, download: serving(html) })).text).toBe(
    "http://127.0.0.1:9/feed could not be read: It did not answer with a feed.",
  );
});
