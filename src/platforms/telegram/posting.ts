/** Sends and edits posts: one message each, with every failure as a result the outbox can settle. */

import type { Log, SendOptions } from "../../domain/platform.ts";
import type { Post } from "../../domain/post.ts";
import type { Destination, SendResult } from "../../domain/subscription.ts";
import { type Place, readPlace, toTarget } from "./address.ts";
import type { Client, Params } from "./client.ts";
import { type Failure, toFailure, toSendResult } from "./failures.ts";
import { readMessageId } from "./incoming.ts";
import { choosePreview, renderPost } from "./render.ts";

/** A chat held longer than this by the server goes back to the outbox instead of waiting here. */
const HELD_MS_MAX = 3_000;
const TOPICS_TOLD_MAX = 1_000;

export interface PostingDependencies {
  readonly client: Client;
  readonly clock: () => Date;
  readonly log: Log;
  readonly inDoubt: "resend" | "skip";
  readonly onMoved: (fromChatId: number, toChatId: number) => Promise<void>;
}

export interface Posting {
  send(destination: Destination, post: Post, options: SendOptions): Promise<SendResult>;
  edit(destination: Destination, messageId: string, post: Post, options: SendOptions): Promise<SendResult>;
}

export function createPosting({ client, clock, log, inDoubt, onMoved }: PostingDependencies): Posting {
  const toldTopics = new Set<string>();

  function toContent(post: Post, { isCompact = false }: SendOptions): Params {
    return {
      text: renderPost(post, { now: clock(), isCompact }).html,
      parse_mode: "HTML",
      link_preview_options: choosePreview(post, isCompact),
    };
  }

  /** Says once in the General topic that another one stopped getting posts, so that an administrator knows. */
  async function tellTopicGone(place: Place): Promise<void> {
    const key = `${place.chatId}/${place.threadId}`;
    if (toldTopics.has(key)) return;
    if (toldTopics.size >= TOPICS_TOLD_MAX) toldTopics.clear();
    toldTopics.add(key);
    const text =
      "A topic that was subscribed to news is closed or deleted, so its posts have stopped. Use /subscribe in another topic to go on.";
    try {
      await client.call("sendMessage", { chat_id: place.chatId, text });
    } catch (error) {
      log.info({ platform: "telegram", reason: toFailure(error).reason }, "topic_notice_not_sent");
    }
  }

  async function sendOnce(place: Place, params: Params): Promise<SendResult | Failure> {
    try {
      const messageId = readMessageId(await client.call("sendMessage", { ...toTarget(place), ...params }, "post"));
      if (messageId !== null) return { outcome: "sent", messageId: String(messageId) };
      return { outcome: "uncertain", reason: "the answer has not the expected shape" };
    } catch (error) {
      return toFailure(error);
    }
  }

  return {
    async send(destination, post, options) {
      const place = readPlace(destination.address);
      if (place === null) return { outcome: "refused", reason: "the address is none of Telegram's" };
      if (options.firstSentAt && inDoubt === "skip") {
        return { outcome: "uncertain", reason: "an earlier send may have arrived" };
      }
      const heldMs = client.heldMs(place.chatId);
      if (heldMs > HELD_MS_MAX) {
        return { outcome: "retry", afterMs: Math.ceil(heldMs), reason: "Telegram asked for a pause in this chat" };
      }
      const params = { ...toContent(post, options), ...(options.isSilent ? { disable_notification: true } : {}) };
      let result = await sendOnce(place, params);
      if ("kind" in result && result.kind === "moved" && result.movedTo !== null) {
        await onMoved(place.chatId, result.movedTo);
        result = await sendOnce({ chatId: result.movedTo, threadId: null }, params);
      }
      if (!("kind" in result)) return result;
      if (result.kind === "topic-gone") await tellTopicGone(place);
      if (result.kind === "refused") log.error({ platform: "telegram", reason: result.reason }, "post_refused");
      return toSendResult(result);
    },

    async edit(destination, messageId, post, options) {
      const place = readPlace(destination.address);
      if (place === null) return { outcome: "refused", reason: "the address is none of Telegram's" };
      try {
        const target = { chat_id: place.chatId, message_id: Number(messageId) };
        await client.call("editMessageText", { ...target, ...toContent(post, options) }, "post");
        return { outcome: "sent", messageId };
      } catch (error) {
        const failure = toFailure(error);
        if (failure.kind === "same") return { outcome: "sent", messageId };
        // Editing twice does no harm, so a lost answer is no doubt.
        return failure.kind === "uncertain"
          ? { outcome: "retry", afterMs: 10_000, reason: failure.reason }
          : toSendResult(failure);
      }
    },
  };
}
