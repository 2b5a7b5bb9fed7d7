/** What readers lost or were told twice: entries that share an address, a title or a guid, and windows that are all new. */

import { expect, test } from "vitest";
import type { Entry } from "../../../src/domain/feed.ts";
import { chooseNew, entryKeys } from "../../../src/feeds/entry-key.ts";

const START = Date.parse("2026-11-23T12:00:00Z");
const HOUR_MS = 3_600_000;
const at = (hour: number): Date => new Date(START + hour * HOUR_MS);
const DAY_ONLY = new Date("2026-11-23T00:00:00Z");

function entry(part: Partial<Entry>): Entry {
  return { guid: null, url: "", title: "", byline: null, publishedAt: null, html: "", ...part };
}

/** The titles told at each poll, an hour apart, of a feed that holds these entries then. */
function play(...polls: readonly (readonly Partial<Entry>[])[]): readonly (readonly string[])[] {
  const met = new Set<string>();
  return polls.map((listed, hour) => {
    const keyed = entryKeys(listed.map(entry));
    const seen = new Set(keyed.flatMap(({ keys }) => keys).filter((key) => met.has(key)));
    const choice = chooseNew(keyed, { seen, isFirstPoll: hour === 0, now: at(hour), freshMax: 25 });
    for (const { keys } of [...choice.fresh, ...choice.seeded]) for (const key of keys) met.add(key);
    return choice.fresh.map((each) => each.entry.title);
  });
}

const KNOWN = [1, 2, 3].map((n) => ({
  guid: `known-${n}`,
  url: `https://quay.example/known/${n}`,
  title: `Known ${n}`,
  publishedAt: at(-n / 4),
}));
const told = (polls: readonly (readonly string[])[]): readonly (readonly string[])[] => polls.slice(1);

/** A list of which nothing was there at the last poll. */
const list = (poll: number, dated: (n: number) => Date | null, count = 12): readonly Partial<Entry>[] =>
  Array.from({ length: count }, (_, n) => ({
    guid: `${poll}-${n}`,
    url: `https://quay.example/${poll}/${n}`,
    title: `Note ${n} of day ${poll}`,
    publishedAt: dated(n),
  }));

test.each([
  ["each dated after the last poll", (poll: number) => list(poll, (n) => at(poll - n / 60))],
  ["all of one moment", (poll: number) => list(poll, () => at(poll - 0.5))],
  ["without dates", (poll: number) => list(poll, () => null)],
])("a list that is all new was taken for a renaming: %s", (_name, make) => {
  expect(told(play(make(0), make(1), make(2))).map((titles) => titles.length)).toEqual([12, 12]);
});

test("a daily list with a day for a date is carried each day", () => {
  const days = [0, 24, 47].map((hour) => list(hour, () => new Date(Math.floor(at(hour).getTime() / 864e5) * 864e5)));
  const met = new Set<string>();
  const counts = days.map((listed, index) => {
    const keyed = entryKeys(listed.map(entry));
    const seen = new Set(keyed.flatMap(({ keys }) => keys).filter((key) => met.has(key)));
    const choice = chooseNew(keyed, { seen, isFirstPoll: index === 0, now: at([0, 24, 47][index] ?? 0), freshMax: 25 });
    for (const { keys } of [...choice.fresh, ...choice.seeded]) for (const key of keys) met.add(key);
    return choice.fresh.length;
  });
  expect(counts).toEqual([5, 12, 12]);
});

test("a feed that moved to another address, guids and all, brings nothing again", () => {
  const there = KNOWN.map((each, n) => ({ ...each, guid: `urn:${n}`, url: each.url.replace("quay", "pier") }));
  expect(told(play(KNOWN, there))).toEqual([[]]);
  const undated = (some: readonly Partial<Entry>[]) => some.map((each) => ({ ...each, publishedAt: null }));
  expect(told(play(undated(KNOWN), undated(there)))).toEqual([[]]);
  const withDays = (some: readonly Partial<Entry>[]) => some.map((each) => ({ ...each, publishedAt: DAY_ONLY }));
  expect(told(play(withDays(KNOWN), withDays(there)))).toEqual([[]]);
});

test("a feed that dates all it has anew at each poll brings nothing again", () => {
  const dated = (hour: number) => KNOWN.map((each) => ({ ...each, publishedAt: at(hour) }));
  expect(told(play(dated(0), dated(1), dated(2)))).toEqual([[], []]);
  const renamed = (hour: number) => dated(hour).map((each) => ({ ...each, guid: `${each.guid}-${hour}` }));
  expect(told(play(renamed(0), renamed(1), renamed(2)))).toEqual([[], []]);
});

const STATUS = "https://quay.example/status";
test.each([
  ["the very address", () => STATUS],
  ["a fragment each", (n: number) => `${STATUS}#post-${n}`],
  ["an id in partner", (n: number) => `${STATUS}?partner=${n}`],
  ["an id in cmp", (n: number) => `${STATUS}?cmp=${n}`],
  ["an id in at_medium", (n: number) => `${STATUS}?at_medium=${n}`],
  ["the front page", () => "https://quay.example/"],
])("entries of one address were one entry: %s", (_name, urlOf) => {
  const make = (n: number) => ({ guid: `s-${n}`, url: urlOf(n), title: `Pump ${n} is mended`, publishedAt: at(n) });
  expect(told(play([make(0)], [make(1)], [make(2)]))).toEqual([["Pump 1 is mended"], ["Pump 2 is mended"]]);
  const withOthers = (...some: readonly number[]) => [...some.map(make), ...KNOWN];
  expect(told(play(withOthers(0), withOthers(1, 0), withOthers(2, 1, 0)))).toEqual([
    ["Pump 1 is mended"],
    ["Pump 2 is mended"],
  ]);
});

test("entries of a live page without guids are told by their fragments", () => {
  const make = (n: number) => ({ url: `${STATUS}#post-${n}`, title: `Pump ${n} is mended`, publishedAt: at(n) });
  expect(told(play([make(0)], [make(1), make(0)], [make(2)]))).toEqual([["Pump 1 is mended"], ["Pump 2 is mended"]]);
});

test("a notice under one address that comes again in the same words is told each time", () => {
  const make = (n: number) => ({ guid: `w-${n}`, url: STATUS, title: "Storm warning for the bay", publishedAt: at(n) });
  const polls = [0, 1, 2].map((n) => [make(n), ...KNOWN]);
  expect(told(play(...polls)).map((titles) => titles.length)).toEqual([1, 1]);
});

test.each([
  ["of one day", () => DAY_ONLY],
  ["of one moment", () => at(-1)],
])("notices of one title %s, each with its guid and address, are told each time", (_name, dated) => {
  const make = (n: number) => ({
    guid: `f-${n}`,
    url: `https://quay.example/f/${n}`,
    title: "Fire brigade called out",
    publishedAt: dated(),
  });
  const polls = [[], [make(0)], [make(1), make(0)], [make(2), make(1), make(0)]].map((some) => [...some, ...KNOWN]);
  expect(told(play(...polls)).map((titles) => titles.length)).toEqual([1, 1, 1]);
});

test("a guid used again for another article is news", () => {
  const make = (n: number) => ({
    guid: "top-story",
    url: `https://quay.example/top/${n}`,
    title: `Top story ${n}`,
    publishedAt: at(n),
  });
  expect(told(play([make(0), ...KNOWN], [make(1), ...KNOWN], [make(1), ...KNOWN]))).toEqual([["Top story 1"], []]);
});

test.each([
  ["a corrected title and date", { title: "Known 1, corrected", publishedAt: at(1) }],
  ["another address", { url: "https://quay.example/known/one" }],
  ["another address and title", { url: "https://quay.example/known/one", title: "Known, the first" }],
])("an entry that keeps its guid is no news for %s", (_name, change) => {
  const changed = KNOWN.map((each, n) => (n === 0 ? { ...each, ...change } : each));
  expect(told(play(KNOWN, changed))).toEqual([[]]);
});

test("a guid that counts the wordings of a page names the page", () => {
  const url = "https://quay.example/articles/pier";
  const make = (n: number) => ({ guid: `${url}#${n}`, url, title: `Pier, wording ${n}`, publishedAt: at(n) });
  expect(told(play([make(0), ...KNOWN], [make(1), ...KNOWN]))).toEqual([[]]);
});

test.each([
  ["in the path", (n: number, poll: number) => `https://quay.example/n/${n};jsessionid=A${poll}F${n}`],
  ["by its name", (n: number, poll: number) => `https://quay.example/n/${n}?PHPSESSID=${poll}${n}`],
  ["by its looks", (n: number, poll: number) => `https://quay.example/n/${n}?sid=a7d90c31e4b2${poll}0f${n}1`],
  ["in a parameter nobody knows", (n: number, poll: number) => `https://quay.example/n/${n}?v=${poll}x${n}`],
])("session ids in addresses without guids do not bring entries again: %s", (_name, urlOf) => {
  const make = (poll: number) => (n: number) => ({ url: urlOf(n, poll), title: `Notice ${n}`, publishedAt: null });
  const polls = [0, 1, 2, 3].map((poll) => (poll < 2 ? [1, 2, 3, 4] : [5, 1, 2, 3, 4]).map(make(poll)));
  expect(told(play(...polls))).toEqual([[], ["Notice 5"], []]);
});

test("a parameter that names what is read is kept", () => {
  const make = (n: number) => ({ url: `https://quay.example/item?sid=${n}`, title: `Item ${n}`, publishedAt: at(n) });
  expect(told(play([make(0)], [make(1), make(0)], [make(2)]))).toEqual([["Item 1"], ["Item 2"]]);
});
