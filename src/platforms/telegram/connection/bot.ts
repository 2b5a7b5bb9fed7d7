/** The telegraf bot: transport and router only, with our client in every context. */

import { Context, Telegraf } from "telegraf";
import type { Update, UserFromGetMe } from "telegraf/types";
import { UPDATE_KINDS } from "../chats/incoming.ts";
import type { Client } from "./client.ts";

export interface BotTransport {
  /** Polls until stopped. Rejects when polling cannot go on. */
  launch(): Promise<void>;
  /** For updates that came another way than by polling. */
  handle(update: unknown): Promise<void>;
  setInfo(info: unknown): void;
}

/** `receive` must return at once: telegraf asks for the next updates only when it did. */
export function createBot(
  token: string,
  client: Client,
  receive: (update: unknown) => void,
  onError: (error: unknown) => void,
): BotTransport {
  /** Telegraf makes a new Telegram for every update; ours goes in its place, so that no call escapes the lanes. */
  class OwnContext extends Context {
    constructor(update: Update, _telegram: unknown, info: UserFromGetMe) {
      super(update, client.telegram, info);
    }
  }
  const bot = new Telegraf(token, { contextType: OwnContext });
  bot.telegram = client.telegram;
  bot.on([...UPDATE_KINDS], (context) => receive(context.update));
  // Without this one throw would end polling for good; a throw in here would too.
  bot.catch((error) => {
    try {
      onError(error);
    } catch {
      // The log itself failed; there is nobody left to tell.
    }
  });
  return {
    launch: () => bot.launch({ allowedUpdates: [...UPDATE_KINDS] }),
    handle: (update) => bot.handleUpdate(update as Update),
    setInfo(info) {
      bot.botInfo = info as UserFromGetMe;
    },
  };
}
