/** Puts an answer into a chat: sends its messages, or changes one that is there. */

import type { Reply, ReplyFile, ReplyPicture } from "../../../domain/post.ts";
import type { Say } from "../../../domain/say.ts";
import { sayIn } from "../../../messages/say.ts";
import type { Client, Params } from "../connection/client.ts";
import { toFailure } from "../connection/failures.ts";
import { type Place, toTarget } from "../place.ts";
import { line } from "../posts/markup.ts";
import { CAPTION_LENGTH_MAX } from "../posts/photo.ts";
import { NO_PREVIEW } from "../posts/render.ts";
import { cut, toLine } from "../posts/text-lines.ts";
import { readMessageId } from "./incoming.ts";
import type { Message } from "./render-reply.ts";

const ALERT_LENGTH_MAX = 200;
/** Within the 4,096 of a message. */
const PIECE_LENGTH_MAX = 4_000;
/** The largest list of subscriptions there can be; at the pace of answers it takes a group some minutes. */
const PIECES_MAX = 120;

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

/** A text in pieces of full lines that are no longer than given; a longer line is cut. */
function toPieces(text: string, lengthMax: number): readonly string[] {
  const pieces: string[] = [];
  for (const line of text.match(/[^\n]*\n|[^\n]+/g) ?? []) {
    for (let start = 0; start < line.length; start += lengthMax) {
      const part = line.slice(start, start + lengthMax);
      const last = pieces.at(-1);
      if (last !== undefined && last.length + part.length <= lengthMax) pieces[pieces.length - 1] = last + part;
      else pieces.push(part);
    }
  }
  return pieces;
}

/** As a document; where the chat takes none, as text that can be copied. */
async function sendFile(client: Client, place: Place, file: ReplyFile): Promise<void> {
  const text = file.text.toWellFormed();
  try {
    // Named by file name and bytes: telegraf would take an object with a url for something to download.
    const document = { source: Buffer.from(text, "utf8"), filename: file.name };
    await client.call("sendDocument", { ...toTarget(place), document });
  } catch (error) {
    const { kind } = toFailure(error);
    const pieces = toPieces(text, PIECE_LENGTH_MAX);
    if ((kind !== "refused" && kind !== "forbidden") || pieces.length > PIECES_MAX) throw error;
    for (const [index, piece] of pieces.entries()) {
      const entities = [{ type: "pre", offset: 0, length: piece.length }];
      const isQuiet = index > 0 ? { disable_notification: true } : {};
      await client.call("sendMessage", { ...toTarget(place), text: piece, entities, ...isQuiet });
    }
  }
}

/** What comes with the messages of an answer. */
export type Attached = Pick<Reply, "file" | "picture" | "language">;

/** With what stands on it as its caption, and alone where pictures may not be sent. */
async function sendPicture(
  client: Client,
  target: Omit<ReplyPlace, "edit">,
  messages: readonly Message[],
  { name, bytes, alt }: ReplyPicture,
  say: Say,
): Promise<void> {
  const keyboard = messages.at(-1)?.keyboard ?? [];
  const { place, replyTo } = target;
  try {
    await client.call("sendPhoto", {
      ...toTarget(place),
      // Named by file name and bytes: telegraf would take an object with a url for something to download.
      photo: { source: Buffer.from(bytes), filename: name },
      caption: line(alt, CAPTION_LENGTH_MAX).html,
      parse_mode: "HTML",
      ...(replyTo === null ? {} : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
      ...(keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {}),
    });
  } catch (error) {
    const { kind } = toFailure(error);
    if (kind !== "refused" && kind !== "forbidden") throw error;
    const html = `${line(say("card.noPhotos")).html}\n\n${line(alt, PIECE_LENGTH_MAX / 2).html}`;
    await sendMessage(client, target, { html, preview: NO_PREVIEW, keyboard });
  }
}

export async function sendReply(
  client: Client,
  { edit, ...target }: ReplyPlace,
  messages: readonly Message[],
  { file, picture, language = "en" }: Attached = {},
): Promise<void> {
  if (picture !== undefined) return sendPicture(client, target, messages, picture, sayIn(language));
  for (const [index, message] of messages.entries()) {
    const isEdited = index === 0 && edit !== null && (await editMessage(client, target.place, edit, message));
    if (!isEdited) await sendMessage(client, { ...target, replyTo: index === 0 ? target.replyTo : null }, message);
  }
  if (file !== undefined) await sendFile(client, target.place, file);
}

/** Ends the spinner of a pressed button; with words as an alert that only the one who pressed sees. */
export async function answerCallback(client: Client, callbackId: string, words: string | null): Promise<void> {
  await client.call("answerCallbackQuery", {
    callback_query_id: callbackId,
    ...(words === null ? {} : { text: cut(toLine(words), ALERT_LENGTH_MAX), show_alert: true }),
  });
}
