/** What becomes of the bot in chats: added, removed, blocked, and groups that get a new id. */

import { createBoundedMap } from "../../../domain/bounded-map.ts";
import type { Answer, Log } from "../../../domain/platform.ts";
import { findLanguage } from "../../../messages/languages.ts";
import { sayIn } from "../../../messages/say.ts";
import type { Client } from "../connection/client.ts";
import { toFailure } from "../connection/failures.ts";
import { toDestination } from "../place.ts";
import type { IncomingChat, IncomingMembership, IncomingMessage, Member } from "./incoming.ts";
import type { Rights } from "./rights.ts";

const MOVES_KEPT_MAX = 1_000;
const GREET_AFTER_MS = 1_500;
const OUTSIDE = new Set(["left", "kicked"]);

export interface MembershipDependencies {
  readonly client: Client;
  readonly answer: Answer;
  readonly rights: Rights;
  readonly log: Log;
  /** A group that became a supergroup says so a moment after the bot was "added" to it. */
  readonly greetAfterMs?: number;
}

export interface Membership {
  onChange(change: IncomingMembership): Promise<void>;
  /** A topic was closed and takes messages again. */
  onReopened(message: IncomingMessage): Promise<void>;
  /** Handles the service messages of a group that became a supergroup; false for any other message. */
  onMigration(message: IncomingMessage): Promise<boolean>;
  /** Told once per move, whoever noticed it first. */
  move(fromChatId: number, toChatId: number): Promise<void>;
}

const isOutside = (member: IncomingMembership["new_chat_member"]): boolean =>
  OUTSIDE.has(member.status) || (member.status === "restricted" && member.is_member === false);

/** In a channel only the right to post makes a difference; without it nothing can be sent. */
const isWelcome = (chat: IncomingChat, member: Member): boolean =>
  chat.type === "channel" ? member.status === "administrator" && member.can_post_messages === true : !isOutside(member);

/** A restricted member may write all the same, unless that is what was taken. */
const maySend = (chat: IncomingChat, member: Member): boolean =>
  isWelcome(chat, member) && !(member.status === "restricted" && member.can_send_messages !== true);

export function createMembership({
  client,
  answer,
  rights,
  log,
  greetAfterMs = GREET_AFTER_MS,
}: MembershipDependencies): Membership {
  const moves = createBoundedMap<string, true>(MOVES_KEPT_MAX);
  /** Supergroups that were groups before. */
  const arrived = createBoundedMap<number, true>(MOVES_KEPT_MAX);

  async function greet({ chat, from }: IncomingMembership): Promise<void> {
    if (chat.type === "private") return;
    // A channel's readers need no greeting: the person who added the bot gets it, if they ever wrote to it.
    const isChannel = chat.type === "channel";
    const name = chat.username === undefined ? String(chat.id) : `@${chat.username}`;
    const place = toDestination({ chatId: chat.id, threadId: null });
    // A group is greeted as a whole.
    const locale = isChannel ? (from.language_code ?? null) : null;
    const say = sayIn((await answer.chooseLanguage?.(place, locale)) ?? findLanguage(locale) ?? "en");
    const text = isChannel
      ? say("telegram.welcomeChannel", { command: `/subscribe ${name} everything` })
      : say("telegram.welcomeGroup");
    try {
      await client.call("sendMessage", { chat_id: isChannel ? from.id : chat.id, text });
    } catch (error) {
      log.info({ platform: "telegram", reason: toFailure(error).reason }, "greeting_not_sent");
    }
  }

  async function move(fromChatId: number, toChatId: number): Promise<void> {
    const key = `${fromChatId}>${toChatId}`;
    if (fromChatId === toChatId || moves.has(key)) return;
    moves.set(key, true);
    arrived.set(toChatId, true);
    rights.forget(fromChatId);
    const place = (chatId: number) => toDestination({ chatId, threadId: null });
    await answer.moved(place(fromChatId), place(toChatId));
  }

  return {
    move,

    async onChange(change) {
      const { chat, old_chat_member: before, new_chat_member: after } = change;
      rights.forget(chat.id);
      if (isOutside(after)) {
        await answer.left([toDestination({ chatId: chat.id, threadId: null })]);
        return;
      }
      const place = toDestination({ chatId: chat.id, threadId: null });
      // A right that was taken is no farewell: what is owed waits until the chat takes posts again.
      if (maySend(chat, after) && !maySend(chat, before)) await answer.joined?.([place]);
      if (!isWelcome(chat, after) || isWelcome(chat, before)) return;
      if (chat.type !== "supergroup") await greet(change);
      else setTimeout(() => void (arrived.has(chat.id) ? null : greet(change)), greetAfterMs).unref();
    },

    async onReopened({ chat, message_thread_id: threadId = null }) {
      await answer.joined?.([toDestination({ chatId: chat.id, threadId })]);
    },

    async onMigration(message) {
      const { chat, migrate_to_chat_id: to, migrate_from_chat_id: from } = message;
      if (to !== undefined) await move(chat.id, to);
      else if (from !== undefined) await move(from, chat.id);
      else return false;
      return true;
    },
  };
}
