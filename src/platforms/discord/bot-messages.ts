/** The bot's messages under its own name: made once by their nonce, forum posts as they come, and edited. */

import { type Client, type REST, Routes } from "discord.js";
import { findFailure } from "./failures.ts";
import { withPicturesIfTaken } from "./pictures.ts";
import type { MessageBody } from "./render.ts";

export interface BotMessages {
  create(channelId: string, body: MessageBody, nonce: string): Promise<string>;
  createForumPost(channelId: string, body: MessageBody, name: string, tags: readonly string[]): Promise<string>;
  /** The place is the thread a message lies in, else its channel. */
  edit(place: string, messageId: string, body: MessageBody): Promise<void>;
}

/** Runs a call; a thread found archived is opened and the call made once more. */
export async function withThreadOpen<T>(client: Client, channelId: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (findFailure(error)?.kind !== "archived") throw error;
    await client.rest.patch(Routes.channel(channelId), { body: { archived: false } });
    return await call();
  }
}

export function createBotMessages(client: Client<true>, restOnce: REST): BotMessages {
  return {
    async create(channelId, body, nonce) {
      const message = (await withPicturesIfTaken(body, (taken) =>
        withThreadOpen(client, channelId, () =>
          client.rest.post(Routes.channelMessages(channelId), { body: { ...taken, nonce, enforce_nonce: true } }),
        ),
      )) as { readonly id: string };
      return message.id;
    },

    async createForumPost(channelId, body, name, tags) {
      const thread = (await withPicturesIfTaken(body, (message) =>
        restOnce.post(Routes.threads(channelId), { body: { name, message, applied_tags: tags } }),
      )) as { readonly id: string };
      return thread.id;
    },

    async edit(place, messageId, body) {
      await withPicturesIfTaken(body, (taken) =>
        withThreadOpen(client, place, () =>
          client.rest.patch(Routes.channelMessage(place, messageId), { body: taken }),
        ),
      );
    },
  };
}
