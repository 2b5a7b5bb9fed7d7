/** The subscriptions held in memory find whom the plain way finds: each subscription judged by itself, on random wishes. */

import { expect, test } from "vitest";
import { toFeedId, toSubscriptionId } from "../../../src/domain/id.ts";
import { DEFAULT_DISPLAY, EMPTY_FILTER, type Filter, type Subscription } from "../../../src/domain/subscription.ts";
import type { Matchable } from "../../../src/matching/filter.ts";
import { createStanding } from "../../../src/matching/standing.ts";
import { buildArticle, buildBrief, buildPublication, buildSubscription, NOW } from "../../helpers/build.ts";
import { createRandom, type Random } from "../../helpers/make-search.ts";
import { matchSubscriptions } from "../../helpers/plain-matcher.ts";

const ROUNDS = 60;
const SUBSCRIPTIONS = 120;
const ARTICLES_PER_ROUND = 5;

const SAID: readonly (readonly [language: string, text: string])[] = [
  ["en", "The US ferries of Port Halden were stopped; NATO and the U.S. Navy sent 12 ships, said who was there."],
  ["en", "Who wrote C++ for .NET? A Disney+ striker struck oil at the harbours of Łódź and Zürich on the 3rd."],
  ["de", "Die Häfen von Kattowitz wurden geschlossen, die Fähren fuhren nicht. Der Hafen bleibt im Streik."],
  ["pl", "Katowickie porty zamknięto, a promy nie pływały w Katowicach przez strajk."],
  ["ja", "北京市の港で大阪のフェリーが止まった。京都の駅は開いている。"],
  ["xx", "Ferries struck harbours nowhere else, port by port."],
];
const WISHES = [
  ..."ferry|ferries|striker|strike|harbour|Hafen|Fähre|prom|12|ships|port halden|halden port|US|us|NATO|nato|U.S.".split(
    "|",
  ),
  ..."C++|c++|.NET|Disney+|katowic*|kat*|ha*|北京|京|大阪|駅|zurich|lodz|who|WHO|!!!|streik|3rd".split("|"),
  ...'"ferries"|"ferry"|in:title ferry|in:title harbor|author:oduya|author:"Ada Moor"|category:sport ferry'.split("|"),
];
const NAMES = ["Ada Moor", "moor", "Oduya", "minister", "Clara Weiss", "prime minister"];
const TOPICS = ["local", "sport", "europe"];
const LANGUAGES = ["en", "de", "ja"];
const CATEGORIES = ["Water sports", "Fähren", "world"];
const FEEDS = ["harbor-wire", "hill-post", "quay"].map(toFeedId);

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
/** None more often than not. */
const some = <T>(random: Random, share: number, list: readonly T[]): readonly T[] =>
  random() < share ? Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(random, list)) : [];

const makeFilter = (random: Random): Filter => ({
  ...EMPTY_FILTER,
  feedIds: some(random, 0.3, FEEDS),
  topics: some(random, 0.2, TOPICS),
  words: some(random, 0.6, WISHES),
  excludedWords: some(random, 0.1, WISHES),
  speakers: some(random, 0.2, NAMES),
  languages: some(random, 0.1, LANGUAGES),
  authors: some(random, 0.1, NAMES),
  categories: some(random, 0.1, CATEGORIES),
});

function makeSubscription(random: Random, id: number): Subscription {
  const destination = { platform: "web" as const, address: `room-${Math.floor(random() * 40)}` };
  const display = { ...DEFAULT_DISPLAY, rhythm: pick(random, ["each", "each", "daily"] as const) };
  const pausedReason = random() < 0.1 ? "paused" : null;
  const made = buildSubscription({ destination, display, filter: makeFilter(random) });
  return { ...made, id: toSubscriptionId(id), number: id, pausedReason };
}

function makeMatchable(random: Random): Matchable {
  const [language, text] = pick(random, SAID);
  const article = buildArticle({ text, language, title: pick(random, ["Harbor strike", "Ferry stops", "NATO"]) });
  const speaker = {
    mention: "Moor",
    start: 0,
    end: 0,
    name: "Ada Moor",
    role: "prime minister",
    kind: "person" as const,
  };
  return {
    feedId: pick(random, FEEDS),
    isAdded: random() < 0.3,
    topics: some(random, 0.7, TOPICS),
    language,
    brief: { ...buildBrief(article), headline: article.title },
    text,
    quotes: random() < 0.5 ? buildPublication().quotes.map((quote) => ({ ...quote, speaker })) : [],
    byline: pick(random, [null, "Ada Moor", "Bela Oduya and Ada Moor"]),
    categories: some(random, 0.5, CATEGORIES),
  };
}

test("whoever the plain way finds is found in memory, also after changes, and nobody else", () => {
  let foundCount = 0;
  for (let seed = 1; seed <= ROUNDS; seed += 1) {
    const random = createRandom(seed);
    const all = new Map<number, Subscription>();
    const standing = createStanding();
    const set = (subscription: Subscription): void => {
      all.set(subscription.id, subscription);
      standing.set(subscription);
    };
    for (let id = 1; id <= SUBSCRIPTIONS; id += 1) set(makeSubscription(random, id));
    for (let count = 0; count < ARTICLES_PER_ROUND; count += 1) {
      const matchable = makeMatchable(random);
      const active = [...all.values()].filter(({ pausedReason }) => pausedReason === null);
      const inOrder = active.sort((a, b) => a.id - b.id);
      const found = standing.match(matchable, NOW);
      expect(found, `seed ${seed}, article ${count}`).toEqual(matchSubscriptions(matchable, inOrder, NOW));
      foundCount += found.length;
      for (let change = 0; change < 20; change += 1) {
        const id = 1 + Math.floor(random() * SUBSCRIPTIONS);
        if (random() < 0.5) set(makeSubscription(random, id));
        else {
          all.delete(id);
          standing.remove(toSubscriptionId(id));
        }
      }
    }
  }
  expect(foundCount).toBeGreaterThan(ROUNDS * ARTICLES_PER_ROUND);
});

test("an article that asks for no words leaves filters of words alone, and each filter is kept once", () => {
  const make = (id: number, words: readonly string[]): Subscription => ({
    ...buildSubscription({ filter: { ...EMPTY_FILTER, words } }),
    id: toSubscriptionId(id),
    number: id,
  });
  const standing = createStanding([make(1, ["ferry"]), make(2, ["ferry"]), make(3, ["tram"])]);
  expect(standing.listFilters().map(({ words }) => words)).toEqual([["ferry"], ["tram"]]);
  standing.remove(toSubscriptionId(3));
  expect(standing.listFilters()).toHaveLength(1);
});
