/** Telegram in trouble: floods, lost answers, hanging servers, refused tokens, second pollers, chats that are gone. */

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { toDeliveryId } from "../../src/domain/id.ts";
import { type Platform, SILENT_LOG } from "../../src/domain/platform.ts";
import { LANGUAGES } from "../../src/messages/languages.ts";
import { createClient } from "../../src/platforms/telegram/connection/client.ts";
import { toFailure } from "../../src/platforms/telegram/connection/failures.ts";
import { createTelegram, type TelegramDependencies } from "../../src/platforms/telegram/platform.ts";
import { createLanes, LANE_LIMITS } from "../../src/platforms/telegram/posts/lanes.ts";
import { startTelegramEmulator, type TelegramEmulator } from "../helpers/telegram/emulator.ts";
import {
  buildPost,
  COMMANDS,
  createFakeAnswer,
  createRecordingLog,
  type FakeAnswer,
  NOW,
} from "../helpers/telegram/fakes.ts";
import { Refusal } from "../helpers/telegram/refusal.ts";

const ANA = 501;
const POST = buildPost();
const ID = toDeliveryId(1);

let emulator: TelegramEmulator;
let platform: Platform | null = null;
let log = createRecordingLog();

beforeEach(async () => {
  emulator = await startTelegramEmulator();
  platform = null;
  log = createRecordingLog();
});

afterEach(async () => {
  await platform?.stop();
  await emulator.stop();
});

function create(more: Partial<TelegramDependencies> = {}): Platform {
  platform = createTelegram({
    token: emulator.token,
    apiUrl: emulator.url,
    commands: COMMANDS,
    log,
    clock: () => NOW,
    ...more,
  });
  return platform;
}

async function start(
  answer: FakeAnswer = createFakeAnswer(),
  more: Partial<TelegramDependencies> = {},
): Promise<Platform> {
  const created = create(more);
  await created.start(answer);
  return created;
}

const at = (address: number | string) => ({ platform: "telegram", address: String(address) }) as const;

const openChat = async (): Promise<number> => {
  await emulator.type(ANA, ANA, "/latest");
  return ANA;
};

describe("sending posts", () => {
  test("a lost answer leaves the post uncertain, and it is there once", async () => {
    const telegram = await start();
    const chatId = await openChat();
    emulator.fault({ method: "sendMessage", kind: "lost" });
    expect((await telegram.send(at(chatId), POST, ID)).outcome).toBe("uncertain");
    expect(emulator.posts(chatId).filter((each) => each.text.includes("Ferry"))).toHaveLength(1);
  });

  test("a post in doubt is left alone when the operator wants it so", async () => {
    const telegram = await start(createFakeAnswer(), { inDoubt: "skip" });
    const chatId = await openChat();
    const result = await telegram.send(at(chatId), POST, ID, { firstSentAt: NOW });
    expect(result.outcome).toBe("uncertain");
    expect(emulator.posts(chatId)).toHaveLength(1);
  });

  test("a post in doubt is sent again by default", async () => {
    const telegram = await start();
    expect((await telegram.send(at(await openChat()), POST, ID, { firstSentAt: NOW })).outcome).toBe("sent");
  });

  test("a cut connection leaves the post uncertain, a gateway's error has it retried", async () => {
    const telegram = await start();
    const chatId = await openChat();
    emulator.fault({ method: "sendMessage", kind: "reset" });
    expect((await telegram.send(at(chatId), POST, ID)).outcome).toBe("uncertain");
    emulator.fault({ method: "sendMessage", kind: "status", status: 502 });
    expect((await telegram.send(at(chatId), POST, ID)).outcome).toBe("retry");
    expect(emulator.callsOf("sendMessage")).toHaveLength(3);
  });

  test("a flood is retried after the time the server gave, and the chat is left in peace until then", async () => {
    const telegram = await start();
    const chatId = await openChat();
    emulator.fault({ method: "sendMessage", kind: "flood", retryAfter: 40 });
    expect(await telegram.send(at(chatId), POST, ID)).toMatchObject({ outcome: "retry", afterMs: 40_000 });
    const callCount = emulator.calls.length;
    const held = await telegram.send(at(chatId), POST, ID);
    expect(held.outcome === "retry" && held.afterMs > 30_000 && held.afterMs <= 40_000).toBe(true);
    expect(emulator.calls).toHaveLength(callCount);
  });

  test("a flood in one chat does not hold up another", async () => {
    const telegram = await start();
    const chatId = await openChat();
    await emulator.type(777, 777, "/latest");
    emulator.fault({ method: "sendMessage", chatId, kind: "flood", retryAfter: 40 });
    await telegram.send(at(chatId), POST, ID);
    expect((await telegram.send(at(777), POST, ID)).outcome).toBe("sent");
  });

  test("a chat that blocked the bot is gone, also when it was never met", async () => {
    const telegram = await start();
    const chatId = await openChat();
    emulator.setBot(chatId, { status: "kicked" });
    expect((await telegram.send(at(chatId), POST, ID)).outcome).toBe("gone");
    expect((await telegram.send(at(-100999), POST, ID)).outcome).toBe("gone");
    expect((await telegram.send(at("general"), POST, ID)).outcome).toBe("refused");
  });

  test("a group that became a supergroup gets its post, and the move is told once", async () => {
    const answer = createFakeAnswer();
    const telegram = await start(answer);
    const old = emulator.addChat({ type: "group" });
    const chatId = emulator.migrate(old);
    expect((await telegram.send(at(old), POST, ID)).outcome).toBe("sent");
    expect(emulator.posts(chatId)).toHaveLength(1);
    await emulator.until("the service messages", () => emulator.updates.waiting() === 0);
    expect(answer.moves).toEqual([[String(old), String(chatId)]]);
  });

  test("a closed or deleted topic is gone, and the group is told so once", async () => {
    const telegram = await start();
    const chatId = emulator.addChat({ type: "supergroup", isForum: true });
    const topic = emulator.addTopic(chatId);
    expect((await telegram.send(at(`${chatId}/${topic}`), POST, ID)).outcome).toBe("sent");
    emulator.closeTopic(chatId, topic);
    expect((await telegram.send(at(`${chatId}/${topic}`), POST, ID)).outcome).toBe("gone");
    emulator.removeTopic(chatId, topic);
    expect((await telegram.send(at(`${chatId}/${topic}`), POST, ID)).outcome).toBe("gone");
    expect(emulator.posts(chatId, null).map((each) => each.text)).toEqual([
      "A topic that was subscribed to news is closed or deleted, so its posts have stopped. Use /subscribe in another topic to go on.",
    ]);
    expect((await telegram.send(at(`${chatId}/1`), POST, ID)).outcome).toBe("sent");
  });

  test("an edit whose answer was lost is repeated and ends well", async () => {
    const telegram = await start();
    const chatId = await openChat();
    const sent = await telegram.send(at(chatId), POST, ID);
    emulator.fault({ method: "editMessageText", kind: "lost" });
    const messageId = sent.outcome === "sent" ? sent.messageId : "";
    expect(await telegram.edit(at(chatId), messageId, buildPost({ isUpdated: true }))).toEqual({
      outcome: "sent",
      messageId,
    });
    expect((await telegram.edit(at(chatId), "99999", POST)).outcome).toBe("refused");
  });
});

describe("answers", () => {
  test("an answer waits out a flood", async () => {
    await start();
    emulator.fault({ method: "sendMessage", kind: "flood", retryAfter: 1 });
    expect((await emulator.type(ANA, ANA, "/latest")).text).toBe("Did latest.");
    expect(emulator.callsOf("sendMessage")).toHaveLength(2);
  });

  test("an answer survives a server error, and is not given twice when only its answer was lost", async () => {
    await start();
    emulator.fault({ method: "sendMessage", kind: "status", status: 502 });
    expect((await emulator.type(ANA, ANA, "/latest")).text).toBe("Did latest.");
    emulator.fault({ method: "sendMessage", kind: "lost" });
    await emulator.type(ANA, ANA, "/search ferry");
    await emulator.type(ANA, ANA, "/latest");
    expect(emulator.posts(ANA).map((each) => each.text)).toEqual(["Did latest.", "Did search.", "Did latest."]);
  });

  test("a failed rights check gives a sentence, and the next command works", async () => {
    const answer = createFakeAnswer();
    await start(answer);
    const chatId = emulator.addChat({ type: "supergroup", members: { [ANA]: { status: "creator" } } });
    emulator.fault({ method: "getChatMember", kind: "status", times: 3 });
    const reply = await emulator.type(chatId, ANA, "/subscribe everything");
    expect(reply.text).toBe("Telegram did not say who manages this chat. Please try again.");
    await emulator.type(chatId, ANA, "/subscribe everything");
    expect(answer.invocations.map((each) => each.actor.isManager)).toEqual([true]);
  });
});

describe("start, polling and stop", () => {
  test("a refused token is told with the setting's name", async () => {
    const telegram = create({ token: "123456:wrong_token_000000" });
    await expect(telegram.start(createFakeAnswer())).rejects.toThrow(/^TELEGRAM_TOKEN: Telegram does not accept/);
    expect(JSON.stringify(log.entries)).not.toContain("wrong_token");
  });

  test("a bot started before the network is answers once it is there", async () => {
    emulator.fault({ method: "getMe", kind: "status", times: 3 });
    const telegram = await start();
    expect(telegram.health()).toMatch(/^Telegram can't be reached: /);
    expect((await emulator.type(ANA, ANA, "/latest")).text).toBe("Did latest.");
    expect(telegram.health()).toBeNull();
  });

  test("polling goes on after errors, resets and a second poller", async () => {
    const telegram = await start();
    emulator.fault({ method: "getUpdates", kind: "status", times: 1 });
    emulator.say(ANA, ANA, "/latest");
    await emulator.until("the first answer", () => emulator.posts(ANA).length === 1);
    const rival = await fetch(`${emulator.url}/bot${emulator.token}/getUpdates?timeout=0`);
    expect(rival.status).toBe(200);
    await emulator.type(ANA, ANA, "/search ferry");
    expect(log.entries.map(([, event]) => event)).toContain("polling_conflict");
    expect(telegram.health()).toBeNull();
  });

  test("a token refused while polling ends it with a sentence for the health check", async () => {
    const telegram = await start();
    emulator.fault({ method: "getUpdates", kind: "refusal", refusal: new Refusal(401, "Unauthorized") });
    emulator.say(ANA, ANA, "/latest");
    await vi.waitFor(() => expect(log.entries.map(([, event]) => event)).toContain("polling_ended"));
    expect(telegram.health()).toBe("Telegram: Unauthorized");
  });

  test("a bot whose menu is refused answers all the same", async () => {
    emulator.forget("setMyCommands");
    await start();
    expect((await emulator.type(ANA, ANA, "/latest")).text).toBe("Did latest.");
    expect(log.entries.map(([, event]) => event)).toContain("menu_not_set");
  });

  test("the menu is set once per audience, and again only when it changed", async () => {
    const kept = new Map<string, string>();
    const notes = {
      get: async (name: string) => kept.get(name) ?? null,
      set: async (name: string, value: string) => {
        kept.set(name, value);
      },
    };
    for (const commands of [COMMANDS, COMMANDS, COMMANDS.slice(1)]) {
      const telegram = await start(createFakeAnswer(), { notes, commands });
      await telegram.stop();
    }
    expect(emulator.callsOf("setMyCommands")).toHaveLength(2 * 3 * LANGUAGES.length);
    expect(emulator.world.commands.get("default:")?.map((each) => each.command)).not.toContain("subscribe");
    expect(emulator.world.commands.get("all_private_chats:")?.map((each) => each.command)).toContain("channel");
  });

  test("a stop lets a running command finish", async () => {
    let finish = (): void => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let isRunning = false;
    const telegram = await start(
      createFakeAnswer(async () => {
        isRunning = true;
        await slow;
        return { text: "Done in time." };
      }),
    );
    emulator.say(ANA, ANA, "/latest");
    await vi.waitFor(() => expect(isRunning).toBe(true));
    const stopped = telegram.stop();
    finish();
    await stopped;
    expect(emulator.posts(ANA).map((each) => each.text)).toEqual(["Done in time."]);
  });

  test("a stop does not wait for a server that hangs", async () => {
    const telegram = await start(createFakeAnswer(), { stopTimeoutMs: 200 });
    emulator.fault({ kind: "hang", times: 100 });
    emulator.say(ANA, ANA, "/latest");
    await telegram.stop();
    await telegram.stop();
    expect(telegram.health()).toBe("Telegram is stopped.");
  });
});

describe("single calls", () => {
  const open = () =>
    createClient({
      token: emulator.token,
      apiUrl: emulator.url,
      lanes: createLanes({ now: () => performance.now(), limits: LANE_LIMITS }),
      log: SILENT_LOG,
      attemptTimeoutMs: 100,
    });

  test("a hanging send is given up in time and is uncertain; a hanging question is asked again", async () => {
    const client = open();
    emulator.say(ANA, ANA, "/latest");
    emulator.fault({ method: "sendMessage", kind: "hang" });
    const failure = await client.call("sendMessage", { chat_id: ANA, text: "Hello" }, "post").catch(toFailure);
    expect(failure).toMatchObject({ kind: "uncertain" });
    emulator.fault({ method: "getChat", kind: "hang" });
    expect(await client.call("getChat", { chat_id: ANA })).toMatchObject({ id: ANA });
    client.stop();
  });

  test("a server that is not there was certainly not reached", async () => {
    const { url } = emulator;
    const client = open();
    await emulator.stop();
    emulator = await startTelegramEmulator();
    expect(url).not.toBe(emulator.url);
    const failure = await client.call("sendMessage", { chat_id: ANA, text: "Hello" }, "post").catch(toFailure);
    expect(failure).toMatchObject({ kind: "not-sent" });
    client.stop();
  });

  test("calls made through a telegraf context are paced and counted like all others", async () => {
    const client = open();
    emulator.say(ANA, ANA, "/latest");
    await client.telegram.sendMessage(ANA, "Hello");
    emulator.fault({ method: "sendMessage", kind: "flood", retryAfter: 1 });
    await client.telegram.sendMessage(ANA, "Hello again");
    expect(emulator.posts(ANA).map((each) => each.text)).toEqual(["Hello", "Hello again"]);
    client.stop();
  });
});
