/** Telegram by webhook: updates are posted to us, and only with the secret are they believed. */

import { expect, test } from "vitest";
import { findFreePort } from "../helpers/free-port.ts";
import { ANA, useBot } from "../helpers/telegram/bot.ts";
import { createFakeAnswer, type FakeAnswer } from "../helpers/telegram/fakes.ts";

const SECRET = "a-secret-of-some-length";

const bot = useBot();
let url: string;

async function start(secretToken = SECRET): Promise<FakeAnswer> {
  const port = await findFreePort();
  url = `http://127.0.0.1:${port}/telegram/updates`;
  return bot.start(createFakeAnswer(), { webhook: { url, port, secretToken } });
}

test("a command that is posted to us is answered, and nobody polls", async () => {
  await start();
  expect((await bot.emulator.type(ANA, ANA, "/latest")).text).toBe("Did latest.");
  expect(bot.emulator.callsOf("setWebhook")).toHaveLength(1);
  expect(bot.platform.health()).toBeNull();
});

test("without the secret, to another path or by another method nothing is taken", async () => {
  const answer = await start();
  const update = {
    update_id: 1,
    message: {
      message_id: 1,
      date: 1,
      text: "/latest",
      chat: { id: 5, type: "private" },
      from: { id: 5, is_bot: false },
    },
  };
  const post = async (to: string, headers: Record<string, string>, body: string | null = JSON.stringify(update)) =>
    (await fetch(to, { method: body === null ? "GET" : "POST", headers, body })).status;
  const secret = { "x-telegram-bot-api-secret-token": SECRET };
  expect(await post(url, {})).toBe(401);
  expect(await post(url, { "x-telegram-bot-api-secret-token": `${SECRET}x` })).toBe(401);
  expect(await post(`${url}/x`, secret)).toBe(404);
  expect(await post(url, secret, null)).toBe(404);
  expect(await post(url, secret, "{")).toBe(400);
  expect(await post(url, secret, " ".repeat(1_100_000))).toBe(400);
  expect(answer.invocations).toEqual([]);
});

test("a weak secret is refused before anything listens", async () => {
  await expect(start("short")).rejects.toThrow("16 to 256");
});

test("a webhook that could not be set is set again", async () => {
  bot.emulator.fault({ method: "setWebhook", kind: "status", times: 3 });
  await start();
  expect((await bot.emulator.type(ANA, ANA, "/latest")).text).toBe("Did latest.");
});
