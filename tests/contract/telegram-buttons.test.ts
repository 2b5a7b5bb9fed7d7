/** Buttons under Telegram's posts: which they are in each kind of chat, and that no press changes a post or fills a chat. */

import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../commands/index.ts";
import { toArticleId, toDeliveryId } from "../../src/domain/id.ts";
import { buildDigest } from "../helpers/build-digest.ts";
import { ANA, BEN, toChat, useBot } from "../helpers/telegram/bot.ts";
import type { EmulatedMessage } from "../helpers/telegram/emulator.ts";
import { buildPost, createFakeAnswer } from "../helpers/telegram/fakes.ts";
import { badRequest } from "../helpers/telegram/refusal.ts";
import type { Member } from "../helpers/telegram/world.ts";

const ALL = [
  "Search similar",
  "More quotes",
  "Quote card",
  "Mute this story",
  "Follow Ada Lindqvist",
  "Read the article",
];
const MUTE = "v1:mute:article:7";
const FOLLOW = "v1:follow:article:7:speaker";

const bot = useBot({ commands: COMMANDS });

const labelsOf = (message: EmulatedMessage) => message.buttons.flat().map((button) => button.text);
const openPrivate = (userId: number) => bot.emulator.type(userId, userId, "/latest");
const addGroup = (members: Readonly<Record<number, Member>> = {}) =>
  bot.emulator.addChat({ type: "supergroup", members });

/** The message as it is now, to be compared with later. */
const look = (message: EmulatedMessage) => structuredClone({ ...message });

describe("under a post", () => {
  test("in a private chat there are rows of two, pressed in place, and the article's link", async () => {
    await bot.start();
    await openPrivate(ANA);
    const post = await bot.post(ANA);
    expect(post.buttons).toEqual([
      [
        { text: "Search similar", callback_data: "v1:search:article:7" },
        { text: "More quotes", callback_data: "v1:quotes:article:7" },
      ],
      [
        { text: "Quote card", callback_data: "v1:card:article:7" },
        { text: "Mute this story", callback_data: MUTE },
      ],
      [
        { text: "Follow Ada Lindqvist", callback_data: FOLLOW },
        { text: "Read the article", url: "https://harborwire.example/ferry-stops" },
      ],
    ]);
  });

  test.each(["group", "supergroup", "channel"] as const)(
    "in a %s what answers one person is a link to the private chat",
    async (type) => {
      await bot.start();
      const post = await bot.post(bot.emulator.addChat({ type }));
      expect(post.buttons).toEqual([
        [
          { text: "Search similar", url: "https://t.me/pullquote_bot?start=v1-search-article-7" },
          { text: "More quotes", url: "https://t.me/pullquote_bot?start=v1-quotes-article-7" },
        ],
        [
          { text: "Quote card", url: "https://t.me/pullquote_bot?start=v1-card-article-7" },
          { text: "Mute this story", callback_data: MUTE },
        ],
        [
          { text: "Follow Ada Lindqvist", callback_data: FOLLOW },
          { text: "Read the article", url: "https://harborwire.example/ferry-stops" },
        ],
      ]);
    },
  );

  test("the longest article number fits into data and link", async () => {
    await bot.start();
    const post = await bot.post(addGroup(), buildPost({ articleId: toArticleId(999_999_999_999_999) }));
    expect(labelsOf(post)).toEqual(ALL);
  });

  test("they are in the language of the post's readers", async () => {
    await bot.start();
    const post = await bot.post(addGroup(), buildPost({ language: "ar" }));
    expect(labelsOf(post)).toContain("كتم هذه القصة");
    expect(labelsOf(post)).toHaveLength(ALL.length);
  });

  test("they are there in a silent post, in a topic and in a rich message; a compact post and a digest have none", async () => {
    await bot.start(createFakeAnswer(), { hasRichPosts: true });
    const forumId = bot.emulator.addChat({ type: "supergroup", isForum: true });
    const post = await bot.post(`${forumId}/${bot.emulator.addTopic(forumId)}`, buildPost(), { isSilent: true });
    expect(labelsOf(post)).toEqual(ALL);
    expect(bot.emulator.callsOf("sendRichMessage")).toHaveLength(1);
    expect(labelsOf(await bot.post(forumId, buildPost(), { isCompact: true }))).toEqual([]);
    expect((await bot.platform.send(toChat(forumId), buildDigest(2), toDeliveryId(900))).outcome).toBe("sent");
    expect(bot.emulator.posts(forumId).at(-1)?.buttons).toEqual([]);
  });

  test.each([[false], [true]])("they outlive an edit (rich messages: %s)", async (hasRichPosts) => {
    await bot.start(createFakeAnswer(), { hasRichPosts });
    const chatId = addGroup();
    const post = await bot.post(chatId);
    const before = look(post);
    const to = toChat(chatId);
    const edited = await bot.platform.edit(to, String(post.message_id), buildPost({ isUpdated: true }));
    expect(edited.outcome).toBe("sent");
    expect(post.text).toContain("updated");
    expect(post.buttons).toEqual(before.buttons);
  });

  test("a button the server will not have does not cost the post", async () => {
    await bot.start();
    const chatId = addGroup();
    const refusal = badRequest("inline keyboard button URL 'https://harborwire.example/' is invalid: Wrong HTTP URL");
    bot.emulator.fault({ method: "sendMessage", kind: "refusal", refusal });
    const post = await bot.post(chatId);
    expect(post.buttons).toEqual([]);
    expect(bot.emulator.posts(chatId)).toHaveLength(1);
    expect(bot.log.entries.map(([, event]) => event)).toContain("post_buttons_refused");
  });
});

describe("a press in a private chat", () => {
  test.each(ALL.slice(0, 4))("%s is answered by a message that replies to the post", async (label) => {
    const answer = await bot.start();
    await openPrivate(ANA);
    const post = await bot.post(ANA);
    const before = look(post);
    const reply = await bot.emulator.press(post, label, ANA);
    expect(reply.text).toBe(`Pressed ${answer.presses[0]?.buttonId}.`);
    expect(reply.replyTo).toBe(post.message_id);
    expect(look(post)).toEqual(before);
    expect(answer.presses).toMatchObject([{ destination: { address: String(ANA) }, actor: { isManager: true } }]);
  });

  test("the reply's own buttons turn the reply, and the post stays", async () => {
    const next = { kind: "action", label: "Next", id: "v1:search:4:2" } as const;
    await bot.start(createFakeAnswer(undefined, ({ buttonId }) => ({ text: `At ${buttonId}`, buttons: [[next]] })));
    await openPrivate(ANA);
    const post = await bot.post(ANA);
    const before = look(post);
    const reply = await bot.emulator.press(post, "Search similar", ANA);
    const count = bot.emulator.posts(ANA).length;
    expect(await bot.emulator.press(reply, "Next", ANA)).toBe(reply);
    expect(reply.text).toBe("At v1:search:4:2");
    expect(bot.emulator.posts(ANA)).toHaveLength(count);
    expect(look(post)).toEqual(before);
  });

  test("a post sent by an earlier run is pressed like a new one", async () => {
    await bot.start();
    await openPrivate(ANA);
    const post = await bot.post(ANA);
    await bot.platform.stop();
    await bot.start();
    expect((await bot.emulator.press(post, "More quotes", ANA)).replyTo).toBe(post.message_id);
  });
});

describe("a link under a post of a channel", () => {
  test.each(["Search similar", "More quotes", "Quote card"])(
    "%s is answered in the private chat of any reader",
    async (label) => {
      const answer = await bot.start();
      const chatId = bot.emulator.addChat({ type: "channel" });
      const post = await bot.post(chatId);
      const before = look(post);
      const reply = await bot.emulator.follow(post, label, BEN);
      expect(reply.chat_id).toBe(BEN);
      expect(answer.presses).toMatchObject([
        { destination: { address: String(BEN) }, actor: { id: String(BEN) }, isPrivate: true },
      ]);
      expect(answer.presses[0]?.buttonId).toMatch(/^v1:(search|quotes|card):article:7$/);
      expect(look(post)).toEqual(before);
      expect(bot.emulator.posts(chatId)).toEqual([post]);
    },
  );

  test.each([["v1-mute-article-7"], ["v1-nonsense-article-7"], ["v1-search-4-2"], ["v1-quotes"]])(
    "a stranger's link with %s presses nothing",
    async (payload) => {
      const answer = await bot.start();
      await bot.emulator.type(ANA, ANA, `/start ${payload}`);
      expect(answer.presses).toEqual([]);
      expect(answer.invocations).toMatchObject([{ commandName: "help" }]);
    },
  );

  test("in a group the link's words press nothing: the answer would be read by all", async () => {
    const answer = await bot.start();
    const chatId = addGroup();
    bot.emulator.say(chatId, ANA, "/start@pullquote_bot v1-quotes-article-7");
    await bot.emulator.type(chatId, ANA, "/latest");
    expect(answer.presses).toEqual([]);
  });
});

describe("a tampered press", () => {
  test("a button of another message, sent for a post, neither changes the post nor does anything", async () => {
    const answer = await bot.start();
    const chatId = addGroup({ [ANA]: { status: "creator" } });
    const post = await bot.post(chatId);
    const before = look(post);
    for (const data of ["v1:search:4:2", "v1:mute:article:8", "v1:subscriptions:remove:3", "x"]) {
      const shown = await bot.emulator.tap(post, "Mute this story", { userId: ANA, data });
      expect(shown.text).toBe("This button is old. Please use the command again.");
    }
    expect(answer.presses).toEqual([]);
    expect(look(post)).toEqual(before);
    expect(bot.emulator.posts(chatId)).toEqual([post]);
  });

  test("a digest, which has no buttons, cannot be overwritten", async () => {
    await bot.start();
    const chatId = addGroup();
    const to = toChat(chatId);
    await bot.platform.send(to, buildDigest(2), toDeliveryId(901));
    const [digest] = bot.emulator.posts(chatId);
    if (digest === undefined) throw new Error("The digest is not there.");
    const before = look(digest);
    await bot.emulator.tap(digest, "More ▶", { userId: ANA, data: "v1:search:4:2" });
    await bot.emulator.type(chatId, ANA, "/latest", { where: (each) => each.text === "Did latest." });
    expect(look(digest)).toEqual(before);
  });

  test("a post the server can show no more does not say its topic, so nothing is muted in another", async () => {
    const answer = await bot.start();
    const forumId = bot.emulator.addChat({
      type: "supergroup",
      isForum: true,
      members: { [ANA]: { status: "creator" } },
    });
    const inForum = await bot.post(`${forumId}/${bot.emulator.addTopic(forumId)}`);
    const old = { userId: ANA, isInaccessible: true };
    expect((await bot.emulator.tap(inForum, "Mute this story", old)).text).toContain("This button is old");
    expect(answer.presses).toEqual([]);
    const groupId = addGroup({ [ANA]: { status: "creator" } });
    expect((await bot.emulator.tap(await bot.post(groupId), "Mute this story", old)).text).toBe(`Pressed ${MUTE}.`);
  });
});
