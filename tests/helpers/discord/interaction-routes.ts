/** The emulator's endpoints for slash commands and for answers to interactions, with their 3 s and their one token. */

import { buildMessage, changeMessage } from "./channel-routes.ts";
import { checkCommands } from "./command-rules.ts";
import { apiError, createForm } from "./errors.ts";
import type { Gateway } from "./gateway.ts";
import { asBody, type Request, type Route } from "./http.ts";
import { asList, asObject, asText, checkMessage, checkWellFormed, measure } from "./rules.ts";
import { toMessageData } from "./shapes.ts";
import {
  createId,
  type EmulatorStore,
  FLAGS,
  type Interaction,
  type Json,
  type JsonObject,
  type Message,
} from "./store.ts";
import { createWebhookRoutes } from "./webhook-routes.ts";

/** How a running command's progress is told from its answer: by the hourglass the bot puts before it. */
const PROGRESS_MARK = "⏳";

const CALLBACK = { reply: 4, deferReply: 5, deferUpdate: 6, update: 7, choices: 8 } as const;

function findInteraction(store: EmulatorStore, token: string): Interaction {
  const found = [...store.interactions.values()].find((each) => each.token === token);
  if (found === undefined) throw apiError(10015);
  if (found.state === "expired") throw apiError(50027);
  return found;
}

function findOriginal(store: EmulatorStore, interaction: Interaction): Message {
  const message = interaction.messageId === null ? undefined : store.messages.get(interaction.messageId);
  if (message === undefined || message.isDeleted) throw apiError(10008);
  return message;
}

function checkChoices(choices: readonly Json[]): void {
  const form = createForm();
  if (choices.length > 25) form.add(["data", "choices"], "BASE_TYPE_MAX_LENGTH", "Must be 25 or fewer in length.");
  choices.map(asObject).forEach((choice, index) => {
    for (const key of ["name", "value"]) {
      const length = measure(String(choice[key] ?? ""));
      if (length < 1 || length > 100) {
        form.add(["data", "choices", index, key], "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
      }
    }
  });
  form.throwIfAny();
}

export function createInteractionRoutes(store: EmulatorStore, gateway: () => Gateway): readonly Route[] {
  /** The message a person sees in answer; Discord keeps ephemeral and silent flags only. */
  function answerWith(interaction: Interaction, data: JsonObject, files: Request["files"], extra: number): Message {
    const flags = (Number(data["flags"] ?? 0) & (FLAGS.ephemeral | FLAGS.suppressEmbeds)) | extra;
    return buildMessage(store, interaction.channelId, data, files, { askedBy: interaction.userId, flags });
  }

  function acknowledge(interaction: Interaction, type: number, data: JsonObject, files: Request["files"]): void {
    switch (type) {
      case CALLBACK.reply: {
        checkMessage(data, files.length, "answer");
        interaction.messageId = answerWith(interaction, data, files, 0).id;
        interaction.state = "answered";
        interaction.settle({ messageId: interaction.messageId });
        return;
      }
      case CALLBACK.deferReply:
        interaction.messageId = answerWith(interaction, data, [], FLAGS.loading).id;
        interaction.state = "deferred";
        return;
      case CALLBACK.deferUpdate:
      case CALLBACK.update:
        if (interaction.sourceId === null) throw apiError(50035);
        interaction.messageId = interaction.sourceId;
        interaction.state = type === CALLBACK.update ? "answered" : "deferred";
        if (type === CALLBACK.deferUpdate) return;
        checkMessage(data, files.length, "edit");
        changeMessage(store, findOriginal(store, interaction), data, files);
        interaction.settle({ messageId: interaction.messageId });
        return;
      case CALLBACK.choices: {
        if (interaction.type !== 4) throw apiError(50035);
        const choices = asList(data["choices"]);
        checkChoices(choices);
        interaction.state = "answered";
        interaction.settle({ choices });
        return;
      }
      default:
        throw apiError(50035);
    }
  }

  function callback({ params, query, body, files }: Request): Json | undefined {
    const interaction = store.interactions.get(params["interaction"] ?? "");
    if (interaction === undefined || interaction.token !== params["token"]) throw apiError(10062);
    if (interaction.state === "expired") throw apiError(10062);
    if (interaction.state !== "new") throw apiError(40060);
    checkWellFormed(body);
    const fields = asBody(body);
    acknowledge(interaction, Number(fields["type"]), asObject(fields["data"]), files);
    if (query.get("with_response") !== "true") return undefined;
    const message = interaction.messageId === null ? null : toMessageData(store, findOriginal(store, interaction));
    return {
      interaction: { id: interaction.id, type: interaction.type },
      resource: { type: Number(fields["type"]), message },
    };
  }

  function editOriginal({ params, body, files }: Request): Json {
    const interaction = findInteraction(store, params["token"] ?? "");
    if (interaction.state === "new") throw apiError(10015);
    const fields = asBody(body);
    checkMessage(fields, files.length, "edit");
    const message = findOriginal(store, interaction);
    if (asText(fields["content"]).startsWith(PROGRESS_MARK)) {
      interaction.progress.push(asText(fields["content"]).slice(PROGRESS_MARK.length).trim());
      message.content = asText(fields["content"]);
      return toMessageData(store, message);
    }
    changeMessage(store, message, fields, files);
    message.flags &= ~FLAGS.loading;
    interaction.state = "answered";
    interaction.settle({ messageId: message.id });
    return toMessageData(store, message);
  }

  function followUp({ params, body, files }: Request): Json {
    const interaction = findInteraction(store, params["token"] ?? "");
    if (interaction.state === "new") throw apiError(10015);
    const fields = asBody(body);
    checkMessage(fields, files.length, "answer");
    const message = answerWith(interaction, fields, files, 0);
    interaction.followups.push(message);
    return toMessageData(store, message);
  }

  return [
    { name: "POST /interactions/:interaction/:token/callback", handle: callback, isOpen: true },
    { name: "PATCH /webhooks/:application/:token/messages/@original", handle: editOriginal, isOpen: true },
    {
      name: "GET /webhooks/:application/:token/messages/@original",
      isOpen: true,
      handle: ({ params }) => toMessageData(store, findOriginal(store, findInteraction(store, params["token"] ?? ""))),
    },
    ...createWebhookRoutes(store, gateway, { followUp }),
    {
      name: "GET /applications/:application/commands",
      handle: () => store.commands,
    },
    {
      name: "GET /applications/:application/guilds/:guild/commands",
      handle: ({ params }) => store.guildCommands.get(params["guild"] ?? "") ?? [],
    },
    {
      name: "PUT /applications/:application/guilds/:guild/commands",
      handle({ params, body }) {
        const commands = asList(body).map(asObject);
        checkCommands(commands);
        store.guildCommands.set(params["guild"] ?? "", commands);
        return commands;
      },
    },
    {
      name: "PUT /applications/:application/commands",
      handle({ params, body }) {
        if (params["application"] !== store.applicationId) throw apiError(50001);
        const commands = asList(body).map(asObject);
        checkCommands(commands);
        const idOf = new Map(store.commands.map((each) => [each["name"], each["id"]]));
        store.commands = commands.map((each) => ({ ...each, id: idOf.get(each["name"]) ?? createId() }));
        store.registrationCount += 1;
        return store.commands.map((command) => ({ ...command, application_id: store.applicationId, version: "1" }));
      },
    },
  ];
}
