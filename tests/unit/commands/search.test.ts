/** Searching in words: stories, pages of quotes and languages. */

import { afterEach, beforeEach, expect, test } from "vitest";
import { type ArticleId, toFeedId } from "../../../src/domain/id.ts";
import type { Reply } from "../../../src/domain/post.ts";
import type { Store } from "../../../src/domain/store.ts";
import { ask, createTestAnswer, press, pressId, WEB_MAIN } from "../../helpers/ask.ts";
import { buildArticle, buildFeed, buildPublication, NOW } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([buildFeed()], NOW);
});
afterEach(() => store.close());

test("a story carried by several outlets was found once for each: it is one result that names them", async () => {
  const publishAs = async (outlet: string, storyOf: ArticleId | null) => {
    const url = `http://127.0.0.1:9/${outlet}`;
    const article = buildArticle({ url, canonicalUrl: url, outlet, feedId: toFeedId(outlet.toLowerCase()) });
    return store.articles.publish({ ...buildPublication({ article }), storyOf });
  };
  const first = await publishAs("Wire", null);
  for (const outlet of ["Post", "Daily", "Courier"]) await publishAs(outlet, first);
  const reply = await ask("/search engine", { store });
  expect(reply.text).toBe("1 brief about “engine”:");
  expect(reply.lists?.[0]?.items.map(({ detail }) => detail?.split(" · ")[0])).toEqual(["Courier, Wire, Post +1"]);
  expect((await ask("/latest", { store })).posts).toHaveLength(1);
  expect((await ask("/search engine feed:harbor-wire", { store })).text).toContain("Nothing");
});

test.each(["french", "Französisch", "FRANÇAIS", "fr", "fr-CA", "французский"])(
  "language:%s is French to every command",
  async (language) => {
    await store.articles.publish(buildPublication({ article: buildArticle({ language: "fr" }) }));
    await store.feeds.save([{ ...buildFeed(), id: toFeedId("quai"), title: "Le Quai", language: "fr" }], NOW);
    expect((await ask(`/search engine language:${language}`, { store })).text).toContain("1 brief");
    expect((await ask(`/latest language:${language}`, { store })).posts).toHaveLength(1);
    expect((await ask("/latest language:russian", { store })).posts).toBeUndefined();
    expect((await ask(`/feeds language:${language}`, { store })).lists?.[0]?.items.map(({ text }) => text)).toEqual([
      "Le Quai",
    ]);
    await ask(`/subscribe everything language:${language}`, { store });
    const [standing] = await store.subscriptions.findByDestination(WEB_MAIN);
    expect(standing?.filter.languages).toEqual(["fr"]);
  },
);

test.each(["/search engine", "/latest", "/feeds", "/subscribe everything"])(
  "%s names a language it does not know",
  async (line) => {
    expect((await ask(`${line} language:klingonish`, { store })).text).toBe(
      "No language is called klingonish. Write a name or a code, such as French or fr.",
    );
  },
);

test("quotes come newest first, page by page, by buttons that need nothing but the store", async () => {
  for (let number = 1; number <= 10; number++) {
    const article = buildArticle({ url: `http://127.0.0.1:9/${number}`, canonicalUrl: `http://127.0.0.1:9/${number}` });
    const publishedAt = new Date(NOW.getTime() + number * 60_000);
    await store.articles.publish(buildPublication({ article: { ...article, publishedAt, fetchedAt: publishedAt } }));
  }
  const places = (reply: Reply) => reply.lists?.[0]?.items.map((item) => item.url?.split("#")[0]?.split("/").at(-1));
  const first = await ask("/quotes lindqvist about:engine", { store });
  expect(places(first)).toEqual(["10", "9", "8", "7", "6", "5", "4", "3"]);
  expect(first.buttons?.flat().map((button) => button.label)).toEqual(["More ▶"]);
  const second = await press(first, "More ▶", { store });
  expect(second.text).toBe("Quotes by lindqvist about “engine”, page 2:");
  expect(places(second)).toEqual(["2", "1"]);
  expect(second.buttons?.flat().map((button) => button.label)).toEqual(["◀ Newer page"]);
  expect(places(await press(second, "◀ Newer page", { store }))).toEqual(places(first));
  for (const id of ["v1:quotes:999:1", "v1:quotes:1:101", "v1:quotes:1:0"]) {
    expect((await pressId(id, { store })).text).toBe("This button is old. Please search again with /quotes.");
  }
});

test.each([
  ["/search engine page:2", "page", "/help search"],
  ["/search engine spekaer:Moreau", "spekaer", "/help search"],
  ["/search engine lang:de", "lang", "/help search"],
  ["/quotes Calder days:3", "days", "/help quotes"],
  ["/quotes about:ferry page:2", "page", "/help quotes"],
])("%s looked for the words", async (line, option, help) => {
  expect((await ask(line, { store })).text).toBe(`There is no option ${option}. ${help} lists those there are.`);
});

test.each(["/search re:invent", '/search "page:2"', "/search engine author:Moor", "/search note: engine"])(
  "%s is a search",
  async (line) => {
    expect((await ask(line, { store })).text).not.toContain("no option");
  },
);

test.each([
  ["search", { words: "harbor days:7" }, "days"],
  ["search", { words: "harbor author:Moor feed:harbor-wire" }, "feed"],
  ["subscribe", { what: "everything", words: "ferry digest:daily" }, "digest"],
])("in a field of /%s there was said to be no option, and there is", async (commandName, rawOptions, option) => {
  const reply = await createTestAnswer({ store }).reply({
    commandName,
    rawOptions,
    destination: { platform: "discord", address: "1" },
    server: null,
    actor: { id: "person", isManager: true, locale: null },
  });
  expect(reply.text).toBe(`${option} is an option of its own: put it in its own field, not among the words.`);
});

test.each([
  ["/search zeppelin", "Nothing about “zeppelin”. Try fewer or other words, or a longer time with days:365."],
  ["/search zeppelin days:7", "Nothing about “zeppelin”. Try fewer or other words, or a longer time with days:365."],
  ["/search zeppelin days:365", "Nothing about “zeppelin”. Try fewer or other words."],
  [
    "/search zeppelin since:2026-01-01 until:2026-02-01",
    "Nothing about “zeppelin” with since:2026-01-01 and until:2026-02-01. Try fewer or other words, or leave out one of these options.",
  ],
  [
    "/search zeppelin language:French feed:harbor-wire days:7",
    "Nothing about “zeppelin” with feed:harbor-wire and language:fr. Try fewer or other words, or leave out one of these options.",
  ],
  ["/search zeppelin days:1 since:2026-01-01", "days and since both say where the time begins. Give one of them."],
])("%s advised what could not help", async (line, text) => {
  expect((await ask(line, { store })).text).toBe(text);
});

test("OR was looked for as a word, and f* for nothing", async () => {
  await store.articles.publish(buildPublication());
  for (const line of ["/search ferry OR zeppelin", "/search ferry|zeppelin", "/quotes about:ferry OR harbor"]) {
    expect((await ask(line, { store })).text, line).toContain("A search looks for all of its words");
  }
  expect((await ask("/search f*", { store })).text).toBe(
    "In “f*” the * means nothing: it stands behind the beginning of a word, at least two letters, such as ferr*.",
  );
  expect((await ask("/search engine −ferry", { store })).text).toContain("Nothing");
  expect((await ask("/search engine NOT ferry", { store })).text).toContain("Nothing");
  expect((await ask("/search engine AND ferry", { store })).text).toContain("1 brief");
});
