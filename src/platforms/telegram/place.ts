/** Addresses of places on Telegram: `chatId`, or `chatId/threadId` for a forum topic. */

import type { Destination } from "../../domain/subscription.ts";

const ADDRESS_PATTERN = /^(-?[1-9]\d{0,15})(?:\/([1-9]\d{0,15}))?$/;
/** The General topic has this id, and the server refuses it when it is named. */
const GENERAL_THREAD_ID = 1;

export interface Place {
  readonly chatId: number;
  readonly threadId: number | null;
}

/** Null when the address is none of Telegram's. */
export function readPlace(address: string): Place | null {
  const match = ADDRESS_PATTERN.exec(address);
  if (match?.[1] === undefined) return null;
  const threadId = match[2] === undefined ? null : Number(match[2]);
  return { chatId: Number(match[1]), threadId: threadId === GENERAL_THREAD_ID ? null : threadId };
}

export function toDestination({ chatId, threadId }: Place): Destination {
  const isTopic = threadId !== null && threadId !== GENERAL_THREAD_ID;
  return { platform: "telegram", address: isTopic ? `${chatId}/${threadId}` : String(chatId) };
}

/** What a sending method needs to reach the place. */
export function toTarget({ chatId, threadId }: Place): {
  readonly chat_id: number;
  readonly message_thread_id?: number;
} {
  return threadId === null || threadId === GENERAL_THREAD_ID
    ? { chat_id: chatId }
    : { chat_id: chatId, message_thread_id: threadId };
}

/** Supergroups and channels are numbered below this; basic groups and private chats have no links. */
const LINKED_CHAT_ID_MAX = -1_000_000_000_000;

/** For those who are in the chat. */
export function toMessageLink(address: string, messageId: string): string | null {
  const place = readPlace(address);
  if (place === null || place.chatId > LINKED_CHAT_ID_MAX || !/^\d{1,15}$/.test(messageId)) return null;
  const thread = place.threadId === null ? "" : `${place.threadId}/`;
  return `https://t.me/c/${LINKED_CHAT_ID_MAX - place.chatId}/${thread}${messageId}`;
}
