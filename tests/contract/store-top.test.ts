/** What most outlets carried and who was quoted most, on every engine, and of whose feeds. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ArticleId, toFeedId } from "../../src/domain/id.ts";
import type { Store } from "../../src/domain/store.ts";
import { buildNumberedPublication, buildQuote, later } from "../helpers/build.ts";
import { openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

const HOUR_MS = 3_600_000;

describe.each(TEST_ENGINES)("the top on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  beforeAll(async () => {
    store = await stores.open();
    const publish = (outlet: string, name: string, hour: number, storyOf: ArticleId | null, isAdded = false) => {
      const text = `“It holds,” ${name} said. “It will hold,” ${name} said.`;
      const quotes = [buildQuote(text, "It holds,", name), buildQuote(text, "It will hold,", name)];
      return store.articles.publish({
        ...buildNumberedPublication({
          headline: `${outlet} at ${hour}`,
          article: { outlet, text, feedId: toFeedId(outlet.toLowerCase()) },
          now: later(hour * HOUR_MS),
        }),
        quotes,
        storyOf,
        isAdded,
      });
    };
    const old = await publish("Wire", "Nera Moreau", 0, null);
    await publish("Post", "Nera Moreau", 1, old);
    const first = await publish("Wire", "Ada Lindqvist", 30, null);
    await publish("Post", "Ada Lindqvist", 31, first);
    await publish("Daily", "Oskar Velm", 32, first);
    await publish("Courier", "Oskar Velm", 33, null);
    await publish("Own", "Private Person", 34, null, true);
    await publish("Tide", "Mayor", 35, null);
  });
  afterAll(() => stores.closeAll());

  const find = (hour: number, ownFeedIds: readonly string[] = []) =>
    store.articles.findTop({ since: later(hour * HOUR_MS), limit: 5, ownFeedIds: ownFeedIds.map(toFeedId) });

  test("a story counts by its outlets, a person by the stories that quote them", async () => {
    const { stories, speakers } = await find(24);
    expect(stories.map(({ brief, alsoOutlets }) => [brief.headline, alsoOutlets.length])).toEqual([["Daily at 32", 2]]);
    expect(speakers).toEqual([
      { name: "Oskar Velm", role: null, articleCount: 2 },
      { name: "Ada Lindqvist", role: null, articleCount: 1 },
    ]);
  });

  test("what is older counts where the time is longer", async () => {
    const { stories, speakers } = await find(-1);
    expect(stories.map(({ brief }) => brief.headline)).toEqual(["Daily at 32", "Post at 1"]);
    expect(speakers.map(({ name }) => name)).toContain("Nera Moreau");
  });

  test("a feed somebody added counts for those whose it is", async () => {
    const named = async (own: readonly string[]) => (await find(24, own)).speakers.map(({ name }) => name);
    expect(await named([])).not.toContain("Private Person");
    expect(await named(["own"])).toContain("Private Person");
  });
});
