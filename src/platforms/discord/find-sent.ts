/** Looks in a channel for a post whose answer was lost, when too much time has passed to trust the nonce. */

import { type Client, Routes, SnowflakeUtil } from "discord.js";
import { type Digest, isDigest } from "../../domain/digest.ts";
import type { Post } from "../../domain/post.ts";
import { findFailure } from "./failures.ts";
import { cleanLine, escapeUrl, toWebUrl } from "./markdown.ts";
import { toHost } from "./post-text.ts";
import { toDigestName } from "./render-digest.ts";

const MESSAGES_MAX = 100;
/** Clocks differ, and the message may have been stored just before we noted the time. */
const CLOCK_MARGIN_MS = 60_000;
const THREAD_NAME_LENGTH_MAX = 100;

interface SeenMessage {
  readonly id: string;
  readonly author: { readonly id: string };
  /** Of a webhook's message: the program whose webhook it is. */
  readonly application_id?: string | null;
  readonly content: string;
  readonly embeds: readonly { readonly url?: string | null; readonly description?: string | null }[];
}

interface SeenThread {
  readonly id: string;
  readonly name: string;
  readonly parent_id: string | null;
  readonly owner_id: string;
}

/** A forum post's title: the headline, or what names the digest, as plain text, as titles know no markup. */
export const toThreadName = (post: Post | Digest): string =>
  toThreadTitle(isDigest(post) ? toDigestName(post) : cleanLine(post.headline) || toHost(post.url));

export function toThreadTitle(text: string): string {
  const name = cleanLine(text) || "…";
  const points = [...name];
  if (points.length <= THREAD_NAME_LENGTH_MAX) return name;
  const cut = points.slice(0, THREAD_NAME_LENGTH_MAX - 1).join("");
  const space = cut.lastIndexOf(" ");
  return `${(space > cut.length / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

function toIdAfter(since: Date): bigint {
  const timestamp = Math.max(since.getTime() - CLOCK_MARGIN_MS, Number(SnowflakeUtil.epoch));
  return SnowflakeUtil.generate({ timestamp, increment: 0n, processId: 0n, workerId: 0n });
}

/** A link that is in this post and no other of the channel: a brief is posted there once. */
const toOwnUrl = (post: Post | Digest): string | null =>
  toWebUrl(isDigest(post) ? (post.groups[0]?.entries[0]?.url ?? "") : post.url);

/** The bot's own message with this article's link, or that of a digest's first, written since then. */
export async function findSentMessage(
  client: Client<true>,
  channelId: string,
  post: Post | Digest,
  since: Date,
): Promise<string | null> {
  const url = toOwnUrl(post);
  if (url === null) return null;
  const query = new URLSearchParams({ limit: String(MESSAGES_MAX), after: String(toIdAfter(since)) });
  const messages = (await client.rest.get(Routes.channelMessages(channelId), { query })) as readonly SeenMessage[];
  const own = messages.filter(
    ({ author, application_id }) => author.id === client.user.id || application_id === client.application.id,
  );
  const link = `](${escapeUrl(url)})`;
  const found = own.find(
    ({ embeds, content }) =>
      content.includes(link) || embeds.some((embed) => embed.url === url || embed.description?.includes(link)),
  );
  return found?.id ?? null;
}

/** Those archived last come first; one made since then was archived since then, and is among them. */
async function listArchived(client: Client<true>, forumId: string): Promise<readonly SeenThread[]> {
  const query = new URLSearchParams({ limit: String(MESSAGES_MAX) });
  try {
    const page = await client.rest.get(Routes.channelThreads(forumId, "public"), { query });
    return (page as { readonly threads: readonly SeenThread[] }).threads;
  } catch (error) {
    // Without the right to read the history the open ones have to do.
    if (findFailure(error)?.kind !== "forbidden") throw error;
    return [];
  }
}

/** The thread of these owners with this title in the forum, open or archived, made since then. Its first message has its id. */
export async function findSentThread(
  client: Client<true>,
  forumId: string,
  guildId: string | null,
  name: string,
  since: Date,
  ownerIds: readonly (string | null)[],
): Promise<string | null> {
  if (guildId === null) return null;
  const after = toIdAfter(since);
  const isIt = (thread: SeenThread): boolean =>
    thread.parent_id === forumId &&
    ownerIds.includes(thread.owner_id) &&
    thread.name === name &&
    BigInt(thread.id) > after;
  const { threads: open } = (await client.rest.get(Routes.guildActiveThreads(guildId))) as {
    readonly threads: readonly SeenThread[];
  };
  const found = open.find(isIt) ?? (await listArchived(client, forumId)).find(isIt);
  return found?.id ?? null;
}
