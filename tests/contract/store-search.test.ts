/** Search, quotes and speakers: the same results on every engine. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toArticleId, toFeedId } from "../../src/domain/id.ts";
import { type BriefQuery, EMPTY_QUERY, type QuoteQuery, type Store } from "../../src/domain/store.ts";
import { parseSearch } from "../../src/typed/search-text.ts";
import { buildNumberedPublication, buildQuote, HARBOR, later, NOON, type PublicationParts } from "../helpers/build.ts";
import { openTestStores, TEST_ENGINES } from "../helpers/test-store.ts";

const HILL = toFeedId("hill-post");
const CLERK = { mention: "a clerk", start: 0, end: 0, name: "a clerk", role: null, kind: "unnamed" } as const;
const TARN = "The mayor spoke.\n\n“We kept our word on the pier,” said Odile Tarn. “Not this year,” said a clerk.";
const BERG = "“The pier is a waste,” said Jørgen Berg of the council.";

/** In the order of publishing, an hour apart. */
const NEWS: readonly PublicationParts[] = [
  {
    headline: "Łódź opens a tram line",
    article: { text: "Trams run in Zürich style.", language: "pl" },
    topics: ["Transport"],
  },
  {
    headline: "Pier reopens",
    article: { text: TARN },
    sentences: ["The promenade was repaired."],
    quotes: [
      buildQuote(TARN, "We kept our word on the pier,", "Odile Tarn"),
      buildQuote(TARN, "Not this year,", null, { speaker: CLERK }),
    ],
    topics: ["harbors", "transport"],
  },
  {
    headline: "Council quarrels",
    article: { text: BERG, feedId: HILL },
    quotes: [buildQuote(BERG, "The pier is a waste,", "Jørgen Berg")],
  },
  { headline: "北京大学开学", article: { text: "新学期在北京开始。大阪也一样。", language: "zh" } },
  { headline: "Ferry timetable", article: { text: "The new ferry leaves. A pier new to many." }, topics: ["harbors"] },
  { headline: "Tides", article: { text: `${"The tide and the moon. ".repeat(400)} Anchovy season ends.` } },
];

describe.each(TEST_ENGINES)("search on $name", (engine) => {
  const stores = openTestStores(engine);
  let store: Store;
  beforeAll(async () => {
    store = await stores.open();
    for (const [index, parts] of NEWS.entries()) {
      await store.articles.publish(buildNumberedPublication({ ...parts, now: later(index * 3_600_000) }));
    }
  });
  afterAll(() => stores.closeAll());

  const find = async (text: string, parts: Partial<BriefQuery> = {}) => {
    const page = await store.articles.search({ ...EMPTY_QUERY, limit: 50, ...parts, terms: parseSearch(text) });
    expect(page.total).toBe(page.briefs.length);
    return page.briefs.map((stored) => stored.brief.headline).sort();
  };

  test.each([
    ["lodz", ["Łódź opens a tram line"]],
    ["ŁÓDŹ", ["Łódź opens a tram line"]],
    ["zurich", ["Łódź opens a tram line"]],
    ["pier", ["Council quarrels", "Ferry timetable", "Pier reopens"]],
    ["promenade", ["Pier reopens"]],
    ["new pier", ["Ferry timetable"]],
    ['"new pier"', []],
    ['"new ferry"', ["Ferry timetable"]],
    ["pier -waste", ["Ferry timetable", "Pier reopens"]],
    ['pier -"new ferry"', ["Council quarrels", "Pier reopens"]],
    ["-pier -tram -tide", ["北京大学开学"]],
    ["北京", ["北京大学开学"]],
    ["大阪", ["北京大学开学"]],
    ["北京大学", ["北京大学开学"]],
    ["北", ["北京大学开学"]],
    ["学", ["北京大学开学"]],
    ["様", []],
    ["大京", []],
    ["jorgen berg", ["Council quarrels"]],
    ["Odile", ["Pier reopens"]],
    ["anchovy", ["Tides"]],
    ['"anchovy season"', ["Tides"]],
    ['"reopens the"', []],
    ["tid", []],
    ["!!!", []],
    ["pier !!!", ["Council quarrels", "Ferry timetable", "Pier reopens"]],
    ["a_b%", []],
    ["pier OR tram", []],
  ])("%s finds what has all of it", async (text, headlines) => {
    expect(await find(text)).toEqual(headlines);
  });

  test("no words give everything that passes the limits, newest first", async () => {
    const page = await store.articles.search({ ...EMPTY_QUERY, limit: 2 });
    expect(page.briefs.map((stored) => stored.brief.headline)).toEqual(["Tides", "Ferry timetable"]);
    expect(page.total).toBe(NEWS.length);
  });

  test("feed, topic, language, speaker and dates narrow a search", async () => {
    expect(await find("pier", { feedIds: [HILL] })).toEqual(["Council quarrels"]);
    expect(await find("pier", { feedIds: [HILL, HARBOR] })).toHaveLength(3);
    expect(await find("", { topics: ["transport"] })).toEqual(["Pier reopens", "Łódź opens a tram line"].sort());
    expect(await find("pier", { topics: ["HARBORS"] })).toEqual(["Ferry timetable", "Pier reopens"]);
    expect(await find("", { languages: ["zh", "pl"] })).toHaveLength(2);
    expect(await find("pier", { speaker: "tarn" })).toEqual(["Pier reopens"]);
    expect(await find("", { speaker: "JØRGEN" })).toEqual(["Council quarrels"]);
    expect(await find("", { speaker: "tarn berg" })).toEqual([]);
    expect(await find("", { speaker: "?" })).toEqual([]);
    expect(await find("", { topics: ["\0"], languages: ["\uD800"] })).toEqual([]);
    expect(await find("pier", { since: later(2 * 3_600_000) })).toEqual(["Council quarrels", "Ferry timetable"]);
    expect(await find("pier", { until: later(3_600_000) })).toEqual(["Pier reopens"]);
  });

  test("a word in the headline counts for more than one in the text", async () => {
    const page = await store.articles.search({ ...EMPTY_QUERY, terms: parseSearch("pier") });
    expect(page.briefs[0]?.brief.headline).toBe("Pier reopens");
  });

  test("pages follow one another without a gap or a repeat", async () => {
    const pages = await Promise.all(
      [0, 1, 2, 3].map((offset) =>
        store.articles.search({ ...EMPTY_QUERY, terms: parseSearch("pier"), limit: 1, offset }),
      ),
    );
    expect(new Set(pages.flatMap((page) => page.briefs.map((stored) => stored.article.id))).size).toBe(3);
    expect(pages.map((page) => page.total)).toEqual([3, 3, 3, 3]);
    expect(pages.at(-1)?.briefs).toEqual([]);
    const odd = await store.articles.search({ ...EMPTY_QUERY, limit: -1, offset: Number.NaN });
    expect(odd.briefs).toEqual([]);
  });

  test("the latest of a feed or topic", async () => {
    const page = await store.articles.latest({ feedIds: [HARBOR], topics: ["harbors"], limit: 1, offset: 1 });
    expect(page).toMatchObject({ total: 2, briefs: [{ brief: { headline: "Pier reopens" } }] });
  });

  const quoted = async (parts: Partial<QuoteQuery>, text = "") => {
    const query = { speaker: null, feedIds: [], since: null, limit: 50, offset: 0, ...parts, terms: parseSearch(text) };
    return (await store.articles.findQuotes(query)).map((found) => found.quote.text);
  };

  test("all quotes of an article come in its order", async () => {
    const page = await store.articles.search({ ...EMPTY_QUERY, limit: 50 });
    const ids = page.briefs.map((stored) => stored.article.id);
    const lists = await store.articles.listQuotes(ids);
    expect(ids.flatMap((id) => lists.get(id) ?? []).map((quote) => quote.text)).toEqual(await quoted({}));
    expect(await store.articles.listQuotes([toArticleId(999_999)])).toEqual(new Map());
  });

  test("quotes are found by speaker, by words, by feed and by date, newest first", async () => {
    expect(await quoted({})).toEqual(["The pier is a waste,", "We kept our word on the pier,", "Not this year,"]);
    expect(await quoted({ speaker: "tarn" })).toEqual(["We kept our word on the pier,"]);
    expect(await quoted({ speaker: "odile tarn" })).toHaveLength(1);
    expect(await quoted({ speaker: "tar" })).toEqual([]);
    expect(await quoted({ speaker: "pier" })).toEqual([]);
    expect(await quoted({ feedIds: [HILL] }, "pier")).toHaveLength(1);
    expect(await quoted({}, "tarn")).toEqual([]);
    expect(await quoted({}, "pier -waste")).toEqual(["We kept our word on the pier,", "Not this year,"]);
    expect(await quoted({}, "pier -year")).toEqual(["The pier is a waste,", "We kept our word on the pier,"]);
    expect(await quoted({}, "-pier")).toEqual(["Not this year,"]);
    expect(await quoted({}, '"kept our word"')).toHaveLength(1);
    expect(await quoted({ speaker: "berg" }, "word")).toEqual([]);
    expect(await quoted({ feedIds: [HILL] })).toEqual(["The pier is a waste,"]);
    expect(await quoted({ since: later(2 * 3_600_000) })).toEqual(["The pier is a waste,"]);
    expect(await quoted({ limit: 1, offset: 1 })).toEqual(["We kept our word on the pier,"]);
    const [found] = await store.articles.findQuotes({
      speaker: "berg",
      terms: [],
      feedIds: [],
      since: null,
      limit: 1,
      offset: 0,
    });
    expect(found?.stored.brief.headline).toBe("Council quarrels");
  });

  test("speakers are completed from the beginning of any word of the name, never unnamed ones", async () => {
    expect(await store.articles.findSpeakers("od", 5)).toEqual([{ name: "Odile Tarn", role: null }]);
    expect(await store.articles.findSpeakers("TAR", 5)).toMatchObject([{ name: "Odile Tarn" }]);
    expect(await store.articles.findSpeakers("odile t", 5)).toMatchObject([{ name: "Odile Tarn" }]);
    expect(await store.articles.findSpeakers("jorg", 5)).toMatchObject([{ name: "Jørgen Berg" }]);
    expect(await store.articles.findSpeakers("dile", 5)).toEqual([]);
    expect(await store.articles.findSpeakers("clerk", 5)).toEqual([]);
    expect(await store.articles.findSpeakers("%", 5)).toEqual([]);
    expect(await store.articles.findSpeakers("", 5)).toHaveLength(2);
    expect(await store.articles.findSpeakers("", 0)).toEqual([]);
  });
});

describe.each(TEST_ENGINES)("search in time on $name", (engine) => {
  const stores = openTestStores(engine);
  afterAll(() => stores.closeAll());

  test("the speaker quoted most lately is offered first", async () => {
    const store = await stores.open();
    const publish = (name: string, days: number) => {
      const text = `“Yes,” said ${name} on day ${days}.`;
      const now = later(days * 86_400_000);
      return store.articles.publish(
        buildNumberedPublication({ article: { text }, quotes: [buildQuote(text, "Yes,", name)], now }),
      );
    };
    for (const day of [0, 1, 2, 3]) await publish("Pia Old", day);
    for (const day of [90, 91]) await publish("Pia New", day);
    await publish("Pia Once", 91);
    const find = async (limit: number) => (await store.articles.findSpeakers("pia", limit)).map(({ name }) => name);
    expect(await find(5)).toEqual(["Pia New", "Pia Once", "Pia Old"]);
    expect(await find(1)).toEqual(["Pia New"]);
  });

  test("matches are counted up to 500, the newest of them", async () => {
    const store = await stores.open();
    for (let index = 0; index < 505; index += 1) {
      await store.articles.publish(
        buildNumberedPublication({ headline: `Ferry ${index}`, now: new Date(NOON.getTime() + index) }),
      );
    }
    const page = await store.articles.search({ ...EMPTY_QUERY, terms: parseSearch("ferry"), limit: 100, offset: 400 });
    expect(page.total).toBe(500);
    expect(page.briefs).toHaveLength(100);
    const oldest = await store.articles.search({ ...EMPTY_QUERY, terms: parseSearch('"ferry 3"') });
    expect(oldest.total).toBe(1);
    expect((await store.articles.latest({ feedIds: [], topics: [], limit: 1, offset: 0 })).total).toBe(500);
    const all = await store.articles.search({ ...EMPTY_QUERY, terms: parseSearch("ferry"), limit: 100 });
    expect(all.briefs.map((stored) => stored.brief.headline)).not.toContain("Ferry 3");
  });

  test("a corrected page is found by its new words only", async () => {
    const store = await stores.open();
    const first = buildNumberedPublication({
      article: { text: "“In May,” said Odile Tarn." },
      quotes: [],
      headline: "Pier",
    });
    const quote = buildQuote(first.article.text, "In May,", "Odile Tarn");
    await store.articles.publish({ ...first, quotes: [quote] });
    await store.articles.publish({ ...first, article: { ...first.article, text: "The pier opens in June." } });
    const count = async (text: string) =>
      (await store.articles.search({ ...EMPTY_QUERY, terms: parseSearch(text) })).total;
    expect([await count("may"), await count("june"), await count("-may")]).toEqual([0, 1, 1]);
    expect(
      await store.articles.findQuotes({ speaker: "tarn", terms: [], feedIds: [], since: null, limit: 5, offset: 0 }),
    ).toEqual([]);
  });
});
