/** The emulator's endpoints for channels, threads and messages, with Discord's permission and existence checks. */

import { apiError } from "./errors.ts";
import type { Gateway } from "./gateway.ts";
import { asBody, type Request, type Route } from "./http.ts";
import { asList, asObject, asText, checkMessage, findPings, measure, toRolePing } from "./rules.ts";
import { toChannel, toMessageData, toUser } from "./shapes.ts";
import {
  CHANNEL_TYPES,
  type Channel,
  createId,
  type Embed,
  type EmulatorStore,
  isForum,
  isThread,
  type JsonObject,
  listMessages,
  type Message,
  PERMISSIONS,
  POSTING_PERMISSIONS,
} from "./store.ts";

export interface Limits {
  readonly count: number;
  readonly windowMs: number;
}

/** The channel, when the bot may see it. */
export function findChannel(store: EmulatorStore, id: string): Channel {
  const channel = store.channels.get(id);
  if (channel === undefined) throw apiError(10003);
  const isMember = channel.guildId === null || store.guilds.get(channel.guildId)?.isMember === true;
  if (!isMember || !may(store, channel, PERMISSIONS.VIEW_CHANNEL)) throw apiError(50001);
  return channel;
}

/** A thread goes by its parent's permissions. */
export function may(store: EmulatorStore, channel: Channel, permission: bigint): boolean {
  const parent = channel.parentId === null ? undefined : store.channels.get(channel.parentId);
  return ((parent ?? channel).permissions & channel.permissions & permission) === permission;
}

function findMessage(store: EmulatorStore, channel: Channel, id: string): Message {
  const message = store.messages.get(id);
  if (message === undefined || message.isDeleted || message.channelId !== channel.id) throw apiError(10008);
  return message;
}

export function buildMessage(
  store: EmulatorStore,
  channelId: string,
  body: JsonObject,
  files: Request["files"],
  more: Partial<Pick<Message, "id" | "askedBy" | "flags" | "authorId" | "face">> = {},
): Message {
  const message: Message = {
    id: more.id ?? createId(),
    channelId,
    authorId: more.authorId ?? store.botId,
    ...(more.face === undefined ? {} : { face: more.face }),
    content: asText(body["content"]).trim(),
    embeds: asList(body["embeds"]) as unknown as readonly Embed[],
    components: asList(body["components"]) as unknown as Message["components"],
    files,
    flags: more.flags ?? Number(body["flags"] ?? 0),
    nonce: typeof body["nonce"] === "string" ? body["nonce"] : null,
    pings: findPings(body, (id) => toRolePing(store, channelId, id)),
    isDeleted: false,
    isCrossposted: false,
    editCount: 0,
    askedBy: more.askedBy ?? null,
  };
  store.messages.set(message.id, message);
  return message;
}

/** What an edit leaves out stays. */
export function changeMessage(store: EmulatorStore, message: Message, body: JsonObject, files: Request["files"]): void {
  if (body["content"] !== undefined) message.content = asText(body["content"]).trim();
  if (body["embeds"] !== undefined) message.embeds = asList(body["embeds"]) as unknown as readonly Embed[];
  if (body["components"] !== undefined)
    message.components = asList(body["components"]) as unknown as Message["components"];
  if (body["attachments"] !== undefined || files.length > 0) message.files = files;
  if (body["allowed_mentions"] !== undefined || body["content"] !== undefined)
    message.pings = findPings(body, (id) => toRolePing(store, message.channelId, id));
  message.editCount += 1;
}

function checkMayPost(store: EmulatorStore, channel: Channel, body: JsonObject, fileCount: number): void {
  if (store.people.get(channel.recipientId ?? "")?.isClosed === true) throw apiError(50007);
  if (channel.isLocked && !may(store, channel, PERMISSIONS.MANAGE_THREADS)) throw apiError(160005);
  const needed = isThread(channel) ? PERMISSIONS.SEND_MESSAGES_IN_THREADS : PERMISSIONS.SEND_MESSAGES;
  if (!may(store, channel, needed)) throw apiError(50013);
  if (asList(body["embeds"]).length > 0 && !may(store, channel, PERMISSIONS.EMBED_LINKS)) throw apiError(50013);
  if (fileCount > 0 && !may(store, channel, PERMISSIONS.ATTACH_FILES)) throw apiError(50013);
}

/** The chat of the bot with a person. */
export function openDirect(store: EmulatorStore, recipientId: string): Channel {
  const channel: Channel = {
    id: createId(),
    guildId: null,
    parentId: null,
    ownerId: null,
    type: CHANNEL_TYPES.dm,
    name: "",
    tags: [],
    isTagRequired: false,
    appliedTags: [],
    permissions: POSTING_PERMISSIONS,
    isArchived: false,
    isLocked: false,
    recipientId,
  };
  store.channels.set(channel.id, channel);
  return channel;
}

/** A thread in a forum, with the forum's rules for titles and tags. */
export function openThread(
  store: EmulatorStore,
  forum: Channel,
  ownerId: string,
  name: string,
  tags: readonly string[],
): Channel {
  if (measure(name) < 1 || measure(name) > 100) throw apiError(50035);
  if (forum.isTagRequired && tags.length === 0) throw apiError(40067);
  for (const id of tags) {
    const tag = forum.tags.find((each) => each.id === id);
    if (tag === undefined || tags.length > 5) throw apiError(50035);
    if (tag.moderated && !may(store, forum, PERMISSIONS.MANAGE_THREADS)) throw apiError(50013);
  }
  const thread: Channel = {
    ...forum,
    id: createId(),
    parentId: forum.id,
    ownerId,
    type: 11,
    name,
    tags: [],
    isTagRequired: false,
    appliedTags: tags,
    isArchived: false,
    isLocked: false,
  };
  store.channels.set(thread.id, thread);
  return thread;
}

export function createChannelRoutes(
  store: EmulatorStore,
  gateway: () => Gateway,
  messageLimit: Limits,
  crosspostLimit: Limits,
): readonly Route[] {
  function reopenThread(thread: Channel): void {
    thread.isArchived = false;
    gateway().dispatch("THREAD_UPDATE", toChannel(store, thread), thread.guildId);
  }

  function createMessage({ params, body, files }: Request) {
    const channel = findChannel(store, params["channel"] ?? "");
    const fields = asBody(body);
    if (isForum(channel)) throw apiError(50008);
    checkMayPost(store, channel, fields, files.length);
    checkMessage(fields, files.length, "message");
    const nonce = asText(fields["nonce"]);
    const isEnforced = fields["enforce_nonce"] === true && nonce !== "";
    const known = isEnforced ? store.nonces.get(nonce) : undefined;
    if (known !== undefined) return toMessageData(store, findMessage(store, channel, known));
    // topics/threads#active-archived-threads: a message opens it, unless a moderator has locked it.
    if (channel.isArchived) reopenThread(channel);
    const message = buildMessage(store, channel.id, fields, files);
    if (isEnforced) store.nonces.set(nonce, message.id);
    return toMessageData(store, message);
  }

  function createForumPost({ params, body, files }: Request) {
    const forum = findChannel(store, params["channel"] ?? "");
    if (!isForum(forum)) throw apiError(50024);
    const fields = asBody(body);
    const message = asObject(fields["message"]);
    checkMayPost(store, forum, message, files.length);
    checkMessage(message, files.length, "message");
    const tags = asList(fields["applied_tags"]).map(String);
    const thread = openThread(store, forum, store.botId, asText(fields["name"]), tags);
    // The first message of a forum post has the id of its thread.
    const first = buildMessage(store, thread.id, message, files, { id: thread.id });
    gateway().dispatch("THREAD_CREATE", { ...toChannel(store, thread), newly_created: true }, thread.guildId);
    return { ...toChannel(store, thread), message: toMessageData(store, first) };
  }

  /** discord.com/developers/docs/resources/channel#start-thread-from-message: the thread bears the message's id. */
  function createThread({ params, body }: Request) {
    const channel = findChannel(store, params["channel"] ?? "");
    const message = findMessage(store, channel, params["message"] ?? "");
    if (isForum(channel) || isThread(channel) || channel.guildId === null) throw apiError(50024);
    if (!may(store, channel, PERMISSIONS.CREATE_PUBLIC_THREADS)) throw apiError(50013);
    if (store.channels.has(message.id)) throw apiError(160004);
    const fields = asBody(body);
    const name = asText(fields["name"]);
    if (measure(name) < 1 || measure(name) > 100) throw apiError(50035);
    if (![60, 1440, 4320, 10080].includes(Number(fields["auto_archive_duration"] ?? 1440))) throw apiError(50035);
    const type = channel.type === 5 ? 10 : 11;
    const own = { id: message.id, parentId: channel.id, ownerId: store.botId, type, name, appliedTags: [] };
    const thread: Channel = { ...channel, ...own, isArchived: false, isLocked: false };
    store.channels.set(thread.id, thread);
    gateway().dispatch("THREAD_CREATE", { ...toChannel(store, thread), newly_created: true }, thread.guildId);
    return toChannel(store, thread);
  }

  return [
    { name: "POST /channels/:channel/messages", handle: createMessage, limit: messageLimit },
    {
      name: "GET /channels/:channel/messages",
      handle({ params, query }) {
        const channel = findChannel(store, params["channel"] ?? "");
        if (!may(store, channel, PERMISSIONS.READ_MESSAGE_HISTORY)) return [];
        const after = BigInt(query.get("after") ?? "0");
        const limit = Number(query.get("limit") ?? "50");
        const found = listMessages(store, channel.id).filter((message) => BigInt(message.id) > after);
        const page = after > 0n ? found.slice(0, limit) : found.slice(-limit);
        return page.reverse().map((message) => toMessageData(store, message));
      },
    },
    {
      name: "GET /channels/:channel/messages/:message",
      handle({ params }) {
        const channel = findChannel(store, params["channel"] ?? "");
        return toMessageData(store, findMessage(store, channel, params["message"] ?? ""));
      },
    },
    {
      name: "PATCH /channels/:channel/messages/:message",
      // A bucket of its own: topics/rate-limits says that each method of a route has one.
      limit: messageLimit,
      handle({ params, body, files }) {
        const channel = findChannel(store, params["channel"] ?? "");
        const message = findMessage(store, channel, params["message"] ?? "");
        if (message.authorId !== store.botId) throw apiError(50005);
        if (channel.isArchived) throw apiError(50083);
        checkMessage(asBody(body), files.length, "edit");
        changeMessage(store, message, asBody(body), files);
        return toMessageData(store, message);
      },
    },
    {
      name: "DELETE /channels/:channel/messages/:message",
      handle({ params }) {
        findMessage(store, findChannel(store, params["channel"] ?? ""), params["message"] ?? "").isDeleted = true;
        return undefined;
      },
    },
    {
      name: "POST /channels/:channel/messages/:message/crosspost",
      limit: crosspostLimit,
      handle({ params }) {
        const channel = findChannel(store, params["channel"] ?? "");
        const message = findMessage(store, channel, params["message"] ?? "");
        if (channel.type !== 5) throw apiError(50024);
        if (message.isCrossposted) throw apiError(40033);
        const isOwn = message.authorId === store.botId;
        if (!isOwn && !may(store, channel, PERMISSIONS.MANAGE_MESSAGES)) throw apiError(50013);
        message.isCrossposted = true;
        return toMessageData(store, message);
      },
    },
    { name: "POST /channels/:channel/messages/:message/threads", handle: createThread, limit: messageLimit },
    { name: "POST /channels/:channel/threads", handle: createForumPost, limit: messageLimit },
    {
      name: "GET /channels/:channel",
      handle: ({ params }) => toChannel(store, findChannel(store, params["channel"] ?? "")),
    },
    {
      name: "PATCH /channels/:channel",
      handle({ params, body }) {
        const channel = findChannel(store, params["channel"] ?? "");
        if (asBody(body)["archived"] === false) {
          if (channel.isLocked && !may(store, channel, PERMISSIONS.MANAGE_THREADS)) throw apiError(50013);
          reopenThread(channel);
        }
        return toChannel(store, channel);
      },
    },
    {
      name: "GET /guilds/:guild/threads/active",
      handle({ params }) {
        const guild = store.guilds.get(params["guild"] ?? "");
        if (guild === undefined || !guild.isMember) throw apiError(50001);
        const threads = [...store.channels.values()].filter(
          (channel) => channel.guildId === guild.id && isThread(channel) && !channel.isArchived,
        );
        return { threads: threads.map((thread) => toChannel(store, thread)), members: [] };
      },
    },
    {
      // discord.com/developers/docs/resources/channel#list-public-archived-threads
      name: "GET /channels/:channel/threads/archived/public",
      handle({ params }) {
        const forum = findChannel(store, params["channel"] ?? "");
        if (!may(store, forum, PERMISSIONS.READ_MESSAGE_HISTORY)) throw apiError(50013);
        const threads = [...store.channels.values()].filter(
          (channel) => channel.parentId === forum.id && isThread(channel) && channel.isArchived,
        );
        return { threads: threads.map((thread) => toChannel(store, thread)), members: [], has_more: false };
      },
    },
    {
      // One chat with each person, also with one who takes no messages.
      name: "POST /users/@me/channels",
      handle({ body }) {
        const recipientId = asText(asBody(body)["recipient_id"]);
        if (!store.people.has(recipientId)) throw apiError(50035);
        const known = [...store.channels.values()].find((each) => each.recipientId === recipientId);
        return toChannel(store, known ?? openDirect(store, recipientId));
      },
    },
    { name: "GET /users/@me", handle: () => toUser(store, store.botId) },
  ];
}
