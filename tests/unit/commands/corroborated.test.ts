/** What outlets of one story make of a quote is told wherever it is shown: in answers and on the page, not in posts alone. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { createArchive } from "../../../src/answers/open-archive.ts";
import { type ArticleId, toFeedId } from "../../../src/domain/id.ts";
import type { Store } from "../../../src/domain/store.ts";
import { readNews } from "../../../src/platforms/web/reading/read-news.ts";
import { readQuotes } from "../../../src/platforms/web/reading/read-speaker.ts";
import { ask, WEB_MAIN } from "../../helpers/ask.ts";
import { buildArticle, buildPublication, buildQuote, NOW } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const WORDS = "The slipway is too short for the new boat, and 40 families wait for it";

let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
});
afterEach(() => store.close());

async function publish(
  outlet: string,
  words: string,
  speaker: string,
  { storyOf, isAdded = false }: { readonly storyOf?: ArticleId; readonly isAdded?: boolean } = {},
): Promise<ArticleId> {
  const text = `The slipway of Torsholm was measured on Friday.\n\n“${words},” said ${speaker} at the quay.`;
  const url = `http://127.0.0.1:9/${encodeURIComponent(outlet)}`;
  const feedId = toFeedId(outlet.toLowerCase().replaceAll(" ", "-"));
  const title = `Slipway measured, says ${outlet}`;
  const article = buildArticle({ feedId, url, canonicalUrl: url, outlet, text, title });
  const publication = buildPublication({ article, quotes: [buildQuote(text, words, speaker)], isAdded });
  return store.articles.publish({ ...publication, storyOf: storyOf ?? null });
}

const reader = () => ({ archive: createArchive(store, WEB_MAIN), toPicturePath: () => null, language: "en", now: NOW });
const readFirst = async () => {
  const news = await readNews({ room: WEB_MAIN.address, page: 1, limit: 10 }, reader());
  const { quotes } = await readQuotes({ room: WEB_MAIN.address, q: "", page: 1, limit: 10 }, reader());
  return { news: news.stories[0]?.lead.quotes[0], quote: quotes[0] };
};

test("/latest, /quotes and the page named no other outlet for the same words", async () => {
  const first = await publish("Tide Daily", WORDS, "Ada Lindqvist");
  await publish("Harbor Wire", WORDS, "Ada Lindqvist", { storyOf: first });
  const latest = await ask("/latest", { store });
  expect(latest.posts?.[0]?.quotes).toMatchObject([{ speaker: "Ada Lindqvist", alsoIn: ["Tide Daily"] }]);
  const said = await ask("/quotes lindqvist", { store });
  expect(said.lists?.[0]?.items).toHaveLength(1);
  expect(said.lists?.[0]?.items[0]?.detail).toContain("also in Tide Daily");
  const { news, quote } = await readFirst();
  expect(news?.alsoIn).toEqual(["Tide Daily"]);
  expect(quote?.alsoIn).toEqual([expect.stringMatching(/^(Tide Daily|Harbor Wire)$/)]);
});

test("/latest, /quotes and the page named a speaker whom another outlet calls otherwise", async () => {
  const first = await publish("Tide Daily", WORDS, "Mats Brandt");
  await publish("Harbor Wire", WORDS, "Ada Lindqvist", { storyOf: first });
  const latest = await ask("/latest", { store });
  expect(latest.posts?.[0]?.quotes).toMatchObject([{ speaker: null, role: null }]);
  const said = await ask("/quotes about:slipway", { store });
  expect(said.lists?.[0]?.items.map(({ detail }) => detail)).toEqual([expect.stringContaining("speaker not named")]);
  const { news, quote } = await readFirst();
  expect([news?.speaker, quote?.speaker]).toEqual([null, null]);
});

test("what a feed somebody added elsewhere says of a quote is not told here", async () => {
  const first = await publish("Tide Daily", WORDS, "Mats Brandt", { isAdded: true });
  await publish("Harbor Wire", WORDS, "Ada Lindqvist", { storyOf: first });
  const latest = await ask("/latest", { store });
  expect(latest.posts?.[0]?.quotes).toMatchObject([{ speaker: "Ada Lindqvist" }]);
  expect(latest.posts?.[0]?.quotes[0]?.alsoIn).toBeUndefined();
});
