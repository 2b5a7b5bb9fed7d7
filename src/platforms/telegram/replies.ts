/** Puts an answer into a chat: sends its messages, or changes one that is there. */

import type { ReplyFile } from "../../domain/post.ts";
import { type Place, toTarget } from "./address.ts";
import type { Client } from "./client.ts";
import { toFailure } from "./failures.ts";
import { readMessageId } from "./incoming.ts";
import type { Message } from "./render-reply.ts";

export interface ReplyPlace {
  readonly place: Place;
  /** The command's message, named in groups so that one sees who is answered. */
  readonly replyTo: number | null;
  /** A message of the bot's own that becomes the first message of the answer. */
  readonly edit: number | null;
}

const toContent = (message: Message): Record<string, unknown> => ({
  text: message.html,
  parse_mode: "HTML",
  link_preview_options: message.preview,
});

/** Resolves with false when the message is not there any more or cannot be changed. */
export async function editMessage(client: Client, place: Place, messageId: number, message: Message): Promise<boolean> {
  try {
    await client.call("editMessageText", {
      chat_id: place.chatId,
      message_id: messageId,
      ...toContent(message),
      reply_markup: { inline_keyboard: message.keyboard },
    });
    return true;
  } catch (error) {
    const { kind } = toFailure(error);
    if (kind === "same") return true;
    if (kind === "refused") return false;
    throw error;
  }
}

/** Resolves with the id of the new message. */
export async function sendMessage(
  client: Client,
  { place, replyTo }: Pick<ReplyPlace, "place" | "replyTo">,
  message: Message,
): Promise<number | null> {
  const result = await client.call("sendMessage", {
    ...toTarget(place),
    ...toContent(message),
    ...(replyTo === null ? {} : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
    ...(message.keyboard.length > 0 ? { reply_markup: { inline_keyboard: message.keyboard } } : {}),
  });
  return readMessageId(result);
}

export async function sendReply(
  client: Client,
  { place, replyTo, edit }: ReplyPlace,
  messages: readonly Message[],
  file: ReplyFile | undefined,
): Promise<void> {
  for (const [index, message] of messages.entries()) {
    const isEdited = index === 0 && edit !== null && (await editMessage(client, place, edit, message));
    if (!isEdited) await sendMessage(client, { place, replyTo: index === 0 ? replyTo : null }, message);
  }
  if (file !== undefined) {
    // Named by file name and bytes: telegraf would take an object with a url for something to download.
    await client.call("sendDocument", {
      ...toTarget(place),
      document: { source: Buffer.from(file.text.toWellFormed(), "utf8"), filename: file.name },
    });
  }
}
