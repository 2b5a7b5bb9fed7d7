/** Looking through the last week leaves others their turn, and reads no more than it takes. */

import { afterEach, beforeEach, expect, test } from "vitest";
import type { Store } from "../../../src/domain/store.ts";
import { EMPTY_FILTER } from "../../../src/domain/subscription.ts";
import { findNewestMatch, matchRecent, readRecent } from "../../../src/matching/recent-matches.ts";
import { buildArticle, buildBrief, buildFeed, buildPublication, NOW } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const COUNT = 60;
const FILTER = { ...EMPTY_FILTER, words: ["capstan"] };
const WORDS = Array.from({ length: 1_500 }, (_, index) => `hawser${index}`).join(" ");

let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([buildFeed()], NOW);
  for (let index = 0; index < COUNT; index += 1) {
    const url = `http://127.0.0.1:9/${index}`;
    const title = index % 30 === 0 ? `Capstan ${index} is mended` : `Windlass ${index} is mended`;
    const article = buildArticle({ url, canonicalUrl: url, title, text: `${title}. ${WORDS}` });
    await store.articles.publish(
      buildPublication({ article, brief: buildBrief(article), quotes: [], entryKeys: [url] }),
    );
  }
});
afterEach(() => store.close());

test("a week of long articles is looked through in pieces, between which others have their turn", async () => {
  const recent = await readRecent(store, NOW);
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 1);
  const { matches } = await matchRecent(recent, FILTER);
  clearInterval(timer);
  expect(matches).toHaveLength(2);
  expect(turns).toBeGreaterThan(1);
});

test("the newest match is found without reading what is older", async () => {
  const offsets: number[] = [];
  const counting = {
    articles: {
      ...store.articles,
      search: (query: Parameters<Store["articles"]["search"]>[0]) => {
        offsets.push(query.offset);
        return store.articles.search(query);
      },
    },
  };
  const isAny = (): boolean => true;
  const windlass = { ...EMPTY_FILTER, words: ["windlass"] };
  expect((await findNewestMatch(counting, NOW, windlass, isAny))?.article.title).toContain("Windlass");
  expect(offsets).toEqual([0]);
  const isFirst = ({ article }: { readonly article: { readonly title: string } }): boolean =>
    article.title.startsWith("Capstan 0 ");
  expect((await findNewestMatch(counting, NOW, FILTER, isFirst))?.article.title).toContain("Capstan 0");
  expect(await findNewestMatch(counting, NOW, { ...EMPTY_FILTER, words: ["bollard"] }, isAny)).toBeNull();
});
