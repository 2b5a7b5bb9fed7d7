/** Sends and edits posts: looks before it leaps, repeats safely, and turns every failure into a result. */

import { type Client, MessageFlags, type REST, Routes } from "discord.js";
import { createBoundedMap } from "../../domain/bounded-map.ts";
import { type Digest, isDigest } from "../../domain/digest.ts";
import { toMessage } from "../../domain/errors.ts";
import type { DeliveryId } from "../../domain/id.ts";
import type { Log, SendOptions } from "../../domain/platform.ts";
import type { Button, Post, Reply } from "../../domain/post.ts";
import type { SendResult } from "../../domain/subscription.ts";
import { createBotMessages } from "./bot-messages.ts";
import { toButtonRows } from "./buttons.ts";
import { type ChannelFacts, chooseTags, findChannelFacts, getChannelFacts, toLackOfRights } from "./channels.ts";
import { forgetLimits } from "./client.ts";
import { type CommandIds, linkMessage } from "./command-links.ts";
import {
  BLOCKED_WAIT_MS,
  type Failure,
  findFailure,
  LIMIT_BELIEVED_MS_MAX,
  toSendResult,
  WRITTEN_BY_ANOTHER,
} from "./failures.ts";
import { findSentMessage, findSentThread, toThreadName, toThreadTitle } from "./find-sent.ts";
import { toNonce } from "./nonce.ts";
import { type MessageBody, renderNotice, renderPost } from "./render.ts";
import { renderDigest } from "./render-digest.ts";
import { targetButtons } from "./target.ts";
import type { WebhookMessages } from "./webhooks/webhook-messages.ts";
import { postWholeText } from "./whole-text.ts";

/** Discord knows a nonce "for the past few minutes"; after two we look for the message ourselves. */
const NONCE_TRUSTED_MS = 120_000;
/** Counters of places and deliveries in trouble; the oldest is forgotten first. */
const REMEMBERED_MAX = 2000;
/** Once its limits were forgotten Discord says itself how long to wait. */
const FORGOTTEN_WAIT_MS = 2_000;

const PACED = "webhooks may post thirty times a minute in a channel";
const UNSEEN = "an earlier send may have arrived, and the bot may not read the channel's history to find out";

export interface SenderDependencies {
  readonly client: Client<true>;
  /** Without repeats, for calls that have no nonce. */
  readonly restOnce: REST;
  readonly webhookMessages: WebhookMessages;
  readonly commandIds: () => CommandIds;
  readonly postButtons: (post: Post, isCompact: boolean) => readonly (readonly Button[])[];
  readonly log: Log;
  readonly clock: () => Date;
}

export interface Sender {
  send(channelId: string, post: Post | Digest, deliveryId: DeliveryId, options: SendOptions): Promise<SendResult>;
  edit(channelId: string, messageId: string, post: Post, options: SendOptions): Promise<SendResult>;
  crosspost(channelId: string, messageId: string): Promise<SendResult>;
  /** In one message; in a forum as a post of its own. */
  say(channelId: string, reply: Reply, key: string, options: SendOptions): Promise<SendResult>;
  /** Channels that refused the bot before it was started. */
  noteRefused(channelIds: readonly string[]): void;
  /** Channels of a server where the bot was refused and may post now: forgets the refusals. */
  takeRegained(guildId: string): readonly string[];
  /** Nothing leaves before this much time has passed. */
  pause(forMs: number): void;
  /** A sentence when Discord refused the token, else null. */
  problem(): string | null;
}

export function createSender(dependencies: SenderDependencies): Sender {
  const { client, restOnce, webhookMessages, postButtons, commandIds, log, clock } = dependencies;
  /** Channels where the bot was refused for want of a right. */
  const refused = createBoundedMap<string, true>(REMEMBERED_MAX);
  const lostCounts = createBoundedMap<string, number>(REMEMBERED_MAX);
  /** Deliveries whose answer was lost, and when they first left. */
  const doubtfulSince = createBoundedMap<string, Date>(REMEMBERED_MAX);
  const botMessages = createBotMessages(client, restOnce);
  let pausedUntil = 0;
  let limitsForgottenAt = Number.NEGATIVE_INFINITY;
  let problem: string | null = null;

  function settle(failure: Failure, channelId: string): SendResult {
    if (failure.kind === "forbidden") refused.set(channelId, true);
    const lostCount = failure.kind === "lost" ? (lostCounts.get(channelId) ?? 0) + 1 : 0;
    if (lostCount > 0) lostCounts.set(channelId, lostCount);
    const isLongWait = failure.kind === "rate-limited" && failure.afterMs === LIMIT_BELIEVED_MS_MAX;
    if (isLongWait && performance.now() - limitsForgottenAt > LIMIT_BELIEVED_MS_MAX) {
      for (const rest of [client.rest, restOnce]) forgetLimits(rest);
      limitsForgottenAt = performance.now();
      return { outcome: "retry", afterMs: FORGOTTEN_WAIT_MS, reason: failure.reason };
    }
    if (failure.kind === "blocked") pausedUntil = clock().getTime() + BLOCKED_WAIT_MS;
    if (failure.kind === "unauthorized") {
      problem = "Discord refuses DISCORD_TOKEN: make a new one in the developer portal (Bot, Reset Token) and restart.";
    }
    const isAlarm = ["blocked", "unauthorized", "malformed"].includes(failure.kind);
    const facts = { platform: "discord", destination: channelId, kind: failure.kind, reason: failure.reason };
    if (isAlarm) log.error(facts, "post_refused");
    else log.warn(facts, "post_not_sent");
    return toSendResult(failure, { lostCount });
  }

  function succeed(channelId: string, messageId: string): SendResult {
    refused.delete(channelId);
    lostCounts.delete(channelId);
    return { outcome: "sent", messageId };
  }

  function render(post: Post | Digest, facts: ChannelFacts, options: SendOptions, channelId: string): MessageBody {
    const forumId = facts.kind === "forum" ? channelId : null;
    const manner = {
      isSilent: options.isSilent === true,
      isCompact: options.isCompact === true,
      isPlain: !facts.mayEmbed,
      // The role everybody has goes by the id of the server.
      mentionRoleId: options.mentionRoleId === facts.guildId ? null : (options.mentionRoleId ?? null),
    };
    if (isDigest(post)) return renderDigest(post, manner);
    const body = renderPost(post, manner);
    const buttons = postButtons(post, manner.isCompact);
    if (manner.isCompact && buttons.length === 0) return body;
    // A post in a forum lies in a thread of its own; what is pressed there is about the forum.
    return { ...body, components: toButtonRows(forumId === null ? buttons : targetButtons(buttons, forumId)) };
  }

  /** The message of an earlier try, or null. For forum posts, which have no nonce, not being able to look is final. */
  async function findEarlier(
    channelId: string,
    post: Post | Digest,
    facts: ChannelFacts,
    since: Date,
    mayBeOutlets: boolean,
  ): Promise<string | null> {
    if (facts.kind === "forum") {
      const owners = [client.user.id, mayBeOutlets ? await webhookMessages.findOwner(facts) : null];
      return await findSentThread(client, channelId, facts.guildId, toThreadName(post), since, owners);
    }
    // What a webhook posts has no nonce.
    if (!mayBeOutlets && clock().getTime() - since.getTime() < NONCE_TRUSTED_MS) return null;
    try {
      return await findSentMessage(client, channelId, post, since);
    } catch (error) {
      // Without the right to read the history there is still the nonce; any other failure passes, and then it is seen.
      if (findFailure(error)?.kind !== "forbidden") throw error;
      return null;
    }
  }

  /** A wait everything has to keep, or null. */
  function findPause(): SendResult | null {
    const afterMs = pausedUntil - clock().getTime();
    return afterMs > 0 ? { outcome: "retry", afterMs, reason: "Discord asked everything to wait" } : null;
  }

  async function settleErrors(channelId: string, work: () => Promise<SendResult>): Promise<SendResult> {
    try {
      return findPause() ?? (await work());
    } catch (error) {
      const failure = findFailure(error);
      if (failure !== null) return settle(failure, channelId);
      const stack = error instanceof Error ? error.stack : null;
      log.error({ platform: "discord", destination: channelId, reason: toMessage(error), stack }, "send_fault");
      return { outcome: "refused", reason: "a fault in the bot kept this post from being sent; it is logged" };
    }
  }

  function findRefusal({ missing }: ChannelFacts, channelId: string): SendResult | null {
    if (missing.length === 0) return null;
    return settle({ kind: "forbidden", reason: toLackOfRights(missing) }, channelId);
  }

  async function send(
    channelId: string,
    post: Post | Digest,
    deliveryId: DeliveryId,
    options: SendOptions,
  ): Promise<SendResult> {
    const facts = await getChannelFacts(client, channelId);
    const refusal = findRefusal(facts, channelId);
    if (refusal !== null) return refusal;
    const key = String(deliveryId);
    const { outlet = null } = options;
    const startedAt = clock();
    const arrive = async (messageId: string): Promise<SendResult> => {
      if (!isDigest(post) && post.wholeText !== undefined) {
        await postWholeText(dependencies, channelId, messageId, facts, post, deliveryId);
      }
      doubtfulSince.delete(key);
      const sent = succeed(channelId, messageId);
      return facts.kind === "announcement" && sent.outcome === "sent" ? { ...sent, isForFollowers: true } : sent;
    };
    const doubtful = options.firstSentAt ?? doubtfulSince.get(key) ?? null;
    if (doubtful !== null) {
      // Nobody could tell whether the outlet's message has arrived.
      if (outlet !== null && facts.missingForOutlet.includes("discord.right.readHistory")) {
        return { outcome: "refused", reason: UNSEEN };
      }
      const messageId = await findEarlier(channelId, post, facts, doubtful, outlet !== null);
      if (messageId !== null) return arrive(messageId);
    }
    const body = render(post, facts, options, channelId);
    const thread =
      facts.kind === "forum"
        ? {
            name: toThreadName(post),
            tags: chooseTags(facts, isDigest(post) ? post.groups.map(({ topic }) => topic ?? "") : post.topics),
          }
        : null;
    try {
      // A digest has the news of many outlets.
      const made =
        outlet === null || isDigest(post)
          ? null
          : await webhookMessages.create(channelId, facts, { outlet, url: post.url, body, thread });
      if (typeof made === "string") return await arrive(made);
      if (made !== null) return { outcome: "retry", afterMs: made.waitMs, reason: PACED, isUntried: true };
      const messageId =
        thread === null
          ? await botMessages.create(channelId, body, toNonce(deliveryId, channelId))
          : await botMessages.createForumPost(channelId, body, thread.name, thread.tags);
      return await arrive(messageId);
    } catch (error) {
      if (findFailure(error)?.kind === "lost") doubtfulSince.set(key, doubtful ?? startedAt);
      throw error;
    }
  }

  async function say(channelId: string, reply: Reply, key: string, options: SendOptions): Promise<SendResult> {
    const facts = await getChannelFacts(client, channelId);
    const refusal = findRefusal(facts, channelId);
    if (refusal !== null) return refusal;
    const body = linkMessage(renderNotice(reply), commandIds());
    if (facts.kind !== "forum")
      return succeed(channelId, await botMessages.create(channelId, body, toNonce(key, channelId)));
    const name = toThreadTitle(reply.text);
    const earlier =
      options.firstSentAt == null
        ? null
        : await findSentThread(client, channelId, facts.guildId, name, options.firstSentAt, [client.user.id]);
    return succeed(
      channelId,
      earlier ?? (await botMessages.createForumPost(channelId, body, name, chooseTags(facts, []))),
    );
  }

  async function edit(channelId: string, messageId: string, post: Post, options: SendOptions): Promise<SendResult> {
    const facts = await getChannelFacts(client, channelId);
    const body = render(post, facts, options, channelId);
    // The first message of a forum post has the id of its thread, and lies in it.
    const place = facts.kind === "forum" ? messageId : channelId;
    const { allowed_mentions, embeds, components, content = "" } = body;
    const flags = facts.mayEmbed ? {} : { flags: MessageFlags.SuppressEmbeds };
    const changed = { content, embeds, components, allowed_mentions, ...flags };
    const asOutlet = (): Promise<boolean> => webhookMessages.edit(place, messageId, facts, changed);
    // What the wish is now need not be what it was when the post left.
    if (options.outlet != null && (await asOutlet())) return succeed(channelId, messageId);
    try {
      await botMessages.edit(place, messageId, changed);
    } catch (error) {
      const isOthers = findFailure(error)?.reason === WRITTEN_BY_ANOTHER;
      if (!isOthers || options.outlet != null || !(await asOutlet())) throw error;
    }
    return succeed(channelId, messageId);
  }

  async function crosspost(channelId: string, messageId: string): Promise<SendResult> {
    try {
      await client.rest.post(Routes.channelMessageCrosspost(channelId, messageId));
    } catch (error) {
      // Done by an earlier try, or by a person.
      if (findFailure(error)?.kind !== "expired") throw error;
    }
    return succeed(channelId, messageId);
  }

  return {
    send: (channelId, post, deliveryId, options) =>
      settleErrors(channelId, () => send(channelId, post, deliveryId, options)),
    edit: (channelId, messageId, post, options) =>
      settleErrors(channelId, () => edit(channelId, messageId, post, options)),
    crosspost: (channelId, messageId) => settleErrors(channelId, () => crosspost(channelId, messageId)),
    say: (channelId, reply, key, options) => settleErrors(channelId, () => say(channelId, reply, key, options)),
    noteRefused(channelIds) {
      for (const channelId of channelIds) refused.set(channelId, true);
    },
    takeRegained(guildId) {
      const regained = [...refused.keys()].filter((channelId) => {
        const facts = findChannelFacts(client, channelId);
        return facts?.guildId === guildId && facts.missing.length === 0;
      });
      for (const channelId of regained) refused.delete(channelId);
      return regained;
    },
    pause(forMs) {
      pausedUntil = Math.max(pausedUntil, clock().getTime() + forMs);
    },
    problem: () => problem,
  };
}
