/** What the bot is told when a search is followed: lines that it takes, and that say what was searched for. */

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Store } from "../../../../../src/domain/store.ts";
import { searchQuestion } from "../../../../../src/platforms/web/reading/questions.ts";
import { toFollowLine } from "../../../../../src/platforms/web/views/search-view.ts";
import { ask, WEB_MAIN } from "../../../../helpers/ask.ts";
import { buildFeed, NOW } from "../../../../helpers/build.ts";
import { openMemoryStore } from "../../../../helpers/test-store.ts";

let store: Store;
beforeAll(async () => {
  store = await openMemoryStore();
  await store.feeds.save([buildFeed({ topics: ["local", "transport"] })], NOW);
});
afterAll(() => store.close());

const SEARCHES = [
  [{ q: "ferry" }, { words: ["ferry"] }],
  [{ q: '"port strike"' }, { words: ['"port strike"'] }],
  [{ q: '"port strike" -late' }, { words: ['"port strike"'], excludedWords: ["late"] }],
  [
    { q: "ferr*", topic: "transport", language: "en" },
    { words: ["ferr*"], topics: ["transport"], languages: ["en"] },
  ],
  [{ q: "", speaker: "Ada Lindqvist" }, { speakers: ["Ada Lindqvist"] }],
  [
    { q: "boat", feed: "harbor-wire" },
    { words: ["boat"], feedIds: ["harbor-wire"] },
  ],
] as const;

test.each(SEARCHES)("%o is followed by a line the bot takes", async (query, wanted) => {
  const line = toFollowLine(searchQuestion.parse(query));
  if (line === null) throw new Error("expected a line");
  await ask(line, { store });
  const standing = await store.subscriptions.findByDestination(WEB_MAIN);
  expect(standing.at(-1)?.filter, line).toMatchObject(wanted);
});

test("what a subscription has no wish for is not followed, or it would bring something else", () => {
  for (const q of ["", "author:Moor ferry", '"port strike" ferry', "ferry in:title"]) {
    expect(toFollowLine(searchQuestion.parse({ q })), q).toBeNull();
  }
});

test("following a search of several words, or with a comma or an option in it, brought something else: it is not offered", () => {
  for (const q of [
    "ferry toll",
    "harbor, ferry",
    "ferry digest:daily",
    "harbor,ferry",
    "digest:daily",
    '"pier, ferry"',
    "off",
  ])
    expect(toFollowLine(searchQuestion.parse({ q })), q).toBeNull();
  const facets = [
    { topic: "local, transport" },
    { topic: "x digest:daily" },
    { speaker: "Moor, Lindqvist" },
    { until: "2026-11-19" },
  ];
  for (const facet of facets)
    expect(toFollowLine(searchQuestion.parse({ q: "ferry", ...facet })), JSON.stringify(facet)).toBeNull();
});
