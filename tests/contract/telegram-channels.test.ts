/** Telegram channels managed from the private chat, and the bot's comings and goings. */

import { describe, expect, test } from "vitest";
import { ANA, BEN, useBot } from "../helpers/telegram/bot.ts";
import { createFakeAnswer } from "../helpers/telegram/fakes.ts";
import type { Member } from "../helpers/telegram/world.ts";

const POSTER: Member = { status: "administrator", can_post_messages: true };

const bot = useBot();

describe("a channel managed from the private chat", () => {
  test.each([
    ["/subscribe @harbornews everything words:ferry"],
    ["/subscribe everything channel:@harbornews words:ferry"],
    ["/subscribe channel:t.me/harbornews everything words:ferry"],
  ])("%s reaches the channel, and the answer names it", async (text) => {
    const answer = await bot.start();
    const chatId = bot.emulator.addChat({
      type: "channel",
      title: "Harbor News",
      username: "harbornews",
      members: { [ANA]: POSTER },
    });
    const reply = await bot.emulator.type(ANA, ANA, text);
    expect(reply.text).toBe("For Harbor News:\nDid subscribe.");
    expect(answer.invocations).toMatchObject([
      {
        rawOptions: { what: "everything", words: "ferry" },
        destination: { address: String(chatId) },
        actor: { id: String(ANA), isManager: true },
      },
    ]);
    expect(bot.emulator.posts(chatId)).toEqual([]);
  });

  test("a topic of a private group is named by its ids", async () => {
    const answer = await bot.start();
    const chatId = bot.emulator.addChat({
      type: "supergroup",
      isForum: true,
      members: { [ANA]: { status: "creator" } },
    });
    const topic = bot.emulator.addTopic(chatId);
    await bot.emulator.type(ANA, ANA, `/subscribe ${chatId}/${topic} everything`);
    expect(answer.invocations).toMatchObject([{ destination: { address: `${chatId}/${topic}` } }]);
  });

  test.each<readonly [who: string, person: Member | null, bot: Member | null, expected: RegExp]>([
    ["a stranger", null, POSTER, /^Only those who may post in Harbor News can manage it/],
    ["an administrator without the right to post", { status: "administrator" }, POSTER, /^Only those who may post/],
    ["the owner, when the bot may not post", { status: "creator" }, { status: "administrator" }, /^I may not post in/],
    ["the owner, when the bot is not there", { status: "creator" }, { status: "left" }, /^I may not post in/],
  ])("%s is told what is missing", async (_who, person, itself, expected) => {
    const answer = await bot.start();
    bot.emulator.addChat({
      type: "channel",
      title: "Harbor News",
      username: "harbornews",
      members: person === null ? {} : { [ANA]: person },
      bot: itself,
    });
    expect((await bot.emulator.type(ANA, ANA, "/subscribe @harbornews everything")).text).toMatch(expected);
    expect((await bot.emulator.type(ANA, ANA, "/subscriptions @harbornews")).text).toMatch(expected);
    expect(answer.invocations).toEqual([]);
  });

  test("a channel nobody knows, or a person's name, is not found", async () => {
    await bot.start();
    expect((await bot.emulator.type(ANA, ANA, "/subscribe @nowhere everything")).text).toMatch(
      /^I can’t find @\u2060nowhere/,
    );
    await bot.emulator.type(BEN, BEN, "/latest");
    expect((await bot.emulator.type(ANA, ANA, `/subscriptions channel:${BEN}`)).text).toBe("Did subscriptions.");
  });

  test("in a group another channel cannot be named", async () => {
    const answer = await bot.start();
    bot.emulator.addChat({ type: "channel", username: "harbornews", members: { [ANA]: POSTER } });
    const groupId = bot.emulator.addChat({ type: "supergroup", members: { [ANA]: { status: "creator" } } });
    await bot.emulator.type(groupId, ANA, "/subscribe @harbornews everything");
    expect(answer.invocations).toMatchObject([{ destination: { address: String(groupId) } }]);
  });

  test("a word that looks like a name is a word in a search", async () => {
    const answer = await bot.start();
    await bot.emulator.type(ANA, ANA, "/search @harbornews");
    expect(answer.invocations).toMatchObject([{ rawOptions: { words: "@harbornews" } }]);
  });

  test("buttons of an answer about the channel act on the channel, for those who manage it", async () => {
    const button = { kind: "action", label: "Remove", id: "v1:unsubscribe:3" } as const;
    const answer = await bot.start(createFakeAnswer(() => ({ text: "One subscription", buttons: [[button]] })));
    const chatId = bot.emulator.addChat({ type: "channel", username: "harbornews", members: { [ANA]: POSTER } });
    const list = await bot.emulator.type(ANA, ANA, "/subscriptions @harbornews");
    expect((await bot.emulator.press(list, "Remove")).text).toBe("For Harbor news:\nPressed v1:unsubscribe:3.");
    expect(answer.presses).toMatchObject([{ buttonId: "v1:unsubscribe:3", destination: { address: String(chatId) } }]);
  });

  test("rights lost since the answer are noticed at the press", async () => {
    const button = { kind: "action", label: "Remove", id: "v1:unsubscribe:3" } as const;
    const answer = await bot.start(createFakeAnswer(() => ({ text: "One subscription", buttons: [[button]] })));
    const chatId = bot.emulator.addChat({ type: "channel", username: "harbornews", members: { [ANA]: POSTER } });
    const list = await bot.emulator.type(ANA, ANA, "/subscriptions @harbornews");
    bot.emulator.setBot(chatId, { status: "left" }, ANA);
    await bot.emulator.until("the removal to be noticed", () => answer.gone.length > 0);
    expect((await bot.emulator.press(list, "Remove")).text).toMatch(/^I may not post in/);
    expect(answer.presses).toEqual([]);
  });

  test("a channel is picked in Telegram's own list, which adds the bot to it", async () => {
    await bot.start();
    const chatId = bot.emulator.addChat({
      type: "channel",
      title: "Harbor News",
      members: { [ANA]: POSTER },
      bot: null,
    });
    await bot.emulator.type(ANA, ANA, "/channel");
    bot.emulator.share(ANA, "Choose a channel", chatId);
    const ready = await bot.emulator.until("the answer", () => bot.emulator.posts(ANA)[1]);
    expect(ready.text).toBe(
      `Harbor News is ready. Write its name first to manage it from here:\n/subscribe ${chatId} everything\n/subscriptions ${chatId}`,
    );
    expect((await bot.emulator.type(ANA, ANA, `/subscribe ${chatId} everything`)).text).toBe(
      "For Harbor News:\nDid subscribe.",
    );
  });

  test("somebody who names a channel they are not in is refused, and not told what it is called", async () => {
    await bot.start();
    const chatId = bot.emulator.addChat({ type: "channel", title: "Harbor News", members: { [BEN]: POSTER } });
    await bot.emulator.type(ANA, ANA, "/channel");
    bot.emulator.share(ANA, "Choose a channel", chatId);
    const refused = await bot.emulator.until("the answer", () => bot.emulator.posts(ANA)[1]);
    expect(refused.text).toMatch(/^Only those who may post in -100/);
    expect(refused.text).not.toContain("Harbor");
  });
});

describe("coming and going", () => {
  test("blocked in private: the place is left; back again: it has joined", async () => {
    const answer = await bot.start();
    await bot.emulator.type(ANA, ANA, "/latest");
    bot.emulator.setBot(ANA, { status: "kicked" });
    bot.emulator.setBot(ANA, { status: "member" });
    await bot.emulator.until("both changes", () => bot.emulator.updates.waiting() === 0 && answer.back.length > 0);
    expect(answer.gone).toEqual([{ platform: "telegram", address: String(ANA) }]);
    expect(answer.back).toEqual([{ platform: "telegram", address: String(ANA) }]);
  });

  test("added to a group the bot greets it once; removed, the group is left", async () => {
    const answer = await bot.start();
    const chatId = bot.emulator.addChat({ type: "supergroup", bot: null });
    bot.emulator.setBot(chatId, { status: "member" }, ANA);
    const greeting = await bot.emulator.until("the greeting", () => bot.emulator.posts(chatId)[0]);
    expect(greeting.text).toContain("/subscribe everything");
    bot.emulator.setBot(chatId, { status: "administrator" }, ANA);
    bot.emulator.setBot(chatId, { status: "left" }, ANA);
    await bot.emulator.until("the removal", () => answer.gone.length > 0);
    expect(bot.emulator.posts(chatId)).toHaveLength(1);
    expect(answer.gone).toEqual([{ platform: "telegram", address: String(chatId) }]);
  });

  test("added to a channel the bot writes to the person, never to the readers", async () => {
    const answer = await bot.start();
    await bot.emulator.type(ANA, ANA, "/latest");
    const chatId = bot.emulator.addChat({ type: "channel", username: "harbornews", bot: null });
    bot.emulator.setBot(chatId, POSTER, ANA);
    const greeting = await bot.emulator.until("the greeting", () => bot.emulator.posts(ANA)[1]);
    expect(greeting.text).toBe("I may post in your channel now. Start with: /subscribe @harbornews everything");
    expect(bot.emulator.posts(chatId)).toEqual([]);
    expect(answer.back).toHaveLength(1);
  });

  test("a channel that took the right to post and gives it back goes on, without another greeting of the group", async () => {
    const answer = await bot.start();
    const chatId = bot.emulator.addChat({ type: "channel", username: "harbornews", bot: POSTER });
    bot.emulator.setBot(chatId, { status: "administrator", can_post_messages: false }, ANA);
    bot.emulator.setBot(chatId, POSTER, ANA);
    await bot.emulator.until("the right to be back", () => answer.back.length > 0);
    expect(answer.gone).toEqual([]);
    expect(answer.back).toEqual([{ platform: "telegram", address: String(chatId) }]);
  });

  test("a group muted for the night goes on in the morning, and is not greeted again", async () => {
    const answer = await bot.start();
    const chatId = bot.emulator.addChat({ type: "supergroup" });
    bot.emulator.setBot(chatId, { status: "restricted", is_member: true, can_send_messages: false }, ANA);
    bot.emulator.setBot(chatId, { status: "restricted", is_member: true, can_send_messages: true }, ANA);
    await bot.emulator.until("the right to be back", () => answer.back.length > 0);
    expect(answer.gone).toEqual([]);
    expect(answer.back).toEqual([{ platform: "telegram", address: String(chatId) }]);
    expect(bot.emulator.posts(chatId)).toEqual([]);
  });

  test("a topic that is opened again gets its news again", async () => {
    const answer = await bot.start();
    const chatId = bot.emulator.addChat({ type: "supergroup", isForum: true });
    const topic = bot.emulator.addTopic(chatId);
    bot.emulator.closeTopic(chatId, topic);
    bot.emulator.reopenTopic(chatId, topic);
    await bot.emulator.until("the topic to be back", () => answer.back.length > 0);
    expect(answer.back).toEqual([{ platform: "telegram", address: `${chatId}/${topic}` }]);
  });
});
