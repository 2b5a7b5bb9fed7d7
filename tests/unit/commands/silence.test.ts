/** Why a subscription brings nothing, and what is true of the next brief where two subscriptions want the same. */

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { toFeedId } from "../../../src/domain/id.ts";
import type { Store } from "../../../src/domain/store.ts";
import { ask, press, WEB_MAIN } from "../../helpers/ask.ts";
import {
  buildArticle,
  buildFeed,
  buildNumberedPublication,
  buildPublication,
  buildQuote,
  NOW,
} from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

const HOUR_MS = 60 * 60 * 1000;
const before = (ms: number): Date => new Date(NOW.getTime() - ms);

let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save(
    [
      buildFeed(),
      buildFeed({ id: toFeedId("glen-sport"), title: "Glen Sport", url: "http://127.0.0.1:9/s", topics: ["sport"] }),
    ],
    NOW,
  );
});
afterEach(() => store.close());

const say = (line: string, now = NOW) => ask(line, { store, now });

describe("why without an article", () => {
  test("tells of the only subscription: its feeds, what it lacks, when its digest leaves", async () => {
    const state = await store.feeds.getState(toFeedId("glen-sport"));
    await store.feeds.saveState({ ...state, lastError: "The server answered 500.", nextPollAt: NOW });
    await say("/subscribe everything words:zeppelin digest:daily at:20:00 zone:Europe/Berlin");
    await store.articles.publish(buildPublication());
    const { text, lists } = await say("/why");
    expect(text).toMatch(/^1\. all feeds, with “zeppelin”\n/);
    expect(text).toContain("No post yet.");
    expect(text).toContain("Of 1 article of the last week none has its words.");
    expect(text).toContain("The next digest leaves 20 Nov 2026, 20:00 (Europe/Berlin).");
    expect(lists?.map(({ title }) => title)).toEqual(["Its feeds: 2"]);
    expect(lists?.[0]?.items.map(({ text, detail }) => [text, detail?.split(". ")[0]])).toEqual([
      ["Glen Sport", "It could not be read: The server answered 500"],
      ["Harbor Wire", "It was not read yet"],
    ]);
  });

  test("lists several, and a number tells what became of the newest that fit", async () => {
    expect((await say("/why")).text).toBe(
      "This channel has no subscriptions. /subscribe adds one; /feeds lists the feeds.",
    );
    await store.articles.publish(buildPublication());
    await say("/subscribe sport");
    await say("/subscribe everything", before(-HOUR_MS));
    const all = await say("/why");
    expect(all.text).toContain("/why 1 tells more of one");
    expect(all.lists?.[0]?.items.map(({ text }) => text)).toEqual(["1. news on sport", "2. all feeds"]);
    const second = await say("/why 2");
    expect(second.lists?.[1]).toEqual({
      title: "The newest that fit",
      items: [
        {
          text: "Ferry to Port Halden stops for a week",
          url: "http://127.0.0.1:9/ferry",
          detail: "It is waiting in line and will be posted in a moment.",
        },
      ],
    });
    // A number that is no subscription's was answered with an article that has the figure.
    await store.articles.publish(
      buildPublication({
        article: buildArticle({
          title: "7 ferries wait",
          url: "http://127.0.0.1:9/7",
          canonicalUrl: "http://127.0.0.1:9/7",
        }),
      }),
    );
    expect((await say("/why 7")).text).toContain("This channel has no subscription 7.");
    expect((await say("/why #1")).lists?.[0]?.items[0]?.text).toContain("Ferry to Port Halden");
  });

  test("says of a pause, a mute and another subscription that took it", async () => {
    await say("/subscribe everything");
    const [one] = await store.subscriptions.findByDestination(WEB_MAIN);
    if (one === undefined) throw new Error("Expected a subscription.");
    const recipients = [{ subscriptionId: one.id, destination: WEB_MAIN }];
    await store.articles.publish(buildPublication({ recipients }));
    await say("/subscribe local");
    const { lists } = await say("/why 2");
    expect(lists?.[1]?.items[0]?.detail).toContain("That is for number 1.");
    await say("/mute ferry");
    expect((await say("/why 2")).lists?.[1]?.items[0]?.detail).toContain("muted");
    await store.subscriptions.update({ ...one, pausedReason: "paused" });
    expect((await say("/why 1")).text).toContain("Paused here.");
  });
});

describe("two subscriptions that want the same", () => {
  test.each([
    ["/subscribe everything", "/subscribe sport", "Subscription 1 already posts all of this here"],
    [
      "/subscribe everything",
      "/subscribe everything words:ferry digest:daily",
      "Subscription 1 already posts all of this here",
    ],
    [
      "/subscribe everything words:ferry",
      "/subscribe local words:ferry",
      "Subscription 1 already posts all of this here",
    ],
    [
      "/subscribe everything words:ferry, tram",
      "/subscribe everything words:tram",
      "Subscription 1 already posts all of this here",
    ],
    ["/subscribe sport", "/subscribe everything", "The next brief will come here by itself."],
    ["/subscribe everything words:ferry", "/subscribe everything words:ferry, tram", "The next brief will come here"],
    ["/subscribe everything without:tram", "/subscribe local", "The next brief will come here by itself."],
    ["/subscribe everything digest:daily", "/subscribe sport", "The next brief will come here by itself."],
    ["/subscribe everything size:3", "/subscribe sport", "The next brief will come here by itself."],
  ])("%s and %s: the answer says which brings it", async (first, second, told) => {
    await say(first);
    expect((await say(second)).text).toContain(told);
  });
});

test("a sample follows though another brings the rest: both are told", async () => {
  await store.articles.publish(buildPublication());
  await store.articles.publish(
    buildNumberedPublication({ topics: ["sport"], article: { fetchedAt: NOW, publishedAt: NOW } }),
  );
  await say("/subscribe everything");
  expect((await say("/subscribe harbor-wire words:tickets")).text).toMatch(
    /as a sample\. Subscription 1 already posts all of this here/,
  );
});

describe("pages stay while news comes in", () => {
  const publish = (number: number) =>
    store.articles.publish(
      buildNumberedPublication({
        headline: `Ferry news ${number}`,
        article: { publishedAt: before((100 - number) * 60_000), fetchedAt: NOW },
      }),
    );

  test("the second page of /latest and of /search repeated what the first had shown", async () => {
    for (let number = 1; number <= 12; number += 1) await publish(number);
    const latest = await say("/latest count:8");
    const found = await say("/search ferry");
    await publish(13);
    await publish(14);
    const shown = [latest, await press(latest, "More ▶", { store })].flatMap(({ posts = [] }) => posts);
    expect(shown.map(({ headline }) => headline)).toEqual(
      [12, 11, 10, 9, 8, 7, 6, 5].map((each) => `Ferry news ${each}`),
    );
    const listed = [found, await press(found, "More ▶", { store })].flatMap(({ lists }) => lists?.[0]?.items ?? []);
    expect(new Set(listed.map(({ text }) => text)).size).toBe(10);
    expect(listed.map(({ text }) => text)).not.toContain("Ferry news 14");
  });
});

test("/latest shows posts in the channel’s own look", async () => {
  await store.articles.publish(buildPublication());
  await say("/template {headline} ({outlet})");
  const [post] = (await say("/latest")).posts ?? [];
  expect(post).toMatchObject({ sentences: [], quotes: [], template: { text: "{headline} ({outlet})" } });
});

test("a look of quotes without the summary had none where the summary has them", async () => {
  const text = "“The bridge stays open until we have a better one,” mayor Ines Marl said on Monday.\n\nMore follows.";
  const quotes = [buildQuote(text, "The bridge stays open until we have a better one,", "Ines Marl")];
  const publication = buildNumberedPublication({ article: { text }, quotes });
  const end = text.indexOf("\n");
  const sentences = [{ text: text.slice(0, end), start: 0, end, edited: false }];
  await store.articles.publish({ ...publication, brief: { ...publication.brief, sentences, quotes: [] } });
  expect((await say("/latest")).posts?.[0]?.quotes).toEqual([]);
  await say("/template quotes");
  expect((await say("/latest")).posts?.[0]?.quotes).toMatchObject([
    { text: "The bridge stays open until we have a better one", speaker: "Ines Marl" },
  ]);
});

test("/quotes about: names each headline, and what is most about the words stands first", async () => {
  const publish = (headline: string, text: string, words: string, minutes: number) => {
    const quotes = [buildQuote(text, words, null)];
    return store.articles.publish(
      buildNumberedPublication({
        headline,
        quotes,
        sentences: [text],
        article: { text, title: headline, publishedAt: before(minutes * 60_000) },
      }),
    );
  };
  const mentioned =
    "The mayor spoke about roads for an hour, and of a tram, and of gardens and schools and much else. “We will see,” she said.";
  await publish(
    "Tram strike: trams stand still in Orrin",
    "No tram ran in Orrin. The tram strike goes on. “Talks go on,” the tram union said.",
    "Talks go on,",
    60,
  );
  await publish("Mayor speaks of roads and gardens", mentioned, "We will see,", 1);
  const items = (await say("/quotes about:tram")).lists?.[0]?.items ?? [];
  expect(items.map(({ text }) => text)).toEqual(["“Talks go on”", "“We will see”"]);
  expect(items[0]?.detail).toContain("“Tram strike: trams stand still in Orrin”");
});
