/** Who may change what a chat is subscribed to, asked of Telegram and remembered for a minute. */

import { createBoundedMap } from "../../../domain/bounded-map.ts";
import { UserError } from "../../../domain/errors.ts";
import type { Client } from "../connection/client.ts";
import { type FailureKind, toFailure } from "../connection/failures.ts";
import type { Place } from "../place.ts";
import { type IncomingChat, type Member, readChat, readMember } from "./incoming.ts";

const MEMBER_KEPT_MS = 60_000;
const MEMBERS_KEPT_MAX = 5_000;
/** Answers that there is nothing to be seen, as against no answer. */
const REFUSALS: ReadonlySet<FailureKind> = new Set(["refused", "gone", "forbidden"]);

const isAdministrator = (member: Member | null): boolean =>
  member?.status === "creator" || member?.status === "administrator";

const mayPost = (member: Member | null): boolean =>
  member?.status === "creator" || (member?.status === "administrator" && member.can_post_messages === true);

const isPresent = (member: Member | null): boolean =>
  isAdministrator(member) ||
  member?.status === "member" ||
  (member?.status === "restricted" && member.is_member === true);

export interface RightsDependencies {
  readonly client: Client;
  readonly botId: () => number;
  /** Milliseconds that never go backwards. */
  readonly now: () => number;
}

export interface ManagedChat {
  readonly place: Place;
  readonly title: string;
}

export interface Rights {
  /** Whether the person may manage the chat they are writing in. */
  mayManage(chat: IncomingChat, userId: number): Promise<boolean>;
  /** A chat named from elsewhere: there, and both the person and the bot may post. Throws UserError with what to mend. */
  getManaged(chatName: string, threadId: number | null, userId: number): Promise<ManagedChat>;
  forget(chatId: number): void;
}

export function createRights({ client, botId, now }: RightsDependencies): Rights {
  const members = createBoundedMap<string, { readonly member: Member | null; readonly until: number }>(
    MEMBERS_KEPT_MAX,
  );

  async function findMember(chatId: number, userId: number): Promise<Member | null> {
    const key = `${chatId}:${userId}`;
    const known = members.get(key);
    if (known !== undefined && known.until > now()) return known.member;
    let member: Member | null = null;
    try {
      member = readMember(await client.call("getChatMember", { chat_id: chatId, user_id: userId }));
    } catch (error) {
      const { kind, reason } = toFailure(error);
      // A refusal is an answer (no such member, list not open to us); a fault is not, and is not remembered.
      if (!REFUSALS.has(kind)) {
        throw new UserError("unavailable", (say) => say("telegram.managersUnknown"), {
          cause: new Error(reason),
        });
      }
    }
    members.set(key, { member, until: now() + MEMBER_KEPT_MS });
    return member;
  }

  async function getChat(chatName: string): Promise<IncomingChat> {
    let chat: IncomingChat | null = null;
    try {
      chat = readChat(await client.call("getChat", { chat_id: chatName }));
    } catch (error) {
      const { kind } = toFailure(error);
      if (!REFUSALS.has(kind)) {
        throw new UserError("unavailable", (say) => say("telegram.noAnswer"), { cause: error });
      }
    }
    if (chat !== null && chat.type !== "private") return chat;
    throw new UserError("not-found", (say) => say("telegram.chatNotFound", { chat: chatName }));
  }

  return {
    async mayManage(chat, userId) {
      if (chat.type === "private") return chat.id === userId;
      const member = await findMember(chat.id, userId);
      return chat.type === "channel" ? mayPost(member) : isAdministrator(member);
    },

    async getManaged(chatName, threadId, userId) {
      const chat = await getChat(chatName);
      const title = chat.title ?? chatName;
      // Anybody can name a chat by a number: what it is called is for those who are in it, unless it has a public name.
      const isPublic = chatName.startsWith("@");
      const shown = isPublic ? title : chatName;
      const bot = await findMember(chat.id, botId());
      if (chat.type === "channel" && !mayPost(bot)) {
        throw new UserError("forbidden", (say) => say("telegram.mayNotPost", { chat: shown }));
      }
      if (chat.type !== "channel" && !isPresent(bot)) {
        throw new UserError("forbidden", (say) => say("telegram.notIn", { chat: shown }));
      }
      const person = await findMember(chat.id, userId);
      if (chat.type === "channel" ? !mayPost(person) : !isAdministrator(person)) {
        const known = isPresent(person) ? title : shown;
        throw new UserError("forbidden", (say) => say("telegram.notManager", { chat: known }));
      }
      return { place: { chatId: chat.id, threadId }, title };
    },

    forget(chatId) {
      for (const key of members.keys()) if (key.startsWith(`${chatId}:`)) members.delete(key);
    },
  };
}
