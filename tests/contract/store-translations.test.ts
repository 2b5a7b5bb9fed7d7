/** Translations as they are kept, the same on every engine: wanted once, claimed by one, counted, never made twice. */

import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { ArticleId } from "../../src/domain/id.ts";
import type { Store } from "../../src/domain/store.ts";
import { TRANSLATION_WAIT_MS, type Translated } from "../../src/domain/translation/translation.ts";
import { openStore } from "../../src/store/open.ts";
import { buildFeed, buildNumberedPublication, later, NOON } from "../helpers/build.ts";
import { LASTING_ENGINES, openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const MADE = { outcome: "made", lines: { "The pier stays": "Der Pier bleibt" }, calls: 1, by: "tiny" } as const;
const REFUSED: Translated & { readonly by: string } = {
  outcome: "refused",
  reason: "The number 7 does not stand in both.",
  calls: 2,
  by: "tiny",
};

async function publish(store: Store): Promise<ArticleId> {
  await store.feeds.save([buildFeed()], NOON);
  return store.articles.publish(buildNumberedPublication());
}

describe.each(TEST_ENGINES)("translations on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  let articleId: ArticleId;
  beforeEach(async () => {
    store = await stores.open();
    articleId = await publish(store);
  });
  afterAll(() => stores.closeAll());

  const want = (now = NOON) => store.translations.want({ articleId, language: "de" }, now);
  const claim = (now = NOON, owner = "me") => store.translations.claim(now, 10, owner);

  test("one is wanted once, whoever asks, and posts wait from the first time on", async () => {
    expect(await store.translations.find(articleId, "de")).toBeNull();
    const [first, second] = await Promise.all([want(), want()]);
    expect([first.state, second.state]).toEqual(["wanted", "wanted"]);
    expect((await want(later(60_000))).waitsUntil).toEqual(later(TRANSLATION_WAIT_MS));
    expect(await store.translations.find(articleId, "fr")).toBeNull();
  });

  test("of several processes one claims it, and what it made is kept", async () => {
    await want();
    const claims = await Promise.all([claim(NOON, "one"), claim(NOON, "two"), claim(NOON, "three")]);
    expect(claims.flat()).toEqual([{ articleId, language: "de" }]);
    const owner = ["one", "two", "three"][claims.findIndex((each) => each.length > 0)] ?? "";
    await store.translations.settle({ articleId, language: "de" }, REFUSED, NOON, "somebody else");
    expect((await store.translations.find(articleId, "de"))?.state).toBe("wanted");
    await store.translations.settle({ articleId, language: "de" }, MADE, NOON, owner);
    expect(await store.translations.find(articleId, "de")).toMatchObject({
      state: "made",
      lines: MADE.lines,
      by: "tiny",
    });
    expect(await claim(later(1))).toEqual([]);
  });

  test("what failed is not asked for again", async () => {
    await want();
    await claim();
    await store.translations.settle({ articleId, language: "de" }, REFUSED, NOON, "me");
    expect(await want(later(DAY_MS))).toMatchObject({ state: "failed", lines: {} });
    expect(await claim(later(1000))).toEqual([]);
  });

  test("after a crash another process tries it once more while posts wait, and then nobody", async () => {
    await want();
    expect(await claim(NOON, "crashed")).toHaveLength(1);
    expect(await claim(later(30_000), "other")).toEqual([]);
    expect(await claim(later(60_000), "other")).toHaveLength(1);
    expect(await claim(later(TRANSLATION_WAIT_MS - 1), "third")).toEqual([]);
    await store.translations.settle({ articleId, language: "de" }, MADE, later(60_000), "crashed");
    expect((await store.translations.find(articleId, "de"))?.state).toBe("wanted");
    await store.translations.settle({ articleId, language: "de" }, MADE, later(61_000), "other");
    expect((await store.translations.find(articleId, "de"))?.state).toBe("made");
  });

  test("what is made after the wait is over is not shown: posts have gone out as they were", async () => {
    await want();
    await claim(later(TRANSLATION_WAIT_MS - 10));
    await store.translations.settle({ articleId, language: "de" }, MADE, later(TRANSLATION_WAIT_MS), "me");
    expect(await store.translations.find(articleId, "de")).toMatchObject({ state: "failed", lines: {} });
    const other = await publish(store);
    await store.translations.want({ articleId: other, language: "de" }, NOON);
    expect(await claim(later(TRANSLATION_WAIT_MS))).toEqual([]);
  });

  test("calls of the model are counted, with those that what is waited for may take", async () => {
    const count = (now = NOON) => store.translations.countCalls(later(-DAY_MS), now);
    expect(await count()).toBe(0);
    await want();
    // Twenty that were wanted at once took forty calls of a limit of twenty.
    expect(await count()).toBe(2);
    await claim();
    expect(await count()).toBe(2);
    await store.translations.settle({ articleId, language: "de" }, REFUSED, NOON, "me");
    expect(await count()).toBe(2);
    expect(await store.translations.countCalls(later(1), later(1))).toBe(0);
  });

  test("what nobody has claimed while posts waited took no call", async () => {
    await want();
    expect(await store.translations.countCalls(later(-DAY_MS), later(TRANSLATION_WAIT_MS))).toBe(0);
  });

  test("a process that stops gives back what it has claimed", async () => {
    await want();
    await claim(NOON, "stopping");
    await store.translations.release("stopping");
    expect(await claim(later(1), "other")).toHaveLength(1);
  });

  test("words of any article are kept as they are, and go with it", async () => {
    await want();
    await claim();
    const lines = { __proto__x: "“x” \\ \u{1f30a}", constructor: "y" };
    await store.translations.settle({ articleId, language: "de" }, { ...MADE, lines }, NOON, "me");
    expect((await store.translations.find(articleId, "de"))?.lines).toEqual(lines);
    expect(await store.articles.forget(later(DAY_MS))).toBe(1);
    expect(await store.translations.find(articleId, "de")).toBeNull();
  });
});

test.each(LASTING_ENGINES)("a translation outlives a restart, on $name", async (engine) => {
  const place = await engine.createForStore();
  const store = await openStore(place.url);
  const articleId = await publish(store);
  await store.translations.want({ articleId, language: "de" }, NOON);
  await store.translations.claim(NOON, 1, "me");
  await store.translations.settle({ articleId, language: "de" }, MADE, NOON, "me");
  await store.close();
  const again = await openStore(place.url);
  expect(await again.translations.find(articleId, "de")).toMatchObject({ state: "made", by: "tiny" });
  await again.close();
  await place.remove();
});
