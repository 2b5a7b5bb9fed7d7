/** A whole article in a thread under its post, or behind it in the thread it lies in: once, in order, and gone on with after a break. */

import { type Client, MessageFlags, Routes } from "discord.js";
import { toMessage } from "../../domain/errors.ts";
import type { DeliveryId } from "../../domain/id.ts";
import type { Log } from "../../domain/platform.ts";
import type { Post } from "../../domain/post.ts";
import { sayFor } from "../../messages/post-lines.ts";
import { splitText } from "../../messages/split-text.ts";
import type { ChannelFacts } from "./channels.ts";
import { type FailureKind, findFailure, Unfinished } from "./failures.ts";
import { toThreadName } from "./find-sent.ts";
import { cleanLines, escapeLines, toWebUrl } from "./markdown.ts";
import { toNonce } from "./nonce.ts";

/** Discord's limit for a message; what ends the last one stands within it. */
const PART_LENGTH_MAX = 1_900;
const PARTS_MAX = 12;
const MESSAGES_MAX = 100;
/** A day, after which a thread nobody writes in is put away. */
const ARCHIVE_MINUTES = 1_440;
/** "A thread has already been created for this message." */
const THREAD_IS_THERE = 160004;
/** As many open threads as a server may have: that may last. */
const THREADS_ARE_FULL = 160006;

const PASSING: ReadonlySet<FailureKind> = new Set(["lost", "rate-limited", "busy", "blocked"]);

export interface WholeTextDependencies {
  readonly client: Client<true>;
  readonly log: Log;
}

/** The messages, with where it goes on in the last when not all of it fits. */
export function toWholeTextParts(post: Post): readonly string[] {
  const paragraphs = (post.wholeText ?? []).map(cleanLines);
  // Escaped once they are parted: no mark is parted from its backslash, and none stands bare at the head of a message.
  const measure = (text: string): number => escapeLines(text).length;
  const split = splitText(paragraphs, { lengthMax: PART_LENGTH_MAX, partsMax: PARTS_MAX, measure });
  const { isCut } = split;
  const parts = split.parts.map(escapeLines);
  const url = toWebUrl(post.url, PART_LENGTH_MAX / 2);
  if (!isCut || url === null) return parts;
  return [...parts.slice(0, -1), `${sayFor(post)("post.wholeCut")} <${url}>`];
}

/** The post's own thread, or the one it was posted in; null where there can be none. A message has one thread, which bears its id. */
async function openThread(
  { client }: WholeTextDependencies,
  channelId: string,
  messageId: string,
  facts: ChannelFacts,
  post: Post,
): Promise<string | null> {
  if (facts.kind === "forum") return messageId;
  if (facts.kind === "thread") return channelId;
  if (facts.guildId === null) return null;
  try {
    const body = { name: toThreadName(post), auto_archive_duration: ARCHIVE_MINUTES };
    await client.rest.post(Routes.threads(channelId, messageId), { body });
  } catch (error) {
    const code = typeof error === "object" && error !== null && "code" in error ? error.code : null;
    if (code === THREADS_ARE_FULL) return null;
    if (code !== THREAD_IS_THERE) throw error;
  }
  return messageId;
}

/** How many parts a try before this one brought there, behind the post. */
async function countParts(
  { client }: WholeTextDependencies,
  threadId: string,
  messageId: string,
  parts: readonly string[],
): Promise<number> {
  const query = new URLSearchParams({ limit: String(MESSAGES_MAX), after: messageId });
  const found = (await client.rest.get(Routes.channelMessages(threadId), { query })) as readonly {
    readonly author: { readonly id: string };
    readonly content: string;
  }[];
  const own = new Set(found.filter(({ author }) => author.id === client.user.id).map(({ content }) => content.trim()));
  const first = parts.findIndex((part) => !own.has(part.trim()));
  return first < 0 ? parts.length : first;
}

/**
 * Rejects with what may pass, so that the post is gone on with: it is found again, as is its thread and what lies there.
 * Without the rights for threads the post stands alone, which is no failure of it.
 */
export async function postWholeText(
  dependencies: WholeTextDependencies,
  channelId: string,
  messageId: string,
  facts: ChannelFacts,
  post: Post,
  deliveryId: DeliveryId,
): Promise<void> {
  const parts = toWholeTextParts(post);
  if (parts.length === 0) return;
  const { client, log } = dependencies;
  try {
    const threadId = await openThread(dependencies, channelId, messageId, facts, post);
    if (threadId === null) return;
    const there = await countParts(dependencies, threadId, messageId, parts);
    for (const [index, content] of parts.entries()) {
      if (index < there) continue;
      const nonce = toNonce(`${deliveryId} part ${index}`, threadId);
      const body = { content, flags: MessageFlags.SuppressEmbeds, allowed_mentions: { parse: [] } };
      await client.rest.post(Routes.channelMessages(threadId), { body: { ...body, nonce, enforce_nonce: true } });
    }
  } catch (error) {
    const failure = findFailure(error);
    // The post itself is there, whatever kept its text from following: it is never made anew.
    if (failure !== null && PASSING.has(failure.kind)) throw new Unfinished(failure);
    log.warn({ platform: "discord", destination: channelId, reason: toMessage(error) }, "whole_text_not_posted");
  }
}
