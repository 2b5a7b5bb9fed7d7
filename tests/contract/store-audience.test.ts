/** Articles of feeds that people added are found by those they belong to: the same on every engine. */

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { Feed } from "../../src/domain/feed.ts";
import { type ArticleId, toFeedId } from "../../src/domain/id.ts";
import { EMPTY_QUERY, type Store } from "../../src/domain/store.ts";
import { EMPTY_FILTER } from "../../src/domain/subscription.ts";
import { buildArticle, buildFeed, buildPublication, buildQuote, buildSubscription, NOW } from "../helpers/build.ts";
import { openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

const BOARD = toFeedId("board-minutes");
const URL = "https://minutes.example/7";
const STRANGER = { ownFeedIds: [toFeedId("some-other")] };
const OWNER = { ownFeedIds: [BOARD] };
const DAY_MS = 24 * 60 * 60 * 1000;
const later = (days: number): Date => new Date(NOW.getTime() + days * DAY_MS);
const boardFeed: Feed = { ...buildFeed(), id: BOARD, url: "https://minutes.example/feed", origin: "added" };

describe.each(TEST_ENGINES)("what people added on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  let id: ArticleId;
  beforeEach(async () => {
    store = await stores.open();
    await store.feeds.save([buildFeed(), boardFeed], NOW);
    await store.articles.publish(buildPublication());
    const article = buildArticle({ feedId: BOARD, url: URL, canonicalUrl: URL, title: "Board closes the ferry yard" });
    id = await store.articles.publish(buildPublication({ article, isAdded: true }));
  });
  afterAll(() => stores.closeAll());

  test("hides nothing older that has the same words, however much of it is newer", async () => {
    const publish = (index: number, isAdded: boolean) => {
      const url = `${URL}/${index}`;
      const article = buildArticle({ feedId: isAdded ? BOARD : toFeedId("other"), url, canonicalUrl: url });
      const quotes = [buildQuote(article.text, "The ferry to Port Halden will stop", null)];
      return store.articles.publish(buildPublication({ article, isAdded, quotes, entryKeys: [url] }));
    };
    for (let index = 0; index < 20; index += 1) await publish(index, false);
    await Promise.all(Array.from({ length: 510 }, (_, index) => publish(100 + index, true)));
    const terms = [{ text: "ferry", isPhrase: false, isExcluded: false }];
    const older = await store.articles.search({ ...EMPTY_QUERY, ownFeedIds: [], terms });
    expect(older.total).toBe(21);
    const asked = { speaker: null, terms, feedIds: [], since: null, limit: 100, offset: 0, ownFeedIds: [] };
    const feeds = (await store.articles.findQuotes(asked)).map(({ stored }) => stored.article.feedId);
    expect(feeds.filter((feed) => feed === "other")).toHaveLength(20);
    expect(feeds).not.toContain(BOARD);
    const of = await store.articles.search({ ...EMPTY_QUERY, feedIds: [toFeedId("other")], terms });
    expect(of.total).toBe(20);
  }, 60_000);

  test("is found by its own audience and by nobody else's search, list, address or number", async () => {
    const { articles } = store;
    const terms = [{ text: "ferry", isPhrase: false, isExcluded: false }];
    const looks = async (audience: object): Promise<readonly boolean[]> => {
      const pages = [
        await articles.search({ ...EMPTY_QUERY, ...audience, terms }),
        await articles.search({ ...EMPTY_QUERY, ...audience }),
        await articles.latest({ feedIds: [], topics: [], limit: 10, offset: 0, ...audience }),
      ];
      const quotes = await articles.findQuotes({
        speaker: "Lindqvist",
        terms: [],
        feedIds: [],
        since: null,
        limit: 10,
        offset: 0,
        ...audience,
      });
      return [
        ...pages.map(({ briefs }) => briefs.some(({ article }) => article.id === id)),
        quotes.some(({ stored }) => stored.article.id === id),
        (await articles.find(id, audience)) !== null,
        (await articles.findByUrl(URL, audience)) !== null,
      ];
    };
    expect(await looks(OWNER)).not.toContain(false);
    expect(await looks({})).not.toContain(false);
    expect(await looks(STRANGER)).not.toContain(true);
    expect(await looks({ ownFeedIds: [] })).not.toContain(true);
  });

  test("an address another feed has too leads strangers to that one", async () => {
    const real = buildArticle({ url: URL, canonicalUrl: URL, title: "What the site itself says" });
    const known = await store.articles.publish(buildPublication({ article: real }));
    const forged = buildArticle({ feedId: BOARD, url: URL, canonicalUrl: URL, title: "What a stranger says" });
    await store.articles.publish(buildPublication({ article: forged, isAdded: true }));
    expect((await store.articles.findByUrl(URL, STRANGER))?.article.id).toBe(known);
  });

  test("whoever has its post has the key to it; a guessed one opens nothing", async () => {
    const postKey = (await store.articles.find(id))?.postKey ?? "";
    expect(postKey).toMatch(/^[0-9a-f]{16}$/);
    expect((await store.articles.find(id, { ...STRANGER, postKey }))?.article.id).toBe(id);
    for (const guess of ["0000000000000000", "%", "_", "", postKey.slice(0, 4)]) {
      expect(await store.articles.find(id, { ...STRANGER, postKey: guess })).toBeNull();
    }
  });

  test("its speakers complete for its own audience only", async () => {
    const only = { ...buildArticle({ feedId: BOARD, url: `${URL}/2`, canonicalUrl: `${URL}/2` }) };
    const [quote] = buildPublication().quotes;
    if (quote?.speaker == null) throw new Error("expected a speaker");
    const quotes = [{ ...quote, speaker: { ...quote.speaker, name: "Omar Vannick" } }];
    await store.articles.publish(buildPublication({ article: only, quotes, isAdded: true }));
    const names = async (audience: object) =>
      (await store.articles.findSpeakers("vann", 5, audience)).map(({ name }) => name);
    expect(await names(OWNER)).toEqual(["Omar Vannick"]);
    expect(await names(STRANGER)).toEqual([]);
  });

  test("a feed no subscription names goes a day later, and one named again in between stays", async () => {
    const { feeds, subscriptions } = store;
    const clean = async (days: number) =>
      feeds.removeUnwanted(await subscriptions.listNamedFeeds(), later(days), later(days - 1));
    const wish = await subscriptions.add(buildSubscription({ filter: { ...EMPTY_FILTER, feedIds: [BOARD] } }));
    expect(await clean(2)).toBe(0);
    await subscriptions.update({ ...wish, pausedReason: "paused" });
    expect(await clean(4)).toBe(0);
    await subscriptions.remove(wish.id, wish.destination);
    expect(await clean(5)).toBe(0);
    const again = await subscriptions.add(buildSubscription({ filter: { ...EMPTY_FILTER, feedIds: [BOARD] } }));
    expect(await clean(7)).toBe(0);
    await subscriptions.remove(again.id, again.destination);
    expect(await clean(8)).toBe(0);
    expect(await clean(9)).toBe(1);
    expect((await feeds.list()).map((feed) => feed.id)).toEqual([buildFeed().id]);
    // Its articles stay nobody else's.
    expect(await store.articles.find(id, STRANGER)).toBeNull();
  });

  test("what a promoted feed had before is found by everybody's words, speakers and topics", async () => {
    await store.feeds.promote(BOARD);
    const terms = [{ text: "ferry", isPhrase: false, isExcluded: false }];
    const [{ topics = [] } = {}] = (await store.articles.search({ ...EMPTY_QUERY, terms })).briefs;
    for (const narrowed of [{ terms }, { speaker: "Lindqvist" }, { terms, topics: topics.slice(0, 1) }]) {
      const { briefs } = await store.articles.search({ ...EMPTY_QUERY, ...STRANGER, ...narrowed });
      expect(briefs.map(({ article }) => article.id)).toContain(id);
    }
    const said = { terms: [], feedIds: [BOARD], since: null, limit: 10, offset: 0, ...STRANGER };
    const quotes = await store.articles.findQuotes({ ...said, speaker: "Lindqvist" });
    expect(quotes.map(({ stored }) => stored.article.id)).toContain(id);
  });

  test("a feed that is promoted is everybody's with all it had, and is never taken for unwanted", async () => {
    expect(await store.feeds.promote(BOARD)).toBe(true);
    expect(await store.feeds.promote(toFeedId("no-such"))).toBe(false);
    expect((await store.articles.find(id, STRANGER))?.article.id).toBe(id);
    expect(await store.feeds.removeUnwanted(new Set(), later(1), later(0))).toBe(0);
    expect(await store.feeds.removeUnwanted(new Set(), later(9), later(8))).toBe(0);
    expect((await store.feeds.find(BOARD))?.origin).toBe("catalog");
  });
});
