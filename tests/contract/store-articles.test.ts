/** Publishing and finding briefs: the same on every engine. */

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { toArticleId, toFeedId } from "../../src/domain/id.ts";
import type { Store } from "../../src/domain/store.ts";
import {
  buildNumberedPublication,
  buildQuote,
  buildRecipient,
  HARBOR,
  later,
  NOON,
  toWebRoom,
} from "../helpers/build.ts";
import { openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const TEXT = "The pier reopens in May.\n\n“We kept our word,” said Mayor Odile Tarn. 🚢";

describe.each(TEST_ENGINES)("articles on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  beforeEach(async () => {
    store = await stores.open();
  });
  afterAll(() => stores.closeAll());

  const owedTo = async (address: string) => store.outbox.findByDestination(toWebRoom(address), 100);

  test("what is published is read back as it was, quotes with their offsets", async () => {
    const quote = buildQuote(TEXT, "We kept our word,", "Odile Tarn");
    const publication = buildNumberedPublication({
      article: { text: TEXT, agency: "Nordwire", imageUrl: "https://harbor.example/pier.jpg" },
      quotes: [quote],
      sentences: ["The pier reopens in May."],
    });
    const id = await store.articles.publish(publication);
    const stored = await store.articles.get(id);
    expect(stored.article).toEqual({ ...publication.article, id });
    expect(stored.brief).toEqual(publication.brief);
    expect(stored).toMatchObject({ storyId: null, alsoOutlets: [], isUpdated: false });
    expect(await store.articles.find(toArticleId(id + 1_000))).toBeNull();
    await expect(store.articles.get(toArticleId(id + 1_000))).rejects.toThrow("not stored");
  });

  test("article, seen marks and outbox rows come together", async () => {
    const publication = buildNumberedPublication({
      entryKeys: ["k1", "k2"],
      recipients: [buildRecipient("a"), buildRecipient("b")],
    });
    await store.articles.publish(publication);
    expect(await store.feeds.findSeen(HARBOR, ["k1", "k2", "k3"], NOON)).toEqual(new Set(["k1", "k2"]));
    expect((await store.outbox.count()).pending).toBe(2);
  });

  test("publishing that fails at its last step leaves nothing behind", async () => {
    const broken = buildNumberedPublication({
      article: { text: TEXT },
      quotes: [buildQuote(TEXT, "We kept our word,", "Odile Tarn")],
      recipients: [buildRecipient("a"), { subscriptionId: Number.NaN as never, destination: toWebRoom("b") }],
    });
    await expect(store.articles.publish(broken)).rejects.toThrow();
    expect(await store.articles.count()).toBe(0);
    expect(await owedTo("a")).toEqual([]);
    expect(await store.articles.findSpeakers("tarn", 5)).toEqual([]);
    expect((await store.feeds.findSeen(HARBOR, broken.entryKeys, NOON)).size).toBe(0);
  });

  test("a quote that is not in its article is never stored", async () => {
    const quote = { ...buildQuote(TEXT, "We kept our word,", null), text: "We kept our words," };
    await expect(
      store.articles.publish(buildNumberedPublication({ article: { text: TEXT }, quotes: [quote] })),
    ).rejects.toThrow("a quote is copied from its article unchanged");
    expect(await store.articles.count()).toBe(0);
  });

  test("the same text of the same page again is the same article and owes nobody anything more", async () => {
    const publication = buildNumberedPublication({ recipients: [buildRecipient("a")] });
    const id = await store.articles.publish(publication);
    const again = {
      ...publication,
      entryKeys: ["other-key"],
      recipients: [buildRecipient("a"), buildRecipient("late")],
    };
    expect(await store.articles.publish(again)).toBe(id);
    expect(await store.articles.count()).toBe(1);
    expect(await owedTo("a")).toHaveLength(1);
    expect(await owedTo("late")).toHaveLength(0);
    expect((await store.feeds.findSeen(HARBOR, ["other-key"], NOON)).size).toBe(1);
  });

  test("the same page in two feeds is two articles", async () => {
    const publication = buildNumberedPublication();
    await store.articles.publish(publication);
    await store.articles.publish({
      ...publication,
      article: { ...publication.article, feedId: toFeedId("hill-post") },
    });
    expect(await store.articles.count()).toBe(2);
  });

  test("one destination is owed an article once, whatever the recipients say", async () => {
    await store.articles.publish(
      buildNumberedPublication({ recipients: [buildRecipient("a", 1), buildRecipient("a", 2)] }),
    );
    expect(await owedTo("a")).toHaveLength(1);
  });

  test("four at once publishing the same page make one article", async () => {
    const publication = buildNumberedPublication({ recipients: [buildRecipient("a")] });
    const ids = await Promise.all([1, 2, 3, 4].map(() => store.articles.publish(publication)));
    expect(new Set(ids).size).toBe(1);
    expect(await owedTo("a")).toHaveLength(1);
  });

  test("another text of the page is a new edition that is found, searched and counted in its place", async () => {
    const first = buildNumberedPublication({ article: { text: "The pier reopens in May." }, headline: "Pier" });
    const firstId = await store.articles.publish(first);
    const corrected = { ...first, article: { ...first.article, text: "The pier reopens in June." } };
    const secondId = await store.articles.publish(corrected);
    expect(secondId).not.toBe(firstId);
    expect((await store.articles.get(firstId)).article.text).toContain("May");
    expect(await store.articles.findByUrl(first.article.url)).toMatchObject({
      article: { id: secondId },
      isUpdated: true,
    });
    expect(await store.articles.count()).toBe(1);
    const page = await store.articles.latest({ feedIds: [], topics: [], limit: 5, offset: 0 });
    expect(page.briefs.map((stored) => stored.article.id)).toEqual([secondId]);
  });

  test("a new edition takes the place of what waits and is never posted where an edition was", async () => {
    const first = buildNumberedPublication({ recipients: [buildRecipient("sent"), buildRecipient("waits")] });
    const firstId = await store.articles.publish(first);
    const [toSend] = (await store.outbox.claim(NOON, 60_000, 9, "me")).filter(
      (each) => each.destination.address === "sent",
    );
    if (toSend === undefined) throw new Error("Expected a delivery.");
    await store.outbox.markSending(toSend.id, "me", NOON);
    await store.outbox.settle(toSend.id, { outcome: "sent", messageId: "m1" }, NOON);
    await store.outbox.release("me");

    const corrected = {
      ...first,
      article: { ...first.article, text: "Corrected." },
      recipients: [buildRecipient("sent"), buildRecipient("waits"), buildRecipient("new")],
    };
    const secondId = await store.articles.publish(corrected);
    expect(await owedTo("sent")).toMatchObject([{ articleId: firstId, state: "sent" }]);
    expect(await owedTo("waits")).toMatchObject([{ articleId: secondId, state: "pending" }]);
    expect(await owedTo("new")).toMatchObject([{ articleId: secondId, state: "pending" }]);
    expect(await store.outbox.owe(secondId, buildRecipient("sent"), NOON)).toBeNull();
    expect(await store.outbox.findSent(secondId)).toMatchObject([{ messageId: "m1", destination: toWebRoom("sent") }]);
  });

  test("another entry at the same address is an article of its own, and each is found by its key", async () => {
    const first = { ...buildNumberedPublication({ article: { text: "The pump is broken." } }), entryKeys: ["guid:1"] };
    const article = { ...first.article, title: "Mended", text: "The pump is mended." };
    const second = { ...first, article, entryKeys: ["guid:2"] };
    const ids = [await store.articles.publish(first), await store.articles.publish(second)];
    expect(await store.articles.count()).toBe(2);
    const { feedId } = first.article;
    const find = async (...keys: readonly string[]) => (await store.articles.findByEntry(feedId, keys))?.article.id;
    expect([await find("guid:1"), await find("guid:9", "guid:2", "guid:1"), await find("guid:9")]).toEqual([
      ...ids,
      undefined,
    ]);
    const [firstId = ids[1]] = ids;
    const corrected = { ...first.article, text: "The pump was broken." };
    const edition = await store.articles.publish({
      ...first,
      article: corrected,
      entryKeys: ["version:1"],
      ...(firstId === undefined ? {} : { editionOf: firstId }),
    });
    expect(await find("guid:1")).toBe(edition);
    expect(firstId === undefined ? null : await store.articles.findNewest(firstId)).toMatchObject({
      article: { id: edition },
      isUpdated: true,
    });
    expect(await store.articles.count()).toBe(2);
  });

  test("a page that returns to its first text is the newest edition once more", async () => {
    const first = buildNumberedPublication({ article: { text: "One." } });
    await store.articles.publish(first);
    await store.articles.publish({ ...first, article: { ...first.article, text: "Two." } });
    const third = await store.articles.publish(first);
    expect(await store.articles.findByUrl(first.article.url)).toMatchObject({ article: { id: third, text: "One." } });
  });

  test("an article is found by its own or its canonical URL", async () => {
    const id = await store.articles.publish(
      buildNumberedPublication({ article: { url: "https://a.example/1?utm=x", canonicalUrl: "https://a.example/1" } }),
    );
    for (const url of ["https://a.example/1?utm=x", "https://a.example/1"]) {
      expect(await store.articles.findByUrl(url)).toMatchObject({ article: { id } });
    }
    expect(await store.articles.findByUrl("https://a.example/2")).toBeNull();
  });

  test.each([
    "https://a.example/ferry/1#:~:text=We%20cannot%20sail",
    "https://a.example/ferry/1?utm_source=x&fbclid=y",
    "http://www.A.example:80/ferry/1/#top",
    "https://b.example/1?at_medium=feed#:~:text=sail",
  ])("an article was not found by %s", async (url) => {
    const article = { url: "https://a.example/ferry/1?utm_source=rss", canonicalUrl: "https://b.example/1" };
    const id = await store.articles.publish(buildNumberedPublication({ article }));
    expect(await store.articles.findByUrl(url)).toMatchObject({ article: { id } });
    expect(await store.articles.findByUrl(url.replace("1", "2"))).toBeNull();
  });

  test("of two forms of an address that two articles have, each finds its own", async () => {
    const urls = ["https://a.example/both", "https://www.a.example/both"];
    const ids = [];
    for (const url of urls) ids.push(await store.articles.publish(buildNumberedPublication({ article: { url } })));
    const found = await Promise.all(urls.map((url) => store.articles.findByUrl(url)));
    expect(found.map((each) => each?.article.id)).toEqual(ids);
  });

  test("articles of one story name the other outlets, each once and never their own", async () => {
    const ids = [];
    for (const outlet of ["Harbor Wire", "Hill Post", "Hill Post", "Tide Daily"]) {
      ids.push(await store.articles.publish(buildNumberedPublication({ article: { outlet } })));
    }
    const [first, ...others] = ids;
    if (first === undefined) throw new Error("Expected four articles.");
    for (const other of others) await store.articles.joinStory(other, first);
    expect((await store.articles.get(first)).alsoOutlets).toEqual(["Hill Post", "Tide Daily"]);
    const story = (await store.articles.get(first)).storyId;
    expect(story).not.toBeNull();
    for (const other of others) expect((await store.articles.get(other)).storyId).toBe(story);
  });

  test("a page dated in the future does not stand above the news for days", async () => {
    await store.articles.publish(
      buildNumberedPublication({ headline: "Future", article: { publishedAt: later(3 * DAY_MS) } }),
    );
    await store.articles.publish(buildNumberedPublication({ headline: "Now", now: later(1_000) }));
    const page = await store.articles.latest({ feedIds: [], topics: [], limit: 5, offset: 0 });
    expect(page.briefs.map((stored) => stored.brief.headline)).toEqual(["Now", "Future"]);
  });

  test("NUL and lone surrogates in a page neither fail nor move an offset", async () => {
    const text = "A\0B\uD800 he said “two\0 words” 🚢 there.";
    const start = text.indexOf("two");
    const quote = { ...buildQuote(text, "two\0 words", "Odile\0 Tarn\uDC00"), start, end: start + 10 };
    const id = await store.articles.publish(
      buildNumberedPublication({
        article: { text, title: "T\0\uD83D" },
        quotes: [quote],
        entryKeys: ["k\0"],
        topics: ["t\0"],
      }),
    );
    const stored = await store.articles.get(id);
    expect(stored.article.text).toHaveLength(text.length);
    const [read] = stored.brief.quotes;
    expect(stored.article.text.slice(read?.start, read?.end)).toBe(read?.text);
    expect(stored.article.text).toContain("🚢");
    expect(
      await store.articles.findQuotes({ speaker: "odile", terms: [], feedIds: [], since: null, limit: 5, offset: 0 }),
    ).toHaveLength(1);
  });

  test("old articles owed to nobody are forgotten with their quotes; seen marks stay", async () => {
    const quote = buildQuote(TEXT, "We kept our word,", "Odile Tarn");
    const settled = buildNumberedPublication({
      article: { text: TEXT },
      headline: "Pier",
      quotes: [quote],
      entryKeys: ["old"],
    });
    const id = await store.articles.publish(settled);
    const owed = await store.articles.publish(buildNumberedPublication({ recipients: [buildRecipient("a")] }));
    const young = await store.articles.publish(buildNumberedPublication({ now: later(2 * DAY_MS) }));
    expect(await store.articles.forget(later(DAY_MS))).toBe(1);
    expect(await store.articles.find(id)).toBeNull();
    expect(await store.articles.find(owed)).not.toBeNull();
    expect(await store.articles.find(young)).not.toBeNull();
    expect(await store.articles.findSpeakers("tarn", 5)).toEqual([]);
    expect((await store.feeds.findSeen(HARBOR, ["old"], NOON)).size).toBe(1);
    const terms = [{ text: "pier", isPhrase: false, isExcluded: false }];
    expect(
      await store.articles.findQuotes({ speaker: "tarn", terms: [], feedIds: [], since: null, limit: 5, offset: 0 }),
    ).toEqual([]);
    const page = await store.articles.search({
      terms,
      feedIds: [],
      topics: [],
      languages: [],
      speaker: null,
      since: null,
      until: null,
      limit: 5,
      offset: 0,
    });
    expect(page.total).toBe(0);
  });

  test("an article whose newer edition is young is kept with it", async () => {
    const first = buildNumberedPublication({ article: { text: "One." } });
    const id = await store.articles.publish(first);
    const now = later(2 * DAY_MS);
    await store.articles.publish({ ...first, article: { ...first.article, text: "Two.", fetchedAt: now }, now });
    expect(await store.articles.forget(later(DAY_MS))).toBe(0);
    expect(await store.articles.find(id)).not.toBeNull();
  });

  test("an invalid date is refused instead of stored as nothing", async () => {
    await expect(
      store.articles.publish(buildNumberedPublication({ article: { fetchedAt: new Date("nonsense") } })),
    ).rejects.toThrow("valid date");
  });
});
