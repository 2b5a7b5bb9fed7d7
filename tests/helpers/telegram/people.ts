/** People in the emulated chats: they type, press buttons, add and remove the bot, and share channels. */

import type { HeldFile } from "../sent-file.ts";
import { toContent } from "./files.ts";
import { createPressing, type Pressing } from "./pressing.ts";
import { forbidden } from "./refusal.ts";
import type { Updates } from "./updates.ts";
import {
  BOT,
  type Chat,
  type ChatType,
  type Member,
  type StoredMessage,
  takeMessageId,
  toChatObject,
  toMessageObject,
  toUser,
  type World,
} from "./world.ts";

const ANONYMOUS_ADMIN = { id: 1_087_968_824, is_bot: true, first_name: "Group", username: "GroupAnonymousBot" };

export interface NewChat {
  readonly type: Exclude<ChatType, "private">;
  readonly title?: string;
  readonly username?: string;
  readonly isForum?: boolean;
  /** Person id to what they are there. */
  readonly members?: Readonly<Record<number, Member>>;
  /** "member" in groups, an administrator who may post in channels, when not given; null when it was never there. */
  readonly bot?: Member | null;
}

export interface TypeOptions {
  readonly threadId?: number;
  /** Written as the group itself by an anonymous administrator, or as the channel. */
  readonly asChat?: boolean;
  readonly languageCode?: string;
  /** Sent with the text as its caption. */
  readonly file?: HeldFile;
  /** The file is sent as a photo, as many apps do by themselves. */
  readonly isPhoto?: boolean;
  /** A message somebody wrote with `send`, which this one answers. */
  readonly replyTo?: number;
  /** Which of the bot's messages is the answer; the first one after the command when not given. */
  readonly where?: (message: StoredMessage) => boolean;
}

export interface People extends Pressing {
  /** Returns the chat's id. */
  addChat(chat: NewChat): number;
  addTopic(chatId: number): number;
  /** Null is the General topic, which every forum has. */
  closeTopic(chatId: number, threadId: number | null): void;
  /** The bot is told so, as by core.telegram.org/bots/api#forumtopicreopened. */
  reopenTopic(chatId: number, threadId: number | null): void;

  removeTopic(chatId: number, threadId: number): void;
  /** Types and does not wait. Returns the update's id. */
  say(chatId: number, userId: number, text: string, options?: TypeOptions): number;
  /** Sends a file with or without a caption and does not wait. Returns the message's id. */
  send(chatId: number, userId: number, file: HeldFile, caption?: string): number;
  /** Types and waits for the bot's answer. A private chat begins by itself when both ids are the same. */
  type(chatId: number, userId: number, text: string, options?: TypeOptions): Promise<StoredMessage>;
  /** Types `@bot query` in some chat; resolves with the results offered. */
  ask(userId: number, query: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Picks a chat from the list a request_chat button opens; the bot gets the rights the button asked for. */
  share(userId: number, buttonText: string, chatId: number): void;
  /** Changes what the bot is in a chat, as an administrator does; in a private chat: blocked or not. */
  setBot(chatId: number, member: Member, byUserId?: number): void;
  setMember(chatId: number, userId: number, member: Member): void;
  /** The group becomes a supergroup. Returns its new id. */
  migrate(chatId: number): number;
}

export interface PeopleDependencies {
  readonly world: World;
  readonly updates: Updates;
  until<T>(what: string, condition: () => T | null | undefined | false): Promise<T>;
  onChange(): void;
}

export function createPeople({ world, updates, until, onChange }: PeopleDependencies): People {
  let nextChatId = 1_000_000_001;
  let nextThreadId = 2;
  let nextQueryId = 1;
  /** Messages as the bot was told of them, by id. */
  const objects = new Map<number, Readonly<Record<string, unknown>>>();

  function getChat(chatId: number): Chat {
    const chat = world.chats.get(chatId);
    if (chat === undefined) throw new Error(`There is no chat ${chatId}.`);
    return chat;
  }

  function openPrivate(userId: number): Chat {
    const known = world.chats.get(userId);
    if (known !== undefined) return known;
    const chat: Chat = {
      id: userId,
      type: "private",
      title: undefined,
      username: undefined,
      isForum: false,
      members: new Map([[userId, { status: "member" as const }]]),
      topics: new Map(),
      movedTo: null,
      refusal: null,
    };
    world.chats.set(userId, chat);
    return chat;
  }

  function write(chat: Chat, userId: number, text: string, options: TypeOptions): StoredMessage {
    const message: StoredMessage = {
      message_id: takeMessageId(world, chat),
      chat_id: chat.id,
      message_thread_id: options.threadId ?? null,
      date: Math.floor(Date.now() / 1000),
      isFromBot: false,
      text,
      raw: text,
      entities: [],
      found: [],
      droppedLinks: [],
      buttons: [],
      keyboard: [],
      preview: null,
      editCount: 0,
      isSilent: false,
      replyTo: null,
      onlyFor: null,
      file: null,
    };
    world.messages.push(message);
    world.lastWriter.set(chat.id, userId);
    return message;
  }

  function pushMessage(
    chat: Chat,
    userId: number,
    text: string,
    options: TypeOptions,
  ): { id: number; message: StoredMessage } {
    const message = write(chat, userId, text, options);
    const sender =
      chat.type === "channel"
        ? {}
        : options.asChat === true
          ? { from: ANONYMOUS_ADMIN, sender_chat: toChatObject(chat) }
          : { from: toUser(userId, options.languageCode) };
    const kind = chat.type === "channel" ? "channel_post" : "message";
    const object = { ...toMessageObject(world, message), ...sender, ...toContent(world, text, options) };
    objects.set(message.message_id, object);
    const answered = options.replyTo === undefined ? {} : { reply_to_message: objects.get(options.replyTo) };
    return { id: updates.push(kind, { ...object, ...answered }), message };
  }

  const open = (chatId: number, userId: number): Chat => (chatId === userId ? openPrivate(userId) : getChat(chatId));

  function service(chat: Chat, userId: number, fields: Readonly<Record<string, unknown>>): void {
    const message = write(chat, userId, "", {});
    updates.push("message", { ...toMessageObject(world, message), text: undefined, from: toUser(userId), ...fields });
  }

  const pressing = createPressing({
    world,
    updates,
    until,
    start: (userId, payload) => people.type(userId, userId, `/start ${payload}`),
  });

  const people: People = {
    ...pressing,
    addChat({ type, title = "Harbor news", username, isForum = false, members = {}, bot }) {
      const id = type === "group" ? -nextChatId : -(1_000_000_000_000 + nextChatId);
      nextChatId += 1;
      const usual: Member =
        type === "channel" ? { status: "administrator", can_post_messages: true } : { status: "member" };
      const everyone = new Map(Object.entries(members).map(([userId, member]) => [Number(userId), member]));
      if (bot !== null) everyone.set(BOT.id, bot ?? usual);
      world.chats.set(id, {
        id,
        type,
        title,
        username,
        isForum,
        members: everyone,
        topics: new Map(),
        movedTo: null,
        refusal: null,
      });
      return id;
    },
    addTopic(chatId) {
      const threadId = nextThreadId;
      nextThreadId += 1;
      getChat(chatId).topics.set(threadId, { isClosed: false });
      return threadId;
    },
    closeTopic(chatId, threadId) {
      if (threadId === null) getChat(chatId).isGeneralClosed = true;
      else getChat(chatId).topics.set(threadId, { isClosed: true });
    },
    reopenTopic(chatId, threadId) {
      const chat = getChat(chatId);
      if (threadId === null) chat.isGeneralClosed = false;
      else chat.topics.set(threadId, { isClosed: false });
      const ofTopic = threadId === null ? {} : { message_thread_id: threadId, is_topic_message: true };
      updates.push("message", {
        message_id: takeMessageId(world, chat),
        ...ofTopic,
        date: 1,
        chat: toChatObject(chat),
        from: toUser(1),
        forum_topic_reopened: {},
      });
      onChange();
    },
    removeTopic(chatId, threadId) {
      getChat(chatId).topics.delete(threadId);
    },
    say: (chatId, userId, text, options = {}) => pushMessage(open(chatId, userId), userId, text, options).id,
    send: (chatId, userId, file, caption = "") =>
      pushMessage(open(chatId, userId), userId, caption, { file }).message.message_id,
    async type(chatId, userId, text, options = {}) {
      const { message } = pushMessage(open(chatId, userId), userId, text, options);
      const isAnswer = options.where ?? (() => true);
      return until(`an answer to ${text.slice(0, 80)}`, () =>
        world.messages.find(
          (each) => each.isFromBot && each.chat_id === chatId && each.message_id > message.message_id && isAnswer(each),
        ),
      );
    },
    async ask(userId, query) {
      const id = `inline${nextQueryId}`;
      nextQueryId += 1;
      updates.push("inline_query", { id, from: toUser(userId), query, offset: "", chat_type: "group" });
      const answer = await until(`inline results for ${query}`, () => world.inlineAnswers.get(id));
      return answer["results"] as readonly Readonly<Record<string, unknown>>[];
    },
    share(userId, buttonText, chatId) {
      const button = world.messages
        .flatMap((each) => each.keyboard.flat())
        .findLast((each) => each.text === buttonText);
      if (button?.request_chat === undefined) throw new Error(`There is no button ${buttonText} that asks for a chat.`);
      const chat = getChat(chatId);
      const { request_id: requestId, bot_administrator_rights: rights, bot_is_member: isMember } = button.request_chat;
      if (rights !== undefined) chat.members.set(BOT.id, { status: "administrator", can_post_messages: true });
      else if (isMember === true && !chat.members.has(BOT.id)) chat.members.set(BOT.id, { status: "member" });
      service(openPrivate(userId), userId, {
        chat_shared: { request_id: requestId, chat_id: chatId, title: chat.title, username: chat.username },
      });
    },
    setBot(chatId, member, byUserId = 1) {
      const chat = open(chatId, chatId > 0 ? chatId : byUserId);
      const before = chat.members.get(BOT.id) ?? { status: chat.type === "private" ? "member" : "left" };
      chat.members.set(BOT.id, member);
      if (chat.type === "private") {
        chat.refusal = member.status === "kicked" ? forbidden("bot was blocked by the user") : null;
      }
      const toMember = (each: Member) => ({ ...each, user: BOT });
      updates.push("my_chat_member", {
        chat: toChatObject(chat),
        from: toUser(chat.type === "private" ? chatId : byUserId),
        date: Math.floor(Date.now() / 1000),
        old_chat_member: toMember(before),
        new_chat_member: toMember(member),
      });
      onChange();
    },
    setMember(chatId, userId, member) {
      getChat(chatId).members.set(userId, member);
    },
    migrate(chatId) {
      const old = getChat(chatId);
      const id = people.addChat({ type: "supergroup", title: old.title ?? "Harbor news" });
      const next = getChat(id);
      for (const [userId, member] of old.members) next.members.set(userId, member);
      old.movedTo = id;
      const toMember = (status: string): Member => ({ status, user: BOT }) as Member;
      updates.push("my_chat_member", {
        chat: toChatObject(next),
        from: toUser(1),
        date: Math.floor(Date.now() / 1000),
        old_chat_member: toMember("left"),
        new_chat_member: toMember("member"),
      });
      service(old, 1, { migrate_to_chat_id: id });
      service(next, 1, { migrate_from_chat_id: chatId });
      return id;
    },
  };
  return people;
}
