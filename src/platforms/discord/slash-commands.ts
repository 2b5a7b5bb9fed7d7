/** Neutral commands as Discord's slash commands, and their use as an invocation. */

import { createHash } from "node:crypto";
import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOptionChoice,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type AutocompleteInteraction,
  type BaseInteraction,
  ChannelType,
  type ChatInputCommandInteraction,
  InteractionContextType,
  Locale,
  type LocalizationMap,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import { type Command, findCommandText } from "../../domain/command.ts";
import { EVERYONE_ROLE, type FieldChoice, type Option } from "../../domain/option.ts";
import type { Actor, CompletionQuery, Invocation, RawValue, RawValues } from "../../domain/platform.ts";
import type { Say } from "../../domain/say.ts";
import type { Destination } from "../../domain/subscription.ts";
import { FIRST_LANGUAGE, LANGUAGES } from "../../messages/languages.ts";
import { sayIn, sayInEnglish } from "../../messages/say.ts";
import type { ToSentFile } from "./files.ts";

/** Discord's limits. */
const OPTIONS_MAX = 25;
export const CHOICES_MAX = 25;
const DESCRIPTION_LENGTH_MAX = 100;

/** Everyone may use them, and they are about a channel's subscriptions. */
const ABOUT_SUBSCRIPTIONS = new Set(["subscriptions", "why"]);

/**
 * Added to the commands about subscriptions: forums and announcement channels cannot be typed in, and Discord sends the
 * bot's permissions in a channel along when it is chosen this way.
 */
export const CHANNEL_OPTION = "channel";
// Media channels are left out: Discord's specification does not take them as a type to choose from.
const POSTABLE_TYPES = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const;

/** `es` is two of Discord's locales, `pt` one, `ar` none: an unknown one would have every command refused. */
function toLocales(tag: string): readonly Locale[] {
  return Object.values(Locale).filter((locale) => locale === tag || locale.startsWith(`${tag}-`));
}

/**
 * Descriptions in every language of the catalogs. Names stay as they are: our texts, the README and the other platforms
 * name the commands so, and Discord would not find a command by its own name any more.
 */
function toLocalizations(find: (say: Say) => string | null): { description_localizations?: LocalizationMap } {
  const texts = toTexts(find);
  return texts === null ? {} : { description_localizations: texts };
}

/** As long as a description may be; null when no catalog has it. */
function toTexts(find: (say: Say) => string | null): LocalizationMap | null {
  const entries = LANGUAGES.filter((language) => language !== FIRST_LANGUAGE).flatMap((language) => {
    const text = find(sayIn(language)) ?? "";
    const isUsable = text !== "" && [...text].length <= DESCRIPTION_LENGTH_MAX;
    return isUsable ? toLocales(language).map((locale) => [locale, text] as const) : [];
  });
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

/** What is picked is shown in the person's language, and sent as it is typed elsewhere. */
function toChoice({ value, label, word }: FieldChoice): APIApplicationCommandOptionChoice<string> {
  const texts = word === null ? null : toTexts(word);
  const localized = texts === null ? {} : { name_localizations: texts };
  return { name: label, ...localized, value };
}

function toOption(commandName: string, name: string, option: Option): APIApplicationCommandBasicOption {
  const base = {
    name,
    description: option.description,
    ...toLocalizations((say) => findCommandText(say, commandName, name)),
    required: option.required === true,
  };
  const { field } = option;
  switch (field.type) {
    case "text":
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        max_length: field.lengthMax,
        ...(option.complete === null ? {} : { autocomplete: true }),
      } as APIApplicationCommandBasicOption;
    case "integer":
      return {
        ...base,
        type: ApplicationCommandOptionType.Integer,
        min_value: field.min,
        max_value: field.max,
      };
    case "boolean":
      return { ...base, type: ApplicationCommandOptionType.Boolean };
    case "role":
      return { ...base, type: ApplicationCommandOptionType.Role };
    case "choice":
      return {
        ...base,
        type: ApplicationCommandOptionType.String,
        choices: field.choices.slice(0, CHOICES_MAX).map(toChoice),
      };
    case "file":
      return { ...base, type: ApplicationCommandOptionType.Attachment };
  }
}

/** Whether a command is about one channel: the one it is used in, one that is chosen, or the chat with the bot. */
export const isAboutChannel = ({ access, name }: Pick<Command, "access" | "name">): boolean =>
  access === "managers" || ABOUT_SUBSCRIPTIONS.has(name);

export function toSlashCommand(command: Command): RESTPostAPIChatInputApplicationCommandsJSONBody {
  const options = Object.entries(command.options).map(([name, option]) => toOption(command.name, name, option));
  // Discord insists on required options first; the sort keeps the order otherwise.
  options.sort((a, b) => Number(b.required) - Number(a.required));
  const isForManagers = command.access === "managers";
  if (isAboutChannel(command) && !Object.hasOwn(command.options, CHANNEL_OPTION)) {
    options.push({
      type: ApplicationCommandOptionType.Channel,
      name: CHANNEL_OPTION,
      description: sayInEnglish("discord.channel"),
      ...toLocalizations((say) => say("discord.channel")),
      required: false,
      channel_types: [...POSTABLE_TYPES],
    });
  }
  return {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    description: command.summary,
    ...toLocalizations((say) => findCommandText(say, command.name)),
    options: options.slice(0, OPTIONS_MAX),
    default_member_permissions: isForManagers ? String(PermissionFlagsBits.ManageGuild) : null,
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  };
}

/** Changes when anything of the registered commands does. */
export function toCommandsHash(commands: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(commands)).digest("hex");
}

export const toDestination = (channelId: string): Destination => ({ platform: "discord", address: channelId });

/**
 * default_member_permissions can be overridden by a server, so the right is looked at again at each use. In direct
 * messages one manages one's own.
 */
export function toActor(interaction: BaseInteraction, isOwnChat = false): Actor {
  if (isOwnChat) return { id: interaction.user.id, isManager: true, locale: interaction.locale };
  const isManager = interaction.inGuild()
    ? interaction.memberPermissions.has(PermissionFlagsBits.ManageGuild)
    : interaction.context !== InteractionContextType.PrivateChannel;
  return { id: interaction.user.id, isManager, locale: interaction.locale };
}

function toRawOptions(interaction: ChatInputCommandInteraction, toSentFile: ToSentFile): RawValues {
  const values: Record<string, RawValue> = {};
  for (const option of interaction.options.data) {
    // The role everybody has goes by the id of the server.
    const isEveryone = option.type === ApplicationCommandOptionType.Role && option.value === interaction.guildId;
    if (option.attachment !== undefined) {
      values[option.name] = toSentFile(option.attachment);
    } else if (option.type !== ApplicationCommandOptionType.Channel && option.value !== undefined) {
      values[option.name] = isEveryone ? EVERYONE_ROLE : option.value;
    }
  }
  return values;
}

/** The channel chosen, or the one the command was used in. */
export function toTargetId(interaction: ChatInputCommandInteraction | AutocompleteInteraction): string {
  const chosen = interaction.options.data.find(
    (option) => option.name === CHANNEL_OPTION && option.type === ApplicationCommandOptionType.Channel,
  );
  // Discord sends the channel itself along when it lies in this server and the person sees it; else it does not count.
  return chosen?.channel === undefined || chosen.channel === null ? interaction.channelId : chosen.channel.id;
}

/** What a command or button is about. */
export interface Target {
  readonly targetId: string;
  /** The chat of the bot with whoever asks, asked for from elsewhere. */
  readonly isOwnChat: boolean;
}

export function toInvocation(
  interaction: ChatInputCommandInteraction,
  { targetId, isOwnChat }: Target,
  toSentFile: ToSentFile,
  onProgress: (text: string) => Promise<void>,
): Invocation {
  return {
    commandName: interaction.commandName,
    rawOptions: toRawOptions(interaction, toSentFile),
    destination: toDestination(targetId),
    server: isOwnChat ? null : interaction.guildId,
    actor: toActor(interaction, isOwnChat),
    // Answers are shown to the one who asked, or in a chat of their own.
    isPrivate: true,
    onProgress,
  };
}

export function toCompletionQuery(interaction: AutocompleteInteraction, { targetId }: Target): CompletionQuery {
  const focused = interaction.options.getFocused(true);
  return {
    commandName: interaction.commandName,
    optionName: focused.name,
    typed: String(focused.value),
    destination: toDestination(targetId),
    locale: interaction.locale,
  };
}
