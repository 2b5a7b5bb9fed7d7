/** What commands and presses share: about which chat, in which language, for whose eyes, and how a refusal is told. */

import { UserError } from "../../../domain/errors.ts";
import type { Answer } from "../../../domain/platform.ts";
import type { Reply } from "../../../domain/post.ts";
import type { Say } from "../../../domain/say.ts";
import { findLanguage } from "../../../messages/languages.ts";
import { sayIn } from "../../../messages/say.ts";
import { type Place, toDestination } from "../place.ts";
import { type Target, toCallbackData } from "../target.ts";
import type { IncomingChat } from "./incoming.ts";
import { type Message, renderReply } from "./render-reply.ts";
import type { ManagedChat, Rights } from "./rights.ts";
import type { Reader } from "./send-reply.ts";

/** A reply, and the other chat it is about; null when it is about the chat it is given in. */
export interface Answered {
  readonly reply: Reply;
  readonly managed: ManagedChat | null;
}

/** For what is said without a command having answered. */
export async function chooseSay(answer: Answer, place: Place, locale: string | null): Promise<Say> {
  const language = await answer.chooseLanguage?.(toDestination(place), locale);
  return sayIn(language ?? findLanguage(locale) ?? "en");
}

/** What goes wrong before the command runs is told like the command's own refusals. */
export async function orSorry(
  answer: Answer,
  place: Place,
  locale: string | null,
  make: () => Promise<Answered>,
): Promise<Answered> {
  try {
    return await make();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const say = await chooseSay(answer, place, locale);
    return { reply: { text: error.wording(say), language: say.language, isPrivate: true }, managed: null };
  }
}

/** The chat named from elsewhere. Throws UserError where the person may not manage it. */
export async function findManaged(
  rights: Rights,
  target: Target | null,
  userId: number | null,
): Promise<ManagedChat | null> {
  if (target === null || userId === null) return null;
  return rights.getManaged(target.chatName, target.threadId, userId);
}

/** The one who is answered so that nobody else sees it; null where everybody may see the answer anyway. */
export function findReader(chat: IncomingChat, userId: number | null, callbackId: string | null): Reader | null {
  const isGroup = chat.type === "group" || chat.type === "supergroup";
  return isGroup && userId !== null ? { userId, callbackId } : null;
}

export function renderAnswered({ reply, managed }: Answered, ownCommands: ReadonlySet<string>): readonly Message[] {
  return renderReply(reply, {
    ownCommands,
    placeTitle: managed?.title ?? null,
    toCallbackData: (id) => toCallbackData(id, managed?.place ?? null),
  });
}
