/** Search of stories: each once, its best or newest article first, on every engine. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ArticleId, toFeedId, toStoryId } from "../../src/domain/id.ts";
import { type Audience, type BriefQuery, EMPTY_QUERY, type Store } from "../../src/domain/store.ts";
import { parseSearch } from "../../src/typed/search-text.ts";
import { buildNumberedPublication, later } from "../helpers/build.ts";
import { openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

describe.each(TEST_ENGINES)("stories on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  let first: ArticleId;
  beforeAll(async () => {
    store = await stores.open();
    const publish = (outlet: string, headline: string, text: string, hour: number, storyOf: ArticleId | null) =>
      store.articles.publish({
        ...buildNumberedPublication({
          headline,
          article: { outlet, text, feedId: toFeedId(outlet.toLowerCase()) },
          now: later(hour * 3_600_000),
        }),
        storyOf,
      });
    first = await publish("Wire", "Pier burns", "The pier burned.", 0, null);
    await publish("Post", "Fire in town", "Something burned. Filler. Filler. It was the pier.", 1, first);
    await publish("Daily", "Pier opens", "Another pier is opened.", 2, null);
    await publish("Courier", "Fire goes on", "The pier still burns.", 3, first);
  });
  afterAll(() => stores.closeAll());

  const find = async (text: string, parts: Partial<BriefQuery> = {}) => {
    const query = { ...EMPTY_QUERY, isPerStory: true, limit: 50, ...parts, terms: parseSearch(text) };
    const { briefs, total } = await store.articles.search(query);
    return {
      outlets: briefs.map(({ article }) => article.outlet),
      also: briefs.map((each) => each.alsoOutlets),
      total,
    };
  };

  test("the best match of a story speaks for it and names the others", async () => {
    const { outlets, also, total } = await find("pier");
    expect([...outlets].sort()).toEqual(["Daily", "Wire"]);
    expect(also[outlets.indexOf("Wire")]).toEqual(["Post", "Courier"]);
    expect(total).toBe(2);
    expect((await find("pier", { isPerStory: false })).total).toBe(4);
  });

  test("what is similar to an article is neither the article nor another of its story", async () => {
    expect(await find("pier", { withoutStoryOf: first })).toMatchObject({ outlets: ["Daily"], total: 1 });
    expect(await find("", { withoutStoryOf: first })).toMatchObject({ outlets: ["Daily"] });
    const [alone] = (await store.articles.search({ ...EMPTY_QUERY, terms: parseSearch("opened") })).briefs;
    if (alone === undefined) throw new Error("It is not found.");
    expect((await find("pier", { withoutStoryOf: alone.article.id })).outlets).toEqual(["Wire"]);
  });

  test("without words it is the newest, and of one feed that feed's", async () => {
    expect((await find("")).outlets).toEqual(["Courier", "Daily"]);
    expect((await find("", { feedIds: [toFeedId("post")] })).outlets).toEqual(["Post"]);
    const { briefs } = await store.articles.latest({ feedIds: [], topics: [], limit: 5, offset: 0 });
    expect(briefs.map(({ article }) => article.outlet)).toEqual(["Courier", "Daily"]);
  });

  test("pages count stories", async () => {
    const pages = await Promise.all([0, 1, 2].map((offset) => find("pier", { limit: 1, offset })));
    expect(pages.flatMap((page) => page.outlets).sort()).toEqual(["Daily", "Wire"]);
    expect(pages.map((page) => page.total)).toEqual([2, 2, 2]);
  });

  test("the latest are narrowed by language", async () => {
    const of = (language: string) =>
      store.articles.latest({ feedIds: [], topics: [], languages: [language], limit: 5, offset: 0 });
    expect([(await of("en")).total, (await of("fr")).total]).toEqual([2, 0]);
  });

  test("a story's articles are told in order, and to each audience those it may see", async () => {
    const yard = toFeedId("yard");
    const publication = buildNumberedPublication({
      headline: "Fire seen from the yard",
      article: { feedId: yard },
      now: later(4 * 3_600_000),
    });
    await store.articles.publish({ ...publication, storyOf: first, isAdded: true });
    const story = toStoryId(first);
    const tell = async (audience?: Audience) =>
      ((await store.articles.listMembers([story, toStoryId(999_999)], audience)).get(story) ?? []).map(
        ({ headline }) => headline,
      );
    const open = ["Pier burns", "Fire in town", "Fire goes on"];
    expect(await tell({ ownFeedIds: [] })).toEqual(open);
    expect(await tell({ ownFeedIds: [yard] })).toEqual([...open, "Fire seen from the yard"]);
    expect(await tell()).toHaveLength(4);
  });

  test("an article's editions are told from any of them, and none of what an audience may not see", async () => {
    const publish = (text: string) =>
      store.articles.publish({
        ...buildNumberedPublication({ article: { url: "https://pier.example/1", text, feedId: toFeedId("attic") } }),
        isAdded: true,
      });
    const [old, corrected] = [await publish("It opens on Monday."), await publish("It opens on Tuesday.")];
    const tell = async (id: ArticleId, audience?: Audience) =>
      (await store.articles.listEditions(id, audience)).map((edition) => [edition.id, edition.isCurrent]);
    expect(await tell(old)).toEqual([
      [old, false],
      [corrected, true],
    ]);
    expect(await tell(corrected, { ownFeedIds: [toFeedId("attic")] })).toHaveLength(2);
    expect(await tell(old, { ownFeedIds: [] })).toEqual([]);
  });

  test("how the matches of a search fall is told where it is asked for", async () => {
    const query = { ...EMPTY_QUERY, isPerStory: true, terms: parseSearch("pier"), ownFeedIds: [] };
    expect((await store.articles.search(query)).facets).toBeUndefined();
    const { facets, total } = await store.articles.search({ ...query, hasFacets: true });
    expect(total).toBe(2);
    expect(facets?.feeds.map(({ value, count }) => [value, count])).toEqual([
      ["courier", 1],
      ["daily", 1],
      ["post", 1],
      ["wire", 1],
    ]);
    // Four articles of two stories.
    expect(facets?.days).toEqual([{ value: "2026-03-04", count: 2 }]);
  });
});
