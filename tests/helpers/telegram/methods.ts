/** The Bot API methods the emulator knows, each strict about its parameters and limits. */

import { lookAtPicture } from "../../../src/net/picture-bytes.ts";
import type { Params } from "./body.ts";
import { getFile } from "./files.ts";
import { badRequest, noMethod } from "./refusal.ts";
import { serveRich } from "./rich.ts";
import { checkInlineAnswer, checkNested, checkScope } from "./strict.ts";
import { type ServedText, serveText } from "./text.ts";
import {
  BOT,
  type Button,
  checkMayWrite,
  findChat,
  readThread,
  type StoredMessage,
  takeMessageId,
  toChatObject,
  toMessageObject,
  type World,
} from "./world.ts";

const DELIVERY = [
  "chat_id",
  "message_thread_id",
  "disable_notification",
  "protect_content",
  "reply_parameters",
  "reply_markup",
];
const CONTENT = ["text", "parse_mode", "entities", "link_preview_options"];

/** Parameters known; anything else is a mistake of ours that the real server would pass over in silence. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  getMe: [],
  getFile: ["file_id"],
  getChat: ["chat_id"],
  getChatMember: ["chat_id", "user_id"],
  getMyCommands: ["scope", "language_code"],
  setMyCommands: ["commands", "scope", "language_code"],
  deleteMyCommands: ["scope", "language_code"],
  sendMessage: [...DELIVERY, ...CONTENT, "ephemeral_message_parameters"],
  sendRichMessage: [...DELIVERY, "rich_message", "ephemeral_message_parameters"],
  sendPhoto: [...DELIVERY, "photo", "caption", "parse_mode"],
  editMessageCaption: ["chat_id", "message_id", "caption", "parse_mode", "reply_markup"],
  sendDocument: [...DELIVERY, "document", "caption", "parse_mode"],
  sendChatAction: ["chat_id", "message_thread_id", "action"],
  editMessageText: ["chat_id", "message_id", "inline_message_id", "reply_markup", "rich_message", ...CONTENT],
  editEphemeralMessageText: ["chat_id", "receiver_user_id", "ephemeral_message_id", "reply_markup", ...CONTENT],
  deleteMessage: ["chat_id", "message_id"],
  answerCallbackQuery: ["callback_query_id", "text", "show_alert", "url", "cache_time"],
  answerInlineQuery: ["inline_query_id", "results", "cache_time", "is_personal", "next_offset", "button"],
  leaveChat: ["chat_id"],
};

type Markup = { readonly inline_keyboard?: unknown; readonly keyboard?: unknown };

function readMarkup(value: unknown): { readonly buttons: Button[][]; readonly keyboard: Button[][] } {
  const markup = (typeof value === "string" ? JSON.parse(value) : (value ?? {})) as Markup;
  const buttons = (markup.inline_keyboard ?? []) as Button[][];
  for (const button of buttons.flat()) {
    if (typeof button.text !== "string" || button.text.trim() === "")
      throw badRequest("inline keyboard button text is empty");
    const kinds = Object.keys(button).filter((key) => key !== "text");
    if (kinds.length !== 1) throw badRequest("can't parse inline keyboard button: exactly one kind expected");
    const data = button.callback_data;
    if (data !== undefined && (data === "" || Buffer.byteLength(data, "utf8") > 64))
      throw badRequest("BUTTON_DATA_INVALID");
    if (button.url !== undefined && !/^(?:https?|tg):\/\/[^\s/]*\./i.test(button.url)) {
      throw badRequest("inline keyboard button URL is invalid: wrong HTTP URL");
    }
    const payload = /^https:\/\/t\.me\/\w+\?start=(.*)$/.exec(button.url ?? "")?.[1];
    // The server takes any; the app hands over no other.
    if (payload !== undefined && !/^[A-Za-z0-9_-]{1,64}$/.test(payload)) {
      throw badRequest("emulator: a start parameter has 1 to 64 of A-Z, a-z, 0-9, _ and -");
    }
  }
  if (buttons.some((row) => row.length > 8)) throw badRequest("emulator: apps show at most 8 buttons in a row");
  if (buttons.flat().length > 100) throw badRequest("reply markup is too long");
  return { buttons, keyboard: (markup.keyboard ?? []) as Button[][] };
}

function readReplyTo(world: World, chatId: number, value: unknown): number | null {
  if (value === undefined) return null;
  const { message_id: id, allow_sending_without_reply: isOptional } = value as Record<string, unknown>;
  const isThere = world.messages.some((each) => each.chat_id === chatId && each.message_id === id);
  if (!isThere && isOptional !== true) throw badRequest("message to be replied not found");
  return isThere ? Number(id) : null;
}

function readOnlyFor(type: string, value: unknown): number | null {
  if (value === undefined) return null;
  if (type !== "group" && type !== "supergroup") throw badRequest("ephemeral messages can't be sent to the chat");
  return Number((value as Params)["receiver_user_id"]);
}

const CAPTION_LENGTH_MAX = 1024;

function serveCaption(params: Params): ServedText {
  const served = serveText(params["caption"], params["parse_mode"]);
  if (served.text.length > CAPTION_LENGTH_MAX) throw badRequest("message caption is too long");
  return served;
}

const PHOTO_BYTES_MAX = 10_000_000;

/** A picture sent along: of a kind and size that the server takes. */
function readSentPicture({ photo }: Params): NonNullable<StoredMessage["picture"]> | null {
  if (typeof photo !== "object" || photo === null) return null;
  const { fileName, bytes } = photo as { readonly fileName: string; readonly bytes?: Buffer };
  const look = bytes === undefined ? null : lookAtPicture(bytes);
  if (bytes === undefined || look === null) throw badRequest("IMAGE_PROCESS_FAILED");
  const { width, height } = look;
  const isOdd = width + height > 10_000 || Math.max(width / height, height / width) > 20;
  if (isOdd || bytes.length > PHOTO_BYTES_MAX) throw badRequest("PHOTO_INVALID_DIMENSIONS");
  return { fileName, bytes };
}

function readPhoto({ photo }: Params): string | null {
  if (photo === undefined || typeof photo === "object") return null;
  if (typeof photo !== "string" || !/^https?:\/\/[^\s/]+\./.test(photo)) {
    throw badRequest("wrong remote file identifier specified: Wrong string length");
  }
  if (photo.includes("gone")) throw badRequest("failed to get HTTP URL content");
  return photo;
}

/** The words of a message, whichever form they came in. */
function serve(params: Params): ServedText {
  if ("caption" in params) return serveCaption(params);
  const rich = params["rich_message"];
  return rich === undefined ? serveText(params["text"], params["parse_mode"]) : serveRich(rich);
}

function send(world: World, params: Params): StoredMessage {
  const chat = findChat(world, params["chat_id"]);
  const file = params["document"] as StoredMessage["file"] | undefined;
  checkMayWrite(chat, file === undefined ? "text messages" : "documents");
  const threadId = readThread(chat, params["message_thread_id"]);
  const served = file === undefined ? serve(params) : null;
  const message: StoredMessage = {
    message_id: takeMessageId(world, chat),
    chat_id: chat.id,
    message_thread_id: threadId,
    date: Math.floor(Date.now() / 1000),
    isFromBot: true,
    text: served?.text ?? "",
    raw: String(params["text"] ?? params["caption"] ?? ""),
    entities: served?.entities ?? [],
    found: served?.found ?? [],
    droppedLinks: served?.droppedLinks ?? [],
    ...readMarkup(params["reply_markup"]),
    preview: params["link_preview_options"] ?? null,
    editCount: 0,
    isSilent: params["disable_notification"] === true,
    replyTo: readReplyTo(world, chat.id, params["reply_parameters"]),
    onlyFor: readOnlyFor(chat.type, params["ephemeral_message_parameters"]),
    file: file ?? null,
    photo: readPhoto(params),
    picture: readSentPicture(params),
  };
  world.checkPace(chat);
  world.messages.push(message);
  return message;
}

function edit(world: World, params: Params): StoredMessage {
  const chat = findChat(world, params["chat_id"]);
  checkMayWrite(chat);
  const reader = params["receiver_user_id"] === undefined ? null : Number(params["receiver_user_id"]);
  const id = Number(reader === null ? params["message_id"] : params["ephemeral_message_id"]);
  const message = world.messages.find(
    (each) => each.chat_id === chat.id && each.message_id === id && each.onlyFor === reader,
  );
  if (message === undefined) throw badRequest("message to edit not found");
  if (!message.isFromBot) throw badRequest("message can't be edited");
  const isCaption = "caption" in params;
  const isPhoto = (message.photo ?? null) !== null;
  if (isCaption !== isPhoto) throw badRequest(`there is no ${isCaption ? "caption" : "text"} in the message to edit`);
  const served = serve(params);
  const { buttons } = readMarkup(params["reply_markup"]);
  const isSame =
    JSON.stringify([served.text, served.entities, buttons]) ===
    JSON.stringify([message.text, message.entities, message.buttons]);
  if (isSame) {
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  }
  Object.assign(message, {
    ...served,
    buttons,
    raw: String(params["text"] ?? params["caption"] ?? ""),
    editCount: message.editCount + 1,
  });
  return message;
}

function setCommands(world: World, params: Params): true {
  const commands = params["commands"] as { command: string; description: string }[];
  if (!Array.isArray(commands) || commands.length > 100)
    throw badRequest("expected an Array of BotCommand, at most 100");
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
    if (description.length < 1 || description.length > 256) throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
  }
  checkScope(params["scope"]);
  const scope = (params["scope"] ?? { type: "default" }) as { type: string };
  world.commands.set(`${scope.type}:${String(params["language_code"] ?? "")}`, commands);
  return true;
}

function getMember(world: World, params: Params): Record<string, unknown> {
  const chat = findChat(world, params["chat_id"]);
  const userId = Number(params["user_id"]);
  const bot = chat.members.get(BOT.id);
  const isBotInside =
    chat.type === "private" || (bot !== undefined && bot.status !== "left" && bot.status !== "kicked");
  if (!isBotInside) throw badRequest("chat not found");
  if (chat.type === "channel" && bot?.status !== "administrator" && userId !== BOT.id) {
    throw badRequest("member list is inaccessible");
  }
  const member = chat.members.get(userId) ?? { status: "left" };
  return { ...member, user: userId === BOT.id ? BOT : { id: userId, is_bot: false, first_name: "Person" } };
}

function answerInline(world: World, params: Params): true {
  const results = params["results"] as { id: string; input_message_content: Params }[];
  if (!Array.isArray(results) || results.length > 50) throw badRequest("RESULTS_TOO_MUCH");
  checkInlineAnswer(params);
  const ids = new Set<string>();
  for (const { id, input_message_content: content } of results) {
    if (id.length < 1 || Buffer.byteLength(id) > 64) throw badRequest("RESULT_ID_INVALID");
    if (ids.has(id)) throw badRequest("RESULT_ID_DUPLICATE");
    ids.add(id);
    serveText(content["message_text"], content["parse_mode"]);
  }
  world.inlineAnswers.set(String(params["inline_query_id"]), params);
  return true;
}

function answerCallback(world: World, params: Params): true {
  const id = String(params["callback_query_id"]);
  if (!world.answers.has(id)) {
    throw badRequest("query is too old and response timeout expired or query ID is invalid");
  }
  const text = typeof params["text"] === "string" ? params["text"] : "";
  if ([...text].length > 200) throw badRequest("MESSAGE_TOO_LONG");
  if (world.answers.get(id) !== null) throw badRequest("emulator: a callback query is answered once");
  world.answers.set(id, { text, isAlert: params["show_alert"] === true });
  return true;
}

/** Runs one method against the world. Throws a Refusal as the server would answer. */
export function runMethod(world: World, method: string, params: Params): unknown {
  const known = KNOWN[method];
  if (known === undefined) throw noMethod();
  const unknown = Object.keys(params).find((name) => params[name] !== undefined && !known.includes(name));
  if (unknown !== undefined) throw badRequest(`emulator: ${method} has no parameter ${unknown}`);
  checkNested(params);
  switch (method) {
    case "getMe":
      return BOT;
    case "getFile":
      return getFile(world, params["file_id"]);
    case "getChat":
      return toChatObject(findChat(world, params["chat_id"]));
    case "getChatMember":
      return getMember(world, params);
    case "setMyCommands":
      return setCommands(world, params);
    case "getMyCommands":
      return world.commands.get(`${(params["scope"] as { type?: string } | undefined)?.type ?? "default"}:`) ?? [];
    case "sendMessage":
    case "sendRichMessage":
    case "sendDocument":
    case "sendPhoto":
      return toMessageObject(world, send(world, params));
    case "editEphemeralMessageText":
      edit(world, params);
      return true;
    case "editMessageText":
    case "editMessageCaption":
      return toMessageObject(world, edit(world, params));
    case "sendChatAction":
      checkMayWrite(findChat(world, params["chat_id"]));
      return true;
    case "answerCallbackQuery":
      return answerCallback(world, params);
    case "answerInlineQuery":
      return answerInline(world, params);
    default:
      findChat(world, params["chat_id"]);
      return true;
  }
}
