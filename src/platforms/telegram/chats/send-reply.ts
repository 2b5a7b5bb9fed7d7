/** Puts an answer into a chat: sends its messages, or changes one that is there. */

import type { ReplyFile } from "../../../domain/post.ts";
import type { Client, Params } from "../connection/client.ts";
import { toFailure } from "../connection/failures.ts";
import { type Place, toTarget } from "../place.ts";
import { cut, toLine } from "../posts/text-lines.ts";
import { readMessageId } from "./incoming.ts";
import type { Message } from "./render-reply.ts";

const ALERT_LENGTH_MAX = 200;

/** The one person in a group who sees an answer. */
export interface Reader {
  readonly userId: number;
  /** The press that is answered, null for a command. */
  readonly callbackId: string | null;
}

/** A message of the bot's own; one that a single person sees has an id of another kind. */
export type OwnMessage =
  | { readonly kind: "shown"; readonly messageId: number }
  | { readonly kind: "ephemeral"; readonly ephemeralId: number; readonly userId: number };

export interface ReplyPlace {
  readonly place: Place;
  /** The command's message, named in groups so that one sees who is answered. */
  readonly replyTo: number | null;
  /** Becomes the first message of the answer. */
  readonly edit: OwnMessage | null;
  /** Null shows the answer to everyone in the chat. */
  readonly onlyFor: Reader | null;
}

const toContent = (message: Message): Params => ({
  text: message.html,
  parse_mode: "HTML",
  link_preview_options: message.preview,
});

/** Resolves with false when the message is not there any more or cannot be changed. */
export async function editMessage(client: Client, place: Place, own: OwnMessage, message: Message): Promise<boolean> {
  const target =
    own.kind === "shown"
      ? { chat_id: place.chatId, message_id: own.messageId }
      : { chat_id: place.chatId, receiver_user_id: own.userId, ephemeral_message_id: own.ephemeralId };
  try {
    await client.call(own.kind === "shown" ? "editMessageText" : "editEphemeralMessageText", {
      ...target,
      ...toContent(message),
      reply_markup: { inline_keyboard: message.keyboard },
    });
    return true;
  } catch (error) {
    const { kind } = toFailure(error);
    if (kind === "same") return true;
    if (kind === "refused" || kind === "unknown-method") return false;
    throw error;
  }
}

function toReader({ userId, callbackId }: Reader): Params {
  return {
    ephemeral_message_parameters: {
      receiver_user_id: userId,
      ...(callbackId === null ? {} : { callback_query_id: callbackId }),
    },
  };
}

/** Resolves with the id of the new message. A server that cannot show it to one person alone shows it to all. */
export async function sendMessage(
  client: Client,
  { place, replyTo, onlyFor }: Omit<ReplyPlace, "edit">,
  message: Message,
): Promise<number | null> {
  const params = {
    ...toTarget(place),
    ...toContent(message),
    ...(replyTo === null ? {} : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
    ...(message.keyboard.length > 0 ? { reply_markup: { inline_keyboard: message.keyboard } } : {}),
  };
  if (onlyFor !== null) {
    try {
      return readMessageId(await client.call("sendMessage", { ...params, ...toReader(onlyFor) }));
    } catch (error) {
      if (toFailure(error).kind !== "refused") throw error;
    }
  }
  return readMessageId(await client.call("sendMessage", params));
}

export async function sendReply(
  client: Client,
  { edit, ...target }: ReplyPlace,
  messages: readonly Message[],
  file: ReplyFile | undefined,
): Promise<void> {
  for (const [index, message] of messages.entries()) {
    const isEdited = index === 0 && edit !== null && (await editMessage(client, target.place, edit, message));
    if (!isEdited) await sendMessage(client, { ...target, replyTo: index === 0 ? target.replyTo : null }, message);
  }
  if (file !== undefined) {
    // Named by file name and bytes: telegraf would take an object with a url for something to download.
    await client.call("sendDocument", {
      ...toTarget(target.place),
      document: { source: Buffer.from(file.text.toWellFormed(), "utf8"), filename: file.name },
    });
  }
}

/** Ends the spinner of a pressed button; with words as an alert that only the one who pressed sees. */
export async function answerCallback(client: Client, callbackId: string, words: string | null): Promise<void> {
  await client.call("answerCallbackQuery", {
    callback_query_id: callbackId,
    ...(words === null ? {} : { text: cut(toLine(words), ALERT_LENGTH_MAX), show_alert: true }),
  });
}
