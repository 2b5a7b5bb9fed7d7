/** The emulator's endpoints for channels' webhooks, with the checks, names and limits Discord has for them. */

import { buildMessage, changeMessage, findChannel, may, openThread } from "./channel-routes.ts";
import { ApiError, apiError } from "./errors.ts";
import type { Gateway } from "./gateway.ts";
import { asBody, type Request, type Route } from "./http.ts";
import { asList, asText, checkMessage, measure } from "./rules.ts";
import { toChannel, toMessageData, toUser } from "./shapes.ts";
import {
  type Channel,
  createId,
  type EmulatorStore,
  FLAGS,
  isForum,
  isThread,
  type Json,
  type JsonObject,
  type Message,
  PERMISSIONS,
  type Webhook,
} from "./store.ts";

const WEBHOOKS_MAX = 15;
const MESSAGES_A_MINUTE = 30;
const FLAGS_TAKEN = FLAGS.suppressEmbeds | FLAGS.suppressNotifications;

/** https://docs.discord.com/developers/resources/webhook and the nickname guidelines it names. */
export function checkName(name: Json | undefined): void {
  if (name === undefined || name === null) return;
  const text = asText(name);
  const isBad = /clyde|discord|[@#:]|```/i.test(text.normalize("NFKC")) || /^(?:everyone|here)$/i.test(text);
  if (measure(text) < 1 || measure(text) > 80 || isBad) throw apiError(50035);
}

const toWebhook = (store: EmulatorStore, webhook: Webhook): JsonObject => ({
  id: webhook.id,
  type: 1,
  name: webhook.name,
  avatar: null,
  channel_id: webhook.channelId,
  guild_id: store.channels.get(webhook.channelId)?.guildId ?? null,
  application_id: webhook.applicationId,
  user: toUser(store, store.botId),
  // A program is shown the tokens of its own only.
  ...(webhook.applicationId === store.applicationId || webhook.applicationId === null ? { token: webhook.token } : {}),
});

export function createWebhookRoutes(
  store: EmulatorStore,
  gateway: () => Gateway,
  answers: { readonly followUp: (request: Request) => Json },
): readonly Route[] {
  /** When webhooks posted in a channel, whichever it was. */
  const posted = new Map<string, number[]>();

  function findManaged(id: string): Channel {
    const channel = findChannel(store, id);
    if (channel.guildId === null || isThread(channel)) throw apiError(50024);
    if (!may(store, channel, PERMISSIONS.MANAGE_WEBHOOKS)) throw apiError(50013);
    return channel;
  }

  function findWebhook({ params }: Request): Webhook {
    const webhook = store.webhooks.get(params["application"] ?? "");
    if (webhook === undefined || !store.channels.has(webhook.channelId)) throw apiError(10015);
    if (webhook.token !== params["token"]) throw apiError(50027);
    return webhook;
  }

  function countIn(channelId: string): void {
    const now = performance.now();
    const recent = (posted.get(channelId) ?? []).filter((at) => at > now - 60_000);
    if (recent.length >= MESSAGES_A_MINUTE) {
      const retryAfter = ((recent[0] ?? now) + 60_000 - now) / 1000;
      const body = { message: "You are being rate limited.", retry_after: retryAfter, global: false };
      throw new ApiError(429, body, {
        "retry-after": String(Math.ceil(retryAfter)),
        "x-ratelimit-scope": "shared",
      });
    }
    posted.set(channelId, [...recent, now]);
  }

  /** Where it is to be posted: a thread of the webhook's channel, or one that is made for it. */
  function choosePlace(webhook: Webhook, query: URLSearchParams, fields: JsonObject): Channel {
    const own = findChannel(store, webhook.channelId);
    const threadId = query.get("thread_id");
    const title = asText(fields["thread_name"]);
    if (threadId !== null) {
      const thread = store.channels.get(threadId);
      if (thread === undefined || thread.parentId !== own.id || title !== "") throw apiError(10003);
      if (thread.isLocked) throw apiError(160005);
      thread.isArchived = false;
      return thread;
    }
    if (!isForum(own)) {
      if (title !== "") throw apiError(220003);
      return own;
    }
    // A forum takes no message that lies in no thread.
    if (title === "") throw apiError(220001);
    const thread = openThread(store, own, webhook.id, title, asList(fields["applied_tags"]).map(String));
    gateway().dispatch("THREAD_CREATE", { ...toChannel(store, thread), newly_created: true }, thread.guildId);
    return thread;
  }

  function execute(request: Request): Json | undefined {
    // Answers to interactions go by the application's own id.
    if (request.params["application"] === store.applicationId) return answers.followUp(request);
    const webhook = findWebhook(request);
    const fields = asBody(request.body);
    checkName(fields["username"]);
    checkMessage(fields, request.files.length, "message");
    if ((Number(fields["flags"] ?? 0) & ~FLAGS_TAKEN) !== 0) throw apiError(50035);
    const hasPress = JSON.stringify(fields["components"] ?? []).includes('"custom_id"');
    if (hasPress && webhook.applicationId !== store.applicationId) throw apiError(50035);
    countIn(webhook.channelId);
    const place = choosePlace(webhook, request.query, fields);
    const face = {
      webhookId: webhook.id,
      applicationId: webhook.applicationId,
      name: asText(fields["username"]) || webhook.name,
      avatarUrl: asText(fields["avatar_url"]) || null,
    };
    const isFirst = isForum(findChannel(store, webhook.channelId)) && request.query.get("thread_id") === null;
    const message = buildMessage(store, place.id, { ...fields, nonce: null }, request.files, {
      authorId: webhook.id,
      face,
      ...(isFirst ? { id: place.id } : {}),
    });
    // Without wait=true Discord tells nothing of what became of it.
    return request.query.get("wait") === "true" ? toMessageData(store, message) : undefined;
  }

  function findOwnMessage(request: Request, webhook: Webhook): Message {
    const message = store.messages.get(request.params["message"] ?? "");
    const place = request.query.get("thread_id") ?? webhook.channelId;
    const isOwn = message?.authorId === webhook.id && message.channelId === place && !message.isDeleted;
    if (message === undefined || !isOwn) throw apiError(10008);
    return message;
  }

  function edit(request: Request): Json {
    const webhook = findWebhook(request);
    const message = findOwnMessage(request, webhook);
    if (store.channels.get(message.channelId)?.isArchived === true) throw apiError(50083);
    checkMessage(asBody(request.body), request.files.length, "edit");
    changeMessage(store, message, asBody(request.body), request.files);
    return toMessageData(store, message);
  }

  return [
    {
      name: "GET /channels/:channel/webhooks",
      handle({ params }) {
        const channel = findManaged(params["channel"] ?? "");
        return [...store.webhooks.values()]
          .filter((each) => each.channelId === channel.id)
          .map((each) => toWebhook(store, each));
      },
    },
    {
      name: "POST /channels/:channel/webhooks",
      handle({ params, body }) {
        const channel = findManaged(params["channel"] ?? "");
        const name = asText(asBody(body)["name"]);
        if (name === "") throw apiError(50035);
        checkName(name);
        const count = [...store.webhooks.values()].filter((each) => each.channelId === channel.id).length;
        if (count >= WEBHOOKS_MAX) throw apiError(30007);
        const webhook: Webhook = {
          id: createId(),
          token: `hook-${createId()}`,
          channelId: channel.id,
          name,
          applicationId: store.applicationId,
        };
        store.webhooks.set(webhook.id, webhook);
        return toWebhook(store, webhook);
      },
    },
    {
      name: "DELETE /webhooks/:webhook",
      handle({ params }) {
        const webhook = store.webhooks.get(params["webhook"] ?? "");
        if (webhook === undefined) throw apiError(10015);
        findManaged(webhook.channelId);
        store.webhooks.delete(webhook.id);
        return undefined;
      },
    },
    {
      name: "POST /webhooks/:application/:token",
      handle: execute,
      isOpen: true,
      limit: { count: 5, windowMs: 2000 },
    },
    { name: "PATCH /webhooks/:application/:token/messages/:message", handle: edit, isOpen: true },
  ];
}
