/** Old news stays old, whatever the feed renames; news is told once. */

import { expect, test } from "vitest";
import type { Entry } from "../../../src/domain/feed.ts";
import { canonicalUrl } from "../../../src/domain/url-key.ts";
import { chooseNew, entryKeys } from "../../../src/feeds/entry-key.ts";
import { fc } from "../../helpers/property.ts";

/** Machines that run the tests may be busy. */
const NOW = new Date("2026-11-23T12:00:00Z");
const hoursAgo = (hours: number): Date => new Date(NOW.getTime() - hours * 3_600_000);

function build(id: string, changes: Partial<Entry> = {}): Entry {
  return {
    guid: `guid-${id}`,
    url: `https://harbor.example/${id}`,
    title: `Story ${id}`,
    byline: null,
    publishedAt: hoursAgo(1),
    html: "",
    ...changes,
  };
}

/** A poll after one that met these entries. */
function poll(entries: readonly Entry[], before: readonly Entry[] | null, settings: { freshMax?: number } = {}) {
  const keyed = entryKeys(entries);
  const met = new Set(entryKeys(before ?? []).flatMap((each) => each.keys));
  const seen = new Set(keyed.flatMap((each) => each.keys).filter((key) => met.has(key)));
  const choice = chooseNew(keyed, { seen, isFirstPoll: before === null, now: NOW, ...settings });
  const titles = (list: readonly { entry: Entry }[]) => list.map((each) => each.entry.title);
  return { fresh: titles(choice.fresh), seeded: titles(choice.seeded), later: titles(choice.later) };
}

test("a new entry is news, a known one is not", () => {
  const before = [build("a"), build("b")];
  expect(poll([build("c"), ...before], before)).toEqual({ fresh: ["Story c"], seeded: [], later: [] });
});

test("of a feed met for the first time only the newest entries are taken, the newest last", () => {
  const entries = [7, 6, 5, 4, 3, 2, 1].map((age) => build(`${age}`, { publishedAt: hoursAgo(age) }));
  const { fresh, seeded, later } = poll(entries, null);
  expect(fresh).toEqual(["Story 5", "Story 4", "Story 3", "Story 2", "Story 1"]);
  expect(seeded).toEqual(["Story 7", "Story 6"]);
  expect(later).toEqual([]);
});

test("a feed met for the first time with nothing new tells nothing", () => {
  expect(poll([build("a", { publishedAt: hoursAgo(100) })], null)).toMatchObject({ fresh: [], seeded: ["Story a"] });
});

test.each([
  ["a changed guid", { guid: "other" }],
  ["a guid taken away", { guid: null }],
  ["tracking added to the link", { guid: "other", url: "https://harbor.example/a?utm_source=rss" }],
  ["https for http and www", { guid: "other", url: "http://www.harbor.example/a/" }],
  ["a new guid and link under the same title and date", { guid: "other", url: "https://harbor.example/new/a" }],
  ["a corrected title", { title: "Story a, corrected" }],
  ["a new date", { publishedAt: hoursAgo(0) }],
])("%s does not make an entry new", (_name, changes) => {
  const before = [build("a"), build("b")];
  expect(poll([build("a", changes), build("b")], before).fresh).toEqual([]);
});

test("the alias of a known entry is remembered", () => {
  const before = [build("a")];
  expect(poll([build("a", { guid: "other" })], before).seeded).toEqual(["Story a"]);
});

test("a guid that every entry shares names none of them", () => {
  const before = [build("a", { guid: "same" }), build("b", { guid: "same" })];
  expect(poll([build("c", { guid: "same" }), ...before], before).fresh).toEqual(["Story c"]);
});

test("a link that every entry shares names none of them", () => {
  const url = "https://harbor.example/live";
  const before = [build("a", { url }), build("b", { url })];
  expect(poll([build("c", { url }), ...before], before).fresh).toEqual(["Story c"]);
});

test("the same entry listed twice is told once", () => {
  expect(poll([build("c"), build("c"), build("a"), build("b")], [build("a"), build("b")]).fresh).toEqual(["Story c"]);
});

test("news is told oldest first, and what is too much for one poll waits its turn", () => {
  const entries = [5, 4, 3, 2, 1].map((age) => build(`${age}`, { publishedAt: hoursAgo(age) }));
  const before = [build("known")];
  expect(poll([...entries, ...before], before, { freshMax: 3 })).toEqual({
    fresh: ["Story 5", "Story 4", "Story 3"],
    seeded: [],
    later: ["Story 2", "Story 1"],
  });
});

test("undated entries keep the feed's order, last first", () => {
  const before = [build("known")];
  const entries = ["c", "b", "a"].map((id) => build(id, { publishedAt: null }));
  expect(poll([...entries, ...before], before).fresh).toEqual(["Story a", "Story b", "Story c"]);
});

test("an entry older than two days is not news", () => {
  const before = [build("known")];
  const entries = [build("old", { publishedAt: hoursAgo(49) }), build("new", { publishedAt: hoursAgo(47) })];
  expect(poll([...entries, ...before], before)).toMatchObject({ fresh: ["Story new"], seeded: ["Story old"] });
});

test("a date in the future counts as now", () => {
  const before = [build("known")];
  const entries = [build("future", { publishedAt: hoursAgo(-900) }), build("past", { publishedAt: hoursAgo(2) })];
  expect(poll([...entries, ...before], before).fresh).toEqual(["Story past", "Story future"]);
});

test("a feed that renames all it has brings only what is new", () => {
  const before = Array.from({ length: 20 }, (_, i) => build(`${i}`, { publishedAt: hoursAgo(i + 0.5) }));
  const renamed = before.map((entry, i) => ({
    ...entry,
    guid: `new-${i}`,
    url: `https://new.example/${i}`,
    title: `New ${i}`,
  }));
  const { fresh, seeded } = poll([build("since", { publishedAt: hoursAgo(0.25) }), ...renamed], before);
  expect(fresh).toEqual(["Story since"]);
  expect(seeded.length).toBe(20);
});

test("entries without a page or a text of their own are passed over, so that they are not met again and again", () => {
  const before = [build("known")];
  for (const url of ["", "tag:harbor.example,2026:1"]) {
    expect(poll([build("x", { url }), ...before], before)).toMatchObject({ fresh: [], seeded: ["Story x"] });
    const html = "<p>The harbor of Port Halden is closed until Friday, says its office.</p>";
    expect(poll([build("x", { url, html }), ...before], before).fresh).toEqual(["Story x"]);
  }
});

test.each([
  ["https://Harbor.Example:443/a/?utm_source=x&utm_medium=y#top", "https://harbor.example/a"],
  ["https://harbor.example/a?id=7&fbclid=abc", "https://harbor.example/a?id=7"],
  ["https://harbor.example/", "https://harbor.example/"],
  ["https://harbor.example", "https://harbor.example/"],
  ["http://ann:pw@harbor.example/a", "http://harbor.example/a"],
  ["https://harbor.example/a?q=a+b%20c", "https://harbor.example/a?q=a+b%20c"],
  ["https://harbor.example/#!/news/1", "https://harbor.example/#!/news/1"],
  ["not a url ", "not a url"],
])("%s is %s", (given, expected) => {
  expect(canonicalUrl(given)).toBe(expected);
});

test("a canonical URL is canonical", () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      expect(canonicalUrl(canonicalUrl(url))).toBe(canonicalUrl(url));
    }),
  );
});

test("every entry is told exactly once over many polls, in any order of listing", () => {
  const ids = fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(ids, { minLength: 2, maxLength: 8 }), (polls) => {
      const met = new Set<string>();
      const told: string[] = [];
      polls.forEach((listed, index) => {
        const keyed = entryKeys(listed.map((id) => build(`${id}`)));
        const seen = new Set(keyed.flatMap((each) => each.keys).filter((key) => met.has(key)));
        const { fresh, seeded } = chooseNew(keyed, { seen, isFirstPoll: index === 0, now: NOW });
        told.push(...fresh.map((each) => each.entry.title));
        for (const each of [...fresh, ...seeded]) for (const key of each.keys) met.add(key);
      });
      expect(new Set(told).size).toBe(told.length);
    }),
  );
});
