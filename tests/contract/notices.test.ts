/** What the bot says unasked, on each platform: one message, plain text, known again by its key. */

import { afterEach, expect, test } from "vitest";
import { SILENT_LOG } from "../../src/domain/platform.ts";
import type { Destination } from "../../src/domain/subscription.ts";
import { createTelegram } from "../../src/platforms/telegram/platform.ts";
import { createWeb } from "../../src/platforms/web/platform.ts";
import { startBot, startBotWithChannel } from "../helpers/discord/bot.ts";
import { startTelegramEmulator } from "../helpers/telegram/emulator.ts";
import { COMMANDS, createFakeAnswer } from "../helpers/telegram/fakes.ts";
import { Refusal } from "../helpers/telegram/refusal.ts";

const KEY = "notice-7";
const NOTICE = { text: "Harbor *Wire* <b> @everyone has ended. Nothing more will come from it." };
const MAIN: Destination = { platform: "web", address: "main" };

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

test("on Discord a notice is one plain message that pings nobody", async () => {
  const { emulator, platform, channel, here } = await startBot();
  const result = await platform.say(here, NOTICE, KEY);
  const [message, ...others] = emulator.messages(channel);
  expect(others).toEqual([]);
  expect(result).toEqual({ outcome: "sent", messageId: message?.id });
  expect(message?.content).toContain("has ended");
  expect(message?.content).toContain("Harbor \\*Wire\\*");
  expect(message?.pings).toEqual([]);
  expect(message?.embeds).toEqual([]);
});

test("on Discord a notice said again is known by its key, and is none of a delivery's", async () => {
  const { emulator, platform, channel, here } = await startBot();
  emulator.inject("POST /channels/:channel/messages", { kind: "reset", isStored: true });
  expect(await platform.say(here, NOTICE, KEY)).toMatchObject({ outcome: "retry", isInDoubt: true });
  const again = await platform.say(here, NOTICE, KEY, { firstSentAt: new Date() });
  expect(again).toMatchObject({ outcome: "sent" });
  expect(emulator.messages(channel)).toHaveLength(1);
  await platform.say(here, NOTICE, "notice-8");
  expect(emulator.messages(channel)).toHaveLength(2);
});

test("in a Discord forum a notice is a post of its own, found again by its title", async () => {
  const { emulator, platform, place } = await startBotWithChannel({ type: "forum" });
  emulator.inject("POST /channels/:channel/threads", { kind: "reset", isStored: true });
  expect(await platform.say(place, NOTICE, KEY)).toMatchObject({ outcome: "retry", isInDoubt: true });
  expect(await platform.say(place, NOTICE, KEY, { firstSentAt: new Date() })).toMatchObject({ outcome: "sent" });
  expect(emulator.threads(place.address)).toHaveLength(1);
});

test("where the bot may not write on Discord, a notice waits", async () => {
  const { platform, here, emulator, channel } = await startBot();
  emulator.inject("POST /channels/:channel/messages", { kind: "status", status: 500, times: 4 });
  expect(await platform.say(here, NOTICE, KEY)).toMatchObject({ outcome: "retry" });
  expect(emulator.messages(channel)).toEqual([]);
});

async function startTelegram(inDoubt: "resend" | "skip" = "resend") {
  const emulator = await startTelegramEmulator();
  closers.push(() => emulator.stop());
  const { token, url: apiUrl } = emulator;
  const telegram = createTelegram({
    token,
    apiUrl,
    commands: COMMANDS,
    log: SILENT_LOG,
    clock: () => new Date(),
    inDoubt,
  });
  await telegram.start(createFakeAnswer());
  closers.push(() => telegram.stop());
  await emulator.type(501, 501, "/latest");
  return { emulator, telegram, chat: { platform: "telegram", address: "501" } as const };
}

test("on Telegram a notice is one message, its text escaped", async () => {
  const { emulator, telegram, chat } = await startTelegram();
  const before = emulator.posts(501).length;
  const result = await telegram.say(chat, NOTICE, KEY);
  const said = emulator.posts(501).slice(before);
  expect(said.map((each) => each.text.replaceAll("\u2060", ""))).toEqual([NOTICE.text]);
  expect(result).toEqual({ outcome: "sent", messageId: String(said[0]?.message_id) });
});

test("on Telegram a blocked bot is told that the chat is gone", async () => {
  const { emulator, telegram, chat } = await startTelegram();
  emulator.refuse(501, new Refusal(403, "Forbidden: bot was blocked by the user"));
  expect(await telegram.say(chat, NOTICE, KEY)).toMatchObject({ outcome: "gone" });
});

test("on the page a notice said twice under one key is shown once, also to who comes later", async () => {
  const web = createWeb({
    port: 0,
    commands: COMMANDS,
    log: SILENT_LOG,
    clock: () => new Date("2026-11-20T08:00:00Z"),
  });
  expect(await web.say(MAIN, NOTICE, KEY)).toMatchObject({ outcome: "retry" });
  await web.start(createFakeAnswer());
  closers.push(() => web.stop());
  expect(await web.say(MAIN, NOTICE, KEY)).toEqual({ outcome: "sent", messageId: KEY });
  expect(await web.say(MAIN, NOTICE, KEY)).toEqual({ outcome: "sent", messageId: KEY });
  const response = await fetch(`${web.url()}events?room=main&client=tab`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (!text.includes("event: ready")) text += (await reader?.read())?.value ?? "";
  await reader?.cancel();
  expect(text.match(/event: notice/g)).toHaveLength(1);
  expect(text).toContain(JSON.stringify(NOTICE.text).slice(1, -1));
  expect(await web.say({ platform: "web", address: "No Such Room" }, NOTICE, KEY)).toMatchObject({ outcome: "gone" });
});
