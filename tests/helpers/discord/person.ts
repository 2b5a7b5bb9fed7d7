/** Acts as a person in Discord's client: types a slash command, sees options completed, presses a button. */

import type { HeldFile } from "../sent-file.ts";
import type { Attachments } from "./attachments.ts";
import { may } from "./channel-routes.ts";
import { CHANNEL, type OptionInput, ROLE, toOptionData } from "./command-rules.ts";
import type { Gateway } from "./gateway.ts";
import { asList, asObject, asText } from "./rules.ts";
import { listRoles, toChannel, toMember, toMessageData, toPersonPermissions, toRole, toUser } from "./shapes.ts";
import {
  type Channel,
  createId,
  type EmulatorStore,
  type Interaction,
  isEphemeral,
  type Json,
  type JsonObject,
  type Message,
  PERMISSIONS,
  type ShownReply,
} from "./store.ts";

export interface ShownChoice {
  readonly name: string;
  readonly value: string;
}

interface Outcome {
  readonly messageId?: string;
  readonly choices?: Json;
}

const TYPES = { command: 2, component: 3, autocomplete: 4 } as const;
const ALL_CHECKED = Object.values(PERMISSIONS);

export interface PersonDependencies {
  readonly store: EmulatorStore;
  readonly gateway: Gateway;
  readonly attachments: Attachments;
  /** Where files are given out. */
  readonly origin: string;
  readonly expiryMs: number;
}

export function createPerson({ store, gateway, attachments, origin, expiryMs }: PersonDependencies) {
  const timers = new Set<NodeJS.Timeout>();

  const botPermissions = (channel: Channel): string =>
    String(ALL_CHECKED.filter((each) => may(store, channel, each)).reduce((sum, each) => sum | each, 0n));

  function findChannel(id: string): Channel {
    const channel = store.channels.get(id);
    if (channel === undefined) throw new Error(`There is no channel ${id}.`);
    return channel;
  }

  /** Discord's client shows a command only where and to whom it may be used. */
  function findCommand(name: string, channel: Channel, userId: string, isUserInstalled = false): JsonObject {
    const command = store.commands.find((each) => each["name"] === name.replace(/^\//, ""));
    if (command === undefined) throw new Error(`There is no command ${name}.`);
    const context = channel.guildId === null ? 1 : 0;
    const contexts = command["contexts"] === undefined ? [0, 1, 2] : asList(command["contexts"]);
    if (!contexts.includes(context)) throw new Error(`${name} is not offered here.`);
    const types = command["integration_types"] === undefined ? [0] : asList(command["integration_types"]);
    if (!types.includes(isUserInstalled ? 1 : 0)) throw new Error(`${name} is not offered to who has the bot so.`);
    const needed = BigInt(asText(command["default_member_permissions"]) || "0");
    const has = toPersonPermissions(store, userId);
    if (channel.guildId !== null && (has & needed) !== needed)
      throw new Error(`${name} is not offered to this person.`);
    return command;
  }

  function begin(
    type: number,
    channel: Channel,
    userId: string,
    data: JsonObject,
    source: Message | null,
    options: { readonly isUserInstalled?: boolean } = {},
  ): Promise<{ outcome: Outcome; interaction: Interaction }> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        timers.delete(timer);
        if (interaction.state !== "new") return;
        interaction.state = "expired";
        reject(new Error("The application did not respond."));
      }, expiryMs);
      timers.add(timer);
      const interaction: Interaction = {
        id: createId(),
        token: `token-${createId()}`,
        type,
        channelId: channel.id,
        userId,
        sourceId: source?.id ?? null,
        state: "new",
        messageId: null,
        followups: [],
        progress: [],
        settle: ({ error, ...outcome }) => {
          if (error === undefined) resolve({ outcome, interaction });
          else reject(error);
        },
      };
      store.interactions.set(interaction.id, interaction);
      const permissions = toPersonPermissions(store, userId);
      const who =
        channel.guildId === null
          ? { user: toUser(store, userId) }
          : { member: toMember(store, userId, permissions), guild_id: channel.guildId, guild_locale: "en-US" };
      const owner: JsonObject = options.isUserInstalled === true ? { "1": userId } : { "0": channel.guildId ?? "0" };
      const event: JsonObject = {
        id: interaction.id,
        application_id: store.applicationId,
        type,
        token: interaction.token,
        version: 1,
        channel_id: channel.id,
        channel: { ...toChannel(store, channel), permissions: String(permissions) },
        locale: "en-US",
        app_permissions: botPermissions(channel),
        entitlements: [],
        authorizing_integration_owners: owner,
        context: channel.guildId === null ? 1 : 0,
        attachment_size_limit: 10_485_760,
        data,
        ...who,
        ...(source === null ? {} : { message: toMessageData(store, source) }),
      };
      gateway.dispatch("INTERACTION_CREATE", event, channel.guildId);
    });
  }

  function show(outcome: Outcome, interaction: Interaction): ShownReply {
    const message = store.messages.get(outcome.messageId ?? "");
    if (message === undefined) throw new Error("The answer is gone.");
    return Object.defineProperties(message, {
      isEphemeral: { get: () => isEphemeral(message), configurable: true },
      followups: { get: () => interaction.followups, configurable: true },
      progress: { get: () => interaction.progress, configurable: true },
    }) as ShownReply;
  }

  return {
    /** Resolves with the answer, not with its progress. Rejects after 3 s without a sign, as the client says so then. */
    async runCommand(
      channelId: string,
      userId: string,
      name: string,
      values: Readonly<Record<string, OptionInput>> = {},
      options: { readonly isUserInstalled?: boolean } = {},
    ): Promise<ShownReply> {
      const channel = findChannel(channelId);
      const command = findCommand(name, channel, userId, options.isUserInstalled);
      const guild = store.guilds.get(channel.guildId ?? "");
      const roles = guild === undefined ? [] : listRoles(guild).map((role) => toRole(guild, role));
      const roleIds = roles.map((role) => asText(role["id"]));
      const uploaded: (JsonObject & { readonly id: string })[] = [];
      const upload = (file: HeldFile): string => {
        const attachment = attachments.keep(file, origin, channelId);
        uploaded.push(attachment);
        return attachment.id;
      };
      const optionData = toOptionData(command, values, roleIds, upload);
      const chosen = optionData
        .filter((option) => option["type"] === CHANNEL)
        .map((option) => findChannel(asText(option["value"])));
      const channels = Object.fromEntries(
        chosen.map((each) => {
          const shape = { ...toChannel(store, each), permissions: String(toPersonPermissions(store, userId)) };
          return [each.id, { ...shape, app_permissions: botPermissions(each) }];
        }),
      );
      const picked = optionData.filter((option) => option["type"] === ROLE).map((option) => option["value"]);
      const named = roles.filter((role) => picked.includes(role["id"]));
      const byId = (all: readonly JsonObject[]): JsonObject =>
        Object.fromEntries(all.map((each) => [asText(each["id"]), each]));
      const resolved: JsonObject = {
        ...(chosen.length === 0 ? {} : { channels }),
        ...(named.length === 0 ? {} : { roles: byId(named) }),
        ...(uploaded.length === 0 ? {} : { attachments: byId(uploaded) }),
      };
      const data: JsonObject = {
        id: createId(),
        name: command["name"] ?? null,
        type: 1,
        options: optionData,
        ...(chosen.length + named.length + uploaded.length === 0 ? {} : { resolved }),
      };
      const { outcome, interaction } = await begin(TYPES.command, channel, userId, data, null, options);
      return show(outcome, interaction);
    },

    /** What the client offers while one types into an option. */
    async complete(
      channelId: string,
      userId: string,
      name: string,
      option: string,
      typed: string,
    ): Promise<readonly ShownChoice[]> {
      const channel = findChannel(channelId);
      const command = findCommand(name, channel, userId);
      const found = asList(command["options"])
        .map(asObject)
        .find((each) => each["name"] === option);
      if (found?.["autocomplete"] !== true) throw new Error(`${name} does not complete ${option}.`);
      const data: JsonObject = {
        id: createId(),
        name: command["name"] ?? null,
        type: 1,
        options: [{ name: option, type: 3, value: typed, focused: true }],
      };
      const { outcome } = await begin(TYPES.autocomplete, channel, userId, data, null);
      return asList(outcome.choices).map((choice) => asObject(choice) as unknown as ShownChoice);
    },

    /** Presses the button with that label or id. Resolves with the message that shows the answer. */
    async press(
      message: Pick<Message, "id">,
      userId: string,
      labelOrId: string,
      options: { readonly isUserInstalled?: boolean } = {},
    ): Promise<ShownReply> {
      const source = store.messages.get(message.id);
      if (source === undefined || source.isDeleted) throw new Error("The message is gone.");
      const buttons = source.components.flatMap((row) => row.components);
      const button = buttons.find((each) => each.label === labelOrId || each.custom_id === labelOrId);
      if (button?.custom_id === undefined) {
        throw new Error(`No button "${labelOrId}" among ${buttons.map((each) => each.label).join(", ") || "none"}.`);
      }
      const data: JsonObject = { custom_id: button.custom_id, component_type: 2 };
      const { outcome, interaction } = await begin(
        TYPES.component,
        findChannel(source.channelId),
        userId,
        data,
        source,
        options,
      );
      return show(outcome, interaction);
    },

    close(): void {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

export type PersonActions = ReturnType<typeof createPerson>;
