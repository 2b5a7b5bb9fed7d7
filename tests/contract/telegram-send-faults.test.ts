/** What is sent while Telegram is in trouble: floods, lost answers, chats that are gone or have moved. */

import { describe, expect, test } from "vitest";
import { toDeliveryId } from "../../src/domain/id.ts";
import { ANA, toChat, useBot } from "../helpers/telegram/bot.ts";
import { buildPost, createFakeAnswer, NOW } from "../helpers/telegram/fakes.ts";

const POST = buildPost();
const ID = toDeliveryId(1);
const bot = useBot();

const openChat = async (): Promise<number> => {
  await bot.emulator.type(ANA, ANA, "/latest");
  return ANA;
};

describe("sending posts", () => {
  test("a lost answer leaves the post uncertain, and it is there once", async () => {
    await bot.start();
    const chatId = await openChat();
    bot.emulator.fault({ method: "sendMessage", kind: "lost" });
    expect((await bot.platform.send(toChat(chatId), POST, ID)).outcome).toBe("uncertain");
    expect(bot.emulator.posts(chatId).filter((each) => each.text.includes("Ferry"))).toHaveLength(1);
  });

  test("a post in doubt is left alone when the operator wants it so", async () => {
    await bot.start(createFakeAnswer(), { inDoubt: "skip" });
    const chatId = await openChat();
    const result = await bot.platform.send(toChat(chatId), POST, ID, { firstSentAt: NOW });
    expect(result.outcome).toBe("uncertain");
    expect(bot.emulator.posts(chatId)).toHaveLength(1);
  });

  test("a post in doubt is sent again by default", async () => {
    await bot.start();
    expect((await bot.platform.send(toChat(await openChat()), POST, ID, { firstSentAt: NOW })).outcome).toBe("sent");
  });

  test("a cut connection leaves the post uncertain, a gateway's error has it retried", async () => {
    await bot.start();
    const chatId = await openChat();
    bot.emulator.fault({ method: "sendMessage", kind: "reset" });
    expect((await bot.platform.send(toChat(chatId), POST, ID)).outcome).toBe("uncertain");
    bot.emulator.fault({ method: "sendMessage", kind: "status", status: 502 });
    expect((await bot.platform.send(toChat(chatId), POST, ID)).outcome).toBe("retry");
    expect(bot.emulator.callsOf("sendMessage")).toHaveLength(3);
  });

  test("a flood is retried after the time the server gave, and the chat is left in peace until then", async () => {
    await bot.start();
    const chatId = await openChat();
    bot.emulator.fault({ method: "sendMessage", kind: "flood", retryAfter: 40 });
    expect(await bot.platform.send(toChat(chatId), POST, ID)).toMatchObject({ outcome: "retry", afterMs: 40_000 });
    const callCount = bot.emulator.calls.length;
    const held = await bot.platform.send(toChat(chatId), POST, ID);
    expect(held.outcome === "retry" && held.afterMs > 30_000 && held.afterMs <= 40_000).toBe(true);
    expect(bot.emulator.calls).toHaveLength(callCount);
  });

  test("a flood in one chat does not hold up another", async () => {
    await bot.start();
    const chatId = await openChat();
    await bot.emulator.type(777, 777, "/latest");
    bot.emulator.fault({ method: "sendMessage", chatId, kind: "flood", retryAfter: 40 });
    await bot.platform.send(toChat(chatId), POST, ID);
    expect((await bot.platform.send(toChat(777), POST, ID)).outcome).toBe("sent");
  });

  test("a chat that blocked the bot is gone; one that is not found may come back", async () => {
    await bot.start();
    const chatId = await openChat();
    bot.emulator.setBot(chatId, { status: "kicked" });
    expect((await bot.platform.send(toChat(chatId), POST, ID)).outcome).toBe("gone");
    expect((await bot.platform.send(toChat(-100999), POST, ID)).outcome).toBe("forbidden");
    expect((await bot.platform.send(toChat("general"), POST, ID)).outcome).toBe("refused");
  });

  test("a group that became a supergroup gets its post, and the move is told once", async () => {
    const answer = createFakeAnswer();
    await bot.start(answer);
    const old = bot.emulator.addChat({ type: "group" });
    const chatId = bot.emulator.migrate(old);
    expect((await bot.platform.send(toChat(old), POST, ID)).outcome).toBe("sent");
    expect(bot.emulator.posts(chatId)).toHaveLength(1);
    await bot.emulator.until("the service messages", () => bot.emulator.updates.waiting() === 0);
    expect(answer.moves).toEqual([[String(old), String(chatId)]]);
  });

  test("a closed or deleted topic takes no posts for now, and the group is told so once", async () => {
    await bot.start();
    const chatId = bot.emulator.addChat({ type: "supergroup", isForum: true });
    const topic = bot.emulator.addTopic(chatId);
    expect((await bot.platform.send(toChat(`${chatId}/${topic}`), POST, ID)).outcome).toBe("sent");
    bot.emulator.closeTopic(chatId, topic);
    expect((await bot.platform.send(toChat(`${chatId}/${topic}`), POST, ID)).outcome).toBe("forbidden");
    bot.emulator.removeTopic(chatId, topic);
    expect((await bot.platform.send(toChat(`${chatId}/${topic}`), POST, ID)).outcome).toBe("forbidden");
    expect(bot.emulator.posts(chatId, null).map((each) => each.text)).toEqual([
      "A topic that was subscribed to news is closed or deleted, so its posts have stopped. Use /subscribe in another topic to go on.",
    ]);
    expect((await bot.platform.send(toChat(`${chatId}/1`), POST, ID)).outcome).toBe("sent");
  });

  test("an edit whose answer was lost is repeated and ends well", async () => {
    await bot.start();
    const chatId = await openChat();
    const sent = await bot.platform.send(toChat(chatId), POST, ID);
    bot.emulator.fault({ method: "editMessageText", kind: "lost" });
    const messageId = sent.outcome === "sent" ? sent.messageId : "";
    expect(await bot.platform.edit(toChat(chatId), messageId, buildPost({ isUpdated: true }))).toEqual({
      outcome: "sent",
      messageId,
    });
    expect((await bot.platform.edit(toChat(chatId), "99999", POST)).outcome).toBe("refused");
  });
});

describe("answers", () => {
  test("an answer waits out a flood", async () => {
    await bot.start();
    bot.emulator.fault({ method: "sendMessage", kind: "flood", retryAfter: 1 });
    expect((await bot.emulator.type(ANA, ANA, "/latest")).text).toBe("Did latest.");
    expect(bot.emulator.callsOf("sendMessage")).toHaveLength(2);
  });

  test("an answer survives a server error, and is not given twice when only its answer was lost", async () => {
    await bot.start();
    bot.emulator.fault({ method: "sendMessage", kind: "status", status: 502 });
    expect((await bot.emulator.type(ANA, ANA, "/latest")).text).toBe("Did latest.");
    bot.emulator.fault({ method: "sendMessage", kind: "lost" });
    await bot.emulator.type(ANA, ANA, "/search ferry");
    await bot.emulator.type(ANA, ANA, "/latest");
    expect(bot.emulator.posts(ANA).map((each) => each.text)).toEqual(["Did latest.", "Did search.", "Did latest."]);
  });

  test("a failed rights check gives a sentence, and the next command works", async () => {
    const answer = createFakeAnswer();
    await bot.start(answer);
    const chatId = bot.emulator.addChat({ type: "supergroup", members: { [ANA]: { status: "creator" } } });
    bot.emulator.fault({ method: "getChatMember", kind: "status", times: 3 });
    const reply = await bot.emulator.type(chatId, ANA, "/subscribe everything");
    expect(reply.text).toBe("Telegram did not say who manages this chat. Please try again.");
    await bot.emulator.type(chatId, ANA, "/subscribe everything");
    expect(answer.invocations.map((each) => each.actor.isManager)).toEqual([true]);
  });
});
