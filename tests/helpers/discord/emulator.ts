/** A strict stand-in for Discord on loopback: API and gateway for the real client, and hands for a test's people. */

import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname } from "node:path";
import { type Attachments, createAttachments } from "./attachments.ts";
import { createChannelRoutes, type Limits } from "./channel-routes.ts";
import { type Gateway, openGateway } from "./gateway.ts";
import { createHttp, type Fault, type Route } from "./http.ts";
import { createInteractionRoutes } from "./interaction-routes.ts";
import { createPerson, type PersonActions } from "./person.ts";
import { toChannel, toGuild, toRole } from "./shapes.ts";
import {
  type Call,
  CHANNEL_TYPES,
  type Channel,
  type ChannelTypeName,
  createId,
  createStore,
  type EmulatorStore,
  type ForumTag,
  type Json,
  listMessages,
  type Message,
  POSTING_PERMISSIONS,
} from "./store.ts";

export type { Call, Message, ShownReply } from "./store.ts";
export { PERMISSIONS, POSTING_PERMISSIONS } from "./store.ts";

export interface EmulatorOptions {
  readonly token?: string;
  /** Messages a channel takes in a time; Discord's usual 5 in 5 s unless told otherwise. */
  readonly messageLimit?: Limits;
  readonly crosspostLimit?: Limits;
  readonly shardCount?: number;
  /** How long a command may go without a sign. */
  readonly interactionExpiryMs?: number;
}

export interface ChannelOptions {
  readonly name?: string;
  readonly type?: ChannelTypeName;
  /** What the bot may do there; all that posting needs unless told otherwise. */
  readonly permissions?: bigint;
  readonly parentId?: string;
  readonly tags?: readonly (string | { readonly name: string; readonly isModerated: boolean })[];
  readonly isTagRequired?: boolean;
  readonly isArchived?: boolean;
  readonly isLocked?: boolean;
}

export interface DiscordEmulator extends Omit<PersonActions, "close"> {
  /** For createDiscord's apiUrl. */
  readonly apiUrl: string;
  readonly token: string;
  readonly botId: string;
  readonly store: EmulatorStore;
  readonly gateway: Gateway;
  readonly calls: readonly Call[];
  /** The file server, of which the log of calls says nothing. */
  readonly attachments: Pick<Attachments, "fail" | "requests">;
  /** Adds a role anyone may mention, unless told otherwise; returns its id. */
  addRole(guildId: string, given?: { readonly name?: string; readonly isMentionable?: boolean }): string;
  /** Adds a server the bot is in; returns its id. */
  addGuild(name?: string): string;
  /** Adds a channel, thread (with parentId) or, with guildId null, a direct message; returns its id. */
  addChannel(guildId: string | null, options?: ChannelOptions): string;
  addPerson(options?: { readonly name?: string; readonly isManager?: boolean }): string;
  /** What everybody sees in the channel, oldest first. */
  messages(channelId: string): readonly Message[];
  /** Threads made in a forum, oldest first. */
  threads(forumId: string): readonly Channel[];
  deleteMessage(messageId: string): void;
  deleteChannel(channelId: string): void;
  /** The bot is removed from a server, or with isUnavailable the server only has an outage. */
  removeGuild(guildId: string, options?: { readonly isUnavailable?: boolean }): void;
  /** The bot is invited again. */
  returnToGuild(guildId: string): void;
  /** With isQuiet the client is not told, as when an event is lost. */
  setPermissions(channelId: string, permissions: bigint, options?: { readonly isQuiet?: boolean }): void;
  /** A moderator locks or unlocks a thread. */
  setLocked(threadId: string, isLocked: boolean): void;
  /** Orders something to go wrong, by route name such as `POST /channels/:channel/messages`. */
  inject(route: string, fault: Fault): void;
  /** Takes back what was ordered and was not met yet, and empties the rate limits. */
  heal(): void;
  /** Discord remembers a nonce for a few minutes: this is after them. */
  forgetNonces(): void;
  /** Writes the calls made so far for the validator of recorded calls. */
  saveCalls(path: string): Promise<void>;
  close(): Promise<void>;
}

/** An answer 429 as Discord gives it. */
export function rateLimited(retryAfterSeconds: number, options: { readonly isGlobal?: boolean } = {}): Fault {
  const isGlobal = options.isGlobal === true;
  return {
    kind: "status",
    status: 429,
    body: { message: "You are being rate limited.", retry_after: retryAfterSeconds, global: isGlobal },
    headers: {
      "retry-after": String(retryAfterSeconds),
      "x-ratelimit-scope": isGlobal ? "global" : "user",
      ...(isGlobal ? { "x-ratelimit-global": "true" } : {}),
    },
  };
}

export const apiFault = (status: number, code: number, message = "Ordered by the test"): Fault => ({
  kind: "status",
  status,
  body: { code, message },
});

/** Cloudflare's page in place of Discord's JSON. */
export const cloudflareBlock = (): Fault => ({
  kind: "status",
  status: 403,
  html: "<!DOCTYPE html><title>Access denied | discord.com used Cloudflare to restrict access</title>",
});

export async function startDiscordEmulator(options: EmulatorOptions = {}): Promise<DiscordEmulator> {
  const store = createStore(options.token ?? "emulated.discord.token");
  let gateway: Gateway;
  const attachments = createAttachments();
  const server = createServer((request, response) => {
    if (!attachments.handle(request, response)) http.handle(request, response);
  });
  const gatewayInfo = (): Json => ({
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/gateway`,
    shards: options.shardCount ?? 1,
    session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 16 },
  });
  const routes: readonly Route[] = [
    { name: "GET /gateway/bot", handle: gatewayInfo },
    ...createChannelRoutes(
      store,
      () => gateway,
      options.messageLimit ?? { count: 5, windowMs: 5000 },
      options.crosspostLimit ?? { count: 10, windowMs: 3_600_000 },
    ),
    ...createInteractionRoutes(store, () => gateway),
  ];
  const http = createHttp(store, routes);
  gateway = openGateway(server, store);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const expiryMs = options.interactionExpiryMs ?? 3000;
  const { close: closePeople, ...people } = createPerson({ store, gateway, attachments, origin, expiryMs });

  function findChannel(id: string): Channel {
    const channel = store.channels.get(id);
    if (channel === undefined) throw new Error(`There is no channel ${id}.`);
    return channel;
  }

  return {
    ...people,
    apiUrl: `${origin}/api`,
    token: store.token,
    botId: store.botId,
    store,
    gateway,
    calls: store.calls,
    attachments,
    addGuild(name = "Emulated server") {
      const guild = { id: createId(), name, botRoleId: createId(), roles: [], isMember: true };
      store.guilds.set(guild.id, guild);
      gateway.dispatch("GUILD_CREATE", toGuild(store, guild), guild.id);
      return guild.id;
    },
    addRole(guildId, given = {}) {
      const guild = store.guilds.get(guildId);
      if (guild === undefined) throw new Error(`There is no server ${guildId}.`);
      const role = { id: createId(), name: given.name ?? "readers", isMentionable: given.isMentionable !== false };
      guild.roles.push(role);
      gateway.dispatch("GUILD_ROLE_CREATE", { guild_id: guildId, role: toRole(guild, role) }, guildId);
      return role.id;
    },
    addChannel(guildId, given = {}) {
      const tags: readonly ForumTag[] = (given.tags ?? []).map((tag) =>
        typeof tag === "string"
          ? { id: createId(), name: tag, moderated: false }
          : { id: createId(), name: tag.name, moderated: tag.isModerated },
      );
      const defaultType = guildId === null ? "dm" : given.parentId === undefined ? "text" : "thread";
      const channel: Channel = {
        id: createId(),
        guildId,
        parentId: given.parentId ?? null,
        ownerId: null,
        type: CHANNEL_TYPES[given.type ?? defaultType],
        name: given.name ?? "news",
        tags,
        isTagRequired: given.isTagRequired === true,
        appliedTags: [],
        permissions: given.permissions ?? POSTING_PERMISSIONS,
        isArchived: given.isArchived === true,
        isLocked: given.isLocked === true,
      };
      store.channels.set(channel.id, channel);
      const event = given.parentId === undefined ? "CHANNEL_CREATE" : "THREAD_CREATE";
      if (guildId !== null && !channel.isArchived) gateway.dispatch(event, toChannel(store, channel), guildId);
      return channel.id;
    },
    addPerson(given = {}) {
      const person = { id: createId(), name: given.name ?? "person", isManager: given.isManager !== false };
      store.people.set(person.id, person);
      return person.id;
    },
    messages: (channelId) => listMessages(store, channelId),
    threads: (forumId) => [...store.channels.values()].filter((channel) => channel.parentId === forumId),
    deleteMessage(messageId) {
      const message = store.messages.get(messageId);
      if (message !== undefined) message.isDeleted = true;
    },
    deleteChannel(channelId) {
      const channel = findChannel(channelId);
      store.channels.delete(channelId);
      const event = channel.parentId === null ? "CHANNEL_DELETE" : "THREAD_DELETE";
      gateway.dispatch(event, toChannel(store, channel), channel.guildId);
    },
    removeGuild(guildId, given = {}) {
      const guild = store.guilds.get(guildId);
      if (guild === undefined) throw new Error(`There is no server ${guildId}.`);
      const isUnavailable = given.isUnavailable === true;
      if (!isUnavailable) guild.isMember = false;
      gateway.dispatch("GUILD_DELETE", { id: guildId, ...(isUnavailable ? { unavailable: true } : {}) }, guildId);
    },
    returnToGuild(guildId) {
      const guild = store.guilds.get(guildId);
      if (guild === undefined) throw new Error(`There is no server ${guildId}.`);
      guild.isMember = true;
      gateway.dispatch("GUILD_CREATE", toGuild(store, guild), guildId);
    },
    setPermissions(channelId, permissions, given = {}) {
      const channel = findChannel(channelId);
      channel.permissions = permissions;
      if (given.isQuiet !== true) gateway.dispatch("CHANNEL_UPDATE", toChannel(store, channel), channel.guildId);
    },
    setLocked(threadId, isLocked) {
      const thread = findChannel(threadId);
      thread.isLocked = isLocked;
      gateway.dispatch("THREAD_UPDATE", toChannel(store, thread), thread.guildId);
    },
    inject: http.inject,
    heal: http.heal,
    forgetNonces: () => store.nonces.clear(),
    async saveCalls(path) {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, JSON.stringify(store.calls, null, 1));
    },
    async close() {
      closePeople();
      gateway.close();
      http.close();
      attachments.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
