/** The emulator's things in the shape Discord's API and gateway give them. */

import {
  CHANNEL_TYPES,
  type Channel,
  type EmulatorStore,
  type Guild,
  isThread,
  type Json,
  type JsonObject,
  type Message,
  PERMISSIONS,
  POSTING_PERMISSIONS,
  type Role,
  toTime,
} from "./store.ts";

const ALL_PERMISSIONS = (1n << 50n) - 1n;
const MEMBER_PERMISSIONS = POSTING_PERMISSIONS;

export function toUser(store: EmulatorStore, id: string): JsonObject {
  const isBot = id === store.botId;
  return {
    id,
    username: isBot ? "pullquote" : (store.people.get(id)?.name ?? `person-${id.slice(-4)}`),
    discriminator: isBot ? "0001" : "0",
    global_name: null,
    avatar: null,
    ...(isBot ? { bot: true } : {}),
    public_flags: 0,
  };
}

export const toPersonPermissions = (store: EmulatorStore, userId: string): bigint =>
  MEMBER_PERMISSIONS | (store.people.get(userId)?.isManager === false ? 0n : PERMISSIONS.MANAGE_GUILD);

export function toMember(store: EmulatorStore, userId: string, permissions: bigint | null): JsonObject {
  return {
    user: toUser(store, userId),
    nick: null,
    avatar: null,
    roles: [],
    joined_at: "2026-01-01T00:00:00.000000+00:00",
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
    ...(permissions === null ? {} : { permissions: String(permissions) }),
  };
}

export function toChannel(store: EmulatorStore, channel: Channel): JsonObject {
  const base = {
    id: channel.id,
    type: channel.type,
    ...(channel.guildId === null ? {} : { guild_id: channel.guildId }),
  };
  if (channel.type === CHANNEL_TYPES.dm) {
    const { recipientId } = channel;
    return {
      ...base,
      last_message_id: null,
      recipients: recipientId === undefined ? [] : [toUser(store, recipientId)],
    };
  }
  if (isThread(channel)) {
    return {
      ...base,
      name: channel.name,
      parent_id: channel.parentId,
      owner_id: channel.ownerId,
      applied_tags: channel.appliedTags,
      message_count: 0,
      member_count: 1,
      rate_limit_per_user: 0,
      flags: 0,
      thread_metadata: {
        archived: channel.isArchived,
        locked: channel.isLocked,
        auto_archive_duration: 1440,
        archive_timestamp: "2026-01-01T00:00:00.000000+00:00",
        create_timestamp: new Date(toTime(channel.id)).toISOString(),
      },
    };
  }
  const deny = ALL_PERMISSIONS & ~channel.permissions;
  return {
    ...base,
    name: channel.name,
    position: 0,
    parent_id: channel.parentId,
    topic: null,
    nsfw: false,
    flags: channel.isTagRequired ? 16 : 0,
    rate_limit_per_user: 0,
    permission_overwrites: [{ id: store.botId, type: 1, allow: String(channel.permissions), deny: String(deny) }],
    ...(channel.tags.length === 0
      ? {}
      : { available_tags: channel.tags.map((tag) => ({ ...tag, emoji_id: null, emoji_name: null })) }),
  };
}

export const listRoles = (guild: Guild): readonly Role[] => [
  { id: guild.id, name: "@everyone", isMentionable: false },
  { id: guild.botRoleId, name: "pullquote", isMentionable: false },
  ...guild.roles,
];

export function toRole(guild: Guild, { id, name, isMentionable }: Role): JsonObject {
  const isOwn = id === guild.botRoleId;
  return {
    id,
    name,
    permissions: String(isOwn ? POSTING_PERMISSIONS : 0n),
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: id === guild.id ? 0 : 1,
    managed: isOwn,
    mentionable: isMentionable,
    flags: 0,
  };
}

export function toGuild(store: EmulatorStore, guild: Guild): JsonObject {
  const channels = [...store.channels.values()].filter((channel) => channel.guildId === guild.id);
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: "100000000000000001",
    region: "deprecated",
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    nsfw_level: 0,
    preferred_locale: "en-US",
    features: [],
    emojis: [],
    stickers: [],
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    vanity_url_code: null,
    application_id: null,
    roles: listRoles(guild).map((role) => toRole(guild, role)),
    joined_at: "2026-01-01T00:00:00.000000+00:00",
    large: false,
    unavailable: false,
    member_count: 2,
    voice_states: [],
    members: [{ ...toMember(store, store.botId, null), roles: [guild.botRoleId] }],
    channels: channels.filter((channel) => !isThread(channel)).map((channel) => toChannel(store, channel)),
    threads: channels
      .filter((channel) => isThread(channel) && !channel.isArchived)
      .map((channel) => toChannel(store, channel)),
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** Who stands above a webhook's message is no user. */
const toFace = ({ webhookId, name }: NonNullable<Message["face"]>): JsonObject => ({
  id: webhookId,
  username: name,
  discriminator: "0000",
  avatar: null,
  bot: true,
});

export function toMessageData(store: EmulatorStore, message: Message): JsonObject {
  return {
    id: message.id,
    type: message.askedBy === null ? 0 : 20,
    channel_id: message.channelId,
    author: message.face === undefined ? toUser(store, message.authorId) : toFace(message.face),
    content: message.content,
    embeds: message.embeds.map((embed) => ({ type: "rich", ...embed })) as unknown as Json,
    components: message.components as unknown as Json,
    attachments: message.files.map((file, index) => ({
      id: String(index),
      filename: file.name,
      size: Buffer.byteLength(file.text),
      url: "https://cdn.invalid/file",
      proxy_url: "https://cdn.invalid/file",
    })),
    mentions: [],
    mention_roles: [],
    mention_everyone: message.pings.includes("everyone"),
    pinned: false,
    tts: false,
    flags: message.flags,
    timestamp: new Date(toTime(message.id)).toISOString(),
    edited_timestamp: message.editCount > 0 ? new Date().toISOString() : null,
    ...(message.face === undefined
      ? {}
      : { webhook_id: message.face.webhookId, application_id: message.face.applicationId }),
    ...(message.nonce === null ? {} : { nonce: message.nonce }),
    ...(message.askedBy === null
      ? {}
      : {
          application_id: store.applicationId,
          interaction_metadata: {
            id: message.id,
            type: 2,
            user: toUser(store, message.askedBy),
            authorizing_integration_owners: {},
          },
        }),
  };
}
