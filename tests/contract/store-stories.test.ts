/** Search of stories: each once, its best or newest article first, on every engine. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ArticleId, toFeedId } from "../../src/domain/id.ts";
import { type BriefQuery, EMPTY_QUERY, type Store } from "../../src/domain/store.ts";
import { parseSearch } from "../../src/typed/search-text.ts";
import { buildNumberedPublication, later } from "../helpers/build.ts";
import { openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

describe.each(TEST_ENGINES)("stories on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
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
    const first = await publish("Wire", "Pier burns", "The pier burned.", 0, null);
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
});
