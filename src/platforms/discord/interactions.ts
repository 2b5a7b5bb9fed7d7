/** Answers what people do on Discord: commands, buttons, and options being typed. Acknowledges first, then works. */

import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionContextType,
  MessageFlags,
} from "discord.js";
import type { Answer, Choice, Log } from "../../domain/platform.ts";
import type { Reply } from "../../domain/post.ts";
import type { Say } from "../../domain/say.ts";
import type { Sender } from "../../domain/subscription.ts";
import { findLanguage } from "../../messages/languages.ts";
import { sayIn } from "../../messages/say.ts";
import { type CommandIds, linkMessage } from "./command-links.ts";
import { isForOneself, type OpenDirect } from "./direct.ts";
import { findFailure } from "./failures.ts";
import { type ToSentFile, toAttachments } from "./files.ts";
import { fitPlain } from "./markdown.ts";
import { addHints, findObstacle, SENDER_COMMANDS } from "./obstacles.ts";
import { withPicturesIfTaken } from "./pictures.ts";
import { type ReplyMessage, renderProgress, renderReply } from "./render.ts";
import {
  CHOICES_MAX,
  type Target,
  toActor,
  toCompletionQuery,
  toDestination,
  toInvocation,
  toTargetId,
} from "./slash-commands.ts";
import { readButtonId, targetButtons } from "./target.ts";

/** Discord gives 3 s; an empty list after 1 s lets the person type on. */
const COMPLETION_TIMEOUT_MS = 1000;
const CHOICE_LENGTH_MAX = 100;
/** After these something is going to come. */
const GREETING_COMMANDS: ReadonlySet<string> = new Set(["subscribe", "follow", "import"]);

interface Other {
  readonly id: string;
  readonly name: (say: Say) => string;
}

type Answerable = ChatInputCommandInteraction | ButtonInteraction;

export interface InteractionDependencies {
  readonly answer: Answer;
  readonly toSentFile: ToSentFile;
  /** Whether a command of this name is about one channel. */
  readonly isAboutChannel: (commandName: string) => boolean;
  readonly openDirect: OpenDirect;
  readonly commandIds: () => CommandIds;
  /** Says in the chat with a person, once, that what they subscribed to comes there; false when they take no messages. */
  readonly greet: (chatId: string, say: Say) => Promise<boolean>;
  /** A command or button about this channel has done its work. */
  readonly onAnswered: (channelId: string) => Promise<void>;
  readonly log: Log;
}

/** In servers and group chats answers are for the one who asked; alone with the bot there is nobody else. */
const isShared = (interaction: Interaction): boolean =>
  interaction.inGuild() || interaction.context === InteractionContextType.PrivateChannel;

/** For what is said to one person about a fault. */
const sayForPerson = ({ locale }: Interaction): Say => sayIn(findLanguage(locale) ?? "en");

/** An answer on another channel than where it is given: its buttons are for that channel, too. */
function addTarget(reply: Reply, targetId: string | null): Reply {
  return targetId === null ? reply : { ...reply, buttons: targetButtons(reply.buttons ?? [], targetId) };
}

/** The place asked about when it is not the one where the answer is given, whose texts say "this channel". */
function findOther({ targetId, isOwnChat }: Target, { channelId }: Interaction): Other | null {
  if (targetId === channelId) return null;
  return { id: targetId, name: (say) => (isOwnChat ? say("discord.direct") : `<#${targetId}>`) };
}

function toPayload(message: ReplyMessage) {
  return {
    content: message.content,
    embeds: [...message.embeds],
    components: [...message.components],
    files: toAttachments(message),
    allowedMentions: { parse: [] },
  };
}

export function createInteractionHandler(
  dependencies: InteractionDependencies,
): (interaction: Interaction) => Promise<void> {
  const { answer, toSentFile, isAboutChannel, openDirect, commandIds, greet, onAnswered, log } = dependencies;

  function note(error: unknown, event: string, interaction: Interaction): void {
    const failure = findFailure(error);
    const facts = { platform: "discord", destination: interaction.channelId, reason: failure?.reason ?? String(error) };
    // Too late is the person's slow line or our restart; anything else deserves a look.
    if (failure?.kind === "expired") log.info(facts, event);
    else log.error(facts, event);
  }

  /** Acknowledges within Discord's 3 s. False when it is too late: then nothing may be changed unseen. */
  async function acknowledge(interaction: Interaction, call: () => Promise<unknown>): Promise<boolean> {
    try {
      await call();
      return true;
    } catch (error) {
      note(error, "interaction_not_acknowledged", interaction);
      return false;
    }
  }

  /** For what is said without the command having answered. */
  async function chooseSay(interaction: Answerable, targetId: string): Promise<Say> {
    const language = await answer.chooseLanguage?.(toDestination(targetId), interaction.locale);
    return language === undefined ? sayForPerson(interaction) : sayIn(language);
  }

  /** Where the bot is nobody's but the person's, what is about a channel is about their chat. */
  async function findTarget(interaction: ChatInputCommandInteraction | AutocompleteInteraction): Promise<Target> {
    if (!isAboutChannel(interaction.commandName) || !isForOneself(interaction)) {
      return { targetId: toTargetId(interaction), isOwnChat: false };
    }
    return { targetId: await openDirect(interaction.user.id), isOwnChat: true };
  }

  /** Somebody who takes no messages is told so at once, not by silence. */
  async function greetFirst(
    { commandName }: ChatInputCommandInteraction,
    chatId: string,
    reply: Reply,
  ): Promise<Reply> {
    const say = sayIn(reply.language ?? "en");
    if (!GREETING_COMMANDS.has(commandName) || reply.isRefusal === true || (await greet(chatId, say))) return reply;
    return { ...reply, text: `${reply.text}\n${say("discord.directRefused")}` };
  }

  async function findSenders(interaction: ChatInputCommandInteraction, targetId: string): Promise<readonly Sender[]> {
    if (!SENDER_COMMANDS.has(interaction.commandName)) return [];
    return (await answer.listSenders?.(toDestination(targetId))) ?? [];
  }

  async function show(interaction: Answerable, reply: Reply, other: Other | null): Promise<void> {
    const place = other?.name(sayIn(reply.language ?? "en")) ?? null;
    const messages = renderReply(addTarget(reply, other?.id ?? null), place);
    const [first, ...rest] = messages.map((message) => linkMessage(message, commandIds()));
    if (first === undefined) return;
    // What an earlier page showed and this one does not is taken off.
    await withPicturesIfTaken(toPayload(first), (taken) => interaction.editReply({ ...taken, attachments: [] }));
    const flags = isShared(interaction) ? { flags: MessageFlags.Ephemeral as const } : {};
    for (const message of rest) {
      await withPicturesIfTaken(toPayload(message), (taken) => interaction.followUp({ ...taken, ...flags }));
    }
    if (reply.toAll === undefined) return;
    const toAll = { ...reply.toAll, ...(reply.language === undefined ? {} : { language: reply.language }) };
    for (const message of renderReply(toAll)) {
      await withPicturesIfTaken(toPayload(message), (taken) => interaction.followUp(taken));
    }
  }

  /** Shows the answer; when Discord will not have it, says at least that. */
  async function showSafely(
    interaction: Answerable,
    findOtherNow: () => Other | null,
    work: () => Promise<Reply>,
  ): Promise<void> {
    let reply: Reply;
    try {
      reply = await work();
    } catch (error) {
      note(error, "interaction_fault", interaction);
      reply = { text: sayForPerson(interaction)("reply.fault") };
    }
    try {
      await show(interaction, reply, findOtherNow());
    } catch (error) {
      note(error, "answer_not_shown", interaction);
      if (findFailure(error)?.kind === "expired") return;
      await acknowledge(interaction, () =>
        interaction.editReply({
          content: sayForPerson(interaction)("reply.fault"),
          embeds: [],
          components: [],
          attachments: [],
        }),
      );
    }
  }

  async function runCommand(interaction: ChatInputCommandInteraction): Promise<void> {
    const flags = isShared(interaction) ? { flags: MessageFlags.Ephemeral as const } : {};
    if (!(await acknowledge(interaction, () => interaction.deferReply(flags)))) return;
    let isAnswered = false;
    let progress: Promise<unknown> = Promise.resolve();
    // Edits come one after another, so that the answer is never overtaken by a late "reading…".
    const onProgress = (text: string): Promise<void> => {
      const edit = async (): Promise<void> => {
        if (isAnswered) return;
        await acknowledge(interaction, () => interaction.editReply({ content: renderProgress(text) }));
      };
      const done = progress.then(edit);
      progress = done;
      return done;
    };
    let target: Target = { targetId: toTargetId(interaction), isOwnChat: false };
    await showSafely(
      interaction,
      () => findOther(target, interaction),
      async () => {
        target = await findTarget(interaction);
        const { targetId, isOwnChat } = target;
        const say = await chooseSay(interaction, targetId);
        const obstacle = findObstacle(interaction, say, isOwnChat);
        if (obstacle !== null) return { text: obstacle, language: say.language };
        const reply = await answer.reply(toInvocation(interaction, target, toSentFile, onProgress));
        isAnswered = true;
        await progress;
        if (isOwnChat) return await greetFirst(interaction, targetId, reply);
        return addHints(reply, interaction, await findSenders(interaction, targetId));
      },
    );
    await onAnswered(target.targetId);
  }

  async function pressButton(interaction: ButtonInteraction): Promise<void> {
    // An answer of one's own is turned over like a page; a post belongs to everybody and stays as it is.
    const isOwnAnswer =
      interaction.message.flags.has(MessageFlags.Ephemeral) ||
      interaction.message.interactionMetadata?.user.id === interaction.user.id;
    const flags = isShared(interaction) ? { flags: MessageFlags.Ephemeral as const } : {};
    const isInTime = await acknowledge(interaction, () =>
      isOwnAnswer ? interaction.deferUpdate() : interaction.deferReply(flags),
    );
    if (!isInTime) return;
    const { buttonId, targetId } = readButtonId(interaction.customId, interaction.channelId);
    let target: Target = { targetId, isOwnChat: false };
    await showSafely(
      interaction,
      () => findOther(target, interaction),
      async () => {
        const isElsewhere = targetId !== interaction.channelId && isForOneself(interaction);
        target = { targetId, isOwnChat: isElsewhere && targetId === (await openDirect(interaction.user.id)) };
        return await answer.press({
          buttonId,
          destination: toDestination(targetId),
          server: target.isOwnChat ? null : interaction.guildId,
          actor: toActor(interaction, target.isOwnChat),
          isPrivate: true,
        });
      },
    );
    await onAnswered(targetId);
  }

  async function findChoices(interaction: AutocompleteInteraction): Promise<readonly Choice[]> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<readonly Choice[]>((resolve) => {
      timer = setTimeout(() => resolve([]), COMPLETION_TIMEOUT_MS);
    });
    try {
      return await Promise.race([
        findTarget(interaction).then((target) => answer.complete(toCompletionQuery(interaction, target))),
        tooLate,
      ]);
    } catch (error) {
      note(error, "completion_failed", interaction);
      return [];
    } finally {
      clearTimeout(timer);
    }
  }

  async function complete(interaction: AutocompleteInteraction): Promise<void> {
    const choices = (await findChoices(interaction))
      .map(({ label, value }) => ({ name: fitPlain(label, CHOICE_LENGTH_MAX) || value, value }))
      // A value cut short would mean something else.
      .filter(
        ({ name, value }) => value !== "" && value.length <= CHOICE_LENGTH_MAX && name.length <= CHOICE_LENGTH_MAX,
      )
      .slice(0, CHOICES_MAX);
    await acknowledge(interaction, () => interaction.respond(choices));
  }

  return async (interaction) => {
    try {
      if (interaction.isChatInputCommand()) await runCommand(interaction);
      else if (interaction.isButton()) await pressButton(interaction);
      else if (interaction.isAutocomplete()) await complete(interaction);
    } catch (error) {
      note(error, "interaction_fault", interaction);
    }
  };
}
