/** What is known of a channel without asking Discord: its kind, the bot's permissions there, a forum's tags. */

import {
  type BaseChannel,
  type Channel,
  ChannelFlags,
  ChannelType,
  type Client,
  PermissionFlagsBits,
  type PermissionsBitField,
} from "discord.js";
import type { MessageKey, Say } from "../../domain/say.ts";
import { sayInEnglish } from "../../messages/say.ts";

/** Key of a permission's name, as Discord's settings call it. */
export type RightKey = Extract<MessageKey, `discord.right.${string}`>;

export type ChannelKind = "text" | "announcement" | "thread" | "forum";

export interface ForumTag {
  readonly id: string;
  readonly name: string;
  readonly isModerated: boolean;
}

export interface ChannelFacts {
  readonly kind: ChannelKind;
  readonly guildId: string | null;
  /** Permissions a post needs that the bot lacks. */
  readonly missing: readonly RightKey[];
  readonly mayEmbed: boolean;
  readonly tags: readonly ForumTag[];
  readonly isTagRequired: boolean;
  /** Where a webhook for it is: a thread's parent. Null in direct messages, which have none. */
  readonly webhookChannelId: string | null;
  /** Permissions the bot lacks to post there under an outlet's name. */
  readonly missingForOutlet: readonly RightKey[];
}

const UNKNOWN_CHANNEL: ChannelFacts = {
  kind: "text",
  guildId: null,
  missing: [],
  mayEmbed: true,
  tags: [],
  isTagRequired: false,
  webhookChannelId: null,
  missingForOutlet: [],
};

export function toKind(type: ChannelType): ChannelKind {
  switch (type) {
    case ChannelType.GuildForum:
    case ChannelType.GuildMedia:
      return "forum";
    case ChannelType.GuildAnnouncement:
      return "announcement";
    case ChannelType.PublicThread:
    case ChannelType.PrivateThread:
    case ChannelType.AnnouncementThread:
      return "thread";
    default:
      return "text";
  }
}

/** What the bot still needs to post in a channel of this kind. */
export function findMissing(kind: ChannelKind, permissions: Readonly<PermissionsBitField>): readonly RightKey[] {
  const needed: readonly (readonly [RightKey, bigint])[] = [
    ["discord.right.viewChannel", PermissionFlagsBits.ViewChannel],
    kind === "thread"
      ? ["discord.right.sendInThreads", PermissionFlagsBits.SendMessagesInThreads]
      : [
          kind === "forum" ? "discord.right.createPosts" : "discord.right.sendMessages",
          PermissionFlagsBits.SendMessages,
        ],
  ];
  return needed.filter(([, bit]) => !permissions.has(bit)).map(([name]) => name);
}

/** What the bot needs besides posting: in an announcement channel only those who may delete messages publish others'. */
export function findMissingForOutlet(
  kind: ChannelKind,
  permissions: Readonly<PermissionsBitField>,
): readonly RightKey[] {
  const needed: readonly (readonly [RightKey, bigint])[] = [
    ["discord.right.manageWebhooks", PermissionFlagsBits.ManageWebhooks],
    // A webhook's message has no nonce: one whose answer was lost is looked for.
    ["discord.right.readHistory", PermissionFlagsBits.ReadMessageHistory],
    ...(kind === "announcement"
      ? ([["discord.right.manageMessages", PermissionFlagsBits.ManageMessages]] as const)
      : []),
  ];
  return needed.filter(([, bit]) => !permissions.has(bit)).map(([name]) => name);
}

/** What the bot needs besides posting for a whole article under its post; in a thread it follows there. */
export function findMissingForWhole(
  kind: ChannelKind,
  permissions: Readonly<PermissionsBitField>,
): readonly RightKey[] {
  const needed: readonly (readonly [RightKey, bigint])[] =
    kind === "thread" || kind === "forum"
      ? [["discord.right.sendInThreads", PermissionFlagsBits.SendMessagesInThreads]]
      : [
          ["discord.right.createThreads", PermissionFlagsBits.CreatePublicThreads],
          ["discord.right.sendInThreads", PermissionFlagsBits.SendMessagesInThreads],
        ];
  return needed.filter(([, bit]) => !permissions.has(bit)).map(([name]) => name);
}

/**
 * A channel not known from the gateway (an archived thread, a direct message, one made a moment ago) is asked for once.
 * Rejects as any call does, for instance when there is no such channel.
 */
export async function getChannelFacts(client: Client, channelId: string): Promise<ChannelFacts> {
  const channel = client.channels.cache.get(channelId) ?? (await client.channels.fetch(channelId));
  return channel === null ? UNKNOWN_CHANNEL : toChannelFacts(channel);
}

/** What the gateway told about a channel; null when it told nothing. */
export function findChannelFacts(client: Client, channelId: string): ChannelFacts | null {
  const channel = client.channels.cache.get(channelId);
  return channel === undefined ? null : toChannelFacts(channel);
}

function toChannelFacts(channel: Channel): ChannelFacts {
  if (channel.isDMBased()) return UNKNOWN_CHANNEL;
  const kind = toKind(channel.type);
  const me = channel.guild.members.me;
  const permissions = me === null ? null : channel.permissionsFor(me);
  return {
    kind,
    guildId: channel.guildId,
    missing: permissions === null ? [] : findMissing(kind, permissions),
    mayEmbed: permissions?.has(PermissionFlagsBits.EmbedLinks) ?? true,
    tags: channel.isThreadOnly()
      ? channel.availableTags.map((tag) => ({ id: tag.id, name: tag.name, isModerated: tag.moderated }))
      : [],
    isTagRequired: channel.isThreadOnly() && channel.flags.has(ChannelFlags.RequireTag),
    webhookChannelId: channel.isThread() ? channel.parentId : channel.id,
    missingForOutlet: permissions === null ? [] : findMissingForOutlet(kind, permissions),
  };
}

const TAGS_MAX = 5;

/** Tags named like the post's topics; the first one of all where the forum insists on a tag. */
export function chooseTags(facts: ChannelFacts, topics: readonly string[]): readonly string[] {
  const names = new Set(topics.map((topic) => topic.trim().toLowerCase()));
  const free = facts.tags.filter((tag) => !tag.isModerated);
  const chosen = free.filter((tag) => names.has(tag.name.trim().toLowerCase())).slice(0, TAGS_MAX);
  if (chosen.length === 0 && facts.isTagRequired) return free.slice(0, 1).map((tag) => tag.id);
  return chosen.map((tag) => tag.id);
}

/** The page where somebody lets the bot into a server, with the permissions it can use. */
export function toInviteUrl(applicationId: string): string {
  const { ViewChannel, SendMessages, SendMessagesInThreads, CreatePublicThreads } = PermissionFlagsBits;
  const { EmbedLinks, AttachFiles, ReadMessageHistory } = PermissionFlagsBits;
  const permissions =
    ViewChannel |
    SendMessages |
    SendMessagesInThreads |
    CreatePublicThreads |
    EmbedLinks |
    AttachFiles |
    ReadMessageHistory;
  const query = new URLSearchParams({
    client_id: applicationId,
    scope: "bot applications.commands",
    permissions: String(permissions),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/** A sentence on what to allow, or null when nothing is missing. */
export function toMissingSentence(missing: readonly RightKey[], place: "here" | "there", say: Say): string | null {
  if (missing.length === 0) return null;
  const rights = say.list(missing.map((key) => say.inMarks(say(key))));
  return say(place === "here" ? "discord.mayNotPostHere" : "discord.mayNotPostThere", { rights });
}

/** For logs and reports. */
export const toLackOfRights = (missing: readonly RightKey[]): string =>
  `the bot may not post in the channel: it lacks ${sayInEnglish.list(missing.map((key) => sayInEnglish(key)))}`;

/** The channel with the threads under it, as they were known: all of it goes when the channel goes. */
export function listWithThreads(channel: BaseChannel): readonly string[] {
  const threads = "threads" in channel ? (channel.threads as { cache: ReadonlyMap<string, unknown> }).cache : null;
  return [channel.id, ...(threads?.keys() ?? [])];
}

/** A post in a forum lies in a thread of its own, which has its id. */
export function toMessageLink(
  channelId: string,
  messageId: string,
  { kind, guildId }: Pick<ChannelFacts, "kind" | "guildId">,
): string | null {
  if (![channelId, messageId, guildId ?? "0"].every((id) => /^\d{1,20}$/.test(id))) return null;
  return `https://discord.com/channels/${guildId ?? "@me"}/${kind === "forum" ? messageId : channelId}/${messageId}`;
}
