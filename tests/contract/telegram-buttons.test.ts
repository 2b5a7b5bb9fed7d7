/** Buttons under Telegram's posts: which they are in each kind of chat, and that no press changes a post or fills a chat. */

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { COMMANDS } from "../../commands/index.ts";
import { toArticleId, toDeliveryId } from "../../src/domain/id.ts";
import type { Platform, SendOptions } from "../../src/domain/platform.ts";
import type { Post } from "../../src/domain/post.ts";
import { createTelegram, type TelegramDependencies } from "../../src/platforms/telegram/platform.ts";
import { buildDigest } from "../helpers/build-digest.ts";
import { type EmulatedMessage, startTelegramEmulator, type TelegramEmulator } from "../helpers/telegram/emulator.ts";
import { buildPost, createFakeAnswer, createRecordingLog, type FakeAnswer, NOW } from "../helpers/telegram/fakes.ts";
import { badRequest } from "../helpers/telegram/refusal.ts";
import type { Member } from "../helpers/telegram/world.ts";

const ANA = 501;
const BEN = 502;
const POSTER: Member = { status: "administrator", can_post_messages: true };
const ALL = ["Search similar", "More quotes", "Mute this story", "Read the article"];
const MUTE = "v1:mute:article:7";

let emulator: TelegramEmulator;
let platform: Platform;
let log = createRecordingLog();

beforeEach(async () => {
  emulator = await startTelegramEmulator();
  log = createRecordingLog();
});

afterEach(async () => {
  await platform.stop();
  await emulator.stop();
});

async function start(
  answer: FakeAnswer = createFakeAnswer(),
  more: Partial<TelegramDependencies> = {},
): Promise<FakeAnswer> {
  const { token, url: apiUrl } = emulator;
  platform = createTelegram({ token, apiUrl, commands: COMMANDS, log, clock: () => NOW, ...more });
  await platform.start(answer);
  return answer;
}

let nextDelivery = 1;

async function send(address: number | string, post: Post = buildPost(), options: SendOptions = {}) {
  nextDelivery += 1;
  const to = { platform: "telegram", address: String(address) } as const;
  const result = await platform.send(to, post, toDeliveryId(nextDelivery), options);
  const id = result.outcome === "sent" ? Number(result.messageId) : 0;
  const message = emulator.world.messages.find((each) => each.message_id === id);
  if (message === undefined) throw new Error(`The post was not sent: ${JSON.stringify(result)}`);
  return message;
}

const labelsOf = (message: EmulatedMessage) => message.buttons.flat().map((button) => button.text);
const openPrivate = (userId: number) => emulator.type(userId, userId, "/latest");
const addGroup = (members: Readonly<Record<number, Member>> = {}) => emulator.addChat({ type: "supergroup", members });

/** The message as it is now, to be compared with later. */
const look = (message: EmulatedMessage) => structuredClone({ ...message });

describe("under a post", () => {
  test("in a private chat there are two rows of two, pressed in place, and the article's link", async () => {
    await start();
    await openPrivate(ANA);
    const post = await send(ANA);
    expect(post.buttons).toEqual([
      [
        { text: "Search similar", callback_data: "v1:search:article:7" },
        { text: "More quotes", callback_data: "v1:quotes:article:7" },
      ],
      [
        { text: "Mute this story", callback_data: MUTE },
        { text: "Read the article", url: "https://harborwire.example/ferry-stops" },
      ],
    ]);
  });

  test.each(["group", "supergroup", "channel"] as const)(
    "in a %s what answers one person is a link to the private chat",
    async (type) => {
      await start();
      const post = await send(emulator.addChat({ type }));
      expect(post.buttons).toEqual([
        [
          { text: "Search similar", url: "https://t.me/pullquote_bot?start=v1-search-article-7" },
          { text: "More quotes", url: "https://t.me/pullquote_bot?start=v1-quotes-article-7" },
        ],
        [
          { text: "Mute this story", callback_data: MUTE },
          { text: "Read the article", url: "https://harborwire.example/ferry-stops" },
        ],
      ]);
    },
  );

  test("the longest article number fits into data and link", async () => {
    await start();
    const post = await send(addGroup(), buildPost({ articleId: toArticleId(999_999_999_999_999) }));
    expect(labelsOf(post)).toEqual(ALL);
  });

  test("they are in the language of the post's readers", async () => {
    await start();
    const post = await send(addGroup(), buildPost({ language: "ar" }));
    expect(labelsOf(post)).toContain("كتم هذه القصة");
    expect(labelsOf(post)).toHaveLength(4);
  });

  test("they are there in a silent post, in a topic and in a rich message; a compact post and a digest have none", async () => {
    await start(createFakeAnswer(), { hasRichPosts: true });
    const forumId = emulator.addChat({ type: "supergroup", isForum: true });
    const post = await send(`${forumId}/${emulator.addTopic(forumId)}`, buildPost(), { isSilent: true });
    expect(labelsOf(post)).toEqual(ALL);
    expect(emulator.callsOf("sendRichMessage")).toHaveLength(1);
    expect(labelsOf(await send(forumId, buildPost(), { isCompact: true }))).toEqual([]);
    const to = { platform: "telegram", address: String(forumId) } as const;
    expect((await platform.send(to, buildDigest(2), toDeliveryId(900))).outcome).toBe("sent");
    expect(emulator.posts(forumId).at(-1)?.buttons).toEqual([]);
  });

  test.each([[false], [true]])("they outlive an edit (rich messages: %s)", async (hasRichPosts) => {
    await start(createFakeAnswer(), { hasRichPosts });
    const chatId = addGroup();
    const post = await send(chatId);
    const before = look(post);
    const to = { platform: "telegram", address: String(chatId) } as const;
    const edited = await platform.edit(to, String(post.message_id), buildPost({ isUpdated: true }));
    expect(edited.outcome).toBe("sent");
    expect(post.text).toContain("updated");
    expect(post.buttons).toEqual(before.buttons);
  });

  test("a button the server will not have does not cost the post", async () => {
    await start();
    const chatId = addGroup();
    const refusal = badRequest("inline keyboard button URL 'https://harborwire.example/' is invalid: Wrong HTTP URL");
    emulator.fault({ method: "sendMessage", kind: "refusal", refusal });
    const post = await send(chatId);
    expect(post.buttons).toEqual([]);
    expect(emulator.posts(chatId)).toHaveLength(1);
    expect(log.entries.map(([, event]) => event)).toContain("post_buttons_refused");
  });
});

describe("a press in a private chat", () => {
  test.each(ALL.slice(0, 3))("%s is answered by a message that replies to the post", async (label) => {
    const answer = await start();
    await openPrivate(ANA);
    const post = await send(ANA);
    const before = look(post);
    const reply = await emulator.press(post, label, ANA);
    expect(reply.text).toBe(`Pressed ${answer.presses[0]?.buttonId}.`);
    expect(reply.replyTo).toBe(post.message_id);
    expect(look(post)).toEqual(before);
    expect(answer.presses).toMatchObject([{ destination: { address: String(ANA) }, actor: { isManager: true } }]);
  });

  test("the reply's own buttons turn the reply, and the post stays", async () => {
    const next = { kind: "action", label: "Next", id: "v1:search:4:2" } as const;
    await start(createFakeAnswer(undefined, ({ buttonId }) => ({ text: `At ${buttonId}`, buttons: [[next]] })));
    await openPrivate(ANA);
    const post = await send(ANA);
    const before = look(post);
    const reply = await emulator.press(post, "Search similar", ANA);
    const count = emulator.posts(ANA).length;
    expect(await emulator.press(reply, "Next", ANA)).toBe(reply);
    expect(reply.text).toBe("At v1:search:4:2");
    expect(emulator.posts(ANA)).toHaveLength(count);
    expect(look(post)).toEqual(before);
  });

  test("a post sent by an earlier run is pressed like a new one", async () => {
    await start();
    await openPrivate(ANA);
    const post = await send(ANA);
    await platform.stop();
    await start();
    expect((await emulator.press(post, "More quotes", ANA)).replyTo).toBe(post.message_id);
  });
});

describe("a link under a post of a channel", () => {
  test.each(["Search similar", "More quotes"])("%s is answered in the private chat of any reader", async (label) => {
    const answer = await start();
    const chatId = emulator.addChat({ type: "channel" });
    const post = await send(chatId);
    const before = look(post);
    const reply = await emulator.follow(post, label, BEN);
    expect(reply.chat_id).toBe(BEN);
    expect(answer.presses).toMatchObject([
      { destination: { address: String(BEN) }, actor: { id: String(BEN) }, isPrivate: true },
    ]);
    expect(answer.presses[0]?.buttonId).toMatch(/^v1:(search|quotes):article:7$/);
    expect(look(post)).toEqual(before);
    expect(emulator.posts(chatId)).toEqual([post]);
  });

  test.each([["v1-mute-article-7"], ["v1-nonsense-article-7"], ["v1-search-4-2"], ["v1-quotes"]])(
    "a stranger's link with %s presses nothing",
    async (payload) => {
      const answer = await start();
      await emulator.type(ANA, ANA, `/start ${payload}`);
      expect(answer.presses).toEqual([]);
      expect(answer.invocations).toMatchObject([{ commandName: "help" }]);
    },
  );

  test("in a group the link's words press nothing: the answer would be read by all", async () => {
    const answer = await start();
    const chatId = addGroup();
    emulator.say(chatId, ANA, "/start@pullquote_bot v1-quotes-article-7");
    await emulator.type(chatId, ANA, "/latest");
    expect(answer.presses).toEqual([]);
  });
});

describe("mute under a post that many read", () => {
  const done = { text: "No more of this story: “Ferry”", isPrivate: true } as const;
  const undo = { kind: "action", label: "Undo", id: "v1:mute:undo:7" } as const;

  const muting = () =>
    createFakeAnswer(undefined, ({ actor, buttonId }) => {
      if (!actor.isManager) return { text: "Only for those who manage it.", isPrivate: true };
      return buttonId === MUTE ? { ...done, buttons: [[undo]] } : { text: "It comes here again." };
    });

  test.each([
    ["group", { status: "administrator" }, true],
    ["supergroup", { status: "creator" }, true],
    ["supergroup", { status: "administrator", is_anonymous: true }, true],
    ["supergroup", { status: "member" }, false],
    ["channel", POSTER, true],
    ["channel", { status: "administrator", can_post_messages: false }, false],
    ["channel", { status: "member" }, false],
  ] as const)("in a %s, pressed by %o, is told in an alert; allowed: %s", async (type, member, isAllowed) => {
    const answer = await start(muting());
    const chatId = emulator.addChat({ type, members: { [ANA]: member } });
    const post = await send(chatId);
    const before = look(post);
    const shown = await emulator.tap(post, "Mute this story", { userId: ANA });
    expect(shown).toEqual({ text: isAllowed ? done.text : "Only for those who manage it.", isAlert: true });
    expect(answer.presses).toMatchObject([
      { buttonId: MUTE, destination: { address: String(chatId) }, actor: { isManager: isAllowed }, isPrivate: true },
    ]);
    expect(look(post)).toEqual(before);
    expect(emulator.posts(chatId)).toEqual([post]);
  });

  test("is undone from the manager's private chat, for the topic it was pressed in", async () => {
    const answer = await start(muting());
    await openPrivate(ANA);
    const chatId = emulator.addChat({ type: "supergroup", isForum: true, members: { [ANA]: { status: "creator" } } });
    const address = `${chatId}/${emulator.addTopic(chatId)}`;
    const post = await send(address);
    await emulator.tap(post, "Mute this story", { userId: ANA });
    const offered = await emulator.until("Undo", () =>
      emulator.posts(ANA).find((each) => labelsOf(each)[0] === "Undo"),
    );
    expect(offered.text).toBe(`For Harbor news:\n${done.text}`);
    await emulator.press(offered, "Undo", ANA);
    expect(offered.text).toContain("It comes here again.");
    expect(answer.presses.map((each) => [each.buttonId, each.destination.address])).toEqual([
      [MUTE, address],
      [undo.id, address],
    ]);
    expect(emulator.posts(chatId)).toEqual([post]);
  });

  test("says it in an alert alone to a manager who never opened the private chat", async () => {
    await start(muting());
    const chatId = addGroup({ [ANA]: { status: "creator" } });
    await emulator.tap(await send(chatId), "Mute this story", { userId: ANA });
    await emulator.until("the refusal", () => log.entries.some(([, event]) => event === "undo_not_offered"));
    expect(emulator.posts(chatId)).toHaveLength(1);
  });

  test("is told in 200 characters where there is more to say", async () => {
    await start(createFakeAnswer(undefined, () => ({ text: `No more: “${"ferry 🚢 ".repeat(60)}”` })));
    const post = await send(addGroup({ [ANA]: { status: "creator" } }));
    const { text } = await emulator.tap(post, "Mute this story", { userId: ANA });
    expect(text.length).toBeLessThanOrEqual(200);
    expect(text).toMatch(/^No more: “ferry .*…$/);
  });

  test("is refused in words where the server does not tell who manages the group", async () => {
    await start(muting());
    const post = await send(addGroup());
    emulator.fault({ method: "getChatMember", kind: "flood", retryAfter: 90 });
    const { text } = await emulator.tap(post, "Mute this story", { userId: ANA });
    expect(text).toContain("try again");
  });
});

describe("a tampered press", () => {
  test("a button of another message, sent for a post, neither changes the post nor does anything", async () => {
    const answer = await start();
    const chatId = addGroup({ [ANA]: { status: "creator" } });
    const post = await send(chatId);
    const before = look(post);
    for (const data of ["v1:search:4:2", "v1:mute:article:8", "v1:subscriptions:remove:3", "x"]) {
      const shown = await emulator.tap(post, "Mute this story", { userId: ANA, data });
      expect(shown.text).toBe("This button is old. Please use the command again.");
    }
    expect(answer.presses).toEqual([]);
    expect(look(post)).toEqual(before);
    expect(emulator.posts(chatId)).toEqual([post]);
  });

  test("a digest, which has no buttons, cannot be overwritten", async () => {
    await start();
    const chatId = addGroup();
    const to = { platform: "telegram", address: String(chatId) } as const;
    await platform.send(to, buildDigest(2), toDeliveryId(901));
    const [digest] = emulator.posts(chatId);
    if (digest === undefined) throw new Error("The digest is not there.");
    const before = look(digest);
    await emulator.tap(digest, "More ▶", { userId: ANA, data: "v1:search:4:2" });
    await emulator.type(chatId, ANA, "/latest", { where: (each) => each.text === "Did latest." });
    expect(look(digest)).toEqual(before);
  });

  test("a post the server can show no more does not say its topic, so nothing is muted in another", async () => {
    const answer = await start();
    const forumId = emulator.addChat({ type: "supergroup", isForum: true, members: { [ANA]: { status: "creator" } } });
    const inForum = await send(`${forumId}/${emulator.addTopic(forumId)}`);
    const old = { userId: ANA, isInaccessible: true };
    expect((await emulator.tap(inForum, "Mute this story", old)).text).toContain("This button is old");
    expect(answer.presses).toEqual([]);
    const groupId = addGroup({ [ANA]: { status: "creator" } });
    expect((await emulator.tap(await send(groupId), "Mute this story", old)).text).toBe(`Pressed ${MUTE}.`);
  });
});
