/** Messages under an outlet's name and picture: through the channel's webhook, which has limits and an end of its own. */

import { type Client, type REST, Routes } from "discord.js";
import type { Masthead } from "../../../domain/platform.ts";
import { withThreadOpen } from "../bot-messages.ts";
import type { ChannelFacts } from "../channels.ts";
import { findFailure } from "../failures.ts";
import { toWebUrl } from "../markdown.ts";
import { withPicturesIfTaken } from "../pictures.ts";
import type { MessageBody } from "../render.ts";
import { createPace, type Pace } from "./pace.ts";
import { toSenderName } from "./sender-name.ts";
import type { Webhook, Webhooks } from "./webhooks.ts";

export interface WebhookPost {
  readonly outlet: Masthead;
  /** The article's page. */
  readonly url: string;
  readonly body: MessageBody;
  /** A post in a forum: its title and tags. */
  readonly thread: { readonly name: string; readonly tags: readonly string[] } | null;
}

/** It has to wait so long, and nothing was asked of Discord. */
export interface Waiting {
  readonly waitMs: number;
}

export interface WebhookMessages {
  /** The message's id, how long it has to wait, or null where only the bot itself can post. */
  create(channelId: string, facts: ChannelFacts, post: WebhookPost): Promise<string | Waiting | null>;
  /** False when the message is none of the channel's webhook. */
  edit(place: string, messageId: string, facts: ChannelFacts, body: MessageBody): Promise<boolean>;
  /** Ids by which what was posted so is known. */
  findOwner(facts: ChannelFacts): Promise<string | null>;
}

interface Dependencies {
  readonly client: Client<true>;
  readonly restOnce: REST;
  readonly webhooks: Webhooks;
  /** Written down before a place posts through the webhook of a channel. */
  readonly noteUse: (channelId: string, placeId: string) => Promise<void>;
  readonly pace?: Pace;
}

const AVATAR_URL_LENGTH_MAX = 2048;

/** Somebody deleted the webhook: its id or its token is not known any more. */
const isGone = (error: unknown): boolean => findFailure(error)?.kind === "expired";

export function createWebhookMessages({
  client,
  restOnce,
  webhooks,
  noteUse,
  pace = createPace(),
}: Dependencies): WebhookMessages {
  /** Once more with another webhook, when somebody has deleted the one that was known. */
  async function withWebhook<T>(
    facts: ChannelFacts,
    choose: (channelId: string) => Promise<Webhook | null>,
    call: (webhook: Webhook) => Promise<T>,
  ): Promise<T | null> {
    const channelId = facts.webhookChannelId;
    if (channelId === null) return null;
    for (let tries = 0; tries < 2; tries += 1) {
      const webhook = await choose(channelId);
      if (webhook === null) return null;
      try {
        return await call(webhook);
      } catch (error) {
        if (!isGone(error)) throw error;
        webhooks.forget(channelId);
      }
    }
    return null;
  }

  function execute(
    { id, token }: Webhook,
    channelId: string,
    facts: ChannelFacts,
    { outlet, url, body, thread }: WebhookPost,
  ) {
    const query = new URLSearchParams({ wait: "true" });
    if (facts.kind === "thread") query.set("thread_id", channelId);
    const avatar = outlet.pictureUrl === null ? null : toWebUrl(outlet.pictureUrl, AVATAR_URL_LENGTH_MAX);
    const face = {
      username: toSenderName(outlet.name, url),
      ...(avatar === null ? {} : { avatar_url: avatar }),
    };
    const threadFields = thread === null ? {} : { thread_name: thread.name, applied_tags: thread.tags };
    const post = (fields: object, taken: MessageBody): Promise<unknown> =>
      restOnce.post(Routes.webhook(id, token), { query, auth: false, body: { ...taken, ...threadFields, ...fields } });
    return withPicturesIfTaken(body, async (taken) => {
      try {
        return await post(face, taken);
      } catch (error) {
        // A name or a picture Discord does not like must not cost the post.
        if (findFailure(error)?.kind !== "malformed") throw error;
        return await post({}, taken);
      }
    }) as Promise<{ readonly id: string }>;
  }

  return {
    async create(channelId, facts, post) {
      if (facts.webhookChannelId === null || facts.missingForOutlet.length > 0) return null;
      await noteUse(facts.webhookChannelId, channelId);
      return withWebhook<string | Waiting>(facts, webhooks.get, async (webhook) => {
        const waitMs = pace.take(webhook.channelId);
        if (waitMs > 0) return { waitMs };
        return (await execute(webhook, channelId, facts, post)).id;
      });
    },

    async edit(place, messageId, facts, body) {
      const query = new URLSearchParams(place === facts.webhookChannelId ? {} : { thread_id: place });
      const isEdited = await withWebhook(facts, webhooks.find, async ({ id, token }) => {
        try {
          await withPicturesIfTaken(body, (taken) =>
            withThreadOpen(client, place, () =>
              restOnce.patch(Routes.webhookMessage(id, token, messageId), { query, auth: false, body: taken }),
            ),
          );
          return true;
        } catch (error) {
          if (findFailure(error)?.kind !== "missing-message") throw error;
          return false;
        }
      });
      return isEdited === true;
    },

    async findOwner({ webhookChannelId }) {
      return webhookChannelId === null ? null : ((await webhooks.find(webhookChannelId))?.id ?? null);
    },
  };
}
