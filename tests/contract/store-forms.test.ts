/** A search finds what a filter with the same words lets through: forms, capitals, beginnings, titles, authors, categories. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EMPTY_QUERY, type Store } from "../../src/domain/store.ts";
import { EMPTY_FILTER } from "../../src/domain/subscription.ts";
import { judge, toFoldedText } from "../../src/matching/filter.ts";
import { toMatchables } from "../../src/matching/recent-matches.ts";
import { parseSearch } from "../../src/typed/search-text.ts";
import { buildNumberedPublication, later, type PublicationParts } from "../helpers/build.ts";
import { openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

const NEWS: readonly PublicationParts[] = [
  { headline: "Rail strikes go on", article: { text: "The US and the NGOs wait.", byline: "Ada Moor" } },
  { headline: "Footballers walk out", article: { text: "They told us of a port-strike.", categories: ["Sports"] } },
  { headline: "Die Wahlen im Mai", article: { text: "Eine Auswahl.", language: "de", byline: "Jon Venn" } },
  { headline: "Пожар в Москве", article: { text: "Огонь.", language: "ru", categories: ["Home News"] } },
  { headline: "Nocleg w Katowicach", article: { text: "Hotel.", language: "pl" } },
  { headline: "افتتاح المدرسة", article: { text: "خبر.", language: "ar" } },
  { headline: "東京都の会見", article: { text: "知事が話した。", language: "ja" } },
  { headline: "京都の祭り", article: { text: "人が多い。", language: "ja" } },
  { headline: "วันเลือกตั้งใหม่", article: { text: "ข่าว", language: "th" } },
  { headline: "A C++ compiler", article: { text: "Written in C# for .NET, says Nato." } },
  { headline: "Vitamin C", article: { text: "It is in a net. The strike of a clock." } },
];

describe.each(TEST_ENGINES)("forms on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  beforeAll(async () => {
    store = await stores.open();
    for (const [index, parts] of NEWS.entries()) {
      await store.articles.publish(buildNumberedPublication({ ...parts, now: later(index * 3_600_000) }));
    }
  });
  afterAll(() => stores.closeAll());

  const find = async (text: string): Promise<readonly string[]> => {
    const { briefs } = await store.articles.search({ ...EMPTY_QUERY, limit: 50, terms: parseSearch(text) });
    return briefs.map((stored) => stored.brief.headline).sort();
  };

  const filter = async (wish: string): Promise<readonly string[]> => {
    const { briefs } = await store.articles.search({ ...EMPTY_QUERY, limit: 50 });
    const matchables = await toMatchables(store, briefs);
    return matchables
      .filter((each) => judge({ ...EMPTY_FILTER, words: [wish] }, each, toFoldedText(each)).isMatch)
      .map((each) => each.brief.headline)
      .sort();
  };

  test.each([
    ["strike", ["Footballers walk out", "Rail strikes go on", "Vitamin C"]],
    ['"strikes"', ["Rail strikes go on"]],
    ["football", ["Footballers walk out"]],
    ["Wahl", ["Die Wahlen im Mai"]],
    ["Москва", ["Пожар в Москве"]],
    ["katowic*", ["Nocleg w Katowicach"]],
    ["مدرسة", ["افتتاح المدرسة"]],
    ["京都", ["京都の祭り"]],
    ["เลือกตั้ง", ["วันเลือกตั้งใหม่"]],
    ["US", ["Rail strikes go on"]],
    ["NGO", ["Rail strikes go on"]],
    ["IT", []],
    ["NATO", ["A C++ compiler"]],
    ["C++", ["A C++ compiler"]],
    ["c#", ["A C++ compiler"]],
    [".NET", ["A C++ compiler"]],
    ["port-strikes", ["Footballers walk out"]],
    ["strike in:title", ["Rail strikes go on"]],
    ["author:moor", ["Rail strikes go on"]],
    ['author:"Jon Venn"', ["Die Wahlen im Mai"]],
    ["author:wahlen", []],
    ["category:sport", ["Footballers walk out"]],
    ['category:"home news"', ["Пожар в Москве"]],
    ["category:wahl", []],
  ])("%s finds %j, as a search and as a filter", async (wish, expected) => {
    expect(await find(wish)).toEqual(expected);
    expect(await filter(wish)).toEqual(expected);
  });

  test("what is kept out is kept out in all its forms, of a search, too", async () => {
    expect(await find("strike -footballer")).toEqual(["Rail strikes go on", "Vitamin C"]);
    expect(await find("strike -port-strikes")).toEqual(["Rail strikes go on", "Vitamin C"]);
    expect(await find("strike -in:title -category:sport")).not.toContain("Footballers walk out");
  });
});
