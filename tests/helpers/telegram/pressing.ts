/** People who press buttons in the emulated chats, also as tampered clients do, and who open links to the bot. */

import type { Updates } from "./updates.ts";
import {
  BOT,
  type Button,
  type CallbackAnswer,
  findChat,
  findNextMessageId,
  type StoredMessage,
  toChatObject,
  toMessageObject,
  toUser,
  type World,
} from "./world.ts";

export interface TapOptions {
  readonly userId?: number | undefined;
  /** Sent instead of the button's own, as a tampered client can. */
  readonly data?: string;
  /** The server cannot show the message any more. */
  readonly isInaccessible?: boolean;
}

export interface Pressing {
  /** Presses a button and waits until the bot changed that message or wrote another. */
  press(message: StoredMessage, buttonText: string, userId?: number): Promise<StoredMessage>;
  /** Presses a button and waits for what the server is told to show the one who pressed. */
  tap(message: StoredMessage, buttonText: string, options?: TapOptions): Promise<CallbackAnswer>;
  /** Opens a button's link to the private chat with the bot and starts it; resolves with the bot's first message. */
  follow(message: StoredMessage, buttonText: string, userId: number): Promise<StoredMessage>;
}

export interface PressingDependencies {
  readonly world: World;
  readonly updates: Updates;
  until<T>(what: string, condition: () => T | null | undefined | false): Promise<T>;
  /** What the app does with a link to the bot. */
  start(userId: number, payload: string): Promise<StoredMessage>;
}

export function createPressing({ world, updates, until, start }: PressingDependencies): Pressing {
  let nextQueryId = 1;

  function findButton(message: StoredMessage, buttonText: string): Button {
    const buttons = message.buttons.flat();
    const button = buttons.find((each) => each.text === buttonText);
    if (button !== undefined) return button;
    throw new Error(`There is no button ${buttonText}, only ${buttons.map((each) => each.text).join(", ") || "none"}.`);
  }

  /** Returns the query's id. */
  function pushCallback(
    message: StoredMessage,
    buttonText: string,
    { userId, data, isInaccessible }: TapOptions,
  ): string {
    const chat = findChat(world, message.chat_id);
    const pressed = data ?? findButton(message, buttonText).callback_data;
    if (pressed === undefined) throw new Error(`${buttonText} is a link, not to be pressed.`);
    const id = `callback${nextQueryId}`;
    nextQueryId += 1;
    world.answers.set(id, null);
    updates.push("callback_query", {
      id,
      from: toUser(userId ?? world.lastWriter.get(chat.id) ?? chat.id),
      chat_instance: "1",
      data: pressed,
      message:
        isInaccessible === true
          ? { chat: toChatObject(chat), message_id: message.message_id, date: 0 }
          : toMessageObject(world, message),
    });
    return id;
  }

  const pressing: Pressing = {
    async tap(message, buttonText, options = {}) {
      const id = pushCallback(message, buttonText, options);
      return until(`the press of ${buttonText} to be answered`, () => world.answers.get(id));
    },
    async press(message, buttonText, userId) {
      const editsBefore = message.editCount;
      const chat = world.chats.get(message.chat_id) ?? { id: message.chat_id, type: "private" as const };
      const newest = findNextMessageId(world, chat);
      await pressing.tap(message, buttonText, { userId });
      return until(`what ${buttonText} does`, () =>
        message.editCount > editsBefore
          ? message
          : world.messages.find(
              (each) => each.isFromBot && each.chat_id === message.chat_id && each.message_id >= newest,
            ),
      );
    },
    follow(message, buttonText, userId) {
      const url = findButton(message, buttonText).url ?? "";
      const payload = new RegExp(`^https://t\\.me/${BOT.username}\\?start=([\\w-]{1,64})$`).exec(url)?.[1];
      if (payload === undefined) throw new Error(`${buttonText} leads to ${url || "nowhere"}, not to the bot.`);
      return start(userId, payload);
    },
  };
  return pressing;
}
