/** What an editor would not post right under the headline is left out where others tell the news. */

import { describe, expect, test } from "vitest";
import { findLimited } from "../../../../../src/briefs/extractive/halves.ts";
import type { Posted, PostedByUnit } from "../../../../../src/briefs/extractive/judged/postable.ts";
import { choosePosted, keepPostable } from "../../../../../src/briefs/extractive/judged/posted.ts";
import type { Choice, FoundSet } from "../../../../../src/briefs/extractive/search-units.ts";
import { chooseUnits, readMaterial } from "../../../../../src/briefs/extractive/summarize.ts";
import { readUnits } from "../../../../../src/briefs/extractive/units.ts";
import { readNames } from "../../../../../src/briefs/mending/full-names.ts";
import { SUMMARY_BUDGET } from "../../../../../src/domain/article.ts";
import { findLanguage } from "../../../../../src/languages/index.ts";

const UNITS = readUnits({
  text: "The pier of Varen opened on Friday.\n\nThe pier cost two million marks.\n\nA band played until the lamps went out.",
  language: "en",
});

const PHRASES = findLanguage("en").asides;

describe("two good sentences beat three", () => {
  const keep = (
    posts: readonly number[],
    tells: readonly number[],
    {
      isAllowed = (): boolean => true,
      behind = posts,
      units = UNITS,
      limited = new Set<number>() as ReadonlySet<number>,
    } = {},
  ) => {
    const posted = posts.map((alone, at): [number, Posted] => [at, { alone, behind: behind[at] ?? alone }]);
    const judged = { posts: new Map(posted), tells: new Map(tells.entries()), phrases: PHRASES, limited, isAllowed };
    return keepPostable(units, judged).map(({ index }) => index);
  };

  test("the least sure goes first, and one that tells the news stays", () => {
    expect(keep([0.9, 0.8, 0.2], [0.9, 0.1, 0])).toEqual([0, 1]);
    expect(keep([0.9, 0.3, 0.2], [0.99, 0, 0])).toEqual([0]);
  });

  test("a second one may be less sure than a third", () => {
    expect(keep([0.9, 0.6, 0.2], [0.99, 0, 0])).toEqual([0, 1]);
  });

  test("what leans is as sure as it is behind the sentence it leans on, where that is shown", () => {
    const posts = [0.9, 0.2, 0.9];
    expect(keep(posts, [0.99, 0, 0], { behind: [0.9, 0.9, 0.9] })).toEqual([0, 1, 2]);
    expect(keep([0.9, 0.9, 0.2], [0.99, 0, 0], { behind: posts, units: UNITS.filter((_, at) => at !== 1) })).toEqual([
      0,
    ]);
  });

  test.each([
    "Hale denied that she had ever seen the nets.",
    "But a film from the quay shows nobody there.",
    "The court cleared her in May.",
  ])("what answers a claim that is shown stays: %s", (answer) => {
    const units = readUnits({ text: `Mara Hale cut the nets of Ostrel, a fisher says.\n\n${answer}`, language: "en" });
    expect(keep([0.9, 0.1], [0.99, 0], { units })).toEqual([0, 1]);
    const other = readUnits({
      text: "Mara Hale cut the nets of Ostrel, a fisher says.\n\nShe was wet.",
      language: "en",
    });
    expect(keep([0.9, 0.1], [0.99, 0], { units: other })).toEqual([0]);
  });

  test("what the next sentence turns goes where that is not shown", () => {
    const text = "The pier of Varen opened.\n\nIts posts looked like new ones.\n\nBut six of them are rotten.";
    const units = readUnits({ text, language: "en" });
    const limited = findLimited(units, text, "en");
    expect(keep([0.9, 0.9, 0.9], [0.99, 0, 0], { units, limited })).toEqual([0, 1, 2]);
    expect(keep([0.9, 0.9], [0.99, 0], { units: units.slice(0, 2), limited })).toEqual([0]);
    expect(keep([0.9, 0.9], [0.99, 0], { units: units.slice(0, 2) })).toEqual([0, 1]);
  });

  test("what the next sentence turns goes, too, where others tell the news as well", () => {
    const text = "The pier of Varen opened.\n\nThe pier of Varen looked like new.\n\nBut six of its posts are rotten.";
    const units = readUnits({ text, language: "en" });
    const limited = findLimited(units, text, "en");
    expect(keep([0.9, 0.6, 0.9], [0.99, 0.4, 0], { units: units.slice(0, 2), limited })).toEqual([0]);
    expect(keep([0.9, 0.6, 0.9], [0.99, 0.4, 0], { units, limited })).toEqual([0, 1, 2]);
  });

  test("nothing goes that alone tells the news, however unsure", () => {
    expect(keep([0.9, 0.4, 0.9], [0.1, 0.8, 0])).toEqual([0, 1, 2]);
  });

  test("what all lean on stays, and one sentence always", () => {
    expect(keep([0.2, 0.9, 0.9], [0, 0.9, 0], { isAllowed: () => false })).toEqual([0, 1, 2]);
    expect(keep([0.2, 0.2, 0.2], [0, 0, 0])).toHaveLength(1);
  });

  test("nobody judged: nothing goes", () => {
    expect(
      keepPostable(UNITS, {
        posts: new Map(),
        tells: new Map(),
        phrases: PHRASES,
        limited: new Set(),
        isAllowed: () => true,
      }),
    ).toHaveLength(3);
  });
});

describe("of sets that tell about as much, the one an editor would post", () => {
  const SENTENCES = [
    "The pier of Varen opened on Friday.",
    "Nobody, of course, had asked the gulls.",
    "It cost two million marks, the council said.",
  ];
  const units = readUnits({ text: SENTENCES.join("\n\n"), language: "en" });
  const setOf = (members: readonly number[], worth: number, tells = 0.9): FoundSet => ({
    choices: members.flatMap((at): Choice[] => {
      const unit = units[at];
      if (unit === undefined) return [];
      const { wordCount } = unit;
      return [{ unit, wordCount, score: 0, tells: 0, news: new Int32Array(0), doubtful: [], needs: [], isSure: true }];
    }),
    words: 0,
    told: 0,
    scores: 0,
    doubts: 0,
    tells,
    worth,
  });
  const choose = (sets: readonly FoundSet[], posts: readonly Posted[]) =>
    choosePosted(sets, {
      posts: new Map(posts.entries()),
      tells: new Map(),
      limited: new Set(),
      phrases: PHRASES,
      isAllowed: () => true,
    }).map(({ index }) => index);
  const POSTS = [0.9, 0.2, 0.8].map((alone): Posted => ({ alone, behind: alone }));

  test("a joke gives way to a fact that is worth a little less", () => {
    const sets = [setOf([0, 1], 1), setOf([0, 2], 0.95)];
    expect(choose(sets, POSTS)).toEqual([0, 2]);
    expect(choose(sets, [])).toEqual([0, 1]);
  });

  test("what is worth much less, or tells the news less likely, does not take its place", () => {
    expect(choose([setOf([0, 1], 1), setOf([0, 2], 0.4)], POSTS)).toEqual([0, 1]);
    expect(choose([setOf([0, 1], 1), setOf([0, 2], 0.95, 0.8)], POSTS)).toEqual([0, 1]);
  });

  test("no set: nothing", () => {
    expect(choose([], POSTS)).toEqual([]);
  });
});

describe("in a brief", () => {
  const show = (title: string, text: string) => {
    const article = { title, text, language: "en", publishedAt: null };
    const material = readMaterial(article, [], readNames(text, [], "en"));
    const shown = (posts: PostedByUnit) =>
      chooseUnits({ ...material, posts }, SUMMARY_BUDGET).map(({ sentence }) => sentence.text);
    return { judged: shown(material.posts), unjudged: shown(new Map()) };
  };

  test.each([
    [
      "a scene and its joke",
      "Varen closes its old pier after storm",
      [
        "The council of Varen closed the town's old pier on Friday after a storm broke eleven of its posts.",
        "It was a lot of wind.",
        "Repairs will cost 2.4 million marks and take until the spring of 2027, harbor master Mara Hale said.",
        "She laughed at that, and a gull laughed with her.",
        "So much for a quiet week by the sea.",
      ],
    ],
    [
      "half of a comparison",
      "Ostrel ferries carry more people than ever",
      [
        "Ferries from Ostrel carried 41,000 people in October, more than in any month since the line was opened in 1963.",
        "The Ostrel Line will put a third boat to sea in March, its director Bo Moor told the town council on Tuesday.",
        "That was not so in the year before, when it stood at half.",
        "Others see it in the same way, and they too have their numbers.",
      ],
    ],
  ])("%s goes, and the news stays", (_, title, sentences) => {
    const { judged, unjudged } = show(title, sentences.join("\n\n"));
    expect(unjudged.length).toBeGreaterThanOrEqual(judged.length);
    expect(judged).toContain(sentences[0]);
    for (const sentence of judged) expect([sentences[0], sentences[1], sentences[2]]).toContain(sentence);
  });

  test("where only a joke could be shown, the page's opening is, though it says what is ours", () => {
    const told = (title: string, opening: string, alone: number) => {
      const answers = ["We row at dawn.", "I eat eels.", "We like rain, and our boats like it."];
      const text = [opening, ...answers, "Ok, now for a little fun."].join("\n\n");
      const material = readMaterial({ title, text, language: "en", publishedAt: null }, [], readNames(text, [], "en"));
      const posts = new Map([[4, { alone, behind: alone }]]);
      return chooseUnits({ ...material, posts, tells: new Map() }, SUMMARY_BUDGET).map(({ index }) => index);
    };
    const opening = "The Ostrel Line is glad to have Mara Hale as our new harbor master.";
    expect(told("Meet Mara Hale, New Harbor Master", opening, 0.05)).toEqual([0]);
    expect(told("Meet Mara Hale, New Harbor Master", opening, 0.5)).toEqual([4]);
    expect(told("Meet Mara Hale, New Harbor Master", "You will like our new harbor master Mara Hale.", 0.05)).toEqual(
      [],
    );
    expect(told("Meet Mara Hale, New Harbor Master", "We could not be happier than we are today.", 0.05)).toEqual([]);
  });
});
