/** What the bot lacks for what a command asks of it, told before the command runs: rights in a channel, and to a role. */

import {
  ApplicationCommandOptionType,
  type ChatInputCommandInteraction,
  PermissionFlagsBits,
  type PermissionsBitField,
} from "discord.js";
import type { Reply } from "../../domain/post.ts";
import type { Say } from "../../domain/say.ts";
import { sayIn } from "../../messages/say.ts";
import { type ChannelKind, findMissing, toKind, toMissingSentence } from "./channels.ts";
import { CHANNEL_OPTION, toTargetId } from "./slash-commands.ts";

/** Commands after which posts are going to come to the channel. */
const POSTING_COMMANDS = new Set(["subscribe"]);

interface Target {
  readonly place: "here" | "there";
  readonly kind: ChannelKind;
  readonly permissions: Readonly<PermissionsBitField>;
}

/** The channel the command is about, with what Discord says the bot may do there; null where it does not say. */
function findTarget(interaction: ChatInputCommandInteraction): Target | null {
  if (toTargetId(interaction) === interaction.channelId) {
    const kind = interaction.channel?.isThread() === true ? "thread" : "text";
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

/** A sentence on what the bot lacks, or null. */
export function findObstacle(interaction: ChatInputCommandInteraction, say: Say): string | null {
  if (!interaction.inGuild()) return null;
  const target = findTarget(interaction);
  const isPosting = POSTING_COMMANDS.has(interaction.commandName);
  const missing = isPosting && target !== null ? findMissing(target.kind, target.permissions) : [];
  return toMissingSentence(missing, target?.place ?? "here", say) ?? findRoleObstacle(interaction, target, say);
}

/** Tells at subscribe time what would only be seen with the first post. */
export function addHint(reply: Reply, interaction: ChatInputCommandInteraction): Reply {
  const isHere = interaction.inGuild() && toTargetId(interaction) === interaction.channelId;
  if (!POSTING_COMMANDS.has(interaction.commandName) || !isHere) return reply;
  if (interaction.appPermissions.has(PermissionFlagsBits.EmbedLinks)) return reply;
  const say = sayIn(reply.language ?? "en");
  const hint = say("discord.noEmbeds", { right: say.inMarks(say("discord.right.embedLinks")) });
  return { ...reply, text: `${reply.text}\n${hint}` };
}
