import { describe, expect, test } from "vitest";
import { toFeedId, toSubscriptionId } from "../../../src/domain/id.ts";
import {
  DEFAULT_DISPLAY,
  type Display,
  EMPTY_FILTER,
  type Filter,
  type Subscription,
} from "../../../src/domain/subscription.ts";
import { judge, toFoldedText } from "../../../src/matching/filter.ts";
import { createStanding } from "../../../src/matching/standing.ts";
import { buildArticle, buildBrief, buildPublication, buildSubscription, NOW } from "../../helpers/build.ts";

const article = buildArticle();
const matchable = {
  feedId: article.feedId,
  topics: ["local", "transport"],
  language: "en",
  brief: buildBrief(article),
  text: article.text,
  quotes: buildPublication().quotes,
};

const passes = (filter: Partial<Filter>): boolean =>
  judge({ ...EMPTY_FILTER, ...filter }, matchable, toFoldedText(matchable)).isMatch;

describe("a filter", () => {
  test.each<[string, Partial<Filter>, boolean]>([
    ["without limits passes everything", {}, true],
    ["passes its own feed", { feedIds: [toFeedId("harbor-wire")] }, true],
    ["stops another feed", { feedIds: [toFeedId("other")] }, false],
    ["passes one of its topics", { topics: ["sport", "transport"] }, true],
    ["stops other topics", { topics: ["sport"] }, false],
    ["passes one of its words, whatever the case", { words: ["football", "FERRY"] }, true],
    ["takes words whole: ferr is not ferry", { words: ["ferr"] }, false],
    ["takes a phrase in order", { words: ["port halden"] }, true],
    ["does not take a phrase out of order", { words: ["halden port"] }, false],
    ["stops excluded words", { excludedWords: ["engine"] }, false],
    ["passes a speaker by part of the name", { speakers: ["lindqvist"] }, true],
    ["stops when another speaks", { speakers: ["Moen"] }, false],
    ["stops another language", { languages: ["de"] }, false],
    ["needs every kind of limit to pass", { words: ["ferry"], languages: ["de"] }, false],
  ])("%s", (_name, filter, expected) => {
    expect(passes(filter)).toBe(expected);
  });

  test("takes a speaker by role or by the mention as printed, in whole words", () => {
    const [quote] = matchable.quotes;
    if (quote?.speaker === null || quote === undefined) throw new Error("the quote has a speaker");
    const speaker = {
      ...quote.speaker,
      name: "Clara Weiss",
      role: "interior minister",
      mention: "Innenministerin Weiss",
    };
    const said = { ...matchable, quotes: [{ ...quote, speaker }] };
    const passesFor = (wish: string) => judge({ ...EMPTY_FILTER, speakers: [wish] }, said, toFoldedText(said)).isMatch;
    expect(["minister", "Minister Weiss", "innenministerin"].map(passesFor)).toEqual([true, true, true]);
    expect(["mini", "prime minister", "ferry"].map(passesFor)).toEqual([false, false, false]);
  });

  test("says why it stopped something", () => {
    const verdict = judge({ ...EMPTY_FILTER, excludedWords: ["engine"] }, matchable, toFoldedText(matchable));
    expect(verdict).toEqual({ isMatch: false, obstacle: { cause: "excluded", about: ["engine"] } });
  });
});

test("a channel with two matching subscriptions is owed one post", () => {
  const make = (id: number, part: Partial<Subscription>): Subscription => ({
    ...buildSubscription(),
    id: toSubscriptionId(id),
    number: id,
    ...part,
  });
  const standing = createStanding([
    make(1, {}),
    make(2, { filter: { ...EMPTY_FILTER, words: ["ferry"] } }),
    make(3, { destination: { platform: "discord", address: "1" }, pausedReason: "paused" }),
    make(4, { destination: { platform: "telegram", address: "2" } }),
  ]);
  const recipients = standing.match(matchable, NOW);
  expect(recipients.map((each) => each.subscriptionId)).toEqual([1, 4]);
});

test("of a channel's subscriptions the one that posts it soonest speaks for it", () => {
  const make = (id: number, display: Partial<Display>): Subscription => ({
    ...buildSubscription({ display: { ...DEFAULT_DISPLAY, ...display } }),
    id: toSubscriptionId(id),
    number: id,
  });
  const choose = (...displays: readonly Partial<Display>[]) =>
    createStanding(displays.map((display, index) => make(index + 1, display))).match(matchable, NOW);
  expect(choose({ rhythm: "weekly" }, { rhythm: "daily" }, { sizeMin: 2 })).toMatchObject([
    { subscriptionId: 2, waitsUntil: new Date("2026-11-21T08:00:00Z"), sizeMin: 1 },
  ]);
  expect(choose({ rhythm: "daily" }, {})).toMatchObject([{ subscriptionId: 2, waitsUntil: null }]);
  expect(choose({ quietFrom: "11:00", quietTo: "13:00" })).toMatchObject([
    { subscriptionId: 1, waitsUntil: new Date("2026-11-20T13:00:00Z") },
  ]);
});
