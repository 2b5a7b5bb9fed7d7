/** Takes each update once and starts what it asks for, without keeping the poller waiting. */

import { createBoundedMap } from "../../../domain/bounded-map.ts";
import type { Conversation } from "../chats/conversation.ts";
import type { IncomingInlineQuery, IncomingUpdate } from "../chats/incoming.ts";
import type { Membership } from "../chats/membership.ts";
import type { Work } from "../chats/work.ts";

/** Telegram delivers at least once; this many update ids are remembered. */
const SEEN_MAX = 2_000;

export interface ReceiverDependencies {
  readonly conversation: Conversation;
  readonly membership: Membership;
  readonly inline: { onQuery(query: IncomingInlineQuery): Promise<void> };
  readonly work: Work;
  readonly readUpdate: (value: unknown) => IncomingUpdate | null;
}

export function createReceiver(dependencies: ReceiverDependencies): (value: unknown) => void {
  const { conversation, membership, inline, work, readUpdate } = dependencies;
  const seen = createBoundedMap<number, true>(SEEN_MAX);

  function isNew(updateId: number): boolean {
    if (seen.has(updateId)) return false;
    seen.set(updateId, true);
    return true;
  }

  return (value) => {
    const update = readUpdate(value);
    if (update === null || !isNew(update.update_id)) return;
    const { message, channel_post: channelPost, callback_query: callback, my_chat_member: change } = update;
    const post = message ?? channelPost;
    if (post !== undefined) {
      work.start(`${post.chat.id}:${post.from?.id ?? post.sender_chat?.id ?? 0}`, async () => {
        if (post.forum_topic_reopened !== undefined) await membership.onReopened(post);
        else if (!(await membership.onMigration(post))) await conversation.onMessage(post, message === undefined);
      });
    } else if (callback !== undefined) {
      work.start(`${callback.message?.chat.id ?? 0}:${callback.from.id}`, () => conversation.onCallback(callback));
    } else if (change !== undefined) {
      work.start(`${change.chat.id}:membership`, () => membership.onChange(change));
    } else if (update.inline_query !== undefined) {
      const query = update.inline_query;
      work.start(`inline:${query.from.id}:${query.id}`, () => inline.onQuery(query));
    }
  };
}
