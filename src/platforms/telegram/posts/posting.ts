/** Sends and edits posts: one message each, with every failure as a result the outbox can settle. */

import { createBoundedMap } from "../../../domain/bounded-map.ts";
import { type Digest, isDigest } from "../../../domain/digest.ts";
import type { Log, SendOptions } from "../../../domain/platform.ts";
import type { Post, Reply } from "../../../domain/post.ts";
import type { Say } from "../../../domain/say.ts";
import type { Destination, SendResult } from "../../../domain/subscription.ts";
import { sayFor } from "../../../messages/post-lines.ts";
import { sayIn } from "../../../messages/say.ts";
import { readMessageId } from "../chats/incoming.ts";
import { type InlineButton, renderReply } from "../chats/render-reply.ts";
import type { Client, Params } from "../connection/client.ts";
import { type Failure, toFailure, toSendResult } from "../connection/failures.ts";
import { type Place, readPlace, toTarget } from "../place.ts";
import { isOtherKind, isPhotoRefused, toCaption, toPhoto } from "./photo.ts";
import { choosePreview, NO_PREVIEW, renderPost } from "./render.ts";
import { renderDigest } from "./render-digest.ts";
import { renderRichPost } from "./rich.ts";

/** A chat held longer than this by the server goes back to the outbox instead of waiting here. */
const HELD_MS_MAX = 3_000;
const TOPICS_TOLD_MAX = 1_000;
const EDIT_RETRY_MS = 10_000;
const KEYBOARD_REFUSED = /button|keyboard|reply[_ ]markup/i;

export interface PostingDependencies {
  readonly client: Client;
  readonly log: Log;
  readonly inDoubt: "resend" | "skip";
  readonly onMoved: (fromChatId: number, toChatId: number) => Promise<void>;
  /** Names a person may press in a text; others are defused. */
  readonly ownCommands: ReadonlySet<string>;
  /** Posts as rich messages; a server that does not know them gets HTML from then on. */
  readonly hasRichPosts: boolean;
  /** The buttons under a post in a chat. */
  readonly toKeyboard: (post: Post, isCompact: boolean, chatId: number) => readonly (readonly InlineButton[])[];
}

export interface Posting {
  /** In one message. */
  say(destination: Destination, reply: Reply, options: SendOptions): Promise<SendResult>;
  send(destination: Destination, post: Post | Digest, options: SendOptions): Promise<SendResult>;
  edit(destination: Destination, messageId: string, post: Post, options: SendOptions): Promise<SendResult>;
}

export function createPosting(dependencies: PostingDependencies): Posting {
  const { client, log, inDoubt, onMoved, ownCommands, toKeyboard } = dependencies;
  const toldTopics = createBoundedMap<string, true>(TOPICS_TOLD_MAX);
  let isRich = dependencies.hasRichPosts;

  const toHtml = (post: Post, isCompact: boolean): Params => ({
    text: renderPost(post, { isCompact }).html,
    parse_mode: "HTML",
    link_preview_options: choosePreview(post, isCompact),
  });

  /** A button the server will not have must not cost the post: it is refused before anything is sent. */
  async function tryKeyboard(
    keyboard: readonly (readonly InlineButton[])[],
    attempt: (markup: Params) => Promise<SendResult | Failure>,
  ): Promise<SendResult | Failure> {
    if (keyboard.length === 0) return attempt({});
    const result = await attempt({ reply_markup: { inline_keyboard: keyboard } });
    if (!("kind" in result) || result.kind !== "refused" || !KEYBOARD_REFUSED.test(result.reason)) return result;
    log.warn({ platform: "telegram", reason: result.reason }, "post_buttons_refused");
    return attempt({});
  }

  /** Tries the photo or the rich form first where that is wished; a refusal of it means that nothing was sent. */
  async function tryForms(
    post: Post | Digest,
    { isCompact = false, hasPhoto = false }: SendOptions & { readonly hasPhoto?: boolean },
    chatId: number,
    attempt: (content: Params) => Promise<SendResult | Failure>,
  ): Promise<SendResult | Failure> {
    if (isDigest(post)) {
      const text = renderDigest(post).html;
      return attempt({ text, parse_mode: "HTML", link_preview_options: NO_PREVIEW });
    }
    // Each time anew: an edit without a keyboard would take it off.
    const keyboard = toKeyboard(post, isCompact, chatId);
    const attemptWith = (content: Params) => tryKeyboard(keyboard, (markup) => attempt({ ...content, ...markup }));
    const photo = hasPhoto ? toPhoto(post, isCompact) : null;
    if (photo !== null) {
      const result = await attemptWith(photo);
      if (!isPhotoRefused(result)) return result;
      log.warn({ platform: "telegram", reason: result.reason }, "photo_refused");
    }
    if (isRich) {
      const result = await attemptWith({ rich_message: renderRichPost(post, { isCompact }) });
      if (!("kind" in result) || (result.kind !== "refused" && result.kind !== "unknown-method")) return result;
      if (result.kind === "unknown-method") isRich = false;
      log.warn({ platform: "telegram", reason: result.reason }, "rich_post_refused");
    }
    return attemptWith(toHtml(post, isCompact));
  }

  /** Says once in the General topic that another one stopped getting posts, so that an administrator knows. */
  async function tellTopicGone(place: Place, say: Say): Promise<void> {
    const key = `${place.chatId}/${place.threadId}`;
    if (toldTopics.has(key)) return;
    toldTopics.set(key, true);
    const text = say("telegram.topicGone");
    try {
      await client.call("sendMessage", { chat_id: place.chatId, text });
    } catch (error) {
      log.info({ platform: "telegram", reason: toFailure(error).reason }, "topic_notice_not_sent");
    }
  }

  async function sendOnce(place: Place, params: Params): Promise<SendResult | Failure> {
    try {
      const form = "photo" in params ? "sendPhoto" : "sendMessage";
      const method = "rich_message" in params ? "sendRichMessage" : form;
      const messageId = readMessageId(await client.call(method, { ...toTarget(place), ...params }, "post"));
      if (messageId !== null) return { outcome: "sent", messageId: String(messageId) };
      return { outcome: "uncertain", reason: "the answer has not the expected shape" };
    } catch (error) {
      return toFailure(error);
    }
  }

  /** Also to the group's new address; not at all where it may have arrived before and must not come twice. */
  async function sendTo(
    destination: Destination,
    options: SendOptions,
    say: Say,
    attempt: (to: Place, manner: Params) => Promise<SendResult | Failure>,
  ): Promise<SendResult> {
    const place = readPlace(destination.address);
    if (place === null) return { outcome: "refused", reason: "the address is none of Telegram's" };
    if (options.firstSentAt && inDoubt === "skip") {
      return { outcome: "uncertain", reason: "an earlier send may have arrived" };
    }
    const heldMs = client.heldMs(place.chatId);
    if (heldMs > HELD_MS_MAX) {
      const reason = "Telegram asked for a pause in this chat";
      return { outcome: "retry", afterMs: Math.ceil(heldMs), reason, isUntried: true };
    }
    const manner = options.isSilent ? { disable_notification: true } : {};
    let result = await attempt(place, manner);
    if ("kind" in result && result.kind === "moved" && result.movedTo !== null) {
      await onMoved(place.chatId, result.movedTo);
      result = await attempt({ chatId: result.movedTo, threadId: null }, manner);
    }
    if (!("kind" in result)) return result;
    if (result.kind === "topic-gone") await tellTopicGone(place, say);
    if (result.kind === "refused") log.error({ platform: "telegram", reason: result.reason }, "post_refused");
    return toSendResult(result);
  }

  return {
    send: (destination, post, options) =>
      sendTo(destination, options, isDigest(post) ? sayIn(post.language) : sayFor(post), (to, manner) =>
        tryForms(post, { ...options, hasPhoto: true }, to.chatId, (content) => sendOnce(to, { ...content, ...manner })),
      ),

    say: (destination, reply, options) =>
      sendTo(destination, options, sayIn(reply.language ?? "en"), async (to, manner) => {
        const [message] = renderReply(reply, { ownCommands });
        const { html = "", preview = NO_PREVIEW } = message ?? {};
        return sendOnce(to, { text: html, parse_mode: "HTML", link_preview_options: preview, ...manner });
      }),

    async edit(destination, messageId, post, options): Promise<SendResult> {
      const place = readPlace(destination.address);
      if (place === null) return { outcome: "refused", reason: "the address is none of Telegram's" };
      const target = { chat_id: place.chatId, message_id: Number(messageId) };
      const change = async (method: string, content: Params): Promise<SendResult | Failure> => {
        try {
          await client.call(method, { ...target, ...content }, "post");
          return { outcome: "sent", messageId };
        } catch (error) {
          return toFailure(error);
        }
      };
      // Whether it was sent as a photo is not kept: what would be one now is tried as one first.
      const { isCompact = false } = options;
      const keyboard = toKeyboard(post, isCompact, place.chatId);
      const editCaption = () =>
        tryKeyboard(keyboard, (markup) => change("editMessageCaption", { ...toCaption(post, isCompact), ...markup }));
      const editText = () => tryForms(post, options, place.chatId, (content) => change("editMessageText", content));
      const isPhoto = toPhoto(post, isCompact) !== null;
      const first = await (isPhoto ? editCaption() : editText());
      const result = isOtherKind(first) ? await (isPhoto ? editText() : editCaption()) : first;
      if (!("kind" in result)) return result;
      if (result.kind === "same") return { outcome: "sent", messageId };
      // Editing twice does no harm, so a lost answer is no doubt.
      return result.kind === "uncertain"
        ? { outcome: "retry", afterMs: EDIT_RETRY_MS, reason: result.reason }
        : toSendResult(result);
    },
  };
}
