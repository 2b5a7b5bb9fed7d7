/** The Telegram emulator is as strict as the server where mistakes are easily made unseen. */

import { expect, onTestFinished, test } from "vitest";
import { startTelegramEmulator } from "../helpers/telegram/emulator.ts";

const ANA = 501;
const BEN = 502;

async function start() {
  const emulator = await startTelegramEmulator();
  onTestFinished(() => emulator.stop());
  const call = async (method: string, params: object) => {
    const response = await fetch(`${emulator.url}/bot${emulator.token}/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(params),
    });
    return (await response.json()) as { ok: boolean; error_code?: number; description?: string; parameters?: object };
  };
  emulator.say(ANA, ANA, "/start");
  const say = (more: object) => call("sendMessage", { chat_id: ANA, text: "x", ...more });
  return { emulator, call, say };
}

const inline = (button: object) => ({ reply_markup: { inline_keyboard: [[{ text: "Go", ...button }]] } });
const ask = (request: object) => ({
  reply_markup: {
    keyboard: [[{ text: "Choose", request_chat: { request_id: 1, chat_is_channel: true, ...request } }]],
  },
});

test.each([
  ["an answer's reference", { reply_parameters: { message_id: 1 } }, { reply_parameters: { id: 1 } }],
  [
    "a preview's options",
    { link_preview_options: { is_disabled: true } },
    { link_preview_options: { disabled: true } },
  ],
  [
    "an entity",
    { entities: [{ type: "pre", offset: 0, length: 1 }] },
    { entities: [{ type: "pre", start: 0, length: 1 }] },
  ],
  ["a button", inline({ callback_data: "go" }), inline({ callback_data: "go", callback: "go" })],
  ["a keyboard", ask({}), { reply_markup: { keyboard: [[{ text: "x" }]], is_small: true } }],
  ["what a button asks for", ask({ bot_is_member: true }), ask({ bot_member: true })],
])("a field that %s does not have is refused", async (_, good, bad) => {
  const { say } = await start();
  expect(await say(good)).toMatchObject({ ok: true });
  expect(await say(bad)).toMatchObject({ ok: false, error_code: 400 });
});

test.each([
  [{ type: "all_group_chats" }, { type: "all_groups" }],
  [{ type: "chat", chat_id: ANA }, { type: "chat" }],
])("commands have scopes that there are", async (good, bad) => {
  const { call } = await start();
  const set = (scope: object) =>
    call("setMyCommands", { commands: [{ command: "help", description: "Helps." }], scope });
  expect(await set(good)).toMatchObject({ ok: true });
  expect(await set(bad)).toMatchObject({ ok: false, error_code: 400 });
});

test.each([
  [
    { url: "https://bot.example/hook", secret_token: "a_B-9" },
    { url: "https://bot.example/hook", secret_token: "a b" },
  ],
  [{ url: "https://bot.example:8443/hook" }, { url: "https://bot.example:9000/hook" }],
  [{ url: "" }, { url: "http://bot.example/hook" }],
])("a webhook has an address and a secret that the server takes", async (good, bad) => {
  const { call } = await start();
  expect(await call("setWebhook", good)).toMatchObject({ ok: true });
  expect(await call("setWebhook", bad)).toMatchObject({ ok: false, error_code: 400 });
});

const article = (more: object = {}) => ({
  type: "article",
  id: "1",
  title: "Harbor wall",
  input_message_content: { message_text: "x" },
  ...more,
});

test.each([
  [{ results: [article()] }, { results: [article({ title: " " })] }],
  [{ results: [article({ description: "x" })] }, { results: [article({ text: "x" })] }],
  [
    { results: [], cache_time: 0 },
    { results: [], cache_time: "soon" },
  ],
  [
    { results: [], next_offset: "x".repeat(64) },
    { results: [], next_offset: "x".repeat(65) },
  ],
  [
    { results: [], button: { text: "x", start_parameter: "a-1" } },
    { results: [], button: { text: "x", start_parameter: "a b" } },
  ],
])("an inline answer has what the server takes", async (good, bad) => {
  const { call } = await start();
  const answer = (params: object) => call("answerInlineQuery", { inline_query_id: "inline1", ...params });
  expect(await answer(good)).toMatchObject({ ok: true });
  expect(await answer(bad)).toMatchObject({ ok: false, error_code: 400 });
});

test("a group takes twenty messages a minute, and a private chat more", async () => {
  const { emulator, call, say } = await start();
  const group = emulator.addChat({ type: "supergroup" });
  const sayThere = () => call("sendMessage", { chat_id: group, text: "x" });
  for (let count = 0; count < 20; count += 1) expect(await sayThere()).toMatchObject({ ok: true });
  expect(await sayThere()).toMatchObject({ error_code: 429, parameters: { retry_after: expect.any(Number) } });
  for (let count = 0; count < 21; count += 1) expect(await say({})).toMatchObject({ ok: true });
});

test("who never opened a chat with the bot gets nothing from it", async () => {
  const { emulator, call } = await start();
  emulator.addChat({ type: "supergroup", members: { [BEN]: { status: "member" } } });
  expect(await call("sendMessage", { chat_id: BEN, text: "x" })).toMatchObject({
    error_code: 403,
    description: "Forbidden: bot can't initiate conversation with a user",
  });
  expect(await call("sendMessage", { chat_id: 9_999, text: "x" })).toMatchObject({ error_code: 400 });
});

test("files are a right apart from texts", async () => {
  const { emulator, call } = await start();
  const group = emulator.addChat({ type: "supergroup", bot: { status: "restricted", can_send_messages: true } });
  expect(await call("sendMessage", { chat_id: group, text: "x" })).toMatchObject({ ok: true });
  expect(await call("sendDocument", { chat_id: group, document: { fileName: "a.txt", text: "x" } })).toMatchObject({
    description: "Bad Request: not enough rights to send documents to the chat",
  });
});

test("General may be closed like any topic, but not for administrators", async () => {
  const { emulator, call } = await start();
  const forum = emulator.addChat({ type: "supergroup", isForum: true });
  emulator.closeTopic(forum, null);
  expect(await call("sendMessage", { chat_id: forum, text: "x" })).toMatchObject({
    description: "Bad Request: TOPIC_CLOSED",
  });
  emulator.setBot(forum, { status: "administrator" });
  expect(await call("sendMessage", { chat_id: forum, text: "x" })).toMatchObject({ ok: true });
});
