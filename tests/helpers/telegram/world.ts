/** What the emulated server knows: chats, who is in them, messages, and updates not yet fetched. */

import type { HeldFile } from "../sent-file.ts";
import type { Entity } from "./html.ts";
import { badRequest, forbidden, moved, type Refusal } from "./refusal.ts";
import { checkOpened, createGroupPace } from "./strict.ts";

export type ChatType = "private" | "group" | "supergroup" | "channel";
export type Status = "creator" | "administrator" | "member" | "restricted" | "left" | "kicked";

export interface Member {
  readonly status: Status;
  readonly can_post_messages?: boolean;
  readonly is_member?: boolean;
  readonly is_anonymous?: boolean;
  /** Of a restricted member (core.telegram.org/bots/api#chatmemberrestricted). */
  readonly can_send_messages?: boolean;
  readonly can_send_documents?: boolean;
}

export interface Chat {
  readonly id: number;
  readonly type: ChatType;
  readonly title: string | undefined;
  readonly username: string | undefined;
  readonly isForum: boolean;
  readonly members: Map<number, Member>;
  readonly topics: Map<number, { isClosed: boolean }>;
  /** The topic that has no id. */
  isGeneralClosed?: boolean;
  movedTo: number | null;
  /** Every message to it is refused so. */
  refusal: Refusal | null;
}

export interface Button {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
  readonly request_chat?: Readonly<Record<string, unknown>>;
}

export interface StoredMessage {
  readonly message_id: number;
  readonly chat_id: number;
  readonly message_thread_id: number | null;
  readonly date: number;
  readonly isFromBot: boolean;
  /** As a reader sees it, without markup. */
  text: string;
  /** As sent. */
  raw: string;
  entities: readonly Entity[];
  found: readonly Entity[];
  droppedLinks: readonly string[];
  buttons: readonly (readonly Button[])[];
  keyboard: readonly (readonly Button[])[];
  preview: unknown;
  editCount: number;
  readonly isSilent: boolean;
  readonly replyTo: number | null;
  /** The one person who sees it; null when everyone does. */
  readonly onlyFor: number | null;
  readonly file: { readonly fileName: string; readonly text: string } | null;
  /** Address of the picture shown above the text, which is its caption then. */
  readonly photo?: string | null;
  /** One that was sent along instead. */
  readonly picture?: { readonly fileName: string; readonly bytes: Uint8Array } | null;
}

/** A document somebody sent, under the id bots know it by. */
export interface Upload {
  readonly file: HeldFile;
  /** Where it can be fetched, once getFile was asked. */
  readonly path: string;
  isAsked: boolean;
  isGone: boolean;
}

/** What the one who pressed a button sees, and nobody else. */
export interface CallbackAnswer {
  /** Empty when only the spinner ends. */
  readonly text: string;
  /** To be put away by hand; else it vanishes by itself. */
  readonly isAlert: boolean;
}

export const BOT = {
  id: 7_000_000_001,
  is_bot: true,
  first_name: "Pullquote",
  username: "pullquote_bot",
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
} as const;

export interface World {
  readonly chats: Map<number, Chat>;
  readonly messages: StoredMessage[];
  readonly commands: Map<string, readonly { readonly command: string; readonly description: string }[]>;
  /** Callback queries by their ids; null until answered. */
  readonly answers: Map<string, CallbackAnswer | null>;
  readonly inlineAnswers: Map<string, Readonly<Record<string, unknown>>>;
  readonly uploads: Map<string, Upload>;
  /** By who numbers them: see takeMessageId. */
  readonly nextMessageIds: Map<string, number>;
  webhookUrl: string;
  /** Who wrote last in a chat: the one who presses buttons, unless told otherwise. */
  readonly lastWriter: Map<number, number>;
  /** Refuses what is over a group's pace. */
  readonly checkPace: (chat: Chat) => void;
}

export function createWorld(): World {
  return {
    chats: new Map(),
    messages: [],
    commands: new Map(),
    answers: new Map(),
    inlineAnswers: new Map(),
    uploads: new Map(),
    nextMessageIds: new Map(),
    webhookUrl: "",
    lastWriter: new Map(),
    checkPace: createGroupPace(),
  };
}

const FIRST_OF_CHAT = 1_000_000;

/** Channels and supergroups number their own messages, all other chats share the bot's (core.telegram.org/api/channel). */
export function findNextMessageId({ nextMessageIds }: World, { id, type }: Pick<Chat, "id" | "type">): number {
  const isOwn = type === "channel" || type === "supergroup";
  // In truth each begins at 1; apart, so that no test takes one for another.
  const first = isOwn ? (nextMessageIds.size + 1) * FIRST_OF_CHAT : 1;
  return nextMessageIds.get(isOwn ? String(id) : "shared") ?? first;
}

export function takeMessageId(world: World, chat: Pick<Chat, "id" | "type">): number {
  const id = findNextMessageId(world, chat);
  const isOwn = chat.type === "channel" || chat.type === "supergroup";
  world.nextMessageIds.set(isOwn ? String(chat.id) : "shared", id + 1);
  return id;
}

export function findChat(world: World, name: unknown): Chat {
  if (name === undefined || name === "") throw badRequest("chat_id is empty");
  checkOpened(world.chats, name);
  const isUsername = typeof name === "string" && name.startsWith("@");
  const chat = isUsername
    ? [...world.chats.values()].find((each) => each.username?.toLowerCase() === name.slice(1).toLowerCase())
    : world.chats.get(Number(name));
  if (chat === undefined) throw badRequest("chat not found");
  return chat;
}

const KIND: Readonly<Record<ChatType, string>> = {
  private: "private",
  group: "group chat",
  supergroup: "supergroup chat",
  channel: "channel chat",
};

/** Refuses as the server does when the bot may not write there; files are a right of their own. */
export function checkMayWrite(chat: Chat, what: "text messages" | "documents" = "text messages"): void {
  if (chat.movedTo !== null) throw moved(chat.movedTo);
  if (chat.refusal !== null) throw chat.refusal;
  if (chat.type === "private") return;
  const bot = chat.members.get(BOT.id);
  if (bot === undefined || bot.status === "left") throw forbidden(`bot is not a member of the ${KIND[chat.type]}`);
  if (bot.status === "kicked") throw forbidden(`bot was kicked from the ${KIND[chat.type]}`);
  if (chat.type === "channel" && bot.can_post_messages !== true) {
    throw badRequest("need administrator rights in the channel chat");
  }
  const right = what === "documents" ? bot.can_send_documents : bot.can_send_messages;
  if (bot.status === "restricted" && right !== true) throw badRequest(`not enough rights to send ${what} to the chat`);
}

/** The topic a message goes to; the General topic must not be named. */
export function readThread(chat: Chat, value: unknown): number | null {
  if (value === undefined) {
    // core.telegram.org/bots/api#closegeneralforumtopic
    if (chat.isGeneralClosed === true && chat.members.get(BOT.id)?.status !== "administrator")
      throw badRequest("TOPIC_CLOSED");
    return null;
  }
  const topic = chat.topics.get(Number(value));
  if (topic === undefined) throw badRequest("message thread not found");
  if (topic.isClosed) throw badRequest("TOPIC_CLOSED");
  return Number(value);
}

export function toChatObject(chat: Chat): Record<string, unknown> {
  return {
    id: chat.id,
    type: chat.type,
    ...(chat.title === undefined ? {} : { title: chat.title }),
    ...(chat.username === undefined ? {} : { username: chat.username }),
    ...(chat.isForum ? { is_forum: true } : {}),
    ...(chat.type === "private" ? { first_name: "Person" } : {}),
  };
}

export function toMessageObject(world: World, message: StoredMessage): Record<string, unknown> {
  const chat = findChat(world, message.chat_id);
  const isTopic = message.message_thread_id !== null;
  return {
    ...(message.onlyFor === null
      ? { message_id: message.message_id }
      : { message_id: 0, ephemeral_message_id: message.message_id, receiver_user: { id: message.onlyFor } }),
    date: message.date,
    chat: toChatObject(chat),
    ...(message.isFromBot && chat.type !== "channel" ? { from: BOT } : {}),
    ...(chat.type === "channel" ? { sender_chat: toChatObject(chat) } : {}),
    ...(isTopic ? { message_thread_id: message.message_thread_id, is_topic_message: true } : {}),
    ...(message.buttons.length > 0 ? { reply_markup: { inline_keyboard: message.buttons } } : {}),
    ...(message.file === null
      ? { text: message.text, entities: message.entities }
      : { document: { file_id: "f", file_unique_id: "u", file_name: message.file.fileName } }),
  };
}

export const toUser = (userId: number, languageCode = "en") => ({
  id: userId,
  is_bot: false,
  first_name: "Person",
  language_code: languageCode,
});
