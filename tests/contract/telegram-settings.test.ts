/** What is set in the environment reaches Telegram: webhook, rich posts, answers only the asker sees; and the doctor looks. */

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { readSettings } from "../../src/app/read-settings.ts";
import { checkWebhook } from "../../src/cli/doctor.ts";
import { toDeliveryId } from "../../src/domain/id.ts";
import { type Platform, SILENT_LOG } from "../../src/domain/platform.ts";
import { NO_FILES } from "../../src/domain/sent-file.ts";
import { createPlatforms } from "../../src/platforms/index.ts";
import { findFreePort } from "../helpers/free-port.ts";
import { ANA, useBot } from "../helpers/telegram/bot.ts";
import { buildPost, COMMANDS, createFakeAnswer, NOW } from "../helpers/telegram/fakes.ts";

const SECRET = "a-secret-of-some-length";

const bot = useBot();

/** Starts Telegram as app.ts does, from an environment. */
async function start(environment: Readonly<Record<string, string>>, answer = createFakeAnswer()): Promise<Platform> {
  const settings = readSettings({
    TELEGRAM_TOKEN: bot.emulator.token,
    TELEGRAM_API_URL: bot.emulator.url,
    WEB: "off",
    ...environment,
  });
  const kept = new Map<string, string>();
  const platforms = await createPlatforms(settings, {
    commands: COMMANDS,
    log: SILENT_LOG,
    clock: () => NOW,
    notes: { get: async (name) => kept.get(name) ?? null, set: async (name, value) => void kept.set(name, value) },
    metrics: async () => "",
    recall: async () => [],
    fetchFile: NO_FILES,
  });
  const telegram = platforms.get("telegram");
  if (telegram === undefined) throw new Error("Telegram is not among the platforms.");
  onTestFinished(() => telegram.stop());
  await telegram.start(answer);
  return telegram;
}

async function toWebhook(): Promise<Readonly<Record<string, string>>> {
  const port = await findFreePort();
  return {
    TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`,
    TELEGRAM_WEBHOOK_PORT: String(port),
    TELEGRAM_WEBHOOK_SECRET: SECRET,
  };
}

test("with a webhook set nobody polls, and Telegram is told the address and the secret", async () => {
  const environment = await toWebhook();
  await start(environment);
  expect((await bot.emulator.type(ANA, ANA, "/latest")).text).toBe("Did latest.");
  expect(bot.emulator.callsOf("setWebhook")[0]?.params).toMatchObject({
    url: environment["TELEGRAM_WEBHOOK_URL"],
    secret_token: SECRET,
  });
  expect(bot.emulator.callsOf("getUpdates")).toEqual([]);
});

test("the doctor sees whether what is posted to the webhook arrives", async () => {
  const environment = await toWebhook();
  await start(environment);
  const url = environment["TELEGRAM_WEBHOOK_URL"] ?? "";
  expect(await checkWebhook(url)).toBe("what is posted there reaches the bot.");
  await expect(checkWebhook(`${url}/elsewhere`)).rejects.toThrow("TELEGRAM_WEBHOOK_URL answers 404");
});

test("a port that is taken is named with its setting", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const { port } = taken.address() as AddressInfo;
  const environment = { ...(await toWebhook()), TELEGRAM_WEBHOOK_PORT: String(port) };
  await expect(start(environment)).rejects.toThrow(`TELEGRAM_WEBHOOK_PORT: port ${port} cannot be used: taken`);
  await new Promise((resolve) => taken.close(resolve));
});

test.each([
  ["off", "sendMessage"],
  ["on", "sendRichMessage"],
])("with rich posts %s a post is sent by %s", async (value, method) => {
  const telegram = await start({ TELEGRAM_RICH_POSTS: value });
  const destination = { platform: "telegram", address: String(ANA) } as const;
  await bot.emulator.type(ANA, ANA, "/latest");
  const before = bot.emulator.callsOf(method).length;
  const result = await telegram.send(destination, buildPost(), toDeliveryId(1));
  expect(result.outcome).toBe("sent");
  expect(bot.emulator.callsOf(method)).toHaveLength(before + 1);
});

test.each([
  ["off", null],
  ["on", ANA],
])("with ephemeral replies %s a private answer in a group is for %s", async (value, onlyFor) => {
  await start(
    { TELEGRAM_EPHEMERAL_REPLIES: value },
    createFakeAnswer(() => ({ text: "Found.", isPrivate: true })),
  );
  const chatId = bot.emulator.addChat({ type: "supergroup" });
  expect((await bot.emulator.type(chatId, ANA, "/search ferry")).onlyFor).toBe(onlyFor);
});
