/** The buttons under posts on every platform: the same, with the same outcomes, and no press changes a post. */

import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { StoredBrief } from "../../src/domain/article.ts";
import { DEFAULT_DISPLAY, type Destination, EMPTY_FILTER, PLATFORM_NAMES } from "../../src/domain/subscription.ts";
import { type Conversation, createConversations } from "../helpers/conversation.ts";
import { findStandingPost, type StandingPost } from "../helpers/standing-post.ts";
import { WAIT } from "../helpers/wait.ts";
import { startWholeApp, type WholeApp } from "../helpers/whole-app.ts";

const ARTICLES = 8;
const LABELS = ["Search similar", "More quotes", "Quote card", "Mute this story", "Read the article"];
const WITH_POSTS = [
  ...PLATFORM_NAMES.map((platform) => ({ platform, isManager: true })),
  { platform: "discord", isManager: false },
  { platform: "telegram", isManager: false },
] as const;
/** Managers of places on Telegram that many read, none of them a private chat. */
const SHARED_CHATS = [
  { type: "supergroup", managerId: 8_001, member: { status: "administrator" } },
  { type: "channel", managerId: 8_002, member: { status: "administrator", can_post_messages: true } },
] as const;

let whole: WholeApp;
const places: Conversation[] = [];
const chatIds: number[] = [];
/** The one article that was posted to all of them. */
let article: StoredBrief;

const subscribe = (destination: Destination) =>
  whole.app.store.subscriptions.add({
    destination,
    filter: EMPTY_FILTER,
    display: DEFAULT_DISPLAY,
    createdAt: new Date(),
    pausedReason: null,
  });

/** Whom and what one can follow is the article's. */
const withoutFollow = ({ labels }: StandingPost) => labels.filter((label) => !label.startsWith("Follow "));

async function getPost(place: number): Promise<StandingPost> {
  const who = places[place];
  const post = who === undefined ? null : await findStandingPost(whole, who);
  if (post === null) throw new Error("The post has not come.");
  return post;
}

beforeAll(async () => {
  whole = await startWholeApp({ startWith: ARTICLES });
  const open = createConversations(whole);
  await vi.waitFor(async () => expect(await whole.app.store.articles.count()).toBe(ARTICLES), WAIT);
  for (const { platform, isManager } of WITH_POSTS) {
    const who = open(platform, { isManager });
    places.push(who);
    // A private chat exists once its person has written.
    await who.type("/help");
    await subscribe(who.destination);
  }
  for (const { type, managerId, member } of SHARED_CHATS) {
    await whole.telegram.type(managerId, managerId, "/help");
    const chatId = whole.telegram.addChat({ type, members: { [managerId]: member } });
    chatIds.push(chatId);
    await subscribe({ platform: "telegram", address: String(chatId) });
  }
  const url = whole.newsroom.publishNext() ?? "";
  await vi.waitFor(async () => {
    for (const place of places.keys()) expect((await getPost(place)).link).toBe(url);
    for (const chatId of chatIds) expect(whole.telegram.posts(chatId)).toHaveLength(1);
  }, WAIT);
  const stored = await whole.app.store.articles.findByUrl(url);
  if (stored === null) throw new Error("The article is not stored.");
  article = stored;
});
afterAll(async () => {
  const folder = process.env["PULLQUOTE_CALLS_DIR"];
  if (folder !== undefined) {
    await whole.discord.saveCalls(join(folder, "discord-post-buttons.json"));
    whole.telegram.saveCalls(join(folder, "telegram-post-buttons.jsonl"));
  }
  await whole.stop();
});

/** Whatever a press does, it must leave everything that others read as it is. */
async function pressed(post: StandingPost, label: string, id?: string): Promise<string> {
  const before = await post.look();
  const text = await post.press(label, id);
  expect(await post.look()).toEqual(before);
  return text;
}

describe.each(WITH_POSTS.map((each, place) => ({ ...each, place })))(
  "on $platform, for one who manages the place: $isManager",
  ({ isManager, place }) => {
    test("a post with quotes has the five buttons beside those to follow, and the last leads to the article", async () => {
      const post = await getPost(place);
      expect(withoutFollow(post)).toEqual(LABELS);
      expect(post.link).toBe(article.article.url);
    });

    test("more quotes shows every quote of the article", async () => {
      const post = await getPost(place);
      const text = await pressed(post, "More quotes");
      const quotes = (await whole.app.store.articles.listQuotes([article.article.id])).get(article.article.id) ?? [];
      expect(quotes.length).toBeGreaterThan(1);
      for (const quote of quotes.slice(0, 25)) expect(toWords(text)).toContain(toWords(quote.text));
    });

    test("search similar shows what is about the same, or says that there is nothing", async () => {
      const post = await getPost(place);
      expect(await pressed(post, "Search similar")).toMatch(/\d+ briefs? about “|Nothing similar to “/);
    });

    test("one press follows who is quoted, for those who manage it", async () => {
      const post = await getPost(place);
      const label = post.labels.find((each) => each.startsWith("Follow ")) ?? "";
      const name = label.replace("Follow ", "");
      expect(article.brief.quotes.map((quote) => quote.speaker?.name)).toContain(name);
      const text = await pressed(post, label);
      expect(text).toContain(isManager ? `quoting ${name}` : "only those who manage");
      const { destination } = places[place] ?? { destination: null };
      if (destination === null) return;
      const standing = await whole.app.store.subscriptions.findByDestination(destination);
      const following = standing.filter(({ filter }) => filter.speakers.includes(name));
      expect(following).toHaveLength(isManager ? 1 : 0);
      for (const { id } of following) await whole.app.store.subscriptions.remove(id, destination);
    });

    test("mute stops the story in the place, for those who manage it", async () => {
      const post = await getPost(place);
      const text = await pressed(post, "Mute this story");
      expect(text).toContain(isManager ? "No more posts or changes of this story come here" : "only those who manage");
      // Undone only where it was done.
      const { destination } = places[place] ?? { destination: null };
      expect(
        destination !== null && (await whole.app.store.outbox.unmute(article.article.id, destination, new Date())),
      ).toBe(isManager);
    });

    test.each(LABELS.slice(0, 4))(
      "%s with a number that is none, or no article's, is answered in words",
      async (label) => {
        const post = await getPost(place);
        const name = {
          "Search similar": "search",
          "More quotes": "quotes",
          "Quote card": "card",
          "Mute this story": "mute",
        }[label];
        const mayPress = isManager || name !== "mute";
        for (const [id, sentence] of [
          ["999999999", "That article is no longer kept."],
          ["x", "This button is old."],
          ["0", "This button is old."],
        ]) {
          const text = await pressed(post, label, `v1:${name}:article:${id}`);
          expect(text).toContain(mayPress ? sentence : "only those who manage");
        }
      },
    );
  },
);

/** Letters and digits alone: marks, joiners and escapes differ. */
function toWords(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

describe("on Telegram where many read", () => {
  test.each(SHARED_CHATS.map((each, index) => ({ ...each, index })))(
    "in a $type the story is muted by its manager, who alone is offered to undo it",
    async ({ managerId, index }) => {
      const chatId = chatIds[index] ?? 0;
      const destination = { platform: "telegram", address: String(chatId) } as const;
      const [post] = whole.telegram.posts(chatId);
      if (post === undefined) throw new Error("The post is not there.");
      const before = structuredClone({ ...post });
      const shown = await whole.telegram.tap(post, "Mute this story", { userId: managerId });
      expect(shown.text).toContain("No more posts or changes of this story come here");
      const offer = await whole.telegram.until("Undo", () =>
        whole.telegram.posts(managerId).find((each) => each.buttons.flat().some(({ text }) => text === "Undo")),
      );
      await whole.telegram.press(offer, "Undo", managerId);
      expect(offer.text).toContain("comes here again");
      expect(await whole.app.store.outbox.unmute(article.article.id, destination, new Date())).toBe(false);
      expect(whole.telegram.posts(chatId).map((each) => ({ ...each }))).toEqual([before]);
    },
  );
});

describe("later", () => {
  test("buttons of before a restart still work", async () => {
    await whole.restart();
    for (const place of places.keys()) {
      const post = await getPost(place);
      expect(withoutFollow(post)).toEqual(LABELS);
      expect(await pressed(post, "More quotes")).toContain("All quotes of");
    }
  });

  test("an article past its retention is said to be kept no longer", async () => {
    await whole.app.store.articles.forget(new Date(Date.now() + 60_000));
    for (const [place, { isManager }] of WITH_POSTS.entries()) {
      const post = await getPost(place);
      for (const label of isManager ? LABELS.slice(0, 4) : LABELS.slice(0, 3)) {
        expect(await pressed(post, label)).toContain("That article is no longer kept.");
      }
    }
  });
});
