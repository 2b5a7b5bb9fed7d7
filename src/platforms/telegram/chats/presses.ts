/** Presses of buttons: an answer of the bot's own is turned over like a page, a post stays as it is. */

import type { Answer, Log } from "../../../domain/platform.ts";
import type { Reply } from "../../../domain/post.ts";
import { isPostButton } from "../../../messages/post-buttons.ts";
import type { Client } from "../connection/client.ts";
import { toFailure } from "../connection/failures.ts";
import { type Place, toDestination } from "../place.ts";
import { readCallbackData } from "../target.ts";
import { chooseSay, findManaged, findReader, orSorry, renderAnswered } from "./answering.ts";
import { type IncomingCallback, type IncomingChat, readThread } from "./incoming.ts";
import type { Rights } from "./rights.ts";
import { answerCallback, type OwnMessage, sendReply } from "./send-reply.ts";

export interface PressDependencies {
  readonly client: Client;
  readonly answer: Answer;
  readonly rights: Rights;
  readonly log: Log;
  readonly ownCommands: ReadonlySet<string>;
  readonly hasEphemeralReplies: boolean;
}

export interface Presses {
  onCallback(callback: IncomingCallback): Promise<void>;
}

interface Pressed {
  readonly buttonId: string;
  readonly place: Place;
  /** Nobody but the one who pressed sees the answer. */
  readonly isPrivate: boolean;
  /** Known already where the place is another than the message's. */
  readonly isManager?: boolean;
}

type PressedMessage = NonNullable<IncomingCallback["message"]>;

/** A client may send any data; only what is on the message's own keyboard may act on it, and change it. */
function hasButton(message: PressedMessage, data: string): boolean {
  const isOutOfSight = message.date === 0 || message.ephemeral_message_id !== undefined;
  return (
    isOutOfSight || message.reply_markup?.inline_keyboard.flat().some((each) => each.callback_data === data) === true
  );
}

/** A message cannot become a file or a picture. */
const hasAttached = ({ file, picture }: Reply): boolean => file !== undefined || picture !== undefined;

/** A message no longer accessible does not say which topic it is in. */
const isPlaceUnknown = ({ date, chat }: PressedMessage): boolean => date === 0 && chat.is_forum === true;

export function createPresses(dependencies: PressDependencies): Presses {
  const { client, answer, rights, log, ownCommands, hasEphemeralReplies } = dependencies;

  async function endSpinner({ id }: IncomingCallback, words: string | null): Promise<void> {
    await answerCallback(client, id, words).catch((error: unknown) => {
      log.debug({ platform: "telegram", reason: toFailure(error).reason }, "callback_not_answered");
    });
  }

  /** Anyone in a chat can press, so the rights are asked at each press. */
  async function press(
    { from }: IncomingCallback,
    chat: IncomingChat,
    { buttonId, place, isPrivate, isManager = false }: Pressed,
  ): Promise<Reply> {
    return answer.press({
      buttonId,
      destination: toDestination(place),
      server: String(place.chatId),
      actor: {
        id: String(from.id),
        isManager: isManager || (await rights.mayManage(chat, from.id)),
        locale: from.language_code ?? null,
      },
      isPrivate,
    });
  }

  /** Many read a post in a group or channel: what one of them did is told in an alert that only they see. */
  async function pressUnderSharedPost(
    callback: IncomingCallback,
    chat: IncomingChat,
    place: Place,
    buttonId: string,
  ): Promise<void> {
    const { from } = callback;
    const locale = from.language_code ?? null;
    const { reply } = await orSorry(answer, place, locale, async () => ({
      reply: await press(callback, chat, { buttonId, place, isPrivate: true }),
      managed: null,
    }));
    await endSpinner(callback, reply.text);
    if (reply.buttons === undefined) return;
    // An alert has no buttons; Undo goes to the person's private chat, if they ever opened it.
    const home = { place: { chatId: from.id, threadId: null }, replyTo: null, edit: null, onlyFor: null };
    const messages = renderAnswered({ reply, managed: { place, title: chat.title ?? "" } }, ownCommands);
    await sendReply(client, home, messages).catch((error: unknown) => {
      log.debug({ platform: "telegram", reason: toFailure(error).reason }, "undo_not_offered");
    });
  }

  return {
    async onCallback(callback) {
      const { message, data, from } = callback;
      if (message === undefined || data === undefined) return endSpinner(callback, null);
      const { chat } = message;
      const locale = from.language_code ?? null;
      const here: Place = { chatId: chat.id, threadId: readThread(message) };
      if (!hasButton(message, data) || isPlaceUnknown(message)) {
        return endSpinner(callback, (await chooseSay(answer, here, locale))("answer.oldButton"));
      }
      const { buttonId, target } = readCallbackData(data);
      const isPost = isPostButton(buttonId);
      if (isPost && chat.type !== "private") return pressUnderSharedPost(callback, chat, here, buttonId);
      // Answered before any slow work, else the button spins until the query is too old.
      await endSpinner(callback, null);
      const isPrivate = chat.type === "private";
      const answered = await orSorry(answer, here, locale, async () => {
        const managed = isPrivate ? await findManaged(rights, target, from.id) : null;
        const place = managed?.place ?? here;
        return {
          reply: await press(callback, chat, { buttonId, place, isPrivate, isManager: managed !== null }),
          managed,
        };
      });
      const { reply } = answered;
      const messages = renderAnswered(answered, ownCommands);
      const isInPlace =
        !isPost && reply.isRefusal !== true && messages.length === 1 && !hasAttached(reply) && message.date !== 0;
      const ephemeralId = message.ephemeral_message_id;
      const own: OwnMessage =
        ephemeralId === undefined
          ? { kind: "shown", messageId: message.message_id }
          : { kind: "ephemeral", ephemeralId, userId: from.id };
      const reader = ephemeralId === undefined || !hasEphemeralReplies ? null : findReader(chat, from.id, callback.id);
      const replyTo = isPost ? message.message_id : null;
      const place = { place: here, replyTo, edit: isInPlace ? own : null, onlyFor: reader };
      await sendReply(client, place, messages, reply);
    },
  };
}
