/** Telegram by webhook: updates are posted to us, and only with the secret are they believed. */

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Platform } from "../../src/domain/platform.ts";
import { createTelegram } from "../../src/platforms/telegram/platform.ts";
import { startTelegramEmulator, type TelegramEmulator } from "../helpers/telegram/emulator.ts";
import { COMMANDS, createFakeAnswer, createRecordingLog, type FakeAnswer, NOW } from "../helpers/telegram/fakes.ts";

const ANA = 501;
const SECRET = "a-secret-of-some-length";

let emulator: TelegramEmulator;
let platform: Platform | null;
let url: string;

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

beforeEach(async () => {
  emulator = await startTelegramEmulator();
  platform = null;
});

afterEach(async () => {
  await platform?.stop();
  await emulator.stop();
});

async function start(secretToken = SECRET): Promise<FakeAnswer> {
  const answer = createFakeAnswer();
  const port = await findFreePort();
  url = `http://127.0.0.1:${port}/telegram/updates`;
  platform = createTelegram({
    token: emulator.token,
    apiUrl: emulator.url,
    commands: COMMANDS,
    log: createRecordingLog(),
    clock: () => NOW,
    webhook: { url, port, secretToken },
  });
  await platform.start(answer);
  return answer;
}

test("a command that is posted to us is answered, and nobody polls", async () => {
  await start();
  expect((await emulator.type(ANA, ANA, "/latest")).text).toBe("Did latest.");
  expect(emulator.callsOf("setWebhook")).toHaveLength(1);
  expect(platform?.health()).toBeNull();
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
  emulator.fault({ method: "setWebhook", kind: "status", times: 3 });
  await start();
  expect((await emulator.type(ANA, ANA, "/latest")).text).toBe("Did latest.");
});
