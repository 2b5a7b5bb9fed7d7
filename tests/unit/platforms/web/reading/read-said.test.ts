/** A story's page: the same words are one quote with all who carry them, and where names differ each outlet's is told. */

import { afterAll, beforeAll, expect, test } from "vitest";
import type { ArticleId } from "../../../../../src/domain/id.ts";
import type { Store } from "../../../../../src/domain/store.ts";
import type { WholeStoryShape } from "../../../../../src/platforms/web/reading/shapes.ts";
import { buildArticle, buildPublication, buildQuote } from "../../../../helpers/build.ts";
import { type PageServer, servePage } from "../../../../helpers/page-server.ts";
import { openMemoryStore } from "../../../../helpers/test-store.ts";

const AGREED = "We counted every sheep on the island twice before the boats came";
const DIFFERS = "The ice will not carry a tractor before the end of January";
const UNLIKE = "The ice will not carry a tractor before the end of February";

let store: Store;
let page: PageServer;
let first: ArticleId;

async function publish(
  outlet: string,
  said: readonly (readonly [string, string | null])[],
  storyOf?: ArticleId,
): Promise<ArticleId> {
  const text = said.map(([words, name]) => `“${words},” said ${name ?? "a neighbor"}.`).join("\n\n");
  const url = `http://127.0.0.1:9/${encodeURIComponent(outlet)}`;
  const article = buildArticle({ url, canonicalUrl: url, outlet, text, title: `Sheep counted, says ${outlet}` });
  const quotes = said.map(([words, name]) => buildQuote(text, words, name));
  const publication = buildPublication({ article, quotes });
  return store.articles.publish(storyOf === undefined ? publication : { ...publication, storyOf });
}

beforeAll(async () => {
  store = await openMemoryStore();
  first = await publish("Harbor Wire", [
    [AGREED.split(" before ")[0] ?? "", "Ada Lindqvist"],
    [DIFFERS, "Ada Lindqvist"],
  ]);
  await publish(
    "Tide Daily",
    [
      [AGREED, "Lindqvist"],
      [DIFFERS, "Mats Brandt"],
      [UNLIKE, "Ada Lindqvist"],
    ],
    first,
  );
  await publish("Glen Post", [[AGREED.toUpperCase(), null]], first);
  page = await servePage(store);
});
afterAll(async () => {
  await page.stop();
  await store.close();
});

test("each quote is told once, the fullest, with who agrees and whom each names where they differ", async () => {
  const { said } = (await page.readJson(`/api/stories/${first}`)) as WholeStoryShape;
  expect(said.map(({ text, speaker, outlet, alsoIn }) => [text, speaker, outlet, alsoIn])).toEqual([
    [AGREED, "Lindqvist", "Tide Daily", ["Harbor Wire"]],
    [DIFFERS, null, "Harbor Wire", []],
    [UNLIKE, "Ada Lindqvist", "Tide Daily", []],
  ]);
  expect(said[1]?.namedBy).toEqual([
    { outlet: "Harbor Wire", speaker: "Ada Lindqvist" },
    { outlet: "Tide Daily", speaker: "Mats Brandt" },
  ]);
});

test("the page says so in words", async () => {
  const html = (await (await page.get(`/story/${first}`)).text()).replace(/\p{Cf}/gu, "");
  expect(html).toContain("also in Harbor Wire");
  expect(html).toMatch(/Harbor Wire<\/bdi>: <bdi>Ada Lindqvist/);
  expect(html).toMatch(/Tide Daily<\/bdi>: <bdi>Mats Brandt/);
});
