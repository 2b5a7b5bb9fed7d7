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
import { findLost, type Probe } from "./find-lost.ts";
import type { MessageIds } from "./message-ids.ts";
import { isOtherKind, isPhotoRefused, toCaption, toPhoto } from "./photo.ts";
import { choosePreview, NO_PREVIEW, renderPost } from "./render.ts";
import { renderDigest } from "./render-digest.ts";
import { type FoldedForm, isFolded, renderRichPost } from "./rich.ts";

/** What has to wait longer for its chat's turn goes back to the outbox, and takes no slot meanwhile. */
const WAIT_IN_LANE_MS_MAX = 500;
const TOPICS_TOLD_MAX = 1_000;
const EDIT_RETRY_MS = 10_000;
const DOUBT_WAIT_MS = 15_000;
const KEYBOARD_REFUSED = /button|keyboard|reply[_ ]markup/i;

export interface PostingDependencies {
  readonly client: Client;
  readonly ids: MessageIds;
  readonly botId: () => number;
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
  const { client, ids, log, inDoubt, onMoved, ownCommands, toKeyboard } = dependencies;
  /** Chats with a post that may have arrived, by the place it was for: another would make it impossible to tell. */
  const doubtful = createBoundedMap<number, string>(TOPICS_TOLD_MAX);
  const toldTopics = createBoundedMap<string, true>(TOPICS_TOLD_MAX);
  let isRich = dependencies.hasRichPosts;
  let folded: FoldedForm = "text";

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

  /** Servers from Bot API 10.5 on take folded quotations in another form, and say only that they refuse this one. */
  async function tryRich(
    post: Post,
    isCompact: boolean,
    attempt: (content: Params) => Promise<SendResult | Failure>,
  ): Promise<SendResult | Failure> {
    const message = renderRichPost(post, { isCompact, folded });
    const result = await attempt({ rich_message: message });
    if (!("kind" in result) || result.kind !== "refused" || !isFolded(message)) return result;
    const other = folded === "text" ? "blocks" : "text";
    const second = await attempt({ rich_message: renderRichPost(post, { isCompact, folded: other }) });
    if (!("kind" in second)) folded = other;
    return second;
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
    // The channel's own look is text with marks: blocks have an order of their own.
    if (isRich && (post.template == null || isCompact)) {
      const result = await tryRich(post, isCompact, attemptWith);
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

  async function sendOnce(place: Place, params: Params, leave: () => Promise<boolean>): Promise<SendResult | Failure> {
    try {
      const form = "photo" in params ? "sendPhoto" : "sendMessage";
      const method = "rich_message" in params ? "sendRichMessage" : form;
      const messageId = readMessageId(await client.call(method, { ...toTarget(place), ...params }, "post", leave));
      if (messageId !== null) return { outcome: "sent", messageId: String(messageId) };
      return { outcome: "uncertain", reason: "the answer has not the expected shape" };
    } catch (error) {
      return toFailure(error);
    }
  }

  /** Why nothing can leave for this place now, or null. */
  function findWait(chatId: number, address: string): SendResult | null {
    const waitMs = client.waitMs(chatId);
    if (waitMs > WAIT_IN_LANE_MS_MAX) {
      const reason = "it is not this chat's turn yet";
      return { outcome: "retry", afterMs: Math.ceil(waitMs), reason, isUntried: true };
    }
    if ((doubtful.get(chatId) ?? address) === address) return null;
    const reason = "another post of this chat may have arrived";
    return { outcome: "retry", afterMs: DOUBT_WAIT_MS, reason, isUntried: true };
  }

  /** What became of the earlier try: an end of this one, or whether it is the first that can arrive. */
  async function settleDoubt(
    { chatId }: Place,
    { leftAfter = null, mayDouble = true }: SendOptions,
    probe: Probe,
  ): Promise<SendResult | "first" | "second"> {
    const lost = await findLost(chatId, leftAfter === null ? null : Number(leftAfter), probe, dependencies);
    log.info({ platform: "telegram", found: lost.kind }, "lost_post_looked_for");
    if (lost.kind === "failed") {
      const result = toSendResult(lost.failure);
      if (result.outcome !== "uncertain" && result.outcome !== "retry") return result;
      return { outcome: "retry", afterMs: DOUBT_WAIT_MS, reason: lost.failure.reason, isInDoubt: true };
    }
    doubtful.delete(chatId);
    if (lost.kind === "found") return { outcome: "sent", messageId: lost.messageId };
    if (lost.kind === "absent") return "first";
    ids.muddle(chatId);
    const mayRepeat = mayDouble && inDoubt !== "skip";
    return mayRepeat ? "second" : { outcome: "uncertain", reason: "an earlier send may have arrived" };
  }

  /** Also to the group's new address; not at all where it may have arrived before and must not come twice. */
  async function sendTo(
    destination: Destination,
    options: SendOptions,
    say: Say,
    attempt: (to: Place, manner: Params, leave: () => Promise<boolean>) => Promise<SendResult | Failure>,
    probe: ((place: Place, messageId: number) => Promise<SendResult | Failure>) | null,
  ): Promise<SendResult> {
    const place = readPlace(destination.address);
    if (place === null) return { outcome: "refused", reason: "the address is none of Telegram's" };
    const { chatId } = place;
    const wait = findWait(chatId, destination.address);
    if (wait !== null) return wait;
    if (options.firstSentAt && probe === null && inDoubt === "skip") {
      return { outcome: "uncertain", reason: "an earlier send may have arrived" };
    }
    let isFirst = true;
    if (options.firstSentAt && probe !== null) {
      const settled = await settleDoubt(place, options, (id) => probe(place, id));
      if (typeof settled !== "string") return settled;
      isFirst = settled === "first";
    }
    let mark: number | null = null;
    let leaving: Promise<boolean> | null = null;
    /** Several forms may be tried: it is written down once. */
    const leave = (): Promise<boolean> => {
      if (leaving === null) {
        mark = ids.findMark(chatId);
        const told = { mark: mark === null ? null : String(mark), isFirst };
        leaving = options.onLeaving?.(told) ?? Promise.resolve(true);
      }
      return leaving;
    };
    const manner = options.isSilent ? { disable_notification: true } : {};
    let result = await attempt(place, manner, leave);
    if ("kind" in result && result.kind === "moved" && result.movedTo !== null) {
      await onMoved(chatId, result.movedTo);
      result = await attempt({ chatId: result.movedTo, threadId: null }, manner, leave);
    }
    if (!("kind" in result)) return result;
    if (result.kind === "topic-gone") await tellTopicGone(place, say);
    if (result.kind === "refused") log.error({ platform: "telegram", reason: result.reason }, "post_refused");
    if (result.kind !== "uncertain") return toSendResult(result);
    if (probe === null) ids.muddle(chatId);
    else doubtful.set(chatId, destination.address);
    return { outcome: "uncertain", reason: result.reason, canBeFound: probe !== null && mark !== null };
  }

  /** Makes a message show the post, in whichever kind it was sent: "sent" also when it does already. */
  async function change(
    { chatId }: Place,
    messageId: string,
    post: Post | Digest,
    options: SendOptions,
  ): Promise<SendResult | Failure> {
    const target = { chat_id: chatId, message_id: Number(messageId) };
    const call = async (method: string, content: Params): Promise<SendResult | Failure> => {
      try {
        await client.call(method, { ...target, ...content }, "post");
        return { outcome: "sent", messageId };
      } catch (error) {
        const failure = toFailure(error);
        return failure.kind === "same" ? { outcome: "sent", messageId } : failure;
      }
    };
    const editText = () => tryForms(post, options, chatId, (content) => call("editMessageText", content));
    if (isDigest(post)) return editText();
    // Whether it was sent as a photo is not kept: what would be one now is tried as one first.
    const { isCompact = false } = options;
    const keyboard = toKeyboard(post, isCompact, chatId);
    const editCaption = () =>
      tryKeyboard(keyboard, (markup) => call("editMessageCaption", { ...toCaption(post, isCompact), ...markup }));
    const isPhoto = toPhoto(post, isCompact) !== null;
    const first = await (isPhoto ? editCaption() : editText());
    return isOtherKind(first) ? (isPhoto ? editText() : editCaption()) : first;
  }

  return {
    send: (destination, post, options) =>
      sendTo(
        destination,
        options,
        isDigest(post) ? sayIn(post.language) : sayFor(post),
        (to, manner, leave) =>
          tryForms(post, { ...options, hasPhoto: true }, to.chatId, (content) =>
            sendOnce(to, { ...content, ...manner }, leave),
          ),
        (place, messageId) => change(place, String(messageId), post, options),
      ),

    say: (destination, reply, options) =>
      sendTo(
        destination,
        options,
        sayIn(reply.language ?? "en"),
        (to, manner, leave) => {
          const [message] = renderReply(reply, { ownCommands });
          const { html = "", preview = NO_PREVIEW } = message ?? {};
          return sendOnce(to, { text: html, parse_mode: "HTML", link_preview_options: preview, ...manner }, leave);
        },
        null,
      ),

    async edit(destination, messageId, post, options): Promise<SendResult> {
      const place = readPlace(destination.address);
      if (place === null) return { outcome: "refused", reason: "the address is none of Telegram's" };
      const result = await change(place, messageId, post, options);
      if (!("kind" in result)) return result;
      // Editing twice does no harm, so a lost answer is no doubt.
      return result.kind === "uncertain"
        ? { outcome: "retry", afterMs: EDIT_RETRY_MS, reason: result.reason }
        : toSendResult(result);
    },
  };
}
