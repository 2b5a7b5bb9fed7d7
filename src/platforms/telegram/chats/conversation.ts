/** Commands: from an incoming message to the answer in the chat. */

import { type Command, findFileOption } from "../../../domain/command.ts";
import type { Actor, Answer, Log, RawValues } from "../../../domain/platform.ts";
import { readArguments, readTypedCommand } from "../../../typed/typed-command.ts";
import type { Client } from "../connection/client.ts";
import { toFailure } from "../connection/failures.ts";
import type { ToSentFile } from "../connection/files.ts";
import { CHANNEL_COMMAND, type Setup } from "../connection/setup.ts";
import { type Place, toDestination } from "../place.ts";
import { withoutJoiners } from "../posts/text-lines.ts";
import { readTarget } from "../target.ts";
import { chooseSay, findManaged, findReader, orSorry, renderAnswered } from "./answering.ts";
import { readPress, readStart } from "./deep-link.ts";
import { type Bot, type IncomingCallback, type IncomingChat, type IncomingMessage, readThread } from "./incoming.ts";
import { createPresses } from "./presses.ts";
import { renderReply } from "./render-reply.ts";
import type { Rights } from "./rights.ts";
import { editMessage, type OwnMessage, sendMessage, sendReply } from "./send-reply.ts";

export interface ConversationDependencies {
  readonly client: Client;
  readonly answer: Answer;
  readonly rights: Rights;
  readonly setup: Setup;
  readonly toSentFile: ToSentFile;
  readonly commands: readonly Command[];
  readonly bot: () => Bot;
  readonly log: Log;
  /** Private answers in groups are shown only to the one who asked, where server and app can. */
  readonly hasEphemeralReplies: boolean;
}

export interface Conversation {
  onMessage(message: IncomingMessage, isChannelPost: boolean): Promise<void>;
  onCallback(callback: IncomingCallback): Promise<void>;
}

interface Asker {
  readonly actorId: string;
  /** Null for those who write as the chat itself. */
  readonly userId: number | null;
  readonly isChatItself: boolean;
  readonly locale: string | null;
}

/** Null for messages nobody is to be answered for: other bots', and copies of a linked channel's posts. */
function readAsker(message: IncomingMessage, isChannelPost: boolean): Asker | null {
  const { from, sender_chat: senderChat, chat } = message;
  if (message.is_automatic_forward === true) return null;
  if (isChannelPost || senderChat !== undefined) {
    // Administrators may write as the group; another channel's voice proves nothing about its owner.
    const isChatItself = isChannelPost || senderChat?.id === chat.id;
    return { actorId: `chat:${senderChat?.id ?? chat.id}`, userId: null, isChatItself, locale: null };
  }
  if (from === undefined || from.is_bot === true) return null;
  return { actorId: String(from.id), userId: from.id, isChatItself: false, locale: from.language_code ?? null };
}

const toPlace = (message: IncomingMessage): Place => ({ chatId: message.chat.id, threadId: readThread(message) });

const URL_ALONE = /^https?:\/\/\S{4,2000}$/i;

export function createConversation(dependencies: ConversationDependencies): Conversation {
  const { client, answer, rights, setup, toSentFile, commands, bot, log, hasEphemeralReplies } = dependencies;
  const ownCommands = new Set([...commands.map((command) => command.name), CHANNEL_COMMAND, "start"]);
  const byName = new Map(commands.map((command) => [command.name, command]));

  async function toActor(asker: Asker, chat: IncomingChat): Promise<Actor> {
    const isManager = asker.isChatItself || (asker.userId !== null && (await rights.mayManage(chat, asker.userId)));
    return { id: asker.actorId, isManager, locale: asker.locale, isPlace: asker.isChatItself };
  }

  /** Shows the command's own words on what it is doing, in a message that the answer replaces. */
  function createProgress(place: Place, replyTo: number | null) {
    let own: OwnMessage | null = null;
    let isShown = false;
    return {
      async show(text: string): Promise<void> {
        const [message] = renderReply({ text }, { ownCommands });
        if (message === undefined) return;
        try {
          if (own !== null) await editMessage(client, place, own, message);
          else if (!isShown) {
            isShown = true;
            const messageId = await sendMessage(client, { place, replyTo, onlyFor: null }, message);
            if (messageId !== null) own = { kind: "shown", messageId };
          }
        } catch (error) {
          log.debug({ platform: "telegram", reason: toFailure(error).reason }, "progress_not_shown");
        }
      },
      message: (): OwnMessage | null => own,
    };
  }

  /** Options as typed, and the document the command stands under or answers. */
  function readValues(command: Command, rest: string, message: IncomingMessage): RawValues {
    const typed = readArguments(command, rest);
    const option = findFileOption(command);
    const document = message.document ?? message.reply_to_message?.document;
    return option === null || document === undefined ? typed : { ...typed, [option]: toSentFile(document) };
  }

  async function runCommand(message: IncomingMessage, asker: Asker, name: string, rest: string): Promise<void> {
    const { chat } = message;
    const here = toPlace(message);
    // A command only its writer sees has the id 0, which cannot be replied to.
    const isNamed = chat.type !== "private" && chat.type !== "channel" && message.message_id !== 0;
    const replyTo = isNamed ? message.message_id : null;
    const command = byName.get(name);
    const reader = hasEphemeralReplies ? findReader(chat, asker.userId, null) : null;
    const progress = createProgress(here, replyTo);
    const { reply, managed } = await orSorry(answer, here, asker.locale, async () => {
      const typed =
        command !== undefined && chat.type === "private" ? readTarget(command, rest) : { target: null, rest };
      const managed = await findManaged(rights, typed.target, asker.userId);
      const actor =
        managed === null ? await toActor(asker, chat) : { id: asker.actorId, isManager: true, locale: asker.locale };
      const reply = await answer.reply({
        commandName: name,
        rawOptions: command === undefined ? {} : readValues(command, typed.rest, message),
        destination: toDestination(managed?.place ?? here),
        server: String((managed?.place ?? here).chatId),
        actor,
        isPrivate: chat.type === "private",
        // What only one person is to see must not begin as a message to all.
        ...(reader === null ? { onProgress: progress.show } : {}),
      });
      return { reply, managed };
    });
    const shown = name === "help" && rest === "" && chat.type === "private" ? setup.extendHelp(reply) : reply;
    const onlyFor = shown.isPrivate === true ? reader : null;
    const target = { place: here, replyTo, edit: progress.message(), onlyFor };
    await sendReply(client, target, renderAnswered({ reply: shown, managed }, ownCommands), shown);
  }

  /** A button of a post in a group or channel, pressed by its link to the private chat. */
  async function pressByLink(message: IncomingMessage, asker: Asker, buttonId: string): Promise<void> {
    const here = toPlace(message);
    const actor = await toActor(asker, message.chat);
    const destination = toDestination(here);
    const reply = await answer.press({ buttonId, destination, server: String(here.chatId), actor, isPrivate: true });
    const messages = renderAnswered({ reply, managed: null }, ownCommands);
    await sendReply(client, { place: here, replyTo: null, edit: null, onlyFor: null }, messages, reply);
  }

  const presses = createPresses({ client, answer, rights, log, ownCommands, hasEphemeralReplies });

  return {
    async onMessage(message, isChannelPost) {
      const asker = readAsker(message, isChannelPost);
      const isPrivate = message.chat.type === "private";
      if (asker === null) return;
      if (message.chat_shared !== undefined && isPrivate) {
        await setup.onChatShared(message, await chooseSay(answer, toPlace(message), asker.locale));
        return;
      }
      const text = withoutJoiners(message.text ?? message.caption ?? "");
      const typed = readTypedCommand(text, bot().username);
      // A caption is about its picture, unless it is a command that takes a file.
      if (message.text === undefined && findFileOption(byName.get(typed?.name ?? "")) === null) return;
      if (typed === null) {
        if (isPrivate && text !== "" && !text.startsWith("/")) {
          const isUrl = URL_ALONE.test(text.trim()) && byName.has("brief");
          await runCommand(message, asker, isUrl ? "brief" : "help", isUrl ? text.trim() : "");
        }
        return;
      }
      // In a group an unknown command may be another bot's.
      const isAddressed = isPrivate || /^\/\w+@/.test(text.trim());
      if (typed.name === CHANNEL_COMMAND && !byName.has(typed.name)) {
        if (isAddressed) await setup.offerChats(message, await chooseSay(answer, toPlace(message), asker.locale));
        return;
      }
      if (typed.name === "start" && !byName.has("start")) {
        const buttonId = isPrivate ? readPress(typed.rest, byName) : null;
        if (buttonId !== null) return pressByLink(message, asker, buttonId);
        const start = readStart(typed.rest, byName);
        if (isPrivate || start.rest !== "") await runCommand(message, asker, start.name, start.rest);
        return;
      }
      if (isAddressed || byName.has(typed.name)) await runCommand(message, asker, typed.name, typed.rest);
    },

    onCallback: presses.onCallback,
  };
}
