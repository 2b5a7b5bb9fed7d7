/** What the bot lacks for what a command asks of it, told before the command runs: rights in a channel, and to a role. */

import {
  ApplicationCommandOptionType,
  type ChatInputCommandInteraction,
  PermissionFlagsBits,
  type PermissionsBitField,
} from "discord.js";
import type { Reply } from "../../domain/post.ts";
import type { Say } from "../../domain/say.ts";
import type { Sender } from "../../domain/subscription.ts";
import { sayIn } from "../../messages/say.ts";
import {
  type ChannelKind,
  findMissing,
  findMissingForOutlet,
  findMissingForWhole,
  toKind,
  toMissingSentence,
} from "./channels.ts";
import { CHANNEL_OPTION, toTargetId } from "./slash-commands.ts";

/** Commands after which posts are going to come to the channel. */
const POSTING_COMMANDS = new Set(["subscribe"]);
/** Commands after which it is told that posts cannot come under the outlets' names. */
export const SENDER_COMMANDS: ReadonlySet<string> = new Set(["subscribe", "edit", "import", "subscriptions"]);
const SENDER_OPTION = "sender";
const OUTLET: Sender = "outlet";
const WHOLE_OPTION = "whole";

interface Target {
  readonly place: "here" | "there";
  readonly kind: ChannelKind;
  readonly permissions: Readonly<PermissionsBitField>;
}

/** The channel the command is about, with what Discord says the bot may do there; null where it does not say. */
function findTarget(interaction: ChatInputCommandInteraction): Target | null {
  if (toTargetId(interaction) === interaction.channelId) {
    const kind = interaction.channel === null ? "text" : toKind(interaction.channel.type);
    return { place: "here", kind, permissions: interaction.appPermissions };
  }
  const chosen = interaction.options.getChannel(CHANNEL_OPTION);
  const permissions = chosen !== null && "appPermissions" in chosen ? chosen.appPermissions : null;
  if (chosen === null || permissions === null) return null;
  return { place: "there", kind: toKind(chosen.type), permissions };
}

/** A role that may not be mentioned would stand above each post and tell nobody. */
function findRoleObstacle(interaction: ChatInputCommandInteraction, target: Target | null, say: Say): string | null {
  const option = interaction.options.data.find(({ type }) => type === ApplicationCommandOptionType.Role);
  if (option === undefined || option.value === interaction.guildId) return null;
  // Discord sends the role itself along when this server has it.
  if (!option.role) return say("wish.badRole", { role: String(option.value) });
  if (option.role.mentionable || target?.permissions.has(PermissionFlagsBits.MentionEveryone) !== false) return null;
  const right = say.inMarks(say("discord.right.mentionEveryone"));
  return say("discord.mayNotMention", { role: `@${option.role.name}`, right });
}

/** To post under an outlet's name there; the rights as a list in words, or null. */
function wordMissingForOutlet(target: Target | null, say: Say): string | null {
  const missing = target === null ? [] : findMissingForOutlet(target.kind, target.permissions);
  return missing.length === 0 ? null : say.list(missing.map((key) => say.inMarks(say(key))));
}

const isForOutlet = ({ options }: ChatInputCommandInteraction): boolean =>
  options.data.some(({ name, value }) => name === SENDER_OPTION && value === OUTLET);

/** Whoever asks for the outlet as sender is told at once what it takes. */
function findSenderObstacle(interaction: ChatInputCommandInteraction, target: Target | null, say: Say): string | null {
  if (!isForOutlet(interaction)) return null;
  const rights = wordMissingForOutlet(target, say);
  return rights === null ? null : say("discord.needsForOutlet", { rights });
}

const isForWhole = ({ options }: ChatInputCommandInteraction): boolean =>
  options.data.some(({ name, value }) => name === WHOLE_OPTION && value === true);

/** So is whoever asks for whole articles, which lie in threads. */
function findWholeObstacle(interaction: ChatInputCommandInteraction, target: Target | null, say: Say): string | null {
  const missing =
    target === null || !isForWhole(interaction) ? [] : findMissingForWhole(target.kind, target.permissions);
  if (missing.length === 0) return null;
  return say("discord.needsForWhole", { rights: say.list(missing.map((key) => say.inMarks(say(key)))) });
}

function findPrivateObstacle(interaction: ChatInputCommandInteraction, say: Say): string | null {
  if (isForOutlet(interaction)) return say("wish.senderElsewhere");
  return isForWhole(interaction) ? say("wish.wholeElsewhere") : null;
}

/** A sentence on what the bot lacks, or null. In a chat with the bot it lacks nothing, but for webhooks and threads. */
export function findObstacle(interaction: ChatInputCommandInteraction, say: Say, isOwnChat = false): string | null {
  if (isOwnChat || !interaction.inGuild()) return findPrivateObstacle(interaction, say);
  const target = findTarget(interaction);
  const isPosting = POSTING_COMMANDS.has(interaction.commandName);
  const missing = isPosting && target !== null ? findMissing(target.kind, target.permissions) : [];
  return (
    toMissingSentence(missing, target?.place ?? "here", say) ??
    findRoleObstacle(interaction, target, say) ??
    findSenderObstacle(interaction, target, say) ??
    findWholeObstacle(interaction, target, say)
  );
}

/** Tells at subscribe time what would only be seen with the first post, and why an outlet's name is not above the posts. */
export function addHints(reply: Reply, interaction: ChatInputCommandInteraction, senders: readonly Sender[]): Reply {
  if (!interaction.inGuild()) return reply;
  const say = sayIn(reply.language ?? "en");
  const isHere = toTargetId(interaction) === interaction.channelId;
  const isPlain =
    POSTING_COMMANDS.has(interaction.commandName) &&
    isHere &&
    !interaction.appPermissions.has(PermissionFlagsBits.EmbedLinks);
  const rights = senders.includes(OUTLET) ? wordMissingForOutlet(findTarget(interaction), say) : null;
  const hints = [
    isPlain ? say("discord.noEmbeds", { right: say.inMarks(say("discord.right.embedLinks")) }) : null,
    rights === null ? null : say("discord.noOutlet", { rights }),
  ];
  const text = [reply.text, ...hints.filter((hint) => hint !== null)].join("\n");
  return { ...reply, text };
}
