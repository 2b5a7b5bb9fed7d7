import { afterEach, beforeEach, expect, test } from "vitest";
import { COMMANDS } from "../../../commands/index.ts";
import { composePost } from "../../../src/delivery/compose.ts";
import { toFeedId } from "../../../src/domain/id.ts";
import type { Store } from "../../../src/domain/store.ts";
import { isPostButton, type PostButton, toPostButtons } from "../../../src/messages/post-buttons.ts";
import { ask, press, pressId, WEB_MAIN } from "../../helpers/ask.ts";
import { buildArticle, buildFeed, buildPublication, NOW } from "../../helpers/build.ts";
import { openMemoryStore } from "../../helpers/test-store.ts";

let store: Store;
beforeEach(async () => {
  store = await openMemoryStore();
  await store.feeds.save([buildFeed()], NOW);
});
afterEach(() => store.close());

const publishTitled = (title: string) => {
  const url = `http://127.0.0.1:9/${title.toLowerCase().replaceAll(" ", "-")}`;
  return store.articles.publish(
    buildPublication({ article: buildArticle({ url, canonicalUrl: url, title, text: `${title}. That is all.` }) }),
  );
};

test("more quotes shows every quote of the article, with its place", async () => {
  const id = await store.articles.publish(buildPublication());
  const reply = await pressId(`v1:quotes:article:${id}`, { store, isManager: false });
  expect(reply.text).toBe("All quotes of “Ferry to Port Halden stops for a week”:");
  expect(reply.lists?.[0]?.items.map((item) => item.text)).toEqual([
    "“We cannot sail with one engine”",
    "“Safety comes first.”",
  ]);
  expect(reply.lists?.[0]?.items[0]?.url).toContain("#:~:text=");
  const bare = await publishTitled("Pier opens");
  expect((await pressId(`v1:quotes:article:${bare}`, { store })).text).toBe("No quotes were found in “Pier opens”.");
});

test("search similar finds what shares the rarest words, and its pages turn", async () => {
  const id = await publishTitled("Ferry strike at Halden");
  for (let number = 1; number <= 7; number++) await publishTitled(`Ferry strike goes on ${number}`);
  await publishTitled("Ferry sails again");
  const reply = await pressId(`v1:search:article:${id}`, { store });
  expect(reply.text).toBe("7 briefs about “strike ferry”:");
  const second = await press(reply, "More ▶", { store });
  expect(second.lists?.[0]?.items).toHaveLength(2);
  const found = [reply, second].flatMap(({ lists }) => lists?.[0]?.items.map(({ text }) => text) ?? []);
  expect(found, "it does not find itself").not.toContain("Ferry strike at Halden");
  const alone = await publishTitled("Zeppelin over Glen");
  expect((await pressId(`v1:search:article:${alone}`, { store })).text).toBe(
    "Nothing similar to “Zeppelin over Glen” has been carried.",
  );
});

test("a word that only happens to stand in a headline makes nothing similar", async () => {
  const titled = (title: string, text: string) => {
    const url = `http://127.0.0.1:9/${encodeURIComponent(title)}`;
    const article = buildArticle({ url, canonicalUrl: url, title, text });
    return store.articles.publish(buildPublication({ article }));
  };
  const id = await titled("Storm Olka strands sailors", "Storm Olka came. It strands sailors on the island of Sandry.");
  await titled("Singer loses voice and strands choir", "A singer lost her voice. That strands the choir of Ellory.");
  expect((await pressId(`v1:search:article:${id}`, { store })).text).toContain("Nothing similar");
  await titled("Storm Olka moves east", "Storm Olka moves on, and the sea is calm again.");
  expect((await pressId(`v1:search:article:${id}`, { store })).text).toContain("“Olka storm”");
});

test("a story is muted by its button or by words, for managers, and heard again by undo", async () => {
  const id = await store.articles.publish(buildPublication());
  expect((await pressId(`v1:mute:article:${id}`, { store, isManager: false })).text).toContain("only those who manage");
  const muted = await pressId(`v1:mute:article:${id}`, { store });
  expect(muted.text).toBe("No more posts or changes of this story come here: “Ferry to Port Halden stops for a week”");
  expect((await press(muted, "Undo", { store })).text).toContain("comes here again");
  expect(await store.outbox.unmute(id, WEB_MAIN, NOW)).toBe(false);
  expect((await ask("/mute ferry engine", { store })).text).toContain("No more posts");
  expect(await store.outbox.unmute(id, WEB_MAIN, NOW)).toBe(true);
});

test.each(["quotes:article:999", "search:article:999", "mute:article:999", "mute:undo:999"])(
  "%s of an article no longer kept is answered in words",
  async (rest) => {
    expect((await pressId(`v1:${rest}`, { store })).text).toBe("That article is no longer kept.");
  },
);

test.each(["quotes:x", "mute:x", "mute:article:x", "quotes:article:0"])("%s is no button", async (rest) => {
  expect((await pressId(`v1:${rest}`, { store })).text).toMatch(/button is old/);
});

test("all channels of a server together have a limit", async () => {
  const inServer = (address: string, server: string) =>
    ask("/subscribe everything", {
      store,
      destination: { platform: "discord", address },
      server,
      serverSubscriptionsMax: 2,
    });
  expect((await inServer("1", "guild")).text).toContain("Subscribed");
  expect((await inServer("2", "guild")).text).toContain("Subscribed");
  expect((await inServer("3", "guild")).text).toBe(
    "All channels here together may have at most 2 subscriptions. Remove one with /unsubscribe first.",
  );
  expect((await inServer("4", "other")).text).toContain("Subscribed");
  expect(await store.feeds.find(toFeedId("harbor-wire"))).not.toBeNull();
});

test("a post has buttons for what it has, in its readers' language, the article last", async () => {
  const id = await store.articles.publish(buildPublication());
  const post = composePost(await store.articles.get(id), { languageShown: null });
  const labels = (buttons: readonly PostButton[]) => buttons.map((button) => button.label);
  expect(labels(toPostButtons(COMMANDS, post))).toEqual([
    "Search similar",
    "More quotes",
    "Quote card",
    "Mute this story",
    "Follow Ada Lindqvist",
    "Read the article",
  ]);
  expect(labels(toPostButtons(COMMANDS, { ...post, quotes: [], alsoOutlets: ["Post"] })).slice(2, 4)).toEqual([
    "Mute this story",
    "Follow this story",
  ]);
  expect(labels(toPostButtons(COMMANDS, { ...post, language: "de" }))).toContain("Geschichte abstellen");
  expect(labels(toPostButtons(COMMANDS, { ...post, articleId: null }))).toEqual(["Read the article"]);
  expect(toPostButtons(COMMANDS, post, true)).toEqual([]);
});

test("every button of a post is known as one by its id, and no button of an answer is", async () => {
  const id = await store.articles.publish(buildPublication());
  const post = composePost(await store.articles.get(id), { languageShown: null });
  const ids = toPostButtons(COMMANDS, post).flatMap((button) => (button.kind === "action" ? [button.id] : []));
  expect(ids).toHaveLength(5);
  expect(ids.filter(isPostButton)).toEqual(ids);
  expect(["v1:mute:undo:7", "v1:search:4:2", "v1:subscriptions:pause:3"].filter(isPostButton)).toEqual([]);
});
