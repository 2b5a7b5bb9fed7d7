/** The bot's own webhooks, one a channel: found or made when an outlet is to be the sender, removed when none is. */

import { type Client, type REST, Routes } from "discord.js";
import { createBoundedMap } from "../../../domain/bounded-map.ts";
import type { Log } from "../../../domain/platform.ts";
import { findFailure } from "../failures.ts";
import { toSenderName } from "./sender-name.ts";

const REMEMBERED_MAX = 5_000;
/** A channel that cannot have one is asked again after so long. */
const WITHOUT_MS = 10 * 60 * 1000;
/** Discord's: a webhook that people use to post, not one that follows another channel. */
const INCOMING = 1;

export interface Webhook {
  readonly id: string;
  /** Whoever has it may post there: never logged, never stored. */
  readonly token: string;
  /** The channel it belongs to: a thread's parent. */
  readonly channelId: string;
}

interface SeenWebhook {
  readonly id: string;
  readonly type: number;
  readonly token?: string;
  readonly application_id: string | null;
}

export interface Webhooks {
  /** The channel's, made when there is none; null where the bot may not have one, or the channel has too many. */
  get(channelId: string): Promise<Webhook | null>;
  /** The channel's if it has one: nothing is made. */
  find(channelId: string): Promise<Webhook | null>;
  /** It is there no more. */
  forget(channelId: string): void;
  remove(channelId: string): Promise<void>;
}

export function createWebhooks({
  client,
  restOnce,
  log,
}: {
  readonly client: Client<true>;
  readonly restOnce: REST;
  readonly log: Log;
}): Webhooks {
  const known = createBoundedMap<string, Webhook>(REMEMBERED_MAX);
  /** When it was seen that a channel cannot have one. */
  const without = createBoundedMap<string, number>(REMEMBERED_MAX);
  /** One at a time for a channel, or two posts at once would make two. */
  const underWay = new Map<string, Promise<Webhook | null>>();

  async function list(channelId: string): Promise<readonly Webhook[]> {
    const all = (await client.rest.get(Routes.channelWebhooks(channelId))) as readonly SeenWebhook[];
    return all.flatMap(({ id, type, token, application_id }) =>
      type === INCOMING && application_id === client.application.id && token !== undefined
        ? [{ id, token, channelId }]
        : [],
    );
  }

  async function make(channelId: string): Promise<Webhook> {
    const name = toSenderName(client.user.username, "");
    // Without repeats: one whose answer was lost is found by the next look.
    const body = { name };
    const made = (await restOnce.post(Routes.channelWebhooks(channelId), { body })) as SeenWebhook;
    log.info({ platform: "discord", destination: channelId }, "webhook_made");
    return { id: made.id, token: made.token ?? "", channelId };
  }

  async function look(channelId: string, isWanted: boolean): Promise<Webhook | null> {
    const [found] = await list(channelId);
    const webhook = found ?? (isWanted ? await make(channelId) : null);
    if (webhook !== null) known.set(channelId, webhook);
    return webhook;
  }

  /** What keeps a channel from having one keeps no post from it; an answer that was lost is no such thing. */
  async function lookSafely(channelId: string, isWanted: boolean): Promise<Webhook | null> {
    if (performance.now() - (without.get(channelId) ?? Number.NEGATIVE_INFINITY) < WITHOUT_MS) return null;
    try {
      return known.get(channelId) ?? (await look(channelId, isWanted));
    } catch (error) {
      const failure = findFailure(error);
      if (failure === null || !["forbidden", "malformed", "refused", "gone"].includes(failure.kind)) throw error;
      log.warn({ platform: "discord", destination: channelId, reason: failure.reason }, "no_webhook");
      without.set(channelId, performance.now());
      return null;
    }
  }

  function inTurn(channelId: string, isWanted: boolean): Promise<Webhook | null> {
    const before = underWay.get(channelId) ?? Promise.resolve(null);
    const work = before.then(
      () => lookSafely(channelId, isWanted),
      () => lookSafely(channelId, isWanted),
    );
    underWay.set(channelId, work);
    const end = (): void => {
      if (underWay.get(channelId) === work) underWay.delete(channelId);
    };
    work.then(end, end);
    return work;
  }

  return {
    get: (channelId) => inTurn(channelId, true),
    find: (channelId) => inTurn(channelId, false),
    forget: (channelId) => void known.delete(channelId),
    async remove(channelId) {
      known.delete(channelId);
      for (const { id } of await list(channelId)) {
        await client.rest.delete(Routes.webhook(id));
        log.info({ platform: "discord", destination: channelId }, "webhook_removed");
      }
    },
  };
}
