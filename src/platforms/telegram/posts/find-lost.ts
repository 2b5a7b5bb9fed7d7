/** Looks for a post whose answer was lost, by edits that change nothing; docs/adr/0009 says where that is sound. */

import type { SendResult } from "../../../domain/subscription.ts";
import { readChat, readMember } from "../chats/incoming.ts";
import type { Client } from "../connection/client.ts";
import { type Failure, toFailure } from "../connection/failures.ts";
import type { MessageIds } from "./message-ids.ts";

/** So many ids in a row without a message: what comes behind them came later. */
const MISSING_MAX = 5;
const ASKED_MAX = 40;
const NOT_THERE = /message to edit not found|MESSAGE_ID_INVALID/i;
const NOT_OURS = /can't be edited|MESSAGE_AUTHOR_REQUIRED|there is no (?:text|caption) in the message/i;

export type Lost =
  | { readonly kind: "found"; readonly messageId: string }
  /** It has surely not arrived. */
  | { readonly kind: "absent" }
  /** There is no knowing. */
  | { readonly kind: "unknown" }
  /** Telegram did not answer, or refuses: another time. */
  | { readonly kind: "failed"; readonly failure: Failure };

export interface FindLostDependencies {
  readonly client: Client;
  readonly ids: MessageIds;
  readonly botId: () => number;
}

/** Makes the message with this id show the post: "sent" when it does or did so already. */
export type Probe = (messageId: number) => Promise<SendResult | Failure>;

/** Where every message is seen that may stand between ours, an id without one is an id without one. */
async function isAllSeen(chatId: number, { client, botId }: FindLostDependencies): Promise<boolean> {
  const chat = readChat(await client.call("getChat", { chat_id: chatId }));
  if (chat?.type === "channel" || chat?.type === "private") return true;
  const member = readMember(await client.call("getChatMember", { chat_id: chatId, user_id: botId() }));
  return chat?.type === "supergroup" && member?.status === "administrator";
}

async function look(chatId: number, mark: number, probe: Probe, ids: MessageIds): Promise<Lost> {
  let missingCount = 0;
  let askedCount = 0;
  for (let id = mark + 1; missingCount < MISSING_MAX || id <= ids.findTop(chatId); id += 1) {
    if (ids.isKnown(chatId, id)) continue;
    if (askedCount === ASKED_MAX) return { kind: "unknown" };
    askedCount += 1;
    const result = await probe(id);
    if (!("kind" in result)) {
      if (result.outcome !== "sent") return { kind: "unknown" };
      // Telegram answers without the message where nothing changed; the next look must not take it for another post.
      ids.arrived(chatId, id);
      return { kind: "found", messageId: String(id) };
    }
    if (result.kind !== "refused") return { kind: "failed", failure: result };
    if (NOT_THERE.test(result.reason)) missingCount += 1;
    else if (NOT_OURS.test(result.reason)) missingCount = 0;
    else return { kind: "failed", failure: result };
  }
  return { kind: "absent" };
}

/** `mark`: an id before which all earlier messages of the bot's in the chat stand; null when it was not known. */
export async function findLost(
  chatId: number,
  mark: number | null,
  probe: Probe,
  dependencies: FindLostDependencies,
): Promise<Lost> {
  try {
    // Asked in any case: nothing is sent again before Telegram answers again.
    const isSound = await isAllSeen(chatId, dependencies);
    if (mark === null || !dependencies.ids.isClear(chatId, mark)) return { kind: "unknown" };
    const lost = await look(chatId, mark, probe, dependencies.ids);
    return lost.kind === "absent" && !isSound ? { kind: "unknown" } : lost;
  } catch (error) {
    return { kind: "failed", failure: toFailure(error) };
  }
}
