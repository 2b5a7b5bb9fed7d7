/** When a post has the whole article: only where operator, channel and outlet all allow it. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { readPage } from "../../../src/articles/page/read-page.ts";
import { composeForChannel } from "../../../src/delivery/compose.ts";
import type { Article } from "../../../src/domain/article.ts";
import type { Store } from "../../../src/domain/store.ts";
import { DEFAULT_DISPLAY, type Display } from "../../../src/domain/subscription.ts";
import { ask } from "../../helpers/ask.ts";
import { buildArticle, buildPublication, buildSubscription } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
});
afterEach(() => store.close());

async function compose(article: Partial<Article>, display: Partial<Display>, showsWholeText = true) {
  const id = await store.articles.publish(buildPublication({ article: buildArticle(article) }));
  const subscription = { ...buildSubscription(), id: 1, number: 1, display: { ...DEFAULT_DISPLAY, ...display } };
  const stored = await store.articles.get(id);
  const post = await composeForChannel(stored, subscription as never, { store, language: "en", showsWholeText });
  return { post, text: stored.article.text };
}

test("it is there in paragraphs, word for word", async () => {
  const { post, text } = await compose({}, { hasWholeText: true });
  expect(post.wholeText?.join("\n\n")).toBe(text);
});

test.each([
  ["the operator has not allowed it", {}, { hasWholeText: true }, false],
  ["the channel does not wish it", {}, {}, true],
  ["posts are compact", {}, { hasWholeText: true, isCompact: true }, true],
  ["the page could not be read", { basis: "feed", basisReason: "A wall." }, { hasWholeText: true }, true],
  ["the outlet shows it in parts only", { basisReason: "The outlet asks." }, { hasWholeText: true }, true],
] as const)("it is not there when %s", async (_why, article, display, showsWholeText) => {
  const { post } = await compose(article, display, showsWholeText);
  expect(post.wholeText).toBeUndefined();
});

const PAGE = `<html lang="en"><head><title>Ferry stops for a week</title>META</head><body><article><h1>Ferry stops for a week</h1>
<p>The ferry to Port Halden stops for a week while its engine is mended, the harbor office of Tarnock said on Friday.</p>
<p>Whoever wants to cross takes the bus over the old bridge, which the town pays for until the ferry is back again.</p></article></body></html>`;

test.each([
  ["", null, undefined],
  ['<meta name="robots" content="max-snippet:-1, index">', null, undefined],
  ['<meta name="robots" content="max-snippet:120">', null, true],
  ['<meta content="noarchive, follow" name="robots">', null, true],
  ["", "nosnippet", true],
])("a page with %s and the header %s is for parts only: %s", async (meta, xRobotsTag, expected) => {
  const answer = await readPage({
    body: Buffer.from(PAGE.replace("META", meta)),
    contentType: "text/html",
    url: "https://quay.example/ferry",
    xRobotsTag,
    tdmReservation: null,
  });
  expect("article" in answer && answer.article.isForPartsOnly).toBe(expected);
});

test("the wish is refused with what the operator has to do, and can always be taken back", async () => {
  const refusal = await ask("/subscribe everything whole:yes", { store });
  expect(refusal.text).toContain("WHOLE_TEXT=on");
  expect((await ask("/subscribe everything whole:no", { store })).text).toContain("Subscribed to");
});
