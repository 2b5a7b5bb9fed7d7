/** Following a speaker, a story or a word in one go, by name and by the buttons of a post; and what is at the top. */

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { COMMANDS } from "../../../commands/index.ts";
import { composePost } from "../../../src/delivery/compose.ts";
import { type ArticleId, toFeedId } from "../../../src/domain/id.ts";
import type { Store } from "../../../src/domain/store.ts";
import { judge, toFoldedText } from "../../../src/matching/filter.ts";
import { toMatchables } from "../../../src/matching/recent-matches.ts";
import { toPostButtons } from "../../../src/messages/post-buttons.ts";
import { ask, press, pressId, WEB_MAIN } from "../../helpers/ask.ts";
import { buildArticle, buildFeed, buildPublication, NOW } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([buildFeed()], NOW);
});
afterEach(() => store.close());

const standing = async () => (await store.subscriptions.findByDestination(WEB_MAIN)).map(({ filter }) => filter);

async function publishTitled(title: string, text: string, outlet = "Harbor Wire", storyOf: ArticleId | null = null) {
  const url = `http://127.0.0.1:9/${encodeURIComponent(`${outlet} ${title}`)}`;
  const feedId = toFeedId(outlet.toLowerCase().replaceAll(" ", "-"));
  const article = buildArticle({ url, canonicalUrl: url, title, text, outlet, feedId });
  return store.articles.publish({ ...buildPublication({ article }), storyOf });
}

describe("/follow", () => {
  test("a name somebody quoted goes by is followed as that person, in full", async () => {
    await store.articles.publish(buildPublication());
    const reply = await ask("/follow lindqvist", { store });
    expect(reply.text).toContain("Followed from now on: all feeds, quoting Ada Lindqvist (number 1)");
    expect(await standing()).toMatchObject([{ speakers: ["Ada Lindqvist"], words: [] }]);
    expect((await ask("/follow Ada Lindqvist", { store })).text).toContain("followed here already");
    expect((await ask("/subscriptions", { store })).lists?.[0]?.items[0]?.text).toContain("quoting Ada Lindqvist");
    expect((await press(reply, "Unfollow", { store })).text).toContain("Unsubscribed from");
    expect(await standing()).toEqual([]);
  });

  test("anything else is followed as words, and what could never be found is refused", async () => {
    await ask("/follow port strike", { store });
    await ask("/follow lindqvist as:speaker", { store });
    await ask("/follow Ada as:word", { store });
    expect(await standing()).toMatchObject([
      { words: ["port strike"] },
      { speakers: ["lindqvist"] },
      { words: ["Ada"] },
    ]);
    expect((await ask("/follow !!!", { store })).text).toContain("no letter or digit");
    expect((await ask("/follow", { store })).text).toContain("Say whom or what to follow");
    expect((await ask("/follow ferry", { store, isManager: false })).text).toContain("only those who manage");
  });

  test("names parted by a comma were one wish that could never come true", async () => {
    await store.articles.publish(buildPublication());
    await ask("/follow Hilda, Marl", { store });
    await ask("/follow lindqvist, Hilda", { store });
    await ask("/follow lindqvist, Hilda as:speaker", { store });
    await ask('/follow "Ada Lindqvist", lindqvist', { store });
    expect(await standing()).toMatchObject([
      { words: ["Hilda", "Marl"], speakers: [] },
      { words: ["lindqvist", "Hilda"], speakers: [] },
      { words: [], speakers: ["Ada Lindqvist", "Hilda"] },
      { words: [], speakers: ["Ada Lindqvist"] },
    ]);
  });

  test("speaker: before a name was taken for a word, and so would any option of /subscribe have been", async () => {
    await ask("/follow speaker:Marl", { store });
    await ask('/follow words:"port strike", ferry', { store });
    expect(await standing()).toMatchObject([
      { speakers: ["Marl"], words: [] },
      { words: ["port strike", "ferry"], speakers: [] },
    ]);
    for (const typed of ["/follow topic:world", "/follow Marl without:ferry"]) {
      expect((await ask(typed, { store })).text).toMatch(/^There is no option (topic|without)\. \/help follow/);
    }
    expect((await ask("/follow speaker:", { store })).text).toContain("Say whom or what to follow");
    expect((await ask("/follow , ,", { store })).text).toContain("no letter or digit");
    expect(await standing()).toHaveLength(2);
  });

  test("a full channel is told so", async () => {
    await ask("/follow ferry", { store, subscriptionsMax: 1 });
    expect((await ask("/follow harbor", { store, subscriptionsMax: 1 })).text).toContain("may have 1 subscription");
  });

  test("the buttons of a post follow its first speaker and its story", async () => {
    const id = await store.articles.publish(buildPublication());
    await publishTitled("Ferry to Port Halden out of order", "The ferry to Port Halden stopped.", "Post", id);
    const post = composePost(await store.articles.get(id), { languageShown: null });
    const [, , , , speaker, story] = toPostButtons(COMMANDS, post);
    expect([speaker?.label, story?.label]).toEqual(["Follow Ada Lindqvist", "Follow this story"]);
    for (const button of [speaker, story]) {
      if (button?.kind !== "action") throw new Error("It is no button to press.");
      expect((await pressId(button.id, { store })).text).toContain("Followed from now on");
    }
    expect(await standing()).toMatchObject([{ speakers: ["Ada Lindqvist"] }, { words: ['"Port Halden" Ferry'] }]);
  });

  test("a story's later news fits, other news of the place or the thing does not", async () => {
    const text =
      "The Brack tunnel flooded on Monday.\n\nPumps in the Brack tunnel failed, the city said. The tunnel stays shut.";
    await publishTitled("Brack tunnel floods after pumps fail", text);
    for (let number = 1; number <= 8; number++) await publishTitled(`Council meets ${number}`, "The city council met.");
    await ask("/follow http://127.0.0.1:9/Harbor%20Wire%20Brack%20tunnel%20floods%20after%20pumps%20fail", { store });
    const [filter] = await standing();
    if (filter === undefined) throw new Error("Nothing is followed.");
    const fits = async (title: string, words: string): Promise<boolean> => {
      const stored = await store.articles.get(await publishTitled(title, words));
      const [matchable] = await toMatchables(store, [stored]);
      return matchable !== undefined && judge(filter, matchable, toFoldedText(matchable)).isMatch;
    };
    expect(await fits("Brack tunnel opens again", "Cars drove through the tunnel at Brack.")).toBe(true);
    expect(await fits("A new tunnel for Velm", "The tunnel is to be long.")).toBe(false);
    expect(await fits("Brack elects a mayor", "Brack has a new mayor.")).toBe(false);
  });

  test.each(["v1:follow:article:9:speaker", "v1:follow:article:1:mayor", "v1:follow:end:77", "v1:follow:x"])(
    "%s, forged, is answered in words",
    async (id) => {
      expect((await pressId(id, { store })).text).toMatch(/no longer kept|old|has ended/);
      expect(await standing()).toEqual([]);
    },
  );
});

test("whoever nobody quoted and a word that never came were subscribed to with no word of it", async () => {
  await store.articles.publish(buildPublication());
  for (const line of ["/subscribe speaker:Nobody Known", "/follow Nobody Known as:speaker"])
    expect((await ask(line, { store })).text, line).toMatch(/nobody called so is quoted: Nobody Known\.|already/);
  expect((await ask("/subscribe words:ferry, zeppelin, zepp*", { store })).text).not.toContain("does not occur");
  expect((await ask("/subscribe words:zeppelin", { store })).text).toContain("this does not occur: “zeppelin”.");
  expect((await ask("/follow ferry as:word", { store })).text).not.toContain("does not occur");
});

describe("/top", () => {
  test("for a span there is none named English words to who reads German, where the buttons did not", async () => {
    await ask("/language de", { store });
    const { text } = await ask("/top monat", { store });
    expect(text).toContain("muss eines von diesen sein: Tag, Woche.");
    expect((await ask("/top Woche", { store })).text).not.toContain("muss eines");
  });

  test("is led by what most outlets carried and by who was quoted in most stories", async () => {
    const id = await store.articles.publish(buildPublication());
    await publishTitled("No ferry", "The ferry stopped.", "Post", id);
    await publishTitled("Ferry stops", "The ferry stopped.", "Courier", id);
    await publishTitled("Alone", "Nobody else has it.", "Daily");
    const now = new Date(NOW.getTime() + 60_000);
    const reply = await ask("/top", { store, now });
    const [stories, speakers] = reply.lists ?? [];
    expect(stories?.items).toHaveLength(1);
    expect(stories?.items[0]?.detail).toContain("3 outlets: ");
    expect(speakers?.items).toEqual([
      { text: "Ada Lindqvist", url: null, detail: "in 1 story", speaker: "Ada Lindqvist" },
    ]);
    const later = new Date(NOW.getTime() + 3 * 24 * 60 * 60 * 1000);
    expect((await ask("/top", { store, now: later })).text).toContain("Nothing was carried by two outlets");
    expect((await ask("/top week", { store, now: later })).text).toBe("Of the last week:");
    expect((await press(reply, "week", { store, now: later })).text).toBe("Of the last week:");
  });
});

test.each([
  ["/follow the", "the"],
  ["/follow ferry, and", "and"],
])("%s followed nearly everything", async (line, word) => {
  expect((await ask(line, { store })).text).toContain(`“${word}” is in nearly every article`);
  expect(await store.subscriptions.findByDestination(WEB_MAIN)).toEqual([]);
});

test.each(["/follow WHO", "/follow May", "/follow the ferry", "/follow Will as:speaker"])(
  "%s is a name, or has a word that tells",
  async (line) => {
    await ask(line, { store });
    expect(await store.subscriptions.findByDestination(WEB_MAIN)).toHaveLength(1);
  },
);
