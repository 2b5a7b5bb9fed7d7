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
    if (method === "sendDocument" || method === "sendPhoto") throw refusal;
    texts.push(String(params["text"]));
    return { message_id: texts.length };
  };
  return { texts, client: { call } as unknown as Client };
}

const forbidden = new TelegramError({
  error_code: 400,
  description: "Bad Request: not enough rights to send documents to the chat",
});

test.each([10, 400, 6_000])("where files are refused an export of %i lines comes as text, whole", async (lines) => {
  const text = Array.from({ length: lines }, (_, index) => `  "feed ${index}": "Harbor Wire of Port Halden",\n`).join(
    "",
  );
  const { texts, client } = createChat(forbidden);
  await sendReply(client, PLACE, [], { file: { name: "export.json", contentType: "application/json", text } });
  expect(texts.join("")).toBe(text);
  expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(4_096);
});

test("a server that fails is no refusal: the failure is told as such", async () => {
  const { texts, client } = createChat(new TelegramError({ error_code: 502, description: "Bad Gateway" }));
  await expect(
    sendReply(client, PLACE, [], { file: { name: "export.json", contentType: "application/json", text: "{}" } }),
  ).rejects.toThrow("Bad Gateway");
  expect(texts).toEqual([]);
});

const PICTURE = {
  name: "quote-7.png",
  bytes: new Uint8Array(8),
  width: 1200,
  height: 675,
  alt: "“We sail <at> dawn.” — Adaeze Moreau (The Harbor Wire, 29 Nov 2026)",
  path: "/card/7/0a1b2c3d-light.png",
};

test("where pictures may not be sent, what stands on the card comes as text, and who can mend it is told", async () => {
  const refusal = new TelegramError({
    error_code: 400,
    description: "Bad Request: not enough rights to send photos to the chat",
  });
  const { texts, client } = createChat(refusal);
  await sendReply(client, PLACE, [], { picture: PICTURE });
  expect(texts).toHaveLength(1);
  expect(texts[0]).toContain("An administrator can allow them");
  expect(texts[0]).toContain("“We sail &lt;at&gt; dawn.” — Adaeze Moreau");
});

test("a picture goes with what stands on it as its caption, within Telegram's limit, and the answer's buttons", async () => {
  const sent: Params[] = [];
  const call = async (method: string, params: Params): Promise<unknown> => {
    sent.push({ method, ...params });
    return { message_id: 1 };
  };
  const keyboard = [[{ text: "Dark", callback_data: "v1:card:show:7:0a1b2c3d:dark" }]];
  const messages = [{ html: "Ferry stops", preview: { is_disabled: true as const }, keyboard }];
  const long = { ...PICTURE, alt: `“${"We sail at dawn. ".repeat(100)}”` };
  await sendReply({ call } as unknown as Client, PLACE, messages, { picture: long });
  expect(sent.map(({ method }) => method)).toEqual(["sendPhoto"]);
  expect(String(sent[0]?.["caption"]).length).toBeLessThanOrEqual(1_024);
  expect(sent[0]?.["reply_markup"]).toEqual({ inline_keyboard: keyboard });
});
