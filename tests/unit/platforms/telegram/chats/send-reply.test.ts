/** A file that the chat refuses comes as text: what was asked for is there either way. */

import { TelegramError } from "telegraf";
import { expect, test } from "vitest";
import { sendReply } from "../../../../../src/platforms/telegram/chats/send-reply.ts";
import type { Client, Params } from "../../../../../src/platforms/telegram/connection/client.ts";

const PLACE = { place: { chatId: 7, threadId: null }, replyTo: null, edit: null, onlyFor: null };

/** A chat that answers documents so, and keeps the texts it is sent. */
function createChat(refusal: TelegramError) {
  const texts: string[] = [];
  const call = async (method: string, params: Params): Promise<unknown> => {
    if (method === "sendDocument") throw refusal;
    texts.push(String(params["text"]));
    return { message_id: texts.length };
  };
  return { texts, client: { call } as unknown as Client };
}

const forbidden = new TelegramError({
  error_code: 400,
  description: "Bad Request: not enough rights to send documents to the chat",
});

test.each([10, 400])("where files are refused an export of %i lines comes as text, whole", async (lines) => {
  const text = Array.from({ length: lines }, (_, index) => `  "feed ${index}": "Harbor Wire of Port Halden",\n`).join(
    "",
  );
  const { texts, client } = createChat(forbidden);
  await sendReply(client, PLACE, [], { name: "export.json", contentType: "application/json", text });
  expect(texts.join("")).toBe(text);
  expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(4_096);
});

test("a server that fails is no refusal: the failure is told as such", async () => {
  const { texts, client } = createChat(new TelegramError({ error_code: 502, description: "Bad Gateway" }));
  await expect(
    sendReply(client, PLACE, [], { name: "export.json", contentType: "application/json", text: "{}" }),
  ).rejects.toThrow("Bad Gateway");
  expect(texts).toEqual([]);
});
