/** Telegram in trouble at start, polling and stop: refused tokens, second pollers, hanging and missing servers. */

import { describe, expect, test, vi } from "vitest";
import { SILENT_LOG } from "../../src/domain/platform.ts";
import { LANGUAGES } from "../../src/messages/languages.ts";
import { createClient } from "../../src/platforms/telegram/connection/client.ts";
import { toFailure } from "../../src/platforms/telegram/connection/failures.ts";
import { createLanes, LANE_LIMITS } from "../../src/platforms/telegram/posts/lanes.ts";
import { whileCollecting } from "../helpers/collect-garbage.ts";
import { ANA, useBot } from "../helpers/telegram/bot.ts";
import { startTelegramEmulator } from "../helpers/telegram/emulator.ts";
import { COMMANDS, createFakeAnswer } from "../helpers/telegram/fakes.ts";
import { Refusal } from "../helpers/telegram/refusal.ts";
import { WAIT } from "../helpers/wait.ts";

const bot = useBot();

describe("start, polling and stop", () => {
  test("a refused token is told with the setting's name", async () => {
    const telegram = bot.create({ token: "123456:wrong_token_000000" });
    await expect(telegram.start(createFakeAnswer())).rejects.toThrow(/^TELEGRAM_TOKEN: Telegram does not accept/);
    expect(JSON.stringify(bot.log.entries)).not.toContain("wrong_token");
  });

  test("a bot started before the network is answers once it is there", async () => {
    bot.emulator.fault({ method: "getMe", kind: "status", times: 3 });
    await bot.start();
    expect(bot.platform.health()).toMatch(/^Telegram can't be reached: /);
    expect((await bot.emulator.type(ANA, ANA, "/latest")).text).toBe("Did latest.");
    expect(bot.platform.health()).toBeNull();
  });

  test("polling goes on after errors, resets and a second poller", async () => {
    await bot.start();
    bot.emulator.fault({ method: "getUpdates", kind: "status", times: 1 });
    bot.emulator.say(ANA, ANA, "/latest");
    await bot.emulator.until("the first answer", () => bot.emulator.posts(ANA).length === 1);
    const rival = await fetch(`${bot.emulator.url}/bot${bot.emulator.token}/getUpdates?timeout=0`);
    expect(rival.status).toBe(200);
    await bot.emulator.type(ANA, ANA, "/search ferry");
    expect(bot.log.entries.map(([, event]) => event)).toContain("polling_conflict");
    expect(bot.platform.health()).toBeNull();
  });

  test("a token refused while polling ends it with a sentence for the health check", async () => {
    await bot.start();
    bot.emulator.fault({ method: "getUpdates", kind: "refusal", refusal: new Refusal(401, "Unauthorized") });
    bot.emulator.say(ANA, ANA, "/latest");
    await vi.waitFor(() => expect(bot.log.entries.map(([, event]) => event)).toContain("polling_ended"), WAIT);
    expect(bot.platform.health()).toBe("Telegram: Unauthorized");
  });

  test("a bot whose menu is refused answers all the same", async () => {
    bot.emulator.forget("setMyCommands");
    await bot.start();
    expect((await bot.emulator.type(ANA, ANA, "/latest")).text).toBe("Did latest.");
    expect(bot.log.entries.map(([, event]) => event)).toContain("menu_not_set");
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
      await bot.start(createFakeAnswer(), { notes, commands });
      await bot.platform.stop();
    }
    expect(bot.emulator.callsOf("setMyCommands")).toHaveLength(2 * 3 * LANGUAGES.length);
    expect(bot.emulator.world.commands.get("default:")?.map((each) => each.command)).not.toContain("subscribe");
    expect(bot.emulator.world.commands.get("all_private_chats:")?.map((each) => each.command)).toContain("channel");
  });

  test("a stop lets a running command finish", async () => {
    let finish = (): void => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let isRunning = false;
    await bot.start(
      createFakeAnswer(async () => {
        isRunning = true;
        await slow;
        return { text: "Done in time." };
      }),
    );
    bot.emulator.say(ANA, ANA, "/latest");
    await vi.waitFor(() => expect(isRunning).toBe(true), WAIT);
    const stopped = bot.platform.stop();
    finish();
    await stopped;
    expect(bot.emulator.posts(ANA).map((each) => each.text)).toEqual(["Done in time."]);
  });

  test("a stop does not wait for a server that hangs", async () => {
    await bot.start(createFakeAnswer(), { stopTimeoutMs: 200 });
    bot.emulator.fault({ kind: "hang", times: 100 });
    bot.emulator.say(ANA, ANA, "/latest");
    await bot.platform.stop();
    await bot.platform.stop();
    expect(bot.platform.health()).toBe("Telegram is stopped.");
  });
});

describe("single calls", () => {
  const open = (apiUrl = bot.emulator.url) =>
    createClient({
      token: bot.emulator.token,
      apiUrl,
      lanes: createLanes({ now: () => performance.now(), limits: LANE_LIMITS }),
      log: SILENT_LOG,
      attemptTimeoutMs: 100,
    });

  test("a hanging send is given up in time and is uncertain; a hanging question is asked again", async () => {
    const client = open();
    bot.emulator.say(ANA, ANA, "/latest");
    bot.emulator.fault({ method: "sendMessage", kind: "hang" });
    const failure = await client.call("sendMessage", { chat_id: ANA, text: "Hello" }, "post").catch(toFailure);
    expect(failure).toMatchObject({ kind: "uncertain" });
    bot.emulator.fault({ method: "getChat", kind: "hang" });
    expect(await client.call("getChat", { chat_id: ANA })).toMatchObject({ id: ANA });
    client.stop();
  });

  test("a hanging send is given up in time, though memory is cleaned up meanwhile: else its chat waits for ever", async () => {
    const client = open();
    bot.emulator.say(ANA, ANA, "/latest");
    bot.emulator.fault({ method: "sendMessage", kind: "hang" });
    const sent = client.call("sendMessage", { chat_id: ANA, text: "Hello" }, "post").catch(toFailure);
    expect(await whileCollecting(sent)).toMatchObject({ kind: "uncertain" });
    await client.call("sendMessage", { chat_id: ANA, text: "Hello again" }, "post");
    client.stop();
  });

  test("a server that is not there was certainly not reached", async () => {
    const gone = await startTelegramEmulator();
    await gone.stop();
    const client = open(gone.url);
    const failure = await client.call("sendMessage", { chat_id: ANA, text: "Hello" }, "post").catch(toFailure);
    expect(failure).toMatchObject({ kind: "not-sent" });
    client.stop();
  });

  test("calls made through a telegraf context are paced and counted like all others", async () => {
    const client = open();
    bot.emulator.say(ANA, ANA, "/latest");
    await client.telegram.sendMessage(ANA, "Hello");
    bot.emulator.fault({ method: "sendMessage", kind: "flood", retryAfter: 1 });
    await client.telegram.sendMessage(ANA, "Hello again");
    expect(bot.emulator.posts(ANA).map((each) => each.text)).toEqual(["Hello", "Hello again"]);
    client.stop();
  });
});
